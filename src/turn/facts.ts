import { z } from 'zod'

/**
 * What we know of a customer, so that nothing is asked twice. A fact that is absent is `unknown`; `refused` means
 * the customer was asked and could not or would not say.
 */
export const factShape = z.discriminatedUnion('class', [
  z.object({
    class: z.literal('known'),
    value: z.union([z.string(), z.number(), z.boolean()]),
    /** How we came to know it: the customer said so, the company's system did, an agent did, or it was signed. */
    source: z.enum(['customer', 'business', 'agent', 'identity']),
    at: z.number(),
    conversationId: z.string(),
  }),
  z.object({ class: z.literal('refused'), at: z.number(), conversationId: z.string() }),
])
export type Fact = z.infer<typeof factShape>
export type Facts = Readonly<Record<string, Fact>>

/** A change to one fact; `fact: undefined` forgets it (a correction that is not answered yet). */
export interface FactChange {
  name: string
  fact: Fact | undefined
}
