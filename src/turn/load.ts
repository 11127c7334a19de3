import { type Case, caseCodec, isOpen } from '../cases/case.ts'
import { type Customer, customerCodec } from '../cases/customer.ts'
import { Unreadable } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { type Head, headCodec } from './conversation.ts'
import type { FactChange, Facts } from './facts.ts'

/** A conversation with all that decides who owns it. The bot's state is no part of this. */
export interface Conversation {
  head: Versioned<Head>
  customer: Versioned<Customer>
  /** The conversation's latest case, open or not. */
  case: Versioned<Case> | undefined
  /** The customer's open case, which may have begun in another conversation. */
  openCase: Versioned<Case> | undefined
}

export async function loadHead(store: Store, conversationId: string): Promise<Versioned<Head> | undefined> {
  const [stored] = await store.read([recordKey.head(conversationId)])
  return stored && headCodec.read(stored)
}

/** Throws `Unreadable` when the customer's record is missing or can't be read. */
export async function loadConversation(store: Store, head: Versioned<Head>): Promise<Conversation> {
  const { customerId, caseKey } = head.value
  const keys = [recordKey.customer(customerId), ...(caseKey ? [recordKey.case(caseKey)] : [])]
  const [storedCustomer, storedCase] = await store.read(keys)
  if (!storedCustomer) throw new Unreadable(`conversation ${head.value.id} has no customer record`)
  const customer = customerCodec.read(storedCustomer)
  const own = storedCase && caseCodec.read(storedCase)
  return { head, customer, case: own, openCase: await openCaseOf(store, customer.value, own) }
}

async function openCaseOf(
  store: Store,
  customer: Customer,
  own: Versioned<Case> | undefined,
): Promise<Versioned<Case> | undefined> {
  if (own && isOpen(own.value)) return own
  if (!customer.openCase || customer.openCase === own?.value.key) return undefined
  const [stored] = await store.read([recordKey.case(customer.openCase)])
  const other = stored && caseCodec.read(stored)
  return other && isOpen(other.value) ? other : undefined
}

/** What a decision about this conversation's owner relies on: another ask, claim or reopening makes it stale. */
export function relyOn(conversation: Conversation): { key: string; version: number }[] {
  const { head, case: own } = conversation
  return [{ key: head.key, version: head.version }, ...(own ? [{ key: own.key, version: own.version }] : [])]
}

/** A customer who is known by these facts as well. */
export function withFacts(customer: Customer, changes: readonly FactChange[]): Customer {
  if (changes.length === 0) return customer
  const facts: Record<string, Facts[string]> = { ...customer.facts }
  for (const { name, fact } of changes) {
    if (fact) facts[name] = fact
    else delete facts[name]
  }
  return { ...customer, facts }
}
