import { fold } from '../understanding/words.ts'
import { BIAS, BITS, SCALE, WEIGHTS } from './ask-weights.ts'

/**
 * A small linear model behind the rules: how much a message looks like an ask. It knows the pieces of words and which
 * word follows which, so it hears what is misspelt twice or put in an order that nobody thought of; it doesn't know
 * who is refused or told of, so by itself it makes an ask clear only when it is very sure.
 *
 * Its weights are a module (`ask-weights.ts`, made by `npm run asks:learn`): no file that can be missing.
 */
export interface Score {
  /** Above 0 it looks like an ask; the score of the likeliest part of the message. */
  value: number
  /** Whether the whole message was judged, not a part of a longer one. */
  isWhole: boolean
}

/** Words read together: an ask is said in fewer, and a longer part would drown it. */
export const WINDOW = 10
/** Parts of a longer message begin so many words apart. */
const STRIDE = 3
/** Words read at either end of a message. */
const MOST_WORDS = 70

/** Characters read at either end. */
const END = 1_000

const SHORTEST = 3
const LONGEST = 5

/** The hashed features of a text's words, word by word: itself, its pair with the one before, its pieces. */
export function featuresByWord(words: readonly string[], bits: number): number[][] {
  const shift = 32 - bits
  return words.map((word, at) => {
    const rows = [
      hash(word, SEED) >>> shift,
      hash(word, hash(words[at - 1] ?? '^', PAIR)) >>> shift,
      hash(word, hash(words[at + 1] ?? '$', PAIR_AFTER)) >>> shift,
    ]
    const marked = `_${word}_`
    for (let start = 0; start < marked.length - SHORTEST + 1; start += 1) {
      let state = PIECE
      for (let i = start; i < Math.min(start + LONGEST, marked.length); i += 1) {
        state = mix(state, marked.charCodeAt(i))
        if (i - start + 1 >= SHORTEST) rows.push(spread(state) >>> shift)
      }
    }
    return rows
  })
}

/** The words that the model reads. */
export function modelWords(text: string): string[] {
  const found =
    fold(text.length > 2 * END ? `${text.slice(0, END)} ${text.slice(-END)}` : text).match(/[a-z0-9]+/g) ?? []
  const short = found.map((word) => word.slice(0, 24)).filter((word, at, all) => word !== all[at - 1])
  return short.length > 2 * MOST_WORDS ? [...short.slice(0, MOST_WORDS), ...short.slice(-MOST_WORDS)] : short
}

export function scoreAsk(text: string): Score {
  const words = modelWords(text)
  if (words.length === 0) return { value: Number.NEGATIVE_INFINITY, isWhole: true }
  const sums = new Float64Array(words.length + 1)
  const counts = new Uint32Array(words.length + 1)
  for (const [at, rows] of featuresByWord(words, BITS).entries()) {
    let sum = 0
    for (const row of rows) sum += weights[row] ?? 0
    sums[at + 1] = (sums[at] ?? 0) + sum
    counts[at + 1] = (counts[at] ?? 0) + rows.length
  }
  const isWhole = words.length <= WINDOW
  let value = Number.NEGATIVE_INFINITY
  const last = Math.max(words.length - WINDOW, 0)
  for (let from = 0; ; from = Math.min(from + STRIDE, last)) {
    const to = Math.min(from + WINDOW, words.length)
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0)
    const count = (counts[to] ?? 0) - (counts[from] ?? 0)
    value = Math.max(value, BIAS + (sum * SCALE) / Math.sqrt(count))
    if (from === last) break
  }
  return { value, isWhole }
}

const weights = new Int8Array(Buffer.from(WEIGHTS.replaceAll('\n', ''), 'base64'))

/** FNV-1a, begun at another place for each kind of feature. */
const SEED = 0x811c9dc5
const PAIR = 0x2545f491
const PAIR_AFTER = 0x5bd1e995
const PIECE = 0x1b873593

const mix = (state: number, code: number): number => Math.imul(state ^ code, 0x01000193)
const spread = (state: number): number => Math.imul(state ^ (state >>> 15), 0x9e3779b1)

function hash(word: string, seed: number): number {
  let state = seed
  for (let i = 0; i < word.length; i += 1) state = mix(state, word.charCodeAt(i))
  return spread(state)
}
