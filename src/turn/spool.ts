import { z } from 'zod'
import type { Inbound, KeptAsk, NewConversation } from '../channels/channel.ts'
import { LANGUAGES } from '../language.ts'
import { attachmentShape, CUSTOMER_ACTIONS } from './line.ts'

/**
 * Asks for a person that came while the store was away, on a disk of this process's own: the one thing that is
 * acknowledged without the store. What `keep` answers is flushed; an ask leaves when the store has it.
 */
export interface Spool {
  /** The same message of a conversation again answers the first one. `'full'`: nothing of it was written. */
  keep(ask: NewSpooledAsk): SpooledAsk | 'full'
  /** In order, oldest first. */
  waiting(): SpooledAsk[]
  /** Whether asks of this conversation wait; it holds what comes later behind them. */
  holds(conversationId: string): boolean
  /** The store has it. */
  done(ask: SpooledAsk): void
  readonly size: number
  /** Keys of cases that were set aside in the store, for asks to come. */
  readonly keys: number
  addKeys(keys: readonly string[]): void
  /** Takes over, in order, what processes that are no longer there have left on this disk. */
  adopt(): SpooledAsk[]
  close(): void
}

const inboundShape = z.object({
  messageId: z.string(),
  text: z.string(),
  attachments: z.array(attachmentShape),
  action: z.enum(CUSTOMER_ACTIONS).optional(),
  actionValue: z.string().optional(),
  clientId: z.string().optional(),
})
const conversationShape = z.object({
  id: z.string(),
  channel: z.enum(['web', 'whatsapp', 'teams']),
  outsideId: z.string(),
  customerName: z.string().optional(),
  address: z.record(z.string(), z.unknown()),
  language: z.enum(LANGUAGES),
})

/** What is written down of an ask. Fields are only ever added: an older process's disk is read by a newer one. */
export const spooledShape = z.object({
  conversation: conversationShape,
  inbound: inboundShape,
  askedAt: z.number(),
})
export type NewSpooledAsk = {
  /** With all that it takes to begin it: the store may never have heard of it. */
  conversation: NewConversation & { id: string }
  inbound: Inbound
  askedAt: number
}

export interface SpooledAsk extends NewSpooledAsk, KeptAsk {
  /** Names it on its disk. */
  place: string
}
