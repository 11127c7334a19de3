import { FAULTS } from './faults.ts'
import type { RunReport } from './run.ts'

const SHOWN = 30

/** What a run did and found, for people. */
export function tell({
  faults,
  customers,
  kept,
  replies,
  recoveries,
  restAfterMs,
  verdict,
}: RunReport): string {
  const kinds = FAULTS.map((kind) => ({ kind, times: faults.filter((fault) => fault.kind === kind).length }))
  const lines = [
    'Faults',
    ...kinds.filter(({ times }) => times > 0).map(({ kind, times }) => `  ${kind.padEnd(16)}${times}`),
    `Customers        ${customers}`,
    `Kept asks        ${kept}, of which ${verdict.overtaken} stand behind a later message`,
    `Agents' replies  ${replies}`,
    `Recovered after  p50 ${percentile(recoveries, 0.5)} ms, longest ${percentile(recoveries, 1)} ms (${recoveries.length} faults)`,
    `At rest after    ${Math.round(restAfterMs)} ms`,
    ...found('Lost', verdict.loss),
    ...found('Twice', verdict.doubles),
    ...found('Broken', verdict.broken),
  ]
  return `${lines.join('\n')}\n`
}

/** The last line, and whether the promise held. */
export function summaryOf({ options, faults, messages, asks, verdict }: RunReport): {
  line: string
  held: boolean
} {
  const { loss, doubles, broken } = verdict
  // A run in which nothing happened has shown nothing.
  const held = loss.length + doubles.length + broken.length === 0 && messages > 0 && asks > 0
  return {
    held,
    line: `chaos: ${held ? 'held' : 'not held'}: ${faults.length} faults, ${messages} messages, ${asks} asks, ${loss.length} lost, ${doubles.length} doubled, ${broken.length} broken otherwise (${options.seconds} s, seed ${options.seed})`,
  }
}

function found(what: string, faults: readonly string[]): string[] {
  if (faults.length === 0) return []
  const more = faults.length > SHOWN ? [`  and ${faults.length - SHOWN} more`] : []
  return [`${what}:`, ...faults.slice(0, SHOWN).map((fault) => `  ${fault}`), ...more]
}

function percentile(of: readonly number[], p: number): number {
  const inOrder = of.toSorted((a, b) => a - b)
  return Math.round(inOrder[Math.min(inOrder.length - 1, Math.floor(p * inOrder.length))] ?? 0)
}
