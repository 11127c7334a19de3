import { z } from 'zod'
import { codec } from '../store/codec.ts'
import { factShape } from '../turn/facts.ts'
import { contactShape } from '../turn/history.ts'

/** A customer across channels, keyed by our own id; outside ids point to it by unique names. */
export const customerShape = z.object({
  id: z.string(),
  name: z.string().optional(),
  identities: z.array(z.object({ channel: z.string(), outsideId: z.string() })),
  facts: z.record(z.string(), factShape),
  /** At most one; a second ask joins it. */
  openCase: z.string().optional(),
  /** What they came about before, the latest 30 matters. */
  contacts: z.array(contactShape).optional(),
  createdAt: z.number(),
})
export type Customer = z.infer<typeof customerShape>
export const customerCodec = codec<Customer>({ kind: 'customer', schema: 1, shape: customerShape })
