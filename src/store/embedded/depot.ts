import type { DatabaseSync } from 'node:sqlite'
import { systemClock } from '../../system.ts'
import type { Depot, Row } from '../copy/rows.ts'
import { openDatabase } from './database.ts'
import { wakeMarks } from './items.ts'
import { openEmbedded } from './open.ts'

/** The embedded store of a folder, to be copied from or to. Throws `store-in-use` while a server has it. */
export async function openEmbeddedDepot(folder: string): Promise<Depot> {
  // Opening takes the journal over, and closing leaves all of it in the database.
  await openEmbedded({ folder, clock: systemClock }).close()
  const db = openDatabase(folder, { waitMs: 3_000 })
  return {
    rows: () => readRows(db),
    write: (rows) => writeRows(db, rows),
    close: () => Promise.resolve(db.close()),
  }
}

async function* readRows(db: DatabaseSync): AsyncGenerator<Row> {
  const terms = db.prepare('SELECT idx, score FROM items WHERE member = ? AND is_log = 0')
  for (const one of db.prepare('SELECT key, version, schema, body FROM records').iterate()) {
    const record = one as { key: string; version: number; schema: number; body: string }
    const own = terms.all(record.key) as { idx: string; score: number }[]
    yield { kind: 'record', ...record, terms: own.map(({ idx, score }) => [idx, score]) }
  }
  for (const line of db.prepare('SELECT log, seq, at, body FROM lines ORDER BY log, seq').iterate()) {
    yield { kind: 'line', ...(line as { log: string; seq: number; at: number; body: string }) }
  }
  const waiting = db.prepare(
    'SELECT seq, at FROM lines WHERE log = ? AND seq > ? AND instr(wakes, ?) ORDER BY seq',
  )
  const logs = db.prepare('SELECT member, idx, upto FROM items WHERE is_log = 1').all() as {
    member: string
    idx: string
    upto: number
  }[]
  for (const { member: log, idx: index, upto: upTo } of logs) {
    if (upTo > 0) yield { kind: 'consumed', log, index, upTo }
    for (const line of waiting.iterate(log, upTo, wakeMarks([index]) ?? '')) {
      yield { kind: 'waiting', log, index, ...(line as { seq: number; at: number }) }
    }
  }
  for (const unique of db.prepare('SELECT name, owner FROM uniques').iterate()) {
    yield { kind: 'unique', ...(unique as { name: string; owner: string }) }
  }
  for (const seen of db.prepare('SELECT id, at, log, seq FROM seen ORDER BY n').iterate()) {
    yield { kind: 'seen', ...(seen as { id: string; at: number; log: string; seq: number }) }
  }
}

async function writeRows(db: DatabaseSync, rows: AsyncIterable<Row>): Promise<void> {
  const record = db.prepare('INSERT INTO records (key, version, schema, body) VALUES (?, ?, ?, ?)')
  const term = db.prepare('INSERT INTO items (member, idx, score, is_log) VALUES (?, ?, ?, 0)')
  const line = db.prepare('INSERT INTO lines (log, seq, at, body) VALUES (?, ?, ?, ?)')
  // 2: nothing of the log waits there, as far as is known yet.
  const consumed = db.prepare(
    'INSERT INTO items (member, idx, score, is_log, state, upto) VALUES (?, ?, 0, 1, 2, ?)',
  )
  const waits = db.prepare(`
    INSERT INTO items (member, idx, score, is_log) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE
    SET score = iif(state = 2, excluded.score, score), state = 0`)
  const marks = db.prepare("UPDATE lines SET wakes = ifnull(wakes, '') || ? WHERE log = ? AND seq = ?")
  const unique = db.prepare('INSERT INTO uniques (name, owner) VALUES (?, ?)')
  const seen = db.prepare('INSERT INTO seen (id, at, log, seq) VALUES (?, ?, ?, ?)')
  db.exec('BEGIN IMMEDIATE')
  try {
    for await (const row of rows) {
      switch (row.kind) {
        case 'record':
          record.run(row.key, row.version, row.schema, row.body)
          for (const [index, score] of row.terms) term.run(row.key, index, score)
          break
        case 'line':
          line.run(row.log, row.seq, row.at, row.body)
          break
        case 'consumed':
          consumed.run(row.log, row.index, row.upTo)
          break
        case 'waiting':
          waits.run(row.log, row.index, row.at)
          marks.run(wakeMarks([row.index]), row.log, row.seq)
          break
        case 'unique':
          unique.run(row.name, row.owner)
          break
        case 'seen':
          seen.run(row.id, row.at, row.log, row.seq)
      }
    }
    db.exec('COMMIT')
  } catch (thrown) {
    db.exec('ROLLBACK')
    throw thrown
  }
}
