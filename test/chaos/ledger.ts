import type { Answered } from './client.ts'

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
  channel: 'web' | 'whatsapp'
  conversationId: string
  /** Who they are to the channel: the token of Direct Line, or their number. */
  address: string
  sent: Sent[]
  /** Activity ids in the order in which this customer's client got them, by watermark. */
  seen: string[]
  /** The last watermark: everything up to it was shown. */
  seenUpTo: number
  /** Everything up to here was there to be shown when the client looked for the last time. */
  lastSeq: number
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

/** How customers and the network made it harder. */
export interface Harder {
  /** The same message to two processes at once. */
  doubled: number
  /** A copy that came after later messages. */
  late: number
  /** Two messages on their way at once. */
  reordered: number
  /** The client was gone before the answer, and sent it again. */
  givenUp: number
  /** A socket was cut, and opened again from the watermark. */
  reconnected: number
}

/**
 * The outside ledger: what customers and agents were *told* is stored. It knows nothing of the product but its answers
 * over HTTP, so that the product can't talk itself out of anything.
 */
export class Ledger {
  readonly customers: CustomerAccount[] = []
  readonly replies: Reply[] = []
  readonly acknowledged: Acknowledged[] = []
  /** How often a bot was run over a message that ends its process. */
  readonly poisonRuns = new Map<string, number>()
  readonly harder: Harder = { doubled: 0, late: 0, reordered: 0, givenUp: 0, reconnected: 0 }
  /** What may never come of anything: an answer such as a 500, a server that ends by itself. */
  readonly odd: string[] = []

  /** What came of a message that was posted. Whether it was acknowledged. */
  note(message: Sent, answer: Answered | undefined, at: number): boolean {
    if (answer?.status === 200) {
      message.ackedAt ??= at
      this.acknowledged.push({ server: answer.server, postedAt: answer.postedAt, at })
      return true
    }
    if (answer && answer.status !== 503 && answer.status !== 429 && answer.status !== 408) {
      this.odd.push(`a customer's message got ${answer.status}: ${JSON.stringify(answer.body)}`)
    }
    return false
  }

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
