import { logName } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { decodeLine } from '../../turn/transcript.ts'

export interface Heard {
  /** When it was stored, milliseconds since the epoch. */
  at: number
  /** WhatsApp's id of it. */
  messageId?: string
}

const LINES_READ = 50
const PAGES = 4

/** What the customer wrote last in a conversation; undefined when it isn't among the latest lines. */
export async function lastHeard(store: Store, conversationId: string): Promise<Heard | undefined> {
  let before: number | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const stored = await store.linesBefore(logName.conversation(conversationId), before, LINES_READ)
    const line = stored
      .map(decodeLine)
      .findLast((one) => one.kind === 'message' && one.from.kind === 'customer')
    if (line?.kind === 'message') {
      return { at: line.at, ...(line.clientId === undefined ? {} : { messageId: line.clientId }) }
    }
    before = stored[0]?.seq
    if (stored.length < LINES_READ) return undefined
  }
  return undefined
}
