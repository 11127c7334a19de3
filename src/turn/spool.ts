import { z } from 'zod'
import type { Caller, Inbound, KeptAsk, LinkHolder } from '../channels/channel.ts'
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
  /** Whether asks of this asker wait; it holds what comes later behind them. */
  holds(asker: string): boolean
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
  records: z
    .array(
      z.object({
        key: z.string(),
        expect: z.number(),
        schema: z.number(),
        body: z.string(),
        terms: z.array(z.tuple([z.string(), z.number()])).optional(),
      }),
    )
    .optional(),
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

const linkHolderShape = z.object({
  link: z.union([z.object({ promise: z.string() }), z.object({ case: z.string() })]),
  language: z.enum(LANGUAGES),
})

/** What is written down of an ask. Fields are only ever added: an older process's disk is read by a newer one. */
export const spooledShape = z.object({
  conversation: z.union([conversationShape, linkHolderShape]),
  inbound: inboundShape,
  askedAt: z.number(),
})
export type NewSpooledAsk = {
  /** With all that it takes to begin it: the store may never have heard of it. */
  conversation: Caller | LinkHolder
  inbound: Inbound
  askedAt: number
}

/** Names whose asks stay in order: a conversation, or what a link is about. */
export function askerOf(conversation: Caller | LinkHolder): string {
  if (!('link' in conversation)) return conversation.id
  const { link } = conversation
  return 'case' in link ? `case ${link.case}` : `promise ${link.promise}`
}

export interface SpooledAsk extends NewSpooledAsk, KeptAsk {
  /** Names it on its disk. */
  place: string
}
