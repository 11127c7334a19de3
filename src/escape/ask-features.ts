import { classAfter, NO_CLASS } from './ask-classes.ts'
import { kindCount, kindsWith, SOFT, tagsOf, UNKNOWN } from './ask-kinds.ts'
import type { Tokens } from './ask-tokens.ts'

/** A stretch of a message between two marks that end a sentence. */
export interface Sentence {
  /** Its tokens, the last one excluded. */
  begin: number
  end: number
  isQuestion: boolean
}

const SHORTEST = 4
const LONGEST = 5
/** A class is paired with so many before it. */
const FURTHEST = 5
/** No word that is looked for is longer. */
const LONGEST_WORD = 24
/** Numbers of more digits are all the same. */
const LONGEST_FIGURE = 1

/**
 * Gives the hashed features of a sentence, token by token: each word, its pair with the word before, with the one
 * before that, its pieces, and the same of the kinds of words and of their classes, for which filler is not there.
 *
 * @param visit called with the token and the hash, of which the upper bits are the best spread
 */
export function eachFeature(
  { kinds, from, found }: Tokens,
  { begin, end, isQuestion }: Sentence,
  visit: (at: number, hash: number) => void,
): void {
  let [before, beforeThat] = [EDGE, EDGE]
  let [kindBefore, kindBeforeThat] = [EDGE, EDGE]
  let said = ''
  for (let at = begin; at < end; at += 1) {
    const kind = kinds[at] ?? UNKNOWN
    if (kind === SOFT) continue
    const next = from[at + 1] ?? found.length
    let word = EDGE
    for (let i = from[at] ?? 0; i < next; i += 1) {
      const written = found[i] ?? ''
      // "agent agent agent" asks as much as "agent" does.
      if (written === said) continue
      said = written
      word = hashOf(isFigure(written) ? '#' : written)
      visit(at, spread(mix(WORD, word)))
      visit(at, spread(mix(mix(PAIR, before), word)))
      visit(at, spread(mix(mix(APART, beforeThat), word)))
      visitPieces(at, written, visit)
      visit(at, spread(mix(mix(AFTER_KIND, kindBefore), word)))
      beforeThat = before
      before = word
    }
    if (isFill[kind] === 1) continue
    const tags = kindHash[kind] ?? 0
    visit(at, spread(mix(mix(KINDS, kindBefore), tags)))
    visit(at, spread(mix(mix(mix(KINDS_THREE, kindBeforeThat), kindBefore), tags)))
    if (kind !== UNKNOWN) visit(at, spread(mix(KIND, tags)))
    kindBeforeThat = kindBefore
    kindBefore = tags
  }
  const edge = isQuestion ? ASKED : EDGE
  visit(end - 1, spread(mix(mix(PAIR, before), edge)))
  visit(end - 1, spread(mix(mix(KINDS, kindBefore), edge)))
  visit(end - 1, spread(mix(mix(mix(KINDS_THREE, kindBeforeThat), kindBefore), edge)))
  visitClasses(kinds, begin, end, edge, visit)
}

/** Each class, in pairs and threes, and which one stands anywhere before which. */
function visitClasses(
  kinds: readonly number[],
  begin: number,
  end: number,
  edge: number,
  visit: (at: number, hash: number) => void,
): void {
  const said: number[] = []
  let [before, beforeThat] = [EDGE, EDGE]
  for (let at = begin; at < end; at += 1) {
    const own = classAfter(before, kinds[at] ?? UNKNOWN)
    if (own === undefined) continue
    visit(at, spread(mix(mix(CLASSES, before), own)))
    visit(at, spread(mix(mix(mix(CLASSES_THREE, beforeThat), before), own)))
    if (own !== NO_CLASS) {
      visit(at, spread(mix(CLASS, own)))
      for (let i = Math.max(0, said.length - FURTHEST); i < said.length; i += 1)
        if (said[i] !== NO_CLASS) visit(at, spread(mix(mix(CLASS_BEFORE, said[i] ?? NO_CLASS), own)))
    }
    said.push(own)
    beforeThat = before
    before = own
  }
  visit(end - 1, spread(mix(mix(CLASSES, before), edge)))
  visit(end - 1, spread(mix(mix(mix(CLASSES_THREE, beforeThat), before), edge)))
}

function visitPieces(at: number, word: string, visit: (at: number, hash: number) => void): void {
  const length = Math.min(word.length, LONGEST_WORD)
  for (let start = -1; start <= length + 1 - SHORTEST; start += 1) {
    let state = PIECE
    for (let i = start; i < Math.min(start + LONGEST, length + 1); i += 1) {
      state = mix(state, i < 0 || i >= length ? MARK : word.charCodeAt(i))
      if (i - start + 1 >= SHORTEST) visit(at, spread(state))
    }
  }
}

function isFigure(word: string): boolean {
  if (word.length <= LONGEST_FIGURE) return false
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    if (code < 0x30 || code > 0x39) return false
  }
  return true
}

const mix = (state: number, code: number): number => Math.imul(state ^ code, 0x01000193)
const spread = (state: number): number => Math.imul(state ^ (state >>> 15), 0x9e3779b1)

function hashOf(text: string): number {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) state = mix(state, text.charCodeAt(i))
  return spread(state)
}

/** Each kind of feature begins at another place. */
const WORD = 0x2f0b4c47
const PAIR = 0x2545f491
const APART = 0x5bd1e995
const AFTER_KIND = 0x7feb352d
const PIECE = 0x1b873593
const KIND = 0x68bc21eb
const KINDS = 0x02e5be93
const KINDS_THREE = 0x3c6ef372
const CLASS = 0x4cf5ad43
const CLASSES = 0x2745937f
const CLASSES_THREE = 0x38495ab5
const CLASS_BEFORE = 0x61c88647
const MARK = 0x5f
const EDGE = hashOf('^')
const ASKED = hashOf('?')

/** Kinds by what is on them, so that the weights mean the same when the lexicon grows. */
const kindHash = Uint32Array.from({ length: kindCount() }, (_, kind) => hashOf(tagsOf(kind)))
const isOther = kindsWith(
  'desk|person|people|someone|department|talk|want|me|you|with|who|no|can|how|exist|be|human|call|if',
)
const isFill = kindsWith('fill|polite').map((fills, kind) => (fills === 1 && isOther[kind] === 0 ? 1 : 0))
