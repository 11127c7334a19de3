import type { CustomerAction } from '../../turn/line.ts'

/** A file on its way, small enough to be kept as text. */
export interface UnsentFile {
  name: string
  type: string
  /** The content as a `data:` URL. */
  data: string
}

/** What the customer wrote and the server has not acknowledged. Its id is the `clientActivityID`: sent twice, it is one. */
export interface Unsent {
  id: string
  at: number
  text: string
  action?: CustomerAction
  file?: UnsentFile
  /** The server will not take it, whatever we do; the code says why. */
  refused?: string
  /** The server's store is away; the server keeps this ask all the same, and gave its receipt. Its echo comes later. */
  keptAs?: KeptReceipt
  /** Too large to keep in this browser: it goes with the page. */
  isPassing?: boolean
}

/** The receipt of an ask that the server keeps until its store is back. */
export interface KeptReceipt {
  caseKey: string
  /** In words, in the customer's language. */
  text: string
}

export type Posted =
  | { outcome: 'stored'; seq: number | undefined }
  | { outcome: 'kept'; as: KeptReceipt }
  /** Not now: the network, the store, the token. */
  | { outcome: 'later'; isStoreAway?: boolean }
  | { outcome: 'refused'; code: string }
