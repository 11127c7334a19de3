import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { agentCodec } from '../../src/cases/agent.ts'
import { sweepCommitment } from '../../src/cases/commitment-sweep.ts'
import { commitmentCodec, commitmentFrom, commitmentPut } from '../../src/cases/commitments.ts'
import * as desk from '../../src/cases/desk.ts'
import { heard, readAgent, setPresence } from '../../src/cases/desk-presence.ts'
import { readDuty } from '../../src/cases/duty.ts'
import { REOPEN_MS } from '../../src/cases/opening.ts'
import { conversationStatus } from '../../src/cases/status.ts'
import { sweepAgent, sweepCase } from '../../src/cases/sweep.ts'
import { indexName, logName, recordKey } from '../../src/store/keys.ts'
import type { Bot } from '../../src/turn/bot.ts'
import { type Head, headCodec } from '../../src/turn/conversation.ts'
import { readLessons } from '../../src/turn/lessons.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { readSignal } from '../../src/turn/signal.ts'
import { toyDesk } from '../support/toy-dialogs.ts'
import { until } from '../support/until.ts'
import { House } from '../turn/house.ts'
import { HOUR, MINUTE, SECOND } from './fixtures.ts'
import { ana, asker, beto, onDuty, PERSON, takenBy } from './people.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

describe('a reply', () => {
  test('sent twice is one message, and both are told that it is done', async () => {
    await onDuty(house, ana)
    const head = await asker(house)
    const key = await takenBy(house, ana)
    const message = { id: 'm1', text: 'Buenas' }
    const results = await Promise.all([1, 2, 3].map(() => desk.reply(house.deskDeps, key, ana, message)))
    expect(results.map((one) => one.outcome)).toEqual(['done', 'done', 'done'])
    expect((await house.transcript(head)).filter((line) => line === 'agent: Buenas')).toHaveLength(1)
  })

  test('of who does not have the case changes nothing', async () => {
    await onDuty(house, ana)
    const head = await asker(house)
    const key = await takenBy(house, ana)
    const before = await house.transcript(head)
    expect(await desk.reply(house.deskDeps, key, beto, { id: 'm1', text: 'Buenas' })).toEqual({
      outcome: 'not-yours',
    })
    expect(await house.transcript(head)).toEqual(before)
  })
})

describe('the sweep of cases', () => {
  const sweep = (key: string) => sweepCase(house.deskDeps, key)
  const dueCases = async () =>
    (await house.store.page(indexName.due('case'), undefined, 10)).map((one) => one.score)

  test('warns a silent agent, gives the case back to its place, and tells the customer', async () => {
    const { warnAfterSeconds, graceSeconds } = house.desk.leases
    await onDuty(house, ana)
    const head = await asker(house)
    const before = await house.caseOf(head)
    const key = await takenBy(house, ana)
    expect(await dueCases()).toEqual([house.clock.now() + warnAfterSeconds * SECOND])
    house.clock.advance(warnAfterSeconds * SECOND)
    expect(await sweep(key)).toBe('warned')
    expect(await sweep(key)).toBe('nothing')
    house.clock.advance(graceSeconds * SECOND)
    expect(await sweep(key)).toBe('returned')
    expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' }, dueAt: before?.dueAt })
    expect(await house.saidBy(head, 'system')).toContainEqual(
      expect.stringContaining('Agente 1 no pudo seguir'),
    )
    expect(await dueCases()).toEqual([])
    expect(await desk.reply(house.deskDeps, key, ana, { id: 'late', text: 'perdón' })).toEqual({
      outcome: 'not-yours',
    })
  })

  test('leaves an agent alone who typed in time', async () => {
    const { warnAfterSeconds } = house.desk.leases
    await onDuty(house, ana)
    await asker(house)
    const key = await takenBy(house, ana)
    house.clock.advance((warnAfterSeconds - 1) * SECOND)
    await desk.typing(house.deskDeps, key, ana)
    house.clock.advance(2 * SECOND)
    expect(await sweep(key)).toBe('nothing')
    expect(await dueCases()).toEqual([house.clock.now() + (warnAfterSeconds - 2) * SECOND])
  })

  test('puts a promised call-back in line when its window begins, before those who asked later', async () => {
    await onDuty(house, ana)
    const head = await asker(house)
    await house.say(head, 'Que me llamen')
    await house.say(head, 'hoy de 11:00 a 12:00')
    const scheduled = await house.caseOf(head)
    expect(scheduled?.state).toMatchObject({ kind: 'scheduled', what: 'call-back' })
    await house.say(head, '311 555 1234')
    house.clock.advance(HOUR)
    await asker(house)
    expect(await sweep(scheduled?.key ?? '')).toBe('begun')
    expect(await takenBy(house, ana)).toBe(scheduled?.key)
    expect(await house.caseOf(head)).toMatchObject({
      callBackPhone: '3115551234',
      schedule: { what: 'call-back' },
    })
  })
})

describe('duty', () => {
  test('an agent whose console is gone is off duty, and one whose console is there stays', async () => {
    const { presenceSeconds } = house.desk.leases
    await onDuty(house, ana)
    await onDuty(house, beto)
    house.clock.advance(presenceSeconds * SECOND - MINUTE)
    await heard(house.deskDeps, beto.id)
    house.clock.advance(MINUTE)
    for (const who of [ana, beto]) await sweepAgent(house.deskDeps, who.id)
    const status = async (id: string) => (await readAgent(house.deskDeps, id))?.status
    expect([await status(ana.id), await status(beto.id)]).toEqual(['away', 'available'])
    expect(await readDuty(house.store, house.desk, house.clock.now())).toMatchObject({
      agentsAvailable: 1,
      present: [beto.id],
    })
  })

  test('an agent who goes off duty keeps the open chats', async () => {
    await onDuty(house, ana)
    const head = await asker(house)
    await takenBy(house, ana)
    await setPresence(house.deskDeps, ana, { status: 'away' })
    expect((await house.caseOf(head))?.state).toMatchObject({ kind: 'agent', agentId: ana.id })
  })

  test('a chat can be handed only to who is on duty and has room', async () => {
    await onDuty(house, ana)
    await asker(house)
    await asker(house)
    const key = await takenBy(house, ana)
    const hand = () => desk.transfer(house.deskDeps, key, ana, { agentId: beto.id })
    expect(await hand()).toEqual({ outcome: 'not-available' })
    await onDuty(house, beto, 1)
    await takenBy(house, beto)
    expect(await hand()).toEqual({ outcome: 'at-capacity' })
    await onDuty(house, beto, 2)
    expect(await hand()).toMatchObject({ outcome: 'done', case: { state: { agentId: beto.id } } })
  })
})

describe('a message that the bot did not understand', () => {
  const END = { outcome: 'informed', rootCause: 'billing' }
  const NONSENSE = 'zarandaja perifollo'
  /** The bots that turns were given, in order. */
  let given: Bot[]
  beforeEach(async () => {
    given = []
    house.worker((turn, hooks) => {
      given.push(turn.bot)
      return runTurn({ ...turn, desk: toyDesk() }, hooks)
    })
    await onDuty(house, ana)
  })
  const tell = async (head: Head, ...texts: string[]) => {
    for (const text of texts) {
      await house.say(head, text)
      await house.quiet()
    }
  }
  const resolve = async (end = END) => {
    const key = await takenBy(house, ana)
    expect(await desk.resolve(house.deskDeps, key, ana, end)).toMatchObject({ outcome: 'done' })
  }
  const solutions = async () => {
    const lessons = await readLessons(house.store)
    const asHeard = lessons.flatMap((one) => (one.kind === 'heard' ? [one.id] : []))
    return lessons.flatMap((one) =>
      one.kind === 'solved' ? [{ message: asHeard.indexOf(one.id), by: one.by }] : [],
    )
  }

  test('before the customer asked for a person is solved by what the agent resolved it as', async () => {
    const head = await house.start()
    await tell(head, NONSENSE, PERSON)
    expect(await solutions()).toEqual([])
    await resolve()
    expect(await solutions()).toEqual([{ message: 0, by: { kind: 'agent', ...END } }])
  })

  test('is solved by what came of its case in the end, when the customer brought that back', async () => {
    const head = await house.start()
    await tell(head, NONSENSE, PERSON)
    await resolve()
    house.clock.advance(HOUR)
    await tell(head, 'sigue igual')
    const end = { outcome: 'solved', rootCause: 'service' }
    await resolve(end)
    expect((await solutions()).at(-1)).toEqual({ message: 0, by: { kind: 'agent', ...end } })
  })

  test('and that made the bot call a person is in the end solved by the agent', async () => {
    const head = await house.start()
    await tell(head, NONSENSE, 'tiquismiquis')
    expect((await house.caseOf(head))?.reason).toBe('unmatched')
    await resolve()
    const [person, agent] = [
      { kind: 'person', reason: 'unmatched' },
      { kind: 'agent', ...END },
    ]
    expect(await solutions()).toEqual([
      { message: 0, by: person },
      { message: 1, by: person },
      { message: 0, by: agent },
      { message: 1, by: agent },
    ])
  })

  test('long before the customer asked is another matter, and so is one that a dialog has solved', async () => {
    const head = await house.start()
    await tell(head, NONSENSE)
    house.clock.advance(HOUR)
    await tell(head, PERSON)
    await resolve()
    const other = await house.start()
    await tell(other, NONSENSE, 'Pedir', PERSON)
    await resolve()
    expect(await solutions()).toEqual([{ message: 1, by: { kind: 'intent', intent: 'order' } }])
  })

  test('is no longer the bot’s to solve once an agent has resolved the case', async () => {
    const head = await house.start()
    await tell(head, NONSENSE, PERSON)
    await resolve()
    house.clock.advance(REOPEN_MS)
    await tell(head, 'Pedir')
    expect(given.map((bot) => bot.unsolved)).toEqual([undefined, undefined])
    expect(await solutions()).toHaveLength(1)
  })

  test('hinders no agent when the bot’s state can not be read, or there is none', async () => {
    const heads = [await asker(house), await asker(house)]
    const [first] = heads
    const put = { key: recordKey.bot(first?.id ?? ''), expect: 0, schema: 1, body: '{"broken' }
    await house.store.commit({ id: 'garbage', put: [put] })
    await resolve()
    await resolve()
    expect(await solutions()).toEqual([])
  })
})

describe('what a customer’s screen shows', () => {
  const status = async (head: Head) => {
    const [stored] = await house.store.read([recordKey.head(head.id)])
    return conversationStatus(
      house.store,
      house.desk,
      stored ? headCodec.read(stored).value : head,
      house.clock.now(),
    )
  }

  test('the bot, the place in line, the person, and the bot again', async () => {
    await onDuty(house, ana)
    const head = await house.start()
    expect(await status(head)).toEqual({ owner: 'bot' })
    const first = await asker(house)
    house.clock.advance(SECOND)
    await house.say(head, PERSON)
    expect(await status(head)).toMatchObject({
      owner: 'queue',
      position: 2,
      etaSeconds: [0, 60],
      onDuty: true,
    })
    const key = await takenBy(house, ana)
    expect(await status(first)).toMatchObject({ owner: 'agent', agentName: 'Agente 1', caseKey: key })
    await desk.resolve(house.deskDeps, key, ana, { outcome: 'solved', rootCause: 'other' })
    expect(await status(first)).toMatchObject({ owner: 'bot', resolvedAt: house.clock.now() })
  })

  test('who asks in another language than the page has is shown their case in it', async () => {
    const head = await house.start()
    await house.say(head, 'I want to talk to a human')
    expect(await status(head)).toMatchObject({ owner: 'queue', language: 'en' })
  })

  test('no place and no wait while nobody is on duty', async () => {
    const shown = await status(await asker(house))
    expect(shown).toMatchObject({ owner: 'queue', onDuty: false })
    expect(shown).not.toHaveProperty('position')
    expect(shown).not.toHaveProperty('etaSeconds')
  })
})

describe('a commitment that came due without a confirmation', () => {
  async function promised(head: Head): Promise<string> {
    const draft = {
      id: house.ids.next(),
      kind: 'verify' as const,
      text: 'Comprobar su cancelación',
      dueAt: house.clock.now() + HOUR,
    }
    const value = commitmentFrom(draft, head, house.desk, house.clock.now())
    const put = commitmentPut({ key: recordKey.commitment(draft.id), version: 0, value })
    await house.store.commit({ id: house.ids.next(), put: [put] })
    return draft.id
  }
  const read = async (id: string) => {
    const [stored] = await house.store.read([recordKey.commitment(id)])
    return stored && commitmentCodec.read(stored).value
  }

  test('goes to a person, once', async () => {
    const head = await house.start()
    const id = await promised(head)
    expect(await sweepCommitment(house.deskDeps, id)).toBe('nothing')
    house.clock.advance(HOUR)
    expect(await sweepCommitment(house.deskDeps, id)).toBe('raised')
    expect(await sweepCommitment(house.deskDeps, id)).toBe('nothing')
    const c = await house.caseOf(head)
    expect(c).toMatchObject({
      reason: 'commitment',
      state: { kind: 'queue' },
      asked: 'Comprobar su cancelación',
    })
    expect(await read(id)).toMatchObject({ state: 'open', caseKey: c?.key })
    const [told] = await house.saidBy(head, 'system')
    expect(told).toContain('no lo tenemos confirmado: «Comprobar su cancelación»')
    expect(told).toContain(c?.key)
    expect(await house.store.page(indexName.due('commitment'), undefined, 10)).toEqual([])
  })

  test('joins the case that somebody already has, and the customer is told once', async () => {
    await onDuty(house, ana)
    const head = await asker(house)
    const id = await promised(head)
    const key = await takenBy(house, ana)
    const before = await house.transcript(head)
    house.clock.advance(HOUR)
    expect(await sweepCommitment(house.deskDeps, id)).toBe('raised')
    expect((await read(id))?.caseKey).toBe(key)
    expect(await sweepCommitment(house.deskDeps, id)).toBe('nothing')
    const said = (await house.transcript(head)).slice(before.length)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('no lo tenemos confirmado: «Comprobar su cancelación»')
    expect(said[0]).toContain(key)
    expect((await house.lines(head)).at(-2)).toMatchObject({ kind: 'event', name: 'commitment-due' })
    expect(await house.caseOf(head)).toMatchObject({ priority: 'urgent', state: { kind: 'agent' } })
  })
})

test('the customer sees that the agent types, and nobody else is written to', async () => {
  await onDuty(house, ana)
  const head = await asker(house)
  const key = await takenBy(house, ana)
  const heardOf: unknown[] = []
  house.store.watch([logName.conversation(head.id)], (_, body) => body && heardOf.push(readSignal(body)))
  await desk.typing(house.deskDeps, key, ana)
  await until(() => heardOf.length > 0, 'the signal came')
  expect(heardOf).toEqual([{ kind: 'typing', from: 'agent', name: 'Agente 1' }])
})

test('an agent’s record survives what a process writes and another reads', async () => {
  await onDuty(house, ana, 4)
  const [stored] = await house.store.read([recordKey.agent(ana.id)])
  expect(stored && agentCodec.read(stored).value).toMatchObject({ ...ana, capacity: 4, status: 'available' })
})

describe('the place that a customer is told', () => {
  const told = async (head: Head) => (await house.saidBy(head, 'system')).at(-1)

  test('counts those who are due sooner, and never the customer themself', async () => {
    await onDuty(house, ana)
    const first = await asker(house)
    expect(await told(first)).toContain('Es la siguiente persona en la fila')
    house.clock.advance(SECOND)
    const second = await asker(house)
    expect(await told(second)).toContain('Hay 1 persona delante')
    await house.say(first, PERSON)
    expect(await told(first)).toContain('Es la siguiente persona en la fila')
  })

  test('after a release is the old one', async () => {
    await onDuty(house, ana)
    const first = await asker(house)
    const key = await takenBy(house, ana)
    house.clock.advance(SECOND)
    await asker(house)
    await desk.release(house.deskDeps, key, ana)
    expect(await told(first)).toContain('Es la siguiente persona en la fila')
  })
})
