import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Case } from '../../src/cases/case.ts'
import type { Customer } from '../../src/cases/customer.ts'
import { customerWrote, type Wrote, type WroteResult } from '../../src/cases/customer-wrote.ts'
import { type Desk, parseDesk } from '../../src/cases/desk-file.ts'
import type { Duty } from '../../src/cases/duty.ts'
import { type Opening, openOrJoin } from '../../src/cases/opening.ts'
import type { At } from '../../src/cases/say.ts'
import type { Person } from '../../src/cases/transitions.ts'
import type { Language } from '../../src/language.ts'
import type { Head } from '../../src/turn/conversation.ts'
import type { Line, MessageLine } from '../../src/turn/line.ts'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A Tuesday, 10:00 in Bogotá: opening time. */
export const NOW = Date.parse('2026-03-10T15:00:00Z')

/** The desk that ships. */
export const desk: Desk = parseDesk(parse(readFileSync('desk.yaml', 'utf8')))

export const LUCIA: Person = { id: 'agent-1', name: 'Lucía', role: 'agent' }
export const ANDRES: Person = { id: 'agent-2', name: 'Andrés', role: 'agent' }
export const CARMEN: Person = { id: 'supervisor-1', name: 'Carmen', role: 'supervisor' }

/** Two agents on duty, one customer before. */
export const busy: Duty = {
  onDuty: true,
  agentsAvailable: 2,
  waiting: 1,
  present: ['agent-1', 'agent-2'],
  slots: 6,
  freeSlots: 0,
  serviceSeconds: 360,
}
/** Sunday night: nobody, until Monday at 7:00. */
export const nobody: Duty = {
  onDuty: false,
  agentsAvailable: 0,
  waiting: 0,
  present: [],
  opensAt: Date.parse('2026-03-16T12:00:00Z'),
}

export function at(now = NOW): At {
  let lines = 0
  return {
    now,
    desk,
    lineId: () => {
      lines += 1
      return `line-${now}-${lines}`
    },
  }
}

export function head(language: Language = 'es', id = 'conversation-1'): Head {
  return { id, channel: 'web', address: {}, customerId: 'customer-1', language, startedAt: NOW }
}

export const customer: Customer = { id: 'customer-1', identities: [], facts: {}, createdAt: NOW }

export function opened(over: Partial<Opening> = {}, language: Language = 'es') {
  return openOrJoin({
    ...at(over.now),
    head: head(language),
    customer,
    reason: 'asked',
    asked: '¿me pasas con alguien?',
    summary: 'cancelar el servicio',
    freshKey: 'K7M-4QX',
    duty: busy,
    ...over,
  })
}

export function waitingCase(over: Partial<Case> = {}, language: Language = 'es'): Case {
  return { ...opened({}, language).case, ...over }
}

/** With Lucía, who owes an answer since `NOW`. */
export function agentCase(over: Partial<Case> = {}): Case {
  return waitingCase({
    state: { kind: 'agent', agentId: LUCIA.id, agentName: LUCIA.name, since: NOW },
    owedSince: NOW,
    agentSeenAt: NOW,
    ...over,
  })
}

export function resolvedCase(over: Partial<Case> = {}): Case {
  const { owedSince: _, ...rest } = waitingCase()
  return {
    ...rest,
    state: { kind: 'resolved', at: NOW, by: LUCIA.id, outcome: 'solved', rootCause: 'billing' },
    ...over,
  }
}

export function message(text: string, over: Partial<MessageLine> = {}): MessageLine {
  return { kind: 'message', id: 'message-1', at: NOW, from: { kind: 'customer' }, text, ...over }
}

export function wrote(c: Case, text: string, over: Partial<Wrote> = {}): WroteResult {
  return customerWrote({ ...at(over.now), case: c, message: message(text), duty: busy, ...over })
}

/** Like `wrote`, of a message that a case takes. */
export function taken(c: Case, text: string, over: Partial<Wrote> = {}): { case: Case; lines: Line[] } {
  const result = wrote(c, text, over)
  if (result.to !== 'case') throw new Error(`"${text}" went to ${result.to}`)
  return result
}

/** What the customer is told. */
export function said(lines: readonly Line[]): string {
  return lines.flatMap((line) => (line.kind === 'message' ? [line.text] : [])).join('\n')
}

export function choices(lines: readonly Line[]): string[] {
  return lines.flatMap((line) =>
    line.kind === 'message' ? (line.buttons ?? []).map((one) => one.label) : [],
  )
}

export function events(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.kind === 'event' ? [line.name] : []))
}
