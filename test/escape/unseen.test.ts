import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readAsk } from '../../src/escape/ask.ts'

/**
 * Messages that were written before anybody looked at how the recogniser works: `ask*` ask for a person, `not*` only
 * look like it or are ordinary. What was missed was mended by its kind, never by its words.
 */
const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'asks')

function readings(name: string): { asks: number; heard: number } {
  const texts = readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
    .trim()
    .split('\n')
  const read = texts.map(readAsk)
  const part = (wanted: (ask: string) => boolean): number => read.filter(wanted).length / read.length
  return { asks: part((ask) => ask === 'asks'), heard: part((ask) => ask !== 'no') }
}

test.each(['1', '2', '3', '4', '5', '6'].flatMap((batch) => [`ask${batch}.es`, `ask${batch}.en`]))(
  'of the asks in %s hardly one goes unheard',
  (name) => {
    const { asks, heard } = readings(name)
    expect(heard).toBeGreaterThanOrEqual(0.96)
    expect(asks).toBeGreaterThanOrEqual(0.9)
  },
)

test.each(['not1.es', 'not1.en'])(
  'of the messages in %s hardly one is handed off, few are offered a person',
  (name) => {
    const { asks, heard } = readings(name)
    expect(asks).toBeLessThanOrEqual(0.01)
    expect(heard).toBeLessThanOrEqual(0.05)
  },
)

test.each(['4', '5', '6'].flatMap((batch) => [`not${batch}.es`, `not${batch}.en`]))(
  'of %s at most one in fifty is handed off',
  (name) => {
    expect(readings(name).asks).toBeLessThanOrEqual(0.02)
  },
)

test.each(['not3.es', 'not3.en'])('of %s, where every word is one of asking, few are handed off', (name) => {
  expect(readings(name).asks).toBeLessThanOrEqual(0.05)
})

test.each(['replies.es', 'replies.en'])(
  'of %s, what customers answer and ask on the way through a dialog, none is handed off',
  (name) => {
    const { asks, heard } = readings(name)
    expect(asks).toBe(0)
    expect(heard).toBeLessThanOrEqual(0.01)
  },
)
