import { z } from 'zod'
import { OTHER_LANGUAGES } from '../escape/other-languages.ts'
import { LANGUAGES } from '../language.ts'
import { codec } from '../store/codec.ts'
import { ESCAPE_REASONS } from '../turn/turn.ts'

const scheduleParts = {
  what: z.enum(['call-back', 'written-answer']),
  window: z.object({ from: z.number(), to: z.number() }),
}
/** A call-back or a later written answer, promised for a window that the roster can keep. */
export const scheduleShape = z.object(scheduleParts)
export type Schedule = z.infer<typeof scheduleShape>

/** Who holds an open case, or how it ended. One union, in one place. Times are milliseconds since the epoch. */
export const caseStateShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue') }),
  z.object({
    kind: z.literal('agent'),
    agentId: z.string(),
    /** What the customer is told: "Le atiende Lucía". */
    agentName: z.string().optional(),
    since: z.number(),
    /** Waits for the customer: takes no capacity, is never closed for it, and comes back to the same agent. */
    parked: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('scheduled'), ...scheduleParts }),
  z.object({
    kind: z.literal('resolved'),
    at: z.number(),
    by: z.string(),
    outcome: z.string(),
    rootCause: z.string(),
  }),
  /** The customer left the line; asking again restores the original place. */
  z.object({ kind: z.literal('withdrawn'), at: z.number() }),
])
export type CaseState = z.infer<typeof caseStateShape>

/** Served in order of `askedAt` plus the class's target; see cases/queue-order.ts. */
export const PRIORITIES = ['danger', 'urgent', 'normal'] as const
export type Priority = (typeof PRIORITIES)[number]

export const caseShape = z.object({
  /** Short and speakable: what the customer can quote. */
  key: z.string(),
  customerId: z.string(),
  /** Every conversation of this matter; the customer is answered where they last wrote: `conversationId`. */
  conversations: z.array(z.string()),
  conversationId: z.string(),
  channel: z.enum(['web', 'whatsapp', 'teams']),
  language: z.enum(LANGUAGES),
  /** The language that the customer writes in, when it is none of the house's: a person who speaks it is wanted. */
  speaks: z.enum(OTHER_LANGUAGES).optional(),
  reason: z.enum(ESCAPE_REASONS),
  /** For the agent: what happened. */
  detail: z.string().optional(),
  /** What the customer asked in their own words, and what they were about. */
  asked: z.string(),
  summary: z.string(),
  queue: z.string(),
  priority: z.enum(PRIORITIES),
  /** The clock of G7: starts at the first ask, and only words typed by a person stop it. */
  askedAt: z.number(),
  dueAt: z.number(),
  firstHumanWordsAt: z.number().optional(),
  openedAt: z.number(),
  state: caseStateShape,
  /** The customer waits for an answer since; absent: the customer was answered. */
  owedSince: z.number().optional(),
  /** When the agent last showed life on this case: typing, an action, "sigo aquí", or "lo estoy revisando". */
  agentSeenAt: z.number().optional(),
  /** "Lo estoy revisando": the customer was told that an answer takes until then. */
  checkingUntil: z.number().optional(),
  /** The agent has been warned that the case is about to return to the queue. */
  warnedAt: z.number().optional(),
  /** Whom the case comes back to first. */
  preferredAgentId: z.string().optional(),
  callBackPhone: z.string().optional(),
  supervisorAsked: z.boolean().optional(),
  survey: z.number().optional(),
  /** When the sweeper must look at this case again: a silent agent's lease, a window that begins. */
  sweepAt: z.number().optional(),
  /** The call-back or written answer that was promised; it stays when the window has begun and the case is in line. */
  schedule: scheduleShape.optional(),
  /** The customer has been asked for the number to call. */
  phoneAsked: z.boolean().optional(),
  /** When it was last given back to the line; the preferred agent has it first for a while after. */
  queuedAt: z.number().optional(),
  /** How often a message after "resolved" brought it back. */
  reopened: z.number().optional(),
  /** It is over and goes to the archive's files: it stands in no index any more. */
  archivedAt: z.number().optional(),
  /** It is over, and something of it is still needed: not archived before. */
  archiveAt: z.number().optional(),
})
export type Case = z.infer<typeof caseShape>
export const caseCodec = codec<Case>({ kind: 'case', schema: 1, shape: caseShape })

/** The proof of an ask, built from a stored case and given to the customer. */
export interface Receipt {
  key: string
  asked: string
  askedAt: number
}

/** An open case belongs to its people: the bot is silent. */
export function isOpen(c: Case): boolean {
  return c.state.kind !== 'resolved' && c.state.kind !== 'withdrawn'
}

/** Who owns a conversation whose latest case is this one. */
export function ownerOf(c: Case | undefined): 'bot' | 'queue' | 'agent' | 'scheduled' {
  if (!c || !isOpen(c)) return 'bot'
  return c.state.kind as 'queue' | 'agent' | 'scheduled'
}
