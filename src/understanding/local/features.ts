import { words } from '../words.ts'

/** The features of one text: rows of the weight matrix and how much each counts. The squares of `values` sum to 1. */
export interface Features {
  rows: Uint32Array
  values: Float32Array
}

/** Lengths of the letter n-grams, taken inside a word with its edges marked. They forgive typos. */
const SHORTEST = 2
const LONGEST = 4
/** How much each kind of feature counts before the whole is scaled to length 1. */
const WORD_WEIGHT = 1.2
const PAIR_WEIGHT = 1
const LETTERS_WEIGHT = 0.45

/** A message says what it is about early; longer ones cost time and add noise. */
const MOST_WORDS = 120
/** Numbers are all the same word: which account it is says nothing of the intent. */
const NUMBER = '#'

/** Words, pairs of words and letter n-grams of a text, hashed to `2 ** bits` rows. */
export function featuresOf(text: string, bits: number): Features {
  const weights = new Map<number, number>()
  const shift = 32 - bits
  const add = (hash: number, weight: number): void => {
    const row = Math.imul(hash, 0x9e3779b1) >>> shift
    const before = weights.get(row)
    if (before === undefined || before < weight) weights.set(row, weight)
  }
  let before = '^'
  for (const said of words(text).slice(0, MOST_WORDS)) {
    const word = /^\p{N}+$/u.test(said) ? NUMBER : said
    add(hash(`w${word}`), WORD_WEIGHT)
    add(hash(`p${before} ${word}`), PAIR_WEIGHT)
    addLetters(`_${word}_`, add)
    before = word
  }
  if (before !== '^') add(hash(`p${before} $`), PAIR_WEIGHT)
  return scaled(weights)
}

/** Hashes every n-gram of the word in one pass from each letter on. */
function addLetters(word: string, add: (hash: number, weight: number) => void): void {
  for (let start = 0; start < word.length; start += 1) {
    let state = SEED
    for (let length = 1; length <= LONGEST && start + length <= word.length; length += 1) {
      state = Math.imul(state ^ word.charCodeAt(start + length - 1), PRIME)
      if (length >= SHORTEST) add(state, LETTERS_WEIGHT)
    }
  }
}

function scaled(weights: Map<number, number>): Features {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  return {
    rows: Uint32Array.from(weights.keys()),
    values: Float32Array.from(weights.values(), (weight) => weight * scale),
  }
}

/** FNV-1a: spreads short strings well and needs nothing but multiplications. */
const SEED = 0x811c9dc5
const PRIME = 0x01000193

function hash(text: string): number {
  let state = SEED
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), PRIME)
  return state
}
