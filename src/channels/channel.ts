import type { LinkSubject } from '../cases/case-link.ts'
import type { Language } from '../language.ts'
import type { Put } from '../store/store.ts'
import type { Channel, Head } from '../turn/conversation.ts'
import type { Attachment, CustomerAction, MessageLine } from '../turn/line.ts'

/** A verified, parsed message of a customer. A channel decides nothing else. */
export interface Inbound {
  /** The channel's id of this message: sent again, it is the same message. */
  messageId: string
  text: string
  attachments: Attachment[]
  /** Of its files: stored by the change that stores the message, unless they are there. */
  records?: readonly Put[]
  action?: CustomerAction
  actionValue?: string
  /** The client's own id, echoed back to it. */
  clientId?: string
}

export interface NewConversation {
  /** The id that the conversation is to have, when the channel chooses it: starting it again answers the first one. */
  id?: string
  channel: Channel
  /** The channel's id of the customer; the same id is the same customer. */
  outsideId: string
  customerName?: string
  address: Record<string, unknown>
  language: Language
}

/** `seq` is the line's place in the conversation's log. A duplicate answers with the first one's. */
export interface Accepted {
  outcome: 'stored' | 'duplicate'
  seq: number
}

/** An ask that was kept outside the store while that was away, with the receipt that its customer has. */
export interface KeptAsk {
  /** Set aside for this before; it stays good whatever case the ask ends in. */
  caseKey: string
  askedAt: number
}

/** What channels call. Everything it answers is already stored; `StoreAway` means that nothing was acknowledged. */
export interface Intake {
  start(conversation: NewConversation): Promise<Head>
  /** Throws `HttpFault` 404 when there is no such conversation, 503 when the store is full. */
  accept(conversationId: string, inbound: Inbound, kept?: KeptAsk): Promise<Accepted>
}

/** A conversation as its channel knows it, with all that it takes to begin it. */
export type Caller = NewConversation & { id: string }

/** Whoever holds a link to "Mi caso": only the store knows which conversation is theirs. */
export interface LinkHolder {
  link: LinkSubject
  language: Language
}

/** An ask that is kept on this process's disk until the store is back: what its customer is told. */
export interface Kept {
  outcome: 'kept'
  receipt: { key: string; asked: string; askedAt: number }
  /** The receipt in words, in the customer's language. */
  words: string
}

/** What channels hand messages to: intake, and behind it a disk for asks that come while the store is away. */
export interface Reception {
  /**
   * Begins the conversation if it isn't there. Throws 503 when the store is full, and `StoreAway`; neither for an ask for
   * a person.
   */
  accept(from: Caller, inbound: Inbound): Promise<Accepted | Kept>
  /** From a page: 404 when nothing of what its link is about is stored. */
  acceptByLink(from: LinkHolder, inbound: Inbound): Promise<Accepted | Kept>
}

export interface Pace {
  burst: number
  everyMs: number
}

/** A channel that messages are pushed to. The web is pulled and has none. */
export interface PushChannel {
  readonly channel: Channel
  /** How much the channel takes in all, and for one conversation: `burst` at once, then one every `everyMs`. */
  readonly pace?: { channel?: Pace; conversation?: Pace }
  /** It says later which messages it has (`Delivery.sentTo`): where that is not known, it is waited for. */
  readonly confirms?: boolean
  /**
   * `id` is our id of the message, the same at each try, given to the channel where it can carry one; `seq` is the
   * place in the log of the line that put it on its way. Throws when it was not accepted: `NotDeliverable` when it
   * never will be, `TooManyMessages` to be left alone for a while; after anything else it is tried again, later each
   * time. `Unanswered`: perhaps it was accepted.
   */
  send(head: Head, message: MessageLine, options: SendOptions): Promise<void>
}

export interface SendOptions {
  id: string
  seq: number
  signal: AbortSignal
}
