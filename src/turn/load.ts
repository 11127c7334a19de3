import { type Case, caseCodec, isOpen } from '../cases/case.ts'
import { type Customer, customerCodec } from '../cases/customer.ts'
import { messageOf, Unreadable } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { recordKey, uniqueName } from '../store/keys.ts'
import type { Store, Stored } from '../store/store.ts'
import { type Head, headCodec } from './conversation.ts'
import type { FactChange, Facts } from './facts.ts'

/** A conversation with all that decides who owns it. The bot's state is no part of this. */
export interface Conversation {
  head: Versioned<Head>
  customer: Versioned<Customer>
  /** Why the customer's record can't be read: it is left as it is, and the customer reaches a person without it. */
  customerFault: string | undefined
  /** The conversation's latest case, open or not. */
  case: Versioned<Case> | undefined
  /** The customer's open case, which may have begun in another conversation. */
  openCase: Versioned<Case> | undefined
}

export async function loadHead(store: Store, conversationId: string): Promise<Versioned<Head> | undefined> {
  const [stored] = await store.read([recordKey.head(conversationId)])
  return stored && headCodec.read(stored)
}

/** Throws `Unreadable` when a case can't be read: nobody can say then who owns the conversation. */
export async function loadConversation(store: Store, head: Versioned<Head>): Promise<Conversation> {
  const { customerId, caseKey } = head.value
  const keys = [recordKey.customer(customerId), ...(caseKey ? [recordKey.case(caseKey)] : [])]
  const [storedCustomer, storedCase] = await store.read(keys)
  const own = storedCase && caseCodec.read(storedCase)
  return {
    head,
    ...readCustomer(head.value, storedCustomer),
    case: own,
    openCase: own && isOpen(own.value) ? own : await openCaseOf(store, customerId),
  }
}

function readCustomer(
  head: Head,
  stored: Stored | undefined,
): Pick<Conversation, 'customer' | 'customerFault'> {
  try {
    if (!stored) throw new Unreadable('the customer has no record')
    return { customer: customerCodec.read(stored), customerFault: undefined }
  } catch (thrown) {
    const unknown = { id: head.customerId, identities: [], facts: {}, createdAt: head.startedAt }
    const customer = { key: recordKey.customer(head.customerId), version: 0, value: unknown }
    return { customer, customerFault: messageOf(thrown) }
  }
}

/** The one case that holds the customer's name for open cases. */
export async function openCaseOf(store: Store, customerId: string): Promise<Versioned<Case> | undefined> {
  const key = await store.find(uniqueName.openCase(customerId))
  const [stored] = key === undefined ? [] : await store.read([key])
  return stored && caseCodec.read(stored)
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
