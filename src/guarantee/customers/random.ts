/** Chance, by seed: the same seed gives the same numbers on every machine. Nothing here is for secrets. */
export interface Random {
  /** Evenly from 0 up to and without 1. */
  fraction(): number
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number
  /** True that often: 0 never, 1 always. */
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the names, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

/**
 * The chance of one person of a run, independent of everybody else's: so any number of threads simulates the same
 * people, and each can be met again alone.
 *
 * The generator is xoshiro128** 1.1 (Blackman and Vigna, https://prng.di.unimi.it/xoshiro128starstar.c); its state is
 * filled by SplitMix32, as its authors ask.
 */
export function randomOf(seed: number, person: number): Random {
  const mix = splitMix((Math.imul(seed, 0x9e3779b1) ^ person) >>> 0)
  let a = mix()
  let b = mix()
  let c = mix()
  let d = mix()

  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  const fraction = (): number => next() / 0x1_0000_0000
  const below = (limit: number): number => Math.floor(fraction() * limit)

  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('there is nothing to pick from')
      return list[below(list.length)] as T
    },
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const names = Object.keys(weights) as K[]
      let left = fraction() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        left -= weights[name]
        if (left < 0) return name
      }
      return names.at(-1) as K
    },
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

/** SplitMix32: a counter through MurmurHash3's finaliser. */
function splitMix(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
}
