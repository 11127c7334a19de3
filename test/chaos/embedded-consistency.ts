import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Each finds rows that may not be; see src/store/embedded/schema.ts for what the tables mean. */
const RULES: readonly { what: string; rows: string }[] = [
  {
    what: 'an index has a record that is not there',
    rows: 'SELECT member, idx FROM items WHERE is_log = 0 AND member NOT IN (SELECT key FROM records)',
  },
  {
    what: 'a name belongs to a record that is not there',
    rows: 'SELECT name, owner FROM uniques WHERE owner NOT IN (SELECT key FROM records)',
  },
  {
    what: 'a log has a gap',
    rows: 'SELECT log FROM lines GROUP BY log HAVING count(*) <> max(seq) - min(seq) + 1',
  },
  {
    what: 'a log waits in an index, and none of its lines does',
    rows: `SELECT member, idx FROM items WHERE is_log = 1 AND state < 2 AND NOT EXISTS (
      SELECT 1 FROM lines WHERE log = member AND seq > upto AND instr(wakes, char(1) || json_quote(idx) || char(2)))`,
  },
  {
    what: 'a line waits in an index, and its log does not',
    rows: `SELECT log, seq FROM lines,
      json_each('[' || replace(replace(replace(wakes, char(2) || char(1), ','), char(1), ''), char(2), '') || ']')
      WHERE wakes IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM items WHERE member = log AND idx = value AND (upto >= seq OR state < 2))`,
  },
  {
    what: 'an outside id is known for a line that is not there',
    rows: 'SELECT id FROM seen WHERE NOT EXISTS (SELECT 1 FROM lines WHERE lines.log = seen.log AND lines.seq = seen.seq)',
  },
]

/** What disagrees inside the embedded store, which nobody else has open. */
export function embeddedFaults(folder: string): string[] {
  const db = new DatabaseSync(join(folder, 'escotilla.db'), { readOnly: true })
  try {
    const [file] = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
    const faults = file?.integrity_check === 'ok' ? [] : [`SQLite: ${file?.integrity_check}`]
    for (const { what, rows } of RULES) {
      for (const row of db.prepare(rows).all()) faults.push(`${what}: ${Object.values(row).join(', ')}`)
    }
    return faults
  } finally {
    db.close()
  }
}
