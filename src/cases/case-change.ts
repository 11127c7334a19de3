import type { Ids } from '../clock.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, recordKey, uniqueName } from '../store/keys.ts'
import type { Append, Change, OutsideId, Put } from '../store/store.ts'
import type { Line } from '../turn/line.ts'
import { lineAppend } from '../turn/transcript.ts'
import { type Case, isOpen } from './case.ts'
import { type Customer, customerCodec } from './customer.ts'
import { caseEvents, eventsOf } from './events.ts'
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
      ...eventsOf(caseEvents(before, after, [...(r.also ?? []), ...r.lines])),
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

/** The customer with this case as their open one, or with none; no write when that is what they have. */
function customerPuts(customer: Versioned<Customer>, after: Case): Put[] {
  const openCase = isOpen(after) ? after.key : undefined
  if (customer.value.openCase === openCase) return []
  if (openCase === undefined && customer.value.openCase !== after.key) return []
  const { openCase: _, ...rest } = customer.value
  return [customerCodec.put({ ...customer, value: openCase ? { ...rest, openCase } : rest })]
}
