import { afterAll, expect, jest, test } from '@jest/globals'
import { stop } from 'esbuild'
import { BROKEN_BUILDS } from './broken.ts'
import { FAULTS } from './faults.ts'
import { install } from './installation.ts'
import { summaryOf, tell } from './report.ts'
import { type RunOptions, type RunReport, run } from './run.ts'

// Real processes that are killed and started again: on a busy machine they take their time.
jest.setTimeout(600_000)
afterAll(() => stop())

/** One for all runs: bundling takes as long as a run. Which faults are in, each server is told. */
const installation = install(BROKEN_BUILDS)
afterAll(async () => (await installation).remove())

async function runOf(options: Partial<RunOptions>): Promise<RunReport> {
  return await run({
    ...{ installation: await installation, store: 'redis', seed: 1, seconds: 2, servers: 1, customers: 6 },
    ...{ faults: [], restSeconds: 300 },
    ...options,
  })
}

// All at once: most of a run is waiting, for leases to end and processes to start.
test.concurrent('whatever is killed, stopped, cut and filled, nothing that was acknowledged is lost or doubled', async () => {
  const common = { faults: FAULTS, withWhatsApp: true }
  const reports = await Promise.all([
    runOf({ ...common, servers: 2, customers: 12, messages: 50, skews: [0, 300_000] }),
    runOf({ ...common, store: 'embedded', messages: 20 }),
  ])
  const { line } = summaryOf(reports)
  expect(`${reports.map(tell).join('')}${line}`).toMatch(
    /chaos: held: .* 0 lost, 0 doubled, 0 broken otherwise/,
  )
})

test.concurrent.each(BROKEN_BUILDS)(
  'a build $name is caught',
  async ({ name, run: options, says, runs = 1 }) => {
    let found = ''
    for (let seed = 1; seed <= runs && !says.test(found); seed += 1) {
      const { loss, doubles, broken } = (await runOf({ seed, ...options, build: name })).verdict
      found = [...loss, ...doubles, ...broken].join('\n')
    }
    expect(found).toMatch(says)
  },
)
