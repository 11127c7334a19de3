import { type Calibration, calibrate, confidence, type Signs, type Trial, threshold } from './calibration.ts'
import { type Features, featuresOf } from './features.ts'
import { learn, scoreAll, type Weights } from './model.ts'
import { seeded, type Training } from './svm.ts'

/** An utterance to learn from. `label` is undefined for one that is out of scope. */
export interface Example {
  text: string
  label: string | undefined
}

export interface ClassifierOptions {
  training: Training
  /** In how many parts the examples are cut; each is judged by what the others taught. */
  folds: number
  /** From this many examples on only one part is held out: enough to calibrate on, and training stays short. */
  oneFoldFrom: number
  /** The largest part of right guesses that the out-of-scope threshold may turn away. */
  mostGivenUp: number
}

const DEFAULTS: ClassifierOptions = {
  training: { cost: 2, ownCost: 2, passes: 10, tolerance: 0.05 },
  folds: 2,
  oneFoldFrom: 3_000,
  mostGivenUp: 0.1,
}

export interface Score {
  label: string
  score: number
}

/** A linear one-vs-rest classifier over hashed n-grams, with calibrated confidences. */
export interface Classifier {
  readonly labels: readonly string[]
  /** The confidence from which the best label is believed. */
  readonly threshold: number
  /** Confidence of every label, best first. */
  classify(text: string): Score[]
}

/** What was learnt, as plain data: it can be stored and read again. */
export interface Model {
  labels: string[]
  threshold: number
  /** Features are hashed to so many bits. */
  bits: number
  /** The number of each hashed row that training had; -1 for the others. */
  rowIds: Int32Array
  calibration: Calibration
  weights: Weights
}

/** Learns from examples. Deterministic: the same examples in the same order give the same classifier. */
export function train(examples: readonly Example[], options: Partial<ClassifierOptions> = {}): Classifier {
  return classifierOf(learnModel(examples, options))
}

export function learnModel(examples: readonly Example[], options: Partial<ClassifierOptions> = {}): Model {
  const chosen = { ...DEFAULTS, ...options }
  const labels = [...new Set(examples.flatMap(({ label }) => (label === undefined ? [] : [label])))]
  const bits = bitsFor(examples)
  const rowIds = new RowIds(bits)
  const features = examples.map(({ text }) => rowIds.give(featuresOf(text, bits)))
  const place = new Map(labels.map((label, index) => [label, index]))
  // What is out of scope is one more label: the last.
  const targets = Uint32Array.from(examples, ({ label }) => place.get(label ?? '') ?? labels.length)
  const { calibration, believedFrom } = judge(features, targets, labels.length, rowIds.count, chosen)
  const weights = learn(features, targets, labels.length + 1, rowIds.count, chosen.training)
  return { labels, threshold: believedFrom, bits, rowIds: rowIds.ids, calibration, weights }
}

export function classifierOf({
  labels,
  threshold: believed,
  bits,
  rowIds,
  calibration,
  weights,
}: Model): Classifier {
  const rows = new RowIds(bits, rowIds)
  return {
    labels,
    threshold: believed,
    classify(text) {
      const signs = signsOf(rows.find(featuresOf(text, bits)), weights)
      return labels
        .map((label, i) => ({ label, score: confidence(signs[i] as Signs, calibration) }))
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

/** Numbers the hashed rows that training uses, so that weights are kept for those alone. */
class RowIds {
  readonly ids: Int32Array
  /** How many rows are numbered: what training never had gets this number. */
  count: number

  constructor(bits: number, ids?: Int32Array) {
    this.ids = ids ?? new Int32Array(2 ** bits).fill(-1)
    this.count = ids ? ids.reduce((most, id) => Math.max(most, id), -1) + 1 : 0
  }

  /** The same features with their rows numbered; new rows get the next numbers. */
  give({ rows, values }: Features): Features {
    const numbered = rows.map((row) => {
      if (this.ids[row] === -1) this.ids[row] = this.count++
      return this.ids[row] ?? 0
    })
    return { rows: numbered, values }
  }

  /** The same features; a row that training never had becomes `count`, which has no weight. */
  find({ rows, values }: Features): Features {
    return {
      rows: rows.map((row) => ((this.ids[row] ?? -1) === -1 ? this.count : (this.ids[row] as number))),
      values,
    }
  }
}

/** The signs of every label but the last, which is "none of them". */
function signsOf(features: Features, weights: Weights): Signs[] {
  const { scores, seen } = scoreAll(features, weights)
  const last = scores.length - 1
  const none = scores[last] ?? 0
  let [best, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let label = 0; label < last; label += 1) {
    const score = scores[label] ?? 0
    if (score > best) [best, second] = [score, best]
    else if (score > second) second = score
  }
  const least = last > 1 ? second : -1
  return Array.from(scores.subarray(0, last), (score) => [
    score,
    score - (score === best ? least : best),
    none,
    seen,
  ])
}

/** A label this far behind the best one is no candidate. */
const FAR_BEHIND = -0.6

/**
 * So many of the messages that people write are about nothing that was taught, though hardly any of the examples are:
 * what is learnt of confidence is learnt as if at least so many were.
 */
const OUT_OF_SCOPE_PART = 0.15

/** How much each example out of scope counts. */
function weightOutOfScope(targets: Uint32Array, labels: number): number {
  const outOfScope = targets.reduce((sum, target) => sum + (target === labels ? 1 : 0), 0)
  const wanted = ((targets.length - outOfScope) * OUT_OF_SCOPE_PART) / (1 - OUT_OF_SCOPE_PART)
  return Math.max(1, wanted / Math.max(outOfScope, 1))
}

/** Judges held-out examples to learn how far scores can be trusted. */
function judge(
  features: readonly Features[],
  targets: Uint32Array,
  labels: number,
  rows: number,
  options: ClassifierOptions,
): { calibration: Calibration; believedFrom: number } {
  const { folds, tested } = foldsOf(features.length, options)
  const strangeWeight = weightOutOfScope(targets, labels)
  const trials: Trial[] = []
  const tops: { signs: Signs; isRight: boolean | undefined }[] = []
  for (let fold = 0; fold < tested; fold += 1) {
    const kept = features.flatMap((_, index) => (folds[index] === fold ? [] : [index]))
    const weights = learn(
      kept.map((index) => features[index] as Features),
      Uint32Array.from(kept, (index) => targets[index] ?? labels),
      labels + 1,
      rows,
      options.training,
    )
    for (const [index, feature] of features.entries()) {
      if (folds[index] !== fold) continue
      const signs = signsOf(feature, weights)
      const target = targets[index]
      const weight = target === labels ? strangeWeight : 1
      for (const [label, of] of signs.entries()) {
        // Labels far behind are all alike and would only make the fit slow.
        if (of[1] > FAR_BEHIND) trials.push({ signs: of, isRight: label === target, weight })
      }
      const best = signs.reduce((top, of, label) => (of[0] > (signs[top]?.[0] ?? 0) ? label : top), 0)
      tops.push({ signs: signs[best] as Signs, isRight: target === labels ? undefined : best === target })
    }
  }
  const calibration = calibrate(trials)
  const guesses = tops.map(({ signs, isRight }) => ({ confidence: confidence(signs, calibration), isRight }))
  return { calibration, believedFrom: threshold(guesses, options.mostGivenUp) }
}

/** Which part each example is in, and how many of the parts are held out in turn. */
function foldsOf(
  count: number,
  { folds, oneFoldFrom }: ClassifierOptions,
): { folds: Uint8Array; tested: number } {
  const random = seeded(1)
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  for (let i = count - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[other] ?? 0
    order[other] = kept
  }
  const fold = new Uint8Array(count)
  for (const [at, index] of order.entries()) fold[index] = at % folds
  return { folds: fold, tested: count >= oneFoldFrom ? 1 : folds }
}
