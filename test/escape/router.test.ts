import { describe, expect, test } from '@jest/globals'
import { type LIMITS, stricter } from '../../src/escape/limits.ts'
import { type Counters, count, type Happening, newCounters, type Verdict } from '../../src/escape/router.ts'

/** Runs happenings in order and tells the verdict of each. */
function verdicts(
  happenings: readonly Happening[],
  limits = stricter(),
): { reasons: (string | undefined)[]; counters: Counters; last: Verdict | undefined } {
  let counters = newCounters()
  let last: Verdict | undefined
  const reasons = happenings.map((happening) => {
    const counted = count(counters, happening, limits)
    counters = counted.counters
    last = counted.verdict
    return counted.verdict?.reason
  })
  return { reasons, counters, last }
}
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)

const unmatched: Happening = { kind: 'unmatched' }
const matched: Happening = { kind: 'matched' }
const progress = (dialog?: string): Happening => ({ kind: 'progress', dialog })
const dialog = (name: string): Happening => ({ kind: 'dialog', dialog: name })
const said = (...words: string[]): Happening[] => [
  { kind: 'no-progress', words },
  { kind: 'heard', words },
]

describe('the fallback router hands over', () => {
  test('at the second unmatched message in a row', () => {
    expect(verdicts([unmatched, unmatched]).reasons).toEqual([undefined, 'unmatched'])
  })

  test('at the third unmatched message of a conversation, whatever came between', () => {
    const { reasons } = verdicts([unmatched, matched, unmatched, matched, unmatched])
    expect(reasons).toEqual([undefined, undefined, undefined, undefined, 'unmatched'])
  })

  test('at the third unmatched message even when matters were done in between', () => {
    const done: Happening = { kind: 'matter-done' }
    expect(verdicts([unmatched, done, unmatched, done, unmatched]).reasons.at(-1)).toBe('unmatched')
  })

  test('at the second answer to one question that could not be used, and not for two questions', () => {
    const refused = (question: string): Happening => ({ kind: 'refused-answer', question })
    expect(verdicts([refused('a/x'), refused('a/x')]).reasons).toEqual([undefined, 'failed-answers'])
    expect(verdicts([refused('a/x'), refused('a/y')]).reasons).toEqual([undefined, undefined])
  })

  test('when it is not clear for the second time in a matter which of two things is meant', () => {
    const clarify: Happening = { kind: 'clarify', between: 'a and b' }
    expect(verdicts([clarify, matched, clarify]).reasons).toEqual([undefined, undefined, 'unmatched'])
    expect(verdicts([clarify, { kind: 'matter-done' }, clarify]).reasons.at(-1)).toBeUndefined()
    expect(verdicts([clarify], stricter({ clarifications: 1 })).reasons).toEqual(['unmatched'])
  })

  test('when a question is about to be put for the third time', () => {
    const question: Happening = { kind: 'question', question: 'a/x' }
    expect(verdicts(times(3, question)).reasons).toEqual([undefined, undefined, 'loop'])
  })

  test('when the customer says the same thing again in other words and nothing has come of it', () => {
    expect(verdicts([...said('cance', 'servi'), ...said('cance', 'servi', 'pront')]).reasons).toEqual([
      undefined,
      undefined,
      'loop',
      undefined,
    ])
  })

  test('not when the customer says something else', () => {
    expect(verdicts([...said('cance', 'servi'), ...said('facto', 'compr')]).last).toBeUndefined()
  })

  test('when the customer goes from A to B and back to A without progress', () => {
    expect(verdicts([dialog('a'), dialog('b'), dialog('a')]).reasons).toEqual([undefined, undefined, 'loop'])
  })

  test('when the round is longer: A, B, C and A again', () => {
    expect(verdicts([dialog('a'), dialog('b'), dialog('c'), dialog('a')]).reasons.at(-1)).toBe('loop')
  })

  test('not when something was answered on the way: that is progress', () => {
    const { reasons } = verdicts([dialog('a'), dialog('b'), progress('b'), dialog('a')])
    expect(reasons.at(-1)).toBeUndefined()
  })

  test('at the first call that fails', () => {
    const { reasons, last } = verdicts([{ kind: 'failed-call', why: 'cancel-service failed: down' }])
    expect(reasons).toEqual(['error'])
    expect(last?.detail).toBe('cancel-service failed: down')
  })

  test('at the sixth message without progress, and progress starts the count again', () => {
    const nothing: Happening = { kind: 'no-progress', words: [] }
    expect(verdicts(times(6, nothing)).reasons).toEqual([...times(5, undefined), 'no-progress'])
    expect(verdicts([...times(5, nothing), progress(), ...times(5, nothing)]).last).toBeUndefined()
  })
})

describe('the counters', () => {
  test('start again when the matter is done', () => {
    const { counters } = verdicts([
      { kind: 'refused-answer', question: 'a/x' },
      { kind: 'question', question: 'a/x' },
      dialog('a'),
      ...said('cance', 'servi'),
      { kind: 'matter-done' },
    ])
    expect(counters).toEqual(newCounters())
  })

  test('do not start again for anything else: refusals survive answers, progress and other dialogs', () => {
    const refused: Happening = { kind: 'refused-answer', question: 'a/x' }
    const { reasons } = verdicts([refused, progress('a'), matched, dialog('b'), progress('b'), refused])
    expect(reasons.at(-1)).toBe('failed-answers')
  })

  test('are plain data: a JSON round trip changes nothing', () => {
    const { counters } = verdicts([unmatched, dialog('a'), ...said('cance')])
    expect(JSON.parse(JSON.stringify(counters))).toEqual(counters)
  })

  test('hand over sooner under stricter limits, each of them', () => {
    const reached: Partial<Record<keyof typeof LIMITS, Happening>> = {
      unmatchedInARow: unmatched,
      unmatchedInAConversation: unmatched,
      refusedAnswers: { kind: 'refused-answer', question: 'a/x' },
      sameQuestion: { kind: 'question', question: 'a/x' },
      sameWords: { kind: 'no-progress', words: ['cance'] },
      sameDialog: dialog('a'),
      failedCalls: { kind: 'failed-call', why: 'down' },
      turnsWithoutProgress: { kind: 'no-progress', words: [] },
    }
    for (const [name, happening] of Object.entries(reached)) {
      expect([name, verdicts([happening], stricter({ [name]: 1 })).last === undefined]).toEqual([name, false])
    }
  })
})
