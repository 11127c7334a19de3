import { type ChildProcess, fork } from 'node:child_process'
import { percentile } from './figures.ts'
import type { Order, RoundResult, Side } from './generator.ts'
import { cpuSeconds, type Running, residentMb } from './processes.ts'
import { SCRIPT } from './script.ts'

export const AT_ONCE = 16

export interface Measured {
  turns: number
  turnsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** Processor time of the side's processes for each turn, in milliseconds. */
  cpuMsPerTurn: number
  /** Share of one core the server and the generator used. */
  cpuPercent: number
  generatorCpuPercent: number
  residentMb: number
}

/** The load generator's process. */
export interface Generator {
  pid: number
  aim(side: Side, urls: readonly URL[]): Promise<void>
  open(side: Side, conversations: number): Promise<void>
  talk(): Promise<RoundResult>
  stop(): void
}

export function startGenerator(): Generator {
  const child = fork(new URL('generator.ts', import.meta.url), { execArgv: [] })
  if (child.pid === undefined) throw new Error('the load generator did not start')
  return {
    pid: child.pid,
    async aim(side, urls) {
      await send(child, { kind: 'aim', side, urls: urls.map(({ href }) => href) })
    },
    async open(side, conversations) {
      await send(child, { kind: 'open', side, conversations })
    },
    async talk() {
      return (await send(child, { kind: 'talk', script: SCRIPT, atOnce: AT_ONCE })) as RoundResult
    },
    stop: () => child.kill(),
  }
}

async function send(child: ChildProcess, order: Order): Promise<unknown> {
  const answer = await new Promise<{ ok: boolean; result?: unknown; why?: string }>((resolve, reject) => {
    const died = () => reject(new Error('the load generator died'))
    child.once('exit', died)
    child.once('message', (message: { ok: boolean; result?: unknown; why?: string }) => {
      child.off('exit', died)
      resolve(message)
    })
    child.send(order)
  })
  if (!answer.ok) throw new Error(answer.why)
  return answer.result
}

/**
 * Rounds of the two sides alternate, and so does who begins, so that what else the machine does hits both. The
 * side that is not measured idles. A figure is over all rounds: the turns of each, and the sum of their times.
 */
export async function compare(
  sides: Record<Side, readonly Running[]>,
  plan: { rounds: number; warmUp: number; conversations: number; progress: (text: string) => void },
): Promise<Record<Side, Measured>> {
  const generator = startGenerator()
  const names = Object.keys(sides) as Side[]
  const sums = new Map(
    names.map((side) => [side, { seconds: 0, cpu: 0, generatorCpu: 0, turns: [] as number[] }]),
  )
  try {
    for (const side of names) {
      await generator.aim(
        side,
        sides[side].map(({ url }) => url),
      )
    }
    for (let round = -plan.warmUp; round < plan.rounds; round += 1) {
      const order = round % 2 === 0 ? names : names.toReversed()
      for (const side of order) {
        await generator.open(side, plan.conversations)
        const cpu = allOf(sides[side], cpuSeconds)
        const generatorCpu = cpuSeconds(generator.pid)
        const result = await generator.talk()
        const sum = sums.get(side)
        if (!sum || round < 0) continue
        sum.cpu += allOf(sides[side], cpuSeconds) - cpu
        sum.generatorCpu += cpuSeconds(generator.pid) - generatorCpu
        sum.seconds += result.seconds
        for (const ms of result.turns) sum.turns.push(ms)
        plan.progress(
          `round ${round + 1}: ${side} ${Math.round(result.turns.length / result.seconds)} turns/s`,
        )
      }
    }
    return Object.fromEntries(
      names.map((side) => {
        const sum = sums.get(side) ?? { seconds: 0, cpu: 0, generatorCpu: 0, turns: [] }
        const measured: Measured = {
          turns: sum.turns.length,
          turnsPerSecond: sum.turns.length / sum.seconds,
          p50Ms: percentile(sum.turns, 0.5),
          p99Ms: percentile(sum.turns, 0.99),
          cpuMsPerTurn: (sum.cpu * 1000) / sum.turns.length,
          cpuPercent: (sum.cpu / sum.seconds) * 100,
          generatorCpuPercent: (sum.generatorCpu / sum.seconds) * 100,
          residentMb: allOf(sides[side], residentMb),
        }
        return [side, measured]
      }),
    ) as Record<Side, Measured>
  } finally {
    generator.stop()
  }
}

function allOf(processes: readonly Running[], figure: (pid: number) => number): number {
  return processes.reduce((sum, { pid }) => sum + figure(pid), 0)
}
