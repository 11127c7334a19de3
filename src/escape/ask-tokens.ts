import { fold } from '../understanding/words.ts'
import { EXACT, FORGIVING, LEXICON, type Tag } from './ask-lexicon.ts'
import { Forgiving, TYPO_FROM } from './ask-typos.ts'

/**
 * A message as kinds of words. Words with the same tags are one kind, so that a rule's step is a table look-up
 * by kind and reading ten thousand characters stays under a millisecond.
 */
export interface Tokens {
  kinds: number[]
  /** The word of each token, of a phrase the first. */
  words: string[]
  /** Every word and mark by itself, and where in them each token begins. */
  found: string[]
  from: number[]
}

/** Kinds that are not of the lexicon. */
export const UNKNOWN = 0
/** A comma, a dash, a new line: rules read over it, refusals and identity don't. */
export const SOFT = 1
/** The end of a sentence: nothing reads over it. */
export const HARD = 2
/** The same, of a question. */
export const QUESTION = 3
/** A face or a thing that says nothing of a person: read over everywhere. */
export const EMOJI = 4

/** Who asks in a very long message does so as it begins or ends: of more than this the middle is left out, so that reading stays quick. */
const MOST_CHARACTERS = 3_000

const kindTags: (readonly Tag[])[] = [[], [], [], [], []]
interface Phrase {
  words: string[]
  kind: number
}
/** What the lexicon has of a word: its kind when it stands alone, and the phrases that it begins, longest first. */
interface Entry {
  kind: number | undefined
  phrases: Phrase[]
}
const entries = new Map<string, Entry>()
const forgiving = new Forgiving()
const exact = new Set(EXACT.split(/\s+/))

/** So many words at either end of a message are read with typos; comparing more would take too long. */
const FORGIVEN = 90
/** No word that is looked for is longer, however it is mistyped. */
const LONGEST_WORD = 24

buildKinds()

/** For each kind, whether one of the tags (`talk|reach`) is on it. */
export function kindsWith(tags: string): Uint8Array {
  const wanted = tags.split('|')
  return Uint8Array.from(kindTags, (own) => (own.some((tag) => wanted.includes(tag)) ? 1 : 0))
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

const LONGEST_SHORT = 3

/** "h u m a n o", "a.g.e.n.t": four or more single letters. */
const SPACED = /(?<![a-z0-9])(?:[a-z][ ._*-]){3,}[a-z](?![a-z0-9])/g

/** What is on a kind, as one word: the same in every edition of the lexicon that has it. */
export function tagsOf(kind: number): string {
  return kindTags[kind]?.join(' ') ?? ''
}

/** How many kinds there are. */
export function kindCount(): number {
  return kindTags.length
}

/** The words of a message and their kinds; phrases of the lexicon are one token. */
export function tokens(text: string): Tokens {
  const half = MOST_CHARACTERS / 2
  const read = text.length > MOST_CHARACTERS ? `${text.slice(0, half)}\n${text.slice(-half)}` : text
  const folded = fold(read).replace(SPACED, (letters) => letters.replace(/[ ._*-]/g, ''))
  const found = split(folded)
  const kinds: number[] = []
  const words: string[] = []
  const from: number[] = []
  for (let i = 0; i < found.length; ) {
    const word = found[i] ?? ''
    const entry = entries.get(word)
    const phrase = entry && entry.phrases.length > 0 ? phraseAt(entry.phrases, found, i) : undefined
    const forgives = i < FORGIVEN || i >= found.length - FORGIVEN
    kinds.push(phrase?.kind ?? entry?.kind ?? kindOf(word, forgives))
    words.push(word)
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

/** The kind of what isn't in the lexicon as it is written. */
function kindOf(word: string, forgives: boolean): number {
  if (isHighSurrogate(word.charCodeAt(0))) return EMOJI
  if (word.length === 1) return MARKS.indexOf(word) > 0 ? MARKS.indexOf(word) : UNKNOWN
  if (word.length < TYPO_FROM - 1 || word.length > LONGEST_WORD || !forgives || exact.has(word))
    return UNKNOWN
  if (/\d/.test(word)) return entries.get(withLetters(word))?.kind ?? UNKNOWN
  return forgiving.find(word) ?? UNKNOWN
}

/** Marks by their code, so that a page full of them costs one look-up each. */
const KIND_OF_CODE = new Uint8Array(0x2030)
for (const mark of ',:\n()–—-/') KIND_OF_CODE[mark.charCodeAt(0)] = SOFT
for (const mark of '.!;…¿¡') KIND_OF_CODE[mark.charCodeAt(0)] = HARD
KIND_OF_CODE['?'.charCodeAt(0)] = QUESTION

/** Words, marks and emoji in one pass: a regular expression with Unicode classes takes ten times as long. */
function split(text: string): string[] {
  const found: string[] = []
  let lastMark = UNKNOWN
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i)
    let mark = KIND_OF_CODE[code] ?? UNKNOWN
    if (mark !== UNKNOWN) {
      // "hablar.con alguien": a thumb that missed the space bar, not the end of a sentence.
      if (code === FULL_STOP && i > 0 && isWordCode(text.charCodeAt(i + 1))) mark = SOFT
      // One mark ends a sentence as well as a hundred do; a question among them makes it a question.
      const isMore = lastMark !== UNKNOWN && (mark === SOFT || lastMark >= HARD)
      if (!isMore) found.push(MARKS[mark] ?? '')
      else if (mark === QUESTION) found[found.length - 1] = '?'
      lastMark = isMore ? Math.max(mark, lastMark) : mark
      i += 1
      continue
    }
    let end = i
    while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1
    if (end === i && isHighSurrogate(code)) {
      const emoji = text.slice(i, i + 2)
      if (emoji !== found.at(-1)) found.push(emoji)
      i += 1
    }
    if (end > i) {
      const word = text.slice(i, end)
      found.push(word.length > LONGEST_SHORT ? word : (SHORT.get(word) ?? word))
      lastMark = UNKNOWN
    }
    i = Math.max(end, i + 1)
  }
  return found
}

const FULL_STOP = '.'.charCodeAt(0)

/** How the marks of each kind are written as a token. */
const MARKS = ['', ',', '.', '?']

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

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

/** "hum4no", "per50na". */
function withLetters(word: string): string {
  return word.replace(
    /[013457]/g,
    (digit) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' })[digit] ?? digit,
  )
}

function buildKinds(): void {
  const tagsByEntry = new Map<string, Tag[]>()
  for (const [tag, list] of Object.entries(LEXICON)) {
    if (!isTag(tag)) continue
    for (const entry of list.split(/\s+/)) {
      const tags = tagsByEntry.get(entry)
      if (tags === undefined) tagsByEntry.set(entry, [tag])
      else if (!tags.includes(tag)) tags.push(tag)
    }
  }
  const kindOfTags = new Map<string, number>()
  for (const [entry, tags] of tagsByEntry) {
    const key = tags.join(' ')
    const kind = kindOfTags.get(key) ?? kindTags.push(tags) - 1
    kindOfTags.set(key, kind)
    const parts = entry.split('_')
    if (parts.length > 1) entryOf(parts[0] ?? '').phrases.push({ words: parts, kind })
    else addWord(entry, kind, tags)
  }
  for (const { phrases } of entries.values()) phrases.sort((a, b) => b.words.length - a.words.length)
}

function entryOf(word: string): Entry {
  const entry = entries.get(word) ?? { kind: undefined, phrases: [] }
  entries.set(word, entry)
  return entry
}

function addWord(word: string, kind: number, tags: readonly Tag[]): void {
  entryOf(word).kind = kind
  if (word.length < TYPO_FROM || !tags.some((tag) => FORGIVING.includes(tag))) return
  forgiving.add(word, kind)
}

function isTag(key: string): key is Tag {
  return key in LEXICON
}
