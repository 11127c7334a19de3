import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { answering, House, type Turn, wordsOf } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

test('a case says what the customer wants in their own words, not the button that led to it', async () => {
  const head = await house.start()
  await house.say(head, 'Nada de esto')
  const turn: Turn = (given) => ({
    ...answering(given),
    next: { kind: 'escape', reason: 'unmatched', asked: 'quiero una factura con mi RUC' },
  })
  house.worker(turn)
  await house.quiet()
  expect(await house.caseOf(head)).toMatchObject({ asked: 'quiero una factura con mi RUC' })
})

test('a customer who turned to another language is attended in it, by the case that comes of it too', async () => {
  const head = await house.start()
  const turn: Turn = (given) => ({
    ...answering(given, given.head.language),
    ...(given.head.language === 'en' ? {} : { language: 'en' }),
    ...(wordsOf(given) === 'gone' ? { next: { kind: 'escape', reason: 'unmatched' } } : {}),
  })
  house.worker(turn)
  for (const words of ['hello there', 'and again', 'gone']) {
    await house.say(head, words)
    await house.quiet()
  }
  expect(await house.saidBy(head, 'bot')).toEqual(['es', 'en', 'en'])
  expect(await house.caseOf(head)).toMatchObject({ language: 'en' })
})
