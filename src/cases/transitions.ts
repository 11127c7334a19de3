import type { Line, MessageLine } from '../turn/line.ts'
import type { Agent } from './agent.ts'
import { type Case, isOpen } from './case.ts'
import type { Duty } from './duty.ts'
import { SURVEY } from './labels.ts'
import { touched } from './leases.ts'
import { inLine } from './opening.ts'
import { type At, eventLine, placeWords, systemLine } from './say.ts'
import { TEXTS } from './texts.ts'

/** Who acts. */
export type Person = Pick<Agent, 'id' | 'name' | 'role'>

/** What an agent's action makes of a case, and what it adds to the conversation. */
export interface Moved {
  case: Case
  lines: Line[]
}

/** `closed`: resolved, or the customer left. `taken`: another agent has it. `not-yours`: so does somebody else. */
export type Refused = 'closed' | 'taken' | 'not-yours'

/** A person takes a case. A supervisor may take one over from an agent. */
export function claimed(c: Case, by: Person, at: At): Moved | Refused {
  if (!isOpen(c)) return 'closed'
  if (c.state.kind === 'agent') {
    if (c.state.agentId === by.id) return { case: c, lines: [] }
    if (by.role !== 'supervisor') return 'taken'
  }
  const from = c.state.kind === 'agent' ? { from: c.state.agentId } : undefined
  const { preferredAgentId: _preferred, ...rest } = c
  const next = withAgent({ ...rest, owedSince: c.owedSince ?? at.now }, by, at)
  return {
    case: next,
    lines: [
      eventLine(at, next, 'case-claimed', by.id, { name: by.name, ...from }),
      systemLine(at, next, TEXTS[c.language].attended(by.name)),
    ],
  }
}

/** Words typed by a person: they stop the clock of the promise. */
export function replied(c: Case, by: Person, text: string, messageId: string, at: At): Moved | Refused {
  if (!isMine(c, by)) return 'not-yours'
  const { owedSince: _owed, checkingUntil: _checking, ...rest } = c
  const next = touched({ ...rest, firstHumanWordsAt: c.firstHumanWordsAt ?? at.now }, at.now, at.desk)
  const message: MessageLine = {
    kind: 'message',
    id: at.lineId(),
    at: at.now,
    from: { kind: 'agent', id: by.id, name: by.name },
    text,
    agentMessageId: messageId,
    caseKey: c.key,
  }
  return { case: next, lines: [message] }
}

/** A note: agents read it, the customer never does. */
export function noted(c: Case, by: Person, text: string, at: At): Moved | Refused {
  if (!isMine(c, by) && by.role !== 'supervisor') return 'not-yours'
  return { case: isMine(c, by) ? touched(c, at.now, at.desk) : c, lines: [noteLine(c, by, text, at)] }
}

/** Gives a case back to the place that its own times give it. */
export function released(c: Case, by: Person, at: At, duty: Duty): Moved | Refused {
  if (!mayHandOn(c, by)) return 'not-yours'
  return backInLine(c, 'case-released', by.id, at, duty)
}

/** The agent was silent: back in line, and the customer is told. */
export function returned(c: Case, at: At, duty: Duty): Moved {
  return backInLine(c, 'lease-returned', undefined, at, duty)
}

/** Hands a case to another queue; its place there follows from when the customer asked. */
export function transferredToQueue(
  c: Case,
  by: Person,
  queue: { name: string; title: { es: string; en: string } },
  note: string | undefined,
  at: At,
  duty: Duty,
): Moved | Refused {
  if (!mayHandOn(c, by)) return 'not-yours'
  const { preferredAgentId: _preferred, ...rest } = c
  const next = inLine({ ...rest, queue: queue.name }, at.now)
  const words = `${TEXTS[c.language].transferred(queue.title[c.language])}\n${placeWords(next, duty, at)}`
  return {
    case: next,
    lines: [
      ...noteLines(next, by, note, at),
      eventLine(at, next, 'case-transferred', by.id, { queue: queue.name }),
      systemLine(at, next, words),
    ],
  }
}

/** Hands a case to another agent, who then owes the answer. */
export function transferredToAgent(
  c: Case,
  by: Person,
  to: Person,
  note: string | undefined,
  at: At,
): Moved | Refused {
  if (!mayHandOn(c, by)) return 'not-yours'
  const next = withAgent({ ...c, owedSince: c.owedSince ?? at.now }, to, at)
  return {
    case: next,
    lines: [
      ...noteLines(next, by, note, at),
      eventLine(at, next, 'case-transferred', by.id, { agentId: to.id, name: to.name }),
      systemLine(at, next, TEXTS[c.language].transferredTo(to.name)),
    ],
  }
}

/** Ends a case with what came of it and why it came about. For seven days any message but a thanks brings it back. */
export function resolved(
  c: Case,
  by: Person,
  end: { outcome: string; rootCause: string; note?: string | undefined },
  at: At,
): Moved | Refused {
  if (!mayHandOn(c, by)) return 'not-yours'
  const { sweepAt: _sweep, owedSince: _owed, warnedAt: _warned, checkingUntil: _checking, ...rest } = c
  const { outcome, rootCause } = end
  const next: Case = { ...rest, state: { kind: 'resolved', at: at.now, by: by.id, outcome, rootCause } }
  const texts = TEXTS[c.language]
  const choices = SURVEY.map((one) => ({ label: one[c.language] }))
  return {
    case: next,
    lines: [
      ...noteLines(next, by, end.note, at),
      eventLine(at, next, 'case-resolved', by.id, { name: by.name, outcome, rootCause }),
      systemLine(at, next, `${texts.resolved(by.name, c.key)}\n${texts.survey}`, choices),
    ],
  }
}

/** The chat waits for the customer: it takes no capacity, is never closed for it, and comes back to this agent. */
export function parked(c: Case, by: Person, at: At): Moved | Refused {
  if (!isMine(c, by) || c.state.kind !== 'agent') return 'not-yours'
  if (c.state.parked) return { case: c, lines: [] }
  const next = touched({ ...c, state: { ...c.state, parked: true } }, at.now, at.desk)
  return { case: next, lines: [eventLine(at, next, 'case-parked', by.id)] }
}

export function unparked(c: Case, by: Person, at: At): Moved | Refused {
  if (!isMine(c, by) || c.state.kind !== 'agent') return 'not-yours'
  if (!c.state.parked) return { case: c, lines: [] }
  const { parked: _, ...state } = c.state
  const next = touched({ ...c, state }, at.now, at.desk)
  return { case: next, lines: [eventLine(at, next, 'case-unparked', by.id)] }
}

/** "Sigo aquí", typing, or any other sign of life. */
export function alive(c: Case, by: Person, at: At): Moved | Refused {
  if (!isMine(c, by)) return 'not-yours'
  return { case: touched(c, at.now, at.desk), lines: [] }
}

/** "Lo estoy revisando": the customer sees until when; no words of a person, so the clock of the promise runs on. */
export function checking(c: Case, by: Person, minutes: number, at: At): Moved | Refused {
  if (!isMine(c, by)) return 'not-yours'
  const next = touched({ ...c, checkingUntil: at.now + minutes * 60_000 }, at.now, at.desk)
  return {
    case: next,
    lines: [
      eventLine(at, next, 'checking', by.id, { minutes }),
      systemLine(at, next, TEXTS[c.language].checking(by.name, minutes)),
    ],
  }
}

/** The promised window has begun: the case stands in line, in the place of its first ask. */
export function windowBegun(c: Case, at: At): Moved {
  const next = inLine(c, at.now)
  return {
    case: next,
    lines: [eventLine(at, next, 'window-begun'), systemLine(at, next, TEXTS[c.language].windowBegun(c.key))],
  }
}

/** The agent has been told that the case is about to go back. */
export function warned(c: Case, now: number, returnsAt: number): Case {
  return { ...c, warnedAt: now, sweepAt: returnsAt }
}

export function isMine(c: Case, by: Person): boolean {
  return c.state.kind === 'agent' && c.state.agentId === by.id
}

function mayHandOn(c: Case, by: Person): boolean {
  return isMine(c, by) || (isOpen(c) && by.role === 'supervisor')
}

function withAgent(c: Case, by: Person, at: At): Case {
  const { checkingUntil: _checking, ...rest } = c
  const state = { kind: 'agent', agentId: by.id, agentName: by.name, since: at.now } as const
  return touched({ ...rest, state }, at.now, at.desk)
}

function backInLine(c: Case, event: string, by: string | undefined, at: At, duty: Duty): Moved {
  const texts = TEXTS[c.language]
  const { preferredAgentId: _preferred, ...rest } = c
  const next = inLine(rest, at.now)
  const name = (c.state.kind === 'agent' ? c.state.agentName : undefined) ?? texts.somebody
  return {
    case: next,
    lines: [
      eventLine(at, next, event, by, { name }),
      systemLine(at, next, `${texts.backInLine(name)}\n${placeWords(next, duty, at)}`),
    ],
  }
}

function noteLine(c: Case, by: Person, text: string, at: At): Line {
  const from = { kind: 'agent', id: by.id, name: by.name } as const
  return { kind: 'note', id: at.lineId(), at: at.now, from, text, caseKey: c.key }
}

function noteLines(c: Case, by: Person, note: string | undefined, at: At): Line[] {
  return note ? [noteLine(c, by, note, at)] : []
}
