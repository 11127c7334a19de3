import type { DatabaseSync } from 'node:sqlite'
import type { Change, Claim, Claimed, IndexName, LogName, RecordKey, Taken, TakeOptions } from '../store.ts'
import { compare, type Ranks } from './ranks.ts'

/** Expired leases are brought back in slices, so that a storm of them doesn't stop the event loop. */
const EXPIRED_SLICE = 1_000

interface Item {
  idx: string
  score: number
  state: number
  attempts: number
}

/** Members of indexes: what `take`, `page` and `rank` see. Everything here runs inside a transaction of `Batches`. */
export type Items = ReturnType<typeof prepareItems>

/** `touched` is told every index that got something new to take. */
export function prepareItems(db: DatabaseSync, ranks: Ranks, touched: (index: IndexName) => void) {
  const ofRecord = db.prepare('SELECT idx, score, state, attempts FROM items WHERE member = ? AND is_log = 0')
  const remove = db.prepare('DELETE FROM items WHERE member = ? AND idx = ?')
  const removeLog = db.prepare('DELETE FROM items WHERE member = ? AND is_log = 1 RETURNING idx')
  const entry = db.prepare('SELECT score, state, is_log AS isLog FROM items WHERE member = ? AND idx = ?')
  const place = db.prepare(`
    INSERT INTO items (member, idx, score, is_log) VALUES (?, ?, ?, 0) ON CONFLICT DO UPDATE
    SET score = excluded.score, is_log = 0, state = 0, attempts = 0, free_at = 0, token = NULL, taken_by = NULL`)
  // Somebody at work keeps the lease; a log that was idle, or put back for later, is free at once.
  const wake = db.prepare(`
    INSERT INTO items (member, idx, score, is_log) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE
    SET score = iif(state = 2, excluded.score, score), attempts = iif(state = 2, 0, attempts), state = 0, free_at = 0
    WHERE state = 2 OR (state = 1 AND token IS NULL)`)
  const consumedUpTo = db.prepare('SELECT upto FROM items WHERE member = ? AND idx = ?')
  const oldestAwake = db.prepare(
    'SELECT at FROM lines WHERE log = ? AND seq > ? AND instr(wakes, ?) ORDER BY seq LIMIT 1',
  )
  const settle = db.prepare(`
    INSERT INTO items (member, idx, score, is_log, state, upto) VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE
    SET score = excluded.score, is_log = 1, state = excluded.state, upto = excluded.upto,
      attempts = 0, free_at = 0, token = NULL, taken_by = NULL`)
  const expire = db.prepare(`
    UPDATE items SET state = 0, free_at = 0, token = NULL, taken_by = NULL WHERE (member, idx) IN (
      SELECT member, idx FROM items WHERE idx = ? AND state = 1 AND free_at <= ? ORDER BY free_at LIMIT ${EXPIRED_SLICE})`)
  const lowestFree = db.prepare(`
    SELECT member, idx, score FROM items WHERE idx = ? AND state = 0 AND score <= ? ORDER BY score, member LIMIT ? + 0`)
  const hold = db.prepare(`
    UPDATE items SET state = 1, free_at = ?, token = ?, taken_by = ?, attempts = attempts + 1
    WHERE member = ? AND idx = ? RETURNING attempts, upto`)
  const holdFree = db.prepare(`
    UPDATE items SET state = 1, free_at = ?, token = ?, taken_by = ?, attempts = attempts + 1
    WHERE member = ? AND idx = ? AND state = 0 RETURNING score, attempts, upto`)
  const release = db.prepare(`
    UPDATE items SET state = ?, free_at = ?, token = NULL, taken_by = NULL, attempts = max(0, attempts - ?)
    WHERE member = ? AND idx = ? AND token = ? RETURNING 1`)
  const leased = db.prepare(
    'UPDATE items SET state = 0, free_at = 0, token = NULL, taken_by = NULL WHERE state = 1 AND token IS NOT NULL',
  )

  return {
    /** Ends every lease; attempts stay counted, and what was put back for later stays there. */
    releaseAll(): void {
      leased.run()
    },

    /** The index entries of a record that was put. Undefined: the ones it has. All of them are free again. */
    setTerms(key: RecordKey, terms: readonly (readonly [IndexName, number])[] | undefined): void {
      const had = ofRecord.all(key) as unknown as Item[]
      if (had.length === 0 && (terms === undefined || terms.length === 0)) return
      const wanted = new Map(terms ?? had.map((item) => [item.idx, item.score] as const))
      for (const item of had) {
        const score = wanted.get(item.idx)
        if (score === item.score && item.state === 0 && item.attempts === 0) {
          wanted.delete(item.idx)
          continue
        }
        if (score === undefined) remove.run(key, item.idx)
        ranks.removed(item.idx, { score: item.score, member: key })
      }
      for (const [index, score] of wanted) {
        place.run(key, index, score)
        ranks.added(index, { score, member: key })
        touched(index)
      }
    },

    /** Nothing is known of a log any more. What waited of it is gone with it. */
    forgetLog(log: LogName): void {
      for (const { idx } of removeLog.all(log) as { idx: string }[]) ranks.forget(idx)
    },

    /** Puts an entry right; see `Store.mend`. The record's version was compared. */
    mend({ index, member, record }: Claim, now: number): Claimed {
      const found = entry.get(member, index) as { score: number; state: number; isLog: number } | undefined
      if (record) {
        const { score } = record
        if (score === undefined ? !found : found?.isLog === 0 && found.score === score) return 'right'
        if (score === undefined) remove.run(member, index)
        else place.run(member, index, score)
      } else {
        const upto = this.consumedTo(member, index)
        const next = oldestAwake.get(member, upto, wakeMark(index)) as { at: number } | undefined
        const isAwake = found !== undefined && found.state < 2
        if (next ? isAwake && found.isLog === 1 && found.score === next.at : !isAwake) return 'right'
        settle.run(member, index, next?.at ?? now, next ? 0 : 2, upto)
      }
      ranks.forget(index)
      touched(index)
      return 'mended'
    },

    /** A line that waits in these indexes was appended. Nobody need hear of the one it is about to be `taken` from. */
    wake(log: LogName, indexes: readonly IndexName[], at: number, taken?: IndexName): void {
      for (const index of indexes) {
        wake.run(log, index, at)
        ranks.forget(index)
        if (index !== taken) touched(index)
      }
    },

    /** How far a log's lines are done with for an index. */
    consumedTo(log: LogName, index: IndexName): number {
      return (consumedUpTo.get(log, index) as { upto: number } | undefined)?.upto ?? 0
    },

    /** Lines up to `upTo` are done with; the log stays in the index if a later line waits there. */
    consume(log: LogName, index: IndexName, upTo: number, now: number): void {
      const upto = Math.max(this.consumedTo(log, index), upTo)
      const next = oldestAwake.get(log, upto, wakeMark(index)) as { at: number } | undefined
      settle.run(log, index, next?.at ?? now, next ? 0 : 2, upto)
      ranks.forget(index)
      if (next) touched(index)
    },

    take(indexes: readonly IndexName[], options: TakeOptions, now: number, token: () => string): Taken[] {
      const found: { member: string; idx: string; score: number }[] = []
      for (const index of new Set(indexes)) {
        expire.run(index, now)
        found.push(...(lowestFree.all(index, options.upTo, options.n) as unknown as typeof found))
      }
      found.sort(compare)
      return found.slice(0, options.n).map(({ member, idx, score }) => {
        const name = token()
        const held = hold.get(now + options.leaseMs, name, options.by, member, idx) as {
          attempts: number
          upto: number
        }
        return { index: idx, member, score, attempts: held.attempts, after: held.upto, token: name }
      })
    },

    /** This log, unless somebody holds it or nothing waits there. */
    takeLog(wanted: NonNullable<Change['take']>, now: number, token: () => string): Taken | undefined {
      const { log, index, by, leaseMs } = wanted
      const name = token()
      const held = holdFree.get(now + leaseMs, name, by, log, index) as
        | { score: number; attempts: number; upto: number }
        | undefined
      if (!held) return undefined
      const { score, attempts, upto } = held
      return { index, member: log, score, attempts, after: upto, token: name }
    },

    yield(taken: Taken, notBefore: number, now: number, takenBack: number): void {
      const later = notBefore > now
      const freed = release.get(
        later ? 1 : 0,
        later ? notBefore : 0,
        takenBack,
        taken.member,
        taken.index,
        taken.token,
      )
      if (freed && !later) touched(taken.index)
    },
  }
}

/** How a line remembers what it wakes: names as JSON between control characters, which JSON itself never holds. */
export function wakeMarks(indexes: readonly IndexName[]): string | null {
  return indexes.length === 0 ? null : indexes.map(wakeMark).join('')
}

function wakeMark(index: IndexName): string {
  return `\u0001${JSON.stringify(index)}\u0002`
}
