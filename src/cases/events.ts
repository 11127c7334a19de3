import { logName } from '../store/keys.ts'
import type { Append } from '../store/store.ts'
import type { Line } from '../turn/line.ts'
import type { Case } from './case.ts'

/** Positions that a console can resume from; older ones answer `reset`. */
export const EVENTS_KEPT = 10_000

/**
 * What the desk's event log holds. It names what changed and never repeats what was said: the text is read from
 * the conversation when the event is sent, so that erasing a customer leaves no copy here.
 */
export type DeskEvent =
  | { type: 'queue'; arrival?: { key: string } }
  | { type: 'case'; key: string; agentId?: string }
  | { type: 'line'; key: string; agentId?: string; line: { id: string; conversationId: string } }
  | { type: 'lease-warning'; key: string; agentId: string; returnsAt: string }
  | { type: 'presence'; agentId: string }

/** An event in the same commit as the change it tells of. */
export function eventAppend(event: DeskEvent): Append {
  return { log: logName.events(), body: JSON.stringify(strip(event)), keep: EVENTS_KEPT }
}

export function eventsOf(events: readonly DeskEvent[]): Append[] {
  return events.map(eventAppend)
}

function strip(event: DeskEvent): DeskEvent {
  switch (event.type) {
    case 'queue':
      return event.arrival ? { type: 'queue', arrival: { key: event.arrival.key } } : { type: 'queue' }
    case 'line':
      return { ...event, line: { id: event.line.id, conversationId: event.line.conversationId } }
    default:
      return event
  }
}

/** What consoles are told about a change. */
export function caseEvents(before: Case | undefined, after: Case, lines: readonly Line[]): DeskEvent[] {
  const agentId = after.state.kind === 'agent' ? after.state.agentId : undefined
  const lost = before?.state.kind === 'agent' ? before.state.agentId : undefined
  const mine = agentId ?? lost
  const named = mine ? { agentId: mine } : {}
  const events: DeskEvent[] = lines.map((line) => ({
    type: 'line',
    key: after.key,
    ...named,
    line: { id: line.id, conversationId: after.conversationId },
  }))
  if (placeOf(before) !== placeOf(after)) {
    const arrived = after.state.kind === 'queue' && before?.state.kind !== 'queue'
    events.push(arrived ? { type: 'queue', arrival: { key: after.key } } : { type: 'queue' })
  }
  events.push({ type: 'case', key: after.key, ...named })
  if (lost !== undefined && agentId !== undefined && lost !== agentId) {
    events.push({ type: 'case', key: after.key, agentId: lost })
  }
  return events
}

/** What of a case the queue shows: where it stands, for when, and how it got there. */
function placeOf(c: Case | undefined): string {
  if (c?.state.kind === 'queue') return `queue/${c.queue}/${c.dueAt}`
  if (c?.state.kind === 'scheduled') return `scheduled/${c.state.window.from}/${c.callBackPhone ?? ''}`
  return 'elsewhere'
}
