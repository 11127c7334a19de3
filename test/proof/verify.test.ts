import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sweepOver } from '../../src/archive/sweep.ts'
import { writeArchive } from '../../src/archive/write.ts'
import { STAYS_MS } from '../../src/cases/stays.ts'
import { type Audit, audit } from '../../src/proof/audit.ts'
import { differingAnchors } from '../../src/proof/kept-anchors.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { indexName, logName, recordKey } from '../../src/store/keys.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'
import { auditAsks } from '../../src/turn/asks-audit.ts'
import { CHAIN_START, linkLine, sealCodec } from '../../src/turn/seal.ts'
import { anchorDay, sealDue } from '../../src/turn/sealer.ts'
import { encodeLine, erasedLine, lineAppend } from '../../src/turn/transcript.ts'
import { countingIds, ManualClock } from '../support/manual-clock.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { House } from '../turn/house.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const ROOT = path.join(import.meta.dirname, '../..')
const ids = countingIds()

let redis: RedisServer
let desks = 0
beforeAll(async () => {
  redis = await startRedis(['appendfsync', 'no'])
})
afterAll(() => redis.remove())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-verify-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const message = (text: string) => ({
  kind: 'message' as const,
  id: ids.next(),
  at: 0,
  from: { kind: 'customer' as const },
  text,
})

async function say(store: Store, conversation: string, ...texts: string[]): Promise<void> {
  const append = texts.map((text) => lineAppend(conversation, message(text), ids))
  await store.commit({ id: ids.next(), append })
}

async function seal(store: Store, clock: ManualClock): Promise<void> {
  clock.advance(MINUTE)
  await sealDue({
    store,
    by: 'test',
    onError: (thrown) => {
      throw thrown
    },
  })
  await anchorDay({ store, onAnchor: () => undefined })
}

/** Writes to a line of the store as somebody does who can. */
async function overwrite(store: Store, conversation: string, seq: number, body: string): Promise<void> {
  const log = logName.conversation(conversation)
  expect(await store.commit({ id: ids.next(), erase: [{ log, seq, body }] })).toMatchObject({
    outcome: 'committed',
  })
}

const bodyOf = async (store: Store, conversation: string, seq: number) =>
  (await store.lines(logName.conversation(conversation), seq - 1, 1))[0] ?? { seq, at: 0, body: '' }

describe.each(['embedded', 'redis'])('verifying the %s store', (kind) => {
  let clock: ManualClock
  let store: Store
  beforeEach(async () => {
    clock = new ManualClock()
    desks += 1
    store =
      kind === 'redis'
        ? await openRedis({ url: redis.url, desk: `verify-${desks}`, clock })
        : openEmbedded({ folder: ':memory:', clock })
    await say(store, 'c1', 'hola', 'quiero cancelar', 'con una persona')
    await say(store, 'c2', 'hola')
    await seal(store, clock)
    clock.advance(DAY)
    await seal(store, clock)
    await say(store, 'c2', 'otra cosa')
    await say(store, 'c3', 'acabo de llegar')
  })
  afterEach(() => store.close())

  test('everything holds, and all is counted, in one round or in several', async () => {
    const all = {
      conversations: 3,
      lines: 6,
      erased: 0,
      unsealed: 2,
      ended: 0,
      breaks: [],
      brokenAnchors: [],
    }
    expect(await audit(store)).toMatchObject(all)
    expect(await audit(store, { atOnce: { conversations: 1, bytes: 1 } })).toMatchObject(all)
  })

  test('an erased line is counted and breaks nothing', async () => {
    await overwrite(store, 'c1', 2, erasedLine(await bodyOf(store, 'c1', 2)) ?? '')
    expect(await audit(store)).toMatchObject({ lines: 6, erased: 1, breaks: [], brokenAnchors: [] })
  })

  test('other words are told, and words with a good digest of their own as well', async () => {
    const { body } = await bodyOf(store, 'c1', 2)
    await overwrite(store, 'c1', 2, body.replace('cancelar', 'renovar'))
    await overwrite(store, 'c2', 1, encodeLine(message('adiós'), ids))
    // Not sealed yet: its own digest tells.
    await overwrite(store, 'c3', 1, (await bodyOf(store, 'c3', 1)).body.replace('llegar', 'irme'))
    const { breaks } = await audit(store)
    expect(breaks.toSorted((a, b) => a.where.localeCompare(b.where))).toEqual([
      { where: 'c1', seq: 2, why: 'altered', archived: false },
      { where: 'c2', seq: 1, why: 'relinked', archived: false },
      { where: 'c3', seq: 1, why: 'altered', archived: false },
    ])
  })

  async function putSeal(conversation: string, value: { upTo: number; chain: string }): Promise<void> {
    const [stored] = await store.read([recordKey.seal(conversation)])
    const key = recordKey.seal(conversation)
    const put = [sealCodec.put({ key, version: stored?.version ?? 0, value })]
    await store.commit({ id: ids.next(), put })
  }

  test.each([
    ['put back', { upTo: 0, chain: '' }, 'seal', 3],
    ['linked otherwise', { upTo: 3, chain: 'forged' }, 'relinked', 3],
  ])('a seal that was %s is told', async (_, value, why, seq) => {
    await putSeal('c1', value)
    expect(await audit(store)).toMatchObject({ breaks: [{ where: 'c1', why, seq }] })
  })

  test('a seal that never was in the log of seals is told', async () => {
    await say(store, 'c4', 'hola')
    await putSeal('c4', { upTo: 1, chain: linkLine(CHAIN_START, await bodyOf(store, 'c4', 1)) })
    expect(await audit(store)).toMatchObject({ breaks: [{ where: 'c4', why: 'seal', seq: 1 }] })
  })

  test('a conversation that was taken away is told', async () => {
    const [stored] = await store.read([recordKey.seal('c1')])
    const log = logName.conversation('c1')
    await store.commit({
      id: ids.next(),
      drop: [{ key: recordKey.seal('c1'), expect: stored?.version ?? 0 }],
      trim: [{ log, upTo: 3, whole: true }],
    })
    expect(await audit(store)).toMatchObject({ breaks: [{ where: 'c1', why: 'missing', seq: 1 }] })
  })

  test('a seal of a day that is over, changed, breaks its anchor', async () => {
    const [first] = await store.lines(logName.seals(), 0, 1)
    const body = first?.body.replace('"upTo":', '"upTo": ') ?? ''
    await store.commit({ id: ids.next(), erase: [{ log: logName.seals(), seq: 1, body }] })
    expect(await audit(store)).toMatchObject({ breaks: [], brokenAnchors: ['2026-03-10'] })
  })

  test.each(['2026-03-10', 'latest'])('the anchor %s, taken away, is told', async (day) => {
    const [stored] = await store.read([recordKey.anchor(day)])
    await store.commit({
      id: ids.next(),
      drop: [{ key: recordKey.anchor(day), expect: stored?.version ?? 0 }],
    })
    expect(await audit(store)).toMatchObject({ breaks: [], brokenAnchors: ['2026-03-10'] })
  })

  test('without any anchor a day is missed, once the sealer has gone on for an hour', async () => {
    await seal(store, clock)
    for (const day of ['2026-03-10', 'latest']) {
      const [stored] = await store.read([recordKey.anchor(day)])
      const drop = [{ key: recordKey.anchor(day), expect: stored?.version ?? 0 }]
      await store.commit({ id: ids.next(), drop })
    }
    expect((await audit(store)).brokenAnchors).toEqual([])
    clock.advance(61 * MINUTE)
    await say(store, 'c3', 'sigo aquí')
    clock.advance(MINUTE)
    await sealDue({ store, by: 'test', onError: () => undefined })
    expect((await audit(store)).brokenAnchors).toEqual(['2026-03-10'])
  })

  test('anchors are held against those in the log of the servers', async () => {
    const { anchors } = await audit(store)
    async function* log(chain: string | undefined) {
      yield 'not JSON, with "anchor" in it'
      yield JSON.stringify({ msg: 'other' })
      yield JSON.stringify({ anchor: { ...anchors[0], chain } })
    }
    expect(await differingAnchors(anchors, log(anchors[0]?.chain))).toEqual([])
    expect(await differingAnchors(anchors, log('other'))).toEqual(['2026-03-10'])
  })
})

describe('the archive’s files', () => {
  let house: House
  let rows: string[]
  beforeEach(async () => {
    house = await House.open()
    const first = await house.startAs('a')
    await say(house.store, first.id, 'hola', 'nada, gracias')
    await pass(0)
    await pass(DAY)
    await auditAsks({ ...house, logger: { error: () => undefined } as never })
    await pass(STAYS_MS + 2 * DAY)
    // Somebody is here still when the first one goes to the files.
    await say(house.store, (await house.startAs('b')).id, 'hola')
    await pass(0)
    await writeFiles()
    const [file] = readdirSync(folder)
    rows = readFileSync(path.join(folder, file ?? ''), 'utf8')
      .trimEnd()
      .split('\n')
  })
  afterEach(() => house.close())

  async function pass(ms: number): Promise<void> {
    house.clock.advance(ms)
    await seal(house.store, house.clock)
    const due = await house.store.take([indexName.due('archive')], {
      by: 'test',
      upTo: house.store.now(),
      n: 100,
      leaseMs: 1,
    })
    for (const { member } of due) await sweepOver({ store: house.store, ids: house.ids }, member)
  }

  const writeFiles = () =>
    writeArchive({ store: house.store, ids: house.ids, by: 'test', folder, uploads: folder, dryRun: false })

  /** The files with their rows changed. */
  async function withRows(change: (rows: string[]) => string[]): Promise<Audit> {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
    writeFileSync(
      path.join(folder, 'archive-2026-04-20.jsonl'),
      change(rows)
        .map((row) => `${row}\n`)
        .join(''),
    )
    return await audit(house.store, { archive: folder })
  }

  const isLine = (row: string, seq: number) => row.includes('"kind":"line"') && row.includes(`"seq":${seq},`)

  test('hold with what is here, also with rows that a crash has written twice', async () => {
    expect(await audit(house.store)).toMatchObject({
      conversations: 1,
      ended: 1,
      breaks: [],
      brokenAnchors: [],
    })
    const all = {
      conversations: 1,
      ended: 0,
      archive: { conversations: 1, erased: 0 },
      breaks: [],
      brokenAnchors: [],
    }
    expect(await audit(house.store, { archive: folder })).toMatchObject(all)
    expect(await withRows((r) => [...r.slice(0, 2), ...r])).toMatchObject(all)
    const [file] = readdirSync(folder)
    appendFileSync(path.join(folder, file ?? ''), '{"kind":"li')
    expect(await audit(house.store, { archive: folder })).toMatchObject(all)
  })

  test.each<[string, (rows: string[]) => string[], object]>([
    ['other words', (r) => r.map((x) => x.replace('nada, gracias', 'no, gracias')), { why: 'altered' }],
    ['a line left out', (r) => r.filter((x) => !isLine(x, 2)), { why: 'missing', seq: 2 }],
    ['the end left out', (r) => r.filter((x) => !isLine(x, 3)), { why: 'missing', seq: 3 }],
    [
      'another time',
      (r) => r.map((x) => (isLine(x, 1) ? x.replace(/"at":\d+/, '"at":1') : x)),
      { why: 'relinked' },
    ],
    ['everything left out', () => [], { why: 'missing', seq: 1 }],
  ])('do not hold with %s', async (_, change, fault) => {
    expect(await withRows(change)).toMatchObject({ breaks: [{ archived: true, ...fault }] })
  })

  test('hold with a line whose content was erased there, and count it', async () => {
    const erase = (row: string): string => {
      const parsed = JSON.parse(row) as { seq: number; at: number; body: unknown }
      const body = erasedLine({ ...parsed, body: JSON.stringify(parsed.body) }) ?? ''
      return JSON.stringify({ ...parsed, body: JSON.parse(body) as unknown })
    }
    const found = await withRows((r) => r.map((row) => (isLine(row, 2) ? erase(row) : row)))
    expect(found).toMatchObject({ archive: { erased: 1 }, breaks: [] })
  })

  test('hold with a conversation that began again under the same id, before it is sealed and after', async () => {
    const again = JSON.parse(rows.find((row) => isLine(row, 1)) ?? '') as { conversation: string }
    await say(house.store, again.conversation, 'he vuelto')
    const all = { conversations: 2, ended: 0, breaks: [], brokenAnchors: [] }
    expect(await audit(house.store, { archive: folder })).toMatchObject(all)
    await seal(house.store, house.clock)
    expect(await audit(house.store, { archive: folder })).toMatchObject(all)
  })
})

test('the command tells what does not hold, and ends with 1', async () => {
  const clock = new ManualClock()
  const run = async (env: Record<string, string>): Promise<{ code: number; said: string }> => {
    const args = ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'src/verify.ts')]
    const { PATH, NODE_COMPILE_CACHE } = process.env
    const options = { env: { PATH, NODE_COMPILE_CACHE, DATA_DIR: folder, ...env }, cwd: ROOT }
    try {
      return { code: 0, said: (await promisify(execFile)(process.execPath, args, options)).stdout }
    } catch (thrown) {
      const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string }
      return { code, said: stdout + stderr }
    }
  }
  const open: [Record<string, string>, () => Promise<Store> | Store][] = [
    [{}, () => openEmbedded({ folder, clock })],
    [
      { REDIS_URL: redis.url, DESK_ID: 'command' },
      () => openRedis({ url: redis.url, desk: 'command', clock }),
    ],
  ]
  expect(await run({})).toEqual({ code: 1, said: `there is no store in ${folder}\n` })
  for (const [env, openStore] of open) {
    const store = await openStore()
    await say(store, 'c1', 'hola', 'quiero cancelar')
    await seal(store, clock)
    await store.close()
    expect(await run(env)).toEqual({
      code: 0,
      said: '1 conversations, 2 lines, 0 of them erased, 0 not sealed yet\nno anchor yet\neverything holds\n',
    })
    const again = await openStore()
    const { body } = await bodyOf(again, 'c1', 2)
    await overwrite(again, 'c1', 2, body.replace('cancelar', 'renovar'))
    await again.close()
    const { code, said } = await run(env)
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^c1, 2: its content is not what was said\n1 do not hold$/m),
    ])
  }
}, 60_000)
