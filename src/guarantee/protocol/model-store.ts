import type { Clock } from '../../clock.ts'
import { StoreAway } from '../../errors.ts'
import { attemptsTakenBack } from '../../store/attempts.ts'
import { checkChange } from '../../store/check.ts'
import { Hints } from '../../store/hints.ts'
import { steady } from '../../store/steady-clock.ts'
import type { Change, CommitResult, Store, Taken, TakeOptions, YieldAttempts } from '../../store/store.ts'
import {
  applyChange,
  emptyState,
  inOrder,
  membersOf,
  mendEntry,
  releaseAll,
  type StoreState,
  takeItems,
  yieldItem,
} from './store-state.ts'

/**
 * A store in memory whose whole state is at hand: the checker of the protocol goes through hundreds of thousands of
 * them, where a file would allow a few thousand. It runs the store's contract suite, and nothing but checks and tests
 * may build on it: it forgets everything with its process.
 */
export class ModelStore implements Store {
  readonly state: StoreState
  readonly now: () => number
  readonly #hints: Hints
  #isClosed = false

  /** Opens over a state, as after a crash: whoever held something then is gone. */
  constructor(
    clock: Clock,
    state: StoreState = emptyState(),
    watcherFailed: (thrown: unknown) => void = () => undefined,
  ) {
    this.now = steady(clock)
    this.state = state
    this.#hints = new Hints(watcherFailed)
    releaseAll(state)
  }

  async commit(change: Change): Promise<CommitResult> {
    checkChange(change)
    return this.#open(() => this.#telling((touched) => applyChange(this.state, change, this.now(), touched)))
  }

  async take(indexes: readonly string[], options: TakeOptions): Promise<Taken[]> {
    return this.#open(() => takeItems(this.state, indexes, options, this.now()))
  }

  async yield(taken: Taken, notBefore = 0, attempts?: YieldAttempts): Promise<void> {
    this.#open(() =>
      this.#telling((touched) =>
        yieldItem(this.state, taken, notBefore, this.now(), attemptsTakenBack(attempts), touched),
      ),
    )
  }

  read: Store['read'] = async (keys) => this.#open(() => keys.map((key) => this.state.records.get(key)))

  find: Store['find'] = async (unique) => this.#open(() => this.state.uniques.get(unique))

  lines: Store['lines'] = async (log, after, limit) =>
    this.#open(() => this.#lines(log, (seq) => seq > after).slice(0, limit))

  linesBefore: Store['linesBefore'] = async (log, before = Number.MAX_SAFE_INTEGER, limit) =>
    this.#open(() => (limit === 0 ? [] : this.#lines(log, (seq) => seq < before).slice(-limit)))

  page: Store['page'] = async (index, after, limit) =>
    this.#open(() =>
      membersOf(this.state, index)
        .filter((entry) => after === undefined || inOrder(entry, after) > 0)
        .slice(0, limit),
    )

  rank: Store['rank'] = async (index, member) =>
    this.#open(() => {
      const all = membersOf(this.state, index)
      const before = all.findIndex((entry) => entry.member === member)
      return { before: before < 0 ? undefined : before, size: all.length }
    })

  mend: Store['mend'] = async (claims) =>
    this.#open(() =>
      this.#telling((touched) => ({
        claimed: claims.map((claim) => mendEntry(this.state, claim, this.now(), touched)),
        strays: [],
      })),
    )

  watch: Store['watch'] = (names, hint) => this.#hints.watch(names, hint)

  signal(name: string, body: string): void {
    setImmediate(() => this.#hints.tell([name], body))
  }

  async health(): ReturnType<Store['health']> {
    return { ok: !this.#isClosed, adapter: 'model', durable: false }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#hints.stop()
  }

  #lines(log: string, has: (seq: number) => boolean) {
    return (this.state.logs.get(log) ?? [])
      .filter(({ seq }) => has(seq))
      .map(({ seq, at, body }) => ({ seq, at, body }))
  }

  #open<T>(run: () => T): T {
    if (this.#isClosed) throw new StoreAway('the store is closed')
    return run()
  }

  #telling<T>(run: (touched: (name: string) => void) => T): T {
    const touched = new Set<string>()
    const result = run((name) => touched.add(name))
    this.#hints.tell(touched)
    return result
  }
}
