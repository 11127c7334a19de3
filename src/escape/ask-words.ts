import { entryAs, kindMeantBy, type Phrase } from './ask-kinds.ts'

/** What is known of a word. */
export interface Word {
  /** As it stands in the message. */
  written: string
  /** The same, a short form of chat written out. */
  text: string
  /** Its kind when it stands alone, however it is mistyped. */
  kind: number
  phrases: readonly Phrase[]
}

/** Short forms of chat that rules and model know by the whole word. */
const SHORT = new Map(
  Object.entries({
    m: 'me',
    q: 'que',
    k: 'que',
    ke: 'que',
    qe: 'que',
    kon: 'con',
    kn: 'con',
    cn: 'con',
    x: 'por',
    d: 'de',
    u: 'you',
  }),
)

/**
 * Words that were read lately, a few for each hash: most of what people write was written before, and is found here
 * without a copy of its letters. A word that isn't here is looked up, and takes another's place.
 */
const SETS = 2 ** 12
const WAYS = 4
const lately: (Word | undefined)[] = Array.from({ length: SETS * WAYS }, () => undefined)
let place = 0

/** What a hash of letters begins with, and what it is after one letter more. */
export const NO_LETTERS = 0x811c9dc5
export const withLetter = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** The word that stands from `begin` to before `end`, its letters hashed. */
export function wordAt(text: string, begin: number, end: number, hash: number): Word {
  const set = ((hash ^ (hash >>> 15)) & (SETS - 1)) * WAYS
  for (let at = set; at < set + WAYS; at += 1) {
    const word = lately[at]
    if (word !== undefined && stands(word.written, text, begin, end)) return word
  }
  const word = wordAs(text.slice(begin, end))
  place = (place + 1) % WAYS
  lately[set + place] = word
  return word
}

/** The word, looked up. */
export function wordAs(written: string): Word {
  const text = SHORT.get(written) ?? written
  const entry = entryAs(text)
  return { written, text, kind: entry?.kind ?? kindMeantBy(text), phrases: entry?.phrases ?? [] }
}

function stands(written: string, text: string, begin: number, end: number): boolean {
  if (written.length !== end - begin) return false
  for (let i = 0; i < written.length; i += 1) {
    if (written.charCodeAt(i) !== text.charCodeAt(begin + i)) return false
  }
  return true
}
