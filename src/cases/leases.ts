import type { Case } from './case.ts'
import type { Desk } from './desk-file.ts'

/** A return that comes later than this after its time means that nothing ran, and the agent could not answer either. */
const OUTAGE_MS = 15_000

/** What must be done about an agent who owes an answer. */
export type LeaseDecision =
  /** Nobody owes anything. */
  | { kind: 'nothing' }
  | { kind: 'wait'; until: number }
  | { kind: 'warn'; returnsAt: number }
  | { kind: 'return' }

/**
 * An agent who owes an answer shows life by typing, any action, "sigo aquí", or a timed "lo estoy revisando".
 * Without it they are warned, and after the grace the case goes back to its place. Nobody loses a case unwarned:
 * after an outage the warning comes first, or comes again.
 */
export function leaseCheck(c: Case, now: number, desk: Desk): LeaseDecision {
  const alive = aliveAt(c)
  if (alive === undefined) return { kind: 'nothing' }
  const { warn, grace } = terms(desk)
  if (now < alive + warn) return { kind: 'wait', until: alive + warn }
  if (c.warnedAt === undefined || c.warnedAt < alive) return { kind: 'warn', returnsAt: now + grace }
  if (now < c.warnedAt + grace) return { kind: 'wait', until: c.warnedAt + grace }
  if (now >= c.warnedAt + grace + OUTAGE_MS) return { kind: 'warn', returnsAt: now + grace }
  return { kind: 'return' }
}

/** When the case goes back to the line unless the agent shows life; undefined while nothing is owed. */
export function returnsAt(c: Case, desk: Desk): number | undefined {
  const alive = aliveAt(c)
  if (alive === undefined) return undefined
  const { warn, grace } = terms(desk)
  return c.warnedAt !== undefined && c.warnedAt >= alive ? c.warnedAt + grace : alive + warn + grace
}

/** The case with the moment at which the sweeper must look at it again. */
export function withLease(c: Case, desk: Desk): Case {
  const { sweepAt: _, ...rest } = c
  const alive = aliveAt(c)
  return alive === undefined ? rest : { ...rest, sweepAt: alive + terms(desk).warn }
}

/** The agent has just shown life. */
export function touched(c: Case, now: number, desk: Desk): Case {
  const { warnedAt: _, ...rest } = c
  return withLease({ ...rest, agentSeenAt: now }, desk)
}

/** Since when nothing was heard of an agent who owes an answer. */
function aliveAt(c: Case): number | undefined {
  if (c.state.kind !== 'agent' || c.state.parked || c.owedSince === undefined) return undefined
  return Math.max(c.agentSeenAt ?? 0, c.owedSince, c.checkingUntil ?? 0)
}

function terms(desk: Desk): { warn: number; grace: number } {
  return { warn: desk.leases.warnAfterSeconds * 1000, grace: desk.leases.graceSeconds * 1000 }
}
