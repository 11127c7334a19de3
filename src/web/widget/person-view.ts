import type { Language } from '../../language.ts'
import type { CustomerAction } from '../../turn/line.ts'
import type { IconName } from './icon-paths.ts'
import { isAskWaiting, keptAsk, type Screen } from './screen.ts'
import type { WidgetTexts } from './texts.ts'
import { dayAndTime, windowOf } from './when.ts'

/** What one tap in the bar does: a word of the customer, with its readable text. */
export interface Choice {
  action: CustomerAction
  label: string
}

/** What the bar shows. It is never empty: in every state it is the way to a person, or says how near one is. */
export interface PersonView {
  tone: 'ask' | 'wait' | 'with'
  icon: IconName
  title: string
  detail?: string
  /** What pressing the bar does; `unfold` shows and hides `choices` and the key. */
  press: { kind: 'say'; choice: Choice } | { kind: 'try-now' } | { kind: 'unfold' }
  caseKey?: string
  choices: readonly Choice[]
}

export function personView(
  screen: Screen,
  words: { texts: WidgetTexts; language: Language; now: number; isLasting: boolean },
): PersonView {
  const { texts } = words
  const { status } = screen
  if (status.owner === 'bot') return askView(screen, words)
  const key = status.caseKey === undefined ? {} : { caseKey: status.caseKey }
  const unfold = { press: { kind: 'unfold' }, ...key } as const
  const callMe: Choice = { action: 'call-back', label: texts.callMe }
  const leave: Choice = { action: 'leave', label: texts.leave }
  const back: Choice = { action: 'return', label: texts.returnToLine }
  if (status.owner === 'agent') {
    return {
      ...unfold,
      tone: 'with',
      icon: 'person',
      title: texts.withPerson(status.agentName ?? texts.someone),
      ...(status.supervisorAsked ? { detail: texts.supervisorAsked } : {}),
      choices: status.supervisorAsked ? [] : [{ action: 'supervisor', label: texts.supervisor }],
    }
  }
  if (status.owner === 'scheduled') {
    return { ...unfold, tone: 'wait', icon: 'calendar', ...scheduled(screen, words), choices: [back, leave] }
  }
  if (status.onDuty === false) {
    const opens = status.opensAt
    const keepOpen: Choice = { action: 'keep-open', label: texts.keepOpen }
    return {
      ...unfold,
      tone: 'wait',
      icon: 'line',
      title: texts.nobody,
      ...(opens
        ? {
            detail: texts.backAt(
              dayAndTime(opens, words.now, { language: words.language, timeZone: status.timeZone }),
            ),
          }
        : {}),
      choices: [keepOpen, callMe, leave],
    }
  }
  return {
    ...unfold,
    tone: 'wait',
    icon: 'line',
    title: texts.lineTitle,
    ...place(screen, texts),
    choices: [callMe, leave],
  }
}

function askView(
  screen: Screen,
  { texts, isLasting }: { texts: WidgetTexts; isLasting: boolean },
): PersonView {
  const { status } = screen
  const base = { tone: 'ask', icon: 'person', title: texts.talkToPerson, choices: [] } as const
  if (isAskWaiting(screen)) {
    const unsent = isLasting ? texts.askKept : texts.askPassing
    return { ...base, detail: screen.link === 'online' ? texts.asking : unsent, press: { kind: 'try-now' } }
  }
  const kept = keptAsk(screen)
  if (kept) return { ...base, tone: 'wait', detail: texts.askSafe(kept.caseKey), press: { kind: 'try-now' } }
  if (status.withdrawn && status.caseKey) {
    const choice: Choice = { action: 'return', label: texts.returnToLine }
    return { ...base, detail: texts.leftLine(status.caseKey), press: { kind: 'say', choice } }
  }
  return {
    ...base,
    press: { kind: 'say', choice: { action: 'ask', label: texts.talkToPerson } },
  }
}

function scheduled(
  screen: Screen,
  { texts, language, now }: { texts: WidgetTexts; language: Language; now: number },
): { title: string } {
  const { schedule, timeZone } = screen.status
  const reader = { language, timeZone }
  if (!schedule) return { title: texts.scheduled }
  return schedule.what === 'call-back'
    ? { title: texts.callAt(windowOf(schedule.window, now, reader)) }
    : { title: texts.answerBy(dayAndTime(schedule.window.to, now, reader)) }
}

function place({ status }: Screen, texts: WidgetTexts): { detail?: string } {
  const parts: string[] = []
  if (status.position !== undefined) {
    parts.push(status.position <= 1 ? texts.next : texts.before(status.position - 1))
  }
  if (status.etaSeconds) {
    // Rounded as in the desk's own messages (cases/when.ts), so that bar and message say the same.
    const [low, high] = status.etaSeconds
    parts.push(texts.wait(Math.floor(low / 60), Math.ceil(high / 60)))
  }
  return parts.length ? { detail: parts.join(' · ') } : {}
}
