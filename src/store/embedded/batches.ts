import type { DatabaseSync } from 'node:sqlite'
import { messageOf, StoreAway } from '../../errors.ts'
import { faultOf } from './database.ts'
import type { Entry, Journal } from './journal.ts'

/** At most so many jobs share a flush, so that the event loop comes round between two of them. */
const BATCH_LIMIT = 256
/**
 * The database's transaction ends when the journal is so long. It bounds what is done again after a crash (a tenth of
 * a second), and how long the end of a transaction keeps everybody waiting.
 */
const SETTLE_BYTES = 1024 * 1024

/** What is done around each batch. */
export interface Around {
  /** After its jobs, before they are flushed. */
  ending(jobs: number): void
  /** It is on disk; its jobs are about to be answered. */
  done(): void
  /** It was rolled back. */
  undone(): void
  /** Does again what the journal tells. */
  redo(entry: Entry): void
}

/** Something that writes. */
export interface Work<T> {
  /** Must check before it writes. `note` tells the journal what was done; who doesn't call it has written nothing. */
  run(note: (entry: Entry) => void): T
  /** What to answer when there is no room. */
  full(): T
  /** What it writes may be lost with the machine's power, not with the process: no flush is waited for. */
  isLight?: boolean
}

interface Job {
  isLight: boolean
  run(note: (entry: Entry) => void): void
  resolve(): void
  reject(thrown: unknown): void
}

/**
 * Runs everything that writes. Jobs that come in one tick of the event loop, or while another flush is under way,
 * share one flush to disk; each is answered only after it. Order is the order of arrival.
 *
 * What is flushed is the journal. The database's transaction stays open over many batches, so that a page which they
 * all touch is written once. This process is alone with both files and reads by the same connection, so nobody sees
 * the difference. Readers wait while a flush is under way, so that nothing is seen before it is on disk.
 *
 * If a job throws, the transaction is undone and what the journal holds is done again; then every job of that batch
 * runs in a transaction of its own, so that it spoils nothing for its neighbours.
 */
export class Batches {
  readonly #db: DatabaseSync
  readonly #journal: Journal | undefined
  readonly #around: Around
  readonly #setEpoch
  #waiting: Job[] = []
  #scheduled = false
  #closed = false
  #flushing: PromiseWithResolvers<void> | undefined
  #fault: unknown
  /** The transaction was undone, and what was acknowledged since it began isn't in the database again yet. */
  #isBehind = false

  /** Without a journal (in memory, where nothing outlives the process) each batch is a transaction. */
  constructor(db: DatabaseSync, journal: Journal | undefined, around: Around) {
    this.#db = db
    this.#journal = journal
    this.#around = around
    this.#setEpoch = db.prepare('UPDATE journal SET epoch = ?')
    this.#redo()
  }

  /** Why the latest batch failed; undefined when it didn't. */
  get fault(): unknown {
    return this.#fault
  }

  /** Whether the database lacks something that was acknowledged: then nothing may be read. */
  get isBehind(): boolean {
    return this.#isBehind
  }

  /** Resolves with what `run` returned once that is on disk. */
  submit<T>(work: Work<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreAway('the store is closed'))
    return new Promise<T>((resolve, reject) => {
      let result: { value: T } | undefined
      this.#waiting.push({
        isLight: work.isLight ?? false,
        run(note) {
          result = { value: work.run(note) }
        },
        resolve() {
          if (result) resolve(result.value)
        },
        reject(thrown) {
          if (faultOf(thrown) === 'full') {
            try {
              resolve(work.full())
            } catch (refused) {
              reject(refused)
            }
          } else reject(away(thrown))
        },
      })
      this.#schedule()
    })
  }

  /** Set while something that was written is not on disk yet: who reads must wait for it. */
  get flushing(): Promise<void> | undefined {
    return this.#flushing?.promise
  }

  /** Everything that was acknowledged is in the database, and nothing else is: its transaction has ended. */
  async settle(): Promise<void> {
    while (this.#flushing) await this.#flushing.promise
    if (this.#isBehind)
      throw new StoreAway('the store did not get over a fault of its files yet', this.#fault)
    if (!this.#db.isTransaction) return
    try {
      this.#settle()
    } catch (fault) {
      this.#fault = fault
      this.#undo()
      throw away(fault)
    }
  }

  /** Writes what waits and refuses everything else. */
  async close(): Promise<void> {
    this.#closed = true
    while (this.#waiting.length > 0 || this.#flushing) {
      if (this.#flushing) await this.#flushing.promise
      else this.#flush()
    }
    // Unsettled, it would be done again from the journal by the next opening.
    if (this.#db.isOpen && this.#db.isTransaction) this.#settle()
    this.#journal?.close()
  }

  /** The next batch begins when the one before is on disk: whoever comes meanwhile shares a flush. */
  #flush(): void {
    this.#scheduled = false
    if (this.#flushing) return
    const jobs = this.#waiting.splice(0, BATCH_LIMIT)
    if (jobs.length === 0) return
    try {
      const mustFlush = this.#write(jobs, false)
      if (mustFlush && this.#journal) this.#flushJournal(jobs, this.#journal)
      else this.#answer(jobs)
    } catch (fault) {
      this.#fail(jobs, fault)
    }
    this.#schedule()
  }

  #schedule(): void {
    if (this.#scheduled || this.#flushing || this.#waiting.length === 0) return
    this.#scheduled = true
    setImmediate(() => this.#flush())
  }

  #flushJournal(jobs: readonly Job[], journal: Journal): void {
    const flushing = Promise.withResolvers<void>()
    this.#flushing = flushing
    journal.flush((fault) => {
      this.#flushing = undefined
      if (fault === undefined) this.#answer(jobs)
      else {
        journal.drop()
        this.#fail(jobs, fault)
      }
      flushing.resolve()
      this.#schedule()
    })
  }

  /** What these jobs did is on disk, or need not be. */
  #answer(jobs: readonly Job[]): void {
    this.#fault = undefined
    this.#around.done()
    if (this.#journal && this.#journal.length > SETTLE_BYTES) this.#settleLate()
    for (const job of jobs) job.resolve()
  }

  /** Nothing of these jobs was done: each is tried by itself. */
  #fail(jobs: readonly Job[], fault: unknown): void {
    this.#fault = fault
    this.#undo()
    if (jobs.length === 1) jobs[0]?.reject(fault)
    else for (const job of jobs) this.#alone(job)
  }

  #alone(job: Job): void {
    try {
      this.#write([job], true)
      this.#answer([job])
    } catch (fault) {
      this.#fail([job], fault)
    }
  }

  /**
   * Does all of these jobs; throws when one can't be done, and then all must be undone. `settles`: in a transaction
   * that ends with them. Says whether the journal must be flushed before they are answered.
   */
  #write(jobs: readonly Job[], settles: boolean): boolean {
    if (this.#isBehind) this.#redo()
    if (!this.#db.isTransaction) this.#db.exec('BEGIN IMMEDIATE')
    const entries: Entry[] = []
    const note = (entry: Entry): unknown => entries.push(entry)
    for (const job of jobs) job.run(note)
    this.#around.ending(jobs.length)
    if (settles || this.#journal === undefined) {
      this.#settle()
      return false
    }
    if (entries.length === 0) return false
    this.#journal.append(entries)
    return jobs.some((job) => !job.isLight)
  }

  /** Ends the transaction. Once it is on disk, the journal's records are void. */
  #settle(): void {
    const epoch = this.#journal?.nextEpoch()
    if (epoch !== undefined) this.#setEpoch.run(epoch)
    this.#db.exec('COMMIT')
    if (epoch !== undefined) this.#journal?.begin(epoch)
  }

  /** The jobs are answered already and safe in the journal: a fault here is told by the next one that needs the file. */
  #settleLate(): void {
    try {
      this.#settle()
    } catch (fault) {
      this.#fault = fault
      this.#undo()
    }
  }

  /** Back to what was acknowledged: to the transaction before, and on from there by the journal. */
  #undo(): void {
    this.#around.undone()
    this.#isBehind = true
    try {
      // SQLite has already rolled back after some faults; a second time is an error that means nothing.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      this.#redo()
    } catch {
      // Stays behind: the next batch tries again, and until then nothing is read.
    }
  }

  #redo(): void {
    if (this.#journal) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      this.#db.exec('BEGIN IMMEDIATE')
      for (const entry of this.#journal.read()) this.#around.redo(entry)
      this.#settle()
    }
    this.#isBehind = false
  }
}

/**
 * A fault of SQLite or of its files as the port's "outcome unknown, try again with the same id". Anything else is a
 * fault of ours, which trying again would only hide: it stays what it is.
 */
export function away(thrown: unknown): unknown {
  const { code, syscall } = thrown as { code?: unknown; syscall?: unknown }
  if (code !== 'ERR_SQLITE_ERROR' && code !== 'ERR_INVALID_STATE' && syscall === undefined) return thrown
  return new StoreAway(`the store did not answer: ${messageOf(thrown)}`, thrown)
}
