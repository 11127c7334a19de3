import { describe, expect, test } from '@jest/globals'
import { afterWorkingDays, type Calendar, dueBy, endOfDay, plainCalendar } from '../../src/cases/deadlines.ts'
import { parseDesk } from '../../src/cases/desk-file.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'
import { desk } from './fixtures.ts'

const bogota = plainCalendar('America/Bogota')
const said = (at: number) => new Date(at).toISOString()
const days = (calendar: Calendar, from: string, count: number) =>
  said(afterWorkingDays(calendar, Date.parse(from), count))

describe('a term in working days', () => {
  test('begins the day after, and ends with the last second of its day in the desk’s time zone', () => {
    expect(days(bogota, '2026-11-23T15:00:00Z', 1)).toBe('2026-11-25T04:59:59.000Z')
  })

  test('counts neither Saturdays nor Sundays', () => {
    // A Friday: five working days later it is Friday again.
    expect(days(bogota, '2026-11-20T15:00:00Z', 5)).toBe('2026-11-28T04:59:59.000Z')
  })

  test('counts no holiday that is closed all day, and one that has hours', () => {
    const calendar = {
      ...bogota,
      holidays: [{ date: '2026-12-08' }, { date: '2026-12-24', hours: [{ from: 480, to: 840 }] }],
    }
    // Monday the 7th, Wednesday the 9th: the 8th is closed.
    expect(days(calendar, '2026-12-07T15:00:00Z', 1)).toBe('2026-12-10T04:59:59.000Z')
    expect(days(calendar, '2026-12-23T15:00:00Z', 1)).toBe('2026-12-25T04:59:59.000Z')
  })

  test('is of the day it is at the desk, whatever day it is elsewhere', () => {
    // Still Sunday evening in Bogotá.
    expect(days(bogota, '2026-11-23T03:00:00Z', 1)).toBe('2026-11-24T04:59:59.000Z')
  })

  test('keeps its wall clock through a change of clocks', () => {
    const madrid = plainCalendar('Europe/Madrid')
    expect(days(madrid, '2026-03-27T12:00:00Z', 1)).toBe('2026-03-30T21:59:59.000Z')
  })

  test('counts the days that the house works', () => {
    const calendar = { ...bogota, workingDays: ['saturday', 'monday'] as const }
    expect(days(calendar, '2026-11-20T15:00:00Z', 2)).toBe('2026-11-24T04:59:59.000Z')
  })
})

describe('the terms of a house', () => {
  test('are those of desk.yaml, and tell the rule they follow from', async () => {
    const house = await loadDesk('desk.yaml')
    const now = Date.parse('2026-12-01T15:00:00Z')
    // Fifteen working days after Tuesday the 1st, over the 8th, the 25th not reached: the 23rd.
    expect(dueBy(house, 'answer', now)).toEqual({
      at: Date.parse('2026-12-24T04:59:59Z'),
      rule: 'answer: 15 working days',
    })
    expect(dueBy(house, 'continuity', now)).toEqual({ at: now + 2 * 3_600_000, rule: 'continuity: 2 hours' })
  })

  test('may be left out, one by one', () => {
    const bare = { ...desk, hours: { monday: ['08:00-20:00'] }, holidays: [] }
    const { deadlines: _, ...without } = bare
    expect(parseDesk(without).deadlines.billing).toEqual({ workingDays: 5 })
    const house = parseDesk({ ...bare, deadlines: { billing: { workingDays: 3 } } })
    expect([house.deadlines.billing, house.deadlines.answer]).toEqual([
      { workingDays: 3 },
      { workingDays: 15 },
    ])
  })

  test('can be neither endless nor of an unknown name', () => {
    const bare = { ...desk, hours: { monday: ['08:00-20:00'] }, holidays: [] }
    expect(() => parseDesk({ ...bare, deadlines: { someday: { hours: 1 } } })).toThrow('deadlines')
    expect(() => parseDesk({ ...bare, deadlines: { answer: { workingDays: 0 } } })).toThrow('deadlines')
  })
})

test('a day that is no date has no end', () => {
  expect(endOfDay('2026-02-30', 'Europe/Madrid')).toBeNaN()
  expect(endOfDay('mañana', 'Europe/Madrid')).toBeNaN()
})
