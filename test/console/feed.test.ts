import { expect, test } from '@jest/globals'
import type { AgentEvent, CaseView, ChatRow, QueueView, TranscriptLine } from '../../src/http/wire.ts'
import {
  EVENTS_KEPT,
  emptyFeed,
  type Feed,
  type FeedInput,
  reduce,
  whatIsBehind,
} from '../../src/web/console/model/feed.ts'
import { caseNow, chatRows, inOrderOwed, transcriptOf } from '../../src/web/console/model/views.ts'

const ME = 'agent-1'
const time = (seconds: number): string => new Date(Date.UTC(2026, 10, 22, 10, 0, seconds)).toISOString()

test('a snapshot and the events after it come to the same screen in every order', () => {
  const first = caseSnapshot(10, [customerSays(1, 'hola')])
  const inputs: FeedInput[] = [
    { type: 'case', view: first },
    { type: 'chats', view: { at: 10, chats: [row({ lastText: 'hola', lastAt: time(1), unread: 1 })] } },
    // Already in the snapshot: must not count again.
    lineEvent(9, customerSays(1, 'hola')),
    lineEvent(11, customerSays(2, '¿me oye?')),
    lineEvent(12, agentSays(3, 'Sí, dígame')),
    lineEvent(14, customerSays(4, 'me cobraron de más')),
    // Heard twice, as after a reconnect.
    lineEvent(14, customerSays(4, 'me cobraron de más')),
    { type: 'event', at: 13, event: { type: 'queue' }, heardAt: 0 },
  ]
  const seen = new Set(
    shuffles(inputs, 200).map((order) => JSON.stringify(screen(order.reduce(reduce, emptyFeed)))),
  )
  expect(seen.size).toBe(1)
  const [only] = seen
  const shown = JSON.parse(only ?? '') as ReturnType<typeof screen>
  expect(shown.lines.map((line) => line.text)).toEqual([
    'hola',
    '¿me oye?',
    'Sí, dígame',
    'me cobraron de más',
  ])
  expect(shown.rows[0]).toMatchObject({ unread: 3, lastText: 'me cobraron de más', owedSince: time(4) })
  expect(shown.now?.clock.firstHumanWordsAt).toBe(time(3))
})

test('a later snapshot between the events changes nothing but what is behind', () => {
  const early: FeedInput = { type: 'case', view: caseSnapshot(10, [customerSays(1, 'hola')]) }
  const late: FeedInput = {
    type: 'case',
    view: caseSnapshot(12, [customerSays(1, 'hola'), customerSays(2, 'sigo aquí')]),
  }
  const inputs = [
    early,
    late,
    lineEvent(12, customerSays(2, 'sigo aquí')),
    lineEvent(13, customerSays(3, '¿hola?')),
  ]
  const texts = shuffles(inputs, 50).map((order) =>
    transcriptOf(order.reduce(reduce, emptyFeed), 'K').lines.map((line) => line.text),
  )
  for (const one of texts) expect(one).toEqual(['hola', 'sigo aquí', '¿hola?'])
})

test('the delivery of a message told again is the same message, further on its way', () => {
  const stored = { ...agentSays(2, 'Voy'), delivery: 'stored' as const }
  const feed = [
    { type: 'case', view: caseSnapshot(10, [customerSays(1, 'hola'), stored]) } as FeedInput,
    lineEvent(11, { ...stored, delivery: 'failed' }),
  ].reduce(reduce, emptyFeed)
  const { lines } = transcriptOf(feed, 'K')
  expect(lines).toHaveLength(2)
  expect(lines[1]?.delivery).toBe('failed')
})

test('how far the customer has read only ever grows, whatever order it is told in', () => {
  const stored = { ...agentSays(2, 'Voy'), delivery: 'stored' as const }
  const told: FeedInput[] = [
    { type: 'case', view: caseSnapshot(10, [stored]) },
    delivery({ readTo: 2 }),
    delivery({ deliveredTo: 2 }),
  ]
  for (const order of shuffles(told, 6)) {
    expect(transcriptOf(order.reduce(reduce, emptyFeed), 'K').lines[0]?.delivery).toBe('read')
  }
})

test('says which snapshots are behind, and nothing is behind once they are read again', () => {
  const loaded = [
    { type: 'queue', view: queue(10) } as FeedInput,
    { type: 'chats', view: { at: 10, chats: [row({})] } } as FeedInput,
    { type: 'commitments', view: { at: 10, commitments: [] } } as FeedInput,
    { type: 'case', view: caseSnapshot(10, []) } as FeedInput,
  ].reduce(reduce, emptyFeed)
  expect(whatIsBehind(loaded, ME)).toEqual({ queue: false, chats: false, commitments: false, cases: [] })
  const heard = [
    { type: 'event', at: 11, event: { type: 'queue' }, heardAt: 0 } as FeedInput,
    { type: 'event', at: 12, event: { type: 'case', key: 'K', agentId: ME }, heardAt: 0 } as FeedInput,
  ].reduce(reduce, loaded)
  expect(whatIsBehind(heard, ME)).toMatchObject({ queue: true, chats: true, cases: ['K'] })
  const read = [
    { type: 'queue', view: queue(12) } as FeedInput,
    { type: 'chats', view: { at: 12, chats: [] } } as FeedInput,
    { type: 'commitments', view: { at: 12, commitments: [] } } as FeedInput,
    { type: 'case', view: caseSnapshot(12, []) } as FeedInput,
  ].reduce(reduce, heard)
  expect(whatIsBehind(read, ME)).toEqual({ queue: false, chats: false, commitments: false, cases: [] })
})

test('after a reset everything stays on screen and is read again, also from a lower position', () => {
  const before = [
    { type: 'queue', view: queue(900) } as FeedInput,
    { type: 'case', view: caseSnapshot(900, [customerSays(1, 'hola')]) } as FeedInput,
  ].reduce(reduce, emptyFeed)
  const reset = reduce(before, { type: 'event', at: 3, event: { type: 'reset' }, heardAt: 0 })
  expect(transcriptOf(reset, 'K').lines).toHaveLength(1)
  expect(whatIsBehind(reset, ME)).toMatchObject({ queue: true, cases: ['K'] })
  expect(reduce(reset, { type: 'queue', view: queue(4) }).queue?.at).toBe(4)
})

test('a storm beyond what is kept makes older snapshots be read again instead of missing something', () => {
  let feed: Feed = reduce(emptyFeed, { type: 'queue', view: queue(1) })
  feed = reduce(feed, { type: 'case', view: caseSnapshot(1, []) })
  for (let at = 2; at < EVENTS_KEPT + 50; at += 1) {
    feed = reduce(feed, { type: 'event', at, event: { type: 'presence', agentId: 'x' }, heardAt: 0 })
  }
  expect(feed.events).toHaveLength(EVENTS_KEPT)
  expect(whatIsBehind(feed, ME)).toMatchObject({ queue: true, cases: ['K'] })
})

test('a case that somebody else has now is gone from the screen and asked for no more', () => {
  const feed = [
    { type: 'case', view: caseSnapshot(10, [customerSays(1, 'hola')]) } as FeedInput,
    { type: 'event', at: 11, event: { type: 'case', key: 'K', agentId: 'agent-2' }, heardAt: 0 } as FeedInput,
    { type: 'gone', key: 'K' } as FeedInput,
  ].reduce(reduce, emptyFeed)
  expect(caseNow(feed, 'K')).toBeUndefined()
  expect(whatIsBehind(feed, ME).cases).toEqual([])
})

test('older pages join the transcript once and in their place', () => {
  const feed = [
    {
      type: 'case',
      view: { ...caseSnapshot(10, [customerSays(5, 'e')]), transcriptBefore: '5' },
    } as FeedInput,
    {
      type: 'older',
      key: 'K',
      lines: [customerSays(3, 'c'), customerSays(4, 'd')],
      before: '3',
    } as FeedInput,
    {
      type: 'older',
      key: 'K',
      lines: [customerSays(1, 'a'), customerSays(2, 'b'), customerSays(3, 'c')],
    } as FeedInput,
  ].reduce(reduce, emptyFeed)
  const { lines, before } = transcriptOf(feed, 'K')
  expect(lines.map((line) => line.text).join('')).toBe('abcde')
  expect(before).toBeUndefined()
})

test('chats are ordered by who is owed an answer longest, parked ones apart', () => {
  const rows = [
    row({ key: 'calm', lastAt: time(50) }),
    row({ key: 'new', owedSince: time(40) }),
    row({ key: 'parked', parked: true }),
    row({ key: 'old', owedSince: time(10) }),
  ]
  const { mine, parked } = inOrderOwed(rows)
  expect(mine.map((r) => r.key)).toEqual(['old', 'new', 'calm'])
  expect(parked.map((r) => r.key)).toEqual(['parked'])
})

test('what the agent has read is not counted, what comes after is', () => {
  const feed = [
    { type: 'chats', view: { at: 10, chats: [row({ unread: 4 })] } } as FeedInput,
    lineEvent(11, customerSays(2, 'a')),
    lineEvent(12, customerSays(3, 'b')),
  ].reduce(reduce, emptyFeed)
  expect(chatRows(feed)[0]?.unread).toBe(6)
  expect(chatRows(feed, { K: 11 })[0]?.unread).toBe(1)
})

test('a lease warning marks the chat until the agent answers', () => {
  const warned = [
    { type: 'chats', view: { at: 10, chats: [row({ owedSince: time(1) })] } } as FeedInput,
    {
      type: 'event',
      at: 11,
      event: { type: 'lease-warning', key: 'K', agentId: ME, returnsAt: time(40) },
      heardAt: 0,
    } as FeedInput,
  ].reduce(reduce, emptyFeed)
  expect(chatRows(warned)[0]).toMatchObject({ warned: true, returnsAt: time(40) })
  const answered = reduce(warned, lineEvent(12, agentSays(9, 'Aquí estoy')))
  expect(chatRows(answered)[0]?.warned).toBe(false)
})

function screen(feed: Feed) {
  return { rows: chatRows(feed), lines: transcriptOf(feed, 'K').lines, now: caseNow(feed, 'K') }
}

function lineEvent(at: number, line: TranscriptLine): FeedInput {
  return { type: 'event', at, heardAt: 0, event: { type: 'line', key: 'K', agentId: ME, line } }
}

function delivery(change: { deliveredTo?: number; readTo?: number }): FeedInput {
  const event: AgentEvent = { type: 'delivery', key: 'K', conversationId: 'c', ...change }
  return { type: 'event', at: -1, heardAt: 0, event }
}

function customerSays(seq: number, text: string): TranscriptLine {
  return { seq, conversationId: 'c', at: time(seq), kind: 'message', from: { kind: 'customer' }, text }
}

function agentSays(seq: number, text: string): TranscriptLine {
  return { ...customerSays(seq, text), from: { kind: 'agent', id: ME, name: 'Lucía' } }
}

function row(change: Partial<ChatRow>): ChatRow {
  return {
    key: 'K',
    customerName: 'Marta',
    channel: 'web',
    language: 'es',
    lastText: '',
    lastFrom: 'customer',
    lastAt: time(0),
    unread: 0,
    parked: false,
    warned: false,
    ...change,
  }
}

function queue(at: number): QueueView {
  return { at, waiting: [], scheduled: [], size: 0, oldestWaitSeconds: 0 }
}

function caseSnapshot(at: number, transcript: TranscriptLine[]): CaseView {
  return {
    at,
    key: 'K',
    state: { kind: 'agent', agentId: ME, since: 0 },
    mine: true,
    customer: { id: 'm', name: 'Marta', conversations: [] },
    channel: 'web',
    language: 'es',
    reason: 'asked',
    asked: 'una persona',
    summary: { wants: '', tried: [], promised: [] },
    priority: 'normal',
    queue: 'general',
    clock: { askedAt: time(0), dueAt: time(180), waitedSeconds: 0 },
    warned: false,
    facts: [],
    transcript,
    commitments: [],
    earlier: [],
  }
}

/** Orders of the same things, by a small fixed generator: the same in every run. */
function shuffles<T>(things: readonly T[], count: number): T[][] {
  let seed = 7
  const chance = (): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  return Array.from({ length: count }, () =>
    things
      .map((thing) => ({ thing, place: chance() }))
      .sort((a, b) => a.place - b.place)
      .map(({ thing }) => thing),
  )
}
