import { z } from 'zod'
import { LANGUAGES } from '../language.ts'
import { codec, type Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put } from '../store/store.ts'

/** A person of the desk. Made at the first sign-in; the record outlives sessions. */
export const agentShape = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['agent', 'supervisor']),
  languages: z.array(z.enum(LANGUAGES)),
  /** On duty or not, and since when. */
  status: z.enum(['available', 'away']),
  statusSince: z.number(),
  /** Chats at the same time; parked ones don't count. */
  capacity: z.number(),
  /** When the agent's console was last heard of. */
  seenAt: z.number(),
  /** An agent on duty whose console is gone for so long is set away; see `sweepAgent`. */
  sweepAt: z.number().optional(),
  /** The latest claims by the console's own id: a claim sent twice answers the same case. */
  claims: z.array(z.object({ id: z.string(), caseKey: z.string() })),
})
export type Agent = z.infer<typeof agentShape>
export const agentCodec = codec<Agent>({ kind: 'agent', schema: 1, shape: agentShape })

/** An agent's record with its index terms. */
export function agentPut(record: Versioned<Agent>): Put {
  return agentCodec.put(record, agentTerms(record.value))
}

/** Where an agent stands, and at what score. */
export function agentTerms({ status, statusSince, sweepAt }: Agent): NonNullable<Put['terms']> {
  return [
    [indexName.allAgents(), 0],
    ...(status === 'available' ? [[indexName.agents(), statusSince] as const] : []),
    ...(status === 'available' && sweepAt !== undefined ? [[indexName.due('agent'), sweepAt] as const] : []),
  ]
}
