import type { Line } from './line.ts'
import type { ReadLine } from './transcript.ts'

/** A line that the bot takes as input, with its place in the log. */
export type InputLine = (
  | Extract<Line, { kind: 'message' }>
  | Extract<Line, { kind: 'outcome' }>
  | Extract<Line, { kind: 'timer' }>
) & { seq: number }

type OutcomeLine = Extract<InputLine, { kind: 'outcome' }>

export type NextInput =
  | { kind: 'none' }
  /** A call is pending: what the customer wrote meanwhile waits in the log. */
  | { kind: 'waits' }
  /** The outcome of a call that no dialog waits for. */
  | { kind: 'late'; line: OutcomeLine }
  /** `early`: lines before it still wait, so it can't be consumed yet. */
  | { kind: 'input'; line: InputLine; early: boolean }

/** A call that the bot's state waits for. */
export interface PendingCall {
  id: string
  /** Its outcome is stored: among the unconsumed lines, or else it went to a case and won't come. */
  isDone: boolean
}

/** Which of the unconsumed lines the bot must take next. */
export function nextInput(lines: readonly ReadLine[], pending: PendingCall | undefined): NextInput {
  const inputs = lines.filter(isInput)
  const first = inputs[0]
  if (!first) return { kind: 'none' }
  const outcome = pending && inputs.find((line) => line.kind === 'outcome' && line.callId === pending.id)
  if (outcome) return { kind: 'input', line: outcome, early: outcome !== first }
  if (first.kind === 'outcome') return { kind: 'late', line: first }
  return pending && !pending.isDone ? { kind: 'waits' } : { kind: 'input', line: first, early: false }
}

export function isInput(line: ReadLine): line is InputLine {
  switch (line.kind) {
    case 'message':
      return line.from.kind === 'customer' && !line.toPeople
    case 'outcome':
    case 'timer':
      return true
    default:
      return false
  }
}
