import { ALL_FAULTS, type Fault, type FaultKind } from './faults.ts'
import type { RunReport } from './run.ts'

const SHOWN = 30

/** What a run did and found, for people. */
export function tell(report: RunReport): string {
  const {
    store,
    customers,
    phones,
    kept,
    replies,
    harder,
    faults,
    failpoints,
    recoveries,
    restAfterMs,
    verdict,
  } = report
  const lines = [
    `On ${store === 'redis' ? 'Redis' : 'the embedded store'}`,
    ...ALL_FAULTS.flatMap((kind) => faultLine(kind, faults)),
    `  Failpoints       ${failpoints.met} of ${failpoints.all} awaits met`,
    `  Customers        ${customers}; posted twice ${harder.doubled}, late again ${harder.late}, two at once ${harder.reordered}, given up ${harder.givenUp}, sockets cut ${harder.reconnected}`,
    `  Kept asks        ${kept}; asks that stand behind a later message ${verdict.overtaken}, those of WhatsApp among them`,
    `  Agents' replies  ${replies}`,
    ...(phones > 0
      ? [
          `  WhatsApp         ${phones} customers; ${verdict.again} messages went again before it was known that they had come`,
        ]
      : []),
    `  Recovered after  p50 ${percentile(recoveries, 0.5)} ms, longest ${percentile(recoveries, 1)} ms (${recoveries.length} faults)`,
    `  At rest after    ${Math.round(restAfterMs)} ms`,
    ...found('Lost', verdict.loss),
    ...found('Twice', verdict.doubles),
    ...found('Broken', verdict.broken),
  ]
  return `${lines.join('\n')}\n`
}

/** The last line, and whether the promise held. */
export function summaryOf(reports: readonly RunReport[]): { line: string; held: boolean } {
  const sum = (of: (report: RunReport) => number): number => reports.reduce((all, one) => all + of(one), 0)
  const lost = sum(({ verdict }) => verdict.loss.length)
  const doubled = sum(({ verdict }) => verdict.doubles.length)
  const broken = sum(({ verdict }) => verdict.broken.length)
  // A run in which nothing happened has shown nothing.
  const held =
    lost + doubled + broken === 0 && reports.every(({ messages, asks }) => messages > 0 && asks > 0)
  const { seconds, seed } = reports[0] ?? { seconds: 0, seed: 0 }
  return {
    held,
    line: `chaos: ${held ? 'held' : 'not held'}: ${sum(({ faults }) => faults.length)} faults, ${sum(({ messages }) => messages)} messages, ${sum(({ asks }) => asks)} asks, ${lost} lost, ${doubled} doubled, ${broken} broken otherwise (${seconds} s, seed ${seed})`,
  }
}

/** How often, and in which ways where there are several. */
function faultLine(kind: FaultKind, faults: readonly Fault[]): string[] {
  const ofKind = faults.filter((fault) => fault.kind === kind)
  if (ofKind.length === 0) return []
  const ways = [...new Set(ofKind.flatMap(({ how }) => how ?? []))]
    .toSorted()
    .map((way) => `${way} ${ofKind.filter(({ how }) => how === way).length}`)
  return [`  ${kind.padEnd(17)}${ofKind.length}${ways.length > 0 ? ` (${ways.join(', ')})` : ''}`]
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
