import { caseCodec } from '../cases/case.ts'
import type { LinkMaker } from '../cases/case-link.ts'
import type { PushChannel } from '../channels/channel.ts'
import { type Clock, type Ids, RESTED } from '../clock.ts'
import { messageOf, NotDeliverable, StoreAway, TooManyMessages, Unanswered } from '../errors.ts'
import { idOf, indexName, logName, recordKey } from '../store/keys.ts'
import type { Store, Taken } from '../store/store.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import { commitFirmly } from './commit.ts'
import { type Head, headCodec } from './conversation.ts'
import { deliveryCodec } from './delivery.ts'
import type { MessageLine } from './line.ts'
import { loadHead } from './load.ts'
import { type Loop, startPool } from './loop.ts'
import { notDelivered } from './not-delivered.ts'
import { casePageText, receiptText } from './receipt-text.ts'
import { lineSentAgain } from './send-again.ts'
import { SendPace } from './send-pace.ts'
import { decodeLine, type ReadLine } from './transcript.ts'

export interface SenderParts {
  store: Store
  clock: Clock
  ids: Ids
  /** From 0 to 1: spreads what is tried again, so that it does not come back all at once. */
  random: () => number
  by: string
  logger: Logger
  metrics: Metrics
  /** Whether this process sends to the channel now. Absent: always. Needed where a channel has limits. */
  isElected?: () => boolean
  /** How receipts and cases are written out on channels without cards; absent: the message alone goes. */
  receipts?: { publicUrl: string; timeZone: string; caseLink?: LinkMaker }
}

const AT_ONCE = 16
const LOOK_EVERY_MS = 1_000
const HOLD_MS = 30_000
const SEND_LIMIT_MS = 15_000
/** How long a channel may take to say that it has what it did not answer to. */
const CONFIRMED_WITHIN_MS = 30_000
const LINES_AT_ONCE = 50
/** After this many tries, about two minutes, a message steps aside, visible to an agent, and the next one goes. */
export const SEND_ATTEMPTS = 8
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

type Sent =
  | { kind: 'accepted' }
  /** Perhaps next time. */
  | { kind: 'refused'; why: string; isUnsure: boolean }
  /** Never. */
  | { kind: 'hopeless'; why: string }
  | { kind: 'too-many'; afterMs: number; of: TooManyMessages['of'] }

/**
 * Drains one channel's outbox: each conversation in order, a slow conversation never delays another, and a slow channel
 * no other channel. Goes out once, unless a process died between the channel's acceptance and our mark; the channel is
 * given the line's id each time, so that one which knows ids delivers it once even then.
 */
export function startSender(parts: SenderParts, channel: PushChannel): Loop {
  const { store, clock } = parts
  const outbox = indexName.outbox(channel.channel)
  const pace = new SendPace(channel, clock)
  /** Accepted by the channel, and the store was away before that was marked: by conversation, the line's number. */
  const unmarked = new Map<string, number>()
  /** Refused by the channel, which therefore does not have them: conversations whose next message goes again. */
  const refused = new Set<string>()
  /** Not answered by the channel, which may have them: by conversation, when (store time) its next message goes again. */
  const unsure = new Map<string, number>()
  const stopping = new AbortController()
  const loop = startPool<Taken>({
    clock,
    everyMs: LOOK_EVERY_MS,
    atOnce: AT_ONCE,
    take: async (n) => {
      if (parts.isElected?.() === false) return []
      const waitMs = pace.channelWaitMs
      if (waitMs > 0) {
        void wakeIn(waitMs)
        return []
      }
      return await store.take([outbox], { by: parts.by, upTo: store.now(), n, leaseMs: HOLD_MS })
    },
    work: (taken) => drain({ ...parts, channel, pace, unmarked, refused, unsure }, taken),
    onError: (thrown) =>
      parts.logger.error({ error: messageOf(thrown) }, 'sending failed; it will be tried again'),
  })
  let isAlarmSet = false
  async function wakeIn(ms: number): Promise<void> {
    if (isAlarmSet) return
    isAlarmSet = true
    await clock.sleep(ms, stopping.signal)
    isAlarmSet = false
    loop.hint()
  }
  const unwatch = store.watch([outbox], () => loop.hint())
  return {
    hint: loop.hint,
    async stop() {
      unwatch()
      stopping.abort(RESTED)
      await loop.stop()
    },
  }
}

interface Sending extends SenderParts {
  channel: PushChannel
  pace: SendPace
  unmarked: Map<string, number>
  refused: Set<string>
  unsure: Map<string, number>
}

async function drain(sending: Sending, taken: Taken): Promise<void> {
  const { store, ids, pace, unmarked, refused, unsure, channel } = sending
  const head = await loadHead(store, idOf(taken.member))
  if (!head) return
  const conversation = head.value
  const lines = await store.lines(logName.conversation(conversation.id), taken.after, LINES_AT_ONCE)
  for (const stored of lines) {
    if (stored.seq <= (unmarked.get(conversation.id) ?? 0)) return await consume(stored.seq)
    const line = await goesOut(sending, decodeLine(stored), conversation.id)
    if (!line) continue
    // Who sent it before died or heard no answer: the channel may have said since that it has it. Looked up for each:
    // attempts tell only of the first line that waits, and one behind it may have gone when that one was withheld.
    if (channel.confirms && (await isConfirmed(store, conversation.id, stored.seq))) {
      return await consume(stored.seq)
    }
    // What is said meanwhile wakes the conversation before its time.
    const unsureMs = (unsure.get(conversation.id) ?? 0) - store.now()
    const waitMs = Math.max(pace.waitMs(conversation.id), unsureMs)
    // Nothing was tried, so nothing counts as a try.
    if (waitMs > 0) return await store.yield(taken, store.now() + waitMs, 'uncounted')
    if (taken.attempts > 1 && !refused.has(conversation.id)) {
      sending.metrics.sentUnsure.inc({ channel: channel.channel })
    }
    pace.count(conversation.id)
    const written = withCards(line, conversation, sending)
    const sent = await send(sending, conversation, written, stored.seq)
    if (sent.kind === 'too-many') {
      pace.pause(sent.afterMs, sent.of === 'conversation' ? conversation.id : undefined)
      return await store.yield(taken, store.now() + sent.afterMs, 'uncounted')
    }
    if (sent.kind === 'refused' && taken.attempts < SEND_ATTEMPTS) {
      sending.logger.warn(
        { channel: channel.channel, attempts: taken.attempts, why: sent.why },
        'the channel refused a message',
      )
      const isWaitedFor = sent.isUnsure && channel.confirms === true
      if (!sent.isUnsure) refused.add(conversation.id)
      else refused.delete(conversation.id)
      if (isWaitedFor) unsure.set(conversation.id, store.now() + CONFIRMED_WITHIN_MS)
      else unsure.delete(conversation.id)
      // Not sooner than the pace allows: it would only be put off again.
      const pauseMs = Math.max(
        pauseBefore(taken.attempts, sending.random),
        pace.waitMs(conversation.id),
        isWaitedFor ? CONFIRMED_WITHIN_MS : 0,
      )
      return await store.yield(taken, store.now() + pauseMs)
    }
    if (sent.kind === 'accepted') unmarked.set(conversation.id, stored.seq)
    return await consume(stored.seq, sent.kind === 'accepted' ? undefined : { line, why: sent.why })
  }
  const last = lines.at(-1)
  if (last) await consume(last.seq)

  /** Frees the hold, so it comes last: whoever takes the conversation next goes on behind this line. */
  async function consume(upTo: number, notSent?: { line: MessageLine; why: string }): Promise<void> {
    const done = [{ log: taken.member, upTo, wake: taken.index }]
    for (;;) {
      const aside = notSent ? await notDelivered(sending, conversation, notSent.line.id, notSent.why) : {}
      const result = await commitFirmly(store, { id: ids.next(), consume: done, ...aside })
      // Stale: a mark of delivery was written meanwhile.
      if (result.outcome === 'stale') continue
      if (result.outcome === 'full') throw new StoreAway('the store is full: what was sent is not marked yet')
      unmarked.delete(conversation.id)
      refused.delete(conversation.id)
      unsure.delete(conversation.id)
      return
    }
  }
}

/** Twice as long each time, and then up to half of it shorter by chance. */
function pauseBefore(attempts: number, random: () => number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)
  return Math.ceil(longest / 2 + (longest / 2) * random())
}

/** The message that a line puts on its way: itself, or one that an agent sends again. */
async function goesOut(
  parts: SenderParts,
  line: ReadLine,
  conversationId: string,
): Promise<MessageLine | undefined> {
  if (isForCustomer(line)) return (await isWithheld(parts, line, conversationId)) ? undefined : line
  const again = await lineSentAgain(parts.store, conversationId, line)
  return again && isForCustomer(again) ? again : undefined
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

/** With what the web shows beside the words: the receipt, the page of the case. */
function withCards<L extends MessageLine>(line: L, { language }: Head, { receipts, clock }: SenderParts): L {
  if (!receipts) return line
  const { caseLink, publicUrl } = receipts
  const cards = [
    ...(line.receipt ? [receiptText(line.receipt, { ...receipts, language })] : []),
    ...(line.showsCase && line.caseKey && caseLink
      ? [casePageText(caseLink({ case: line.caseKey }, clock.now()).path, { language, publicUrl })]
      : []),
  ]
  return { ...line, text: [line.text, ...cards].join('\n\n') }
}

/** Whether the channel has said that it has everything up to this line. */
async function isConfirmed(store: Store, conversationId: string, seq: number): Promise<boolean> {
  const [stored] = await store.read([recordKey.delivery(conversationId)])
  return stored !== undefined && deliveryCodec.read(stored).value.sentTo >= seq
}

async function send({ channel, clock }: Sending, head: Head, line: MessageLine, seq: number): Promise<Sent> {
  const over = new AbortController()
  const limit = new AbortController()
  const tooLate = clock.sleep(SEND_LIMIT_MS, over.signal).then((): Sent => {
    limit.abort(RESTED)
    return { kind: 'refused', why: `no answer within ${SEND_LIMIT_MS / 1_000} seconds`, isUnsure: true }
  })
  const answered = channel.send(head, line, { id: line.id, seq, signal: limit.signal }).then(
    (): Sent => ({ kind: 'accepted' }),
    (thrown: unknown): Sent => {
      if (thrown instanceof TooManyMessages) {
        return { kind: 'too-many', afterMs: thrown.afterMs, of: thrown.of }
      }
      const why = messageOf(thrown)
      if (thrown instanceof NotDeliverable) return { kind: 'hopeless', why }
      return { kind: 'refused', why, isUnsure: thrown instanceof Unanswered }
    },
  )
  const sent = await Promise.race([answered, tooLate])
  over.abort(RESTED)
  return sent
}
