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

/** A run of a build with these faults in it. */
async function runOf(
  breaks: Parameters<typeof install>[0],
  ...runs: readonly Partial<RunOptions>[]
): Promise<RunReport[]> {
  const installation = await install(breaks)
  try {
    return await Promise.all(
      runs.map((options) =>
        run({
          ...{ installation, store: 'redis', seed: 1, seconds: 2, servers: 1, customers: 6 },
          ...{ faults: [], restSeconds: 300 },
          ...options,
        }),
      ),
    )
  } finally {
    installation.remove()
  }
}

// All at once: most of a run is waiting, for leases to end and processes to start.
test.concurrent('whatever is killed, stopped, cut and filled, nothing that was acknowledged is lost or doubled', async () => {
  const reports = await runOf(
    [],
    { servers: 2, customers: 12, faults: FAULTS, messages: 50, skews: [0, 300_000], withWhatsApp: true },
    { store: 'embedded', faults: FAULTS, messages: 20, withWhatsApp: true },
  )
  const { line } = summaryOf(reports)
  expect(`${reports.map(tell).join('')}${line}`).toMatch(
    /chaos: held: .* 0 lost, 0 doubled, 0 broken otherwise/,
  )
})

test.concurrent.each(BROKEN_BUILDS)('a build $name is caught', async ({ breaks, run: options, says }) => {
  const [report] = await runOf(breaks, options)
  const { loss = [], doubles = [], broken = [] } = report?.verdict ?? {}
  expect([...loss, ...doubles, ...broken].join('\n')).toMatch(says)
})
