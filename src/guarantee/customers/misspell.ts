import type { Language } from '../../language.ts'
import type { Random } from './random.ts'

/** How somebody writes: the share of words with a slip, which slips they make, and what they leave out. */
export interface Spelling {
  slips: number
  kinds: readonly Slip[]
  accents: boolean
  punctuation: boolean
  capitals: 'as written' | 'none' | 'all'
  /** Chat short forms: "q", "xq", "pls". */
  short: boolean
  /** "Holaaa": how often a word is drawn out. */
  drawnOut: number
}
export type Slip = 'keyboard' | 'sound' | 'omitted' | 'swapped' | 'doubled'

/** Rows of the keyboard; the neighbours of a key stand beside it. */
const ROWS = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm']

/** Spellings that sound the same, in Spanish of different regions and in English. */
const SOUNDS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/v/, 'b'],
    [/b/, 'v'],
    [/c(?=[eií])/, 's'],
    [/z/, 's'],
    [/s/, 'z'],
    [/qu(?=[eié])/, 'k'],
    [/c(?=[aou])/, 'k'],
    [/ll/, 'y'],
    [/y(?=[aeo])/, 'll'],
    [/^h/, ''],
    [/g(?=[ei])/, 'j'],
    [/j(?=[ei])/, 'g'],
    [/gü|hu/, 'w'],
    [/ñ/, 'n'],
    [/x/, 's'],
  ],
  en: [
    [/ei/, 'ie'],
    [/ie/, 'ei'],
    [/ck/, 'k'],
    [/ph/, 'f'],
    [/tt/, 't'],
    [/ll/, 'l'],
    [/ss/, 's'],
    [/ea/, 'ee'],
    [/ough/, 'uff'],
    [/ght/, 't'],
    [/c(?=[aou])/, 'k'],
    [/ou/, 'u'],
    [/s(?=e$)/, 'z'],
    [/e$/, ''],
  ],
}

const SHORT: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/\bque\b/gi, 'q'],
    [/\bpor ?qu[eé]\b/gi, 'xq'],
    [/\bpor favor\b/gi, 'xfa'],
    [/\btambién\b/gi, 'tmb'],
    [/\bpara\b/gi, 'pa'],
  ],
  en: [
    [/\byou\b/gi, 'u'],
    [/\bare\b/gi, 'r'],
    [/\bplease\b/gi, 'pls'],
    [/\bbecause\b/gi, 'cuz'],
    [/\bthanks\b/gi, 'thx'],
  ],
}

/** The text as this person would type it. Numbers stay as they are: a wrong digit is a wrong answer, not a slip. */
export function misspell(text: string, spelling: Spelling, language: Language, chance: Random): string {
  let typed = text
  if (spelling.short) for (const [long, short] of SHORT[language]) typed = typed.replace(long, short)
  typed = typed
    .split(' ')
    .map((word) => slip(word, spelling, language, chance))
    .join(' ')
  if (!spelling.accents)
    typed = typed
      .normalize('NFD')
      .replace(/(?!\u0303)\p{M}/gu, '')
      .normalize('NFC')
  if (!spelling.punctuation) typed = typed.replace(/[.,;:!¡¿]+(?=\s|$)|^[¡¿]+/g, '').trim() || typed
  if (spelling.capitals === 'none') typed = typed.toLowerCase()
  if (spelling.capitals === 'all') typed = typed.toUpperCase()
  return typed
}

const LETTERS = /^\p{L}{4,}$/u

function slip(word: string, spelling: Spelling, language: Language, chance: Random): string {
  if (!LETTERS.test(word)) return word
  if (chance.chance(spelling.drawnOut)) return word + (word.at(-1) ?? '').repeat(2 + chance.below(4))
  if (spelling.kinds.length === 0 || !chance.chance(spelling.slips)) return word
  return slipOf(chance.pick(spelling.kinds), word, language, chance)
}

function slipOf(kind: Slip, word: string, language: Language, chance: Random): string {
  // People seldom miss the first letter.
  const at = 1 + chance.below(word.length - 1)
  switch (kind) {
    case 'keyboard':
      return word.slice(0, at) + neighbour(word[at] ?? '', chance) + word.slice(at + 1)
    case 'omitted':
      return word.slice(0, at) + word.slice(at + 1)
    case 'doubled':
      return word.slice(0, at) + (word[at] ?? '') + word.slice(at)
    case 'swapped': {
      const first = Math.min(at, word.length - 2)
      return word.slice(0, first) + (word[first + 1] ?? '') + (word[first] ?? '') + word.slice(first + 2)
    }
    case 'sound': {
      const fitting = SOUNDS[language].filter(([heard]) => heard.test(word))
      if (fitting.length === 0) return word
      const [heard, written] = chance.pick(fitting)
      return word.replace(heard, written)
    }
  }
}

function neighbour(letter: string, chance: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()))
  if (!row) return letter
  const at = row.indexOf(letter.toLowerCase())
  return row[chance.chance(0.5) ? at - 1 : at + 1] ?? row[at === 0 ? 1 : at - 1] ?? letter
}
