import { fold } from '../understanding/words.ts'
import { EMOJI, HARD, type Phrase, QUESTION, SOFT, UNKNOWN } from './ask-kinds.ts'
import { NO_LETTERS, type Word, withLetter, wordAt } from './ask-words.ts'

/** A message as kinds of words. */
export interface Tokens {
  kinds: number[]
  /** The word of each token, of a phrase the first. */
  words: string[]
  /** Every word and mark by itself, and where in them each token begins. */
  found: string[]
  from: number[]
}

/** More than WhatsApp carries (4,096). Of a longer text the middle is left out, so that reading stays quick. */
const MOST_CHARACTERS = 4_200

/** No message of so many characters has more words and marks; what has is letters without sense. */
const MOST_WORDS = 1_500

/** "h u m a n o", "a.g.e.n.t": four or more single letters. */
const SPACED = /(?<![a-z0-9])(?:[a-z][ ._*-]){3,}[a-z](?![a-z0-9])/g

/** The words of a message and their kinds; phrases of the lexicon are one token. */
export function tokens(text: string): Tokens {
  const half = MOST_CHARACTERS / 2
  const read = text.length > MOST_CHARACTERS ? `${text.slice(0, half)}\n${text.slice(-half)}` : text
  const parts = split(fold(read).replace(SPACED, (letters) => letters.replace(/[ ._*-]/g, '')))
  if (parts.length > MOST_WORDS) parts.splice(MOST_WORDS / 2, parts.length - MOST_WORDS)
  const found = parts.map((part) => part.text)
  const kinds: number[] = []
  const words: string[] = []
  const from: number[] = []
  for (let i = 0; i < parts.length; ) {
    const part = parts[i]
    if (part === undefined) break
    const phrase = phraseAt(part.phrases, found, i)
    kinds.push(phrase?.kind ?? part.kind)
    words.push(part.text)
    from.push(i)
    i += phrase?.words.length ?? 1
  }
  return { kinds, words, found, from }
}

function phraseAt(phrases: readonly Phrase[], found: readonly string[], at: number): Phrase | undefined {
  for (const phrase of phrases) {
    let i = 1
    while (i < phrase.words.length && found[at + i] === phrase.words[i]) i += 1
    if (i === phrase.words.length) return phrase
  }
  return undefined
}

/** How the marks of each kind are written as a token. */
const MARKS: readonly Word[] = ['', ',', '.', '?'].map((text, kind) => ({
  written: text,
  text,
  kind,
  phrases: [],
}))

/** What a code unit is part of: a mark of one of the kinds, half of an emoji, a word, or nothing. */
const IN_WORD = EMOJI + 1
const WHAT = whatCodesAre()

function whatCodesAre(): Uint8Array {
  const what = new Uint8Array(0x10000).fill(UNKNOWN)
  for (let code = 0; code < what.length; code += 1) if (isWordCode(code)) what[code] = IN_WORD
  what.fill(EMOJI, 0xd800, 0xdc00)
  for (const [marks, kind] of [
    [',:\n()–—-/', SOFT],
    ['.!;…¿¡', HARD],
    ['?', QUESTION],
  ] as const) {
    for (const mark of marks) what[mark.charCodeAt(0)] = kind
  }
  return what
}

/** Words, marks and emoji in one pass: a regular expression with Unicode classes takes ten times as long. */
function split(text: string): Word[] {
  const found: Word[] = []
  const { length } = text
  let lastMark = UNKNOWN
  for (let i = 0; i < length; ) {
    let code = text.charCodeAt(i)
    const what = WHAT[code] ?? UNKNOWN
    if (what === IN_WORD) {
      const begin = i
      let hash = NO_LETTERS
      do {
        hash = withLetter(hash, code)
        i += 1
        code = i < length ? text.charCodeAt(i) : SPACE
      } while (WHAT[code] === IN_WORD)
      found.push(wordAt(text, begin, i, hash))
      lastMark = UNKNOWN
      continue
    }
    if (what === EMOJI) {
      const emoji = wordAt(text, i, i + 2, withLetter(withLetter(NO_LETTERS, code), text.charCodeAt(i + 1)))
      if (emoji !== found.at(-1)) found.push(emoji)
      i += 2
      continue
    }
    if (what !== UNKNOWN) {
      // "hablar.con alguien": a thumb that missed the space bar, not the end of a sentence.
      const isMissed =
        code === FULL_STOP && i > 0 && i + 1 < length && WHAT[text.charCodeAt(i + 1)] === IN_WORD
      const mark = isMissed ? SOFT : what
      // One mark ends a sentence as well as a hundred do; a question among them makes it a question.
      const isMore = lastMark !== UNKNOWN && (mark === SOFT || lastMark >= HARD)
      if (!isMore) found.push(MARKS[mark] as Word)
      else if (mark === QUESTION) found[found.length - 1] = MARKS[QUESTION] as Word
      lastMark = isMore ? Math.max(mark, lastMark) : mark
    }
    i += 1
  }
  return found
}

const FULL_STOP = '.'.charCodeAt(0)
const SPACE = ' '.charCodeAt(0)

/** Letters and digits: of ASCII these alone, beyond it all that isn't a mark, a space or half of an emoji. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  if (code < 0xc0) return false
  return !(
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code >= 0xfe00
  )
}
