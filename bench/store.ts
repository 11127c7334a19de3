/**
 * `npm run bench:store`: the embedded store by itself. Commits a second and their latency with 1, 16 and 64 writers,
 * where a commit is a conversation's turn (a record of 2 kB with its version checked, four lines of which one was
 * never seen before and waits for a worker, one consumed); beside it bare SQLite with the same record and lines and
 * nothing else, as the machine's limit. Then claiming the next of 1,000 and of 1,000,000 who wait.
 *
 *     npm run bench:store -- --seconds 3 --waiting 1000,1000000 --json FILE
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { openEmbedded } from '../src/store/embedded/open.ts'
import { indexName, logName, outsideId, recordKey } from '../src/store/keys.ts'
import type { Change, Put, Store } from '../src/store/store.ts'
import { systemClock } from '../src/system.ts'
import { digits, percentile, table } from './turn/figures.ts'

const RECORD = JSON.stringify({ text: 'x'.repeat(2_000) })
const LINE = JSON.stringify({ text: 'y'.repeat(300) })
const CLAIMS = 2_000
const LOADED_AT_ONCE = 2_000

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    waiting: { type: 'string', default: '1000,1000000' },
  },
})
const seconds = Number(values.seconds)
const id = (): string => randomBytes(16).toString('base64url')

interface Figure {
  what: string
  perSecond: number
  p50: number
  p99: number
  cpuMicroseconds: number
}

/** Runs `once` again and again on each of `atOnce` lines of work; times are milliseconds. */
async function measure(
  what: string,
  atOnce: number,
  ended: (n: number) => boolean,
  once: (w: number) => unknown,
) {
  const times: number[] = []
  const started = performance.now()
  const cpu = process.cpuUsage()
  const work = async (_: unknown, w: number): Promise<void> => {
    while (!ended(times.length)) {
      const from = performance.now()
      await once(w)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const { user, system } = process.cpuUsage(cpu)
  const figure: Figure = {
    what,
    perSecond: (times.length / (performance.now() - started)) * 1_000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpuMicroseconds: (user + system) / times.length,
  }
  console.error(`  ${what}: ${digits(figure.perSecond, 0)} a second`)
  return figure
}

function forSeconds(): () => boolean {
  const end = performance.now() + seconds * 1_000
  return () => performance.now() >= end
}

/** A turn of conversation `c`, whose record was written `version` times before. */
function turn(c: string, version: number): Change {
  const log = logName.conversation(c)
  return {
    id: id(),
    put: [{ key: recordKey.bot(c), expect: version, schema: 1, body: RECORD }],
    append: [
      {
        log,
        body: LINE,
        once: outsideId('web', c, String(version)),
        wake: [indexName.inputs(), indexName.unsealed()],
      },
      ...Array.from({ length: 3 }, () => ({ log, body: LINE, wake: [indexName.unsealed()] })),
    ],
    consume: [{ log, upTo: version * 4 + 4, wake: indexName.inputs() }],
  }
}

async function commits(store: Store, writers: number): Promise<Figure> {
  const conversations = Array.from({ length: writers }, () => ({ c: id(), version: 0 }))
  return await measure(`commits, ${writers} writers`, writers, forSeconds(), async (w) => {
    const mine = conversations[w] as (typeof conversations)[number]
    const { outcome } = await store.commit(turn(mine.c, mine.version))
    if (outcome !== 'committed') throw new Error(outcome)
    mine.version += 1
  })
}

/** The same record and lines by bare statements, sixteen turns in a transaction: what SQLite can do here. */
async function bareSqlite(folder: string): Promise<Figure> {
  const db = new DatabaseSync(join(folder, 'bare.db'))
  db.exec(`
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE records (key TEXT NOT NULL UNIQUE, version INTEGER, body TEXT);
    CREATE TABLE lines (log TEXT, seq INTEGER, at INTEGER, body TEXT, PRIMARY KEY (log, seq)) WITHOUT ROWID`)
  const version = db.prepare('SELECT version FROM records WHERE key = ?')
  const put = db.prepare(
    'INSERT INTO records VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET version = version + 1, body = excluded.body',
  )
  const append = db.prepare('INSERT INTO lines VALUES (?, ?, ?, ?)')
  const conversations = Array.from({ length: 16 }, id)
  let seq = 0
  const figure = await measure('bare SQLite, 16 turns a transaction', 1, forSeconds(), () => {
    db.exec('BEGIN IMMEDIATE')
    for (const c of conversations) {
      version.get(c)
      put.run(c, RECORD)
      for (let n = 0; n < 4; n += 1) {
        seq += 1
        append.run(c, seq, 1, LINE)
      }
    }
    db.exec('COMMIT')
    return new Promise((resolve) => setImmediate(resolve))
  })
  db.close()
  return { ...figure, perSecond: figure.perSecond * 16, cpuMicroseconds: figure.cpuMicroseconds / 16 }
}

const QUEUE = indexName.queue('general')
const casePut = (n: number, version: number, terms: Put['terms']): Put => ({
  key: recordKey.case(`case-${n}`),
  expect: version,
  schema: 1,
  body: '{}',
  ...(terms ? { terms } : {}),
})

/** Waiting cases are claimed one after another: taken and moved to their agent. One claim at a time, then 200. */
async function claims(folder: string, waiting: number): Promise<Figure[]> {
  const store = openEmbedded({ folder, clock: systemClock })
  for (let n = 0; n < waiting; n += LOADED_AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(LOADED_AT_ONCE, waiting - n) / 50 }, (_, i) =>
        store.commit({
          id: id(),
          put: Array.from({ length: 50 }, (__, k) => casePut(n + i * 50 + k, 0, [[QUEUE, n + i * 50 + k]])),
        }),
      ),
    )
  }
  const claim = async (): Promise<void> => {
    const [taken] = await store.take([QUEUE], { by: 'bench', upTo: Number.MAX_VALUE, n: 1, leaseMs: 10_000 })
    if (!taken) throw new Error('nobody waits')
    const agent = indexName.agentCases('agent-1')
    const { outcome } = await store.commit({
      id: id(),
      put: [casePut(taken.score, 1, [[agent, taken.score]])],
    })
    if (outcome !== 'committed') throw new Error(outcome)
  }
  const count = Math.min(CLAIMS, waiting / 4)
  const figures = [
    await measure(`claim-next of ${waiting}, 1 claimer`, 1, (n) => n >= count, claim),
    await measure(`claim-next of ${waiting}, 200 claimers`, 200, (n) => n >= count, claim),
    await measure(
      `rank in the middle of ${waiting}`,
      1,
      (n) => n >= 20,
      () => store.rank(QUEUE, recordKey.case(`case-${Math.floor(waiting / 2)}`)),
    ),
  ]
  await store.close()
  return figures
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'escotilla-bench-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const figures: Figure[] = [await inFolder(bareSqlite)]
for (const writers of [1, 16, 64]) {
  figures.push(
    await inFolder(async (folder) => {
      const store = openEmbedded({ folder, clock: systemClock })
      const figure = await commits(store, writers)
      await store.close()
      return figure
    }),
  )
}
for (const waiting of values.waiting.split(',').map(Number)) {
  figures.push(...(await inFolder((folder) => claims(folder, waiting))))
}
console.log(`${cpus().length} cores, Node ${process.version}, embedded store, every commit on disk`)
console.log(
  table([
    ['', 'a second', 'p50 ms', 'p99 ms', 'CPU µs each'],
    ...figures.map((f) => [
      f.what,
      digits(f.perSecond, 0),
      digits(f.p50),
      digits(f.p99),
      digits(f.cpuMicroseconds, 0),
    ]),
  ]),
)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`)
