import type { DatabaseSync } from 'node:sqlite'
import type { IndexName, LogName, RecordKey, Stored, StoredLine } from '../store.ts'
import type { Ranks } from './ranks.ts'
import type { Records } from './records.ts'

/**
 * Everything that only reads. It sees what is committed: a batch never lets go of the event loop halfway.
 *
 * `LIMIT ? + 0`, here and elsewhere: SQLite plans by the value of a bare `LIMIT ?`, and so parses the statement again
 * each time that it is bound.
 */
export type Reads = ReturnType<typeof prepareReads>

export function prepareReads(db: DatabaseSync, records: Records, ranks: Ranks) {
  const owner = db.prepare('SELECT owner FROM uniques WHERE name = ?')
  const linesAfter = db.prepare(
    'SELECT seq, at, body FROM lines WHERE log = ? AND seq > ? ORDER BY seq LIMIT ? + 0',
  )
  const linesBefore = db.prepare(
    'SELECT seq, at, body FROM lines WHERE log = ? AND seq < ? ORDER BY seq DESC LIMIT ? + 0',
  )
  const firstPage = db.prepare(
    'SELECT member, score FROM items WHERE idx = ? AND state < 2 ORDER BY score, member LIMIT ? + 0',
  )
  const nextPage = db.prepare(`
    SELECT member, score FROM items WHERE idx = ? AND state < 2 AND (score, member) > (?, ?)
    ORDER BY score, member LIMIT ? + 0`)
  const place = db.prepare('SELECT score FROM items WHERE member = ? AND idx = ? AND state < 2')
  return {
    records: (keys: readonly RecordKey[]): (Stored | undefined)[] => keys.map((key) => records.get(key)),

    owner: (unique: string): RecordKey | undefined =>
      (owner.get(unique) as { owner: string } | undefined)?.owner,

    lines: (log: LogName, after: number, limit: number): StoredLine[] =>
      linesAfter.all(log, after, limit) as unknown as StoredLine[],

    linesBefore: (log: LogName, end: number | undefined, limit: number): StoredLine[] =>
      (linesBefore.all(log, end ?? Number.MAX_SAFE_INTEGER, limit) as unknown as StoredLine[]).reverse(),

    page(index: IndexName, after: { member: string; score: number } | undefined, limit: number) {
      const rows = after ? nextPage.all(index, after.score, after.member, limit) : firstPage.all(index, limit)
      return rows as unknown as { member: string; score: number }[]
    },

    rank(index: IndexName, member: string): { before: number | undefined; size: number } {
      const found = place.get(member, index) as { score: number } | undefined
      return {
        before: found && ranks.before(index, { score: found.score, member }),
        size: ranks.size(index),
      }
    },
  }
}
