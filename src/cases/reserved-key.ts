import { z } from 'zod'
import { codec, type Versioned } from '../store/codec.ts'
import { indexName, recordKey } from '../store/keys.ts'
import type { Put, RecordKey, Store, Stored } from '../store/store.ts'
import { type Case, caseCodec } from './case.ts'

/**
 * A case's key that was set aside before anybody needed it, so that a process can give it to a customer while the
 * store is away. It stands where the case would, so no other case can take the key; a case that opens with it takes its
 * place. When the customer had a case by then, the key becomes another name of that case.
 */
const reservedShape = z.strictObject({ reserved: z.literal(true), aliasOf: z.string().optional() })
export type ReservedKey = z.infer<typeof reservedShape>
export const reservedKeyCodec = codec<ReservedKey>({ kind: 'reserved-key', schema: 1, shape: reservedShape })

/** Sets a key aside. Stale: somebody has it. */
export function reservePut(caseKey: string): Put {
  return reservedKeyCodec.put({ key: recordKey.case(caseKey), version: 0, value: { reserved: true } })
}

/** Another name for a case, in the place of a key that is still set aside. */
export function aliasPut(reserved: Versioned<ReservedKey>, aliasOf: string): Put {
  return reservedKeyCodec.put({ ...reserved, value: { reserved: true, aliasOf } }, [
    [indexName.aliasesOf(aliasOf), 0],
  ])
}

/** What stands under a case's key. */
export type KeyHolder =
  | { kind: 'free' }
  | { kind: 'reserved'; record: Versioned<ReservedKey> }
  | { kind: 'case' }

export async function readKeyHolder(store: Store, caseKey: string): Promise<KeyHolder> {
  const [stored] = await store.read([recordKey.case(caseKey)])
  if (!stored) return { kind: 'free' }
  const [record] = reservedKeyCodec.readable([stored])
  return record ? { kind: 'reserved', record } : { kind: 'case' }
}

/**
 * A case by its own key, or by another name of it. Undefined when there is none; `Unreadable` when it is one that
 * this process can't read.
 */
export async function readCaseNamed(store: Store, caseKey: string): Promise<Versioned<Case> | undefined> {
  const [stored] = await store.read([recordKey.case(caseKey)])
  if (!stored) return undefined
  const [reserved] = reservedKeyCodec.readable([stored])
  if (!reserved) return caseCodec.read(stored)
  const own = await behind(store, reserved.value)
  return own && caseCodec.read(own)
}

/** The record key of a case's own key, for one that may be another name of it. */
export async function ownCaseKey(store: Store, caseKey: string): Promise<RecordKey> {
  const holder = await readKeyHolder(store, caseKey)
  return recordKey.case((holder.kind === 'reserved' && holder.record.value.aliasOf) || caseKey)
}

async function behind(store: Store, { aliasOf }: ReservedKey): Promise<Readonly<Stored> | undefined> {
  const [stored] = aliasOf === undefined ? [] : await store.read([recordKey.case(aliasOf)])
  return stored
}
