import { describe, expect, test } from '@jest/globals'
import { LIMITS } from '../../src/escape/limits.ts'
import { type Counters, count, type Happening, newCounters } from '../../src/escape/router.ts'

/**
 * What docs/decisions/guarantee.md relies on: the exploration runs with counters at nothing, since larger ones hand
 * over no later.
 */

const QUESTION = 'order/account'
const SAID = ['router', 'nuevo']

/** Every happening there is: one that is added to `Happening` and not here does not compile. */
const HAPPENINGS: { readonly [K in Happening['kind']]: Extract<Happening, { kind: K }> } = {
  unmatched: { kind: 'unmatched' },
  matched: { kind: 'matched' },
  'refused-answer': { kind: 'refused-answer', question: QUESTION },
  question: { kind: 'question', question: QUESTION },
  dialog: { kind: 'dialog', dialog: 'order' },
  clarify: { kind: 'clarify', between: 'order and look' },
  'failed-call': { kind: 'failed-call', why: 'not sent' },
  anger: { kind: 'anger', sign: '!!!' },
  reached: { kind: 'reached', step: QUESTION },
  progress: { kind: 'progress', dialog: 'order' },
  'no-progress': { kind: 'no-progress', words: SAID },
  heard: { kind: 'heard', words: SAID },
  'question-answered': { kind: 'question-answered', question: QUESTION },
  'matter-done': { kind: 'matter-done' },
}
const happenings = Object.values(HAPPENINGS)

/** Each counter by itself, from nothing to one above its limit. */
const COUNTERS: readonly (readonly ((counters: Counters) => Counters)[])[] = [
  upTo(LIMITS.unmatchedInARow, (unmatchedInARow) => ({ unmatchedInARow })),
  upTo(LIMITS.unmatchedInAConversation, (unmatched) => ({ unmatched })),
  upTo(LIMITS.refusedAnswers, (times) => ({ refusedAnswers: { [QUESTION]: times } })),
  upTo(LIMITS.sameQuestion, (times) => ({ questions: { [QUESTION]: times } })),
  upTo(LIMITS.clarifications, (clarified) => ({ clarified })),
  upTo(LIMITS.failedCalls, (failedCalls) => ({ failedCalls })),
  upTo(LIMITS.turnsWithoutProgress, (turnsWithoutProgress) => ({ turnsWithoutProgress })),
  upTo(LIMITS.anger, (anger) => ({ anger })),
  upTo(LIMITS.sameWords, (times) => ({ heard: Array.from({ length: times }, () => SAID) })),
  [[], ['look'], ['order', 'look'], ['look', 'order', 'look']].map((trail) => (counters: Counters) => ({
    ...counters,
    trail,
  })),
]

function upTo(limit: number, at: (times: number) => Partial<Counters>) {
  return Array.from({ length: limit + 2 }, (_, times) => (counters: Counters) => ({
    ...counters,
    ...at(times),
  }))
}

/** A counter at one value, and one of the others at another: larger ones of both are compared. */
function* pairs(): Generator<{ smaller: Counters; larger: Counters }> {
  for (const [i, one] of COUNTERS.entries()) {
    for (const [j, other] of COUNTERS.entries()) {
      if (i === j) continue
      for (const [a, low] of one.entries()) {
        for (const high of one.slice(a + 1)) {
          for (const beside of other) {
            yield { smaller: low(beside(newCounters())), larger: high(beside(newCounters())) }
          }
        }
      }
    }
  }
}

describe('counters', () => {
  test('that are larger never hand over later, whatever happens', () => {
    let compared = 0
    for (const pair of pairs()) {
      for (const happening of happenings) {
        compared += 1
        const early = count(pair.smaller, happening, LIMITS).verdict
        const late = count(pair.larger, happening, LIMITS).verdict
        if (early && !late) expect({ ...pair, happening, early, late }).toBe('handed over, too')
      }
    }
    expect(compared).toBeGreaterThan(30_000)
  })

  test('that are larger stay at least as large, unless both start again', () => {
    for (const { smaller, larger } of pairs()) {
      for (const happening of happenings) {
        const [a, b] = [smaller, larger].map((one) => figures(count(one, happening, LIMITS).counters))
        for (const [name, figure] of Object.entries(a ?? {})) {
          if (figure > (b?.[name] ?? 0))
            expect({ smaller, larger, happening, name }).toBe('at least as large')
        }
      }
    }
  })
})

/** What grows; the trail and what was heard are looked at by their length. */
function figures(counters: Counters): Record<string, number> {
  const { refusedAnswers, questions, heard, reached: _, trail: __, ...numbers } = counters
  return {
    ...numbers,
    refused: refusedAnswers[QUESTION] ?? 0,
    asked: questions[QUESTION] ?? 0,
    heard: heard.length,
  }
}

describe('a limit is reached in a bounded number of happenings of its own', () => {
  const REACHED: readonly { name: string; happening: Happening; most: number; between?: Happening }[] = [
    { name: 'not understood, in a row', happening: HAPPENINGS.unmatched, most: LIMITS.unmatchedInARow },
    {
      name: 'not understood, with what is understood in between',
      happening: HAPPENINGS.unmatched,
      most: LIMITS.unmatchedInAConversation,
      between: HAPPENINGS.matched,
    },
    {
      name: 'not understood, with matters done in between',
      happening: HAPPENINGS.unmatched,
      most: LIMITS.unmatchedInAConversation,
      between: HAPPENINGS['matter-done'],
    },
    {
      name: 'an answer that is no use',
      happening: HAPPENINGS['refused-answer'],
      most: LIMITS.refusedAnswers,
    },
    { name: 'the same question', happening: HAPPENINGS.question, most: LIMITS.sameQuestion },
    {
      name: 'the same words',
      happening: HAPPENINGS['no-progress'],
      most: LIMITS.sameWords,
      between: HAPPENINGS.heard,
    },
    { name: 'either of two matters', happening: HAPPENINGS.clarify, most: LIMITS.clarifications },
    { name: 'a call that fails', happening: HAPPENINGS['failed-call'], most: LIMITS.failedCalls },
    {
      name: 'anger, with matters done in between',
      happening: HAPPENINGS.anger,
      most: LIMITS.anger,
      between: HAPPENINGS['matter-done'],
    },
    {
      name: 'a message without progress, in ever other words',
      happening: { kind: 'no-progress', words: [] },
      most: LIMITS.turnsWithoutProgress,
    },
    {
      name: 'going from one dialog to another and back',
      happening: HAPPENINGS.dialog,
      most: LIMITS.sameDialog,
      between: { kind: 'dialog', dialog: 'look' },
    },
  ]

  test.each(REACHED)('$name', ({ happening, most, between }) => {
    let counters = newCounters()
    for (let times = 1; times <= most; times += 1) {
      const { verdict, counters: after } = count(counters, happening, LIMITS)
      expect(verdict !== undefined).toBe(times === most)
      counters = between ? count(after, between, LIMITS).counters : after
    }
  })
})
