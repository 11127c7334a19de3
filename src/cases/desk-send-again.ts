import { indexName, logName, recordKey } from '../store/keys.ts'
import { headCodec } from '../turn/conversation.ts'
import { deliveryCodec } from '../turn/delivery.ts'
import { sendAgainLine } from '../turn/send-again.ts'
import { decodeLine, lineAppend } from '../turn/transcript.ts'
import { caseChange } from './case-change.ts'
import { type Acted, type DeskDeps, readCase } from './desk.ts'
import { caseEvents, eventsOf } from './events.ts'
import type { At } from './say.ts'
import { alive, type Person } from './transitions.ts'

/** How often the command is decided anew when somebody else was faster. */
const ATTEMPTS = 8

/**
 * Puts a message that its channel refused on its way again, behind what waits there. Once it waits it is no longer
 * refused, so pressing twice sends it once.
 */
export async function sendAgain(
  deps: DeskDeps,
  caseKey: string,
  by: Person,
  message: { conversationId: string; seq: number },
): Promise<Acted | { outcome: 'no-such-message' }> {
  const { store, desk, ids } = deps
  const { conversationId, seq } = message
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await readCase(store, caseKey)
    if (!record) return { outcome: 'not-found' }
    const before = record.value
    const at: At = { now: store.now(), lineId: () => ids.next(), desk }
    const moved = alive(before, by, at)
    if (typeof moved === 'string') return { outcome: moved }
    if (!before.conversations.includes(conversationId)) return { outcome: 'no-such-message' }
    const [storedHead, storedDelivery] = await store.read([
      recordKey.head(conversationId),
      recordKey.delivery(conversationId),
    ])
    const [storedLine] = await store.lines(logName.conversation(conversationId), seq - 1, 1)
    if (!storedHead || storedLine?.seq !== seq) return { outcome: 'no-such-message' }
    const line = decodeLine(storedLine)
    const delivery = storedDelivery && deliveryCodec.read(storedDelivery)
    // It is on its way already, or has arrived.
    if (!delivery || delivery.value.failed[line.id] === undefined) return { outcome: 'done', case: before }
    const { [line.id]: _why, ...failed } = delivery.value.failed
    const again = sendAgainLine({ id: ids.next(), now: at.now, caseKey: before.key, by: by.id, seq })
    const change = caseChange({ version: record.version, before, after: moved.case, lines: [], ids })
    const wake = indexName.outbox(headCodec.read(storedHead).value.channel)
    const result = await store.commit({
      id: ids.next(),
      put: [...change.put, deliveryCodec.put({ ...delivery, value: { ...delivery.value, failed } })],
      unique: change.unique,
      append: [
        lineAppend(conversationId, again, ids, { wake }),
        ...eventsOf(caseEvents(before, moved.case, [])),
      ],
    })
    if (result.outcome === 'committed' || result.outcome === 'already')
      return { outcome: 'done', case: moved.case }
    if (result.outcome === 'full') break
  }
  return { outcome: 'stale' }
}
