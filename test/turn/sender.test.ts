import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { reply, resolve } from '../../src/cases/desk.ts'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { setPresence } from '../../src/cases/desk-presence.ts'
import { sendAgain } from '../../src/cases/desk-send-again.ts'
import type { PushChannel } from '../../src/channels/channel.ts'
import { NotDeliverable, StoreAway, TooManyMessages, Unanswered } from '../../src/errors.ts'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { deliveryCodec, newDelivery } from '../../src/turn/delivery.ts'
import { SEND_ATTEMPTS } from '../../src/turn/sender.ts'
import { ana, onDuty, PERSON, takenBy } from '../cases/people.ts'
import { until } from '../support/until.ts'
import { echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

/** A channel that keeps what it accepted and refuses as often as it is told to. */
class Pager implements PushChannel {
  readonly channel = 'whatsapp'
  readonly got: string[] = []
  refuse = 0
  tries = 0
  send: PushChannel['send'] = (_head, message) => {
    this.tries += 1
    if (this.refuse > 0) {
      this.refuse -= 1
      return Promise.reject(new Error('429'))
    }
    this.got.push(message.text)
    return Promise.resolve()
  }
}

const empty = async (): Promise<boolean> =>
  (await house.store.rank(indexName.outbox('whatsapp'), 'none')).size === 0

test('what the bot says goes out in order, once', async () => {
  const pager = new Pager()
  const head = await house.start('whatsapp')
  house.worker(echo)
  for (const words of ['uno', 'dos', 'tres']) await house.say(head, words)
  await house.quiet()
  house.sender(pager)
  await until(empty, 'all is sent')
  expect(pager.got).toEqual(['welcome', 'echo: uno', 'echo: dos', 'echo: tres'])
})

test('a refused message is tried again, later each time, and keeps its place', async () => {
  const pager = new Pager()
  pager.refuse = 2
  const head = await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  house.sender(pager)
  await until(() => pager.tries === 1, 'the first try')
  for (const tries of [2, 3]) {
    await until(() => {
      house.clock.advance(500)
      return pager.tries >= tries
    }, `try ${tries}`)
  }
  await until(empty, 'all is sent')
  expect(pager.got).toEqual(['welcome', 'echo: uno'])
})

test('a message that cannot be delivered steps aside, visible to an agent, and the next one goes', async () => {
  const pager = new Pager()
  pager.refuse = SEND_ATTEMPTS
  const head = await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  house.sender(pager)
  await until(async () => {
    house.clock.advance(1_000)
    return await empty()
  }, 'the outbox is empty')
  expect(pager.got).toEqual(['echo: uno'])
  const aside = (await house.lines(head)).filter((line) => line.kind === 'event')
  expect(aside).toMatchObject([{ name: 'not-delivered', data: { why: '429' } }])
  const [delivery] = await house.store.read([recordKey.delivery(head.id)])
  expect(Object.values(JSON.parse(delivery?.body ?? '{}').failed)).toEqual(['429'])
})

test('what the bot said before an agent took over, and no channel has got yet, is withheld', async () => {
  const pager = new Pager()
  const head = await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  await house.say(head, 'quiero hablar con una persona')
  const ana = { id: 'agent-1', name: 'Ana', role: 'agent' as const, languages: ['es' as const] }
  await setPresence(house.deskDeps, ana, { status: 'available', capacity: 3 })
  const claimed = await claimNext(house.deskDeps, ana.id, 'claim-1')
  const key = claimed.outcome === 'done' ? claimed.case.key : ''
  await reply(house.deskDeps, key, ana, { id: 'm1', text: 'Soy Ana.' })
  house.sender(pager)
  await until(empty, 'all is sent')
  expect(pager.got).not.toContain('echo: uno')
  expect(pager.got.at(-1)).toBe('Soy Ana.')
})

test('a line of the bot is withheld although the agent came with a new case while the sender was looking', async () => {
  await house.close()
  let meanwhile: (() => Promise<unknown>) | undefined
  house = await House.open((store) =>
    overStore(store, {
      async read(keys) {
        if (meanwhile && keys.some((key) => key.startsWith('case/'))) {
          const happens = meanwhile
          meanwhile = undefined
          await happens()
        }
        return await store.read(keys)
      },
    }),
  )
  const pager = new Pager()
  const head = await house.start('whatsapp')
  await onDuty(house, ana)
  await house.say(head, PERSON)
  const first = await takenBy(house, ana)
  const [outcome, rootCause] = [house.desk.outcomes[0]?.name ?? '', house.desk.rootCauses[0]?.name ?? '']
  await resolve(house.deskDeps, first, ana, { outcome, rootCause })
  const before = house.sender(pager)
  await until(empty, 'what was said until then is sent')
  await before.stop()
  house.clock.advance(8 * 24 * 3_600_000)
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  await onDuty(house, ana)
  meanwhile = async () => {
    await house.say(head, PERSON)
    expect(await takenBy(house, ana)).not.toBe(first)
  }
  house.sender(pager)
  await until(empty, 'all is sent')
  expect(pager.got.at(-1)).toContain(ana.name)
  expect(pager.got).not.toContain('echo: uno')
})

/** A channel whose sends the test answers one by one. */
class Asked implements PushChannel {
  readonly channel
  readonly pace
  readonly open: { text: string; id: string; done: () => void; fail: (why: Error) => void }[] = []
  readonly times: number[] = []
  #answersAll = false
  constructor(channel: 'whatsapp' | 'teams', pace: NonNullable<PushChannel['pace']> = {}) {
    this.channel = channel
    this.pace = pace
  }
  send: PushChannel['send'] = (_head, { text }, { id }) =>
    new Promise((done, fail) => {
      this.times.push(house.clock.now())
      this.open.push({ text, id, done, fail })
      if (this.#answersAll) done()
    })

  /** From now on it takes all, and what it was asked before too. */
  answerAll(): void {
    this.#answersAll = true
    for (const { done } of this.open) done()
  }
}

/** Time goes on by steps until something happens; how long it took, milliseconds. */
async function after(happens: () => boolean | Promise<boolean>, stepMs = 100): Promise<number> {
  const began = house.clock.now()
  await until(async () => {
    if (await happens()) return true
    house.clock.advance(stepMs)
    return false
  }, 'it happens')
  return house.clock.now() - began
}

test('a channel that does not answer delays no other channel, and no answer is a try that failed', async () => {
  const [slow, fast] = [new Asked('whatsapp'), new Asked('teams')]
  for (const channel of [slow, fast]) house.sender(channel)
  for (let n = 0; n < 20; n += 1) await house.start('whatsapp')
  await house.start('teams')
  await until(() => fast.open.length === 1 && slow.open.length === 16, 'both are sending')
  fast.open[0]?.done()
  await until(
    async () => (await house.store.rank(indexName.outbox('teams'), '')).size === 0,
    'teams is empty',
  )
  const first = slow.open[0]
  await after(() => slow.open.filter(({ id }) => id === first?.id).length > 1, 1_000)
  slow.answerAll()
})

test('each try has the same id, and waits longer than the one before, up to a minute', async () => {
  const channel = new Asked('whatsapp')
  house.sender(channel)
  await house.start('whatsapp')
  for (let tries = 1; tries <= SEND_ATTEMPTS; tries += 1) {
    await after(() => channel.open.length === tries, 50)
    channel.open.at(-1)?.fail(new Error('500'))
  }
  await until(empty, 'it stepped aside')
  expect(new Set(channel.open.map(({ id }) => id))).toHaveProperty('size', 1)
  const pauses = channel.times.slice(1).map((at, n) => at - (channel.times[n] ?? 0))
  for (const [n, pause] of pauses.entries()) {
    // Half of the longest, and with the chance of this test half of the rest.
    const meant = Math.min(1_000 * 2 ** n, 60_000) * 0.75
    expect(pause).toBeGreaterThanOrEqual(meant)
    expect(pause).toBeLessThan(meant + 2_000)
  }
})

test('what will never be delivered steps aside at once', async () => {
  const channel = new Asked('whatsapp')
  house.sender(channel)
  await house.start('whatsapp')
  await until(() => channel.open.length === 1, 'the first try')
  channel.open[0]?.fail(new NotDeliverable('131026'))
  await until(empty, 'it stepped aside')
  expect(channel.open).toHaveLength(1)
})

test('a channel that gets too much is left alone for as long as it says, and nothing is given up', async () => {
  const channel = new Asked('whatsapp')
  house.sender(channel)
  for (let n = 0; n < 3; n += 1) await house.start('whatsapp')
  await until(() => channel.open.length === 3, 'all three')
  for (const one of channel.open.slice(0, 3)) one.fail(new TooManyMessages(20_000, '130429'))
  await until(() => channel.open.length === 3, 'nothing yet')
  expect(await after(() => channel.open.length > 3, 500)).toBeGreaterThanOrEqual(19_000)
  await after(() => channel.open.length === 6, 500)
  for (const one of channel.open.slice(3)) one.done()
  await until(empty, 'all is sent')
})

/** A channel that says later which messages it has. */
class Confirming extends Asked {
  readonly confirms = true

  /** It has everything up to this line. */
  async has(conversationId: string, seq: number): Promise<void> {
    const key = recordKey.delivery(conversationId)
    const value = { ...newDelivery(), sentTo: seq }
    await house.store.commit({ id: house.ids.next(), put: [deliveryCodec.put({ key, version: 0, value })] })
  }
}

test('what was not answered waits for the word of the channel, whatever is said meanwhile, and with that word goes once', async () => {
  const channel = new Confirming('whatsapp', { conversation: { burst: 1, everyMs: 6_000 } })
  house.sender(channel)
  const head = await house.start('whatsapp')
  await until(() => channel.open.length === 1, 'the first try')
  channel.open[0]?.fail(new Unanswered('cut'))
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  expect(await after(() => channel.open.length > 1, 500)).toBeGreaterThanOrEqual(29_000)
  expect(channel.open[1]?.text).toBe('welcome')
  channel.open[1]?.fail(new Unanswered('cut'))
  // Too much for this one: put off, and no less unsure for it.
  await after(() => channel.open.length > 2, 500)
  channel.open[2]?.fail(new TooManyMessages(20_000, '131056', { of: 'conversation' }))
  await channel.has(head.id, 1)
  await after(() => channel.open.length > 3, 500)
  expect(channel.open[3]?.text).toBe('echo: uno')
  channel.open[3]?.done()
  await until(empty, 'all is sent')
})

test('what the channel has does not go again, at the first attempt either', async () => {
  const channel = new Confirming('whatsapp')
  const head = await house.start('whatsapp')
  await channel.has(head.id, 1)
  house.sender(channel)
  await until(empty, 'nothing waits')
  expect(channel.open).toHaveLength(0)
})

test('what another process sent meanwhile is not sent again by one that was refused before', async () => {
  const channel = new Confirming('whatsapp')
  const first = house.sender(channel)
  const head = await house.start('whatsapp')
  await until(() => channel.open.length === 1, 'the first try')
  channel.open[0]?.fail(new Error('500'))
  await channel.has(head.id, 1)
  await after(empty, 500)
  expect(channel.open).toHaveLength(1)
  await first.stop()
})

test('a channel is sent no more than its pace, in all and to one person', async () => {
  const pace = { channel: { burst: 2, everyMs: 500 }, conversation: { burst: 1, everyMs: 6_000 } }
  const channel = new Asked('whatsapp', pace)
  house.sender(channel)
  const head = await house.start('whatsapp')
  for (let n = 0; n < 3; n += 1) await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  const done = async (): Promise<boolean> => {
    for (const one of channel.open) one.done()
    return await empty()
  }
  await after(done, 100)
  expect(channel.open).toHaveLength(5)
  for (const at of channel.times)
    expect(channel.times.filter((other) => other >= at && other < at + 500).length).toBeLessThanOrEqual(2)
  const [welcome, answer] = ['welcome', 'echo: uno'].map((text) =>
    channel.open.findLastIndex((one) => one.text === text),
  )
  expect(answer).toBeGreaterThan(welcome ?? 0)
  expect((channel.times.at(-1) ?? 0) - (channel.times[0] ?? 0)).toBeGreaterThanOrEqual(6_000)
})

test('what a channel took goes out once although the store was away when that was to be marked', async () => {
  await house.close()
  let isAway = false
  house = await House.open((store) =>
    overStore(store, {
      async commit(change) {
        if (isAway) throw new StoreAway('away')
        return await store.commit(change)
      },
    }),
  )
  const channel = new Asked('whatsapp')
  house.sender(channel)
  await house.start('whatsapp')
  await until(() => channel.open.length === 1, 'the first try')
  isAway = true
  channel.open[0]?.done()
  await after(() => true)
  house.clock.advance(5_000)
  isAway = false
  await after(empty, 1_000)
  expect(channel.open).toHaveLength(1)
})

test('an agent sends again what could not be delivered: once, behind what waits, and it is no longer refused', async () => {
  const pager = new Pager()
  const head = await house.start('whatsapp')
  house.sender(pager)
  await until(empty, 'the welcome is sent')
  await onDuty(house, ana)
  await house.say(head, PERSON)
  const key = await takenBy(house, ana)
  await until(empty, 'all is sent')
  pager.refuse = SEND_ATTEMPTS
  await reply(house.deskDeps, key, ana, { id: 'm1', text: 'Ya está resuelto.' })
  await after(empty, 1_000)
  const line = (await house.lines(head)).find((one) => one.kind === 'message' && one.agentMessageId === 'm1')
  const place = { conversationId: head.id, seq: line?.seq ?? 0 }
  expect(await failedOf(head)).toEqual({ [line?.id ?? '']: '429' })
  const both = await Promise.all([1, 2].map(() => sendAgain(house.deskDeps, key, ana, place)))
  expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  await until(empty, 'it is sent')
  expect(pager.got.filter((text) => text === 'Ya está resuelto.')).toHaveLength(1)
  expect(await failedOf(head)).toEqual({})
  const stranger = { ...ana, id: 'agent-9' }
  expect(await sendAgain(house.deskDeps, key, stranger, place)).toEqual({ outcome: 'not-yours' })
  expect(await sendAgain(house.deskDeps, key, ana, { ...place, seq: 999 })).toEqual({
    outcome: 'no-such-message',
  })
})

async function failedOf(head: { id: string }): Promise<unknown> {
  const [delivery] = await house.store.read([recordKey.delivery(head.id)])
  return JSON.parse(delivery?.body ?? '{}').failed
}
