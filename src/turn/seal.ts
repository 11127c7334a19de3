import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { codec, type Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { LogName, Put, Store, StoredLine } from '../store/store.ts'
import { readDigest } from './transcript.ts'

/**
 * Seals make a transcript's past provable. Each line's digest is linked, in order, to all before it; the end of that
 * chain is kept in `seal/<conversation>` and appended to the log of seals, and once a day the log of seals is linked
 * into an anchor, which is also told to the operator's own log: somebody who can write to the store still can't
 * change yesterday without contradicting it.
 */

const PAGE = 500

/** What a chain begins with. */
export const CHAIN_START = ''

export const sealShape = z.object({
  /** Lines up to and including this one are sealed. */
  upTo: z.number(),
  chain: z.string(),
  /** Lines up to this one are in the archive's files and no longer here, and what the chain was there. */
  archived: z.object({ upTo: z.number(), chain: z.string() }).optional(),
  /** When to look whether the conversation is over; 0: it is, and goes to the archive's files. */
  archiveAt: z.number().optional(),
})
export type Seal = z.infer<typeof sealShape>
export const sealCodec = codec<Seal>({ kind: 'seal', schema: 1, shape: sealShape })

/** A seal with where it stands: every conversation in which something was said has one. */
export function sealPut(seal: Versioned<Seal>): Put {
  return sealCodec.put(seal, sealTerms(seal.value))
}

export function sealTerms({ archiveAt = 0 }: Seal): [string, number][] {
  return archiveAt === 0 ? [] : [[indexName.due('archive'), archiveAt]]
}

export const NOTHING_SEALED: Seal = { upTo: 0, chain: CHAIN_START }

/** A line of the log of seals: the lines behind `after`, up to and including `upTo`, were linked. */
export const sealLineShape = z.object({
  conversation: z.string(),
  after: z.number(),
  upTo: z.number(),
  chain: z.string(),
})
export type SealLine = z.infer<typeof sealLineShape>

export const anchorShape = z.object({
  /** The day that was over, in UTC, such as `2026-11-23`. */
  day: z.string(),
  /** Seals up to and including this one of the log of seals are anchored. */
  upTo: z.number(),
  chain: z.string(),
  /** The day of the anchor before this one. */
  previous: z.string().optional(),
})
export type Anchor = z.infer<typeof anchorShape>
export const anchorCodec = codec<Anchor>({ kind: 'anchor', schema: 1, shape: anchorShape })

/** The chain after one more line: its place, its time and its digest, and everything before it. */
export function linkLine(chain: string, line: StoredLine): string {
  return link(chain, line.seq, line.at, readDigest(line)?.digest ?? `unreadable ${hash(line.body)}`)
}

/** The chain after one more seal. */
export function linkSeal(chain: string, seal: StoredLine): string {
  return link(chain, seal.seq, seal.at, seal.body)
}

/** All lines of a log after a place, however many. Between two pages whoever else has something to do goes first. */
export async function* readLog(store: Store, log: LogName, after: number): AsyncGenerator<StoredLine> {
  let page: StoredLine[]
  let last = after
  do {
    page = await store.lines(log, last, PAGE)
    yield* page
    last = page.at(-1)?.seq ?? last
    if (page.length === PAGE) await setImmediate()
  } while (page.length === PAGE)
}

/** The day of an instant, in UTC: anchors are the same for every reader, wherever the desk is. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function link(...parts: (string | number)[]): string {
  return hash(parts.join('\n'))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
