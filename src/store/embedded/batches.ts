import type { DatabaseSync } from 'node:sqlite'
import { messageOf, StoreAway } from '../../errors.ts'
import { faultOf } from './database.ts'

/** At most so many jobs share a transaction, so that the event loop comes round between two of them. */
const BATCH_LIMIT = 256

/** What is done around each transaction. */
export interface Around {
  /** Inside it, after its jobs. */
  ending(jobs: number): void
  /** It is on disk; its jobs are about to be answered. */
  done(): void
  /** It was rolled back. */
  undone(): void
}

interface Job {
  /** What it writes may be lost with the machine's power, not with the process: no flush is waited for. */
  isLight: boolean
  run(): void
  resolve(): void
  reject(thrown: unknown): void
}

/**
 * Runs everything that writes. Jobs of one tick of the event loop share a transaction, so that many writers pay for
 * one flush to disk; each is answered only after COMMIT. Order is the order of arrival.
 *
 * A job must check before it writes. If one throws all the same, the transaction is undone and every job runs again
 * in a transaction of its own, so that it spoils nothing for its neighbours.
 */
export class Batches {
  readonly #db: DatabaseSync
  readonly #around: Around
  #waiting: Job[] = []
  #scheduled = false
  #closed = false
  #fault: unknown
  /** As the database was opened. */
  #isFlushing = true

  constructor(db: DatabaseSync, around: Around) {
    this.#db = db
    this.#around = around
  }

  /** Why the latest transaction failed; undefined when it didn't. */
  get fault(): unknown {
    return this.#fault
  }

  /** Resolves with what `run` returned once that is on disk. `full`: what to answer when there is no room. */
  submit<T>(run: () => T, full: () => T, weight: 'durable' | 'light' = 'durable'): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreAway('the store is closed'))
    return new Promise<T>((resolve, reject) => {
      let result: { value: T } | undefined
      this.#waiting.push({
        isLight: weight === 'light',
        run() {
          result = { value: run() }
        },
        resolve() {
          if (result) resolve(result.value)
        },
        reject(thrown) {
          if (faultOf(thrown) === 'full') {
            try {
              resolve(full())
            } catch (refused) {
              reject(refused)
            }
          } else reject(away(thrown))
        },
      })
      if (!this.#scheduled) {
        this.#scheduled = true
        setImmediate(() => this.#flush())
      }
    })
  }

  /** Writes what waits, then refuses everything else. */
  close(): void {
    while (this.#waiting.length > 0) this.#flush()
    this.#closed = true
  }

  #flush(): void {
    const jobs = this.#waiting.splice(0, BATCH_LIMIT)
    this.#scheduled = this.#waiting.length > 0
    if (this.#scheduled) setImmediate(() => this.#flush())
    if (jobs.length === 0) return
    const thrown = this.#transact(jobs)
    if (thrown === undefined) for (const job of jobs) job.resolve()
    else if (jobs.length === 1) jobs[0]?.reject(thrown.fault)
    else for (const job of jobs) this.#alone(job)
  }

  #alone(job: Job): void {
    const thrown = this.#transact([job])
    if (thrown === undefined) job.resolve()
    else job.reject(thrown.fault)
  }

  #transact(jobs: readonly Job[]): { fault: unknown } | undefined {
    try {
      this.#flushes(!jobs.every((job) => job.isLight))
      this.#db.exec('BEGIN IMMEDIATE')
      for (const job of jobs) job.run()
      this.#around.ending(jobs.length)
      this.#db.exec('COMMIT')
    } catch (fault) {
      this.#undo()
      this.#fault = fault
      this.#around.undone()
      return { fault }
    }
    this.#fault = undefined
    this.#around.done()
    return undefined
  }

  /** Whether COMMIT waits until the log is on disk (sqlite.org/pragma.html#pragma_synchronous). */
  #flushes(flushes: boolean): void {
    if (flushes === this.#isFlushing) return
    this.#db.exec(`PRAGMA synchronous = ${flushes ? 'FULL' : 'NORMAL'}`)
    this.#isFlushing = flushes
  }

  /** SQLite has already rolled back after some faults; a second time is an error that means nothing. */
  #undo(): void {
    if (!this.#db.isOpen || !this.#db.isTransaction) return
    try {
      this.#db.exec('ROLLBACK')
    } catch {
      // The next BEGIN fails and says so.
    }
  }
}

/**
 * A fault of SQLite or its file as the port's "outcome unknown, try again with the same id". Anything else is a fault
 * of ours, which trying again would only hide: it stays what it is.
 */
export function away(thrown: unknown): unknown {
  const { code } = thrown as { code?: unknown }
  if (code !== 'ERR_SQLITE_ERROR' && code !== 'ERR_INVALID_STATE') return thrown
  return new StoreAway(`the store did not answer: ${messageOf(thrown)}`, thrown)
}
