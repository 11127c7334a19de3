import { STAYS_MS } from '../cases/stays.ts'
import type { Clock } from '../clock.ts'
import { idOf, indexName, logName, recordKey } from '../store/keys.ts'
import type { Store, Taken } from '../store/store.ts'
import { type Loop, startLoop } from './loop.ts'
import {
  type Anchor,
  anchorCodec,
  CHAIN_START,
  dayOf,
  linkLine,
  linkSeal,
  NOTHING_SEALED,
  readLog,
  type SealLine,
  sealCodec,
  sealPut,
} from './seal.ts'

/** A line waits so long for company before it is sealed, so that a lively conversation isn't sealed line by line. */
const REST_MS = 60_000
const EVERY_MS = 30_000
const LEASE_MS = 60_000
const CONVERSATIONS_AT_ONCE = 20
/** Lines linked in one change. */
const SLICE = 500
const DAY_MS = 24 * 60 * 60 * 1_000

export interface SealerParts {
  store: Store
  clock: Clock
  /** Names this process in leases. */
  by: string
  /** Told each new anchor, to be kept where who can write to the store can't: the operator's log. */
  onAnchor: (anchor: Anchor) => void
  onError: (thrown: unknown) => void
}

/** Seals what was said, conversation by conversation, and anchors each day that is over. */
export function startSealer(parts: SealerParts): Loop {
  return startLoop({
    clock: parts.clock,
    everyMs: EVERY_MS,
    onError: parts.onError,
    async run() {
      await sealDue(parts)
      await anchorDay(parts)
    },
  })
}

/** Seals every conversation whose oldest unsealed line has rested, down to its last line. */
export async function sealDue({
  store,
  by,
  onError,
}: Omit<SealerParts, 'clock' | 'onAnchor'>): Promise<void> {
  for (;;) {
    const taken = await store.take([indexName.unsealed()], {
      by,
      upTo: store.now() - REST_MS,
      n: CONVERSATIONS_AT_ONCE,
      leaseMs: LEASE_MS,
    })
    if (taken.length === 0) return
    const sealings = await Promise.allSettled(taken.map((item) => sealConversation(store, item)))
    for (const sealing of sealings) if (sealing.status === 'rejected') onError(sealing.reason)
  }
}

async function sealConversation(store: Store, item: Taken): Promise<void> {
  const conversation = idOf(item.member)
  const key = recordKey.seal(conversation)
  const [stored] = await store.read([key])
  const seal = stored ? sealCodec.read(stored) : { key, version: 0, value: NOTHING_SEALED }
  const lines = await store.lines(item.member, seal.value.upTo, SLICE)
  const last = lines.at(-1)
  const upTo = last?.seq ?? seal.value.upTo
  const chain = lines.reduce(linkLine, seal.value.chain)
  const line: SealLine = { conversation, after: seal.value.upTo, upTo, chain }
  // Stale: another process has sealed it meanwhile, and consumed what it sealed.
  await store.commit({
    id: `seal/${item.token}`,
    ...(last && {
      put: [sealPut({ ...seal, value: { ...seal.value, upTo, chain, archiveAt: last.at + STAYS_MS } })],
      append: [{ log: logName.seals(), body: JSON.stringify(line) }],
    }),
    consume: [{ log: item.member, upTo, wake: item.index }],
  })
}

/** Once a day: links all seals of the days that are over into one anchor. Without new seals there is none. */
export async function anchorDay({ store, onAnchor }: Pick<SealerParts, 'store' | 'onAnchor'>): Promise<void> {
  const now = store.now()
  const day = dayOf(now - DAY_MS)
  const key = recordKey.anchor('latest')
  const [stored] = await store.read([key])
  const latest = stored && anchorCodec.read(stored)
  if (latest && latest.value.day >= day) return
  const before = latest?.value ?? { upTo: 0, chain: CHAIN_START }
  let { upTo, chain } = before
  for await (const seal of readLog(store, logName.seals(), before.upTo)) {
    if (dayOf(seal.at) > day) break
    chain = linkSeal(chain, seal)
    upTo = seal.seq
  }
  if (upTo === before.upTo) return
  const anchor: Anchor = { day, upTo, chain, ...(latest && { previous: latest.value.day }) }
  const result = await store.commit({
    id: `anchor/${day}`,
    put: [
      anchorCodec.put({ key, version: latest?.version ?? 0, value: anchor }),
      anchorCodec.put({ key: recordKey.anchor(day), version: 0, value: anchor }),
    ],
  })
  if (result.outcome === 'committed') onAnchor(anchor)
}
