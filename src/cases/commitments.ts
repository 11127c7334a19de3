import { z } from 'zod'
import { codec, type Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put } from '../store/store.ts'
import type { Head } from '../turn/conversation.ts'
import { matterShape } from '../turn/history.ts'
import { outcomeShape } from '../turn/line.ts'
import { COMMITMENT_KINDS, type CommitmentDraft } from '../turn/turn.ts'
import type { Desk } from './desk-file.ts'
import { queueOf } from './queue-order.ts'
import { STAYS_MS } from './stays.ts'

/** Something promised to a customer: who owes it, until when, and what confirms that it was done. */
export const commitmentShape = z.object({
  id: z.string(),
  kind: z.enum(COMMITMENT_KINDS),
  /** What was promised, in the customer's language. */
  text: z.string(),
  /** The instant, the zone it was said in, and the rule it follows from. */
  dueAt: z.number(),
  zone: z.string(),
  rule: z.string().optional(),
  /** What it was promised in: all promises of a matter are shown together. */
  matter: matterShape.optional(),
  /** The company's reference of what it took in; not yet that it is done. */
  ref: z.string().optional(),
  /** What is off once this is confirmed: open promises of these kinds about the same thing. */
  ends: z.array(z.enum(COMMITMENT_KINDS)).optional(),
  customerId: z.string(),
  conversationId: z.string(),
  caseKey: z.string().optional(),
  callId: z.string().optional(),
  owner: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queue'), queue: z.string() }),
    z.object({ kind: z.literal('agent'), agentId: z.string() }),
  ]),
  /**
   * `confirmed` only by the company's system or a person of it; `broken`: it will not be done; `off`: it was cancelled
   * with the customer, and nobody owes it or speaks of it as if it were still on.
   */
  state: z.enum(['open', 'confirmed', 'broken', 'off']),
  confirmation: z.object({ ref: z.string(), at: z.number() }).optional(),
  /** A call that no system carries out: what an agent has to find or do, and what came of it; see work.ts. */
  work: z
    .object({
      verb: z.string(),
      args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      outcome: outcomeShape.optional(),
    })
    .optional(),
  why: z.string().optional(),
  createdAt: z.number(),
  /** It came due and was put before a person. */
  raisedAt: z.number().optional(),
  /** It is over, and still needed: not archived before. */
  archiveAt: z.number().optional(),
})
export type Commitment = z.infer<typeof commitmentShape>
export const commitmentCodec = codec<Commitment>({ kind: 'commitment', schema: 1, shape: commitmentShape })

/** A commitment that a turn made, owned by the queue until a person takes it. */
export function commitmentFrom(draft: CommitmentDraft, head: Head, desk: Desk, now: number): Commitment {
  const { id, kind, text, dueAt, rule, matter, ref, ends, callId, confirmation, work } = draft
  return {
    id,
    kind,
    text,
    dueAt,
    zone: desk.timeZone,
    ...(rule === undefined ? {} : { rule }),
    ...(matter === undefined ? {} : { matter }),
    ...(ref === undefined ? {} : { ref }),
    ...(ends === undefined ? {} : { ends: [...ends] }),
    customerId: head.customerId,
    conversationId: head.id,
    ...(head.caseKey === undefined ? {} : { caseKey: head.caseKey }),
    ...(callId === undefined ? {} : { callId }),
    ...(work === undefined ? {} : { work: { verb: work.verb, args: { ...work.args } } }),
    owner: { kind: 'queue', queue: queueOf('commitment', desk) },
    state: confirmation ? 'confirmed' : 'open',
    ...(confirmation ? { confirmation } : {}),
    createdAt: now,
  }
}

/** A commitment's record with its index terms. */
export function commitmentPut(record: Versioned<Commitment>): Put {
  return commitmentCodec.put(record, commitmentTerms(record.value))
}

/** Where a commitment stands, and at what score. */
export function commitmentTerms(c: Commitment): [string, number][] {
  const terms: [string, number][] = [[indexName.commitmentsOfCustomer(c.customerId), c.createdAt]]
  if (c.state !== 'open') terms.push([indexName.due('archive'), overAt(c)])
  else {
    terms.push([indexName.commitments(), c.dueAt])
    if (c.raisedAt === undefined) terms.push([indexName.due('commitment'), c.dueAt])
  }
  return terms
}

/** When nobody will ask any more for a commitment that is not open: its day has passed, too. */
function overAt({ createdAt, dueAt, confirmation, archiveAt = 0 }: Commitment): number {
  return Math.max(Math.max(createdAt, dueAt, confirmation?.at ?? 0) + STAYS_MS, archiveAt)
}

/** Done, on the word of the company's system or of a person. */
export function confirmed(c: Commitment, ref: string, at: number): Commitment {
  return { ...c, state: 'confirmed', confirmation: { ref, at } }
}

/** It won't be done; a person tells the customer why. */
export function broken(c: Commitment, why: string): Commitment {
  return { ...c, state: 'broken', why }
}

/** Cancelled with the customer: nobody owes it any more. */
export function off(c: Commitment, why: string): Commitment {
  return { ...c, state: 'off', why }
}
