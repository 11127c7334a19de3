import { z } from 'zod'
import { caseStateShape, PRIORITIES } from '../cases/case.ts'
import { TERM_NAMES } from '../cases/deadlines.ts'
import { LANGUAGES } from '../language.ts'
import { attachmentShape, buttonShape, CUSTOMER_ACTIONS, speakerShape } from '../turn/line.ts'
import { COMMITMENT_KINDS, ESCAPE_REASONS } from '../turn/turn.ts'
import type * as wire from './wire.ts'

/**
 * The shapes of what the agent API takes and answers. Each answer's shape is typed by what the console is written
 * against, so that the OpenAPI document made from them, the server and the console can't drift apart.
 */
const time = z.iso.datetime().describe('ISO 8601, UTC')
const channel = z.enum(['web', 'whatsapp', 'teams'])
const role = z.enum(['agent', 'supervisor'])
const languages = z.array(z.enum(LANGUAGES))
const at = z.number().int().describe('the event position that this is true at')
const window = z.object({ from: time, to: time })
const what = z.enum(['call-back', 'written-answer'])
const promised = z.object({ what, window, phone: z.string().optional() })

/** An id that a client makes: sent twice, it is one thing. */
const clientId = z.string().regex(/^[\w.:-]{1,128}$/, '1 to 128 letters, digits, ".", "_", ":" or "-"')
/** Words of an agent. Emoji and every script are welcome; control characters but line breaks and tabs are not. */
const words = z
  .string()
  .max(8_000)
  .refine((text) => text.trim() !== '', 'write something')
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\n\r\t]/g, '')), 'no control characters')
const note = words.optional()

export const bodies = {
  session: z.object({ demo: z.string().max(64) }),
  presence: z.object({
    status: z.enum(['available', 'away']),
    capacity: z.number().int().min(1).max(50).optional(),
  }),
  claimNext: z.object({ id: clientId }),
  none: z.object({}),
  message: z.object({ id: clientId, text: words }),
  transfer: z.object({
    to: z.union([
      z.object({ queue: z.string().min(1).max(64) }),
      z.object({ agentId: z.string().min(1).max(200) }),
    ]),
    note,
  }),
  resolve: z.object({
    outcome: z.string().min(1).max(64),
    rootCause: z.string().min(1).max(64),
    note,
  }),
  promise: z.object({
    id: clientId,
    kind: z.enum(COMMITMENT_KINDS).exclude(['verify']),
    text: words.max(300),
    due: z.union([
      z.object({ rule: z.enum(TERM_NAMES) }),
      z.object({ at: z.iso.datetime({ offset: true }) }),
    ]),
  }),
  confirm: z.object({ ref: z.string().trim().min(1).max(100) }),
  end: z.union([
    z.object({ how: z.literal('broken'), why: words.max(300) }),
    z.object({ how: z.literal('off') }),
  ]),
  work: z.union([
    z.object({
      id: z.string().min(1).max(200),
      ref: z.string().trim().min(1).max(100),
      on: z.iso.date(),
      facts: z.record(z.string().max(64), z.string().trim().min(1).max(2_000)).optional(),
    }),
    z.object({ id: z.string().min(1).max(200), refused: z.string().min(1).max(100) }),
  ]),
  checking: z.object({ minutes: z.number().int().min(1).max(60) }),
  sendAgain: z.object({ conversationId: z.string().min(1).max(200), seq: z.number().int().positive() }),
  read: z.object({ seq: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER) }),
} as const

const presence: z.ZodType<wire.PresenceView> = z.object({
  status: z.enum(['available', 'away']),
  capacity: z.number().int(),
  load: z.number().int(),
  openChats: z
    .array(
      z.object({
        key: z.string(),
        customerName: z.string(),
        staysUntil: time.optional(),
        thenQueue: z.string(),
      }),
    )
    .optional(),
})

const queueParts = {
  key: z.string(),
  reason: z.enum(ESCAPE_REASONS),
  askedAt: time,
  waitingSeconds: z.number().int(),
  dueAt: time,
  language: z.enum(LANGUAGES),
  channel,
  priority: z.enum(PRIORITIES),
  summary: z.string(),
  queue: z.string(),
  customerName: z.string().optional(),
  supervisorAsked: z.boolean().optional(),
  preferredAgentId: z.string().optional(),
  promised: promised.optional(),
}
const queueItem: z.ZodType<wire.QueueItem> = z.object(queueParts)

const transcriptLine: z.ZodType<wire.TranscriptLine> = z.object({
  seq: z.number().int(),
  conversationId: z.string(),
  at: time,
  kind: z.enum(['message', 'note', 'event', 'outcome']),
  from: speakerShape.optional(),
  text: z.string().optional(),
  buttons: z.array(buttonShape).optional(),
  attachments: z.array(attachmentShape.extend({ url: z.string().optional() })).optional(),
  action: z.enum(CUSTOMER_ACTIONS).optional(),
  about: z.object({ dialog: z.string(), step: z.string(), title: z.string() }).optional(),
  name: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  delivery: z.enum(['stored', 'sent', 'delivered', 'read', 'failed']).optional(),
  failure: z.string().optional(),
  agentMessageId: z.string().optional(),
})

const commitmentParts = {
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  dueAt: time,
  state: z.enum(['open', 'confirmed', 'broken', 'off']),
  ref: z.string().optional(),
  work: z
    .object({
      verb: z.string(),
      says: z.string(),
      changes: z.boolean(),
      facts: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })),
      gives: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          kind: z.string(),
          choices: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
        }),
      ),
      refuses: z.array(z.object({ reason: z.string(), title: z.string() })),
    })
    .optional(),
}
const commitment: z.ZodType<wire.CommitmentView> = z.object(commitmentParts)

const earlier = z.object({
  key: z.string(),
  state: z.string(),
  askedAt: time,
  summary: z.string(),
  outcome: z.string().optional(),
})

const caseView: z.ZodType<wire.CaseView> = z.object({
  at,
  key: z.string(),
  state: caseStateShape,
  mine: z.boolean(),
  agentName: z.string().optional(),
  customer: z.object({
    id: z.string(),
    name: z.string(),
    conversations: z.array(z.object({ id: z.string(), channel })),
  }),
  channel,
  language: z.enum(LANGUAGES),
  reason: z.enum(ESCAPE_REASONS),
  detail: z.string().optional(),
  asked: z.string(),
  summary: z.object({ wants: z.string(), tried: z.array(z.string()), promised: z.array(z.string()) }),
  priority: z.enum(PRIORITIES),
  queue: z.string(),
  clock: z.object({
    askedAt: time,
    dueAt: time,
    firstHumanWordsAt: time.optional(),
    waitedSeconds: z.number().int(),
  }),
  owedSince: time.optional(),
  returnsAt: time.optional(),
  warned: z.boolean(),
  checkingUntil: time.optional(),
  facts: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      value: z.string(),
      source: z.enum(['customer', 'business', 'agent', 'identity']),
      at: time,
    }),
  ),
  transcript: z.array(transcriptLine),
  transcriptBefore: z.string().optional(),
  commitments: z.array(commitment),
  supervisorAsked: z.boolean().optional(),
  promised: promised.optional(),
  survey: z.number().optional(),
  earlier: z.array(earlier),
})

const chatRow: z.ZodType<wire.ChatRow> = z.object({
  key: z.string(),
  customerName: z.string(),
  channel,
  language: z.enum(LANGUAGES),
  lastText: z.string(),
  lastFrom: z.enum(['customer', 'bot', 'system', 'agent']),
  lastAt: time,
  unread: z.number().int(),
  owedSince: time.optional(),
  parked: z.boolean(),
  returnsAt: time.optional(),
  warned: z.boolean(),
  checkingUntil: time.optional(),
  supervisorAsked: z.boolean().optional(),
})

const choice = z.object({ name: z.string(), title: z.object({ es: z.string(), en: z.string() }) })

export const answers = {
  error: z.object({
    error: z.object({ code: z.string(), message: z.string() }),
  }) satisfies z.ZodType<wire.ErrorBody>,
  signIn: z.object({
    company: z.string(),
    demoAccounts: z.array(z.object({ id: z.string(), name: z.string(), role })),
    oidcUrl: z.string().optional(),
  }) satisfies z.ZodType<wire.SignInView>,
  me: z.object({
    id: z.string(),
    name: z.string(),
    role,
    languages,
    demo: z.boolean(),
    presence,
  }) satisfies z.ZodType<wire.MeView>,
  presence,
  queue: z.object({
    at,
    waiting: z.array(queueItem),
    scheduled: z.array(z.object({ ...queueParts, what, window, phone: z.string().optional() })),
    size: z.number().int(),
    oldestWaitSeconds: z.number().int(),
    unreadable: z.number().int().optional(),
    next: z.string().optional(),
  }) satisfies z.ZodType<wire.QueueView>,
  chats: z.object({ at, chats: z.array(chatRow) }) satisfies z.ZodType<wire.ChatsView>,
  case: caseView,
  commitment,
  transcript: z.object({
    lines: z.array(transcriptLine),
    before: z.string().optional(),
  }) satisfies z.ZodType<wire.TranscriptView>,
  desk: z.object({
    company: z.string(),
    business: z.enum(['sandbox', 'manual', 'http']),
    durable: z.boolean().optional(),
    queues: z.array(choice),
    agents: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        status: z.enum(['available', 'away']),
        load: z.number().int(),
        capacity: z.number().int(),
      }),
    ),
    outcomes: z.array(choice),
    rootCauses: z.array(choice),
    verbs: z.array(choice),
    refusals: z.array(choice),
  }) satisfies z.ZodType<wire.DeskView>,
  commitments: z.object({
    at,
    commitments: z.array(
      z.object({ ...commitmentParts, caseKey: z.string().optional(), customerName: z.string() }),
    ),
  }) satisfies z.ZodType<wire.CommitmentsView>,
  search: z.object({
    results: z.array(
      z.object({
        key: z.string(),
        state: z.enum(['queue', 'agent', 'scheduled', 'resolved', 'withdrawn']),
        customerName: z.string(),
        askedAt: time,
        summary: z.string(),
      }),
    ),
  }) satisfies z.ZodType<wire.SearchView>,
} as const
