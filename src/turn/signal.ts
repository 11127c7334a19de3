import { z } from 'zod'
import { logName } from '../store/keys.ts'
import type { Store } from '../store/store.ts'

/**
 * What happens in a conversation and isn't worth storing: it goes to whoever watches the conversation's log, and may
 * be lost. `seq` is a line's place in the log: read or arrived up to and including it.
 */
const signalShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('typing'),
    from: z.enum(['customer', 'agent', 'bot']),
    /** The agent's name, as the customer sees it. */
    name: z.string().optional(),
  }),
  z.object({ kind: z.literal('read'), by: z.enum(['customer', 'agent']), seq: z.number() }),
  z.object({ kind: z.literal('delivered'), seq: z.number() }),
])
export type ConversationSignal = z.infer<typeof signalShape>

/** Tells the watchers of a conversation. */
export function signalConversation(store: Store, conversationId: string, signal: ConversationSignal): void {
  store.signal(logName.conversation(conversationId), JSON.stringify(signal))
}

/** What a watcher of a conversation's log was told; undefined for what this version doesn't know. */
export function readSignal(body: string): ConversationSignal | undefined {
  const read = signalShape.safeParse(JSON.parse(body))
  return read.success ? read.data : undefined
}
