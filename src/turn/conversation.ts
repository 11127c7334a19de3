import { z } from 'zod'
import { LANGUAGES } from '../language.ts'
import { codec, type Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put } from '../store/store.ts'

/**
 * The head of a conversation: who it is with and who owns it. Kept apart from the bot's state, so that a
 * conversation whose bot state can't be read can still reach a person. Fields are only ever added.
 */
export const headShape = z.object({
  id: z.string(),
  channel: z.enum(['web', 'whatsapp', 'teams']),
  /** What the channel needs to reach the customer again; only the channel reads it. */
  address: z.record(z.string(), z.unknown()),
  customerId: z.string(),
  language: z.enum(LANGUAGES),
  startedAt: z.number(),
  /**
   * The latest case of this conversation. Who owns the conversation follows from that case's state alone
   * (`ownerOf` in cases/case.ts): an open case owns it, otherwise the bot does.
   */
  caseKey: z.string().optional(),
})
export type Head = z.infer<typeof headShape>
export type Channel = Head['channel']
export const headCodec = codec<Head>({ kind: 'head', schema: 1, shape: headShape })

/** A head with the index terms it is found by. */
export function headPut(head: Versioned<Head>): Put {
  return headCodec.put(head, headTerms(head.value))
}

export function headTerms({ customerId, startedAt }: Head): [string, number][] {
  return [[indexName.conversationsOfCustomer(customerId), startedAt]]
}

/**
 * The number that the customer writes from, where their channel is a telephone's: it keeps the digits as `phone` in its
 * address. They are not asked for it again.
 */
export function phoneOf({ address }: Pick<Head, 'address'>): string | undefined {
  const { phone } = address
  return typeof phone === 'string' && /^\d{7,15}$/.test(phone) ? `+${phone}` : undefined
}
