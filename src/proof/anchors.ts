import { recordKey } from '../store/keys.ts'
import type { Store, StoredLine } from '../store/store.ts'
import { type Anchor, anchorCodec, CHAIN_START, dayOf, linkSeal } from '../turn/seal.ts'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const DAYS_AT_ONCE = 100

/** Goes along the log of seals and holds each day against its anchor, so that a broken day accuses no other. */
export class AnchorCheck {
  readonly #ahead: Anchor[]
  readonly #broken: string[] = []
  #chain: string
  #last: number
  /** The first seal that no anchor has, and the first one of a later day. */
  #loose: StoredLine | undefined
  #later: StoredLine | undefined
  #newest: StoredLine | undefined

  /** `first`: the first seal that is to be seen. What was before it ends before an anchor, which is believed. */
  constructor(anchors: readonly Anchor[], first: number) {
    const base = first === 1 ? undefined : anchors.find(({ upTo }) => upTo >= first)
    this.#last = base?.upTo ?? 0
    this.#chain = base?.chain ?? CHAIN_START
    this.#ahead = anchors.filter(({ upTo }) => upTo > this.#last)
  }

  /** The next seal. One that was seen before is passed over. */
  pass(seal: StoredLine): void {
    if (seal.seq <= this.#last) return
    while (this.#ahead[0] && seal.seq > this.#ahead[0].upTo) this.#close(this.#ahead[0])
    if (this.#ahead.length === 0) this.#passLoose(seal)
    this.#chain = linkSeal(this.#chain, seal)
    this.#last = seal.seq
    if (seal.seq === this.#ahead[0]?.upTo) this.#close(this.#ahead[0])
  }

  /** The days found broken. */
  end(): string[] {
    while (this.#ahead[0]) this.#close(this.#ahead[0])
    // Whoever seals anchors the days before at once: an hour of seals later, the anchor was there.
    if (this.#loose && this.#later && this.#newest && this.#newest.at - this.#later.at > HOUR_MS)
      this.#broken.push(dayOf(this.#loose.at))
    return this.#broken
  }

  #passLoose(seal: StoredLine): void {
    this.#loose ??= seal
    if (dayOf(seal.at) > dayOf(this.#loose.at)) this.#later ??= seal
    this.#newest = seal
  }

  /** A seal left out, changed or moved gives another chain; one left out at the end of a day, another last one. */
  #close(anchor: Anchor): void {
    if (this.#last !== anchor.upTo || this.#chain !== anchor.chain) this.#broken.push(anchor.day)
    this.#last = anchor.upTo
    this.#chain = anchor.chain
    this.#ahead.shift()
  }
}

/**
 * The anchors from the first on, followed back from the latest. `missing`: days that another anchor names and that have
 * none, and days whose anchor no other leads to, because the latest was taken away or put back.
 */
export async function readAnchors(store: Store): Promise<{ anchors: Anchor[]; missing: string[] }> {
  const anchors: Anchor[] = []
  const missing: string[] = []
  const [latest] = await store.read([recordKey.anchor('latest')])
  const [newest] = anchorCodec.readable([latest])
  let day = newest?.value.day
  while (day !== undefined) {
    const [anchor] = anchorCodec.readable(await store.read([recordKey.anchor(day)]))
    if (anchor) anchors.push(anchor.value)
    else missing.push(day)
    day = anchor?.value.previous
  }
  return { anchors: anchors.reverse(), missing: [...missing, ...(newest ? [] : latest ? ['latest'] : [])] }
}

/** Days between two instants that have an anchor which isn't among these. */
export async function strayAnchors(
  store: Store,
  known: readonly Anchor[],
  from: number,
  to: number,
): Promise<string[]> {
  const led = new Set(known.map(({ day }) => day))
  const stray: string[] = []
  for (let at = from; at <= to; at += DAYS_AT_ONCE * DAY_MS) {
    const days = Array.from({ length: DAYS_AT_ONCE }, (_, n) => dayOf(at + n * DAY_MS)).filter(
      (day) => !led.has(day) && day <= dayOf(to),
    )
    const found = await store.read(days.map(recordKey.anchor))
    stray.push(...days.filter((_, n) => found[n] !== undefined))
  }
  return stray
}
