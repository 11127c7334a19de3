import type {
  AgentEvent,
  CaseView,
  ChatsView,
  CommitmentsView,
  QueueView,
  TranscriptLine,
} from '../../../http/wire.ts'

/** An event and its position in the desk's order of events. */
export interface Positioned {
  at: number
  event: AgentEvent
}

/**
 * What the server has told us. Snapshots carry the position they are true at, events their own: so the screen is
 * *derived* (each snapshot plus the events after it) and arrival order doesn't matter. Nothing here is ever
 * applied twice or missed, whether a snapshot was asked for before or after an event came.
 */
export interface Feed {
  queue?: QueueView
  chats?: ChatsView
  commitments?: CommitmentsView
  cases: Readonly<Record<string, CaseView>>
  /** Older pages of transcripts: lines never change once they are old. */
  older: Readonly<Record<string, { lines: TranscriptLine[]; before?: string }>>
  /** The latest events by position. */
  events: readonly Positioned[]
  /** Events up to here may have been dropped: a snapshot older than this must be read again. */
  forgottenUpTo: number
  /** By case: when the customer was last seen typing (local milliseconds). */
  typing: Readonly<Record<string, number>>
  /** By conversation: how far the customer's device has got. Told without positions, so only ever growing. */
  progress: Readonly<Record<string, Progress>>
}

export interface Progress {
  deliveredTo: number
  readTo: number
}

export type FeedInput =
  | { type: 'queue'; view: QueueView }
  | { type: 'chats'; view: ChatsView }
  | { type: 'commitments'; view: CommitmentsView }
  | { type: 'case'; view: CaseView }
  /** This agent may not see the case any more: somebody else has it. */
  | { type: 'gone'; key: string }
  | { type: 'older'; key: string; lines: TranscriptLine[]; before?: string }
  | { type: 'event'; at: number; event: AgentEvent; heardAt: number }
  /** The connection was lost for good: what we show stays, and all of it is read again. */
  | { type: 'reset' }

/** Enough for a storm; beyond it we read snapshots again. */
export const EVENTS_KEPT = 1_000

export const emptyFeed: Feed = {
  cases: {},
  older: {},
  events: [],
  forgottenUpTo: -1,
  typing: {},
  progress: {},
}

export function reduce(feed: Feed, input: FeedInput): Feed {
  switch (input.type) {
    case 'queue':
      return isNewer(input.view, feed.queue) ? { ...feed, queue: input.view } : feed
    case 'chats':
      return isNewer(input.view, feed.chats) ? { ...feed, chats: input.view } : feed
    case 'commitments':
      return isNewer(input.view, feed.commitments) ? { ...feed, commitments: input.view } : feed
    case 'case': {
      const { key } = input.view
      if (!isNewer(input.view, feed.cases[key])) return feed
      return { ...feed, cases: { ...feed.cases, [key]: input.view } }
    }
    case 'gone':
      return { ...feed, cases: without(feed.cases, input.key), older: without(feed.older, input.key) }
    case 'older': {
      const known = feed.older[input.key]?.lines ?? []
      const page = { lines: mergeLines(known, input.lines), before: input.before }
      return { ...feed, older: { ...feed.older, [input.key]: page } }
    }
    case 'event':
      return hear(feed, input)
    case 'reset':
      return forgetPositions(feed)
  }
}

function hear(feed: Feed, { at, event, heardAt }: Extract<FeedInput, { type: 'event' }>): Feed {
  if (event.type === 'reset') return forgetPositions(feed)
  if (event.type === 'typing') return { ...feed, typing: { ...feed.typing, [event.key]: heardAt } }
  if (event.type === 'delivery' && event.conversationId !== undefined)
    return getFurther(feed, event.conversationId, event)
  if (at <= feed.forgottenUpTo || feed.events.some((known) => known.at === at)) return feed
  const events = insert(feed.events, { at, event })
  const typing =
    event.type === 'line' && feed.typing[event.key] ? without(feed.typing, event.key) : feed.typing
  if (events.length <= EVENTS_KEPT) return { ...feed, events, typing }
  const [oldest, ...rest] = events
  return { ...feed, events: rest, typing, forgottenUpTo: oldest?.at ?? feed.forgottenUpTo }
}

function getFurther(
  feed: Feed,
  conversationId: string,
  { deliveredTo = 0, readTo = 0 }: { deliveredTo?: number; readTo?: number },
): Feed {
  const known = feed.progress[conversationId] ?? { deliveredTo: 0, readTo: 0 }
  const further = {
    deliveredTo: Math.max(known.deliveredTo, deliveredTo, readTo),
    readTo: Math.max(known.readTo, readTo),
  }
  return { ...feed, progress: { ...feed.progress, [conversationId]: further } }
}

function insert(events: readonly Positioned[], added: Positioned): Positioned[] {
  let place = events.length
  while (place > 0 && (events[place - 1] as Positioned).at > added.at) place -= 1
  return [...events.slice(0, place), added, ...events.slice(place)]
}

/** Positions mean nothing any more; what is on the screen stays there until it is read again. */
function forgetPositions(feed: Feed): Feed {
  const aged = <V extends { at: number }>(view: V | undefined) => view && { ...view, at: -1 }
  return {
    ...feed,
    queue: aged(feed.queue),
    chats: aged(feed.chats),
    commitments: aged(feed.commitments),
    cases: Object.fromEntries(Object.entries(feed.cases).map(([key, view]) => [key, { ...view, at: -1 }])),
    events: [],
    forgottenUpTo: -1,
  }
}

/** A snapshot at the same position is taken too: it may have been read again with more pages. */
function isNewer(view: { at: number }, known: { at: number } | undefined): boolean {
  return !known || view.at >= known.at
}

/** Which snapshots are behind what we have heard, or were never read. */
export interface Behind {
  queue: boolean
  chats: boolean
  commitments: boolean
  cases: string[]
}

export function whatIsBehind(feed: Feed, agentId: string): Behind {
  const behind: Behind = {
    queue: isForgotten(feed, feed.queue),
    chats: isForgotten(feed, feed.chats),
    commitments: isForgotten(feed, feed.commitments),
    cases: [],
  }
  const rows = new Set(feed.chats?.chats.map((row) => row.key))
  const stale = new Set(
    Object.values(feed.cases)
      .filter((view) => isForgotten(feed, view))
      .map((v) => v.key),
  )
  for (const { at, event } of feed.events) {
    const isAfter = (view: { at: number } | undefined) => view !== undefined && at > view.at
    if (event.type === 'queue') behind.queue ||= isAfter(feed.queue)
    if (event.type === 'case') {
      if (event.agentId === agentId || rows.has(event.key)) behind.chats ||= isAfter(feed.chats)
      if (isAfter(feed.cases[event.key])) stale.add(event.key)
      behind.commitments ||= isAfter(feed.commitments)
    }
    if (event.type === 'delivery' && isAfter(feed.cases[event.key])) stale.add(event.key)
    if (event.type === 'line' && event.agentId === agentId && !rows.has(event.key)) {
      behind.chats ||= isAfter(feed.chats)
    }
  }
  behind.cases = [...stale]
  return behind
}

function isForgotten(feed: Feed, view: { at: number } | undefined): boolean {
  return !view || view.at < feed.forgottenUpTo || view.at < 0
}

/** Lines of several conversations in the order they were said; the later of two tellings of one line counts. */
export function mergeLines(
  known: readonly TranscriptLine[],
  told: readonly TranscriptLine[],
): TranscriptLine[] {
  const byPlace = new Map<string, TranscriptLine>()
  for (const line of known) byPlace.set(placeOf(line), line)
  for (const line of told) byPlace.set(placeOf(line), line)
  return [...byPlace.values()].sort(inOrder)
}

export function placeOf(line: TranscriptLine): string {
  return `${line.conversationId}/${line.seq}`
}

/** By time also within a conversation: an ask that was kept while the store was away was stored late. */
function inOrder(a: TranscriptLine, b: TranscriptLine): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.conversationId === b.conversationId) return a.seq - b.seq
  return a.conversationId < b.conversationId ? -1 : 1
}

function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
