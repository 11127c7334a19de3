import { caseCodec, isOpen } from '../cases/case.ts'
import { caseChange } from '../cases/case-change.ts'
import type { Desk } from '../cases/desk-file.ts'
import { askedBy } from '../cases/opening.ts'
import { aliasPut, type ReservedKey, readKeyHolder } from '../cases/reserved-key.ts'
import type { KeptAsk } from '../channels/channel.ts'
import type { Ids } from '../clock.ts'
import { StoreAway } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { recordKey } from '../store/keys.ts'
import type { Put, Store } from '../store/store.ts'
import { commitFirmly } from './commit.ts'
import { loadHead } from './load.ts'

/** What an ask that was kept outside the store brings to the case that it opens or joins. */
export interface KeptCase {
  askedAt: number
  /** The customer's key, for a case that opens. Absent: another customer's case has it by now. */
  fresh?: { key: string; version: number }
  /** Makes the customer's key another name of the case that they got. */
  alias(this: void, caseKey: string): Put[]
}

/** Reads what stands under the key that the customer was given. */
export async function keptCase(store: Store, { caseKey, askedAt }: KeptAsk): Promise<KeptCase> {
  const free = await freeKey(store, caseKey)
  if (!free) return { askedAt, alias: () => [] }
  return {
    askedAt,
    fresh: { key: caseKey, version: free.version },
    alias: (own) => (own === caseKey ? [] : [aliasPut(free, own)]),
  }
}

const TRIES = 8

/**
 * The same ask had reached the store before, so its case has another key and perhaps a later time: the customer's key
 * becomes another name of it, and its clock starts when they first asked.
 */
export async function settleKept(
  parts: { store: Store; ids: Ids; desk: Desk },
  conversationId: string,
  kept: KeptAsk,
): Promise<void> {
  const { store, ids, desk } = parts
  for (let tries = 0; tries < TRIES; tries += 1) {
    const own = (await loadHead(store, conversationId))?.value.caseKey
    if (own === undefined || own === kept.caseKey) return
    const [record] = caseCodec.readable(await store.read([recordKey.case(own)]))
    const after = record && isOpen(record.value) ? askedBy(record.value, kept.askedAt, desk) : record?.value
    const moved =
      record && after && after !== record.value
        ? caseChange({ version: record.version, before: record.value, after, lines: [], ids })
        : undefined
    const free = await freeKey(store, kept.caseKey)
    const put = [...(moved?.put ?? []), ...(free ? [aliasPut(free, own)] : [])]
    if (put.length === 0) return
    const result = await commitFirmly(store, { id: ids.next(), put, append: moved?.append ?? [] })
    if (result.outcome === 'committed' || result.outcome === 'already') return
  }
  throw new StoreAway('the key that a customer was given is not yet another name of their case')
}

/** The key's record, to be written by whoever uses the key; undefined when it has been used. */
async function freeKey(store: Store, caseKey: string): Promise<Versioned<ReservedKey> | undefined> {
  const holder = await readKeyHolder(store, caseKey)
  if (holder.kind === 'free') return { key: recordKey.case(caseKey), version: 0, value: { reserved: true } }
  return holder.kind === 'reserved' && holder.record.value.aliasOf === undefined ? holder.record : undefined
}
