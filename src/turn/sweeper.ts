import { caseCodec, isOpen } from '../cases/case.ts'
import type { Desk } from '../cases/desk-file.ts'
import type { Duty } from '../cases/duty.ts'
import type { Clock, Ids } from '../clock.ts'
import { messageOf, StoreAway } from '../errors.ts'
import { detail } from '../escape/details.ts'
import { idOf, indexName, logName } from '../store/keys.ts'
import type { IndexName, Store } from '../store/store.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import { appendLine } from './append.ts'
import { commitFirmly } from './commit.ts'
import type { Channel } from './conversation.ts'
import { loadConversation, loadHead } from './load.ts'
import { escapeWithoutBot, loadBot } from './load-bot.ts'
import { type Loop, startLoop } from './loop.ts'
import { isInput } from './next-input.ts'
import { timerCodec } from './records.ts'
import { decodeLine } from './transcript.ts'
import { escapeChange } from './turn-change.ts'

export interface SweeperParts {
  store: Store
  clock: Clock
  ids: Ids
  by: string
  desk: Desk
  duty: () => Promise<Duty>
  logger: Logger
  metrics: Metrics
  /** What else comes due: cases, agents, commitments. Each must write the record it was given, or leave it. */
  due: readonly { index: IndexName; sweep: (key: string) => Promise<unknown> }[]
  /** The channels that messages are pushed to. */
  pushed: readonly Channel[]
  /** Whether it is this process that sweeps. Absent: always. Two that do so at once do no harm, and work for nothing. */
  isElected?: () => boolean
}

const SWEEP_EVERY_MS = 1_000
/** How long one due record is kept from other processes. */
const HOLD_MS = 30_000
const AT_ONCE = 50
/** What could not be settled is looked at again after this. */
const AGAIN_MS = 5_000
/**
 * An input that nobody answered for so long, whatever the cause, goes to a person. Longer than the longest call and
 * than three holds of a worker.
 */
export const ANSWER_DEADLINE_MS = 90_000
/** Sweeps further apart than this mean that the process, and so the workers, stood still. */
const PAUSE_MS = 10_000
const LINES_READ = 50

/** Trusts nobody: looks by itself for what is due and what was forgotten. */
export function startSweeper(parts: SweeperParts): Loop {
  const { store, clock, logger } = parts
  // Deadlines count only time in which a worker could have run: an outage doesn't send everybody to a person.
  let workingSince = store.now()
  let sweptAt = store.now()
  return startLoop({
    clock,
    everyMs: SWEEP_EVERY_MS,
    async run() {
      const now = store.now()
      if (now - sweptAt > PAUSE_MS) workingSince = now
      sweptAt = now
      if (parts.isElected?.() !== false) {
        await sweepIndex(parts, indexName.due('timer'), (key) => fireTimer(parts, key))
        for (const { index, sweep } of parts.due) await sweepIndex(parts, index, sweep)
        await sweepUnanswered(parts, now, workingSince)
      }
      await observe(parts)
    },
    onError(thrown) {
      if (thrown instanceof StoreAway) workingSince = store.now()
      logger.error({ error: messageOf(thrown) }, 'a sweep was not finished; it will be done again')
    },
  })
}

async function sweepIndex(
  parts: SweeperParts,
  index: IndexName,
  sweep: (key: string) => Promise<unknown>,
): Promise<void> {
  const { store } = parts
  const due = await store.take([index], { by: parts.by, upTo: store.now(), n: AT_ONCE, leaseMs: HOLD_MS })
  for (const taken of due) {
    try {
      await sweep(taken.member)
    } catch (thrown) {
      parts.logger.error({ error: messageOf(thrown), index }, 'something due was not settled; again soon')
    }
    // Settled records are no longer held, so this touches only those that are still due.
    await store.yield(taken, store.now() + AGAIN_MS)
  }
}

async function fireTimer(parts: SweeperParts, key: string): Promise<void> {
  const { store, ids, clock } = parts
  const [stored] = await store.read([key])
  if (!stored) return
  const timer = timerCodec.read(stored)
  const { id, conversationId, name } = timer.value
  const head = await loadHead(store, conversationId)
  await commitFirmly(store, {
    id: ids.next(),
    // It has fired once this is written, and nobody asks for it again.
    drop: [{ key, expect: timer.version }],
    append: head
      ? [
          appendLine(head.value, { id: ids.next(), at: clock.now(), kind: 'timer', timerId: id, name }, ids, {
            forBot: true,
          }),
        ]
      : [],
  })
}

/** Inputs come out of the index oldest first. One that can't be settled must not hide those behind it. */
async function sweepUnanswered(parts: SweeperParts, now: number, workingSince: number): Promise<void> {
  let after: { member: string; score: number } | undefined
  for (;;) {
    const oldest = await parts.store.page(indexName.inputs(), after, AT_ONCE)
    for (const { member, score } of oldest) {
      if (now - Math.max(score, workingSince) < ANSWER_DEADLINE_MS) return
      try {
        await escapeUnanswered(parts, idOf(member))
      } catch (thrown) {
        if (thrown instanceof StoreAway) throw thrown
        parts.logger.error(
          { error: messageOf(thrown), conversationId: idOf(member) },
          'nobody can answer here',
        )
      }
    }
    after = oldest.at(-1)
    if (oldest.length < AT_ONCE) return
  }
}

/** Without a hold: whoever hung on this conversation finds its commit stale. */
async function escapeUnanswered(parts: SweeperParts, conversationId: string): Promise<void> {
  const { store, clock, ids } = parts
  const head = await loadHead(store, conversationId)
  if (!head) return
  const conversation = await loadConversation(store, head)
  if (conversation.case && isOpen(conversation.case.value)) return
  const stored = await store.linesBefore(logName.conversation(conversationId), undefined, LINES_READ)
  const line = stored.map(decodeLine).findLast(isInput)
  if (!line) return
  const bot = await loadBot(store, conversationId)
  const why = detail('not-answered', { times: ANSWER_DEADLINE_MS / 1000 })
  const result = await commitFirmly(store, {
    id: ids.next(),
    ...(await escapeChange(parts, conversation, {
      bot: bot.record,
      turn: escapeWithoutBot('error', why),
      now: clock.now(),
      upTo: stored.at(-1)?.seq ?? 0,
      line,
      reason: 'error',
      detail: why,
    })),
  })
  if (result.outcome === 'committed') {
    parts.metrics.escapes.inc({ reason: 'error', channel: head.value.channel })
    parts.logger.error({ conversationId }, 'nobody answered a message in time; a person has it now')
  }
}

/** What an operator watches: the longest wait in line, and what no channel has accepted yet. */
async function observe(parts: SweeperParts): Promise<void> {
  const { store, desk, metrics } = parts
  const fronts = await Promise.all(
    desk.queues.map((queue) => store.page(indexName.queue(queue.name), undefined, AT_ONCE)),
  )
  const records = await store.read(fronts.flat().map((entry) => entry.member))
  const readable = caseCodec.readable(records)
  const askedAt = readable.map((record) => record.value.askedAt)
  metrics.unreadableCases.set(records.filter((record) => record !== undefined).length - readable.length)
  const oldest = askedAt.length > 0 ? Math.max(0, store.now() - Math.min(...askedAt)) : 0
  metrics.oldestWaitSeconds.set(oldest / 1000)
  const outboxes = await Promise.all(
    parts.pushed.map((channel) => store.rank(indexName.outbox(channel), 'none')),
  )
  metrics.outboxUndelivered.set(outboxes.reduce((sum, outbox) => sum + outbox.size, 0))
}
