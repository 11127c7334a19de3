import type { Ids } from '../clock.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, recordKey, uniqueName } from '../store/keys.ts'
import type { Append, Change, OutsideId, Put } from '../store/store.ts'
import type { Line } from '../turn/line.ts'
import { lineAppend } from '../turn/transcript.ts'
import { type Case, isOpen } from './case.ts'
import { type Customer, customerCodec } from './customer.ts'
import { type DeskEvent, eventAppend } from './events.ts'
import { casePut } from './terms.ts'

type Parts = Required<Pick<Change, 'put' | 'append' | 'unique'>>

/**
 * Everything a case's transition writes, ready for one commit: the case with its terms, the customer when the open
 * case changed, the lines (woken for the sender where the channel is pushed to), the events and the unique name.
 *
 * `customer` is left out when it can't change: between claim and resolve. Lines that the caller appends itself (the
 * customer's own message) are named in `also`, for their event.
 */
export function caseChange(r: {
  /** The version that was read; 0 for a new case. */
  version: number
  before: Case | undefined
  after: Case
  customer?: Versioned<Customer>
  lines: readonly Line[]
  ids: Ids
  also?: readonly Line[]
}): Parts {
  const { before, after } = r
  const openBefore = before !== undefined && isOpen(before)
  const openNow = isOpen(after)
  const put: Put[] = [casePut({ key: recordKey.case(after.key), version: r.version, value: after })]
  if (r.customer) put.push(...customerPuts(r.customer, after))
  return {
    put,
    append: [
      ...r.lines.map((line) => caseLineAppend(after, line, r.ids)),
      ...caseEvents(before, after, [...(r.also ?? []), ...r.lines]).map(eventAppend),
    ],
    unique:
      openBefore === openNow
        ? []
        : [
            {
              name: uniqueName.openCase(after.customerId),
              owner: openNow ? recordKey.case(after.key) : null,
            },
          ],
  }
}

/** A line of a case goes to where the customer last wrote, and wakes the sender of a channel that is pushed to. */
export function caseLineAppend(c: Case, line: Line, ids: Ids, options: { once?: OutsideId } = {}): Append {
  const goesOut = line.kind === 'message' && line.from.kind !== 'customer' && c.channel !== 'web'
  return lineAppend(c.conversationId, line, ids, {
    ...options,
    ...(goesOut ? { wake: indexName.outbox(c.channel) } : {}),
  })
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

/** The customer with this case as their open one, or with none; no write when that is what they have. */
function customerPuts(customer: Versioned<Customer>, after: Case): Put[] {
  const openCase = isOpen(after) ? after.key : undefined
  if (customer.value.openCase === openCase) return []
  if (openCase === undefined && customer.value.openCase !== after.key) return []
  const { openCase: _, ...rest } = customer.value
  return [customerCodec.put({ ...customer, value: openCase ? { ...rest, openCase } : rest })]
}

/** What of a case the queue shows: where it stands, for when, and how it got there. */
function placeOf(c: Case | undefined): string {
  if (c?.state.kind === 'queue') return `queue/${c.queue}/${c.dueAt}`
  if (c?.state.kind === 'scheduled') return `scheduled/${c.state.window.from}/${c.callBackPhone ?? ''}`
  return 'elsewhere'
}
