import type { DangerKind } from '../escape/danger.ts'
import { detail } from '../escape/details.ts'
import {
  languageName,
  otherLanguageOf,
  toldInTheirLanguage,
  unknownLanguage,
} from '../escape/other-languages.ts'
import type { Language } from '../language.ts'
import type { Head } from '../turn/conversation.ts'
import type { Line, MessageLine } from '../turn/line.ts'
import type { EscapeReason } from '../turn/turn.ts'
import { type Case, isOpen, type Receipt } from './case.ts'
import type { Customer } from './customer.ts'
import type { Desk } from './desk-file.ts'
import type { Duty } from './duty.ts'
import { withLease } from './leases.ts'
import { dueAt, priorityOf, queueOf } from './queue-order.ts'
import { type At, eventLine, placeWords, quoted, systemLine, waitingChoices } from './say.ts'
import { TEXTS } from './texts.ts'
import { when } from './when.ts'

const DAY = 24 * 3_600_000
/** A message within so long after "resolved" belongs to the same case. */
export const REOPEN_MS = 7 * DAY
/** Who left the line and asks again within so long has their place back; later it is a new case. */
export const KEEP_PLACE_MS = DAY

export interface Opening {
  head: Head
  customer: Customer
  /** The customer's open case; or else this conversation's latest one. */
  existing?: Case
  reason: EscapeReason
  detail?: string
  /** What seems to threaten whom, when the reason is danger. */
  danger?: DangerKind
  /** The promise that was not kept in time, when that is the reason. */
  overdue?: string
  /** The customer's own words, and what they were about. */
  asked: string
  summary: string
  now: number
  /** When it was asked, if that was before now: the store was away, and the ask was kept elsewhere until it was back. */
  askedAt?: number
  /** Used when there is no case to join; two customers with one key: the store refuses, come again with another. */
  freshKey: string
  lineId: () => string
  desk: Desk
  duty: Duty
}

export interface Opened {
  head: Head
  customer: Customer
  case: Case
  /** What happened, and the system message with the receipt's words: append them in the same commit. */
  lines: Line[]
}

/**
 * Opens a case, or joins the customer's open one, or brings back the one they left or that was resolved lately.
 * The words of the receipt are about what this commit stores: say them in no other way.
 */
export function openOrJoin(o: Opening): Opened {
  const { existing } = o
  if (existing && isOpen(existing)) return joined(o, existing)
  if (existing?.state.kind === 'withdrawn' && o.now - existing.state.at < KEEP_PLACE_MS)
    return returned(o, existing)
  if (existing?.state.kind === 'resolved' && o.now - existing.state.at < REOPEN_MS)
    return reopened(o, existing)
  return opened(o)
}

/** The proof of an ask. Build it from a stored case only. */
export function receiptOf(c: Case): Receipt {
  return { key: c.key, asked: c.asked, askedAt: c.askedAt }
}

function opened(o: Opening): Opened {
  const priority = priorityOf(o.reason)
  const speaks = otherLanguageOf(o.asked)
  const theirWords = speaks ? toldInTheirLanguage(speaks) : unknownLanguage(o.asked)?.told
  const askedAt = o.askedAt ?? o.now
  const why = o.detail ?? (speaks ? detail('language', { language: languageName(speaks) }) : undefined)
  const fresh: Case = {
    key: o.freshKey,
    customerId: o.customer.id,
    conversations: [o.head.id],
    conversationId: o.head.id,
    channel: o.head.channel,
    language: o.head.language,
    ...(speaks ? { speaks } : {}),
    reason: o.reason,
    ...(why ? { detail: why } : {}),
    asked: o.asked,
    summary: o.summary,
    queue: queueOf(o.reason, o.desk, speaks),
    priority,
    askedAt,
    dueAt: dueAt(askedAt, priority, o.desk),
    openedAt: o.now,
    queuedAt: o.now,
    owedSince: askedAt,
    state: { kind: 'queue' },
    ...(o.reason === 'supervisor' ? { supervisorAsked: true } : {}),
  }
  const texts = TEXTS[o.head.language]
  const words = [
    ...(theirWords === undefined ? [] : [theirWords]),
    leadOf(o),
    o.overdue === undefined
      ? texts.receipt({ key: fresh.key, asked: quoted(o.asked), at: saidWhen(o, askedAt) })
      : texts.yourCase(fresh.key),
    placeWords(fresh, o.duty, o, o.head.language),
  ]
  return finish(o, fresh, [
    eventLine(o, fresh, 'case-opened', undefined, {
      reason: o.reason,
      ...(o.detail ? { detail: o.detail } : {}),
    }),
    standing(o, fresh, words),
  ])
}

function joined(o: Opening, existing: Case): Opened {
  const texts = TEXTS[o.head.language]
  const raised = raisedTo(o, existing)
  const event = eventLine(o, raised, 'case-joined', undefined, { reason: o.reason, asked: quoted(o.asked) })
  if (raised.state.kind === 'agent') {
    const { parked: _, ...state } = raised.state
    const next = withLease({ ...raised, state, owedSince: raised.owedSince ?? o.now }, o.desk)
    const name = state.agentName ?? texts.somebody
    const words = [...urgentLead(o), texts.withAgent(name, next.key)]
    return finish(o, next, [event, systemLine(o, next, words.join('\n'))])
  }
  const next = inLine(raised.state.kind === 'scheduled' ? withoutSchedule(raised) : raised, o.now)
  const words = [
    ...urgentLead(o),
    texts.joined(next.key, quoted(next.asked), saidWhen(o, next.askedAt)),
    placeWords(next, o.duty, o, o.head.language),
  ]
  return finish(o, next, [event, standing(o, next, words)])
}

/** What greets a customer who begins another conversation while people have their case: the bot is not theirs now. */
export function stillStands(c: Case, at: At, language: Language): MessageLine {
  const asked = when(c.askedAt, at.now, at.desk.timeZone, language)
  return { ...systemLine(at, c, TEXTS[language].joined(c.key, quoted(c.asked), asked)), showsCase: true }
}

/** How a case in line stands, with what can be chosen meanwhile. */
function standing(o: Opening, c: Case, words: readonly string[]): MessageLine {
  const line = systemLine(o, c, words.join('\n'), waitingChoices(o.head.language, o.duty))
  return { ...line, showsCase: true }
}

function returned(o: Opening, existing: Case): Opened {
  const next = inLine(raisedTo(o, existing), o.now)
  const words = [
    ...urgentLead(o),
    TEXTS[o.head.language].returned(next.key),
    placeWords(next, o.duty, o, o.head.language),
  ]
  return finish(o, next, [eventLine(o, next, 'case-returned'), standing(o, next, words)])
}

function reopened(o: Opening, existing: Case): Opened {
  const next = askedBy(reopen(raisedTo(o, existing), o), o.askedAt, o.desk)
  const words = [
    ...urgentLead(o),
    TEXTS[o.head.language].reopened(next.key),
    placeWords(next, o.duty, o, o.head.language),
  ]
  return finish(o, next, [
    eventLine(o, next, 'case-reopened', undefined, { reason: o.reason }),
    standing(o, next, words),
  ])
}

/** Back from "resolved": a new wait with its own clock, for the person who knows it first. */
export function reopen(c: Case, at: Pick<At, 'now' | 'desk'>): Case {
  const by = c.state.kind === 'resolved' ? c.state.by : c.preferredAgentId
  const { firstHumanWordsAt: _words, survey: _survey, schedule: _schedule, ...rest } = c
  return {
    ...inLine(rest, at.now),
    askedAt: at.now,
    dueAt: dueAt(at.now, c.priority, at.desk),
    reopened: (c.reopened ?? 0) + 1,
    ...(by ? { preferredAgentId: by } : {}),
  }
}

/** In line, in the place that the case's own times give it. */
export function inLine(c: Case, now: number): Case {
  const { sweepAt: _sweep, warnedAt: _warned, checkingUntil: _checking, agentSeenAt: _seen, ...rest } = c
  return { ...rest, state: { kind: 'queue' }, queuedAt: now, owedSince: c.owedSince ?? now }
}

/** Who chooses to wait in line instead is promised no call-back or written answer any more. */
export function withoutSchedule(c: Case): Case {
  const { schedule: _schedule, phoneAsked: _asked, ...rest } = c
  return rest
}

/** What comes first whatever becomes of the case: what to do in danger, that a promise was not kept, that a supervisor knows. */
function urgentLead(o: Opening): string[] {
  if (o.reason === 'supervisor') return [TEXTS[o.head.language].supervisor]
  return o.reason === 'danger' || o.overdue !== undefined ? [leadOf(o)] : []
}

function leadOf(o: Opening): string {
  const texts = TEXTS[o.head.language]
  if (o.overdue !== undefined) return texts.overdue(quoted(o.overdue))
  return texts.lead(o.reason, o.desk.emergencyNumber, o.danger)
}

/** The case with this conversation, and no lower than what the new reason calls for. */
function raisedTo(o: Opening, c: Case): Case {
  const here = askedBy(heardFrom(c, o.head), isOpen(c) ? o.askedAt : undefined, o.desk)
  const asked = priorityOf(o.reason)
  const due = dueAt(here.askedAt, asked, o.desk)
  const supervisor = o.reason === 'supervisor' ? { supervisorAsked: true } : {}
  // Whoever takes the case must see what it is now about.
  const danger =
    o.reason === 'danger' ? ({ reason: 'danger', ...(o.detail ? { detail: o.detail } : {}) } as const) : {}
  return due < here.dueAt
    ? { ...here, ...supervisor, ...danger, priority: asked, dueAt: due }
    : { ...here, ...supervisor, ...danger }
}

/** The clock starts at the earliest ask, in whatever order asks were stored. */
export function askedBy(c: Case, askedAt: number | undefined, desk: Desk): Case {
  if (askedAt === undefined || askedAt >= c.askedAt) return c
  return { ...c, askedAt, dueAt: Math.min(c.dueAt, dueAt(askedAt, c.priority, desk)) }
}

/** The customer is answered where they last wrote. */
export function heardFrom(c: Case, head: Pick<Head, 'id' | 'channel'>): Case {
  return {
    ...c,
    conversations: c.conversations.includes(head.id) ? c.conversations : [...c.conversations, head.id],
    conversationId: head.id,
    channel: head.channel,
  }
}

function finish(o: Opening, next: Case, lines: Line[]): Opened {
  return {
    head: { ...o.head, caseKey: next.key },
    customer: { ...o.customer, openCase: next.key },
    case: next,
    lines,
  }
}

function saidWhen(o: Opening, at: number): string {
  return when(at, o.now, o.desk.timeZone, o.head.language)
}
