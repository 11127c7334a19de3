import type { HttpLogger } from '../../http/failure.ts'
import { logName } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import type { ConversationStatus } from './activity.ts'
import type { DeliveryMarks } from './delivery-marks.ts'

/** What showing a conversation to its customer needs, shared by all streams and polls. */
export interface ViewDesk {
  store: Store
  marks: DeliveryMarks
  log: HttpLogger
  statusOf(conversationId: string): Promise<ConversationStatus>
  /** Up to where agents have read. */
  agentReadTo(conversationId: string): Promise<number>
  /** Signs addresses that this customer can read their files at; `base` is how the client reached us. */
  fileUrls(holder: { conversationId: string; userId: string }, base: string): (uploadId: string) => string
}

/** The client has what its watermark says, unless it names a place that isn't there yet. */
export async function confirmWatermark(desk: ViewDesk, conversationId: string, after: number): Promise<void> {
  if (after === 0 || desk.marks.hasDelivered(conversationId, after)) return
  const [line] = await desk.store.lines(logName.conversation(conversationId), after - 1, 1)
  if (line?.seq === after) desk.marks.delivered(conversationId, after)
}
