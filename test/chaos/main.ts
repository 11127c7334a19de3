/**
 * `npm run chaos -- --seconds 600 --seed 1`: faults while customers ask for people, over real server processes and a
 * real Redis. The outside ledger is held against the desk at the end. Exit 1 on any loss or double; the last line sums
 * up. The same seed makes the same faults, customers and agents, as far as the machine's scheduling lets it.
 */
import { parseArgs } from 'node:util'
import { FAULTS, type FaultKind } from './faults.ts'
import { summaryOf, tell } from './report.ts'
import { run } from './run.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    servers: { type: 'string', default: '3' },
    customers: { type: 'string', default: '24' },
    /** Only these, comma-separated. */
    faults: { type: 'string', default: FAULTS.join(',') },
    /** Lines of redis.conf, comma-separated: `appendonly no,appendfsync always`. */
    redis: { type: 'string', default: '' },
    /** How long all may take to come to rest after the last fault, seconds. */
    rest: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
})
const faults = values.faults
  .split(',')
  .filter((kind): kind is FaultKind => FAULTS.some((known) => known === kind))
const MINUTES_5 = 300_000
const report = await run(
  {
    seed: Number(values.seed),
    seconds: Number(values.seconds),
    servers: Number(values.servers),
    customers: Number(values.customers),
    faults,
    redis: values.redis.split(',').flatMap((line) => {
      const [name, value] = line.trim().split(' ')
      return name && value ? [[name, value] as const] : []
    }),
    restSeconds: Number(values.rest),
    // The first goes right; the second is fast, the third slow.
    skews: [0, MINUTES_5, -MINUTES_5],
  },
  (text) => process.stderr.write(`  ${text}\n`),
)
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : tell(report))
const summary = summaryOf(report)
process.stdout.write(`${summary.line}\n`)
process.exitCode = summary.held ? 0 : 1
