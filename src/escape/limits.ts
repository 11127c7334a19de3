import { ConfigFault } from '../errors.ts'

/**
 * How often the bot may fail a customer before it hands them to a person by itself. The event that reaches a limit
 * is the one that escapes: the second unmatched message in a row is answered by a person.
 */

/** Messages in a row that the bot could match to nothing. */
export const UNMATCHED_IN_A_ROW = 2
/** Unmatched messages in a whole conversation, in a row or not. */
export const UNMATCHED_IN_A_CONVERSATION = 3
/** Answers to one question that could not be used; the first is asked again in other words, with choices. */
export const REFUSED_ANSWERS = 2
/** Times that the bot puts one question. */
export const SAME_QUESTION = 3
/** Times that a customer says one thing without being helped on. */
export const SAME_WORDS = 2
/** Times that one dialog is turned to without progress in between: A, B and A again. */
export const SAME_DIALOG = 2
/** Times that a matter is not clear between two: the first is asked about, once; nobody is asked twice, and nothing guessed. */
export const CLARIFICATIONS = 2
/** Calls to the company's systems that fail. */
export const FAILED_CALLS = 1
/** Messages in a row that bring a matter to no step that it had not come to before. */
export const TURNS_WITHOUT_PROGRESS = 6
/** Signs of anger in a conversation: insults, shouting, "ya se lo dije". At the first a person is offered. */
export const ANGER = 2
/** Dialogs open at once, one interrupting the other. */
export const DIALOGS_DEEP = 3
/** Times that one step of a dialog is entered. */
export const LOOPS = 5

export const LIMITS = {
  unmatchedInARow: UNMATCHED_IN_A_ROW,
  unmatchedInAConversation: UNMATCHED_IN_A_CONVERSATION,
  refusedAnswers: REFUSED_ANSWERS,
  sameQuestion: SAME_QUESTION,
  sameWords: SAME_WORDS,
  sameDialog: SAME_DIALOG,
  clarifications: CLARIFICATIONS,
  failedCalls: FAILED_CALLS,
  turnsWithoutProgress: TURNS_WITHOUT_PROGRESS,
  anger: ANGER,
  dialogsDeep: DIALOGS_DEEP,
  loops: LOOPS,
} as const
export type LimitName = keyof typeof LIMITS
export type Limits = Readonly<Record<LimitName, number>>

/** The limits with an operator's own, which may hand over sooner and never later. Throws `ConfigFault` naming every fault. */
export function stricter(overrides: Readonly<Record<string, number>> = {}): Limits {
  const faults: string[] = []
  const limits: Record<LimitName, number> = { ...LIMITS }
  for (const [name, value] of Object.entries(overrides)) {
    if (!isLimit(name)) {
      faults.push(`"${name}" is no limit: use one of ${Object.keys(LIMITS).join(', ')}`)
    } else if (!Number.isInteger(value) || value < 1) {
      faults.push(`"${name}" is ${value}: give a whole number from 1 to ${LIMITS[name]}`)
    } else if (value > LIMITS[name]) {
      faults.push(
        `"${name}" is ${value}, looser than ${LIMITS[name]}: a limit can only be lowered, so that no setting keeps a customer from a person`,
      )
    } else {
      limits[name] = value
    }
  }
  if (faults.length > 0) throw new ConfigFault(`limits: ${faults.join('; ')}`)
  return limits
}

function isLimit(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name)
}
