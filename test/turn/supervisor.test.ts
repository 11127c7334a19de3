import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

test('who asks for a supervisor in their own words is in the supervisors’ line at once', async () => {
  const head = await house.start()
  await house.say(head, 'quiero hablar con un supervisor')
  expect(await house.caseOf(head)).toMatchObject({
    reason: 'supervisor',
    queue: 'supervision',
    priority: 'urgent',
    supervisorAsked: true,
  })
})

test('who asks for one while they wait goes up in line, is told so, and has one case', async () => {
  const head = await house.start()
  await house.say(head, 'quiero hablar con una persona')
  const before = await house.caseOf(head)
  await house.say(head, 'no, quiero hablar con su supervisor')
  const after = await house.caseOf(head)
  expect(after).toMatchObject({ key: before?.key, priority: 'urgent', supervisorAsked: true })
  expect((await house.saidBy(head, 'system')).at(-1)).toContain('persona supervisora')
})
