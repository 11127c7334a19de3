import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { migrate } from '../../src/store/embedded/schema.ts'
import type { Change, Store } from '../../src/store/store.ts'
import { ManualClock } from '../support/manual-clock.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let folder: string
let clock: ManualClock
const opened: Store[] = []
const children: ChildProcess[] = []
const file = () => join(folder, 'escotilla.db')

function open(options: { waitMs?: number; limitBytes?: number } = {}): Store {
  const store = openEmbedded({ folder, clock, ...options })
  opened.push(store)
  return store
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'escotilla-file-'))
  clock = new ManualClock()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('one process has the data', () => {
  test('a second opening is refused after a short wait, and told what to do', async () => {
    const store = open()
    const started = performance.now()
    expect(() => open({ waitMs: 200 })).toThrow(
      expect.objectContaining({ code: 'store-in-use', message: expect.stringContaining('set DATA_DIR') }),
    )
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(await store.commit({ id: 'c', append: [{ log: 'l', body: 'x' }] })).toMatchObject({ seqs: [1] })
  })

  test('the data is free again as soon as the other process is dead', async () => {
    const writer = join(import.meta.dirname, '../contract/writer.ts')
    const opener = join(import.meta.dirname, 'open-embedded.ts')
    const child = spawn(process.execPath, [writer, opener, JSON.stringify({ folder })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    await once(child.stdout, 'data')
    child.stdout.resume()
    expect(() => open({ waitMs: 50 })).toThrow(expect.objectContaining({ code: 'store-in-use' }))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await open().lines('conversation/c', 0, 1)).toHaveLength(1)
  })

  test('what a dead process had leased is free at once, for nobody else can have it', async () => {
    const first = open()
    await first.commit({ id: 'c', append: [{ log: 'l', body: 'x', wake: 'inputs' }] })
    const options = { by: 'w', upTo: Number.MAX_SAFE_INTEGER, n: 1, leaseMs: DAY_MS }
    await first.take(['inputs'], options)
    await first.close()
    expect(await open().take(['inputs'], options)).toMatchObject([{ member: 'l', attempts: 2 }])
  })

  test('the file is for its user only', () => {
    open()
    expect(statSync(file()).mode & 0o077).toBe(0)
  })
})

describe('versions of the file', () => {
  test('a file of a newer program is refused and left as it is', async () => {
    await open().close()
    const db = new DatabaseSync(file())
    db.exec('PRAGMA user_version = 99')
    db.close()
    const before = readFileSync(file())
    expect(() => open()).toThrow(
      expect.objectContaining({ code: 'store-newer', message: expect.stringContaining('newer version') }),
    )
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  test('an older file goes through the steps it lacks, and through each once', () => {
    const db = new DatabaseSync(':memory:')
    const steps = ['CREATE TABLE t (a TEXT)', "INSERT INTO t VALUES ('one')"]
    migrate(db, steps)
    migrate(db, steps)
    migrate(db, [...steps, "INSERT INTO t VALUES ('two')"])
    expect(db.prepare('SELECT a FROM t').all()).toMatchObject([{ a: 'one' }, { a: 'two' }])
    db.close()
  })

  test('a step that fails leaves the file at the version before it', () => {
    const db = new DatabaseSync(':memory:')
    const good = 'CREATE TABLE t (a TEXT)'
    expect(() =>
      migrate(db, [good, "INSERT INTO t VALUES ('half'); INSERT INTO nowhere VALUES (1)"]),
    ).toThrow()
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toMatchObject({ n: 0 })
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 1 })
    migrate(db, [good, "INSERT INTO t VALUES ('whole')"])
    expect(db.prepare('SELECT a FROM t').all()).toMatchObject([{ a: 'whole' }])
    db.close()
  })

  test('a file that is no database is refused and left as it is', () => {
    writeFileSync(file(), 'my notes, '.repeat(1_000))
    expect(() => open()).toThrow(expect.objectContaining({ code: 'store-unusable' }))
    expect(readFileSync(file(), 'utf8')).toContain('my notes')
  })
})

describe('when the disk fails', () => {
  const big = (n: number): Change => ({
    id: `big-${n}`,
    put: [{ key: `k/${n}`, expect: 0, schema: 1, body: '{}', terms: [['i', n]] }],
    append: [{ log: 'l', body: 'x'.repeat(100_000), once: `in/${n}` }],
  })

  test('a full disk answers full, keeps what was committed, and goes on when there is room', async () => {
    const store = open({ limitBytes: 2_000_000 })
    const outcomes: string[] = []
    // From the first question on places are counted in memory, where a change that is undone must leave no mark.
    for (let n = 0; n < 30; n += 1) {
      outcomes.push((await store.commit(big(n))).outcome)
      await store.rank('i', 'k/0')
    }
    const stored = outcomes.filter((outcome) => outcome === 'committed').length
    expect(stored).toBeGreaterThan(5)
    expect(outcomes.slice(stored).every((outcome) => outcome === 'full')).toBe(true)
    expect(await store.page('i', undefined, 100)).toHaveLength(stored)
    expect(await store.rank('i', 'k/0')).toEqual({ before: 0, size: stored })
    expect(await store.health()).toMatchObject({ ok: false })
    await store.close()

    const roomier = open()
    expect(await roomier.commit(big(stored))).toMatchObject({ outcome: 'committed', seqs: [stored + 1] })
    expect(await roomier.health()).toMatchObject({ ok: true })
  })

  test('a change that finds no room does not spoil a smaller one beside it', async () => {
    const store = open({ limitBytes: 400_000 })
    const results = await Promise.all([
      store.commit({ id: 'before', append: [{ log: 'small', body: '1' }] }),
      store.commit({ id: 'huge', append: [{ log: 'huge', body: 'x'.repeat(1_000_000) }] }),
      store.commit({ id: 'after', append: [{ log: 'small', body: '2' }] }),
    ])
    expect(results.map(({ outcome }) => outcome)).toEqual(['committed', 'full', 'committed'])
    expect(await store.lines('small', 0, 10)).toHaveLength(2)
    expect(await store.lines('huge', 0, 10)).toEqual([])
  })

  test('a damaged file is refused by name', async () => {
    const store = open()
    for (let n = 0; n < 50; n += 1) await store.commit(big(n))
    await store.close()
    const descriptor = openSync(file(), 'r+')
    const garbage = Buffer.alloc(statSync(file()).size - 4_096, 0xa5)
    writeSync(descriptor, garbage, 0, garbage.length, 4_096)
    closeSync(descriptor)

    expect(() => open()).toThrow(expect.objectContaining({ code: 'store-unusable' }))
  })
})

test('ids past their time are forgotten a few at a time, with the writing that goes on', async () => {
  const store = open()
  const write = (n: number) =>
    store.commit({ id: `change-${n}`, append: [{ log: 'l', body: 'x', once: `in/${n}`, keep: 1 }] })
  for (let n = 0; n < 500; n += 1) await write(n)
  clock.advance(9 * DAY_MS)
  for (let n = 500; n < 540; n += 1) await write(n)
  await store.close()
  const db = new DatabaseSync(file())
  for (const table of ['changes', 'seen']) {
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toMatchObject({ n: 40 })
  }
  db.close()
})
