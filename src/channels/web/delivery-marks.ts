import type { Ids } from '../../clock.ts'
import { recordKey } from '../../store/keys.ts'
import type { Put, Store } from '../../store/store.ts'
import { type Delivery, deliveryCodec, newDelivery } from '../../turn/delivery.ts'
import { signalConversation } from '../../turn/signal.ts'

interface Marks {
  deliveredTo: number
  readTo: number
  isWritten: boolean
}

/** How many conversations are remembered after their marks were written: saves looking at the store for each. */
const REMEMBERED = 2_000

/**
 * How far customers have received and read their conversations. Marks come with every message and are worth little
 * each: they are gathered here and written now and then, not committed one by one. After a crash the client's next
 * watermark brings them back.
 */
export class DeliveryMarks {
  readonly #store: Store
  readonly #ids: Ids
  readonly #marks = new Map<string, Marks>()

  constructor(store: Store, ids: Ids) {
    this.#store = store
    this.#ids = ids
  }

  /** Whether this was said before. */
  hasDelivered(conversationId: string, seq: number): boolean {
    return (this.#marks.get(conversationId)?.deliveredTo ?? 0) >= seq
  }

  /** The customer's device has everything up to `seq`. */
  delivered(conversationId: string, seq: number): void {
    if (this.hasDelivered(conversationId, seq)) return
    this.#raise(conversationId, { deliveredTo: seq, readTo: 0 })
    signalConversation(this.#store, conversationId, { kind: 'delivered', seq })
  }

  /** The customer has seen everything up to `seq`. */
  read(conversationId: string, seq: number): void {
    if ((this.#marks.get(conversationId)?.readTo ?? 0) >= seq) return
    this.#raise(conversationId, { deliveredTo: seq, readTo: seq })
    signalConversation(this.#store, conversationId, { kind: 'read', by: 'customer', seq })
  }

  /** As it is now, with what is not written yet. */
  async of(conversationId: string): Promise<Delivery> {
    const [stored] = await this.#store.read([recordKey.delivery(conversationId)])
    return merged(stored ? deliveryCodec.read(stored).value : newDelivery(), this.#marks.get(conversationId))
  }

  /** Writes what has gathered. What can't be written now stays for the next time. Throws `StoreAway`. */
  async flush(): Promise<void> {
    const unwritten = [...this.#marks].filter(([, marks]) => !marks.isWritten)
    if (unwritten.length === 0) return
    const stored = await this.#store.read(unwritten.map(([id]) => recordKey.delivery(id)))
    await Promise.all(
      unwritten.map(async ([conversationId, marks], at) => {
        const found = stored[at]
        const record = found
          ? deliveryCodec.read(found)
          : { key: recordKey.delivery(conversationId), version: 0, value: newDelivery() }
        const value = merged(record.value, marks)
        const isKnown = value.deliveredTo === record.value.deliveredTo && value.readTo === record.value.readTo
        // News that came meanwhile is in another object, which stays unwritten.
        marks.isWritten = isKnown || (await this.#write(deliveryCodec.put({ ...record, value })))
      }),
    )
    this.#forgetOldest()
  }

  async #write(put: Put): Promise<boolean> {
    const { outcome } = await this.#store.commit({ id: this.#ids.next(), put: [put] })
    return outcome === 'committed' || outcome === 'already'
  }

  #raise(conversationId: string, to: { deliveredTo: number; readTo: number }): void {
    const marks = this.#marks.get(conversationId) ?? { deliveredTo: 0, readTo: 0, isWritten: false }
    // A new object: one that is being written now is then seen to be old.
    this.#marks.set(conversationId, { ...merged(marks, to), isWritten: false })
  }

  #forgetOldest(): void {
    let excess = this.#marks.size - REMEMBERED
    for (const [conversationId, marks] of this.#marks) {
      if (excess <= 0) return
      if (!marks.isWritten) continue
      this.#marks.delete(conversationId)
      excess -= 1
    }
  }
}

function merged<T extends { deliveredTo: number; readTo: number }>(
  known: T,
  news: { deliveredTo: number; readTo: number } | undefined,
): T {
  if (!news) return known
  return {
    ...known,
    deliveredTo: Math.max(known.deliveredTo, news.deliveredTo),
    readTo: Math.max(known.readTo, news.readTo),
  }
}
