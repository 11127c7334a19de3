/**
 * Turns a separator's scores into the chance that a label is right. Besides the score itself it looks at how far
 * the best other label is behind, at the score of "none of them", and at how much of the text was ever seen in
 * training: strange words are the plainest sign of a matter that nobody taught.
 */
export type Signs = readonly [score: number, lead: number, none: number, seen: number]

/** A weight for each sign, and a constant last. */
export type Calibration = readonly number[]

const SIGNS = 4

export function confidence(signs: Signs, calibration: Calibration): number {
  let sum = calibration[SIGNS] ?? 0
  for (let i = 0; i < SIGNS; i += 1) sum += (calibration[i] ?? 0) * (signs[i] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** The signs of a label for a text that was not trained on, and whether it was the text's label. */
export interface Trial {
  signs: Signs
  isRight: boolean
  /** How many such trials it stands for. */
  weight: number
}

/** Keeps the weights finite when the held-out trials can be told apart without a mistake. */
const RIDGE = 0.5
const STEPS = 25

/**
 * Platt's scaling with several signs: the logistic regression that makes the held-out trials most likely, by
 * Newton's method.
 */
export function calibrate(trials: readonly Trial[]): Calibration {
  const size = SIGNS + 1
  let weights: number[] = [1, 0, 0, 0, 0]
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, i) => (i === SIGNS ? 0 : -RIDGE * weight))
    const curvature = weights.map((_, i) => weights.map((_, j) => (i === j ? RIDGE : 0)))
    for (const { signs, isRight, weight } of trials) {
      const chance = confidence(signs, weights)
      const miss = weight * ((isRight ? 1 : 0) - chance)
      const spread = weight * chance * (1 - chance)
      for (let i = 0; i < size; i += 1) {
        const a = signs[i] ?? 1
        gradient[i] = (gradient[i] ?? 0) + miss * a
        const row = curvature[i] as number[]
        for (let j = 0; j < size; j += 1) row[j] = (row[j] as number) + spread * a * (signs[j] ?? 1)
      }
    }
    const move = solve(curvature, gradient)
    weights = weights.map((weight, i) => weight + (move[i] ?? 0))
    if (move.every((by) => Math.abs(by) < 1e-4)) break
  }
  return weights
}

/** Gaussian elimination of a small, well-conditioned system. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot] as number[]
    for (let below = 0; below < size; below += 1) {
      if (below === pivot) continue
      const row = rows[below] as number[]
      const factor = (row[pivot] ?? 0) / (top[pivot] ?? 1)
      for (let column = pivot; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (top[column] ?? 0)
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1))
}

/** The best guess for a held-out text. */
export interface Guess {
  confidence: number
  /** Whether the guess is the text's intent; `undefined` when the text has none. */
  isRight: boolean | undefined
}

/**
 * The confidence from which a guess is believed: where the right guesses kept and the others turned away are most
 * in sum. At most `mostGivenUp` of the right guesses may be lost, since each costs a customer a second try.
 */
export function threshold(guesses: readonly Guess[], mostGivenUp: number): number {
  const right = guesses.filter((guess) => guess.isRight === true).map((guess) => guess.confidence)
  const wrong = guesses.filter((guess) => guess.isRight !== true).map((guess) => guess.confidence)
  if (right.length === 0) return 0.5
  const inOrder = right.sort((a, b) => a - b)
  let best = { at: 0, gain: Number.NEGATIVE_INFINITY }
  for (const [lost, at] of inOrder.entries()) {
    if (lost > inOrder.length * mostGivenUp) break
    const turnedAway = wrong.filter((one) => one < at).length / Math.max(wrong.length, 1)
    const gain = turnedAway - lost / inOrder.length
    if (gain > best.gain) best = { at, gain }
  }
  return best.at
}
