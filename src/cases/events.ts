import { logName } from '../store/keys.ts'
import type { Append } from '../store/store.ts'

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
  | { type: 'delivery'; key: string; agentId?: string; conversationId: string }

/** An event in the same commit as the change it tells of. */
export function eventAppend(event: DeskEvent): Append {
  return { log: logName.events(), body: JSON.stringify(strip(event)), keep: EVENTS_KEPT }
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
