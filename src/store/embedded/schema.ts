import type { DatabaseSync } from 'node:sqlite'
import { EscotillaError } from '../../errors.ts'

/**
 * The tables, as steps that each bring the file from one version to the next. A step that has shipped is never
 * changed: add another one. `PRAGMA user_version` says how many a file has been through.
 *
 * - `items` are the members of indexes. `state`: 0 free, 1 held (leased, or yielded until `free_at`), 2 idle (a log
 *   with nothing left to consume; the row stays to remember `upto`). Partial indexes keep takers from wading
 *   through what others hold.
 * - `journal` has one row: the epoch of the journal's records that follow this transaction (see journal.ts).
 * - `changes` and `seen` are trimmed from their oldest row on, so their rowids go by time.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE records (
    key TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, schema INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE lines (
    log TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, wakes TEXT, body TEXT NOT NULL,
    PRIMARY KEY (log, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE items (
    member TEXT NOT NULL, idx TEXT NOT NULL, score REAL NOT NULL, is_log INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, upto INTEGER NOT NULL DEFAULT 0,
    free_at REAL NOT NULL DEFAULT 0, token TEXT, taken_by TEXT,
    PRIMARY KEY (member, idx)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX items_in_order ON items (idx, score, member) WHERE state < 2;
  CREATE INDEX items_free ON items (idx, score, member) WHERE state = 0;
  CREATE INDEX items_held ON items (idx, free_at) WHERE state = 1;
  CREATE TABLE uniques (name TEXT PRIMARY KEY, owner TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE changes (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, seqs TEXT NOT NULL
  ) STRICT;
  CREATE TABLE seen (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, log TEXT NOT NULL, seq INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE journal (epoch TEXT NOT NULL) STRICT;
  INSERT INTO journal VALUES ('');
  `,
]

/** Brings the file to the newest version. Throws, before it writes anything, on a file of a newer program. */
export function migrate(db: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  const { user_version: from } = db.prepare('PRAGMA user_version').get() as { user_version: number }
  if (from > migrations.length) {
    throw new EscotillaError(
      'store-newer',
      `the data was written by a newer version of Escotilla (its store has version ${from}, this program knows ` +
        `${migrations.length}): start that version, or restore the backup made before the upgrade`,
    )
  }
  for (let version = from; version < migrations.length; version += 1) {
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(migrations[version] as string)
      db.exec(`PRAGMA user_version = ${version + 1}`)
      db.exec('COMMIT')
    } catch (thrown) {
      db.exec('ROLLBACK')
      throw thrown
    }
  }
}
