import { writeSync } from 'node:fs'
import { indexName } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import type { Store } from '../../src/store/store.ts'

/** What a server is told by the run. */
export type Order =
  /** Ends, or stops, at the first of these places that it comes by after `passes` others. */
  | { kind: 'fail'; at: readonly string[]; passes: number; how: 'SIGKILL' | 'SIGSTOP' }
  /** Takes back an order to fail that nothing has come of, and says so: until then the order holds. */
  | { kind: 'calm'; nth: number }
  /** Finishes what is in hand and gives back what it holds, as on SIGTERM. */
  | { kind: 'stop' }
  /** Says how many still wait in its store. */
  | { kind: 'count' }
  /** From now on its clock is wrong by so much. */
  | { kind: 'clock'; skewMs: number }

declare global {
  /** Stands around every await of the message path; see awaits.ts. */
  var __point: <T>(place: string, value: T) => T
}

interface Armed {
  places: ReadonlySet<string>
  passes: number
  how: 'SIGKILL' | 'SIGSTOP'
}

/** Ends this process, or stops it, at an await where it was told to. Says so first: a dead process can't. */
export class Failpoints {
  #order: Armed | undefined

  constructor() {
    globalThis.__point = (place, value) => {
      if (this.#order?.places.has(place)) this.#meet(place, this.#order)
      return value
    }
  }

  arm({ at, passes, how }: Extract<Order, { kind: 'fail' }>): void {
    this.#order = { places: new Set(at), passes, how }
  }

  calm(): void {
    this.#order = undefined
  }

  #meet(place: string, order: Armed): void {
    if (order.passes > 0) {
      order.passes -= 1
      return
    }
    this.#order = undefined
    tellRun('point', place)
    process.kill(process.pid, order.how)
  }
}

/** A line for the run, written before anything else happens to this process. */
export function tellRun(what: 'ready' | 'calm' | 'waiting' | 'point' | 'poison', value: string): void {
  writeSync(1, `${what} ${value}\n`)
}

/** Holds on conversations are so short that a process can be stopped beyond them within a run, milliseconds. */
const HOLD_MS = 2_000

/** What a channel refused, or did not answer to, waits no longer than this: half a minute is half a short run. */
const UNSENT_MS = 3_000

/** The store, with short holds and short waits. */
export function withShortHolds(store: Store): Store {
  return overStore(store, {
    yield: (taken, notBefore, attempts) =>
      store.yield(
        taken,
        notBefore !== undefined && taken.index === indexName.outbox('whatsapp')
          ? Math.min(notBefore, store.now() + UNSENT_MS)
          : notBefore,
        attempts,
      ),
    commit: (change) =>
      store.commit(change.take ? { ...change, take: { ...change.take, leaseMs: HOLD_MS } } : change),
    // Only these: who makes a call must hold it for as long as its start is being stored.
    take: (indexes, options) =>
      store.take(indexes, indexes.includes(indexName.inputs()) ? { ...options, leaseMs: HOLD_MS } : options),
  })
}
