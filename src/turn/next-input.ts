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

/** Which of the unconsumed lines the bot must take next. */
export function nextInput(lines: readonly ReadLine[], pendingCall: string | undefined): NextInput {
  const inputs = lines.filter(isInput)
  const first = inputs[0]
  if (!first) return { kind: 'none' }
  if (pendingCall === undefined) {
    return first.kind === 'outcome'
      ? { kind: 'late', line: first }
      : { kind: 'input', line: first, early: false }
  }
  const outcome = inputs.find((line) => line.kind === 'outcome' && line.callId === pendingCall)
  if (outcome) return { kind: 'input', line: outcome, early: outcome !== first }
  return first.kind === 'outcome' ? { kind: 'late', line: first } : { kind: 'waits' }
}

export function isInput(line: ReadLine): line is InputLine {
  switch (line.kind) {
    case 'message':
      return line.from.kind === 'customer'
    case 'outcome':
    case 'timer':
      return true
    default:
      return false
  }
}
