import type { House } from '../check.ts'
import type { Parts } from './conversation.ts'
import type { World } from './person.ts'
import { openHouse } from './reading.ts'
import { simulate } from './simulate.ts'
import { States, type Visited } from './states.ts'
import { both, NOBODY, type Tally, tallyOf } from './tally.ts'

/** Whose customers are simulated, and what is needed for it. Nothing in it but data, so that threads can have it. */
export interface Place {
  house: House
  /** The installation: its `intents/` say how customers put things. */
  folder: string
  deskFile: string
}

/** Simulates customers one after another, in one thread. */
export class Crowd {
  readonly #parts: Parts
  readonly #world: World
  readonly #states: States

  private constructor(parts: Parts, world: World) {
    this.#parts = parts
    this.#world = world
    this.#states = new States(world.house.desk)
  }

  /** `broken`: parts in place of the product's own, to see that what they break is noticed. */
  static async open(place: Place, broken: Partial<Parts> = {}): Promise<Crowd> {
    const { parts, world } = await openHouse(place.house, place.folder, place.deskFile)
    return new Crowd({ ...parts, ...broken }, world)
  }

  /** Customers from one number up to and without another. */
  async run(seed: number, from: number, to: number): Promise<Tally> {
    let tally = NOBODY
    for (let customer = from; customer < to; customer += 1) {
      const story = await simulate(this.#parts, this.#world, { seed, customer, states: this.#states })
      tally = both(tally, tallyOf(story))
    }
    return tally
  }

  /** One customer again, with everything that was said. */
  async replay(seed: number, customer: number): Promise<string> {
    const story = await simulate(this.#parts, this.#world, { seed, customer })
    return story.transcript()
  }

  /** The distinct states of the bot that anybody came into so far. */
  visited(): ReadonlyMap<string, Visited> {
    return this.#states.all()
  }
}
