import { logName, recordKey } from '../store/keys.ts'
import type { Store, StoredLine } from '../store/store.ts'
import {
  type Anchor,
  anchorCodec,
  CHAIN_START,
  linkLine,
  linkSeal,
  NOTHING_SEALED,
  readLog,
  type Seal,
  sealCodec,
  sealLineShape,
} from './seal.ts'
import { readDigest } from './transcript.ts'

/** Whether what was said is what is stored. `seq`: the first line that tells otherwise. */
export type Verdict =
  | { holds: true; sealed: number; unsealed: number; erased: number }
  | {
      holds: false
      seq: number
      /**
       * `altered`: its content is not what its digest says. `missing`: its place is empty. `relinked`: digests,
       * times or order up to here are not what was sealed.
       */
      why: 'altered' | 'missing' | 'relinked'
    }

/**
 * Holds a conversation's lines against its seal. Erased lines (content and salt gone) leave the chain whole and are
 * counted. Lines after the seal are only held against their own digests.
 */
export async function verifyConversation(store: Store, conversation: string): Promise<Verdict> {
  const [stored] = await store.read([recordKey.seal(conversation)])
  return await holdAgainst(store, conversation, stored ? sealCodec.read(stored).value : NOTHING_SEALED)
}

async function holdAgainst(store: Store, conversation: string, seal: Seal): Promise<Verdict> {
  // What is in the archive's files is held against its own seals there.
  const [stored] = await store.read([recordKey.seal(conversation)])
  const { archived } = stored ? sealCodec.read(stored).value : NOTHING_SEALED
  let chain = archived?.chain ?? CHAIN_START
  let last = archived?.upTo ?? 0
  let erased = 0
  for await (const line of readLog(store, logName.conversation(conversation), last)) {
    if (line.seq !== last + 1) return { holds: false, seq: last + 1, why: 'missing' }
    last = line.seq
    const content = readDigest(line)?.content ?? 'altered'
    if (content === 'altered') return { holds: false, seq: line.seq, why: 'altered' }
    if (content === 'erased') erased += 1
    if (line.seq <= seal.upTo) chain = linkLine(chain, line)
  }
  if (last < seal.upTo) return { holds: false, seq: last + 1, why: 'missing' }
  if (chain !== seal.chain) return { holds: false, seq: seal.upTo, why: 'relinked' }
  return { holds: true, sealed: seal.upTo, unsealed: last - seal.upTo, erased }
}

/** What a whole audit found. */
export interface Audit {
  conversations: number
  /** Conversations whose lines don't hold against the newest of their seals in the log of seals. */
  broken: { conversation: string; verdict: Verdict & { holds: false } }[]
  /** Days whose anchor is not what the log of seals makes of it, or is missing. */
  brokenAnchors: string[]
  anchors: Anchor[]
}

/**
 * Holds everything against everything: each anchor against the log of seals, and each conversation against the log's
 * newest seal of it. Compare `anchors` with the ones in the operator's own log to be sure of the anchors themselves.
 */
export async function audit(store: Store): Promise<Audit> {
  const { anchors, missing } = await readAnchors(store)
  const seals = new Map<string, Seal>()
  const [first] = await store.lines(logName.seals(), 0, 1)
  const days = new AnchorCheck(anchors, first?.seq ?? 1)
  for await (const line of readLog(store, logName.seals(), 0)) {
    days.pass(line)
    const { conversation, upTo, chain } = sealLineShape.parse(JSON.parse(line.body))
    seals.set(conversation, { upTo, chain })
  }
  const broken: Audit['broken'] = []
  for (const [conversation, seal] of seals) {
    const verdict = await holdAgainst(store, conversation, seal)
    if (!verdict.holds) broken.push({ conversation, verdict })
  }
  return {
    conversations: seals.size,
    broken,
    brokenAnchors: [...new Set([...missing, ...days.end()])].sort(),
    anchors,
  }
}

/** Goes along the log of seals and holds each day against its anchor, so that a broken day accuses no other. */
class AnchorCheck {
  readonly #ahead: Anchor[]
  readonly #broken: string[] = []
  #chain: string
  #last: number

  /** `first`: the first seal that is still here. What is in the archive's files ends before an anchor, which is believed. */
  constructor(anchors: readonly Anchor[], first: number) {
    const base = first === 1 ? undefined : anchors.find(({ upTo }) => upTo >= first)
    this.#last = base?.upTo ?? 0
    this.#chain = base?.chain ?? CHAIN_START
    this.#ahead = anchors.filter(({ upTo }) => upTo > this.#last)
  }

  pass(seal: StoredLine): void {
    if (seal.seq <= this.#last) return
    while (this.#ahead[0] && seal.seq > this.#ahead[0].upTo) this.#close(this.#ahead[0])
    this.#chain = linkSeal(this.#chain, seal)
    this.#last = seal.seq
    if (seal.seq === this.#ahead[0]?.upTo) this.#close(this.#ahead[0])
  }

  /** The days found broken. */
  end(): string[] {
    while (this.#ahead[0]) this.#close(this.#ahead[0])
    return this.#broken
  }

  /** A seal left out, changed or moved gives another chain; one left out at the end of a day, another last one. */
  #close(anchor: Anchor): void {
    if (this.#last !== anchor.upTo || this.#chain !== anchor.chain) this.#broken.push(anchor.day)
    this.#last = anchor.upTo
    this.#chain = anchor.chain
    this.#ahead.shift()
  }
}

/** The anchors from the first on, followed back from the latest. */
async function readAnchors(store: Store): Promise<{ anchors: Anchor[]; missing: string[] }> {
  const anchors: Anchor[] = []
  const missing: string[] = []
  let day: string | undefined = 'latest'
  while (day !== undefined) {
    const [stored] = await store.read([recordKey.anchor(day)])
    const anchor: Anchor | undefined = stored && anchorCodec.read(stored).value
    if (anchor && day !== 'latest') anchors.unshift(anchor)
    if (!anchor && day !== 'latest') missing.push(day)
    day = day === 'latest' ? anchor?.day : anchor?.previous
  }
  return { anchors, missing }
}
