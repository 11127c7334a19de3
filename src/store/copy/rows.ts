import { createHash } from 'node:crypto'

/**
 * Everything that a store holds and must go on holding elsewhere, piece by piece and in no adapter's own form. Leases and
 * the memory of changes (15 minutes) stay behind: nobody is at work while a store is copied.
 */
export type Row =
  | { kind: 'record'; key: string; version: number; schema: number; body: string; terms: [string, number][] }
  | { kind: 'line'; log: string; seq: number; at: number; body: string }
  /** Lines of the log up to this one are done with for the index. */
  | { kind: 'consumed'; log: string; index: string; upTo: number }
  /** A line that waits in the index. */
  | { kind: 'waiting'; log: string; index: string; seq: number; at: number }
  | { kind: 'unique'; name: string; owner: string }
  /** An outside id that was seen, and the line that it came with. */
  | { kind: 'seen'; id: string; at: number; log: string; seq: number }

/** A store that is not open to anybody else, to be read as a whole or filled. */
export interface Depot {
  /** Lines of a log, and what waits of it, come in order. */
  rows(): AsyncIterable<Row>
  /** Writes into an empty store, in the order of `rows`. */
  write(rows: AsyncIterable<Row>): Promise<void>
  close(): Promise<void>
}

export interface Tally {
  counts: Record<Row['kind'], number>
  /** Over all rows, whatever order they came in. */
  hash: string
}

/** Counts and hashes rows. Two stores with one tally hold the same. */
export async function tally(rows: AsyncIterable<Row>): Promise<Tally> {
  const counts: Tally['counts'] = { record: 0, line: 0, consumed: 0, waiting: 0, unique: 0, seen: 0 }
  const sum = Buffer.alloc(32)
  for await (const row of rows) {
    counts[row.kind] += 1
    const digest = createHash('sha256').update(canonical(row)).digest()
    // Added up, so that the order counts for nothing and a row that is there twice does not cancel itself.
    let carry = 0
    for (let at = 0; at < sum.length; at += 1) {
      carry += (sum[at] ?? 0) + (digest[at] ?? 0)
      sum[at] = carry & 0xff
      carry >>= 8
    }
  }
  return { counts, hash: sum.toString('hex') }
}

function canonical(row: Row): string {
  const sorted =
    row.kind === 'record' ? { ...row, terms: row.terms.toSorted(([a], [b]) => (a < b ? -1 : 1)) } : row
  return JSON.stringify(Object.entries(sorted).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
