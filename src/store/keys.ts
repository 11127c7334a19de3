import type { IndexName, LogName, OutsideId, RecordKey } from './store.ts'

/** Every storage name comes from here; a missing part throws, so that two things can never share a key. */
function join(kind: string, parts: readonly (string | number)[]): string {
  for (const part of parts) {
    if (part === '' || part === undefined || part === null || Number.isNaN(part)) {
      throw new TypeError(`storage name of kind "${kind}" has an empty part`)
    }
  }
  return [kind, ...parts.map((part) => encodeURIComponent(String(part)))].join('/')
}

/** The last part of a storage name: the id it was made from. */
export function idOf(name: string): string {
  return decodeURIComponent(name.slice(name.lastIndexOf('/') + 1))
}

export const recordKey = {
  head: (conversationId: string): RecordKey => join('head', [conversationId]),
  bot: (conversationId: string): RecordKey => join('bot', [conversationId]),
  customer: (customerId: string): RecordKey => join('customer', [customerId]),
  case: (caseKey: string): RecordKey => join('case', [caseKey]),
  call: (callId: string): RecordKey => join('call', [callId]),
  timer: (timerId: string): RecordKey => join('timer', [timerId]),
  commitment: (commitmentId: string): RecordKey => join('commitment', [commitmentId]),
  agent: (agentId: string): RecordKey => join('agent', [agentId]),
  upload: (uploadId: string): RecordKey => join('upload', [uploadId]),
  /** How far a conversation's lines have got to each side; see turn/delivery.ts. */
  delivery: (conversationId: string): RecordKey => join('delivery', [conversationId]),
  /** Written by each booking of a call-back window, which begins then; see cases/booking.ts. */
  callBackWindow: (from: number): RecordKey => join('call-back-window', [from]),
  seal: (conversationId: string): RecordKey => join('seal', [conversationId]),
  /** A day as `2026-11-23`, or `latest`. */
  anchor: (day: string): RecordKey => join('anchor', [day]),
  /** Which process does what only one is to do. */
  lock: (name: string): RecordKey => join('lock', [name]),
  /** How far the audit of asks has read. */
  asksAudit: (): RecordKey => 'asks-audit',
  /** How far the archive has been written. */
  archive: (): RecordKey => 'archive',
  /** How far the search for orphans has come. */
  orphans: (): RecordKey => 'orphans',
}

export const logName = {
  /** Everything said and done in a conversation, in order; for the web its sequence number is the watermark. */
  conversation: (conversationId: string): LogName => join('conversation', [conversationId]),
  /** Live events for the console. */
  events: (): LogName => 'events',
  /** Every seal in order, over all conversations: what the daily anchors are made over. */
  seals: (): LogName => 'seals',
  /** Messages that were not understood, and what solved them; see turn/lessons.ts. */
  lessons: (): LogName => 'lessons',
  /** How long recent cases kept an agent: what a wait is estimated from. */
  serviceTimes: (): LogName => 'service-times',
  /** What is over and goes to the archive's files; see archive/entry.ts. */
  archive: (): LogName => 'archive',
}

export const indexName = {
  /** Conversations with inputs that wait for a worker. */
  inputs: (): IndexName => 'inputs',
  /** Conversations with lines that wait for the sender, by channel. */
  outbox: (channel: string): IndexName => join('outbox', [channel]),
  /** Cases that wait for an agent, by due time. */
  queue: (queue: string): IndexName => join('queue', [queue]),
  /** Cases with a call-back or a written answer at a time. */
  scheduled: (): IndexName => 'scheduled',
  /** Open cases of an agent. */
  agentCases: (agentId: string): IndexName => join('agent-cases', [agentId]),
  /** Those of an agent's cases that take capacity: not the parked ones. */
  agentLoad: (agentId: string): IndexName => join('agent-load', [agentId]),
  /** Agents on duty. */
  agents: (): IndexName => 'agents',
  /** Every agent who ever signed in, for names and transfer. */
  allAgents: (): IndexName => 'agents-all',
  /**
   * Cases, commitments, timers and files to fetch (`media`) by the moment something must be done about them. `archive`: all that is over, by when
   * nobody will ask for it any more.
   */
  due: (kind: 'timer' | 'case' | 'commitment' | 'call' | 'agent' | 'media' | 'archive'): IndexName =>
    join('due', [kind]),
  commitments: (): IndexName => 'commitments-open',
  commitmentsOfCustomer: (customerId: string): IndexName => join('commitments-of', [customerId]),
  unsealed: (): IndexName => 'unsealed',
  /** Customers who proved that an account is theirs: one person on several channels. */
  customersOfAccount: (account: string): IndexName => join('customers-of-account', [account]),
  casesOfCustomer: (customerId: string): IndexName => join('cases-of', [customerId]),
  /** Other names of a case. */
  aliasesOf: (caseKey: string): IndexName => join('aliases-of', [caseKey]),
  conversationsOfCustomer: (customerId: string): IndexName => join('conversations-of', [customerId]),
}

export const uniqueName = {
  openCase: (customerId: string): string => join('open-case', [customerId]),
  identity: (channel: string, outsideId: string): string => join('identity', [channel, outsideId]),
  /** The conversation of an outside id, where its own id doesn't tell: it had another outside id at first. */
  thread: (channel: string, outsideId: string): string => join('thread', [channel, outsideId]),
}

export const outsideId = (channel: string, conversationId: string, messageId: string): OutsideId =>
  join('in', [channel, conversationId, messageId])
