import type { DatabaseSync } from 'node:sqlite'
import type { IndexName } from '../store.ts'

/** A segment holds about so many members: what a rank has to count, besides adding up the segments before. */
const SEGMENT = 256

export interface Place {
  score: number
  member: string
}

/** Neighbours in an index: everybody from `from` (included) to the next segment's `from`. */
interface Segment {
  from: Place
  count: number
}

/**
 * How many stand before a member, without counting them all: with ten thousand in line, everybody's place is asked
 * for whenever somebody is claimed. Keeps, in memory, how many members each stretch of an index has, from the first
 * question on; the store is this process's alone, so its own writes are all there are.
 */
export class Ranks {
  readonly #segments = new Map<IndexName, Segment[]>()
  readonly #first
  readonly #rest
  readonly #size
  readonly #within
  readonly #after

  constructor(db: DatabaseSync) {
    this.#first = db.prepare(
      'SELECT score, member FROM items WHERE idx = ? AND state < 2 ORDER BY score, member LIMIT 1',
    )
    this.#rest = db.prepare(
      'SELECT count(*) AS n FROM items WHERE idx = ? AND state < 2 AND (score, member) >= (?, ?)',
    )
    this.#size = db.prepare('SELECT count(*) AS n FROM items WHERE idx = ? AND state < 2')
    this.#within = db.prepare(`
      SELECT count(*) AS n FROM items WHERE idx = ? AND state < 2 AND (score, member) >= (?, ?) AND (score, member) < (?, ?)`)
    this.#after = db.prepare(`
      SELECT score, member FROM items WHERE idx = ? AND state < 2 AND (score, member) >= (?, ?)
      ORDER BY score, member LIMIT 1 OFFSET ${SEGMENT}`)
  }

  /** Said after the write, like `removed`: a stretch that has grown too long is cut where the members now are. */
  added(index: IndexName, place: Place): void {
    this.#count(index, place, 1)
  }

  removed(index: IndexName, place: Place): void {
    this.#count(index, place, -1)
  }

  /** What has changed in this index is not known in detail. */
  forget(index: IndexName): void {
    this.#segments.delete(index)
  }

  /** After a rollback what was counted is not what is stored. */
  forgetAll(): void {
    this.#segments.clear()
  }

  size(index: IndexName): number {
    const known = this.#segments.get(index)
    if (known) return known.reduce((sum, { count }) => sum + count, 0)
    return (this.#size.get(index) as { n: number }).n
  }

  /** How many stand before a member of the index, by its place. */
  before(index: IndexName, place: Place): number {
    const segments = this.#of(index)
    const at = segmentOf(segments, place)
    const from = segments[at]?.from
    if (!from) return 0
    let before = 0
    for (let n = 0; n < at; n += 1) before += segments[n]?.count ?? 0
    const { n } = this.#within.get(index, from.score, from.member, place.score, place.member) as { n: number }
    return before + n
  }

  #of(index: IndexName): Segment[] {
    const known = this.#segments.get(index)
    if (known) return known
    const segments: Segment[] = []
    let from = this.#first.get(index) as Place | undefined
    while (from) {
      const next = this.#after.get(index, from.score, from.member) as Place | undefined
      const count = next ? SEGMENT : (this.#rest.get(index, from.score, from.member) as { n: number }).n
      segments.push({ from, count })
      from = next
    }
    this.#segments.set(index, segments)
    return segments
  }

  #count(index: IndexName, place: Place, by: 1 | -1): void {
    const segments = this.#segments.get(index)
    if (!segments) return
    if (segments.length === 0) segments.push({ from: place, count: 0 })
    const at = segmentOf(segments, place)
    const segment = segments[at] as Segment
    // Before the first of all: the first stretch begins earlier now.
    if (by === 1 && compare(place, segment.from) < 0) segment.from = place
    segment.count += by
    if (segment.count === 0) segments.splice(at, 1)
    else if (segment.count > 2 * SEGMENT) this.#split(index, segments, at)
  }

  #split(index: IndexName, segments: Segment[], at: number): void {
    const segment = segments[at] as Segment
    const middle = this.#after.get(index, segment.from.score, segment.from.member) as Place | undefined
    if (!middle) return
    segments.splice(at + 1, 0, { from: middle, count: segment.count - SEGMENT })
    segment.count = SEGMENT
  }
}

/** The last segment that begins at or before this place; the first for a place before all. */
function segmentOf(segments: readonly Segment[], place: Place): number {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (compare((segments[middle] as Segment).from, place) <= 0) low = middle
    else high = middle - 1
  }
  return low
}

/** The order of an index. SQLite's order of text is that of its UTF-8 bytes. */
export function compare(a: Place, b: Place): number {
  if (a.score !== b.score) return a.score - b.score
  if (a.member === b.member) return 0
  return Buffer.compare(Buffer.from(a.member), Buffer.from(b.member))
}
