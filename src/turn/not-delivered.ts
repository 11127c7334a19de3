import { eventAppend } from '../cases/events.ts'
import type { Clock, Ids } from '../clock.ts'
import { recordKey } from '../store/keys.ts'
import type { Change, Store } from '../store/store.ts'
import { appendLine } from './append.ts'
import type { Head } from './conversation.ts'
import { deliveryCodec, newDelivery } from './delivery.ts'
import type { Line } from './line.ts'

/**
 * What makes a message that could not be delivered visible to an agent, who can send it again. Decided on how far the
 * conversation's lines have got, so it is stale when a mark was written meanwhile.
 */
export async function notDelivered(
  { store, ids, clock }: { store: Store; ids: Ids; clock: Clock },
  head: Head,
  lineId: string,
  why: string,
): Promise<Pick<Change, 'put' | 'append'>> {
  const key = recordKey.delivery(head.id)
  const [stored] = await store.read([key])
  const delivery = stored ? deliveryCodec.read(stored) : { key, version: 0, value: newDelivery() }
  const failed = { ...delivery.value.failed, [lineId]: why }
  const event: Line = {
    id: ids.next(),
    at: clock.now(),
    kind: 'event',
    name: 'not-delivered',
    data: { lineId, why },
  }
  return {
    put: [deliveryCodec.put({ ...delivery, value: { ...delivery.value, failed } })],
    append: [
      appendLine(head, event, ids),
      ...(head.caseKey === undefined ? [] : [eventAppend({ type: 'case', key: head.caseKey })]),
    ],
  }
}
