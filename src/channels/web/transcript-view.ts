import type { StoredLine } from '../../store/store.ts'
import type { MessageLine } from '../../turn/line.ts'
import { decodeLine } from '../../turn/transcript.ts'

/** A page of a conversation's log as its customer may see it. */
export interface CustomerPage {
  messages: (MessageLine & { seq: number })[]
  /** The last line read, shown or not: the watermark passes what isn't for the customer. */
  upTo: number
  /** Something happened to the case or the conversation: the header may have changed. */
  hasEvents: boolean
  hasFiles: boolean
  /** Something said by bot, system or agent is among it. */
  hasSaid: boolean
}

/** Notes, events, outcomes, timers and unreadable lines are not for the customer. */
export function customerPage(lines: readonly StoredLine[], after: number): CustomerPage {
  const page: CustomerPage = { messages: [], upTo: after, hasEvents: false, hasFiles: false, hasSaid: false }
  for (const stored of lines) {
    const line = decodeLine(stored)
    page.upTo = stored.seq
    if (line.kind === 'message') {
      page.messages.push(line)
      if (line.attachments && line.attachments.length > 0) page.hasFiles = true
      if (line.from.kind !== 'customer') page.hasSaid = true
    } else if (line.kind === 'event') page.hasEvents = true
  }
  return page
}
