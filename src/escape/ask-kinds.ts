import { EXACT, FORGIVING, LEXICON, type Tag } from './ask-lexicon.ts'
import { Forgiving, TYPO_FROM } from './ask-typos.ts'

/**
 * The lexicon as kinds of words: words with the same tags are one kind, so that a rule's step is a table look-up by
 * kind.
 */
export interface Phrase {
  words: string[]
  kind: number
}

/** What the lexicon has of a word: its kind when it stands alone, and the phrases that it begins, longest first. */
export interface Entry {
  kind: number | undefined
  phrases: Phrase[]
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

const kindTags: (readonly Tag[])[] = [[], [], [], [], []]
/** The other way round: every rule asks by tag, and there are hundreds of rules to be made at each start. */
const kindsByTag = new Map<string, number[]>()
const entries = new Map<string, Entry>()
const forgiving = new Forgiving()
const exact = new Set(EXACT.split(/\s+/))

/** No word that is looked for is longer, however it is mistyped. */
const LONGEST_WORD = 24

buildKinds()

/** For each kind, whether one of the tags (`talk|reach`) is on it. */
export function kindsWith(tags: string): Uint8Array {
  const has = new Uint8Array(kindTags.length)
  for (const tag of tags.split('|')) for (const kind of kindsByTag.get(tag) ?? []) has[kind] = 1
  return has
}

/** What is on a kind, as one word: the same in every edition of the lexicon that has it. */
export function tagsOf(kind: number): string {
  return kindTags[kind]?.join(' ') ?? ''
}

/** How many kinds there are. */
export function kindCount(): number {
  return kindTags.length
}

/** What the lexicon has of a word as it is written. */
export function entryAs(word: string): Entry | undefined {
  return entries.get(word)
}

/** The kind of a word that isn't in the lexicon as it is written: of what was meant, if that is. */
export function kindMeantBy(word: string): number {
  if (isHighSurrogate(word.charCodeAt(0))) return EMOJI
  if (word.length < TYPO_FROM - 1 || word.length > LONGEST_WORD || exact.has(word)) return UNKNOWN
  if (/\d/.test(word)) return entries.get(withLetters(word))?.kind ?? UNKNOWN
  return forgiving.find(word) ?? UNKNOWN
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

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
    const kind = kindOfTags.get(key) ?? newKind(tags)
    kindOfTags.set(key, kind)
    const parts = entry.split('_')
    if (parts.length > 1) entryOf(parts[0] ?? '').phrases.push({ words: parts, kind })
    else addWord(entry, kind, tags)
  }
  for (const { phrases } of entries.values()) phrases.sort((a, b) => b.words.length - a.words.length)
}

function newKind(tags: readonly Tag[]): number {
  const kind = kindTags.push(tags) - 1
  for (const tag of tags) {
    const kinds = kindsByTag.get(tag)
    if (kinds) kinds.push(kind)
    else kindsByTag.set(tag, [kind])
  }
  return kind
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
