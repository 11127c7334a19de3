/**
 * What goes over the wire of the web channel: Direct Line 3.0 activities and our additions to them, as types only,
 * shared by the server and the widget.
 */
import type { ConversationStatus } from '../../cases/conversation-status.ts'
import type { CustomerAction, LineReceipt } from '../../turn/line.ts'

export type { ConversationStatus }

/** `channelData.escotilla` of what bot, system and agents say. */
export interface SaidData extends ConversationStatus {
  from: 'bot' | 'agent' | 'system'
  /** The message's place in the conversation: what `escotilla.read` and the watermark count. */
  seq: number
  /** The message is a proof that clients offer to save or share. */
  receipt?: LineReceipt
}

/** `channelData.escotilla` of what a customer's client sends with a message: one tap instead of words. */
export interface ActionData {
  action?: CustomerAction
  value?: string
}

/** `channelData.escotilla` of the echo of a customer's own message. */
export interface EchoData extends ActionData {
  from: 'customer'
  seq: number
}

export interface Account {
  id: string
  name?: string
  role?: 'user' | 'bot'
}

/** A button. Pressing it sends `value` as the customer's text. */
export interface CardAction {
  type: 'imBack'
  title: string
  value: string
}

export interface ActivityAttachment {
  contentType: string
  /** Readable without a header, for as long as the link lives (a day). */
  contentUrl?: string
  name?: string
  /** Bytes. */
  size?: number
}

interface Base {
  id?: string
  timestamp?: string
  channelId?: 'directline'
  conversation?: { id: string }
  from: Account
}

/** Something said. `id` is `conversation|seq`. */
export interface MessageActivity extends Base {
  type: 'message'
  text: string
  textFormat?: 'plain'
  suggestedActions?: { actions: CardAction[] }
  attachments?: ActivityAttachment[]
  channelData: {
    /** The client's own id of its message: how it recognises the echo. */
    clientActivityID?: string
    /** Web Chat orders by it, and by the clock without it. */
    'webchat:sequence-id': number
    escotilla: SaidData | EchoData
  }
}

/** Somebody is writing. Not stored: no id. */
export interface TypingActivity extends Base {
  type: 'typing'
  channelData?: { escotilla?: { from: 'bot' | 'agent' } }
}

/** The header changed. Sent when a stream starts and whenever it changes. Not stored: no id. */
export interface StateActivity extends Base {
  type: 'event'
  name: 'escotilla.state'
  channelData: { escotilla: ConversationStatus }
}

/** Read up to `seq`: from the server, by the agent; from the client, by the customer. Not stored: no id. */
export interface ReadActivity extends Base {
  type: 'event'
  name: 'escotilla.read'
  value: { seq: number }
}

/** What the server sends. */
export type OutgoingActivity = MessageActivity | TypingActivity | StateActivity | ReadActivity

/** A frame of the stream, and the answer to `GET …/activities`. Give the watermark back to get what comes after. */
export interface ActivitySet {
  activities: OutgoingActivity[]
  watermark: string
}

/** What a client posts. Everything else in it is ignored; who the customer is comes from the token alone. */
export type IncomingActivity =
  | {
      type: 'message'
      id?: string
      text?: string
      channelData?: { clientActivityID?: string; escotilla?: ActionData }
    }
  | { type: 'typing' }
  | { type: 'event'; name: 'escotilla.read'; value: { seq: number } }

/** `POST /tokens/generate` and `/tokens/refresh`. */
export interface TokenAnswer {
  conversationId: string
  token: string
  /** Seconds. */
  expires_in: number
}

/** `POST /tokens/generate`. */
export interface GenerateAnswer extends TokenAnswer {
  /** Keep it: it brings the customer back to this conversation for 30 days. Only when the page asked by Origin. */
  resume?: string
  /** The conversation of the given `resume` goes on; false: a new one begins. */
  resumed: boolean
  /** Whether a signed `identity` was given and holds. */
  identified?: boolean
}

/** `POST /conversations` and `GET /conversations/:id`. */
export interface ConversationAnswer extends TokenAnswer {
  streamUrl: string
}

/** The receipt of an ask that is kept outside the store. */
export interface KeptData {
  kept: true
  caseKey: string
  askedAt: string
  /** In words, in the customer's language. */
  text: string
}

/** `POST …/activities` and `…/upload`. */
export interface PostAnswer {
  id: string
  /**
   * The store was away, and the ask for a person is kept until it is back: its receipt, to be shown at once. The
   * message and what is said about it come by the stream then.
   */
  escotilla?: KeptData
}
