import { z } from 'zod'
import type { EscapeReason } from '../turn/turn.ts'
import { detail } from './details.ts'
import type { Limits } from './limits.ts'
import { saysTheSame } from './same-words.ts'

/**
 * The fallback router: it counts what went wrong and says when it is enough. It counts; it never guesses moods.
 * Counters belong to a matter and start again only when the matter is done (`matter-done`), so that nobody is
 * kept in the bot by its losing count.
 */
export const countersShape = z.object({
  unmatchedInARow: z.number(),
  /** Of the conversation, not of a matter: never starts again. */
  unmatched: z.number(),
  refusedAnswers: z.record(z.string(), z.number()),
  questions: z.record(z.string(), z.number()),
  failedCalls: z.number(),
  turnsWithoutProgress: z.number(),
  /** Times that the customer was asked which of two matters they mean. */
  clarified: z.number().default(0),
  /** Signs of anger, of the conversation: never starts again. */
  anger: z.number().default(0),
  /** Steps that this matter has come to, as `dialog/step`: only one that isn't here is progress. */
  reached: z.array(z.string()).default([]),
  /** The dialog of the last progress, and those turned to since. */
  trail: z.array(z.string()),
  /** Content words of the customer's latest messages in this matter. */
  heard: z.array(z.array(z.string())),
})
export type Counters = z.infer<typeof countersShape>

/** How many of a matter's messages are kept to compare with. */
const HEARD = 8

export function newCounters(): Counters {
  return {
    unmatchedInARow: 0,
    unmatched: 0,
    refusedAnswers: {},
    questions: {},
    failedCalls: 0,
    turnsWithoutProgress: 0,
    clarified: 0,
    anger: 0,
    reached: [],
    trail: [],
    heard: [],
  }
}

/** What happened in a turn. `question` names a question: the dialog and the step. */
export type Happening =
  | { kind: 'unmatched' }
  | { kind: 'matched' }
  | { kind: 'refused-answer'; question: string }
  /** The bot is about to put a question. */
  | { kind: 'question'; question: string }
  /** The customer turns to a dialog. */
  | { kind: 'dialog'; dialog: string }
  /** The bot is about to ask which of two matters is meant. */
  | { kind: 'clarify'; between: string }
  | { kind: 'failed-call'; why: string }
  /** A sign of anger in a message. */
  | { kind: 'anger'; sign: string }
  /** A dialog enters a step. */
  | { kind: 'reached'; step: string }
  /** A step forward, in this dialog. */
  | { kind: 'progress'; dialog: string | undefined }
  /** A message that brought no progress. `words` are its content words, empty when it was a button or small talk. */
  | { kind: 'no-progress'; words: readonly string[] }
  /** What the customer said, to be compared with what they say later. */
  | { kind: 'heard'; words: readonly string[] }
  /** An answer or a correction makes this question a new one. */
  | { kind: 'question-answered'; question: string }
  | { kind: 'matter-done' }

export interface Verdict {
  reason: EscapeReason
  /** For the agent: which limit, and on what. */
  detail: string
}

/** One more happening: the counters after it, and the verdict when a limit is reached. */
export function count(
  before: Counters,
  happening: Happening,
  limits: Limits,
): { counters: Counters; verdict?: Verdict } {
  switch (happening.kind) {
    case 'matched':
      return { counters: { ...before, unmatchedInARow: 0 } }
    case 'unmatched': {
      const counters = {
        ...before,
        unmatchedInARow: before.unmatchedInARow + 1,
        unmatched: before.unmatched + 1,
      }
      const inARow = counters.unmatchedInARow >= limits.unmatchedInARow
      if (!inARow && counters.unmatched < limits.unmatchedInAConversation) return { counters }
      const why = inARow
        ? detail('not-understood-in-a-row', { times: counters.unmatchedInARow })
        : detail('not-understood', { times: counters.unmatched })
      return { counters, verdict: { reason: 'unmatched', detail: why } }
    }
    case 'refused-answer': {
      const refusedAnswers = plusOne(before.refusedAnswers, happening.question)
      return limited(
        { ...before, refusedAnswers },
        refusedAnswers[happening.question] ?? 0,
        limits.refusedAnswers,
        (times) => ({
          reason: 'failed-answers',
          detail: detail('answers-not-usable', { times, where: happening.question }),
        }),
      )
    }
    case 'question': {
      const questions = plusOne(before.questions, happening.question)
      return limited(
        { ...before, questions },
        questions[happening.question] ?? 0,
        limits.sameQuestion,
        (times) => ({
          reason: 'loop',
          detail: detail('asked-again', { times, where: happening.question }),
        }),
      )
    }
    case 'question-answered':
      return { counters: { ...before, questions: { ...before.questions, [happening.question]: 0 } } }
    case 'dialog': {
      const last = before.trail.at(-1)
      if (last === happening.dialog) return { counters: before }
      const trail = [...before.trail, happening.dialog]
      const times = trail.filter((dialog) => dialog === happening.dialog).length
      return limited({ ...before, trail }, times, limits.sameDialog, () => ({
        reason: 'loop',
        detail: detail('circles', { where: trail.join(', ') }),
      }))
    }
    case 'clarify': {
      const clarified = before.clarified + 1
      return limited({ ...before, clarified }, clarified, limits.clarifications, (times) => ({
        reason: 'unmatched',
        detail: detail('not-clear', { which: times === 1 ? 'first' : 'second', where: happening.between }),
      }))
    }
    case 'failed-call': {
      const failedCalls = before.failedCalls + 1
      return limited({ ...before, failedCalls }, failedCalls, limits.failedCalls, () => ({
        reason: 'error',
        detail: happening.why,
      }))
    }
    case 'anger': {
      const anger = before.anger + 1
      return limited({ ...before, anger }, anger, limits.anger, (times) => ({
        reason: 'frustrated',
        detail: detail('anger', { times, sign: happening.sign }),
      }))
    }
    case 'reached':
      if (before.reached.includes(happening.step)) return { counters: before }
      return { counters: { ...before, reached: [...before.reached, happening.step] } }
    case 'progress': {
      const trail = happening.dialog === undefined ? [] : [happening.dialog]
      return { counters: { ...before, turnsWithoutProgress: 0, trail } }
    }
    case 'no-progress':
      return noProgress(before, happening.words, limits)
    case 'heard': {
      if (happening.words.length === 0) return { counters: before }
      return { counters: { ...before, heard: [...before.heard, [...happening.words]].slice(-HEARD) } }
    }
    case 'matter-done':
      return { counters: { ...newCounters(), unmatched: before.unmatched, anger: before.anger } }
  }
}

function noProgress(
  before: Counters,
  words: readonly string[],
  limits: Limits,
): { counters: Counters; verdict?: Verdict } {
  const counters = { ...before, turnsWithoutProgress: before.turnsWithoutProgress + 1 }
  const times = 1 + before.heard.filter((earlier) => saysTheSame(earlier, words)).length
  if (words.length > 0 && times >= limits.sameWords) {
    return { counters, verdict: { reason: 'loop', detail: detail('same-again', {}) } }
  }
  return limited(counters, counters.turnsWithoutProgress, limits.turnsWithoutProgress, (turns) => ({
    reason: 'no-progress',
    detail: detail('no-progress', { times: turns }),
  }))
}

function limited(
  counters: Counters,
  reached: number,
  limit: number,
  verdict: (reached: number) => Verdict,
): { counters: Counters; verdict?: Verdict } {
  return reached >= limit ? { counters, verdict: verdict(reached) } : { counters }
}

function plusOne(counts: Readonly<Record<string, number>>, key: string): Record<string, number> {
  return { ...counts, [key]: (counts[key] ?? 0) + 1 }
}
