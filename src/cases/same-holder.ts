import { indexName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Facts } from '../turn/facts.ts'
import { type Contact, isSameMatter, withContacts } from '../turn/history.ts'
import { type Customer, customerCodec, provenAccount } from './customer.ts'

/*
 * A customer who writes from another channel or browser has a record of their own there. Who proved the same account is
 * the same customer: what was promised, told and come about on one is known on the others. The records stay apart and
 * are read together, found by an index that each record's own proof writes. So there is no moment of merging that a
 * crash or two processes could break, and what is proven no more (another account) parts them again.
 */

/** Records of one account that are looked at, besides the customer's own. */
const MOST = 20

/** The other records of a customer: those that proved the same account. `account`: what is being proven just now. */
export async function sameHolder(
  store: Store,
  customer: Customer,
  account = provenAccount(customer),
): Promise<Customer[]> {
  if (account === undefined) return []
  const found = await store.page(indexName.customersOfAccount(account), undefined, MOST)
  const keys = found.map((entry) => entry.member).filter((key) => key !== recordKey.customer(customer.id))
  return keys.length === 0 ? [] : customerCodec.readable(await store.read(keys)).map((record) => record.value)
}

/**
 * What is known of the customer on any of their records; their own goes first, then what was learnt last. `keeps`: facts
 * of the customer's, not of a matter. Proof is each record's own.
 */
export function factsOfAll(
  own: Customer,
  others: readonly Customer[],
  keeps: (name: string) => boolean,
): Facts {
  const theirs = others
    .flatMap(({ facts }) => Object.entries(facts))
    .filter(([name, fact]) => fact.class === 'known' && name !== 'proven' && keeps(name))
  return { ...Object.fromEntries(theirs.toSorted((a, b) => a[1].at - b[1].at)), ...own.facts }
}

/** What they came about before on any of their records: the same matter once, counted as often as they came. */
export function contactsOfAll(own: Customer, others: readonly Customer[]): Contact[] {
  return [own, ...others]
    .flatMap(({ contacts = [] }) => contacts)
    .reduce<Contact[]>((all, one) => {
      const same = all.find((other) => isSameMatter(other, one))
      return withContacts(all, [same ? joined(same, one) : one])
    }, [])
}

/** Each record that a contact was counted on counts on from all of them, so the highest count is the true one. */
function joined(a: Contact, b: Contact): Contact {
  const [earlier, later] = a.lastAt <= b.lastAt ? [a, b] : [b, a]
  const answers = [...new Set([...(earlier.answers ?? []), ...(later.answers ?? [])])]
  return {
    ...later,
    firstAt: Math.min(a.firstAt, b.firstAt),
    times: Math.max(a.times, b.times),
    ...(answers.length > 0 ? { answers } : {}),
  }
}

/** All records of a customer, their own first. */
export async function everywhere(store: Store, customerId: string): Promise<Pick<Customer, 'id'>[]> {
  const [record] = customerCodec.readable(await store.read([recordKey.customer(customerId)]))
  return record ? [record.value, ...(await sameHolder(store, record.value))] : [{ id: customerId }]
}
