import { caseCodec, isOpen } from '../cases/case.ts'
import { customerCodec } from '../cases/customer.ts'
import { STAYS_MS } from '../cases/stays.ts'
import { indexName, logName, recordKey, uniqueName } from '../store/keys.ts'
import type { Change, Claim, Store, Stored } from '../store/store.ts'
import { headCodec } from '../turn/conversation.ts'
import { sealCodec, sealPut } from '../turn/seal.ts'
import { claimOf, claimsOf } from './entries.ts'

/** More of one kind than this is not looked at for one customer. */
const READ = 200

/** What ought to stand where, by the records of one conversation and its customer; and what else is to be written. */
export interface Ought {
  claims: Claim[]
  changes: { change: Omit<Change, 'id'>; what: string }[]
}

/** From its records to its indexes: what is missing there can be found in no other way. */
export async function oughtOf(store: Store, id: string): Promise<Ought> {
  const [head, seal] = await store.read([recordKey.head(id), recordKey.seal(id)])
  const [conversation] = headCodec.readable([head])
  const ought: Ought = { claims: [head, seal].flatMap((one) => (one ? claimsOf(one) : [])), changes: [] }
  if (!conversation) return ought
  const { customerId, caseKey, channel } = conversation.value
  for (const index of [indexName.inputs(), indexName.unsealed(), indexName.outbox(channel)])
    ought.claims.push({ index, member: logName.conversation(id) })
  const [customer] = await store.read([recordKey.customer(customerId)])
  const named = await store.find(uniqueName.openCase(customerId))
  const owned = [
    indexName.casesOfCustomer(customerId),
    indexName.commitmentsOfCustomer(customerId),
    indexName.conversationsOfCustomer(customerId),
  ]
  const pages = await Promise.all(owned.map((index) => store.page(index, undefined, READ)))
  const members = pages.flatMap((page, at) => page.map(({ member }) => ({ index: owned[at] ?? '', member })))
  const keys = new Set(members.map(({ member }) => member))
  if (caseKey !== undefined) keys.add(recordKey.case(caseKey))
  if (named !== undefined) keys.add(named)
  const found = new Map<string, Readonly<Stored>>()
  for (const stored of await store.read([...keys])) if (stored) found.set(stored.key, stored)
  for (const { index, member } of members) {
    const claim = claimOf(index, member, found.get(member))
    if (claim) ought.claims.push(claim)
  }
  for (const stored of found.values()) ought.claims.push(...claimsOf(stored))
  ought.changes.push(
    ...changesOf(customerId, named, [...found.values()], customer),
    ...(await sealOf(store, id, seal)),
  )
  return ought
}

/** The name of a customer's open case: it belongs to the case that is open, and to none that isn't. */
function changesOf(
  customerId: string,
  named: string | undefined,
  found: readonly Readonly<Stored>[],
  storedCustomer: Readonly<Stored> | undefined,
): Ought['changes'] {
  const name = uniqueName.openCase(customerId)
  const cases = caseCodec.readable(found.filter(({ key }) => key.startsWith('case/')))
  const open = cases.filter(({ value }) => isOpen(value) && value.customerId === customerId)
  const [only] = open
  const holder = found.find(({ key }) => key === named)
  const held = cases.find(({ key }) => key === named)
  if (named === undefined)
    return only && open.length === 1
      ? [{ what: 'open-case', change: { rely: [only], unique: [{ name, owner: only.key }] } }]
      : []
  // One that can't be read may be open: it keeps the name.
  if (held ? isOpen(held.value) : holder) return []
  const [customer] = customerCodec.readable([storedCustomer])
  // Whoever opens a case writes the customer too: then this is stale.
  if (!customer) return []
  const rely = [customer, { key: named, version: holder?.version ?? 0 }]
  return [
    { what: 'open-case', change: { rely, unique: [{ name, owner: only?.key ?? null, insteadOf: named }] } },
  ]
}

/** A seal of a version that archived nothing does not say yet when its conversation is over. */
async function sealOf(
  store: Store,
  id: string,
  stored: Readonly<Stored> | undefined,
): Promise<Ought['changes']> {
  const [seal] = sealCodec.readable([stored])
  if (!seal || seal.value.archiveAt !== undefined) return []
  const [last] = await store.linesBefore(logName.conversation(id), undefined, 1)
  const value = { ...seal.value, archiveAt: (last?.at ?? store.now()) + STAYS_MS }
  return [{ what: '', change: { put: [sealPut({ ...seal, value })] } }]
}
