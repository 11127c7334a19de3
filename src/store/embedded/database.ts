import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EscotillaError, messageOf } from '../../errors.ts'
import { migrate } from './schema.ts'

/** For tests and tools: a store that is gone with its process. */
export const IN_MEMORY = ':memory:'
export const DATABASE_FILE = 'escotilla.db'
/** Its log is written back to it when the log has so many pages. */
export const CHECKPOINT_PAGES = 2_000

/**
 * Opens the one file of the embedded store, for this process alone. Throws `store-in-use` when another process has
 * it (after waiting `waitMs` for one that is just stopping), `store-newer`, or `store-unusable`.
 */
export function openDatabase(folder: string, options: { waitMs: number; limitBytes?: number }): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(folder === IN_MEMORY ? IN_MEMORY : ownFile(folder), { timeout: options.waitMs })
    // The lock is held until the process ends, however it ends: two writers would break the order of a batch.
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    db.exec('PRAGMA journal_mode = WAL')
    db.exec('BEGIN IMMEDIATE; COMMIT')
    db.exec(`
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA journal_size_limit = 33554432;
      PRAGMA cache_size = -8000;
      PRAGMA temp_store = MEMORY;
      PRAGMA trusted_schema = OFF;
      PRAGMA secure_delete = FAST;
    `)
    migrate(db)
    if (options.limitBytes !== undefined) limit(db, options.limitBytes)
    return db
  } catch (thrown) {
    db?.close()
    throw openingFault(thrown, folder)
  }
}

/** What customers wrote is for this user only. */
function ownFile(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, DATABASE_FILE)
  closeSync(openSync(file, 'a', 0o600))
  return file
}

function limit(db: DatabaseSync, bytes: number): void {
  const { page_size: pageSize } = db.prepare('PRAGMA page_size').get() as { page_size: number }
  db.exec(`PRAGMA max_page_count = ${Math.ceil(bytes / pageSize)}`)
}

/** Whatever went wrong while opening, as a message that says what to do. */
export function openingFault(thrown: unknown, folder: string): EscotillaError {
  if (thrown instanceof EscotillaError) return thrown
  if (faultOf(thrown) === 'busy') {
    return new EscotillaError(
      'store-in-use',
      `another process has the data in ${folder} open: stop it, or set DATA_DIR to another folder`,
      thrown,
    )
  }
  return new EscotillaError(
    'store-unusable',
    `the data in ${folder} can't be opened: ${messageOf(thrown)}`,
    thrown,
  )
}

/** SQLite's primary result codes that we tell apart (sqlite.org/rescode.html). */
export function faultOf(thrown: unknown): 'busy' | 'full' | 'other' {
  const { errcode: code, code: named } = thrown as { errcode?: unknown; code?: unknown }
  if (named === 'ENOSPC' || named === 'EDQUOT') return 'full'
  if (typeof code !== 'number') return 'other'
  switch (code & 0xff) {
    case 5:
    case 6:
      return 'busy'
    case 13:
      return 'full'
    default:
      return 'other'
  }
}
