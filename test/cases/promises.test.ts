import { describe, expect, test } from '@jest/globals'
import { callBackWindows, writtenAnswerWindow } from '../../src/cases/call-back.ts'
import { caseKeyFrom, readCaseKey } from '../../src/cases/case-key.ts'
import { etaSeconds, typicalServiceSeconds } from '../../src/cases/eta.ts'
import { phoneIn } from '../../src/cases/phone.ts'
import { dueAt, priorityOf, queueOf } from '../../src/cases/queue-order.ts'
import { waitWords, when, windowWords } from '../../src/cases/when.ts'
import { desk, HOUR, MINUTE, NOW } from './fixtures.ts'

describe('a case key', () => {
  const keys = Array.from({ length: 2_000 }, (_, i) => caseKeyFrom(`id-${i}`))

  test('is six letters and digits that are not mistaken for each other', () => {
    for (const key of keys) expect(key).toMatch(/^[234679CDFGHJKMPQRTWXY]{3}-[234679CDFGHJKMPQRTWXY]{3}$/)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each([
    ['k7m-4qx', 'K7M-4QX'],
    ['K7M4QX', 'K7M-4QX'],
    [' k 7 m 4 q x ', 'K7M-4QX'],
    ['K7M–4QX', 'K7M-4QX'],
    ['K7M-4Q', undefined],
    ['K0M-4QX', undefined],
    ['../../etc', undefined],
    ['', undefined],
  ])('dictated as %j is read as %j', (text, key) => {
    expect(readCaseKey(text)).toBe(key)
  })
})

describe('a call-back', () => {
  test('is offered only in opening hours, and not before people can be ready', () => {
    const [first] = callBackWindows(desk, NOW, [])
    expect(first).toEqual({ from: NOW + HOUR, to: NOW + 2 * HOUR })
  })

  test('late in the evening is offered for the next day', () => {
    const [first] = callBackWindows(desk, Date.parse('2026-03-11T01:20:00Z'), [])
    expect(first?.from).toBe(Date.parse('2026-03-11T12:00:00Z'))
  })

  test('is not promised to more customers than the roster can call', () => {
    const full = Array.from({ length: 4 }, () => NOW + HOUR)
    expect(callBackWindows(desk, NOW, full)[0]?.from).toBe(NOW + 2 * HOUR)
    expect(callBackWindows(desk, NOW, full.slice(1))[0]?.from).toBe(NOW + HOUR)
  })

  test('a written answer is promised within the opening hours given', () => {
    expect(writtenAnswerWindow(desk, NOW)).toEqual({ from: NOW + 6 * HOUR, to: NOW + 8 * HOUR })
  })
})

describe('the wait', () => {
  test('is under a minute while somebody has room', () => {
    expect(etaSeconds({ before: 1, slots: 6, freeSlots: 2, serviceSeconds: 360 })).toEqual([0, 60])
  })

  test('grows with who stands before, and shrinks with who is on duty', () => {
    const wait = (before: number, slots: number) =>
      etaSeconds({ before, slots, freeSlots: 0, serviceSeconds: 360 })?.[1] ?? 0
    expect(wait(5, 6)).toBeGreaterThan(wait(1, 6))
    expect(wait(5, 12)).toBeLessThan(wait(5, 6))
  })

  test('is a range that never promises the best case', () => {
    const [low = 0, high = 0] = etaSeconds({ before: 3, slots: 3, freeSlots: 0, serviceSeconds: 300 }) ?? []
    expect(low).toBeLessThan(400)
    expect(high).toBeGreaterThan(400)
  })

  test('is not estimated while nobody is on duty', () => {
    expect(etaSeconds({ before: 0, slots: 0, freeSlots: 0, serviceSeconds: 300 })).toBeUndefined()
  })

  test('goes by the middle one of recent cases, and by the desk file until there are five', () => {
    expect(typicalServiceSeconds([1, 2, 3, 4], 360)).toBe(360)
    expect(typicalServiceSeconds([100, 9_000, 120, 80, 110], 360)).toBe(110)
  })
})

describe('the place in line', () => {
  test('is the first ask and the target of its class, and nothing else', () => {
    expect([dueAt(NOW, 'danger', desk), dueAt(NOW, 'urgent', desk), dueAt(NOW, 'normal', desk)]).toEqual([
      NOW + 30_000,
      NOW + 90_000,
      NOW + 180_000,
    ])
  })

  test.each([
    ['danger', 'danger'],
    ['supervisor', 'urgent'],
    ['repeat-contact', 'urgent'],
    ['asked', 'normal'],
    ['unmatched', 'normal'],
  ] as const)('%s is %s', (reason, priority) => {
    expect(priorityOf(reason)).toBe(priority)
  })

  test('a queue that names a reason gets its cases; the first queue gets the rest', () => {
    expect([queueOf('supervisor', desk), queueOf('asked', desk)]).toEqual(['supervision', 'general'])
  })
})

test.each([
  ['mi número es 311 555 1234 por favor', '3115551234'],
  ['+57 (311) 555-12-34', '+573115551234'],
  ['el 20', undefined],
  ['la referencia ABC1234567', undefined],
  ['a las 10:30', undefined],
])('a number to call in %j is %j', (text, phone) => {
  expect(phoneIn(text)).toBe(phone)
})

describe('times in words', () => {
  const zone = 'America/Bogota'
  test.each([
    ['es', NOW + 2 * HOUR, 'hoy a las 12:00'],
    ['es', Date.parse('2026-03-11T06:05:00Z'), 'mañana a la 1:05'],
    ['es', Date.parse('2026-03-16T12:00:00Z'), 'el lunes 16 de marzo a las 7:00'],
    ['en', NOW + 2 * HOUR, 'today at 12:00 PM'],
    ['en', Date.parse('2026-03-16T12:00:00Z'), 'Monday, March 16 at 7:00 AM'],
  ] as const)('in %s: %s is %j', (language, time, words) => {
    expect(when(time, NOW, zone, language)).toBe(words)
  })

  test('a window is its day and both ends', () => {
    const window = { from: NOW + HOUR, to: NOW + 2 * HOUR }
    expect(windowWords(window, NOW, zone, 'es')).toBe('hoy de 11:00 a 12:00')
    expect(windowWords(window, NOW, zone, 'en')).toBe('today from 11:00 AM to 12:00 PM')
  })

  test.each([
    [[0, 60], 'menos de 1 min', 'under 1 min'],
    [[30, 200], 'hasta 4 min', 'up to 4 min'],
    [[240, 420], '4 a 7 min', '4 to 7 min'],
  ] as const)('a wait of %j seconds', (eta, es, en) => {
    expect([waitWords(eta, 'es'), waitWords(eta, 'en')]).toEqual([es, en])
  })

  test('no wait is said to be shorter than it is', () => {
    for (let high = 60; high < 3_600; high += 30) {
      const minutes = Number(/(\d+) min/.exec(waitWords([0, high], 'es'))?.[1])
      expect(minutes * MINUTE).toBeGreaterThanOrEqual(high * 1_000)
    }
  })
})
