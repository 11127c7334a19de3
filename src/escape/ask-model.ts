import { eachFeature, type Sentence } from './ask-features.ts'
import { HARD, QUESTION } from './ask-kinds.ts'
import type { Tokens } from './ask-tokens.ts'
import { BIAS, BITS, SCALE, WEIGHTS } from './ask-weights.ts'

/**
 * A small linear model behind the rules: how much a message looks like an ask. It knows the pieces of words, which
 * word follows which, and which kinds of words, so it hears what is misspelt twice or put in an order that nobody
 * thought of.
 *
 * Its weights are a module (`ask-weights.ts`, made by `npm run asks:learn`): no file that can be missing.
 */
export interface Score {
  /** Of the likeliest sentence: above 0 it looks like an ask. */
  sentence: number
  /** Of the likeliest stretch of a sentence that is too long to be judged whole. */
  stretch: number
}

/** Tokens that are judged together: an ask is said in fewer, and a longer sentence would drown it. */
export const WINDOW = 14
/** Stretches of a longer sentence begin so many tokens apart. */
const STRIDE = 4
/** Words read at either end of a message. */
const MOST_WORDS = 90

/** The sentences of a message; the middle of a very long one is left out. */
export function sentencesOf({ kinds, from, found }: Tokens): Sentence[] {
  const sentences: Sentence[] = []
  let begin = 0
  for (let at = 0; at <= kinds.length; at += 1) {
    const kind = kinds[at] ?? HARD
    const word = from[at] ?? found.length
    const isMiddle = word >= MOST_WORDS && word < found.length - MOST_WORDS
    if (kind !== HARD && kind !== QUESTION && !isMiddle) continue
    if (at > begin && hasLetters(found, from[begin] ?? 0, word))
      sentences.push({ begin, end: at, isQuestion: kind === QUESTION })
    begin = at + 1
  }
  return sentences
}

/** Figures alone say nothing, however much they look like a telephone's keys. */
function hasLetters(found: readonly string[], begin: number, end: number): boolean {
  for (let i = begin; i < end; i += 1) if (/[^\d,]/.test(found[i] ?? '')) return true
  return false
}

export function scoreAsk(message: Tokens): Score {
  const score: Score = { sentence: Number.NEGATIVE_INFINITY, stretch: Number.NEGATIVE_INFINITY }
  for (const sentence of sentencesOf(message)) {
    const length = sentence.end - sentence.begin
    const sums = new Float64Array(length + 1)
    const counts = new Uint32Array(length + 1)
    eachFeature(message, sentence, (at, hash) => {
      const place = at - sentence.begin + 1
      sums[place] = (sums[place] ?? 0) + (weights[hash >>> SHIFT] ?? 0)
      counts[place] = (counts[place] ?? 0) + 1
    })
    for (let at = 1; at <= length; at += 1) {
      sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0)
      counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0)
    }
    const likeness = (begin: number, end: number): number => {
      const count = (counts[end] ?? 0) - (counts[begin] ?? 0)
      const sum = (sums[end] ?? 0) - (sums[begin] ?? 0)
      return count === 0 ? Number.NEGATIVE_INFINITY : BIAS + (sum * SCALE) / Math.sqrt(count)
    }
    if (length <= WINDOW) score.sentence = Math.max(score.sentence, likeness(0, length))
    else {
      const last = length - WINDOW
      for (let from = 0; ; from = Math.min(from + STRIDE, last)) {
        score.stretch = Math.max(score.stretch, likeness(from, from + WINDOW))
        if (from === last) break
      }
    }
  }
  return score
}

const SHIFT = 32 - BITS
const weights = new Int8Array(Buffer.from(WEIGHTS.replaceAll('\n', ''), 'base64'))
