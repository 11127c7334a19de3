import { indexName } from '../../src/store/keys.ts'
import type { Change, Store } from '../../src/store/store.ts'
import { overStore } from '../support/over-store.ts'

/** Every await of the message path is one of the store's verbs: a process may end before and after each. */
export const FAILPOINTS = [
  'before-intake',
  'after-intake',
  'after-take',
  'before-read',
  'after-read',
  'after-lines',
  'before-turn',
  'after-turn',
  'before-call',
  'after-call',
  'before-desk',
  'after-desk',
] as const
export type Failpoint = (typeof FAILPOINTS)[number]

/** What a server is told by the run. `passes`: how often it gets by the point unharmed. */
export type Order =
  | { kind: 'fail'; at: Failpoint; passes: number; how: 'SIGKILL' | 'SIGSTOP' }
  /** Takes back an order to fail that nothing has come of. */
  | { kind: 'calm' }
  | { kind: 'reading'; how: 'well' | 'slow' | 'dead' }

/** Holds on conversations are so short that a process can be stopped beyond them within a run, milliseconds. */
const HOLD_MS = 2_000

/** A store at which its process ends, or stops, where it was told to. */
export class FailingStore {
  #order: Extract<Order, { kind: 'fail' }> | undefined

  arm(order: Extract<Order, { kind: 'fail' }>): void {
    this.#order = order
  }

  calm(): void {
    this.#order = undefined
  }

  #pass(point: Failpoint): void {
    if (this.#order?.at !== point) return
    if (this.#order.passes > 0) {
      this.#order.passes -= 1
      return
    }
    const { how } = this.#order
    this.#order = undefined
    process.kill(process.pid, how)
  }

  over(store: Store): Store {
    return overStore(store, {
      commit: async (change) => {
        const kind = kindOf(change)
        if (kind) this.#pass(`before-${kind}`)
        const { take } = change
        const result = await store.commit(take ? { ...change, take: { ...take, leaseMs: HOLD_MS } } : change)
        if (kind) this.#pass(`after-${kind}`)
        return result
      },
      take: async (indexes, options) => {
        // Only these: who makes a call must hold it for as long as its start is being stored.
        const leaseMs = indexes.includes(indexName.inputs()) ? HOLD_MS : options.leaseMs
        const taken = await store.take(indexes, { ...options, leaseMs })
        if (taken.length > 0) this.#pass('after-take')
        return taken
      },
      read: async (keys) => {
        this.#pass('before-read')
        const records = await store.read(keys)
        this.#pass('after-read')
        return records
      },
      lines: async (log, after, limit) => {
        const lines = await store.lines(log, after, limit)
        this.#pass('after-lines')
        return lines
      },
    })
  }
}

function kindOf({ append = [], put = [] }: Change): 'intake' | 'turn' | 'call' | 'desk' | undefined {
  if (append.some(({ once }) => once !== undefined)) return 'intake'
  if (put.some(({ key }) => key.startsWith('bot/'))) return 'turn'
  if (put.some(({ key }) => key.startsWith('call/'))) return 'call'
  return put.some(({ key }) => key.startsWith('case/')) ? 'desk' : undefined
}
