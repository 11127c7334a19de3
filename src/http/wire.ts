/**
 * What the agent API sends, as types only: shared by the server and the console. Times are ISO 8601 in UTC.
 * `at` is the event position that an answer is true at: events after it bring it up to date.
 */
import type { CaseState, Priority } from '../cases/case.ts'
import type { Language, Texts } from '../language.ts'
import type { Channel } from '../turn/conversation.ts'
import type { Attachment, Button, CustomerAction, Speaker } from '../turn/line.ts'
import type { EscapeReason } from '../turn/turn.ts'

export interface ErrorBody {
  error: { code: string; message: string }
}

export interface MeView {
  id: string
  name: string
  role: 'agent' | 'supervisor'
  languages: Language[]
  demo: boolean
  presence: PresenceView
}

export interface PresenceView {
  status: 'available' | 'away'
  capacity: number
  /** Cases that take capacity now. */
  load: number
  /** Of an agent who is away: the chats that stay theirs, until when, and which line each then goes back to. */
  openChats?: { key: string; customerName: string; staysUntil?: string; thenQueue: string }[]
}

export interface QueueItem {
  key: string
  reason: EscapeReason
  askedAt: string
  waitingSeconds: number
  dueAt: string
  language: Language
  /** The language wanted of whoever takes it, when the customer writes in none of the house's. */
  speaks?: string
  channel: Channel
  priority: Priority
  summary: string
  queue: string
  customerName?: string
  supervisorAsked?: boolean
  /** Whom it comes back to first. */
  preferredAgentId?: string
  /** A call-back or written answer whose window has begun. */
  promised?: { what: 'call-back' | 'written-answer'; window: { from: string; to: string }; phone?: string }
}

export interface ScheduledItem extends QueueItem {
  what: 'call-back' | 'written-answer'
  window: { from: string; to: string }
  phone?: string
}

export interface QueueView {
  at: number
  waiting: QueueItem[]
  scheduled: ScheduledItem[]
  /** How many wait in all, and the longest wait. */
  size: number
  oldestWaitSeconds: number
  /** Cases of this page that can't be read: tell the operator. */
  unreadable?: number
  /** Give it as `?after=` to get the next page. */
  next?: string
}

/** One of the agent's own chats, for the list on the left. */
export interface ChatRow {
  key: string
  customerName: string
  channel: Channel
  language: Language
  lastText: string
  lastFrom: Speaker['kind']
  lastAt: string
  /** Messages of the customer since the agent last opened the chat. */
  unread: number
  owedSince?: string
  parked: boolean
  /** When the chat returns to the queue unless the agent shows life. */
  returnsAt?: string
  warned: boolean
  checkingUntil?: string
  supervisorAsked?: boolean
}

export interface ChatsView {
  at: number
  chats: ChatRow[]
}

export interface TranscriptLine {
  seq: number
  conversationId: string
  at: string
  kind: 'message' | 'note' | 'event' | 'outcome'
  from?: Speaker
  text?: string
  buttons?: Button[]
  attachments?: (Attachment & { url?: string })[]
  action?: CustomerAction
  about?: { dialog: string; step: string; title: string }
  /** Events and outcomes: what happened, ready to be read. */
  name?: string
  data?: Record<string, unknown>
  /** Of messages to the customer: where they are on their way. */
  delivery?: 'stored' | 'sent' | 'delivered' | 'read' | 'failed'
  /** Why the channel refused it. */
  failure?: string
  agentMessageId?: string
}

export interface FactView {
  name: string
  label: string
  value: string
  source: 'customer' | 'business' | 'agent' | 'identity'
  at: string
}

export interface CommitmentView {
  id: string
  kind: string
  text: string
  dueAt: string
  /** `off`: cancelled with the customer. */
  state: 'open' | 'confirmed' | 'broken' | 'off'
  ref?: string
  /** An agent has to find or do it by hand, while it is open: `POST /cases/:key/work` says what came of it. */
  work?: WorkView
}

/** A call that no system of the company carries out. */
export interface WorkView {
  verb: string
  says: string
  /** The customer is told what came of it; of a look-up the agent tells them. */
  changes: boolean
  facts: { name: string; label: string; value: string }[]
  /** What can be entered beside date and reference, by the verb's names. */
  gives: { name: string; label: string; kind: string; choices?: { value: string; title: string }[] }[]
  refuses: { reason: string; title: string }[]
}

export interface CaseView {
  at: number
  key: string
  state: CaseState
  mine: boolean
  agentName?: string
  customer: { id: string; name: string; conversations: { id: string; channel: Channel }[] }
  channel: Channel
  language: Language
  /** The language that the customer writes in, when it is none of the house's. */
  speaks?: string
  reason: EscapeReason
  detail?: string
  asked: string
  summary: { wants: string; tried: string[]; promised: string[] }
  priority: Priority
  queue: string
  clock: { askedAt: string; dueAt: string; firstHumanWordsAt?: string; waitedSeconds: number }
  owedSince?: string
  returnsAt?: string
  warned: boolean
  checkingUntil?: string
  facts: FactView[]
  transcript: TranscriptLine[]
  /** Give it as `?before=` to `GET /cases/:key/transcript` for older lines. */
  transcriptBefore?: string
  commitments: CommitmentView[]
  supervisorAsked?: boolean
  /** A call-back or written answer that was promised, with the number to call. */
  promised?: QueueItem['promised']
  /** What the customer answered after "resolved", from 1 to 5. */
  survey?: number
  earlier: { key: string; state: string; askedAt: string; summary: string; outcome?: string }[]
}

/** Server-sent events. The event's `id` is its position. */
export type AgentEvent =
  /** The queue changed: an arrival, a claim, a return. `arrival` is for sound and notification. */
  | { type: 'queue'; arrival?: QueueItem }
  /** A case changed in owner, clock or lease. */
  | { type: 'case'; key: string; agentId?: string }
  | { type: 'line'; key: string; agentId?: string; line: TranscriptLine }
  /** Not stored: how far the customer's device has got; without figures: read the case again. */
  | {
      type: 'delivery'
      key: string
      agentId?: string
      conversationId?: string
      deliveredTo?: number
      readTo?: number
    }
  /** Not stored: carries no position. */
  | { type: 'typing'; key: string }
  /** The agent will lose this case unless they show life within `seconds`. */
  | { type: 'lease-warning'; key: string; agentId: string; returnsAt: string }
  | { type: 'presence'; agentId: string }
  /** The position asked for is gone: read everything again. */
  | { type: 'reset' }

/** `GET /search?q=`: by case key, or by words among the cases that this person may see. */
export interface SearchView {
  results: { key: string; state: CaseState['kind']; customerName: string; askedAt: string; summary: string }[]
}

/** `GET /session`, without a cookie: how one signs in here, and where. */
export interface SignInView {
  company: string
  /** The demo's accounts, each a button: on loopback in demo mode only. */
  demoAccounts: { id: string; name: string; role: MeView['role'] }[]
  /** Where the company's own sign-in begins. */
  oidcUrl?: string
}

/** `GET /desk`: whom a chat can be handed to, and the words it can be closed with. */
export interface DeskView {
  company: string
  /** `manual`: no systems are connected, and agents do by hand what the bot would ask of them. */
  business: 'sandbox' | 'manual' | 'http'
  /** False: what was stored may be lost when a machine fails; `/readyz` says why. Absent while that can't be told. */
  durable?: boolean
  queues: { name: string; title: Texts }[]
  agents: { id: string; name: string; status: PresenceView['status']; load: number; capacity: number }[]
  outcomes: { name: string; title: Texts }[]
  rootCauses: { name: string; title: Texts }[]
  /** What the company's systems can be asked, and why they may say no, in words. */
  verbs: { name: string; title: Texts }[]
  refusals: { name: string; title: Texts }[]
}

/** `GET /commitments`: what this agent, or nobody yet, has to keep by the end of today; most urgent first. */
export interface CommitmentsView {
  at: number
  commitments: (CommitmentView & { caseKey?: string; customerName: string })[]
}

/** `GET /cases/:key/transcript?before=`: older lines, oldest first; `before` absent: these were the first. */
export interface TranscriptView {
  lines: TranscriptLine[]
  before?: string
}

/**
 * What the console sends, by path under `/cases/:key`. Everything here may be sent twice: ids are client-made.
 * `unpark`, `claim`, `release`, `park` and `still-here` have an empty object for a body.
 */
export interface CaseRequests {
  messages: { id: string; text: string }
  /** A message of the transcript that its channel could not deliver. */
  'send-again': { conversationId: string; seq: number }
  notes: { id: string; text: string }
  transfer: { to: { queue: string } | { agentId: string }; note?: string }
  resolve: { outcome: string; rootCause: string; note?: string }
  /** Something promised in the company's name, by a term of the desk or by a moment (ISO 8601). */
  commitments: { id: string; kind: string; text: string; due: { rule: string } | { at: string } }
  /** A work item's end, by the id of its commitment. `on` is the company's date: "2026-11-30". */
  work:
    | { id: string; ref: string; on: string; facts?: Record<string, string> }
    | { id: string; refused: string }
  /** "Lo estoy revisando": the customer is told that an answer takes so long. */
  checking: { minutes: number }
  /** The agent types now; at most every three seconds. */
  typing: Record<string, never>
  /** The agent has the chat open and has seen it up to this line. */
  read: { seq: number }
}
