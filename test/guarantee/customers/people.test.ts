import { describe, expect, test } from '@jest/globals'
import { readAsk } from '../../../src/escape/ask.ts'
import { asksIn } from '../../../src/guarantee/customers/asks.ts'
import { misspell, type Spelling } from '../../../src/guarantee/customers/misspell.ts'
import { randomOf } from '../../../src/guarantee/customers/random.ts'
import { ASKS } from '../../../src/guarantee/customers/words.ts'
import { LANGUAGES } from '../../../src/language.ts'
import type { ReadLine } from '../../../src/turn/transcript.ts'

describe('chance', () => {
  test('is the same for the same person, and another for everybody else', () => {
    const drawn = (seed: number, person: number) => {
      const chance = randomOf(seed, person)
      return Array.from({ length: 5 }, () => chance.below(1_000_000))
    }
    expect(drawn(1, 2)).toEqual(drawn(1, 2))
    expect(drawn(1, 2)).not.toEqual(drawn(1, 3))
    expect(drawn(1, 2)).not.toEqual(drawn(2, 2))
  })

  test('is even', () => {
    const chance = randomOf(5, 5)
    const counts = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 100_000; i += 1) {
      const at = chance.below(10)
      counts[at] = (counts[at] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  test('weighs, and refuses to pick from nothing', () => {
    const chance = randomOf(6, 6)
    const drawn = Array.from({ length: 1_000 }, () => chance.weighted({ often: 9, seldom: 1, never: 0 }))
    expect(drawn.filter((one) => one === 'often').length).toBeGreaterThan(800)
    expect(drawn).not.toContain('never')
    expect(() => chance.pick([])).toThrow(RangeError)
  })
})

describe('spelling', () => {
  const plain: Spelling = {
    slips: 0,
    kinds: [],
    accents: true,
    punctuation: true,
    capitals: 'as written',
    short: false,
    drawnOut: 0,
  }
  const typed = (text: string, spelling: Partial<Spelling>) =>
    misspell(text, { ...plain, ...spelling }, 'es', randomOf(3, 1))

  test('leaves a careful text alone', () => {
    expect(typed('¿Cómo está, señora?', {})).toBe('¿Cómo está, señora?')
  })

  test('drops accents and marks, and keeps the ñ', () => {
    expect(typed('¿Cómo está, señora?', { accents: false, punctuation: false })).toBe('Como esta señora?')
  })

  test('slips once in a word at most, and never in a number', () => {
    const text = typed('quiero cancelar la cuenta 445566', { slips: 1, kinds: ['omitted'] })
    expect(text).not.toContain('cancelar')
    expect(text).toMatch(/445566$/)
    expect(text.split(' ')).toHaveLength(5)
  })

  test('hears and writes otherwise', () => {
    expect(typed('vaca', { slips: 1, kinds: ['sound'] })).not.toBe('vaca')
  })
})

test.each(LANGUAGES)('every clear ask of a simulated person is heard at the door: %s', (language) => {
  expect(ASKS[language].filter((ask) => readAsk(ask) !== 'asks')).toEqual([])
})

describe('asks, counted from the transcript alone', () => {
  let seq = 0
  const said = (text: string): ReadLine => {
    seq += 1
    return { id: `m${seq}`, seq, at: 0, kind: 'message', from: { kind: 'customer' }, text }
  }
  const opened = (): ReadLine => {
    seq += 1
    return { id: `e${seq}`, seq, at: 0, kind: 'event', name: 'case-opened' }
  }

  test('one that a case follows took one message', () => {
    expect(asksIn([said('hola'), said('un humano'), opened()], readAsk, new Set())).toEqual({
      asks: 1,
      notReached: [],
      messages: 1,
    })
  })

  test('one that no case follows is not reached, and one that had to be said again took longer', () => {
    expect(asksIn([said('un humano'), said('hola?')], readAsk, new Set()).notReached).toEqual(['un humano'])
    expect(asksIn([said('un humano'), said('un humano!'), opened()], readAsk, new Set()).messages).toBe(2)
  })

  test('one that was meant counts, though the recogniser makes nothing of it', () => {
    const line = said('quiero a la señora Martínez')
    expect(asksIn([line], readAsk, new Set([line.id])).notReached).toEqual([
      line.kind === 'message' ? line.text : '',
    ])
  })
})
