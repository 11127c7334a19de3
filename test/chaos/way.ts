import type { CustomerAccount, Sent } from './ledger.ts'
import type { Ear } from './listening.ts'

/** How a customer's words get to the desk, and its words to them. */
export interface Way {
  readonly ear: Ear
  /** The channel's id of the customer's nth message. */
  idOf(nth: number): string
  /** One try at any of the servers; what comes of it is noted in the message and in the ledger. */
  post(message: Sent, patienceMs?: number): Promise<void>
}

export interface Arrived {
  account: CustomerAccount
  way: Way
}
