import { type Head, phoneOf } from '../turn/conversation.ts'
import type { CustomerAction, Line, MessageLine } from '../turn/line.ts'
import { isClosing } from '../understanding/entities/closing.ts'
import { callBackWindows, type Window, writtenAnswerWindow } from './call-back.ts'
import type { Case } from './case.ts'
import type { Desk } from './desk-file.ts'
import type { Duty } from './duty.ts'
import { actionOf, buttons, plain, SURVEY, surveyOf } from './labels.ts'
import { withLease } from './leases.ts'
import { heardFrom, inLine, KEEP_PLACE_MS, REOPEN_MS, reopen, withoutSchedule } from './opening.ts'
import { phoneIn } from './phone.ts'
import { eventLine, placeWords, systemLine, waitingChoices } from './say.ts'
import { TEXTS } from './texts.ts'
import { when, windowWords } from './when.ts'

export interface Wrote {
  /** The customer's open case when there is one; otherwise the conversation's latest. */
  case: Case
  message: MessageLine
  now: number
  lineId: () => string
  desk: Desk
  duty: Duty
  /** The conversation the message came from: the customer is answered there. */
  head?: Head
}

export type WroteResult =
  /** A person has it, or will: it was open, or is open again. */
  | { to: 'case'; case: Case; lines: Line[] }
  /** Thanks, a goodbye, a thumbs-up or a survey tap after "resolved": nobody owes anything. */
  | { to: 'nobody'; case: Case; lines: Line[] }
  /** The case is over: the bot answers. */
  | { to: 'bot' }

/** What a customer's message does to their case. A clear ask is `openOrJoin`'s, whatever the state. */
export function customerWrote(w: Wrote): WroteResult {
  const c = w.head ? heardFrom(w.case, w.head) : w.case
  const action = w.message.action ?? actionOf(w.message.text)
  switch (c.state.kind) {
    case 'resolved':
      return afterResolved(w, c, c.state.at, action)
    case 'withdrawn':
      return action === 'return' && w.now - c.state.at < KEEP_PLACE_MS ? backInLine(w, c) : { to: 'bot' }
    case 'agent':
      return toAgent(w, c, action)
    case 'queue':
    case 'scheduled':
      return whileWaiting(w, c, action)
  }
}

function afterResolved(w: Wrote, c: Case, at: number, action: CustomerAction | undefined): WroteResult {
  if (w.now - at >= REOPEN_MS) return { to: 'bot' }
  const survey = surveyOf(w.message.text, w.message.actionValue)
  if (action === 'survey' || (survey !== undefined && isSurveyLabel(w.message.text))) {
    if (survey === undefined) return { to: 'nobody', case: c, lines: [] }
    const rated = { ...c, survey }
    return {
      to: 'nobody',
      case: rated,
      lines: [
        eventLine(w, rated, 'survey', undefined, { value: survey }),
        systemLine(w, rated, TEXTS[c.language].surveyThanks),
      ],
    }
  }
  if (isClosing(w.message.text) && !w.message.attachments?.length) return { to: 'nobody', case: c, lines: [] }
  const open = reopen(c, w)
  return put(w, open, 'case-reopened', `${TEXTS[c.language].reopened(c.key)}\n${placeWords(open, w.duty, w)}`)
}

function toAgent(w: Wrote, c: Case, action: CustomerAction | undefined): WroteResult {
  if (c.state.kind !== 'agent') return { to: 'case', case: c, lines: [] }
  if (action === 'supervisor') return supervisor(w, c)
  if (action === 'survey') return { to: 'case', case: c, lines: [] }
  if (isClosing(w.message.text) && c.owedSince === undefined) return { to: 'case', case: c, lines: [] }
  const { parked, ...state } = c.state
  const owed: Case = { ...c, state, owedSince: c.owedSince ?? w.now }
  if (!parked) return { to: 'case', case: withLease(owed, w.desk), lines: [] }
  if (w.duty.present && !w.duty.present.includes(state.agentId)) {
    const next: Case = { ...inLine(owed, w.now), preferredAgentId: state.agentId }
    const words = `${TEXTS[c.language].added(c.key)} ${placeWords(next, w.duty, w)}`
    return put(w, next, 'case-unparked', words)
  }
  const back = withLease({ ...owed, agentSeenAt: w.now }, w.desk)
  return { to: 'case', case: back, lines: [eventLine(w, back, 'case-unparked')] }
}

function whileWaiting(w: Wrote, c: Case, action: CustomerAction | undefined): WroteResult {
  const texts = TEXTS[c.language]
  switch (action) {
    case 'leave':
      return withdraw(w, c)
    case 'return':
    case 'ask':
      return backInLine(w, c)
    case 'keep-open':
      return c.state.kind === 'scheduled' ? backInLine(w, c) : put(w, c, 'kept-open', texts.keptOpen(c.key))
    case 'supervisor':
      return supervisor(w, c)
    case 'written-answer': {
      const window = writtenAnswerWindow(w.desk, w.now)
      const next = schedule(c, 'written-answer', window)
      const by = when(window.to, w.now, w.desk.timeZone, c.language)
      return put(w, next, 'case-scheduled', texts.written(by, c.key), buttons(c.language, 'return', 'leave'))
    }
    case 'call-back':
      return callBack(w, c)
    case 'survey':
      return { to: 'case', case: c, lines: [] }
  }
  const window = chosenWindow(w, c)
  if (window) return callBackAt(w, c, window)
  // Somebody else took that time a moment ago: others are offered.
  if (chosenWindow(w, c, [])) return callBack(w, c)
  const phone = phoneIn(w.message.text)
  if (phone && c.phoneAsked && c.schedule) {
    const next: Case = { ...c, callBackPhone: phone, phoneAsked: false }
    const words = windowWords(c.schedule.window, w.now, w.desk.timeZone, c.language)
    return put(w, next, 'phone-given', texts.phoneNoted(phone, words), buttons(c.language, 'return', 'leave'))
  }
  const owed: Case = { ...c, owedSince: c.owedSince ?? w.now }
  const words = c.state.kind === 'scheduled' ? texts.scheduledAdded(c.key) : texts.added(c.key)
  return { to: 'case', case: owed, lines: [systemLine(w, owed, words)] }
}

/** The customer leaves the line. Nothing is lost: asking again restores their place. */
function withdraw(w: Wrote, c: Case): WroteResult {
  const { sweepAt: _sweep, schedule: _schedule, owedSince: _owed, ...rest } = c
  const next: Case = { ...rest, state: { kind: 'withdrawn', at: w.now } }
  return put(w, next, 'case-withdrawn', TEXTS[c.language].withdrawn(c.key), buttons(c.language, 'return'))
}

function backInLine(w: Wrote, c: Case): WroteResult {
  const next = inLine(withoutSchedule(c), w.now)
  const lead = c.state.kind === 'queue' ? [] : [TEXTS[c.language].returned(c.key)]
  const words = [...lead, placeWords(next, w.duty, w)].join('\n')
  const event = c.state.kind === 'queue' ? 'place-asked' : 'case-returned'
  return put(w, next, event, words, waitingChoices(c.language, w.duty))
}

function supervisor(w: Wrote, c: Case): WroteResult {
  const texts = TEXTS[c.language]
  if (c.supervisorAsked) return { to: 'case', case: c, lines: [systemLine(w, c, texts.supervisorAlready)] }
  const next: Case = { ...c, supervisorAsked: true }
  return put(w, next, 'supervisor-asked', texts.supervisor)
}

/** Offers windows; with a window already chosen by the tap, takes it. */
function callBack(w: Wrote, c: Case): WroteResult {
  const window = chosenWindow(w, c)
  if (window) return callBackAt(w, c, window)
  const windows = callBackWindows(w.desk, w.now, w.duty.booked ?? [])
  const texts = TEXTS[c.language]
  if (windows.length === 0) return put(w, c, 'call-back-offered', texts.noWindow)
  const choices = windows.map((one) => ({ label: labelOf(w, c, one) }))
  return put(w, c, 'call-back-offered', texts.chooseWindow, [...choices, ...buttons(c.language, 'keep-open')])
}

function callBackAt(w: Wrote, c: Case, window: Window): WroteResult {
  const texts = TEXTS[c.language]
  const given = phoneIn(w.message.text) ?? c.callBackPhone
  const phone = given ?? (w.head && phoneOf(w.head))
  const next: Case = {
    ...schedule(c, 'call-back', window),
    ...(phone ? { callBackPhone: phone } : {}),
    // Of the number that they write from they may still say that it is another one.
    ...(given ? {} : { phoneAsked: true }),
  }
  const told = texts.callBack(windowWords(window, w.now, w.desk.timeZone, c.language), c.key, phone)
  const words = phone ? told : `${told}\n${texts.askPhone}`
  return put(w, next, 'case-scheduled', words, buttons(c.language, 'return', 'leave'))
}

/** The window whose button was pressed, or whose label was typed. */
function chosenWindow(w: Wrote, c: Case, booked = w.duty.booked ?? []): Window | undefined {
  const said = new Set([plain(w.message.text), plain(w.message.actionValue ?? '')])
  // Hours are what tells one window from another.
  if (![...said].some((one) => /\d/.test(one))) return undefined
  return callBackWindows(w.desk, w.now, booked).find((window) => said.has(plain(labelOf(w, c, window))))
}

function labelOf(w: Wrote, c: Case, window: Window): string {
  const words = windowWords(window, w.now, w.desk.timeZone, c.language)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function schedule(c: Case, what: 'call-back' | 'written-answer', window: Window): Case {
  const { phoneAsked: _asked, ...rest } = c
  return {
    ...rest,
    state: { kind: 'scheduled', what, window },
    schedule: { what, window },
    sweepAt: window.from,
  }
}

function isSurveyLabel(text: string): boolean {
  return SURVEY.some((one) => plain(one.es) === plain(text) || plain(one.en) === plain(text))
}

function put(
  w: Wrote,
  next: Case,
  event: string,
  words: string,
  choices: { label: string }[] = [],
): WroteResult {
  return { to: 'case', case: next, lines: [eventLine(w, next, event), systemLine(w, next, words, choices)] }
}
