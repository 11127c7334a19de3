import { isOpen } from '../cases/case.ts'
import type { LinkMaker } from '../cases/case-link.ts'
import { commitmentFrom, commitmentPut } from '../cases/commitments.ts'
import { customerCodec } from '../cases/customer.ts'
import type { Desk } from '../cases/desk-file.ts'
import type { Duty } from '../cases/duty.ts'
import { eventAppend } from '../cases/events.ts'
import type { Ids } from '../clock.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, logName, recordKey } from '../store/keys.ts'
import type { Change, Put, Store } from '../store/store.ts'
import { appendLine } from './append.ts'
import { type Bot, botCodec } from './bot.ts'
import { headPut } from './conversation.ts'
import { lessonAppend } from './lessons.ts'
import type { Line, LineReceipt } from './line.ts'
import { type Conversation, relyOn, withFacts } from './load.ts'
import { matterOf } from './matter.ts'
import type { InputLine } from './next-input.ts'
import { openingChange } from './opening-change.ts'
import { type CallRecord, callCodec, callTerms, type TimerRecord, timerPut } from './records.ts'
import { settleOutcome } from './settle.ts'
import type { EscapeReason, TurnOut } from './turn.ts'

type ChangeBody = Omit<Change, 'id'>

interface TurnResult {
  bot: Versioned<Bot>
  turn: TurnOut
  now: number
  /** The conversation's inputs are done with up to here. */
  upTo: number
  /** Promises that are off because of what this turn promised; see `endedBy`. */
  ended?: readonly Put[]
}

/** What a turn that goes on writes: bot, facts, words, promises, timers and a call, or nothing of it. */
export function turnChange(
  parts: { ids: Ids; desk: Desk; caseLink?: LinkMaker },
  conversation: Conversation,
  result: TurnResult,
): ChangeBody {
  const { ids } = parts
  const { bot, turn, now, upTo } = result
  const customer = withFacts(conversation.customer.value, turn.facts, turn.contacts)
  return {
    rely: relyOn(conversation),
    put: [
      botCodec.put({ ...bot, value: turn.bot }),
      ...(turn.language ? [headPut(inLanguageOf(turn, conversation).head)] : []),
      ...(customer === conversation.customer.value
        ? []
        : [customerCodec.put({ ...conversation.customer, value: customer })]),
      ...recordsOf(parts.desk, conversation, turn, now),
      ...(result.ended ?? []),
    ],
    append: [
      ...saidBy(parts, turn, now).map((line) => appendLine(conversation.head.value, line, ids)),
      ...(turn.lessons ?? []).map(lessonAppend),
    ],
    consume: [consumed(conversation, upTo)],
  }
}

/** What a turn that ends in an escape writes: the same, and the case. All waiting inputs are left to the person. */
export async function escapeChange(
  parts: { store: Store; ids: Ids; desk: Desk; duty: () => Promise<Duty>; caseLink?: LinkMaker },
  conversation: Conversation,
  result: TurnResult & { line: InputLine; reason: EscapeReason; detail: string | undefined },
): Promise<ChangeBody> {
  const { store, ids, desk } = parts
  const { bot, turn, now, upTo, line, reason, detail } = result
  const head = conversation.head.value
  // What the customer wants may be said better by an earlier message than by the button that led here.
  const asked = turn.next.kind === 'escape' ? turn.next.asked : undefined
  const opening = openingChange({
    conversation: inLanguageOf(turn, conversation),
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(await matterOf(store, head.id, line.kind === 'message' ? line : undefined)),
    ...(asked === undefined ? {} : { asked }),
    now,
    ids,
    desk,
    duty: await parts.duty(),
    said: saidBy(parts, turn, now).map((said) => ({ line: said, append: appendLine(head, said, ids) })),
    facts: turn.facts,
    ...(turn.contacts ? { contacts: turn.contacts } : {}),
  })
  return {
    ...opening,
    // What led here is not lost with the server that tells of the case: the one that takes over opens it again.
    behind: logName.conversation(head.id),
    put: [
      ...opening.put,
      botCodec.put({ ...bot, value: turn.bot }),
      ...recordsOf(parts.desk, conversation, turn, now),
      ...(result.ended ?? []),
    ],
    append: [...(opening.append ?? []), ...(turn.lessons ?? []).map(lessonAppend)],
    consume: [consumed(conversation, upTo)],
  }
}

/** The conversation in the language that the customer turned to, so that receipts and agents speak it too. */
function inLanguageOf(turn: TurnOut, conversation: Conversation): Conversation {
  const { head } = conversation
  if (!turn.language) return conversation
  return { ...conversation, head: { ...head, value: { ...head.value, language: turn.language } } }
}

/** Outcomes that came when no dialog waits for them: they correct what was promised, and the bot says nothing. */
export async function outcomeChange(
  parts: { store: Store; desk: Desk },
  conversation: Conversation,
  outcomes: readonly Extract<InputLine, { kind: 'outcome' }>[],
  upTo: number,
  now: number,
): Promise<ChangeBody> {
  const put: Put[] = []
  for (const { callId, verb, outcome } of outcomes) {
    put.push(...(await settleOutcome(parts, conversation, { callId, verb, outcome, now })))
  }
  const open = conversation.case && isOpen(conversation.case.value) ? conversation.case.value : undefined
  const agentId = open?.state.kind === 'agent' ? open.state.agentId : undefined
  return {
    rely: relyOn(conversation),
    put,
    append: outcomes.flatMap(({ id }) => {
      const line = { id, conversationId: conversation.head.value.id }
      return open ? [eventAppend({ type: 'line', key: open.key, ...(agentId ? { agentId } : {}), line })] : []
    }),
    consume: [consumed(conversation, upTo)],
  }
}

/** Nothing in these lines is for the bot. */
export function consumeChange(conversation: Conversation, upTo: number): ChangeBody {
  return { consume: [consumed(conversation, upTo)] }
}

function consumed(conversation: Conversation, upTo: number): NonNullable<Change['consume']>[number] {
  return { log: logName.conversation(conversation.head.value.id), upTo, wake: indexName.inputs() }
}

function saidBy(parts: { ids: Ids; caseLink?: LinkMaker }, turn: TurnOut, now: number): Line[] {
  return turn.say.map((say) => ({
    id: parts.ids.next(),
    at: now,
    kind: 'message',
    from: { kind: 'bot' },
    text: say.text,
    ...(say.buttons ? { buttons: say.buttons } : {}),
    ...(say.about ? { about: say.about } : {}),
    ...(say.receipt ? { receipt: linked(say.receipt, say.promise, now, parts.caseLink) } : {}),
  }))
}

/** The receipt with the link to its page, which stays true when things change. */
function linked(
  receipt: LineReceipt,
  promise: string | undefined,
  now: number,
  caseLink: LinkMaker | undefined,
): LineReceipt {
  if (!caseLink || promise === undefined) return receipt
  const { path, until } = caseLink({ promise }, now)
  return { ...receipt, link: path, linkUntil: until }
}

/** The records that a turn makes: what it promised, what it wants to be woken for, the call it wants made. */
function recordsOf(desk: Desk, conversation: Conversation, turn: TurnOut, now: number): Put[] {
  const head = conversation.head.value
  const conversationId = head.id
  const puts: Put[] = turn.commitments.map((draft) =>
    commitmentPut({
      key: recordKey.commitment(draft.id),
      version: 0,
      value: commitmentFrom(draft, head, desk, now),
    }),
  )
  for (const { id, name, at } of turn.timers) {
    const timer: TimerRecord = { id, conversationId, name, at, fired: false }
    puts.push(timerPut({ key: recordKey.timer(id), version: 0, value: timer }))
  }
  if (turn.next.kind === 'call') {
    const { id, verb, args, trying, limitMs } = turn.next
    const call: CallRecord = {
      id,
      conversationId,
      verb,
      args: { ...args },
      trying,
      limitMs,
      wantedAt: now,
      state: { kind: 'wanted' },
    }
    puts.push(callCodec.put({ key: recordKey.call(id), version: 0, value: call }, callTerms(call)))
  }
  return puts
}
