import { z } from 'zod'

/** A button under a message. Pressing it sends its label as text, so every channel can answer by typing. */
export const buttonShape = z.object({ label: z.string() })
export type Button = z.infer<typeof buttonShape>

export const attachmentShape = z.object({
  /** The upload's id (see channels/uploads.ts), for files we hold. */
  uploadId: z.string().optional(),
  contentType: z.string(),
  name: z.string().optional(),
  bytes: z.number().optional(),
})
export type Attachment = z.infer<typeof attachmentShape>

/** What a customer can choose with one tap besides writing; the same words typed mean the same. */
export const CUSTOMER_ACTIONS = [
  'ask',
  'call-back',
  'written-answer',
  'keep-open',
  'leave',
  'return',
  'supervisor',
  'survey',
] as const
export type CustomerAction = (typeof CUSTOMER_ACTIONS)[number]

export const speakerShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('bot') }),
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('agent'), id: z.string(), name: z.string() }),
])
export type Speaker = z.infer<typeof speakerShape>

/** What a company's system answered to a call (see business/business.ts). */
export const outcomeShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ok'),
    /** The company's reference for what was done or found. */
    ref: z.string(),
    /** Facts learnt from the answer, by fact name. */
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  /** Certainly not carried out. */
  z.object({ kind: z.literal('failed'), why: z.string() }),
  /** Perhaps carried out. Never told as done. */
  z.object({ kind: z.literal('unknown'), why: z.string() }),
])
export type Outcome = z.infer<typeof outcomeShape>

/** Something done or agreed that the customer can keep: what, when (ms), and the reference to quote. */
export const receiptShape = z.object({
  title: z.string(),
  ref: z.string(),
  at: z.number(),
  /** Taken in under the reference and owed until then; absent: it is done. */
  dueAt: z.number().optional(),
  /** The "Mi caso" page from the root of the installation, and until when the link holds. */
  link: z.string().optional(),
  linkUntil: z.number().optional(),
})
export type LineReceipt = z.infer<typeof receiptShape>

const base = { id: z.string(), at: z.number() }

/** A line of a conversation's log. `message` lines are what customer, bot, system and agents said to each other. */
export const lineShape = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('message'),
    from: speakerShape,
    text: z.string(),
    buttons: z.array(buttonShape).optional(),
    attachments: z.array(attachmentShape).optional(),
    action: z.enum(CUSTOMER_ACTIONS).optional(),
    /** What the ask recogniser made of a customer's words when they were stored. */
    ask: z.enum(['asks', 'may-ask', 'no']).optional(),
    /** What an action chose: the window of a call-back, the stars of a survey. */
    actionValue: z.string().optional(),
    /** A customer's message that people have: the bot never takes it, also when it has the conversation again. */
    toPeople: z.boolean().optional(),
    /** The client's own id of a customer's message, echoed so that it recognises its own. */
    clientId: z.string().optional(),
    /** Where in the dialogs a line of the bot comes from: what the bot tried, for the agent. */
    about: z.object({ dialog: z.string(), step: z.string(), title: z.string() }).optional(),
    /** The client-made id of an agent's message: sent twice, it is one message. */
    agentMessageId: z.string().optional(),
    caseKey: z.string().optional(),
    /** The message is a proof: clients offer to save or share it. */
    receipt: receiptShape.optional(),
    /** It says how a case stands, whose page is linked where the channel shows no card of it. */
    showsCase: z.boolean().optional(),
  }),
  /** Seen by agents only. */
  z.object({ ...base, kind: z.literal('note'), from: speakerShape, text: z.string(), caseKey: z.string() }),
  /** Something happened to the case or the conversation; shown to agents, and moves the customer's header. */
  z.object({
    ...base,
    kind: z.literal('event'),
    name: z.string(),
    caseKey: z.string().optional(),
    by: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  /** A call's outcome: an input of the bot. */
  z.object({
    ...base,
    kind: z.literal('outcome'),
    callId: z.string(),
    verb: z.string(),
    outcome: outcomeShape,
  }),
  /** A timer that came due: an input of the bot. */
  z.object({ ...base, kind: z.literal('timer'), timerId: z.string(), name: z.string() }),
])
export type Line = z.infer<typeof lineShape>
export type MessageLine = Extract<Line, { kind: 'message' }>
