import { caseCodec } from '../cases/case.ts'
import { eventAppend } from '../cases/events.ts'
import type { PushChannel } from '../channels/channel.ts'
import type { Clock, Ids } from '../clock.ts'
import { messageOf } from '../errors.ts'
import { idOf, indexName, logName, recordKey } from '../store/keys.ts'
import type { Change, Store, Taken } from '../store/store.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import { appendLine } from './append.ts'
import { type Head, headCodec } from './conversation.ts'
import { deliveryCodec, newDelivery } from './delivery.ts'
import type { Line, MessageLine } from './line.ts'
import { loadHead } from './load.ts'
import { type Loop, startPool } from './loop.ts'
import { receiptText } from './receipt-text.ts'
import { decodeLine, type ReadLine } from './transcript.ts'

export interface SenderParts {
  store: Store
  clock: Clock
  ids: Ids
  by: string
  logger: Logger
  metrics: Metrics
  /** How receipts are written out on channels without cards; absent: the message alone goes. */
  receipts?: { publicUrl: string; timeZone: string }
}

const AT_ONCE = 16
const LOOK_EVERY_MS = 1_000
const HOLD_MS = 30_000
const SEND_LIMIT_MS = 15_000
const LINES_AT_ONCE = 50
/** After this many tries a message steps aside, visible to an agent, and the next one goes. */
export const SEND_ATTEMPTS = 6
const FIRST_PAUSE_MS = 1_000

/**
 * Drains one channel's outbox: each conversation in order, a slow conversation never delays another. Goes out once,
 * unless a process died between the channel's acceptance and our mark.
 */
export function startSender(parts: SenderParts, channel: PushChannel): Loop {
  const { store, clock } = parts
  const outbox = indexName.outbox(channel.channel)
  const loop = startPool<Taken>({
    clock,
    everyMs: LOOK_EVERY_MS,
    atOnce: AT_ONCE,
    take: (n) => store.take([outbox], { by: parts.by, upTo: store.now(), n, leaseMs: HOLD_MS }),
    work: (taken) => drain(parts, channel, taken),
    onError: (thrown) =>
      parts.logger.error({ error: messageOf(thrown) }, 'sending failed; it will be tried again'),
  })
  const unwatch = store.watch([outbox], () => loop.hint())
  return {
    hint: loop.hint,
    async stop() {
      unwatch()
      await loop.stop()
    },
  }
}

async function drain(parts: SenderParts, channel: PushChannel, taken: Taken): Promise<void> {
  const { store, ids } = parts
  const head = await loadHead(store, idOf(taken.member))
  if (!head) return
  const conversation = head.value
  const lines = await store.lines(logName.conversation(head.value.id), taken.after, LINES_AT_ONCE)
  for (const stored of lines) {
    const line = decodeLine(stored)
    if (!isForCustomer(line) || (await isWithheld(parts, line, head.value.id))) continue
    const failure = await send(channel, head.value, withReceipt(line, head.value, parts.receipts))
    if (failure !== undefined && taken.attempts < SEND_ATTEMPTS) {
      parts.logger.warn(
        { channel: channel.channel, attempts: taken.attempts },
        'the channel refused a message',
      )
      await store.yield(taken, store.now() + FIRST_PAUSE_MS * 2 ** (taken.attempts - 1))
      return
    }
    await consume(stored.seq, failure === undefined ? undefined : { line, why: failure })
    return
  }
  const last = lines.at(-1)
  if (last) await consume(last.seq)

  /** Frees the hold, so it comes last: whoever takes the conversation next goes on behind this line. */
  async function consume(upTo: number, refused?: { line: MessageLine; why: string }): Promise<void> {
    const done = [{ log: taken.member, upTo, wake: taken.index }]
    for (;;) {
      const aside = refused ? await putAside(parts, conversation, refused.line, refused.why) : {}
      const result = await store.commit({ id: ids.next(), consume: done, ...aside })
      // Stale: a mark of delivery was written meanwhile.
      if (result.outcome !== 'stale') return
    }
  }
}

/** What makes a message that could not be sent visible to an agent, who can send it again. */
async function putAside(
  { store, ids, clock }: SenderParts,
  head: Head,
  line: MessageLine,
  why: string,
): Promise<Pick<Change, 'put' | 'append'>> {
  const key = recordKey.delivery(head.id)
  const [stored] = await store.read([key])
  const delivery = stored ? deliveryCodec.read(stored) : { key, version: 0, value: newDelivery() }
  const failed = { ...delivery.value.failed, [line.id]: why }
  const event: Line = {
    id: ids.next(),
    at: clock.now(),
    kind: 'event',
    name: 'not-delivered',
    data: { lineId: line.id, why },
  }
  return {
    put: [deliveryCodec.put({ ...delivery, value: { ...delivery.value, failed } })],
    append: [
      appendLine(head, event, ids),
      ...(head.caseKey === undefined ? [] : [eventAppend({ type: 'case', key: head.caseKey })]),
    ],
  }
}

function isForCustomer(line: ReadLine): line is MessageLine & { seq: number } {
  return line.kind === 'message' && line.from.kind !== 'customer'
}

/** What the bot said before a person took over, and no channel has got yet, is not said over that person. */
async function isWithheld(parts: SenderParts, line: MessageLine, conversationId: string): Promise<boolean> {
  if (line.from.kind !== 'bot') return false
  let head = await loadHead(parts.store, conversationId)
  while (head?.value.caseKey) {
    // Head and case in one look: between two, the conversation may have turned to another case.
    const [now, stored] = await parts.store.read([head.key, recordKey.case(head.value.caseKey)])
    if (now?.version === head.version) return caseCodec.readable([stored])[0]?.value.state.kind === 'agent'
    head = now && headCodec.read(now)
  }
  return false
}

function withReceipt<L extends MessageLine>(line: L, { language }: Head, as: SenderParts['receipts']): L {
  if (!line.receipt || !as) return line
  return { ...line, text: `${line.text}\n\n${receiptText(line.receipt, { ...as, language })}` }
}

/** Why it was not accepted, or undefined. */
async function send(channel: PushChannel, head: Head, line: MessageLine): Promise<string | undefined> {
  try {
    await channel.send(head, line, { id: line.id, signal: AbortSignal.timeout(SEND_LIMIT_MS) })
    return undefined
  } catch (thrown) {
    return messageOf(thrown)
  }
}
