import { PROVEN } from '../business/business.ts'
import { isOpen } from '../cases/case.ts'
import type { LinkMaker } from '../cases/case-link.ts'
import { type Customer, provenAccount } from '../cases/customer.ts'
import { endedBy, historyOf } from '../cases/customer-commitments.ts'
import type { Desk } from '../cases/desk-file.ts'
import type { Duty } from '../cases/duty.ts'
import { factsOfAll, sameHolder } from '../cases/same-holder.ts'
import { type Clock, type Ids, RESTED } from '../clock.ts'
import { messageOf, Unreadable } from '../errors.ts'
import { readAsk } from '../escape/ask.ts'
import { idOf, indexName, logName, recordKey } from '../store/keys.ts'
import type { Change, Store, Taken } from '../store/store.ts'
import { withFound } from '../store/with-found.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import type { Reading, Recognizer } from '../understanding/recognizer.ts'
import { withoutResolved } from './agent-lessons.ts'
import type { Bot } from './bot.ts'
import type { BotDesk } from './bot-desk.ts'
import { commitFirmly } from './commit.ts'
import type { Head } from './conversation.ts'
import { type Conversation, loadConversation, loadHead, readsOf } from './load.ts'
import { escapeWithoutBot, type LoadedBot, loadBot } from './load-bot.ts'
import { type Loop, startPool } from './loop.ts'
import { type InputLine, nextInput, type PendingCall } from './next-input.ts'
import { callCodec } from './records.ts'
import { runTurn } from './run-turn.ts'
import { decodeLine } from './transcript.ts'
import type { Input, TurnOut } from './turn.ts'
import { consumeChange, escapeChange, outcomeChange, turnChange } from './turn-change.ts'

export interface WorkerParts {
  store: Store
  clock: Clock
  ids: Ids
  /** This process's name in holds. */
  by: string
  desk: Desk
  botDesk: BotDesk
  duty: () => Promise<Duty>
  /** Makes the links of receipts. */
  caseLink?: LinkMaker
  recognizer: Recognizer
  logger: Logger
  metrics: Metrics
  /** The pure turn; handed in so that tests can break it. */
  turn?: typeof runTurn
}

const AT_ONCE = 32
/** How long a hold on a conversation lasts without a commit. */
const HOLD_MS = 15_000
const LOOK_EVERY_MS = 500
/** How long understanding may take before the turn goes on without it. */
const READING_LIMIT_MS = 1_500
/** The same input taken this often has killed or hung its workers: a person takes over, the bot isn't run. */
export const ATTEMPTS_LIMIT = 3
/** How soon messages that wait for a pending call are looked at again. */
const PENDING_LOOK_MS = 250
const STALE_TRIES = 8
const LINES_AT_ONCE = 200

/** What intake knows of the worker in its own process: none, or too busy a one, and inputs wait to be taken. */
export interface Hands {
  /** How the change that stores an input can take its conversation for the worker; undefined when it has no room. */
  taking(head: Head): Omit<NonNullable<Change['take']>, 'log'> | undefined
  /** The worker goes on with what was taken so. */
  work(taken: Taken): void
}

/** Runs the bot over the inputs of conversations: one at a time per conversation, in order. */
export function startWorker(parts: WorkerParts): Loop & Hands {
  const { store, clock } = parts
  const index = indexName.inputs()
  const loop = startPool<Taken>({
    clock,
    everyMs: LOOK_EVERY_MS,
    atOnce: AT_ONCE,
    take: (n) => store.take([index], { by: parts.by, upTo: store.now(), n, leaseMs: HOLD_MS }),
    work: (taken) => workOn(parts, taken),
    onError: (thrown) =>
      parts.logger.error({ error: messageOf(thrown) }, 'a turn was not finished; it will be tried again'),
  })
  const unwatch = store.watch([index], () => loop.hint())
  return {
    hint: loop.hint,
    taking: (head) =>
      loop.hasRoom
        ? { index, by: parts.by, leaseMs: HOLD_MS, reads: { ...readsOf(head), lines: LINES_AT_ONCE } }
        : undefined,
    work: loop.add,
    async stop() {
      unwatch()
      await loop.stop()
    },
  }
}

/** One hold: runs the next input; run again on what is now true when somebody else was faster. */
async function workOn(parts: WorkerParts, taken: Taken): Promise<void> {
  for (let tries = 0; tries < STALE_TRIES; tries += 1) {
    // What came with the taking is what was true then; who was overtaken since reads anew.
    const store = tries === 0 ? withFound(parts.store, taken) : parts.store
    const planned = await plan({ ...parts, store }, taken)
    if (planned === 'put back') return
    const result = await commitFirmly(parts.store, {
      id: parts.ids.next(),
      ...planned.change,
      // Whoever had this hold for too long reads the new bot and, behind the old place, what that bot has answered.
      consume: planned.change.consume?.map((done) => ({ ...done, after: taken.after })) ?? [],
    })
    if (result.outcome !== 'stale') {
      if (result.outcome === 'committed') planned.committed?.()
      return
    }
    parts.metrics.staleCommits.inc()
  }
  await parts.store.yield(taken)
}

interface Plan {
  change: Omit<Change, 'id'>
  /** Told once the change is stored. */
  committed?: () => void
}

async function plan(parts: WorkerParts, taken: Taken): Promise<Plan | 'put back'> {
  const { store } = parts
  const conversationId = idOf(taken.member)
  const head = await loadHead(store, conversationId)
  if (!head) throw new Unreadable(`conversation ${conversationId} has inputs but no head`)
  const conversation = await loadConversation(store, head)
  const bot = await loadBot(store, conversationId)
  // Before the lines: the outcome of a call that is done by now is among them, unless its case has taken it.
  const pending = bot.state === 'readable' ? await pendingCall(store, bot.record.value) : undefined
  const stored = await store.lines(logName.conversation(conversationId), taken.after, LINES_AT_ONCE)
  const lines = stored.map(decodeLine)
  const upTo = lines.at(-1)?.seq ?? taken.after

  if (conversation.case && isOpen(conversation.case.value)) {
    // The bot is silent; what its calls came to goes to the case.
    const outcomes = lines.filter((line) => line.kind === 'outcome')
    return { change: await outcomeChange(parts, conversation, outcomes, upTo, parts.clock.now()) }
  }
  const next = nextInput(lines, pending)
  switch (next.kind) {
    case 'none':
      return { change: consumeChange(conversation, upTo) }
    case 'waits':
      await store.yield(taken, store.now() + PENDING_LOOK_MS, 'reset')
      return 'put back'
    case 'late':
      // Its dialog has moved on: a second outcome only corrects what was promised.
      return {
        change: await outcomeChange(parts, conversation, [next.line], next.line.seq, parts.clock.now()),
      }
    case 'input':
      return await planTurn(
        parts,
        taken,
        conversation,
        bot,
        next.line,
        next.early ? taken.after : next.line.seq,
        upTo,
      )
  }
}

/** The call that the bot's state waits for. */
async function pendingCall(store: Store, bot: Bot): Promise<PendingCall | undefined> {
  if (!bot.call) return undefined
  const [stored] = await store.read([recordKey.call(bot.call.id)])
  const isDone = stored !== undefined && callCodec.read(stored).value.state.kind === 'done'
  return { id: bot.call.id, isDone }
}

async function planTurn(
  parts: WorkerParts,
  taken: Taken,
  conversation: Conversation,
  bot: LoadedBot,
  line: InputLine,
  consumeTo: number,
  lastSeq: number,
): Promise<Plan> {
  const { clock, metrics } = parts
  const now = clock.now()
  const fault = conversation.customerFault ?? conversation.caseFault
  const customer = conversation.customer.value
  const others = await sameHolder(parts.store, customer, provenBy(line) ?? provenAccount(customer))
  const turn =
    bot.state === 'unreadable'
      ? escapeWithoutBot('unreadable', bot.why)
      : taken.attempts >= ATTEMPTS_LIMIT
        ? escapeWithoutBot('error', `the bot did not finish this message ${taken.attempts - 1} times`)
        : fault !== undefined
          ? { ...escapeWithoutBot('unreadable', fault), bot: bot.record.value }
          : await run(parts, conversation, others, bot.record.value, line, now)
  const record = { ...bot.record, value: turn.bot }
  const { next } = turn
  const channel = conversation.head.value.channel
  const confirmed = turn.commitments.filter((draft) => draft.confirmation)
  const ended = await endedBy(parts.store, [customer, ...others], confirmed)
  const observe = (): void => metrics.turnSeconds.observe(Math.max(0, clock.now() - line.at) / 1000)

  if (next.kind === 'escape') {
    return {
      change: await escapeChange(parts, conversation, {
        bot: record,
        turn,
        line,
        now,
        reason: next.reason,
        detail: next.detail,
        upTo: lastSeq,
        ended,
      }),
      committed() {
        observe()
        metrics.escapes.inc({ reason: next.reason, channel })
      },
    }
  }
  return {
    change: turnChange(parts, conversation, { bot: record, turn, now, upTo: consumeTo, ended }),
    committed: observe,
  }
}

/** The pure turn over what was read; whatever it throws is an escape to a person. */
async function run(
  parts: WorkerParts,
  conversation: Conversation,
  others: readonly Customer[],
  bot: Bot,
  line: InputLine,
  now: number,
): Promise<TurnOut> {
  const head = conversation.head.value
  const input = inputOf(line)
  const reading = input.kind === 'message' ? await read(parts, input.text, head.language) : undefined
  const customer = conversation.customer.value
  const history = await historyOf(parts.store, customer, others)
  try {
    return (parts.turn ?? runTurn)({
      head,
      bot: withoutResolved(bot, conversation.case?.value),
      facts: factsOfAll(customer, others, (name) => parts.botDesk.facts[name]?.of === 'customer'),
      input,
      ...(reading ? { reading } : {}),
      now,
      seed: `${head.id}:${line.seq}`,
      desk: parts.botDesk,
      history,
    })
  } catch (thrown) {
    parts.logger.error({ error: messageOf(thrown), conversationId: head.id }, 'a dialog threw')
    return { ...escapeWithoutBot('error', messageOf(thrown)), bot }
  }
}

/** The account that a call has just found to be the customer's. */
function provenBy(line: InputLine): string | undefined {
  const proven = line.kind === 'outcome' && line.outcome.kind === 'ok' ? line.outcome.data[PROVEN] : undefined
  return proven === undefined ? undefined : String(proven)
}

function inputOf(line: InputLine): Input {
  switch (line.kind) {
    case 'message': {
      const { id, text, attachments = [], ask = readAsk(text) } = line
      return { kind: 'message', id, text, attachments, ask: ask === 'no' ? 'no' : 'may-ask' }
    }
    case 'outcome': {
      const { id, callId, verb, outcome } = line
      return { kind: 'outcome', id, callId, verb, outcome }
    }
    case 'timer':
      return { kind: 'timer', id: line.id, timerId: line.timerId, name: line.name }
  }
}

/** Undefined when understanding failed or took too long: the router then treats the message as not understood. */
async function read(
  parts: WorkerParts,
  text: string,
  language: Conversation['head']['value']['language'],
): Promise<Reading | undefined> {
  const over = new AbortController()
  try {
    const reading = parts.recognizer.recognize(text, language, over.signal)
    // Nobody need watch the time of one that answers at once.
    if (!(reading instanceof Promise)) return reading
    const limitMs = Math.max(READING_LIMIT_MS, parts.recognizer.limitMs ?? 0)
    const late = parts.clock.sleep(limitMs, over.signal).then(() => undefined)
    return await Promise.race([reading, late])
  } catch (thrown) {
    parts.logger.warn({ error: messageOf(thrown) }, 'understanding failed')
    return undefined
  } finally {
    over.abort(RESTED)
  }
}
