import { createHash } from 'node:crypto'
import { z } from 'zod'
import { customerCodec } from '../../cases/customer.ts'
import type { Ids } from '../../clock.ts'
import { NotDeliverable } from '../../errors.ts'
import { idOf, recordKey, uniqueName } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { type Head, headPut } from '../../turn/conversation.ts'
import { loadHead } from '../../turn/load.ts'
import type { Recipient } from './graph.ts'
import type { Sender } from './incoming.ts'

const CHANNEL = 'whatsapp'
/** Customers whose conversation is remembered, so that it is looked up once. */
const REMEMBERED = 10_000
const TRIES = 8

const addressShape = z.object({ phone: z.string().optional(), user: z.string().optional() })

/** How the customer of a conversation is reached. Throws `NotDeliverable` when its address isn't one of ours. */
export function recipientOf(head: Pick<Head, 'address'>): Recipient {
  const { phone, user } = addressShape.safeParse(head.address).data ?? {}
  if (phone) return { to: phone }
  if (user) return { recipient: user }
  throw new NotDeliverable('the conversation has no address on WhatsApp')
}

/** The id of the conversation that begins with an outside id, at one of the company's numbers. */
export function threadId(phoneNumberId: string, outsideId: string): string {
  const digest = createHash('sha256').update(JSON.stringify([CHANNEL, phoneNumberId, outsideId]))
  return `wa-${digest.digest('base64url').slice(0, 32)}`
}

/** The ids that WhatsApp has for a customer, as ours keep them, the telling one first. */
function outsideIds({ phone, user }: Sender): string[] {
  return [...(phone ? [phone] : []), ...(user ? [`user:${user}`] : [])]
}

export function outsideIdOf(from: Sender): string {
  return outsideIds(from)[0] ?? ''
}

/**
 * One conversation for each customer. Its id is made from their number, so that who asks while the store is away has
 * the conversation that they always had; what came to be known later (a user id, another number) leads to it by a name.
 */
export class Threads {
  readonly #store: Store
  readonly #ids: Ids
  readonly #phoneNumberId: string
  /** By the outside ids that came together. */
  readonly #known = new Map<string, string>()

  constructor(store: Store, ids: Ids, phoneNumberId: string) {
    this.#store = store
    this.#ids = ids
    this.#phoneNumberId = phoneNumberId
  }

  /** The id that a conversation has which begins with this outside id. */
  ownId(outsideId: string): string {
    return threadId(this.#phoneNumberId, outsideId)
  }

  /** Which conversation is theirs; it need not have begun. Throws `StoreAway`. */
  async of(from: Sender): Promise<string> {
    const outside = outsideIds(from)
    const known = this.#known.get(outside.join())
    if (known !== undefined) return known
    const own = outside.map((id) => this.ownId(id))
    const [named, begun] = await Promise.all([
      Promise.all(outside.map((id) => this.#store.find(uniqueName.thread(CHANNEL, id)))),
      this.#store.read(own.map((id) => recordKey.head(id))),
    ])
    const name = named.find((one) => one !== undefined)
    const at = begun.findIndex((head) => head !== undefined)
    return name !== undefined ? idOf(name) : (own[Math.max(0, at)] ?? '')
  }

  /** The same without the store: right for all but the few whose number or id has changed. */
  guess(from: Sender): string {
    return this.#known.get(outsideIds(from).join()) ?? this.ownId(outsideIdOf(from))
  }

  /** Remembers it, and has all of the customer's outside ids lead to this conversation, which has begun. */
  async keep(from: Sender, conversationId: string): Promise<void> {
    const outside = outsideIds(from)
    if (this.#known.has(outside.join())) return
    const isOwn = outside.every((id) => this.ownId(id) === conversationId)
    if (!isOwn || outside.length > 1) await this.#link(outside, conversationId, from)
    if (this.#known.size >= REMEMBERED) {
      const oldest = this.#known.keys().next().value
      if (oldest !== undefined) this.#known.delete(oldest)
    }
    this.#known.set(outside.join(), conversationId)
  }

  /** The customer has another number from now on: it is the same conversation, answered there. */
  async moved(from: Sender, to: string, messageId: string): Promise<void> {
    const conversationId = await this.of(from)
    if (!(await loadHead(this.#store, conversationId))) return
    await this.#link([to], conversationId, { phone: to, ...(from.user ? { user: from.user } : {}) })
    this.#known.clear()
    if (from.phone !== undefined && from.phone !== to) await this.#free(from.phone, messageId)
  }

  /** Who gets a number that somebody gave up is another customer, with a conversation of their own. */
  async #free(phone: string, messageId: string): Promise<void> {
    const name = uniqueName.thread(CHANNEL, phone)
    const before = await this.#store.find(name)
    const next = recordKey.head(this.ownId(`${phone} after ${messageId}`))
    await this.#store.commit({
      id: this.#ids.next(),
      unique: [
        { name, owner: next, ...(before === undefined ? {} : { insteadOf: before }) },
        { name: uniqueName.identity(CHANNEL, phone), owner: null },
      ],
    })
  }

  /** Names and address in one change; nothing is written where nothing is new. */
  async #link(outside: readonly string[], conversationId: string, address: Sender): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const head = await loadHead(this.#store, conversationId)
      const [customer] = head
        ? customerCodec.readable(await this.#store.read([recordKey.customer(head.value.customerId)]))
        : []
      if (!head || !customer) return
      const unique = [
        ...(await this.#nameless(outside, conversationId)),
        ...(await this.#strange(outside, customer.key)),
      ]
      const joined = unique.flatMap(({ outsideId }) =>
        outsideId === undefined ? [] : [{ channel: CHANNEL, outsideId }],
      )
      const merged = { ...head.value.address, ...address }
      const isElsewhere = JSON.stringify(merged) !== JSON.stringify(head.value.address)
      if (unique.length === 0 && !isElsewhere) return
      const identities = [...customer.value.identities, ...joined]
      const { outcome } = await this.#store.commit({
        id: this.#ids.next(),
        put: [
          ...(isElsewhere ? [headPut({ ...head, value: { ...head.value, address: merged } })] : []),
          ...(joined.length > 0
            ? [customerCodec.put({ ...customer, value: { ...customer.value, identities } })]
            : []),
        ],
        unique: unique.map(({ name, owner, insteadOf }) => ({
          name,
          owner,
          ...(insteadOf === undefined ? {} : { insteadOf }),
        })),
      })
      if (outcome !== 'stale') return
    }
  }

  /** The names by which ids that this conversation does not begin with lead to it. */
  async #nameless(outside: readonly string[], conversationId: string): Promise<Naming[]> {
    const owner = recordKey.head(conversationId)
    const foreign = outside.filter((id) => this.ownId(id) !== conversationId)
    const named = await Promise.all(
      foreign.map(async (id) => {
        const name = uniqueName.thread(CHANNEL, id)
        return { name, owner, insteadOf: await this.#store.find(name) }
      }),
    )
    return named.filter(({ insteadOf }) => insteadOf !== owner)
  }

  /** The identities that no customer has yet. */
  async #strange(outside: readonly string[], owner: string): Promise<Naming[]> {
    const found = await Promise.all(
      outside.map(async (outsideId) => {
        const name = uniqueName.identity(CHANNEL, outsideId)
        return { name, owner, outsideId, isTaken: (await this.#store.find(name)) !== undefined }
      }),
    )
    return found.filter(({ isTaken }) => !isTaken)
  }
}

interface Naming {
  name: string
  owner: string
  insteadOf?: string | undefined
  outsideId?: string
}
