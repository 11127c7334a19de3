import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock.ts'
import { messageOf, StoreAway } from '../../errors.ts'
import { checkChange } from '../check.ts'
import { Hints } from '../hints.ts'
import { steady } from '../steady-clock.ts'
import type { Change, CommitResult, Store, Taken, TakeOptions } from '../store.ts'
import { away, Batches } from './batches.ts'
import { prepareChanges } from './changes.ts'
import { IN_MEMORY, openDatabase, openingFault } from './database.ts'
import { prepareItems } from './items.ts'
import { Ranks } from './ranks.ts'
import { prepareReads } from './reads.ts'
import { prepareTidy } from './tidy.ts'

export interface EmbeddedOptions {
  /** Where the data lives (made when missing), or `:memory:` for a store that is gone with its process. */
  folder: string
  clock: Clock
  /** How long to wait for another process that has the data to stop. Default 3,000 ms. */
  waitMs?: number
  /** The file never grows beyond this; commits answer `full` instead. Default: the disk's size. */
  limitBytes?: number
  /** Told what a watcher threw. Default: nobody. */
  watcherFailed?(thrown: unknown): void
}

/**
 * Opens the embedded store: one SQLite file for one process. Throws `EscotillaError` with code `store-in-use`,
 * `store-newer` or `store-unusable`, whose messages say what to do.
 */
export function openEmbedded(options: EmbeddedOptions): Store {
  const db = openDatabase(options.folder, {
    waitMs: options.waitMs ?? 3_000,
    ...(options.limitBytes === undefined ? {} : { limitBytes: options.limitBytes }),
  })
  try {
    return new EmbeddedStore(db, options)
  } catch (thrown) {
    db.close()
    throw openingFault(thrown, options.folder)
  }
}

class EmbeddedStore implements Store {
  readonly #db: DatabaseSync
  readonly #durable: boolean
  readonly #batches: Batches
  readonly #changes: ReturnType<typeof prepareChanges>
  readonly #items: ReturnType<typeof prepareItems>
  readonly #reads: ReturnType<typeof prepareReads>
  readonly #hints: Hints
  /** What the transaction in hand has added to; watchers hear of it after COMMIT. */
  readonly #touched = new Set<string>()
  readonly #tokens = tokens()
  readonly now: () => number

  constructor(db: DatabaseSync, options: EmbeddedOptions) {
    this.#db = db
    this.#durable = options.folder !== IN_MEMORY
    this.now = steady(options.clock)
    this.#hints = new Hints(options.watcherFailed ?? (() => undefined))
    const touched = (name: string): unknown => this.#touched.add(name)
    const ranks = new Ranks(db)
    this.#items = prepareItems(db, ranks, touched)
    this.#changes = prepareChanges(db, this.#items, touched)
    this.#reads = prepareReads(db, ranks)
    const tidy = prepareTidy(db)
    this.#batches = new Batches(db, {
      ending: (jobs) => tidy(this.now(), jobs),
      undone: () => {
        this.#touched.clear()
        ranks.forgetAll()
      },
      done: () => this.#tellWatchers(),
    })
    // This process is alone with the file, so whoever held something when it was last open is gone.
    this.#items.releaseAll()
  }

  async commit(change: Change): Promise<CommitResult> {
    checkChange(change)
    return await this.#batches.submit<CommitResult>(
      () => this.#changes.apply(change, this.now()),
      () => ({ outcome: 'full' }),
    )
  }

  take(indexes: readonly string[], options: TakeOptions): Promise<Taken[]> {
    return this.#batches.submit(
      () => this.#items.take(indexes, options, this.now(), this.#tokens),
      () => {
        throw new StoreAway('the store is full: free disk space')
      },
      // Leases and attempts outlive the process; with the machine's power the leases would be gone anyway.
      'light',
    )
  }

  yield(taken: Taken, notBefore = 0, attempts?: 'reset'): Promise<void> {
    return this.#batches.submit(
      () => this.#items.yield(taken, notBefore, this.now(), attempts === 'reset'),
      // The lease ends by itself.
      () => undefined,
      'light',
    )
  }

  read: Store['read'] = async (keys) => this.#reading(() => this.#reads.records(keys))
  find: Store['find'] = async (unique) => this.#reading(() => this.#reads.owner(unique))
  lines: Store['lines'] = async (log, after, limit) =>
    this.#reading(() => this.#reads.lines(log, after, limit))
  linesBefore: Store['linesBefore'] = async (log, before, limit) =>
    this.#reading(() => this.#reads.linesBefore(log, before, limit))
  page: Store['page'] = async (index, after, limit) =>
    this.#reading(() => this.#reads.page(index, after, limit))
  rank: Store['rank'] = async (index, member) => this.#reading(() => this.#reads.rank(index, member))

  watch: Store['watch'] = (names, hint) => this.#hints.watch(names, hint)

  signal(name: string, body: string): void {
    // Not in the caller's own stack: a watcher in another process would not be either.
    setImmediate(() => this.#hints.tell([name], body))
  }

  async health(): ReturnType<Store['health']> {
    const about = { adapter: 'embedded', durable: this.#durable }
    try {
      this.#reads.owner('health')
      if (this.#batches.fault !== undefined) throw this.#batches.fault
      return { ok: true, ...about }
    } catch (thrown) {
      return { ok: false, ...about, detail: messageOf(thrown) }
    }
  }

  /** Writes what was accepted, then lets go of the file. */
  async close(): Promise<void> {
    this.#batches.close()
    this.#hints.stop()
    if (this.#db.isOpen) this.#db.close()
  }

  #reading<T>(read: () => T): T {
    try {
      return read()
    } catch (thrown) {
      throw away(thrown)
    }
  }

  #tellWatchers(): void {
    if (this.#touched.size === 0) return
    const names = [...this.#touched]
    this.#touched.clear()
    this.#hints.tell(names)
  }
}

/** Names for takings that no other opening of the store ever gave. */
function tokens(): () => string {
  const opening = randomUUID()
  let n = 0
  return () => {
    n += 1
    return `${opening}-${n}`
  }
}
