/**
 * `npm run bench:turn`: a full durable turn of Escotilla (accept, recognise, dialog, commit, deliver) against a
 * bare botbuilder echo bot that keeps its state in memory, with the same load generator in the same run; then how
 * fast the product starts and what it holds in memory. Then both over one Redis, with `appendfsync` always and everysec,
 * in one process and in two (`--redis none` leaves that out). `-- --json FILE` also writes the figures to a file;
 * `--profile FOLDER` leaves a CPU profile of the product there, and slows it.
 *
 * How the two are kept comparable:
 * - A turn's time runs from posting the customer's message to receiving the reply, for both.
 * - Each server is one process; the load generator is a third. Nothing else is started.
 * - Opening conversations, connections and sockets is outside the measured time, for both.
 * - Escotilla runs as `npm start` runs it, with its own defaults: tokens checked, transcript on disk with fsync,
 *   log lines written. The echo bot checks no token, keeps nothing and logs nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { startRedis } from '../../test/support/redis-server.ts'
import { AT_ONCE, compare, type Measured } from './compare.ts'
import { digits, judge, percentile, table } from './figures.ts'
import { type Footprint, footprint } from './footprint.ts'
import { startBaseline, startProduct, temporaryFolder } from './processes.ts'
import { SCRIPT } from './script.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '12' },
    conversations: { type: 'string', default: '160' },
    profile: { type: 'string' },
    /** `none` leaves it out. */
    redis: { type: 'string', default: 'always,everysec' },
    processes: { type: 'string', default: '1,2' },
    'redis-rounds': { type: 'string', default: '6' },
    /** Leaves out start-up and memory. */
    'turns-only': { type: 'boolean', default: false },
  },
})
interface OverRedis {
  fsync: string
  processes: number
  sides: Awaited<ReturnType<typeof compareSides>>
}

const progress = (text: string) => console.error(`  ${text}`)

console.error('Comparing turns (the two sides take rounds in turn)')
const sides = await compareSides()
const overRedis: OverRedis[] = []
for (const fsync of values.redis === 'none' ? [] : values.redis.split(',')) {
  for (const processes of values.processes.split(',')) {
    overRedis.push(await compareOverRedis(fsync, Number(processes)))
  }
}
const memory = values['turns-only'] ? undefined : await measureFootprint()
const targets = [
  ...turnTargets(sides),
  ...overRedis.flatMap(redisTargets),
  ...(memory ? footprintTargets(memory) : []),
]

console.log(
  [
    `${sides.baseline.turns} turns a side, ${AT_ONCE} at once, ${cpus().length} cores, Node ${process.version}`,
    table([
      ['', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms/turn', 'CPU', 'resident MB'],
      row('botbuilder echo bot, in memory', sides.baseline),
      row('Escotilla, durable', sides.escotilla),
      ...overRedis.flatMap((one) => [
        row(`bare bot, ${placeOf(one)}`, one.sides.baseline),
        row(`Escotilla, ${placeOf(one)}`, one.sides.escotilla),
      ]),
    ]),
    `The load generator used ${digits(sides.baseline.generatorCpuPercent, 0)}% and ${digits(sides.escotilla.generatorCpuPercent, 0)}% of a core.`,
    table([
      ['', 'measured', 'target', ''],
      ...targets.map((t) => [
        t.what,
        `${digits(t.value)} ${t.unit}`,
        `${t.must} ${t.target} ${t.unit}`,
        t.met ? 'met' : 'NOT MET',
      ]),
    ]),
  ].join('\n\n'),
)

if (values.json) {
  mkdirSync(dirname(values.json), { recursive: true })
  const report = {
    node: process.version,
    cores: cpus().length,
    atOnce: AT_ONCE,
    script: SCRIPT,
    sides,
    overRedis,
    memory,
    targets,
  }
  writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
}

async function compareSides() {
  using data = temporaryFolder()
  const baseline = await startBaseline()
  const profiling = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  const escotilla = await startProduct(data.path, profiling)
  try {
    const conversations = Number(values.conversations)
    return await compare(
      { baseline: [baseline], escotilla: [escotilla] },
      { rounds: Number(values.rounds), warmUp: 3, conversations, progress },
    )
  } finally {
    await Promise.all([baseline.stop(), escotilla.stop()])
  }
}

/** Both sides over one Redis, each with so many processes: the baseline keeps its state there, the product everything. */
async function compareOverRedis(fsync: string, processes: number): Promise<OverRedis> {
  console.error(
    `Over Redis, appendfsync ${fsync}, ${processes === 1 ? 'one process' : `${processes} processes`} a side`,
  )
  const redis = await startRedis(['appendfsync', fsync])
  using data = temporaryFolder()
  const each = Array.from({ length: processes }, (_, n) => join(data.path, String(n)))
  const baseline = await Promise.all(each.map(() => startBaseline(redis.url)))
  const escotilla = await Promise.all(each.map((folder) => startProduct(folder, [], redis.url)))
  try {
    const conversations = Number(values.conversations)
    const measured = await compare(
      { baseline, escotilla },
      { rounds: Number(values['redis-rounds']), warmUp: 2, conversations, progress },
    )
    return { fsync, processes, sides: measured }
  } finally {
    await Promise.all([...baseline, ...escotilla].map((one) => one.stop()))
    await redis.remove()
  }
}

async function measureFootprint(): Promise<Footprint> {
  console.error('Start-up and memory')
  return footprint({ conversations: 10_000, sockets: 500, progress })
}

function row(name: string, side: Measured): string[] {
  return [
    name,
    digits(side.turnsPerSecond, 0),
    digits(side.p50Ms),
    digits(side.p99Ms),
    digits(side.cpuMsPerTurn, 2),
    `${digits(side.cpuPercent, 0)}%`,
    digits(side.residentMb, 0),
  ]
}

function turnTargets({ baseline, escotilla }: { baseline: Measured; escotilla: Measured }) {
  return [
    judge(
      'turns a second, against the echo bot',
      'x',
      escotilla.turnsPerSecond / baseline.turnsPerSecond,
      'at least',
      3,
    ),
    judge('p99, against the echo bot', 'x', escotilla.p99Ms / baseline.p99Ms, 'at most', 0.5),
  ]
}

function placeOf({ fsync, processes }: OverRedis): string {
  return `Redis ${fsync}, ${processes} process${processes === 1 ? '' : 'es'}`
}

function redisTargets(one: OverRedis) {
  const { baseline, escotilla } = one.sides
  const ratio = escotilla.turnsPerSecond / baseline.turnsPerSecond
  return [judge(`turns a second, against a bare bot, ${placeOf(one)}`, 'x', ratio, 'at least', 3)]
}

function footprintTargets(memory: Footprint) {
  const load = `${memory.conversations} conversations and ${memory.sockets} sockets add`
  return [
    judge('start to ready, median', 's', percentile(memory.readyMs, 0.5) / 1000, 'at most', 3),
    judge('resident when idle, without Azure', 'MB', memory.idleMb, 'at most', 120),
    judge(`${load}, same process`, 'MB', memory.loadedMb - memory.idleMb, 'at most', 60),
    judge(`${load}, after a restart`, 'MB', memory.restartedMb - memory.idleMb, 'at most', 60),
  ]
}
