import type { Chance } from './random.ts'

/** Which failpoints a process has ended or stopped at, so that a run comes by as many as it can. */
export class Coverage {
  readonly all: readonly string[]
  readonly #chance: Chance
  readonly #met = new Set<string>()

  constructor(all: readonly string[], chance: Chance) {
    this.all = all
    this.#chance = chance
  }

  met(place: string): void {
    this.#met.add(place)
  }

  /** How many of them were met. */
  get size(): number {
    return this.#met.size
  }

  /** Where to fail next: somewhere new, now and then anywhere. */
  next(): readonly string[] {
    const left = this.all.filter((place) => !this.#met.has(place))
    return left.length === 0 || this.#chance.happens(0.2) ? this.all : left
  }
}
