import type { DatabaseSync } from 'node:sqlite'
import type { Put, RecordKey, Stored } from '../store.ts'

/** How many records are held in memory, about a kilobyte each: those of a few hundred lively conversations. */
const HELD = 1_000

/**
 * The records. Those used last are held in memory: a turn reads the same few several times, and checks their versions.
 * Nobody else writes to the file, so what is held is what is stored, until a transaction is undone.
 *
 * A record is the same object for as long as it is held, so that who has parsed it can know it again.
 */
export class Records {
  readonly #held = new Map<RecordKey, Readonly<Stored>>()
  readonly #select
  readonly #insert
  readonly #update
  readonly #delete

  constructor(db: DatabaseSync) {
    this.#select = db.prepare('SELECT key, version, schema, body FROM records WHERE key = ?')
    this.#insert = db.prepare('INSERT INTO records (key, version, schema, body) VALUES (?, 1, ?, ?)')
    this.#delete = db.prepare('DELETE FROM records WHERE key = ?')
    this.#update = db.prepare('UPDATE records SET version = ?, schema = ?, body = ? WHERE key = ?')
  }

  get(key: RecordKey): Readonly<Stored> | undefined {
    const held = this.#held.get(key)
    if (held) return held
    const stored = this.#select.get(key) as Stored | undefined
    return stored && this.#hold(stored)
  }

  versionOf(key: RecordKey): number {
    return this.get(key)?.version ?? 0
  }

  /** The version was checked. */
  put({ key, expect, schema, body }: Put): void {
    const version = expect + 1
    if (expect === 0) this.#insert.run(key, schema, body)
    else this.#update.run(version, schema, body, key)
    this.#hold({ key, version, schema, body })
  }

  drop(key: RecordKey): void {
    this.#delete.run(key)
    this.#held.delete(key)
  }

  /** After a rollback what is held is not what is stored. */
  forgetAll(): void {
    this.#held.clear()
  }

  #hold(record: Stored): Readonly<Stored> {
    // To the end: the first one of the map is the one that was not touched for longest.
    this.#held.delete(record.key)
    const oldest = this.#held.size < HELD ? undefined : this.#held.keys().next().value
    if (oldest !== undefined) this.#held.delete(oldest)
    const stored = Object.freeze({ ...record })
    this.#held.set(stored.key, stored)
    return stored
  }
}
