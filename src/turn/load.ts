import { type Case, caseCodec, isOpen } from '../cases/case.ts'
import { type Customer, customerCodec } from '../cases/customer.ts'
import { messageOf, Unreadable } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { recordKey, uniqueName } from '../store/keys.ts'
import type { Reads, RecordKey, Store, Stored } from '../store/store.ts'
import { type Head, headCodec } from './conversation.ts'
import type { FactChange, Facts } from './facts.ts'
import { type Contact, withContacts } from './history.ts'

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
  /**
   * The conversation's case, or the customer's open one, can't be read. It is left as it is, and people get the
   * customer in a new one: nobody can say whether the bot may speak.
   */
  caseFault: string | undefined
  /** The unreadable case that holds the customer's name for open cases: a new one takes the name over. */
  unreadableCase: RecordKey | undefined
}

export async function loadHead(store: Store, conversationId: string): Promise<Versioned<Head> | undefined> {
  const [stored] = await store.read([recordKey.head(conversationId)])
  return stored && headCodec.read(stored)
}

export async function loadConversation(store: Store, head: Versioned<Head>): Promise<Conversation> {
  const { customerId, caseKey } = head.value
  const keys = [recordKey.customer(customerId), ...(caseKey ? [recordKey.case(caseKey)] : [])]
  const [storedCustomer, storedCase] = await store.read(keys)
  const own = readCase(storedCase)
  const open = own.case && isOpen(own.case.value) ? own : await findOpenCase(store, customerId)
  return {
    head,
    ...readCustomer(head.value, storedCustomer),
    case: own.case,
    openCase: open.case,
    caseFault: own.fault ?? open.fault,
    unreadableCase: open.fault === undefined ? undefined : open.key,
  }
}

/** What `loadHead`, `loadConversation` and `loadBot` read of a conversation with this head. */
export function readsOf({ id, customerId, caseKey }: Head): Omit<Reads, 'lines'> {
  return {
    records: [
      recordKey.head(id),
      recordKey.customer(customerId),
      recordKey.bot(id),
      ...(caseKey ? [recordKey.case(caseKey)] : []),
    ],
    owners: [uniqueName.openCase(customerId)],
  }
}

interface CaseRead {
  case: Versioned<Case> | undefined
  fault?: string
  key?: RecordKey
}

function readCase(stored: Stored | undefined): CaseRead {
  try {
    return { case: stored && caseCodec.read(stored) }
  } catch (thrown) {
    return { case: undefined, fault: messageOf(thrown), ...(stored ? { key: stored.key } : {}) }
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

/** The one case that holds the customer's name for open cases, if it can be read. */
export async function openCaseOf(store: Store, customerId: string): Promise<Versioned<Case> | undefined> {
  return (await findOpenCase(store, customerId)).case
}

async function findOpenCase(store: Store, customerId: string): Promise<CaseRead> {
  const key = await store.find(uniqueName.openCase(customerId))
  const [stored] = key === undefined ? [] : await store.read([key])
  return readCase(stored)
}

/** What a decision about this conversation's owner relies on: another ask, claim or reopening makes it stale. */
export function relyOn(conversation: Conversation): { key: string; version: number }[] {
  const { head, case: own } = conversation
  return [{ key: head.key, version: head.version }, ...(own ? [{ key: own.key, version: own.version }] : [])]
}

/** A customer who is known by these facts as well, and came about these matters. */
export function withFacts(
  before: Customer,
  changes: readonly FactChange[],
  contacts: readonly Contact[] = [],
): Customer {
  const customer =
    contacts.length === 0 ? before : { ...before, contacts: withContacts(before.contacts ?? [], contacts) }
  if (changes.length === 0) return customer
  const facts: Record<string, Facts[string]> = { ...customer.facts }
  for (const { name, fact } of changes) {
    if (fact) facts[name] = fact
    else delete facts[name]
  }
  return { ...customer, facts }
}
