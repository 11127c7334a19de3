import type { Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put, Store } from '../store/store.ts'
import type { History, Promised } from '../turn/history.ts'
import type { CommitmentKind } from '../turn/turn.ts'
import { type Commitment, commitmentCodec, commitmentPut, off } from './commitments.ts'
import type { Customer } from './customer.ts'
import { contactsOfAll } from './same-holder.ts'

/** More promises than this to one customer are not looked through. */
const READ = 500

/** Everything that was promised to a customer, the oldest first; records that can't be read are left out. */
export async function commitmentsOfCustomer(
  store: Store,
  customerId: string,
): Promise<Versioned<Commitment>[]> {
  const found = await store.page(indexName.commitmentsOfCustomer(customerId), undefined, READ)
  return commitmentCodec.readable(await store.read(found.map((entry) => entry.member)))
}

/** What a turn is told of earlier contacts. Promises are read only for a customer who has been here before. */
export async function historyOf(
  store: Store,
  customer: Customer,
  others: readonly Customer[] = [],
): Promise<History> {
  const contacts = contactsOfAll(customer, others)
  if (contacts.length === 0) return { contacts, promised: [] }
  const promised = await commitmentsOfAll(store, [customer, ...others])
  return { contacts, promised: promisedIn(promised.map(({ value }) => value)) }
}

/** The same of one person's records on several channels. */
export async function commitmentsOfAll(
  store: Store,
  customers: readonly Pick<Customer, 'id'>[],
): Promise<Versioned<Commitment>[]> {
  return (await Promise.all(customers.map(({ id }) => commitmentsOfCustomer(store, id)))).flat()
}

/** What of these commitments a customer may be told when they come back about a matter. */
export function promisedIn(commitments: readonly Commitment[]): Promised[] {
  return commitments.flatMap(({ kind, text, dueAt, matter, state, confirmation, ref: taken }) => {
    const ref = confirmation?.ref ?? taken
    if (!matter || (state !== 'open' && state !== 'confirmed')) return []
    return [{ kind, text, dueAt, matter, state, ...(ref === undefined ? {} : { ref }) }]
  })
}

/** A promise that calls others off, once it is confirmed. */
export type Ending = Pick<Commitment, 'matter' | 'text'> & { ends?: readonly CommitmentKind[] | undefined }

/**
 * What is off now that these are confirmed: open promises of the kinds they end, about the same thing. Nobody is
 * reminded of them, and they come due no more.
 */
export async function endedBy(
  store: Store,
  customers: readonly Pick<Customer, 'id'>[],
  endings: readonly Ending[],
): Promise<Put[]> {
  const ending = endings.filter((one) => one.ends && one.ends.length > 0)
  if (ending.length === 0) return []
  const promised = await commitmentsOfAll(store, customers)
  return promised.flatMap((record) => {
    const by = ending.find((one) => isEndedBy(record.value, one))
    return by ? [commitmentPut({ ...record, value: off(record.value, by.text) })] : []
  })
}

export function isEndedBy(c: Commitment, by: Ending): boolean {
  const { state, kind, matter } = c
  return state === 'open' && (by.ends ?? []).includes(kind) && matter?.object === by.matter?.object
}
