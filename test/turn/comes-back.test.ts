import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { commitmentsOfCustomer } from '../../src/cases/customer-commitments.ts'
import { defineDialog } from '../../src/kit.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import type { Recognizer } from '../../src/understanding/recognizer.ts'
import { toyDesk, toyFacts } from '../support/toy-dialogs.ts'
import { House, type Turn } from './house.ts'

const same = (text: string) => ({ es: text, en: `${text} (en)` })
const DAY = 24 * 3_600_000

const help = { kind: 'person', text: same('Una persona.') } as const
const ask = {
  kind: 'ask',
  fact: 'account',
  text: same('¿Cuenta?'),
  again: same('Seis cifras.'),
  next: 'owe',
  refused: 'help',
} as const
/** Arranges a visit for an account. */
const arrange = defineDialog(toyFacts, {
  id: 'arrange',
  title: same('Pedir visita'),
  object: 'account',
  start: 'account',
  steps: {
    account: ask,
    owe: {
      kind: 'promise',
      what: 'visit',
      text: same('Visita a {account}'),
      due: { hours: 72 },
      next: 'end',
    },
    end: { kind: 'done', text: same('Iremos.') },
    help,
  },
})
/** Cancels it, under the reference that the company gave. */
const cancel = defineDialog(toyFacts, {
  id: 'cancel-visit',
  title: same('Cancelar visita'),
  object: 'account',
  start: 'account',
  steps: {
    account: { ...ask, next: 'story' },
    story: {
      kind: 'ask',
      fact: 'ref',
      text: same('¿Referencia?'),
      again: same('¿Cuál?'),
      next: 'owe',
      refused: 'help',
    },
    owe: {
      kind: 'promise',
      what: 'visit-cancellation',
      text: same('Cancelar la visita a {account}'),
      due: { rule: 'verify' },
      ref: 'ref',
      confirmed: true,
      ends: ['visit'],
      next: 'end',
    },
    end: { kind: 'done', text: same('Ya no iremos. {ref}') },
    help,
  },
})

const desk = toyDesk({ dialogs: [arrange, cancel] })
const turn: Turn = (given) => runTurn({ ...given, desk })
const reader: Recognizer = {
  recognize(text) {
    const intent = /cancelar/i.test(text) ? 'cancel-visit' : /visita/i.test(text) ? 'arrange' : undefined
    const candidates = intent ? [{ intent, score: 0.9 }] : []
    return Promise.resolve({ intent, candidates, entities: [], language: undefined, by: 'test' })
  },
}

let house: House
beforeEach(async () => {
  house = await House.open()
  house.worker(turn, reader)
})
afterEach(() => house.close())

const arrive = () =>
  house.intake.start({ channel: 'web', outsideId: 'the same browser', address: {}, language: 'es' })

test('in another conversation the customer is told what is open, and the next time a supervisor’s line has them', async () => {
  const first = await arrive()
  await house.say(first, 'quiero una visita')
  await house.quiet()
  await house.say(first, '445566')
  await house.quiet()
  expect((await house.saidBy(first, 'bot')).at(-1)).toBe('Iremos.')

  house.clock.advance(DAY)
  const second = await arrive()
  await house.say(second, 'quiero una visita')
  await house.quiet()
  expect((await house.saidBy(second, 'bot')).at(-1)).toContain('Esto sigue abierto: Visita a 445566.')

  house.clock.advance(DAY)
  const third = await arrive()
  await house.say(third, 'quiero una visita')
  await house.quiet()
  const c = await house.caseOf(third)
  expect(c).toMatchObject({ reason: 'repeat-contact', priority: 'urgent', queue: 'supervision' })
  expect(c?.detail).toContain('contact number 3')
  expect(await commitmentsOfCustomer(house.store, third.customerId)).toHaveLength(1)
})

test('a visit that was cancelled is off in the same commit, and never spoken of as on', async () => {
  const head = await arrive()
  for (const text of ['quiero una visita', '445566', 'quiero cancelar eso', 'CAN-1']) {
    await house.say(head, text)
    await house.quiet()
  }
  expect((await house.saidBy(head, 'bot')).at(-1)).toBe('Ya no iremos. CAN-1')
  const promised = await commitmentsOfCustomer(house.store, head.customerId)
  expect(promised.map(({ value }) => [value.kind, value.state])).toEqual([
    ['visit', 'off'],
    ['visit-cancellation', 'confirmed'],
  ])
  house.clock.advance(4 * DAY)
  const later = await arrive()
  await house.say(later, 'quiero una visita')
  await house.quiet()
  expect((await house.saidBy(later, 'bot')).join('\n')).not.toContain('sigue abierto')
})
