import type { Clock, Ids } from '../../clock.ts'
import { StoreAway } from '../../errors.ts'
import { logName, recordKey } from '../../store/keys.ts'
import type { Change, Store } from '../../store/store.ts'
import type { Metrics } from '../../telemetry.ts'
import { commitFirmly } from '../../turn/commit.ts'
import type { Head } from '../../turn/conversation.ts'
import { type Delivery, deliveryCodec, newDelivery } from '../../turn/delivery.ts'
import { loadHead } from '../../turn/load.ts'
import { notDelivered } from '../../turn/not-delivered.ts'
import { lineSentAgain } from '../../turn/send-again.ts'
import { signalConversation } from '../../turn/signal.ts'
import { decodeLine } from '../../turn/transcript.ts'
import { wordsOf } from './graph-errors.ts'
import type { Status } from './shapes.ts'
import { readTag, type Tag } from './tag.ts'

interface StatusParts {
  store: Store
  clock: Clock
  ids: Ids
  metrics: Pick<Metrics, 'webhookLeft'>
}

const TRIES = 8

/**
 * What became of a message. They come in any order and more than once, so each only ever moves a mark on. That
 * WhatsApp has a message is stored before this is acknowledged: by it a message is not sent twice.
 */
export async function takeStatus(parts: StatusParts, status: Status): Promise<void> {
  const tag = readTag(status.biz_opaque_callback_data)
  const left = (why: string): void => parts.metrics.webhookLeft.inc({ channel: 'whatsapp', why })
  if (!tag) return left('status-of-others')
  const head = await loadHead(parts.store, tag.conversationId)
  if (!head) return left('status-of-nobody')
  for (let tries = 0; tries < TRIES; tries += 1) {
    const change =
      status.status === 'failed'
        ? await failed(parts, head.value, tag, wordsOf(status.errors?.[0]))
        : await moved(parts.store, tag, status.status)
    if (!change) return
    const { outcome } = await commitFirmly(parts.store, { id: parts.ids.next(), ...change })
    if (outcome === 'stale') continue
    if (outcome === 'full') throw new StoreAway('the store is full')
    if (status.status !== 'failed') tellWatchers(parts.store, tag, status.status)
    return
  }
  throw new StoreAway('too many changes at the same moment')
}

/** Undefined: nothing moves. */
async function moved(store: Store, tag: Tag, status: string): Promise<Omit<Change, 'id'> | undefined> {
  // Of a line that went in several messages the last one tells.
  if (!tag.isLast) return undefined
  const key = recordKey.delivery(tag.conversationId)
  const [stored] = await store.read([key])
  const record = stored ? deliveryCodec.read(stored) : { key, version: 0, value: newDelivery() }
  const value = marked(record.value, status, tag.seq)
  return value === record.value ? undefined : { put: [deliveryCodec.put({ ...record, value })] }
}

function marked(before: Delivery, status: string, seq: number): Delivery {
  const reaches = { sent: 1, delivered: 2, read: 3, played: 3 }[status] ?? 0
  const after = {
    ...before,
    sentTo: reaches >= 1 ? Math.max(before.sentTo, seq) : before.sentTo,
    deliveredTo: reaches >= 2 ? Math.max(before.deliveredTo, seq) : before.deliveredTo,
    readTo: reaches >= 3 ? Math.max(before.readTo, seq) : before.readTo,
  }
  const isNews =
    after.sentTo > before.sentTo || after.deliveredTo > before.deliveredTo || after.readTo > before.readTo
  return isNews ? after : before
}

/** Undefined: it was told before, or the line that it speaks of is none of ours. */
async function failed(
  parts: StatusParts,
  head: Head,
  tag: Tag,
  why: string,
): Promise<Omit<Change, 'id'> | undefined> {
  const { store } = parts
  const [line] = await store.lines(logName.conversation(head.id), tag.seq - 1, 1)
  if (line?.seq !== tag.seq) return undefined
  const onItsWay = decodeLine(line)
  const again = await lineSentAgain(store, head.id, onItsWay)
  if ((again ?? onItsWay).id !== tag.lineId) return undefined
  const [stored] = await store.read([recordKey.delivery(head.id)])
  if (stored && deliveryCodec.read(stored).value.failed[tag.lineId] !== undefined) return undefined
  return await notDelivered(parts, head, tag.lineId, why)
}

function tellWatchers(store: Store, { conversationId, seq }: Tag, status: string): void {
  if (status === 'delivered') signalConversation(store, conversationId, { kind: 'delivered', seq })
  if (status === 'read') signalConversation(store, conversationId, { kind: 'read', by: 'customer', seq })
}
