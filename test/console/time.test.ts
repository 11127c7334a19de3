import { expect, test } from '@jest/globals'
import { clockText, promiseClock } from '../../src/web/console/model/time.ts'

test('clocks read as people read them', () => {
  expect(clockText(0)).toBe('0:00')
  expect(clockText(100_900)).toBe('1:40')
  expect(clockText(3_725_000)).toBe('1:02:05')
  expect(clockText(-5_000)).toBe('0:00')
})

const clock = { askedAt: '2026-11-22T10:00:00Z', dueAt: '2026-11-22T10:03:00Z' }
const at = (time: string): number => Date.parse(`2026-11-22T${time}Z`)

test('the promise runs from the ask, is late after its hour, and stops with a person’s words', () => {
  expect(promiseClock(clock, at('10:01:00'))).toEqual({ kind: 'running', waitedMs: 60_000, leftMs: 120_000 })
  expect(promiseClock(clock, at('10:04:00'))).toEqual({ kind: 'late', waitedMs: 240_000, lateMs: 60_000 })
  const kept = { ...clock, firstHumanWordsAt: '2026-11-22T10:02:00Z' }
  expect(promiseClock(kept, at('18:00:00'))).toEqual({ kind: 'kept', waitedMs: 120_000, inTime: true })
  const late = { ...clock, firstHumanWordsAt: '2026-11-22T10:05:00Z' }
  expect(promiseClock(late, at('18:00:00'))).toMatchObject({ kind: 'kept', inTime: false })
})
