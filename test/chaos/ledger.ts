/** A message that was posted, by the customer's own id of it. */
export interface Sent {
  id: string
  text: string
  asks: boolean
  postedAt: number
  /** When somebody first said that it is stored; undefined: nobody ever did. */
  ackedAt?: number
  /** The keys of receipts that came from outside the store, which was away: an ask that is stored later. */
  kept?: string[]
}

export interface CustomerAccount {
  name: string
  conversationId: string
  token: string
  sent: Sent[]
  /** Activity ids in the order in which this customer's client got them, by watermark. */
  seen: string[]
  /** The last watermark: everything up to it was shown. */
  seenUpTo: number
}

/** What an agent was told is stored: by the agent's own id of it. */
export interface Reply {
  id: string
  caseKey: string
  postedAt: number
  ackedAt?: number
}

/** An acknowledgement, and who gave it. Times are of the run's own clock, milliseconds. */
export interface Acknowledged {
  server: number
  postedAt: number
  at: number
}

/**
 * The outside ledger: what customers and agents were *told* is stored. It knows nothing of the product but its answers
 * over HTTP, so that the product can't talk itself out of anything.
 */
export class Ledger {
  readonly customers: CustomerAccount[] = []
  readonly replies: Reply[] = []
  readonly acknowledged: Acknowledged[] = []
  /** Answers that no client may ever get, such as a 500. */
  readonly odd: string[] = []

  get messages(): number {
    return this.customers.reduce((sum, { sent }) => sum + sent.filter(isAcked).length, 0)
  }

  /** Asks whose receipt came from outside the store. */
  get kept(): number {
    return this.customers.reduce((sum, { sent }) => sum + sent.filter((one) => one.kept).length, 0)
  }

  get asks(): number {
    return this.customers.reduce(
      (sum, { sent }) => sum + sent.filter((one) => one.asks && isAcked(one)).length,
      0,
    )
  }
}

export function isAcked(one: { ackedAt?: number }): boolean {
  return one.ackedAt !== undefined
}
