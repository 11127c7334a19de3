import { type Case, caseCodec } from '../cases/case.ts'
import { type Commitment, commitmentCodec } from '../cases/commitments.ts'
import { customerCodec } from '../cases/customer.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Head } from '../turn/conversation.ts'
import { type Contact, isSameMatter, SAME_MATTER_MS } from '../turn/history.ts'
import { allOf, membersOf } from './members.ts'

/** Read at once. */
const SLICE = 50

/** What was promised to a customer, all of it; records that can't be read are left out. */
export async function promisedTo(store: Store, customerId: string): Promise<Versioned<Commitment>[]> {
  const keys = await allOf(membersOf(store, indexName.commitmentsOfCustomer(customerId)))
  return commitmentCodec.readable(await readAll(store, keys))
}

/** A customer's cases that are not archived. */
export async function casesOf(store: Store, customerId: string): Promise<Versioned<Case>[]> {
  const keys = await allOf(membersOf(store, indexName.casesOfCustomer(customerId)))
  return caseCodec.readable(await readAll(store, keys))
}

/** Whether a case that is over is still needed: something of it is owed, or the customer came back about it lately. */
export async function isCaseNeeded(store: Store, c: Case): Promise<boolean> {
  const promised = (await promisedTo(store, c.customerId)).filter(({ value }) => value.caseKey === c.key)
  if (promised.some(({ value }) => value.state === 'open')) return true
  const contacts = await contactsOf(store, c.customerId)
  return promised.some(({ value }) => isComeBackAbout(value, contacts, store.now()))
}

/** Whether a commitment that is over is still needed: by its case, or by who comes back about the same matter. */
export async function isCommitmentNeeded(store: Store, c: Commitment): Promise<boolean> {
  if (c.caseKey !== undefined) {
    const [theirs] = caseCodec.readable(await store.read([recordKey.case(c.caseKey)]))
    // The case takes along what belongs to it.
    if (theirs && theirs.value.archivedAt === undefined) return true
  }
  return isComeBackAbout(c, await contactsOf(store, c.customerId), store.now())
}

/** Whether a conversation in which nothing is said any more is still needed: by a case, a promise, or who is at work on it. */
export async function isConversationNeeded(store: Store, head: Head): Promise<boolean> {
  const [theirs] = head.caseKey === undefined ? [] : await store.read([recordKey.case(head.caseKey)])
  if (theirs) return true
  if ((await casesOf(store, head.customerId)).some(({ value }) => value.conversations.includes(head.id)))
    return true
  const promised = await promisedTo(store, head.customerId)
  return promised.some(({ value }) => value.conversationId === head.id) || (await isAtWork(store, head))
}

/** Whether lines of a conversation wait for the worker, the sender or the sealer. */
export async function isAtWork(store: Store, { id, channel }: Head): Promise<boolean> {
  const log = logName.conversation(id)
  const indexes = [indexName.inputs(), indexName.outbox(channel), indexName.unsealed()]
  const ranks = await Promise.all(indexes.map((index) => store.rank(index, log)))
  return ranks.some(({ before }) => before !== undefined)
}

async function contactsOf(store: Store, customerId: string): Promise<readonly Contact[]> {
  const [customer] = customerCodec.readable(await store.read([recordKey.customer(customerId)]))
  return customer?.value.contacts ?? []
}

function isComeBackAbout({ matter }: Commitment, contacts: readonly Contact[], now: number): boolean {
  if (!matter) return false
  return contacts.some((one) => isSameMatter(one, matter) && now - one.lastAt < SAME_MATTER_MS)
}

async function readAll(store: Store, keys: readonly string[]): ReturnType<Store['read']> {
  const found: Awaited<ReturnType<Store['read']>> = []
  for (let n = 0; n < keys.length; n += SLICE) found.push(...(await store.read(keys.slice(n, n + SLICE))))
  return found
}
