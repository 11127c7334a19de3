import type { Language } from '../language.ts'
import type { Button, Line, MessageLine } from '../turn/line.ts'
import type { Case } from './case.ts'
import type { Desk } from './desk-file.ts'
import { type Duty, standBefore } from './duty.ts'
import { etaSeconds } from './eta.ts'
import { buttons } from './labels.ts'
import { TEXTS } from './texts.ts'
import { waitWords, when } from './when.ts'

/** What every transition of a case needs of the world: the time, ids for its lines, and the house. */
export interface At {
  now: number
  lineId: () => string
  desk: Desk
}

/** A message of the desk itself, which the customer sees. */
export function systemLine(at: At, c: Case, text: string, choices: Button[] = []): MessageLine {
  return {
    kind: 'message',
    id: at.lineId(),
    at: at.now,
    from: { kind: 'system' },
    text,
    caseKey: c.key,
    ...(choices.length > 0 ? { buttons: choices } : {}),
  }
}

/** What happened to a case: agents read it in the transcript, and the customer's header moves by it. */
export function eventLine(at: At, c: Case, name: string, by?: string, data?: Record<string, unknown>): Line {
  return {
    kind: 'event',
    id: at.lineId(),
    at: at.now,
    name,
    caseKey: c.key,
    ...(by ? { by } : {}),
    ...(data ? { data } : {}),
  }
}

/** Where a case in line stands, in words: who is before and how long it takes, or when somebody will be there. */
export function placeWords(c: Case, duty: Duty, at: At, language: Language = c.language): string {
  const texts = TEXTS[language]
  if (!duty.onDuty) {
    return texts.nobody(
      duty.opensAt === undefined ? undefined : when(duty.opensAt, at.now, at.desk.timeZone, language),
    )
  }
  const before = standBefore(duty, c.queue, c.dueAt)
  const eta = etaSeconds({
    before,
    slots: duty.slots ?? duty.agentsAvailable * at.desk.roster.chatsPerAgent,
    freeSlots: duty.freeSlots ?? 0,
    serviceSeconds: duty.serviceSeconds ?? at.desk.roster.typicalServiceSeconds,
  })
  return texts.place(before, eta && waitWords(eta, language))
}

/** The choices of somebody who waits. */
export function waitingChoices(language: Language, duty: Duty): Button[] {
  return duty.onDuty
    ? buttons(language, 'call-back', 'written-answer', 'leave')
    : buttons(language, 'keep-open', 'call-back', 'leave')
}

/** What the customer asked, short enough to be read back. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
