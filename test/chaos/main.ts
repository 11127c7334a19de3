/**
 * `npm run chaos -- --seconds 600 --seed 1`: faults while customers ask for people, over real server processes, on a
 * real Redis and, beside it, on the embedded store. The outside ledger is held against each desk at the end. Exit 1 on
 * any loss or double; the last line sums up. The same seed makes the same faults, customers and agents, as far as the
 * machine's scheduling lets it.
 */
import { parseArgs } from 'node:util'
import { stop } from 'esbuild'
import { ALL_FAULTS, FAULTS, type FaultKind } from './faults.ts'
import type { StoreKind } from './house.ts'
import { install } from './installation.ts'
import { summaryOf, tell } from './report.ts'
import { type RunOptions, run } from './run.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    servers: { type: 'string', default: '3' },
    /** At once. */
    customers: { type: 'string' },
    /** Only this one: redis or embedded. */
    store: { type: 'string' },
    /** Only these of `ALL_FAULTS`, comma-separated. */
    faults: { type: 'string', default: FAULTS.join(',') },
    /** Lines of redis.conf, comma-separated: `appendonly no,appendfsync everysec`. */
    redis: { type: 'string', default: '' },
    /** How long all may take to come to rest after the last fault, seconds. */
    rest: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
})
const MINUTES_5 = 300_000
const seconds = Number(values.seconds)
/** Ten minutes have two hundred of them. */
const customers = Number(values.customers ?? Math.min(200, Math.max(12, Math.round(seconds / 3))))
const faults = values.faults
  .split(',')
  .filter((kind): kind is FaultKind => ALL_FAULTS.some((known) => known === kind))
const stores: readonly StoreKind[] =
  values.store === 'redis' || values.store === 'embedded' ? [values.store] : ['redis', 'embedded']

const installation = await install()
try {
  const common: Omit<RunOptions, 'store'> = {
    installation,
    seed: Number(values.seed),
    seconds,
    servers: Number(values.servers),
    customers,
    faults,
    redis: values.redis.split(',').flatMap((line) => {
      const [name, value] = line.trim().split(' ')
      return name && value ? [[name, value] as const] : []
    }),
    restSeconds: Number(values.rest),
    withWhatsApp: true,
    // The first goes right; the second is fast, the third slow.
    skews: [0, MINUTES_5, -MINUTES_5],
  }
  const reports = await Promise.all(
    stores.map((store) => {
      // One server of four, and so a part of the customers.
      const here = store === 'redis' ? customers : Math.ceil(customers / 4)
      return run({ ...common, store, customers: here }, (text) => process.stderr.write(`  ${text}\n`))
    }),
  )
  process.stdout.write(values.json ? `${JSON.stringify(reports)}\n` : reports.map(tell).join(''))
  const summary = summaryOf(reports)
  process.stdout.write(`${summary.line}\n`)
  process.exitCode = summary.held ? 0 : 1
} finally {
  installation.remove()
  await stop()
}
