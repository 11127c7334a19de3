import { z } from 'zod'
import { codec } from '../store/codec.ts'

/**
 * How far a conversation's lines have got, apart from head and bot so that reading marks make no turn stale.
 * The channel writes the customer's side, the desk the agent's; whoever meets `stale` reads again.
 */
export const deliveryShape = z.object({
  /** The channel has said that it has everything up to this sequence number. */
  sentTo: z.number().default(0),
  /** Handed to the customer's device, and seen by the customer, up to this sequence number. */
  deliveredTo: z.number().default(0),
  readTo: z.number().default(0),
  /** The customer's messages that an agent has seen. */
  agentReadTo: z.number().default(0),
  /** Lines that the channel refused, by the line's id, and why. */
  failed: z.record(z.string(), z.string()).default({}),
})
export type Delivery = z.infer<typeof deliveryShape>
export const deliveryCodec = codec<Delivery>({ kind: 'delivery', schema: 1, shape: deliveryShape })

export function newDelivery(): Delivery {
  return { sentTo: 0, deliveredTo: 0, readTo: 0, agentReadTo: 0, failed: {} }
}
