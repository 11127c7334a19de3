import type { DatabaseSync } from 'node:sqlite'
import type { Append, Change, CommitResult, LogName } from '../store.ts'
import { type Items, wakeMarks } from './items.ts'
import type { Records } from './records.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** How long a change is remembered by its id: a retry after that is a new change. */
export const CHANGE_MEMORY_MS = 15 * MINUTE_MS
/** How long an outside id is remembered: WhatsApp sends again for 7 days. */
export const OUTSIDE_MEMORY_MS = 8 * DAY_MS
/** Trimming of a log never takes more rows than this at a time. */
const TRIM_SLICE = 500

/** Writes changes. Every check comes before the first write, so that a refused change leaves nothing behind. */
export type Changes = ReturnType<typeof prepareChanges>

/** `touched` is told every log that got a line. */
export function prepareChanges(
  db: DatabaseSync,
  records: Records,
  items: Items,
  touched: (log: LogName) => void,
) {
  const remembered = db.prepare('SELECT seqs FROM changes WHERE id = ? AND at > ?')
  const seen = db.prepare('SELECT log, seq FROM seen WHERE id = ? AND at > ?')
  const ownerOf = db.prepare('SELECT owner FROM uniques WHERE name = ?')
  const hasLine = db.prepare('SELECT 1 FROM lines WHERE log = ? AND seq = ?')
  const lastLine = db.prepare('SELECT seq FROM lines WHERE log = ? ORDER BY seq DESC LIMIT 1')

  const insertLine = db.prepare('INSERT INTO lines (log, seq, at, wakes, body) VALUES (?, ?, ?, ?, ?)')
  const trimLog = db.prepare(`
    DELETE FROM lines WHERE log = ?1 AND seq <= ?2
    AND seq < (SELECT min(seq) FROM lines WHERE log = ?1) + ${TRIM_SLICE}`)
  const eraseLine = db.prepare('UPDATE lines SET body = ? WHERE log = ? AND seq = ?')
  const dropLines = db.prepare('DELETE FROM lines WHERE log = ? AND seq <= ?')
  const own = db.prepare(
    'INSERT INTO uniques (name, owner) VALUES (?, ?) ON CONFLICT DO UPDATE SET owner = excluded.owner',
  )
  const free = db.prepare('DELETE FROM uniques WHERE name = ?')
  // REPLACE: a row past its time may still be there, and the new one belongs at the young end.
  const rememberSeen = db.prepare('INSERT OR REPLACE INTO seen (id, at, log, seq) VALUES (?, ?, ?, ?)')
  const remember = db.prepare('INSERT OR REPLACE INTO changes (id, at, seqs) VALUES (?, ?, ?)')

  function refusal(change: Change, now: number): CommitResult | undefined {
    const before = remembered.get(change.id, now - CHANGE_MEMORY_MS) as { seqs: string } | undefined
    if (before) return { outcome: 'already', seqs: JSON.parse(before.seqs) as number[] }
    for (const { once } of change.append ?? []) {
      if (once === undefined) continue
      const first = seen.get(once, now - OUTSIDE_MEMORY_MS) as { log: string; seq: number } | undefined
      if (first) return { outcome: 'duplicate', log: first.log, seq: first.seq }
    }
    const isStale =
      change.rely?.some(({ key, version }) => records.versionOf(key) !== version) ||
      change.put?.some(({ key, expect }) => records.versionOf(key) !== expect) ||
      change.unique?.some(({ name, owner, insteadOf }) => {
        const current = currentOwner(name) ?? owner
        return owner !== null && current !== owner && current !== insteadOf
      }) ||
      change.consume?.some(
        ({ log, wake, after }) => after !== undefined && items.consumedTo(log, wake) !== after,
      ) ||
      change.erase?.some(({ log, seq }) => !hasLine.get(log, seq)) ||
      change.drop?.some(({ key, expect }) => records.versionOf(key) !== expect) ||
      change.trim?.some(({ log, upTo, whole }) => whole === true && lastSeq(log) !== upTo)
    return isStale ? { outcome: 'stale' } : undefined
  }

  function currentOwner(name: string): string | undefined {
    return (ownerOf.get(name) as { owner: string } | undefined)?.owner
  }

  function lastSeq(log: LogName): number {
    return (lastLine.get(log) as { seq: number } | undefined)?.seq ?? 0
  }

  /** One look for the end of a log, and one waking of an index, serve all the lines of a change. */
  function appendAll(lines: readonly Append[], take: Change['take'], now: number): number[] {
    const ends = new Map<LogName, number>()
    const woken = new Set<string>()
    return lines.map(({ log, body, once, wake, keep }) => {
      const seq = (ends.get(log) ?? lastSeq(log)) + 1
      ends.set(log, seq)
      const wakes = wake === undefined ? [] : typeof wake === 'string' ? [wake] : wake
      const marks = wakeMarks(wakes)
      insertLine.run(log, seq, now, marks, body)
      if (once !== undefined) rememberSeen.run(once, now, log, seq)
      if (keep !== undefined && seq > keep) trimLog.run(log, seq - keep)
      if (marks !== null && !woken.has(`${log}${marks}`)) {
        woken.add(`${log}${marks}`)
        items.wake(log, wakes, now, take?.log === log ? take.index : undefined)
      }
      touched(log)
      return seq
    })
  }

  return {
    /** `token` names a taking. */
    apply(change: Change, now: number, token: () => string): CommitResult {
      const refused = refusal(change, now)
      if (refused) return refused
      for (const put of change.put ?? []) {
        records.put(put)
        items.setTerms(put.key, put.terms)
      }
      for (const { key } of change.drop ?? []) {
        items.setTerms(key, [])
        records.drop(key)
      }
      // Before what is appended: of a log that is let go of whole nothing is left to count on from.
      for (const { log, upTo, whole } of change.trim ?? []) {
        dropLines.run(log, whole === true ? upTo : Math.min(upTo, lastSeq(log) - 1))
        if (whole) items.forgetLog(log)
      }
      const seqs = appendAll(change.append ?? [], change.take, now)
      for (const { log, upTo, wake } of change.consume ?? []) {
        // Beyond the end of the log it would swallow lines that are still to come.
        items.consume(log, wake, Math.min(upTo, lastSeq(log)), now)
      }
      for (const { name, owner } of change.unique ?? []) {
        if (owner === null) free.run(name)
        else own.run(name, owner)
      }
      for (const { log, seq, body } of change.erase ?? []) eraseLine.run(body, log, seq)
      remember.run(change.id, now, JSON.stringify(seqs))
      const taken = change.take && items.takeLog(change.take, now, token)
      return { outcome: 'committed', seqs, ...(taken && { taken }) }
    },
  }
}
