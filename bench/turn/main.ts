/**
 * `npm run bench:turn`: a full durable turn of Escotilla (accept, recognise, dialog, commit, deliver) against a
 * bare botbuilder echo bot that keeps its state in memory, with the same load generator in the same run; then how
 * fast the product starts and what it holds in memory. `-- --json FILE` also writes the figures to a file;
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
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
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
    /** Leaves out start-up and memory. */
    'turns-only': { type: 'boolean', default: false },
  },
})
const progress = (text: string) => console.error(`  ${text}`)

console.error('Comparing turns (the two sides take rounds in turn)')
const sides = await compareSides()
const memory = values['turns-only'] ? undefined : await measureFootprint()
const targets = [...turnTargets(sides), ...(memory ? footprintTargets(memory) : [])]

console.log(
  [
    `${sides.baseline.turns} turns a side, ${AT_ONCE} at once, ${cpus().length} cores, Node ${process.version}`,
    table([
      ['', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms/turn', 'CPU', 'resident MB'],
      row('botbuilder echo bot, in memory', sides.baseline),
      row('Escotilla, durable', sides.escotilla),
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
      { baseline, escotilla },
      { rounds: Number(values.rounds), warmUp: 3, conversations, progress },
    )
  } finally {
    await Promise.all([baseline.stop(), escotilla.stop()])
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

function footprintTargets(memory: Footprint) {
  const load = `${memory.conversations} conversations and ${memory.sockets} sockets add`
  return [
    judge('start to ready, median', 's', percentile(memory.readyMs, 0.5) / 1000, 'at most', 3),
    judge('resident when idle, without Azure', 'MB', memory.idleMb, 'at most', 120),
    judge(`${load}, same process`, 'MB', memory.loadedMb - memory.idleMb, 'at most', 60),
    judge(`${load}, after a restart`, 'MB', memory.restartedMb - memory.idleMb, 'at most', 60),
  ]
}
