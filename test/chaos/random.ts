/** Chance that can be had again: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to 1, without it. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** Chance of its own: what one part draws changes nothing for another. */
  fork(): Chance
}

/** Mulberry32: small, and even enough for this. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const chance: Chance = {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick<T>(from: readonly T[]): T {
      const one = from[Math.floor(next() * from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    happens: (probability) => next() < probability,
    fork: () => chanceFrom(Math.floor(next() * 2 ** 32)),
  }
  return chance
}
