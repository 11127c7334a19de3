import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { reply } from '../../../src/cases/desk.ts'
import { sendAgain } from '../../../src/cases/desk-send-again.ts'
import { recordKey } from '../../../src/store/keys.ts'
import { deliveryCodec } from '../../../src/turn/delivery.ts'
import { ana as agent, onDuty, PERSON, takenBy } from '../../cases/people.ts'
import { until } from '../../support/until.ts'
import { Phone, statusOf, webhookOf } from '../../support/whatsapp-phone.ts'
import { echo } from '../../turn/house.ts'
import { WhatsAppDesk } from './desk.ts'

let desk: WhatsAppDesk
beforeEach(async () => {
  desk = await WhatsAppDesk.open({ bot: echo })
})
afterEach(() => desk.close())

const luz = new Phone('573001112233', 'Luz')
const DAY_MS = 24 * 3_600_000

const status = (...given: Parameters<typeof statusOf>) =>
  desk.post(webhookOf(desk.api.phoneNumberId, { statuses: [statusOf(...given)] }))

async function delivery() {
  const [stored] = await desk.house.store.read([recordKey.delivery((await desk.head(luz)).id)])
  return stored && deliveryCodec.read(stored).value
}

const heard = (): string[] => desk.api.to(luz.number).map(({ text }) => text)

async function advancedUntil(condition: () => boolean | Promise<boolean>, what: string, stepMs = 1_000) {
  await until(async () => {
    desk.house.clock.advance(stepMs)
    return await condition()
  }, what)
}

test('sent, delivered and read come in any order and more than once, and only ever move on', async () => {
  await desk.from(luz, luz.text('hola'))
  await desk.settled()
  const [welcome, answer] = desk.api.to(luz.number)
  if (!welcome || !answer) throw new Error('nothing was sent')
  expect(await status(answer, 'delivered')).toBe(200)
  const { deliveredTo } = (await delivery()) ?? {}
  expect(deliveredTo).toBeGreaterThan(0)
  for (const late of [welcome, answer, welcome]) await status(late, 'sent')
  expect(await delivery()).toMatchObject({ sentTo: deliveredTo, deliveredTo, readTo: 0 })
  await status(answer, 'read')
  await status(welcome, 'read')
  expect(await delivery()).toMatchObject({ readTo: deliveredTo, failed: {} })
})

test('a status of a message that another program sent is counted, and nothing else', async () => {
  const strange = { id: 'wamid.1', status: 'read', recipient_id: '1', biz_opaque_callback_data: 'order-7' }
  expect(await desk.post(webhookOf(desk.api.phoneNumberId, { statuses: [strange] }))).toBe(200)
  expect(await desk.metric('escotilla_webhook_left_total')).toContain('status-of-others')
})

test('what WhatsApp took and could not deliver is seen by the agent, with the reason, once', async () => {
  await desk.from(luz, luz.text('hola'))
  await desk.settled()
  const [welcome] = desk.api.to(luz.number)
  if (!welcome) throw new Error('nothing was sent')
  const errors = [{ code: 131026, title: 'Message undeliverable' }]
  for (let times = 0; times < 2; times += 1) expect(await status(welcome, 'failed', errors)).toBe(200)
  expect(Object.values((await delivery())?.failed ?? {})).toEqual([expect.stringContaining('(131026)')])
  const events = (await desk.house.lines(await desk.head(luz))).filter((line) => line.kind === 'event')
  expect(events).toMatchObject([{ name: 'not-delivered' }])
})

test('what WhatsApp will never deliver steps aside at once, and the next message goes', async () => {
  desk.api.trouble({ kind: 'error', status: 400, code: 131026 })
  await desk.from(luz, luz.text('hola'))
  await desk.settled()
  expect(heard()).toEqual(['echo: hola'])
  expect(Object.values((await delivery())?.failed ?? {})).toHaveLength(1)
})

test('while WhatsApp has enough of us nothing steps aside: all of it waits and then goes in order', async () => {
  desk.api.trouble({ kind: 'error', status: 429, code: 130429, retryAfter: 20 }, 1)
  await desk.from(luz, luz.text('hola'))
  await desk.house.quiet()
  desk.send()
  await until(() => desk.api.tries === 1, 'the first try')
  expect(await desk.warnings()).toEqual([expect.stringContaining('too many messages')])
  await advancedUntil(() => heard().length === 2, 'all is sent')
  expect(heard()).toEqual(['welcome', 'echo: hola'])
  expect(desk.api.tries).toBe(3)
  expect(await desk.warnings()).toEqual([])
})

test('a customer whom WhatsApp lets us write no more for now delays nobody else', async () => {
  const eva = new Phone('573009998877', 'Eva')
  desk.api.troubleOf = luz.number
  desk.api.trouble({ kind: 'error', status: 400, code: 131056 })
  await desk.from(luz, luz.text('hola'))
  await desk.house.quiet()
  desk.send()
  await until(() => desk.api.tries === 1, 'the first try')
  await desk.from(eva, eva.text('buenas'))
  await until(() => desk.api.to(eva.number).length === 2, 'the other customer is answered')
  expect(heard()).toEqual([])
  await advancedUntil(() => heard().length === 2, 'all is sent')
})

test('with a token that is not accepted messages wait for the operator, who is told, and it is never shown', async () => {
  desk.api.trouble({ kind: 'error', status: 401, code: 190 }, 3)
  await desk.from(luz, luz.text('hola'))
  await desk.house.quiet()
  desk.send()
  await until(() => desk.api.tries === 1, 'the first try')
  expect(await desk.warnings()).toEqual([
    'messages on WhatsApp wait: the access token is not accepted: it has expired or was withdrawn (190)',
  ])
  await advancedUntil(() => heard().length === 2, 'all is sent', 10_000)
  expect((await delivery())?.failed ?? {}).toEqual({})
  expect(JSON.stringify(desk.logged)).not.toContain(desk.api.accessToken)
})

test('an answer that is lost after WhatsApp took the message is waited for by its status: it goes once', async () => {
  desk.api.trouble({ kind: 'cut' })
  desk.api.onSent = (sent) => void status(sent, 'sent')
  await desk.from(luz, luz.text('hola'))
  await desk.house.quiet()
  desk.send()
  await until(async () => ((await delivery())?.sentTo ?? 0) > 0, 'the status is stored')
  await advancedUntil(() => heard().length === 2, 'the next message goes')
  expect(heard()).toEqual(['welcome', 'echo: hola'])
  expect(await desk.metric('escotilla_sent_unsure_total')).not.toContain('whatsapp"} 1')
})

test('without a status within 30 seconds it goes again, and that is counted', async () => {
  desk.api.trouble({ kind: 'cut' })
  await desk.from(luz, luz.text('hola'))
  await desk.house.quiet()
  desk.send()
  await until(() => desk.api.tries === 1, 'the first try')
  const begun = desk.house.clock.now()
  await advancedUntil(() => heard().length === 3, 'all is sent')
  expect(desk.house.clock.now() - begun).toBeGreaterThanOrEqual(30_000)
  expect(heard()).toEqual(['welcome', 'welcome', 'echo: hola'])
  expect(await desk.metric('escotilla_sent_unsure_total')).toContain('channel="whatsapp"} 1')
})

test('what WhatsApp refused for a fault of its own goes again soon', async () => {
  desk.api.trouble({ kind: 'error', status: 500, code: 131000 })
  await desk.from(luz, luz.text('hola'))
  await desk.house.quiet()
  desk.send()
  await until(() => desk.api.tries === 1, 'the first try')
  const begun = desk.house.clock.now()
  await advancedUntil(() => heard().length === 2, 'all is sent', 100)
  expect(desk.house.clock.now() - begun).toBeLessThan(10_000)
  expect(await desk.metric('escotilla_sent_unsure_total')).not.toContain('whatsapp')
})

test('24 hours after the customer wrote, what an agent says is not delivered, and they read why; then it can go again', async () => {
  await onDuty(desk.house, agent)
  await desk.from(luz, luz.text(PERSON))
  const key = await takenBy(desk.house, agent)
  await desk.settled()
  const before = desk.api.tries
  desk.house.clock.advance(DAY_MS + 60_000)
  await reply(desk.house.deskDeps, key, agent, { id: 'm1', text: 'Ya está resuelto.' })
  await desk.settled()
  expect(desk.api.tries).toBe(before)
  expect(Object.values((await delivery())?.failed ?? {})).toEqual([expect.stringContaining('24 hours')])
  await desk.from(luz, luz.text('¿y lo mío?'))
  const head = await desk.head(luz)
  const line = (await desk.house.lines(head)).find(
    (one) => one.kind === 'message' && one.from.kind === 'agent',
  )
  await sendAgain(desk.house.deskDeps, key, agent, { conversationId: head.id, seq: line?.seq ?? 0 })
  await desk.settled()
  expect(heard().at(-1)).toContain('Ya está resuelto.')
  expect((await delivery())?.failed).toEqual({})
})

test('with a template what is said after 24 hours goes in it, whole or not at all', async () => {
  await desk.close()
  desk = await WhatsAppDesk.open({ bot: echo, template: 'your_case' })
  await onDuty(desk.house, agent)
  await desk.from(luz, luz.text(PERSON))
  const key = await takenBy(desk.house, agent)
  await desk.settled()
  desk.house.clock.advance(DAY_MS + 60_000)
  await reply(desk.house.deskDeps, key, agent, {
    id: 'm1',
    text: 'Ya está resuelto.\n\nSu reembolso va en camino.',
  })
  await reply(desk.house.deskDeps, key, agent, { id: 'm2', text: 'palabra '.repeat(200) })
  await desk.settled()
  expect(desk.api.faults).toEqual([])
  expect(heard().at(-1)).toBe(`[your_case] ${agent.name}: Ya está resuelto. Su reembolso va en camino.`)
  expect(Object.values((await delivery())?.failed ?? {})).toEqual([expect.stringContaining('(132005)')])
})

test('what waits for a person is marked as read when one answers it, and not before', async () => {
  await onDuty(desk.house, agent)
  const ask = luz.text(PERSON)
  await desk.from(luz, ask)
  const key = await takenBy(desk.house, agent)
  await desk.settled()
  expect(desk.api.read).toEqual([])
  await reply(desk.house.deskDeps, key, agent, { id: 'm1', text: 'Soy Ana.' })
  await desk.settled()
  await until(() => desk.api.read.length === 1, 'it is marked as read')
  expect(desk.api.read).toEqual([ask.id])
  expect(heard().at(-1)).toBe(`*${agent.name}*\nSoy Ana.`)
})

test('the other number of a customer leads to the same conversation, and their old one is somebody else’s', async () => {
  await desk.from(luz, luz.text(PERSON))
  const before = await desk.head(luz)
  const [here, next] = [new Phone('573001112233', 'Otra'), new Phone('573227654321', 'Luz')]
  const changed = luz.message('system', { type: 'user_changed_number', wa_id: next.number, body: 'changed' })
  expect(await desk.post(webhookOf(desk.api.phoneNumberId, { messages: [changed] }))).toBe(200)
  await desk.from(next, next.text('sigo aquí'))
  expect((await desk.head(next)).id).toBe(before.id)
  await desk.settled()
  expect(desk.api.to(next.number).length).toBeGreaterThan(0)
  await desk.from(here, here.text('hola'))
  const stranger = await desk.head(here)
  expect(stranger.id).not.toBe(before.id)
  expect(stranger.customerId).not.toBe(before.customerId)
})

test('who hides their number later keeps their conversation, and is reached by their user id', async () => {
  const user = 'CO.13491208655302741918'
  const both = luz.text('hola', { from_user_id: user })
  await desk.from(luz, both)
  const before = await desk.head(luz)
  const { from: _, ...hidden } = luz.text('sigo aquí', { from_user_id: user })
  const body = webhookOf(desk.api.phoneNumberId, { contacts: [{ user_id: user }], messages: [hidden] })
  expect(await desk.post(body)).toBe(200)
  expect(await desk.transcript(luz)).toContain('customer: sigo aquí')
  expect((await desk.head(luz)).id).toBe(before.id)
  const only = luz.text('hola', { from_user_id: 'CO.77' })
  const { from: __, ...stranger } = only
  await desk.post(
    webhookOf(desk.api.phoneNumberId, { contacts: [{ user_id: 'CO.77' }], messages: [stranger] }),
  )
  await desk.settled()
  expect(desk.api.to('CO.77').map(({ text }) => text)).toEqual(['welcome', 'echo: hola'])
})

test('a thumb under a message is seen by agents, and opens and answers nothing', async () => {
  await desk.from(luz, luz.text('hola'))
  await desk.settled()
  const thumb = luz.message('reaction', { message_id: desk.api.sent[0]?.id, emoji: '👍' })
  for (let times = 0; times < 2; times += 1) expect(await desk.from(luz, thumb)).toBe(200)
  await desk.settled()
  const head = await desk.head(luz)
  const events = (await desk.house.lines(head)).filter((line) => line.kind === 'event')
  expect(events).toMatchObject([{ name: 'reaction', data: { text: '👍' } }])
  expect(head.caseKey).toBeUndefined()
  expect(heard()).toHaveLength(2)
})
