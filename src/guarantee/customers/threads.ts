import { Worker } from 'node:worker_threads'
import type { Place } from './crowd.ts'
import type { Visited } from './states.ts'
import { both, NOBODY, type Tally } from './tally.ts'
import type { Order, Report } from './thread.ts'

/** Customers that a thread is given at a time. */
const AT_A_TIME = 250

export interface Simulated {
  tally: Tally
  visited: ReadonlyMap<string, Visited>
  cpuMs: number
}

/** Simulates in several threads. Who is simulated where changes nothing in what comes of it. */
export async function runThreads(
  place: Place,
  run: { seed: number; customers: number; threads: number; onProgress: (done: number) => void },
): Promise<Simulated> {
  let given = 0
  let done = 0
  const next = (): Order => {
    if (given >= run.customers) return { kind: 'end' }
    const from = given
    given = Math.min(run.customers, given + AT_A_TIME)
    return { kind: 'run', seed: run.seed, from, to: given }
  }
  const all = await Promise.all(
    Array.from({ length: run.threads }, () =>
      runThread(place, next, (tally) => {
        done += tally.sums.customers ?? 0
        run.onProgress(done)
      }),
    ),
  )
  return {
    tally: all.map(({ tally }) => tally).reduce(both, NOBODY),
    visited: joinVisited(all.map(({ visited }) => visited)),
    cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  }
}

/** One thread, until there is nobody left. Rejects with what went wrong in it. */
function runThread(place: Place, next: () => Order, ran: (tally: Tally) => void): Promise<Simulated> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: place })
    let tally = NOBODY
    worker.on('error', reject)
    worker.on('message', (report: Report) => {
      if (report.kind === 'ended') {
        resolve({ tally, visited: report.visited, cpuMs: report.cpuMs })
        return
      }
      if (report.kind === 'ran') {
        tally = both(tally, report.tally)
        ran(report.tally)
      }
      worker.postMessage(next())
    })
  })
}

/** Of each state the customer with the lowest number, whichever thread they were in. */
function joinVisited(all: readonly ReadonlyMap<string, Visited>[]): ReadonlyMap<string, Visited> {
  const joined = new Map<string, Visited>()
  for (const [key, visited] of all.flatMap((one) => [...one])) {
    const before = joined.get(key)
    if (!before || visited.customer < before.customer) joined.set(key, visited)
  }
  return joined
}
