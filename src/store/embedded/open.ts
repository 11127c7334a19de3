import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock.ts'
import { messageOf, StoreAway } from '../../errors.ts'
import { attemptsTakenBack } from '../attempts.ts'
import { checkChange } from '../check.ts'
import { Hints } from '../hints.ts'
import { steady } from '../steady-clock.ts'
import type {
  Change,
  Claim,
  Claimed,
  CommitResult,
  Store,
  Taken,
  TakeOptions,
  YieldAttempts,
} from '../store.ts'
import { away, Batches } from './batches.ts'
import { prepareChanges } from './changes.ts'
import { CHECKPOINT_PAGES, IN_MEMORY, openDatabase, openingFault } from './database.ts'
import { prepareItems } from './items.ts'
import { type Entry, Journal } from './journal.ts'
import { Ranks } from './ranks.ts'
import { prepareReads } from './reads.ts'
import { Records } from './records.ts'
import { prepareTidy } from './tidy.ts'

const JOURNAL_FILE = 'escotilla.journal'

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

/**
 * Leaves the database's file as it is, whole and without its log, until what is answered is called: meanwhile another
 * process may copy it. Writing goes on, into the log, which grows. Only another process: one that has the file open and
 * closes another handle of it loses its lock (sqlite.org/howtocorrupt.html, 2.2).
 */
export async function holdStill(store: Store): Promise<() => void> {
  if (!(store instanceof EmbeddedStore)) throw new TypeError('only the embedded store has a file')
  return store.holdStill()
}

class EmbeddedStore implements Store {
  readonly #db: DatabaseSync
  readonly #durable: boolean
  readonly #batches: Batches
  readonly #changes: ReturnType<typeof prepareChanges>
  readonly #items: ReturnType<typeof prepareItems>
  readonly #records: Records
  readonly #reads: ReturnType<typeof prepareReads>
  readonly #hints: Hints
  /** What the transaction in hand has added to; watchers hear of it after COMMIT. */
  readonly #touched = new Set<string>()
  readonly #tokens = tokens()
  #closing: Promise<void> | undefined
  readonly now: () => number

  constructor(db: DatabaseSync, options: EmbeddedOptions) {
    this.#db = db
    this.#durable = options.folder !== IN_MEMORY
    this.now = steady(options.clock)
    this.#hints = new Hints(options.watcherFailed ?? (() => undefined))
    const touched = (name: string): unknown => this.#touched.add(name)
    const ranks = new Ranks(db)
    this.#items = prepareItems(db, ranks, touched)
    const records = new Records(db)
    this.#records = records
    this.#changes = prepareChanges(db, records, this.#items, touched)
    this.#reads = prepareReads(db, records, ranks)
    const tidy = prepareTidy(db)
    this.#batches = new Batches(db, journalOf(db, options.folder), {
      ending: (jobs) => tidy(this.now(), jobs),
      undone: () => {
        this.#touched.clear()
        ranks.forgetAll()
        records.forgetAll()
      },
      done: () => this.#tellWatchers(),
      redo: (entry) => this.#redo(entry),
    })
    // This process is alone with the file, so whoever held something when it was last open is gone.
    this.#items.releaseAll()
  }

  async commit(change: Change): Promise<CommitResult> {
    checkChange(change)
    return await this.#batches.submit<CommitResult>({
      run: (note) => {
        const at = this.now()
        const result = this.#changes.apply(change, at, this.#tokens)
        if (result.outcome === 'committed') {
          note(result.taken ? ['commit', at, change, result.taken.token] : ['commit', at, change])
        }
        return result
      },
      full: () => ({ outcome: 'full' }),
    })
  }

  take(indexes: readonly string[], options: TakeOptions): Promise<Taken[]> {
    return this.#batches.submit({
      run: (note) => {
        const at = this.now()
        const taken = this.#items.take(indexes, options, at, this.#tokens)
        const tokens = taken.map(({ token }) => token)
        if (taken.length > 0) note(['take', at, indexes, options, tokens])
        return taken
      },
      full: () => {
        throw new StoreAway('the store is full: free disk space')
      },
      // Leases and attempts outlive the process; with the machine's power the leases would be gone anyway.
      isLight: true,
    })
  }

  yield(taken: Taken, notBefore = 0, attempts?: YieldAttempts): Promise<void> {
    return this.#batches.submit({
      run: (note) => {
        const at = this.now()
        const takenBack = attemptsTakenBack(attempts)
        this.#items.yield(taken, notBefore, at, takenBack)
        note(['yield', at, taken, notBefore, takenBack])
      },
      // The lease ends by itself.
      full: () => undefined,
      isLight: true,
    })
  }

  mend: Store['mend'] = (claims) =>
    this.#batches.submit({
      run: (note) => {
        const at = this.now()
        const claimed = this.#mend(claims, at)
        if (claimed.includes('mended')) note(['mend', at, claims])
        // What can be taken and what is a member are one table here.
        return { claimed, strays: [] }
      },
      full: () => {
        throw new StoreAway('the store is full: free disk space')
      },
    })

  read: Store['read'] = (keys) => this.#reading(() => this.#reads.records(keys))
  find: Store['find'] = (unique) => this.#reading(() => this.#reads.owner(unique))
  lines: Store['lines'] = (log, after, limit) => this.#reading(() => this.#reads.lines(log, after, limit))
  linesBefore: Store['linesBefore'] = (log, before, limit) =>
    this.#reading(() => this.#reads.linesBefore(log, before, limit))
  page: Store['page'] = (index, after, limit) => this.#reading(() => this.#reads.page(index, after, limit))
  rank: Store['rank'] = (index, member) => this.#reading(() => this.#reads.rank(index, member))

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

  async holdStill(): Promise<() => void> {
    await this.#batches.settle()
    this.#db.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE)')
    return () => {
      if (this.#db.isOpen) this.#db.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    }
  }

  /** Writes what was accepted, then lets go of the file. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#batches.close()
    this.#hints.stop()
    this.#db.close()
  }

  #mend(claims: readonly Claim[], now: number): Claimed[] {
    return claims.map((claim) => {
      const { member, record } = claim
      if (record && this.#records.versionOf(member) !== record.version) return 'passed'
      return this.#items.mend(claim, now)
    })
  }

  /** What the journal tells was done once, and isn't in the database. */
  #redo(entry: Entry): void {
    const [kind, at] = entry
    if (kind === 'commit') this.#changes.apply(entry[2], at, () => entry[3] ?? this.#tokens())
    else if (kind === 'mend') this.#mend(entry[2], at)
    else if (kind === 'yield') {
      const [, , taken, notBefore, takenBack] = entry
      const isNumber = typeof takenBack === 'number'
      this.#items.yield(
        taken,
        notBefore,
        at,
        isNumber ? takenBack : attemptsTakenBack(takenBack ? 'reset' : undefined),
      )
    } else {
      const [, , indexes, options, tokens] = entry
      const given = tokens.values()
      this.#items.take(indexes, options, at, () => given.next().value ?? this.#tokens())
    }
  }

  /** Reads what is on disk, and nothing that is only on its way there. */
  async #reading<T>(read: () => T): Promise<T> {
    while (this.#batches.flushing !== undefined) await this.#batches.flushing
    if (this.#batches.isBehind) throw new StoreAway('the store did not get over a fault of its files yet')
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

/** The journal beside the database, from the place that the database has got to. */
function journalOf(db: DatabaseSync, folder: string): Journal | undefined {
  if (folder === IN_MEMORY) return undefined
  const { epoch } = db.prepare('SELECT epoch FROM journal').get() as { epoch: string }
  return new Journal(join(folder, JOURNAL_FILE), epoch)
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
