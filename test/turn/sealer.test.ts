import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { audit } from '../../src/proof/audit.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { logName, recordKey } from '../../src/store/keys.ts'
import type { Store, StoredLine } from '../../src/store/store.ts'
import type { Anchor } from '../../src/turn/seal.ts'
import { anchorDay, sealDue, startSealer } from '../../src/turn/sealer.ts'
import { decodeLine, erasedLine, lineAppend } from '../../src/turn/transcript.ts'
import { verifyConversation } from '../../src/turn/verify.ts'
import { countingIds, ManualClock } from '../support/manual-clock.ts'
import { until } from '../support/until.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let clock: ManualClock
let store: Store
let anchors: Anchor[]
const ids = countingIds()
const onError = (thrown: unknown): never => {
  throw thrown
}

beforeEach(() => {
  clock = new ManualClock()
  store = openEmbedded({ folder: ':memory:', clock })
  anchors = []
})
afterEach(() => store.close())

async function say(conversation: string, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const line = {
      kind: 'message' as const,
      id: ids.next(),
      at: clock.now(),
      from: { kind: 'customer' as const },
      text,
    }
    await store.commit({ id: ids.next(), append: [lineAppend(conversation, line, ids)] })
    clock.advance(1_000)
  }
}

async function seal(over: Store = store): Promise<void> {
  clock.advance(MINUTE_MS)
  await sealDue({ store: over, by: 'test', onError })
  await anchorDay({ store: over, onAnchor: (anchor) => anchors.push(anchor) })
}

/** The store as somebody left it who can write to its files. */
function tampered(log: string, change: (lines: StoredLine[]) => StoredLine[]): Store {
  const changed: Store['lines'] = async (name, after, limit) =>
    name === log
      ? change(await store.lines(name, 0, 1_000))
          .filter(({ seq }) => seq > after)
          .slice(0, limit)
      : await store.lines(name, after, limit)
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = name === 'lines' ? changed : Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

describe('a sealed conversation', () => {
  const log = logName.conversation('c1')
  beforeEach(async () => {
    await say('c1', 'hola', 'quiero cancelar', 'con una persona', 'gracias')
    await seal()
  })

  test('holds, and so does what was said after its seal', async () => {
    expect(await verifyConversation(store, 'c1')).toMatchObject({
      holds: true,
      sealed: 4,
      unsealed: 0,
      erased: 0,
    })
    await say('c1', 'otra cosa')
    expect(await verifyConversation(store, 'c1')).toMatchObject({
      holds: true,
      sealed: 4,
      unsealed: 1,
      erased: 0,
    })
    await seal()
    expect(await verifyConversation(store, 'c1')).toMatchObject({
      holds: true,
      sealed: 5,
      unsealed: 0,
      erased: 0,
    })
  })

  test('holds after a line was erased, and the line says that it was', async () => {
    const [, second] = await store.lines(log, 0, 2)
    const body = second && erasedLine(second)
    await store.commit({ id: 'erase', erase: [{ log, seq: 2, body: body ?? '' }] })
    expect(await verifyConversation(store, 'c1')).toMatchObject({
      holds: true,
      sealed: 4,
      unsealed: 0,
      erased: 1,
    })
    const read = (await store.lines(log, 0, 10)).map(decodeLine)
    expect(read.map((line) => (line.kind === 'message' ? line.text : line.kind))).toEqual([
      'hola',
      'unreadable',
      'con una persona',
      'gracias',
    ])
    await say('c1', 'y otra')
    await seal()
    expect(await verifyConversation(store, 'c1')).toMatchObject({ holds: true, sealed: 5, erased: 1 })
  })

  test.each<[string, (lines: StoredLine[]) => StoredLine[], string, number]>([
    [
      'other words',
      (l) => l.map((x) => ({ ...x, body: x.body.replace('cancelar', 'renovar') })),
      'altered',
      2,
    ],
    ['an unreadable line', (l) => l.map((x) => (x.seq === 3 ? { ...x, body: '{}' } : x)), 'altered', 3],
    ['a line left out', (l) => l.filter(({ seq }) => seq !== 2), 'missing', 2],
    ['its end left out', (l) => l.slice(0, 3), 'missing', 4],
    ['nothing left of it', () => [], 'missing', 1],
    [
      'a line left out and the others moved up',
      (l) => l.filter(({ seq }) => seq !== 2).map((x, n) => ({ ...x, seq: n + 1 })),
      'missing',
      4,
    ],
    [
      'two lines in each other’s place',
      (l) => l.map((x) => ({ ...x, body: l[[0, 2, 1, 3][x.seq - 1] ?? 0]?.body ?? '' })),
      'relinked',
      4,
    ],
    ['another time', (l) => l.map((x) => (x.seq === 1 ? { ...x, at: x.at - DAY_MS } : x)), 'relinked', 4],
    [
      'a forged line with a good digest of its own',
      (l) =>
        l.map((x) =>
          x.seq === 2
            ? {
                ...x,
                body: lineAppend('c1', { kind: 'timer', id: 't', at: 1, timerId: 't', name: 'n' }, ids).body,
              }
            : x,
        ),
      'relinked',
      4,
    ],
  ])('does not hold with %s', async (_, change, why, seq) => {
    expect(await verifyConversation(tampered(log, change), 'c1')).toEqual({ holds: false, why, seq })
    expect(await audit(tampered(log, change))).toMatchObject({
      breaks: [{ where: 'c1', why, seq }],
    })
  })

  test('whose seal was taken away is still held against the log of seals', async () => {
    const [stored] = await store.read([recordKey.seal('c1')])
    await store.commit({
      id: 'forge',
      put: [
        { key: recordKey.seal('c1'), expect: stored?.version ?? 0, schema: 1, body: '{"upTo":0,"chain":""}' },
      ],
    })
    const over = tampered(log, (lines) => lines.slice(0, 1))
    expect(await verifyConversation(over, 'c1')).toMatchObject({ holds: true })
    expect(await audit(over)).toMatchObject({ breaks: [{ where: 'c1' }] })
  })
})

test('a line rests a minute before it is sealed, and what came meanwhile is sealed with it', async () => {
  await say('c1', 'uno')
  clock.advance(30_000)
  await sealDue({ store, by: 'test', onError })
  expect(await verifyConversation(store, 'c1')).toMatchObject({ sealed: 0, unsealed: 1 })
  await say('c1', 'dos')
  await seal()
  expect(await verifyConversation(store, 'c1')).toMatchObject({ sealed: 2, unsealed: 0 })
})

test('a long conversation is sealed to its end, and each conversation for itself', async () => {
  const line = { kind: 'timer' as const, id: 't', at: 1, timerId: 't', name: 'n' }
  const append = Array.from({ length: 1_234 }, () => lineAppend('long', line, ids))
  await store.commit({ id: 'long', append })
  await Promise.all(Array.from({ length: 50 }, (_, n) => say(`c${n}`, 'hola')))
  await seal()
  expect(await verifyConversation(store, 'long')).toMatchObject({ holds: true, sealed: 1_234 })
  expect(await audit(store)).toMatchObject({ conversations: 51, breaks: [], brokenAnchors: [] })
})

test('two sealers at once seal a conversation once', async () => {
  await say('c1', 'hola')
  clock.advance(MINUTE_MS)
  await Promise.all(['one', 'two'].map((by) => sealDue({ store, by, onError })))
  expect(await store.lines(logName.seals(), 0, 10)).toHaveLength(1)
})

describe('anchors', () => {
  test('a day is anchored when it is over, once, and linked to the one before', async () => {
    await say('c1', 'lunes')
    await seal()
    expect(anchors).toEqual([])
    clock.advance(DAY_MS)
    await seal()
    await seal()
    await say('c1', 'martes')
    await seal()
    clock.advance(2 * DAY_MS)
    await seal()
    expect(anchors).toMatchObject([
      { day: '2026-03-10', upTo: 1 },
      { day: '2026-03-12', upTo: 2, previous: '2026-03-10' },
    ])
    expect(await audit(store)).toMatchObject({ breaks: [], brokenAnchors: [], anchors })
  })

  test.each<[string, (lines: StoredLine[]) => StoredLine[], string[]]>([
    [
      'a seal was changed',
      (l) => l.map((x) => (x.seq === 1 ? { ...x, body: x.body.replace('"upTo":1', '"upTo":2') } : x)),
      ['2026-03-10'],
    ],
    ['a seal was left out', (l) => l.filter(({ seq }) => seq !== 2), ['2026-03-10']],
    ['the seals of a day were left out', (l) => l.slice(0, 2), ['2026-03-11']],
  ])('an anchor tells that %s', async (_, change, days) => {
    await say('c1', 'lunes')
    await say('c2', 'lunes')
    await seal()
    clock.advance(DAY_MS)
    await seal()
    await say('c3', 'martes')
    await seal()
    clock.advance(DAY_MS)
    await seal()
    expect(anchors).toHaveLength(2)
    expect((await audit(tampered(logName.seals(), change))).brokenAnchors).toEqual(days)
  })
})

test('the running sealer seals and anchors by itself, and stops', async () => {
  const sealer = startSealer({
    store,
    clock,
    by: 'test',
    onAnchor: (anchor) => anchors.push(anchor),
    onError,
  })
  await say('c1', 'hola')
  await until(async () => {
    clock.advance(60 * MINUTE_MS)
    return anchors.length > 0
  }, 'an anchor')
  await sealer.stop()
  expect(await audit(store)).toMatchObject({ conversations: 1, breaks: [], brokenAnchors: [], anchors })
})
