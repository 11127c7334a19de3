import { type Calibration, calibrate, confidence, type Guess, type Trial, threshold } from './calibration.ts'
import { type Features, featuresOf } from './features.ts'
import { seeded, separate, type Training } from './svm.ts'

/** An utterance to learn from. `label` is undefined for one that is out of scope. */
export interface Example {
  text: string
  label: string | undefined
}

export interface ClassifierOptions {
  training: Training
  /** In how many parts the examples are cut; each is judged by what the others taught. */
  folds: number
  /** Above this many examples only one part is held out: enough to calibrate on, and training stays short. */
  oneFoldFrom: number
  /** The largest part of right guesses that the out-of-scope threshold may turn away. */
  mostGivenUp: number
}

const DEFAULTS: ClassifierOptions = {
  training: { cost: 1, ownCost: 2, passes: 12, tolerance: 0.02 },
  folds: 4,
  oneFoldFrom: 3_000,
  mostGivenUp: 0.04,
}

export interface Score {
  label: string
  score: number
}

/**
 * A linear one-vs-rest classifier over hashed n-grams with calibrated confidences. Weights lie row by row with all
 * labels of a row together, so a text costs one short walk for each of its features.
 */
export interface Classifier {
  readonly labels: readonly string[]
  /** The confidence from which the best label is believed. */
  readonly threshold: number
  /** Confidence of every label, best first. */
  classify(text: string): Score[]
}

/** Learns from examples. Deterministic: the same examples in the same order give the same classifier. */
export function train(examples: readonly Example[], options: Partial<ClassifierOptions> = {}): Classifier {
  const chosen = { ...DEFAULTS, ...options }
  const labels = [...new Set(examples.flatMap(({ label }) => (label === undefined ? [] : [label])))]
  const bits = bitsFor(examples)
  const features = examples.map(({ text }) => featuresOf(text, bits))
  const targets = Int32Array.from(examples, ({ label }) => (label === undefined ? -1 : labels.indexOf(label)))
  const { calibration, believedFrom } = judge(features, targets, labels.length, bits, chosen)
  const weights = learn(features, targets, labels.length, bits, chosen.training)
  return {
    labels,
    threshold: believedFrom,
    classify(text) {
      const scores = scoreAll(featuresOf(text, bits), weights, labels.length)
      return labels
        .map((label, i) => ({ label, score: confidence(scores[i] ?? 0, calibration) }))
        .sort((a, b) => b.score - a.score)
    },
  }
}

/** About this many rows for each example keep collisions rare and the matrix small. */
const ROWS_PER_EXAMPLE = 40
const FEWEST_BITS = 12
const MOST_BITS = 18

function bitsFor(examples: readonly Example[]): number {
  const wanted = Math.ceil(Math.log2(Math.max(examples.length, 1) * ROWS_PER_EXAMPLE))
  return Math.min(Math.max(wanted, FEWEST_BITS), MOST_BITS)
}

/** The weights of all labels: `(2 ** bits + 1)` rows of one weight a label, the last row the biases. */
function learn(
  features: readonly Features[],
  targets: Int32Array,
  labels: number,
  bits: number,
  training: Training,
): Float32Array {
  const rows = 2 ** bits
  const weights = new Float32Array((rows + 1) * labels)
  for (let label = 0; label < labels; label += 1) {
    const own = Uint8Array.from(targets, (target) => (target === label ? 1 : 0))
    const separator = separate(features, own, rows, training)
    for (let row = 0; row <= rows; row += 1) weights[row * labels + label] = separator[row] ?? 0
  }
  return weights
}

function scoreAll({ rows, values }: Features, weights: Float32Array, labels: number): Float32Array {
  const scores = weights.slice(weights.length - labels)
  for (let i = 0; i < rows.length; i += 1) {
    const from = (rows[i] as number) * labels
    const value = values[i] as number
    for (let label = 0; label < labels; label += 1) {
      scores[label] = (scores[label] as number) + (weights[from + label] as number) * value
    }
  }
  return scores
}

/** Judges held-out examples to learn how far scores can be trusted. */
function judge(
  features: readonly Features[],
  targets: Int32Array,
  labels: number,
  bits: number,
  options: ClassifierOptions,
): { calibration: Calibration; believedFrom: number } {
  const { folds, tested } = foldsOf(features.length, options)
  const trials: Trial[] = []
  const tops: { score: number; isRight: boolean | undefined }[] = []
  for (let fold = 0; fold < tested; fold += 1) {
    const kept = [...features.keys()].filter((index) => folds[index] !== fold)
    const held = [...features.keys()].filter((index) => folds[index] === fold)
    const weights = learn(
      kept.map((index) => features[index] as Features),
      Int32Array.from(kept, (index) => targets[index] ?? -1),
      labels,
      bits,
      options.training,
    )
    for (const index of held) {
      const scores = scoreAll(features[index] as Features, weights, labels)
      const target = targets[index] ?? -1
      const best = scores.indexOf(Math.max(...scores))
      for (const [label, score] of scores.entries()) trials.push({ score, isRight: label === target })
      tops.push({ score: scores[best] ?? 0, isRight: target === -1 ? undefined : best === target })
    }
  }
  const calibration = calibrate(trials)
  const guesses: Guess[] = tops.map(({ score, isRight }) => ({
    confidence: confidence(score, calibration),
    isRight,
  }))
  return { calibration, believedFrom: threshold(guesses, options.mostGivenUp) }
}

/** Which part each example is in, and how many of the parts are held out in turn. */
function foldsOf(
  count: number,
  { folds, oneFoldFrom }: ClassifierOptions,
): { folds: Uint8Array; tested: number } {
  const random = seeded(1)
  const order = [...Array(count).keys()]
  for (let i = count - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1))
    ;[order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0]
  }
  const fold = new Uint8Array(count)
  for (const [place, index] of order.entries()) fold[index] = place % folds
  return { folds: fold, tested: count >= oneFoldFrom ? 1 : folds }
}
