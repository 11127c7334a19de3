import { type Clock, RESTED } from '../clock.ts'
import { HttpFault } from '../errors.ts'

/** How much intake has in hand at the same time: what a store can share a flush among, and no more than it holds well. */
const AT_ONCE = 256
/** How many more wait for their turn: a store that is slow slows its customers before anything is refused. */
const WAITING = 2_000
/** Nobody waits longer than this: clients send again. */
const WAIT_MS = 3_000
const RETRY_AFTER_S = 2

/** Lets so many through at once, in order; those who would wait too long, or in too long a line, are told to come again. */
export class Gate {
  readonly #clock: Pick<Clock, 'sleep'>
  readonly #limits: { atOnce: number; waiting: number; waitMs: number }
  readonly #line = new Set<() => void>()
  #inHand = 0

  constructor(
    clock: Pick<Clock, 'sleep'>,
    limits: { atOnce?: number; waiting?: number; waitMs?: number } = {},
  ) {
    this.#clock = clock
    this.#limits = { atOnce: AT_ONCE, waiting: WAITING, waitMs: WAIT_MS, ...limits }
  }

  /** Throws `HttpFault` 503 `busy` with Retry-After when there is no room in time: then nothing of it was begun. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inHand < this.#limits.atOnce) this.#inHand += 1
    else await this.#turn()
    try {
      return await work()
    } finally {
      // Whoever is next has this place: it is never free in between.
      const [next] = this.#line
      if (next) next()
      else this.#inHand -= 1
    }
  }

  async #turn(): Promise<void> {
    if (this.#line.size >= this.#limits.waiting) throw busy()
    const { promise, resolve } = Promise.withResolvers<'mine' | 'late'>()
    const called = new AbortController()
    const call = (): void => {
      this.#line.delete(call)
      resolve('mine')
      called.abort(RESTED)
    }
    this.#line.add(call)
    void this.#clock.sleep(this.#limits.waitMs, called.signal).then(() => {
      if (this.#line.delete(call)) resolve('late')
    })
    if ((await promise) === 'late') throw busy()
  }
}

function busy(): HttpFault {
  const again = { 'retry-after': String(RETRY_AFTER_S) }
  return new HttpFault(
    503,
    'busy',
    'nothing was stored: more arrives than can be stored; send it again',
    undefined,
    again,
  )
}
