import type { Language } from '../language.ts'
import type { Channel, Head } from '../turn/conversation.ts'
import type { Attachment, CustomerAction, MessageLine } from '../turn/line.ts'

/** A verified, parsed message of a customer. A channel decides nothing else. */
export interface Inbound {
  /** The channel's id of this message: sent again, it is the same message. */
  messageId: string
  text: string
  attachments: Attachment[]
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

/** What channels call. Everything it answers is already stored; `StoreAway` means that nothing was acknowledged. */
export interface Intake {
  start(conversation: NewConversation): Promise<Head>
  /** Throws `HttpFault` 404 when there is no such conversation, 503 when the store is full. */
  accept(conversationId: string, inbound: Inbound): Promise<Accepted>
}

/** A channel that messages are pushed to. The web is pulled and has none. */
export interface PushChannel {
  readonly channel: Channel
  /** `id` is our id of the message, given to the channel where it can carry one. Throws when it was not accepted. */
  send(head: Head, message: MessageLine, options: { id: string; signal: AbortSignal }): Promise<void>
}
