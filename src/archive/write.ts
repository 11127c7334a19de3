import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Ids } from '../clock.ts'
import { EscotillaError } from '../errors.ts'
import { logName, recordKey } from '../store/keys.ts'
import type { CommitResult, Store, StoredLine } from '../store/store.ts'
import { type ArchiveEntry, cursorCodec, readEntry } from './entry.ts'
import { Files } from './files.ts'
import { gather, type Row } from './gather.ts'
import { ArchiveLock } from './lock.ts'
import { letGoOfSeals } from './old-seals.ts'

export interface ArchiveParts {
  store: Store
  ids: Ids
  /** Names this process. */
  by: string
  /** Where the files are; made when it is missing. */
  folder: string
  /** Where customers' files are: they go with the lines that name them. */
  uploads: string
  /** Counts, and writes nothing anywhere. */
  dryRun: boolean
}

/** What was written. `busy`: another process is at it. */
export interface Archived {
  outcome: 'done' | 'busy'
  cases: number
  conversations: number
  /** Rows of each kind, also those that belong to cases and conversations. */
  rows: Record<string, number>
  /** Entries that were left out: what they name is gone, or is needed again. */
  passed: number
  files: string[]
}

/** Entries read at once. */
const SLICE = 50
/** How often an entry is written again because something of it changed meanwhile. */
const TRIES = 5

/**
 * Writes what stands on the archive's stream to files, and lets go of it. Each entry is flushed to disk before the change
 * that lets go of it, and that change also moves the cursor: killed in between, the entry is written again by the next
 * run, and its rows are known by their keys.
 *
 * @throws EscotillaError `archive-full` or `archive-unwritable`: what was not written is still in the store.
 */
export async function writeArchive(parts: ArchiveParts): Promise<Archived> {
  const { store, ids, by } = parts
  const done: Archived = { outcome: 'done', cases: 0, conversations: 0, rows: {}, passed: 0, files: [] }
  const lock = new ArchiveLock(store, ids, by)
  const files = new Files(parts)
  const isOurs = () => parts.dryRun || lock.holds()
  try {
    const cursor = await readCursor(store)
    let { upTo } = cursor.value
    const left = parts.dryRun ? [] : (cursor.value.files ?? [])
    if (left.length > 0 && (await isOurs())) await removeFiles(parts, left)
    for (;;) {
      const lines = await store.lines(logName.archive(), upTo, SLICE)
      for (const line of lines) {
        if (!(await isOurs())) return { ...done, outcome: 'busy' }
        await writeEntry(parts, line, files, done)
        upTo = line.seq
      }
      if (lines.length < SLICE) break
    }
    if (!parts.dryRun && (await isOurs())) await letGoOfSeals(store, ids, files, rowsInto(done))
    return { ...done, files: files.paths }
  } finally {
    await files.close()
    if (!parts.dryRun) await lock.release()
  }
}

/** Entries up to this one are in files. */
export async function writtenTo(store: Store): Promise<number> {
  return (await readCursor(store)).value.upTo
}

/** How many entries wait on the stream. */
export async function waitingFor(store: Store): Promise<number> {
  const [last] = await store.linesBefore(logName.archive(), undefined, 1)
  return (last?.seq ?? 0) - (await writtenTo(store))
}

async function readCursor(store: Store) {
  const key = recordKey.archive()
  const [stored] = await store.read([key])
  return stored ? cursorCodec.read(stored) : { key, version: 0, value: { upTo: 0 } }
}

async function writeEntry(
  parts: ArchiveParts,
  line: StoredLine,
  files: Files,
  done: Archived,
): Promise<void> {
  const { store, ids, dryRun } = parts
  const entry = readEntry(line.body)
  if (!entry)
    throw new EscotillaError('archive-newer', 'a newer version put something on the stream: use that one')
  for (let tries = 0; tries < TRIES; tries += 1) {
    const cursor = await readCursor(store)
    if (cursor.value.upTo >= line.seq) return
    const rows: Record<string, number> = {}
    const write: Row = async (row) => {
      rows[row.kind] = (rows[row.kind] ?? 0) + 1
      if (!dryRun) await files.append({ of: nameOf(entry), ...row })
    }
    const letsGo = await gather(store, entry, write)
    if (!dryRun) {
      await files.flush()
      const uploads = letsGo?.files ?? []
      const next = { upTo: line.seq, ...(uploads.length > 0 ? { files: uploads } : {}) }
      const result = await store.commit({
        id: ids.next(),
        put: [cursorCodec.put({ ...cursor, value: next }), ...(letsGo?.put ?? [])],
        drop: letsGo?.drop ?? [],
        trim: [{ log: logName.archive(), upTo: line.seq }, ...(letsGo?.trim ?? [])],
        unique: letsGo?.unique ?? [],
      })
      if (isRefused(result)) continue
      await removeFiles(parts, uploads)
    }
    count(done, entry, rows, letsGo !== undefined)
    return
  }
  throw new EscotillaError(
    'archive-busy',
    `${nameOf(entry)} kept changing while it was written: run it again`,
  )
}

/** What a customer sent goes once its record has: the cursor names it until the next entry, so a crash leaves nothing. */
async function removeFiles({ uploads }: ArchiveParts, ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(path.join(uploads, path.basename(id)), { force: true })
}

function isRefused({ outcome }: CommitResult): boolean {
  if (outcome === 'full') throw new EscotillaError('store-full', 'the store is full and takes no change')
  return outcome === 'stale'
}

function count(done: Archived, entry: ArchiveEntry, rows: Record<string, number>, isWritten: boolean): void {
  for (const [kind, n] of Object.entries(rows)) done.rows[kind] = (done.rows[kind] ?? 0) + n
  if (!isWritten) done.passed += 1
  else if (entry.kind === 'case') done.cases += 1
  else if (entry.kind === 'conversation') done.conversations += 1
}

function rowsInto(done: Archived): (kind: string) => void {
  return (kind) => {
    done.rows[kind] = (done.rows[kind] ?? 0) + 1
  }
}

function nameOf(entry: ArchiveEntry): string {
  return entry.kind === 'conversation'
    ? `conversation/${entry.id}`
    : entry.kind === 'case'
      ? recordKey.case(entry.key)
      : entry.key
}
