/**
 * `npm run bench:queue`: handing customers over to people. Asks and claims a second over Redis through the product's own
 * intake and desk, beside one bare script of the same size on the same Redis in the same run; 200 agents who claim at
 * once; what an open conversation and a waiting case take of Redis's memory; and claiming the next of few and of many.
 *
 *     npm run bench:queue -- --waiting 1000,100000 --asks 2000 --json FILE
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Redis } from 'ioredis'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { indexName } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'
import { systemClock } from '../../src/system.ts'
import { startRedis } from '../../test/support/redis-server.ts'
import { digits, judge, percentile, table } from '../turn/figures.ts'
import { openHouse } from './house.ts'
import { type Figure, measure, median } from './measure.ts'
import { bareScript, remembering } from './raw-script.ts'
import { claimNexts, fillLine } from './waiting.ts'

const AT_ONCE = 16
const AGENTS = 200
/** Asks and the bare script take turns; the middle one counts. */
const ROUNDS = 5

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    asks: { type: 'string', default: '2000' },
    waiting: { type: 'string', default: '1000,100000' },
    fsync: { type: 'string', default: 'always' },
  },
})
const asks = Number(values.asks)
const sizes = values.waiting.split(',').map(Number)

const redis = await startRedis(['appendfsync', values.fsync])
const figures: Figure[] = []
try {
  const desk = await measureDesk()
  const lines = await measureLines(desk.caseBody)
  const first = (store: string) => lines.find((line) => line.store === store)?.p99 ?? Number.NaN
  const last = (store: string) => lines.findLast((line) => line.store === store)?.p99 ?? Number.NaN
  const targets = [
    judge('asks a second, against the bare script', 'x', desk.ratio, 'at least', 0.5),
    judge('claimed twice', 'cases', desk.doubles, 'at most', 0),
    ...['embedded', 'Redis'].map((store) =>
      judge(
        `${store}: claim p99 with ${sizes.at(-1)} waiting, against ${sizes[0]}`,
        'x',
        last(store) / first(store),
        'at most',
        2,
      ),
    ),
  ]
  console.log(
    [
      `${cpus().length} cores, Node ${process.version}, Redis with appendfsync ${values.fsync}, ${AT_ONCE} at once`,
      table([
        ['', 'a second', 'p50 ms', 'p99 ms'],
        ...figures.map((f) => [f.what, digits(f.perSecond, 0), digits(f.p50), digits(f.p99)]),
      ]),
      `${AGENTS} agents at once: ${desk.claims} cases claimed, ${desk.doubles} twice, ${digits(desk.tries, 2)} tries a claim, ${desk.fewest} to ${desk.most} cases an agent`,
      `Redis holds ${digits(desk.conversationBytes, 0)} bytes an open conversation, and ${digits(desk.caseBytes, 0)} more when it waits in line`,
      table([
        ['', 'measured', 'target', ''],
        ...targets.map((t) => [
          t.what,
          `${digits(t.value, 2)} ${t.unit}`,
          `${t.must} ${t.target}`,
          t.met ? 'met' : 'NOT MET',
        ]),
      ]),
    ].join('\n\n'),
  )
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ figures, desk, targets }, undefined, 2)}\n`)
} finally {
  await redis.remove()
}

/** Real asks and real claims. */
async function measureDesk() {
  console.error('Asks and claims')
  const opened = await openRedis({ url: redis.url, desk: 'main' })
  const { store: remembers, last } = remembering(opened)
  let takes = 0
  const store = overStore(remembers, {
    take(indexes, options) {
      takes += 1
      return remembers.take(indexes, options)
    },
  })
  const house = await openHouse(store)
  const empty = await memory()
  const conversations: string[] = []
  figures.push(
    await measure('conversations opened', { times: asks, atOnce: AT_ONCE }, async () => {
      conversations.push(await house.arrive())
    }),
  )
  const arrived = await memory()
  // In turn, so that what else the machine does meanwhile slows both.
  const asked: Figure[] = []
  const raw: Figure[] = []
  const share = Math.floor(asks / ROUNDS)
  let caseBytes = 0
  let bare: Awaited<ReturnType<typeof bareScript>> | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await memory()
    const many = { times: share, atOnce: AT_ONCE }
    asked.push(
      await measure('asks: case and receipt stored', many, (n) =>
        house.ask(conversations[round * share + n] ?? ''),
      ),
    )
    caseBytes += (await memory()) - before
    const change = last()
    if (!change) throw new Error('nothing was committed')
    bare ??= await bareScript(redis.url, change)
    const script = bare
    raw.push(await measure('one bare script of that size', many, (n) => script.run(round * share + n)))
  }
  bare?.close()
  const change = last()
  if (!change) throw new Error('nothing was committed')
  const together = [asked, raw].map(median) as [Figure, Figure]
  figures.push(...together)

  const agents = Array.from({ length: AGENTS }, (_, n) => `agent-${n}`)
  for (const agent of agents) await house.comeOn(agent, 1_000)
  const claimed = new Map<string, number>()
  const keys: string[] = []
  takes = 0
  const each = Math.floor(asks / AGENTS)
  figures.push(
    await measure(`claims by ${AGENTS} agents at once`, { times: asks, atOnce: AGENTS }, async (n) => {
      const agent = agents[n % AGENTS] ?? ''
      const got = await claimNext(house.deps, agent, `claim-${n}`)
      if (got.outcome !== 'done') return
      keys.push(got.case.key)
      claimed.set(agent, (claimed.get(agent) ?? 0) + 1)
    }),
  )
  const shares = agents.map((agent) => claimed.get(agent) ?? 0)
  const caseBody = change.put?.find(({ key }) => key.startsWith('case/'))?.body ?? ''
  const left = await opened.rank(indexName.queue('general'), 'none')
  await opened.close()
  return {
    asks: together[0],
    bare: together[1],
    /** Each round's asks a second against its bare script's. */
    ratio: percentile(
      asked.map((one, n) => one.perSecond / (raw[n]?.perSecond ?? Number.NaN)),
      0.5,
    ),
    caseBody,
    claims: keys.length,
    doubles: keys.length - new Set(keys).size,
    tries: takes / keys.length,
    fewest: Math.min(...shares),
    most: Math.max(...shares),
    each,
    left: left.size,
    conversationBytes: (arrived - empty) / asks,
    caseBytes: caseBytes / (share * ROUNDS),
  }
}

/** Claiming the next of few and of many, in both stores: the lines take turns, on one Redis, and the middle round counts. */
async function measureLines(body: string): Promise<(Figure & { store: string })[]> {
  const lines: { store: Store; kind: string; what: string; rounds: Figure[]; folder: string }[] = []
  for (const many of sizes) {
    for (const kind of ['embedded', 'Redis']) {
      console.error(`${digits(many, 0)} waiting, ${kind}`)
      const folder = mkdtempSync(join(tmpdir(), 'escotilla-bench-'))
      const before = await memory()
      const store: Store =
        kind === 'Redis'
          ? await openRedis({ url: redis.url, desk: `line-${many}` })
          : openEmbedded({ folder, clock: systemClock })
      await fillLine(store, many, body)
      if (kind === 'Redis')
        console.error(`  ${digits(((await memory()) - before) / many, 0)} bytes a record in line`)
      lines.push({ store, kind, what: `claims with ${digits(many, 0)} waiting, ${kind}`, rounds: [], folder })
    }
  }
  await rewritten()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const line of lines) line.rounds.push(await claimNexts(line.store, line.what, body))
  }
  const all = lines.map(({ kind, rounds }) => ({
    ...median(rounds),
    p99: percentile(
      rounds.map(({ p99 }) => p99),
      0.5,
    ),
    store: kind,
  }))
  figures.push(...all)
  for (const { store, folder } of lines) {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return all
}

/** Redis writes its file anew after so much was loaded: that is not what is measured. */
async function rewritten(): Promise<void> {
  const client = new Redis(redis.url)
  while (/aof_rewrite_(in_progress|scheduled):1/.test(await client.info('persistence')))
    await systemClock.sleep(500)
  client.disconnect()
}

/** What Redis holds, bytes. */
async function memory(): Promise<number> {
  const client = new Redis(redis.url)
  const info = await client.info('memory')
  client.disconnect()
  return Number(/used_memory:(\d+)/.exec(info)?.[1])
}
