import { fold, isOneTypo } from '../understanding/words.ts'
import { EXACT, FORGIVING, LEXICON, type Tag } from './ask-lexicon.ts'

/**
 * A message as kinds of words. Words with the same tags are one kind, so that a rule's step is a table look-up
 * by kind and reading ten thousand characters stays under a millisecond.
 */
export interface Tokens {
  kinds: number[]
  words: string[]
}

/** Kinds that are not of the lexicon. */
export const UNKNOWN = 0
/** A comma, a dash, a new line: rules read over it, refusals and identity don't. */
export const SOFT = 1
/** The end of a sentence: nothing reads over it. */
export const HARD = 2
/** The same, of a question. */
export const QUESTION = 3

/** Rules need a few words in a row; words beyond this are read neither at the start nor at the end. */
const MOST_CHARACTERS = 10_000

const kindTags: (readonly Tag[])[] = [[], [], [], []]
const kindOfWord = new Map<string, number>()
const kindOfSound = new Map<string, number>()
const phrasesByFirst = new Map<string, { words: string[]; kind: number }[]>()
const forgivingByFirst = new Map<string, { word: string; kind: number }[]>()
const exact = new Set(EXACT.split(/\s+/))

/** Words from this length on are recognised with one typo, and longer ones with two. */
const TYPO_FROM = 5
const TWO_TYPOS_FROM = 11

buildKinds()

/** For each kind, whether one of the tags (`talk|reach`) is on it. */
export function kindsWith(tags: string): Uint8Array {
  const wanted = tags.split('|')
  return Uint8Array.from(kindTags, (own) => (own.some((tag) => wanted.includes(tag)) ? 1 : 0))
}

const TOKEN = /[\p{L}\p{N}]+|[.!?¿¡;…]+|[,:\n()–—/-]|\p{Extended_Pictographic}/gu
/** "h u m a n o", "a.g.e.n.t": four or more single letters. */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{L}[ ._*-]){3,}\p{L}(?![\p{L}\p{N}])/gu

/** The words of a message and their kinds; phrases of the lexicon are one token. */
export function tokens(text: string): Tokens {
  const half = MOST_CHARACTERS / 2
  const read = text.length > MOST_CHARACTERS ? `${text.slice(0, half)}\n${text.slice(-half)}` : text
  const folded = fold(read).replace(SPACED, (letters) => letters.replace(/[ ._*-]/g, ''))
  const found = folded.match(TOKEN) ?? []
  const kinds: number[] = []
  const words: string[] = []
  for (let i = 0; i < found.length; ) {
    const phrase = phraseAt(found, i)
    const word = found[i] ?? ''
    kinds.push(phrase?.kind ?? kindOf(word))
    words.push(word)
    i += phrase?.words.length ?? 1
  }
  return { kinds, words }
}

function phraseAt(found: readonly string[], at: number): { words: string[]; kind: number } | undefined {
  return phrasesByFirst
    .get(found[at] ?? '')
    ?.find((phrase) => phrase.words.every((word, i) => found[at + i] === word))
}

function kindOf(word: string): number {
  const known = kindOfWord.get(word)
  if (known !== undefined) return known
  const first = word.charCodeAt(0)
  if (
    first < 0x30 ||
    first === 0x3f ||
    first === 0x3a ||
    first === 0x3b ||
    first > 0x2000 ||
    first === 0xbf ||
    first === 0xa1
  ) {
    return punctuation(word)
  }
  if (word.length < TYPO_FROM - 1 || word.length > 24 || exact.has(word)) return UNKNOWN
  if (/\d/.test(word)) return kindOfWord.get(withLetters(word)) ?? UNKNOWN
  return kindOfSound.get(soundOf(word)) ?? kindOfTypo(word)
}

function punctuation(mark: string): number {
  if (mark.includes('?')) return QUESTION
  if (/^[.!;…¿¡]/.test(mark)) return HARD
  return /^[,:\n()–—/-]$/.test(mark) ? SOFT : UNKNOWN
}

function kindOfTypo(word: string): number {
  if (word.length < TYPO_FROM) return UNKNOWN
  const near = forgivingByFirst.get(word.charAt(0)) ?? []
  for (const { word: right, kind } of near) {
    if (isOneTypo(word, right)) return kind
    if (right.length >= TWO_TYPOS_FROM && isTwoTypos(word, right)) return kind
  }
  return UNKNOWN
}

/** Two typos in a long word: what is left after removing one letter of it is one typo away. */
function isTwoTypos(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 2) return false
  let i = 0
  while (i < word.length && word[i] === right[i]) i += 1
  const [rest, rightRest] = [word.slice(i), right.slice(i)]
  return (
    isOneTypo(rest.slice(1), rightRest.slice(1)) ||
    isOneTypo(rest.slice(1), rightRest) ||
    isOneTypo(rest, rightRest.slice(1))
  )
}

/** "hum4no", "per50na". */
function withLetters(word: string): string {
  return word.replace(
    /[013457]/g,
    (digit) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' })[digit] ?? digit,
  )
}

/** How a Spanish word sounds, so that it is known however it is spelt: "kiero", "ablar", "acesor", "perzona". */
function soundOf(word: string): string {
  return word
    .replace(/ch/g, '#')
    .replace(/h/g, '')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/sc(?=[ei])/g, 's')
    .replace(/c(?=[ei])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/(.)\1/g, '$1')
}

function buildKinds(): void {
  const tagsOf = new Map<string, Tag[]>()
  for (const [tag, list] of Object.entries(LEXICON)) {
    if (!isTag(tag)) continue
    for (const entry of list.split(/\s+/)) {
      const tags = tagsOf.get(entry)
      if (tags === undefined) tagsOf.set(entry, [tag])
      else if (!tags.includes(tag)) tags.push(tag)
    }
  }
  const kindOfTags = new Map<string, number>()
  for (const [entry, tags] of tagsOf) {
    const key = tags.join(' ')
    const kind = kindOfTags.get(key) ?? kindTags.push(tags) - 1
    kindOfTags.set(key, kind)
    const parts = entry.split('_')
    if (parts.length > 1) addPhrase(parts, kind)
    else addWord(entry, kind, tags)
  }
  for (const list of phrasesByFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
}

function addPhrase(parts: string[], kind: number): void {
  const first = parts[0] ?? ''
  const others = phrasesByFirst.get(first) ?? []
  others.push({ words: parts, kind })
  phrasesByFirst.set(first, others)
}

function addWord(word: string, kind: number, tags: readonly Tag[]): void {
  kindOfWord.set(word, kind)
  if (word.length < TYPO_FROM || !tags.some((tag) => FORGIVING.includes(tag))) return
  const sound = soundOf(word)
  if (!kindOfSound.has(sound)) kindOfSound.set(sound, kind)
  // Most typos keep the first letter; a swap or a slip there is caught by its second letter.
  for (const first of new Set([word.charAt(0), word.charAt(1)])) {
    const others = forgivingByFirst.get(first) ?? []
    others.push({ word, kind })
    forgivingByFirst.set(first, others)
  }
}

function isTag(key: string): key is Tag {
  return key in LEXICON
}
