import type { Ids } from '../clock.ts'
import { indexName } from '../store/keys.ts'
import type { Append, OutsideId } from '../store/store.ts'
import type { Head } from './conversation.ts'
import type { Line } from './line.ts'
import { lineAppend } from './transcript.ts'

/**
 * A line for its conversation's log. What bot, system or agent says on a channel that is pushed to also waits in
 * that channel's outbox; on the web the log itself is the outbox.
 */
export function appendLine(
  head: Head,
  line: Line,
  ids: Ids,
  options: { once?: OutsideId; forBot?: boolean } = {},
): Append {
  const { once, forBot } = options
  const pushed = line.kind === 'message' && line.from.kind !== 'customer' && head.channel !== 'web'
  const wake = forBot ? indexName.inputs() : pushed ? indexName.outbox(head.channel) : undefined
  return lineAppend(head.id, line, ids, {
    ...(once === undefined ? {} : { once }),
    ...(wake === undefined ? {} : { wake }),
  })
}
