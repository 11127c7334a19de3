import { afterEach, beforeEach, expect, test } from '@jest/globals'
import * as desk from '../../src/cases/desk.ts'
import { ana, asker, onDuty, takenBy } from '../cases/people.ts'
import { echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

const ASK = 'quiero hablar con una persona'
const END = { outcome: 'solved', rootCause: 'billing' }

/** One customer with two conversations: the case of the first is resolved, that of the second is open. */
async function twoConversations() {
  const start = () =>
    house.intake.start({ channel: 'web', outsideId: 'same', address: {}, language: 'es' as const })
  const first = await start()
  const second = await start()
  await onDuty(house, ana)
  await house.say(first, ASK)
  await desk.resolve(house.deskDeps, await takenBy(house, ana), ana, END)
  await house.say(second, ASK)
  return { first, second }
}

test('a customer with an open case elsewhere goes on with it where the case was resolved', async () => {
  const { first, second } = await twoConversations()
  await house.say(first, 'sigue sin funcionar')
  expect((await house.caseOf(first))?.key).toBe((await house.caseOf(second))?.key)
  expect(await house.caseOf(first)).toMatchObject({ state: { kind: 'queue' }, conversationId: first.id })
})

test('a thanks in the old conversation of a customer with an open case is stored', async () => {
  const { first } = await twoConversations()
  await expect(house.say(first, 'gracias')).resolves.toMatchObject({ outcome: 'stored' })
})

test('who asks again while an agent has the case is owed an answer under a lease', async () => {
  await onDuty(house, ana)
  const head = await asker(house)
  const key = await takenBy(house, ana)
  await desk.reply(house.deskDeps, key, ana, { id: 'm1', text: 'dígame' })
  expect((await house.caseOf(head))?.sweepAt).toBeUndefined()
  await house.say(head, ASK)
  const after = await house.caseOf(head)
  expect(after?.owedSince).toBe(house.clock.now())
  expect(after?.sweepAt).toBe(house.clock.now() + house.desk.leases.warnAfterSeconds * 1_000)
})

test('who asks again instead of a call-back stands in line, and no call is promised any more', async () => {
  await onDuty(house, ana)
  const head = await asker(house)
  await house.say(head, 'Que me llamen', { action: 'call-back' })
  const offered = (await house.lines(head)).findLast((line) => line.kind === 'message' && line.buttons)
  const [window] = (offered?.kind === 'message' && offered.buttons) || []
  await house.say(head, window?.label ?? '')
  expect((await house.caseOf(head))?.state.kind).toBe('scheduled')
  await house.say(head, ASK)
  await house.say(head, '600 123 123')
  const after = await house.caseOf(head)
  expect(after).toMatchObject({ state: { kind: 'queue' } })
  expect(after?.schedule).toBeUndefined()
  expect((await house.saidBy(head, 'system')).at(-1)).not.toContain('600')
})

test('what was written to people is never given to the bot when it has the conversation again', async () => {
  const head = await asker(house)
  await house.say(head, 'es urgente')
  await house.say(head, 'Ya no lo necesito', { action: 'leave' })
  house.worker(echo)
  await house.say(head, 'hola')
  await house.say(head, 'adiós')
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual(['echo: hola', 'echo: adiós'])
})

test('who has an open case and begins another conversation is greeted with it, and not by the bot', async () => {
  const start = () =>
    house.intake.start({ channel: 'web', outsideId: 'same', address: {}, language: 'es' as const })
  const first = await start()
  await house.say(first, ASK)
  const second = await start()
  const [greeting] = await house.lines(second)
  expect(greeting).toMatchObject({ kind: 'message', from: { kind: 'system' } })
  expect(greeting?.kind === 'message' && greeting.text).toContain((await house.caseOf(first))?.key)
})
