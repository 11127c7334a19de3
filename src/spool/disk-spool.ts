import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { caseKeyFrom } from '../cases/case-key.ts'
import type { Ids } from '../clock.ts'
import { mask } from '../turn/masking.ts'
import { askerOf, type NewSpooledAsk, type Spool, type SpooledAsk, spooledShape } from '../turn/spool.ts'
import { isFull, openSpoolFile } from './spool-file.ts'

export interface DiskSpoolOptions {
  /** The processes of one machine may share it: each takes a file of its own. */
  folder: string
  /** For keys beyond those that were set aside. */
  ids: Ids
  limitBytes?: number
  /** Told of a file that could not be read, and of asks in it that could not. */
  onDamaged?: (what: string) => void
}

const FILE = /^spool-(\d+)\.db$/

interface Row {
  place: number
  case_key: string
  body: string
}

/** A spool on the local disk: SQLite, because it writes whole or not at all, also when the disk is full. */
export function openDiskSpool(options: DiskSpoolOptions): Spool {
  const { folder, onDamaged } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = openOwn(options)
  const { db } = own

  const insert = db.prepare(
    'INSERT INTO asks (conversation, message, case_key, body) VALUES (?, ?, ?, ?) RETURNING place',
  )
  const byMessage = db.prepare(
    'SELECT place, case_key, body FROM asks WHERE conversation = ? AND message = ?',
  )
  const everything = db.prepare('SELECT place, case_key, body FROM asks ORDER BY place')
  const inConversation = db.prepare('SELECT 1 FROM asks WHERE conversation = ? LIMIT 1')
  const remove = db.prepare('DELETE FROM asks WHERE place = ?')
  const count = db.prepare('SELECT count(*) AS n FROM asks')
  const countKeys = db.prepare('SELECT count(*) AS n FROM keys')
  const takeKey = db.prepare(
    'DELETE FROM keys WHERE case_key = (SELECT case_key FROM keys LIMIT 1) RETURNING case_key',
  )
  const addKey = db.prepare('INSERT OR IGNORE INTO keys (case_key) VALUES (?)')
  const numberOf = (row: unknown): number => (row as { n: number }).n

  function write(ask: NewSpooledAsk, caseKey: string): SpooledAsk {
    const body = JSON.stringify(ask)
    const row = insert.get(askerOf(ask.conversation), ask.inbound.messageId, caseKey, body) as {
      place: number
    }
    return { ...ask, caseKey, place: String(row.place) }
  }

  function inOneGo<T>(run: () => T): T {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = run()
      db.exec('COMMIT')
      return result
    } catch (thrown) {
      // A full disk may have undone it already.
      if (db.isTransaction) db.exec('ROLLBACK')
      throw thrown
    }
  }

  return {
    keep(given) {
      const ask = masked(given)
      const known = held(ask)
      if (known) return known
      try {
        return inOneGo(() => {
          const reserved = takeKey.get() as { case_key: string } | undefined
          return write(ask, reserved?.case_key ?? caseKeyFrom(options.ids.next()))
        })
      } catch (thrown) {
        if (isFull(thrown)) return 'full'
        throw thrown
      }
    },
    waiting: () => readAll(everything.all() as unknown as Row[], onDamaged),
    holds: (asker) => inConversation.get(asker) !== undefined,
    done: ({ place }) => void remove.run(Number(place)),
    get size() {
      return numberOf(count.get())
    },
    get keys() {
      return numberOf(countKeys.get())
    },
    addKeys: (keys) => inOneGo(() => keys.forEach((key) => void addKey.run(key))),
    adopt() {
      return orphans(folder, own.name).flatMap((file) => moveFrom(file))
    },
    close: () => db.close(),
  }

  function held({ conversation, inbound }: NewSpooledAsk): SpooledAsk | undefined {
    const row = byMessage.get(askerOf(conversation), inbound.messageId) as Row | undefined
    return row && readRow(row)
  }

  /**
   * Both processes have kept this message, and its customer holds two receipts. This one stays where it is until the
   * store has the other: only then does its key become another name of that one's case.
   */
  function hasOtherKey(ask: SpooledAsk): boolean {
    const before = held(ask)
    return before !== undefined && before.caseKey !== ask.caseKey
  }

  /** Each is in one of the two files at any moment, or in both: then it is found to be stored already. */
  function moveFrom(file: string): SpooledAsk[] {
    const other = openSpoolFile(file, { onDamaged: (aside) => onDamaged?.(aside) })
    if (other === 'in-use') return []
    try {
      const rows = other.prepare('SELECT place, case_key, body FROM asks ORDER BY place').all()
      const asks = readAll(rows as unknown as Row[], onDamaged).filter((ask) => !hasOtherKey(ask))
      if (asks.length === 0) return []
      const moved = inOneGo(() =>
        asks.map((ask) => {
          const { conversation, inbound, askedAt, caseKey } = ask
          return held(ask) ?? write({ conversation, inbound, askedAt }, caseKey)
        }),
      )
      const drop = other.prepare('DELETE FROM asks WHERE place = ?')
      for (const { place } of asks) drop.run(Number(place))
      return moved
    } finally {
      other.close()
    }
  }
}

/** The first file that no other process has. */
function openOwn({ folder, limitBytes, onDamaged }: DiskSpoolOptions): { db: DatabaseSync; name: string } {
  for (let n = 1; ; n += 1) {
    const name = `spool-${n}.db`
    const db = openSpoolFile(path.join(folder, name), {
      ...(limitBytes === undefined ? {} : { limitBytes }),
      onDamaged: (aside) => onDamaged?.(aside),
    })
    if (db !== 'in-use') return { db, name }
  }
}

function orphans(folder: string, own: string): string[] {
  return readdirSync(folder)
    .filter((name) => FILE.test(name) && name !== own)
    .map((name) => path.join(folder, name))
}

function readAll(rows: readonly Row[], onDamaged: DiskSpoolOptions['onDamaged']): SpooledAsk[] {
  return rows.flatMap((row) => {
    const ask = readRow(row)
    if (!ask) onDamaged?.(`the ask with the key ${row.case_key}`)
    return ask ? [ask] : []
  })
}

/** Undefined for what this version can't read: it stays where it is. */
function readRow({ place, case_key: caseKey, body }: Row): SpooledAsk | undefined {
  try {
    const ask = spooledShape.parse(JSON.parse(body)) as NewSpooledAsk
    return { ...ask, caseKey, place: String(place) }
  } catch {
    return undefined
  }
}

/** Card numbers and the like are not written to this disk either. */
function masked(ask: NewSpooledAsk): NewSpooledAsk {
  const { inbound } = ask
  const { actionValue } = inbound
  const value = actionValue === undefined ? {} : { actionValue: mask(actionValue) }
  return { ...ask, inbound: { ...inbound, ...value, text: mask(inbound.text) } }
}
