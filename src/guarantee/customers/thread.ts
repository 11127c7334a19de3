import { parentPort, workerData } from 'node:worker_threads'
import { Crowd, type Place } from './crowd.ts'
import type { Visited } from './states.ts'
import type { Tally } from './tally.ts'

/** What a thread is told to do. */
export type Order = { kind: 'run'; seed: number; from: number; to: number } | { kind: 'end' }
/** What it answers. */
export type Report =
  | { kind: 'ready' }
  | { kind: 'ran'; tally: Tally }
  | { kind: 'ended'; visited: ReadonlyMap<string, Visited>; cpuMs: number }

const port = parentPort
if (port) {
  const crowd = await Crowd.open(workerData as Place)
  const report = (it: Report): void => port.postMessage(it)
  const carryOut = async (order: Order): Promise<void> => {
    if (order.kind === 'run') {
      report({ kind: 'ran', tally: await crowd.run(order.seed, order.from, order.to) })
      return
    }
    const { user, system } = process.threadCpuUsage()
    report({ kind: 'ended', visited: crowd.visited(), cpuMs: Math.round((user + system) / 1_000) })
    port.close()
  }
  port.on('message', (order: Order) => void carryOut(order))
  report({ kind: 'ready' })
}
