import type { Features } from './features.ts'

/** How a separator is trained. */
export interface Training {
  /** How much a mistake on an example costs against the size of the weights. */
  cost: number
  /** How much more a mistake on one of the class's own examples costs: each class has few among many. */
  ownCost: number
  /** Most passes over the examples. */
  passes: number
  /** Training stops early when a pass moves nothing by more than this. */
  tolerance: number
}

/** The last weight of a separator: its bias, a feature that every text has. */
const BIAS = 1

/**
 * One linear separator by dual coordinate descent (Hsieh et al. 2008, L2-regularised squared hinge): the weights
 * that tell the `own` examples from all others. Deterministic: the order of examples comes from a seeded shuffle.
 *
 * @returns `rows + 1` weights, the last one the bias.
 */
export function separate(
  examples: readonly Features[],
  own: Uint8Array,
  rows: number,
  training: Training,
): Float32Array {
  const weights = new Float32Array(rows + 1)
  const duals = new Float64Array(examples.length)
  const active = Uint32Array.from(examples.keys())
  let count = active.length
  const random = seeded(examples.length)
  for (let pass = 0; pass < training.passes; pass += 1) {
    let largest = 0
    for (let i = count - 1; i > 0; i -= 1) swap(active, i, Math.floor(random() * (i + 1)))
    for (let i = 0; i < count; i += 1) {
      const index = active[i] ?? 0
      const example = examples[index]
      if (example === undefined) continue
      const sign = own[index] === 1 ? 1 : -1
      const softness = 0.5 / (own[index] === 1 ? training.cost * training.ownCost : training.cost)
      const dual = duals[index] ?? 0
      const gradient = sign * score(example, weights) - 1 + softness * dual
      if (dual === 0 && gradient > SHRINK) {
        // Well on its side: it is left out for the rest of the training.
        count -= 1
        swap(active, i, count)
        i -= 1
        continue
      }
      const projected = dual === 0 ? Math.min(gradient, 0) : gradient
      largest = Math.max(largest, Math.abs(projected))
      if (projected === 0) continue
      const next = Math.max(dual - gradient / (1 + BIAS * BIAS + softness), 0)
      duals[index] = next
      addTo(weights, example, (next - dual) * sign)
    }
    if (largest < training.tolerance) break
  }
  return weights
}

/** How far beyond the margin an example must be to be left out of further passes. */
const SHRINK = 0.4

function score({ rows, values }: Features, weights: Float32Array): number {
  let sum = weights[weights.length - 1] ?? 0
  for (let i = 0; i < rows.length; i += 1)
    sum += (weights[rows[i] as number] as number) * (values[i] as number)
  return sum
}

function addTo(weights: Float32Array, { rows, values }: Features, step: number): void {
  for (let i = 0; i < rows.length; i += 1)
    weights[rows[i] as number] = (weights[rows[i] as number] as number) + step * (values[i] as number)
  const bias = weights.length - 1
  weights[bias] = (weights[bias] ?? 0) + step * BIAS
}

function swap(list: Uint32Array, a: number, b: number): void {
  const kept = list[a] ?? 0
  list[a] = list[b] ?? 0
  list[b] = kept
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
