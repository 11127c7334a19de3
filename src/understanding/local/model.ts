import { addWordRatios } from './bayes.ts'
import type { Features } from './features.ts'
import { separate, type Training } from './svm.ts'

/**
 * The weights of all labels. They lie row by row with all labels of a row together, so that a text costs one short
 * walk for each of its features; the last row holds the biases.
 */
export interface Weights {
  labels: number
  matrix: Float32Array
  /** Which rows any text of the training had. */
  seen: Uint8Array
}

/** One separator for each label, each told from all the others, and beside it what the label's words alone say. */
export function learn(
  features: readonly Features[],
  targets: Uint32Array,
  labels: number,
  rows: number,
  training: Training,
): Weights {
  const matrix = new Float32Array((rows + 1) * labels)
  for (let label = 0; label < labels; label += 1) {
    const own = Uint8Array.from(targets, (target) => (target === label ? 1 : 0))
    const separator = separate(features, own, rows, training)
    for (let row = 0; row <= rows; row += 1) matrix[row * labels + label] = separator[row] ?? 0
  }
  addWordRatios(matrix, features, targets, labels, rows)
  const seen = new Uint8Array(rows)
  for (const feature of features) for (const row of feature.rows) seen[row] = 1
  return { labels, matrix, seen }
}

/** The score of every label, and how much of the text (0 to 1) was seen in training. */
export function scoreAll(
  { rows, values }: Features,
  { labels, matrix, seen }: Weights,
): { scores: Float32Array; seen: number } {
  const scores = matrix.slice(matrix.length - labels)
  let known = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const value = values[i] as number
    if (seen[row] !== 1) continue
    known += value * value
    for (let label = 0, at = row * labels; label < labels; label += 1, at += 1) {
      scores[label] = (scores[label] as number) + (matrix[at] as number) * value
    }
  }
  return { scores, seen: known }
}
