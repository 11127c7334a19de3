import { describe, expect, test } from '@jest/globals'
import { ConfigFault } from '../../src/errors.ts'
import { LIMITS, stricter } from '../../src/escape/limits.ts'

describe('the limits of the bot', () => {
  test('are the promised ones when the operator says nothing', () => {
    expect(stricter()).toEqual({
      unmatchedInARow: 2,
      unmatchedInAConversation: 3,
      anger: 2,
      clarifications: 2,
      refusedAnswers: 2,
      sameQuestion: 3,
      sameWords: 2,
      sameDialog: 2,
      failedCalls: 1,
      turnsWithoutProgress: 6,
      dialogsDeep: 3,
      loops: 5,
    })
  })

  test('can be lowered by the operator', () => {
    expect(stricter({ unmatchedInARow: 1, turnsWithoutProgress: 4 })).toEqual({
      ...LIMITS,
      unmatchedInARow: 1,
      turnsWithoutProgress: 4,
    })
  })

  test.each(Object.entries(LIMITS))('%s can never be raised above %d', (name, limit) => {
    expect(() => stricter({ [name]: limit + 1 })).toThrow(ConfigFault)
    expect(() => stricter({ [name]: limit + 1 })).toThrow(/can only be lowered/)
  })

  test('cannot be switched off, and every fault is named at once', () => {
    const loose = {
      unmatchedInARow: 0,
      refusedAnswers: -1,
      sameQuestion: 1.5,
      loops: Number.NaN,
      patience: 3,
    }
    expect(() => stricter(loose)).toThrow(/unmatchedInARow.*refusedAnswers.*sameQuestion.*loops.*patience/)
    expect(() => stricter({ loops: Number.POSITIVE_INFINITY })).toThrow(/whole number/)
  })

  test('are not reached through the names every object has', () => {
    expect(() => stricter({ constructor: 1 })).toThrow(/is no limit/)
  })
})
