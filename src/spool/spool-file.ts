import { chmodSync, closeSync, openSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { EscotillaError } from '../errors.ts'

/** How much of the disk the asks of one outage may take, bytes: some hundred thousand of them. */
const LIMIT_BYTES = 64 * 1024 * 1024
const FULL = 13
const BUSY = 5
const LOCKED = 6
const CORRUPT = 11
const NOT_A_DATABASE = 26

const TABLES = `
  CREATE TABLE IF NOT EXISTS asks (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    message TEXT NOT NULL,
    case_key TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (conversation, message)
  );
  CREATE TABLE IF NOT EXISTS keys (case_key TEXT PRIMARY KEY) WITHOUT ROWID;
`

/**
 * Opens one spool's file for this process alone; `'in-use'` when another has it. Its lock ends with the process, however
 * that ends. A commit is on the disk before it returns; one that was cut short was never acknowledged and counts as not
 * written. A file that can't be read is put aside under another name, and `onDamaged` is told which.
 */
export function openSpoolFile(
  file: string,
  options: { limitBytes?: number; onDamaged?: (asideAs: string) => void } = {},
): DatabaseSync | 'in-use' {
  try {
    return openDatabase(file, options.limitBytes ?? LIMIT_BYTES)
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === BUSY || code === LOCKED) return 'in-use'
    if (code !== CORRUPT && code !== NOT_A_DATABASE) throw unusable(file, thrown)
    const aside = `${file}.damaged-${process.hrtime.bigint()}`
    renameSync(file, aside)
    options.onDamaged?.(aside)
    return openDatabase(file, options.limitBytes ?? LIMIT_BYTES)
  }
}

function openDatabase(file: string, limitBytes: number): DatabaseSync {
  // What customers wrote is for this user only.
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    db.exec('PRAGMA journal_mode = WAL')
    db.exec('BEGIN IMMEDIATE; COMMIT')
    db.exec(`
      PRAGMA synchronous = FULL;
      PRAGMA journal_size_limit = 1048576;
      PRAGMA trusted_schema = OFF;
      PRAGMA secure_delete = ON;
    `)
    const { page_size: pageSize } = db.prepare('PRAGMA page_size').get() as { page_size: number }
    db.exec(`PRAGMA max_page_count = ${Math.ceil(limitBytes / pageSize)}`)
    db.exec(TABLES)
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

/** No room on the disk, or more than the spool may take. */
export function isFull(thrown: unknown): boolean {
  return codeOf(thrown) === FULL
}

/** SQLite's primary result code (sqlite.org/rescode.html). */
function codeOf(thrown: unknown): number | undefined {
  const { errcode } = thrown as { errcode?: unknown }
  return typeof errcode === 'number' ? errcode & 0xff : undefined
}

function unusable(file: string, thrown: unknown): EscotillaError {
  return new EscotillaError(
    'spool-unusable',
    `asks for a person can't be kept in ${file} while the store is away: check DATA_DIR and its disk`,
    thrown,
  )
}
