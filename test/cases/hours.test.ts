import { describe, expect, test } from '@jest/globals'
import { type Desk, parseDesk } from '../../src/cases/desk-file.ts'
import { afterOpenTime, nextOpening } from '../../src/cases/hours.ts'
import { desk, HOUR } from './fixtures.ts'

const written = {
  ...desk,
  hours: Object.fromEntries(Object.keys(desk.hours).map((day) => [day, ['08:00-20:00']])),
  holidays: [],
}

function at(time: string): number {
  return Date.parse(time)
}

function inZone(timeZone: string, over: Record<string, unknown> = {}): Desk {
  return parseDesk({ ...written, timeZone, ...over })
}

function opening(house: Desk, time: string): string[] {
  const next = nextOpening(house, at(time))
  return next ? [new Date(next.from).toISOString(), new Date(next.to).toISOString()] : []
}

describe('opening hours keep their wall-clock meaning when the clock changes', () => {
  test.each([
    ['Europe/Madrid', 'the day before summer time', '2026-03-28T03:00:00Z', '2026-03-28T07:00:00.000Z'],
    ['Europe/Madrid', 'the day summer time begins', '2026-03-29T03:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['Europe/Madrid', 'the day summer time ends', '2026-10-25T03:00:00Z', '2026-10-25T07:00:00.000Z'],
    ['America/Santiago', 'the day summer time begins', '2026-09-06T05:00:00Z', '2026-09-06T11:00:00.000Z'],
    ['America/Bogota', 'where it never changes', '2026-03-29T03:00:00Z', '2026-03-29T13:00:00.000Z'],
  ])('%s, %s', (zone, _, night, opens) => {
    expect(opening(inZone(zone), night)[0]).toBe(opens)
  })

  test('a day of opening hours is an hour shorter when the clock jumps inside it', () => {
    const house = inZone('Europe/Madrid', { hours: { sunday: ['00:00-12:00'] } })
    expect(opening(house, '2026-03-28T12:00:00Z')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T10:00:00.000Z',
    ])
  })
})

test('a span that ends at 24:00 meets the next day at midnight', () => {
  const house = inZone('Europe/Madrid', { hours: { monday: ['20:00-24:00'], tuesday: ['00:00-02:00'] } })
  expect(opening(house, '2026-06-01T18:30:00Z')[1]).toBe('2026-06-01T22:00:00.000Z')
  expect(opening(house, '2026-06-01T22:00:00Z')).toEqual([
    '2026-06-01T22:00:00.000Z',
    '2026-06-02T00:00:00.000Z',
  ])
})

test('a holiday is closed all day, or open for its own spans', () => {
  const house = inZone('America/Bogota', {
    holidays: [
      { date: '2026-12-24', hours: ['08:00-14:00'] },
      { date: '2026-12-25', name: 'Navidad' },
    ],
  })
  expect(opening(house, '2026-12-24T18:00:00Z')[1]).toBe('2026-12-24T19:00:00.000Z')
  expect(opening(house, '2026-12-24T20:00:00Z')[0]).toBe('2026-12-26T13:00:00.000Z')
})

test('open is said from the first minute to the last, and not after', () => {
  const house = inZone('America/Bogota')
  const open = (time: string) => (nextOpening(house, at(time))?.from ?? Infinity) <= at(time)
  expect([open('2026-06-01T12:59:59Z'), open('2026-06-01T13:00:00Z')]).toEqual([false, true])
  expect([open('2026-06-02T00:59:59Z'), open('2026-06-02T01:00:00Z')]).toEqual([true, false])
})

test('opening time is counted over nights and weekends', () => {
  const house = inZone('America/Bogota', { hours: { friday: ['08:00-18:00'], monday: ['08:00-18:00'] } })
  const friday = at('2026-06-05T21:00:00Z')
  expect(afterOpenTime(house, friday, HOUR)).toBe(at('2026-06-05T22:00:00Z'))
  expect(afterOpenTime(house, friday, 3 * HOUR)).toBe(at('2026-06-08T14:00:00Z'))
})
