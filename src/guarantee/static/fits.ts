import { fitButtons, LIMITS, rowOf, size } from '../../channels/limits.ts'
import { LANGUAGES, type Language, type Texts } from '../../language.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { matterLabel } from '../../turn/dialog/clarify.ts'
import { type AnyStep, type Dialog, isQuestion, nextSteps, textsOf } from '../../turn/dialog/dialog.ts'
import { HOUSE } from '../../turn/dialog/house-texts.ts'
import { fill, type Showing } from '../../turn/dialog/template.ts'
import type { Found } from './found.ts'
import { longest } from './samples.ts'

/** What the house may say in the same message, before or after a dialog's own words. */
const AROUND = [HOUSE.back, HOUSE.corrected, HOUSE.offer]

/** Texts and buttons that a channel could not carry, measured with the longest plausible facts. */
export function fitFaults(desk: BotDesk, dialog: Dialog): Found[] {
  return LANGUAGES.flatMap((language) => {
    const showing = longest(desk, dialog, language)
    const around = AROUND.reduce((sum, texts) => sum + size(texts[language]) + 2, 0)
    const steps = Object.entries(dialog.steps).flatMap(([name, step]) => [
      ...messageFaults(dialog, name, step, showing, around),
      ...buttonFaults(dialog, name, step, showing),
    ])
    return [...wishFaults(dialog, language), ...steps]
  })
}

/** The button that chooses this matter, where a message may be about another one, too. */
function wishFaults(dialog: Dialog, language: Language): Found[] {
  if (dialog.aside) return []
  const label = matterLabel(dialog, language)
  if (rowOf(label)) return []
  return [labelTooLong(`${dialog.wish ? 'wish' : 'title'}.${language}`, label)]
}

/** A message is what is said on the way to a step together with what the step says. */
function messageFaults(
  dialog: Dialog,
  name: string,
  step: AnyStep,
  showing: Showing,
  around: number,
): Found[] {
  const { text, interactiveBody } = LIMITS.whatsapp
  // A question carries buttons, and so does a done step that offers a person, or the menu.
  const limit = ['ask', 'choose', 'confirm', 'menu', 'done'].includes(step.kind) ? interactiveBody : text
  // What may be told afterwards stands under the text.
  const under = step.kind === 'done' && step.mayTell && step.text ? size(fill(step.text, showing)) + 2 : 0
  const before = around + under + longestBefore(dialog, name, showing, new Set())
  return Object.entries(textsOf(step)).flatMap(([key, texts]) => {
    if (key.startsWith('labels')) return []
    const length = size(fill(texts, showing)) + before - (key === 'text' ? under : 0)
    if (length <= limit) return []
    return [
      {
        rule: 'too-long',
        step: name,
        text: `${key}.${showing.language}`,
        what: `comes to ${length} characters in one message, with long facts and what is said before it; WhatsApp carries ${limit}`,
        fix: 'say it shorter, or leave out a fact that the customer wrote themselves',
      },
    ]
  })
}

/** The most that is said in the same turn before a step, by steps that don't wait. */
function longestBefore(dialog: Dialog, name: string, showing: Showing, seen: ReadonlySet<string>): number {
  let most = 0
  for (const [other, step] of Object.entries(dialog.steps)) {
    if (seen.has(other) || other === name || !nextSteps(step).includes(name) || step.kind === 'call') continue
    const said = saidInPassing(step)
    const length = said ? size(fill(said, showing)) + 2 : 0
    // What follows an answer begins a new turn; a question whose fact was known is passed in the same one.
    const further =
      step.kind === 'confirm' || isQuestion(step)
        ? 0
        : longestBefore(dialog, other, showing, new Set([...seen, name]))
    most = Math.max(most, length + further)
  }
  return most
}

function saidInPassing(step: AnyStep): Texts | undefined {
  if (step.kind === 'ask') return step.known
  return step.kind === 'say' || step.kind === 'reject' ? step.text : undefined
}

function buttonFaults(dialog: Dialog, name: string, step: AnyStep, showing: Showing): Found[] {
  const labels = labelsOf(dialog, step).map(([key, texts]) => [key, fill(texts, showing)] as const)
  const all = [...labels.map(([, label]) => label), HOUSE.none[showing.language]]
  if (labels.length === 0 || fitButtons(all)) return []
  return [
    ...(all.length > LIMITS.whatsapp.rows
      ? [
          {
            rule: 'too-many-labels',
            step: name,
            what: `${all.length} choices with "none of these"; a list carries ${LIMITS.whatsapp.rows}`,
            fix: 'ask in two steps',
          },
        ]
      : []),
    ...labels.flatMap(([key, label]) =>
      rowOf(label) ? [] : [labelTooLong(`${key}.${showing.language}`, label, name)],
    ),
  ]
}

export function labelTooLong(text: string, label: string, step?: string): Found {
  return {
    rule: 'label-too-long',
    ...(step === undefined ? {} : { step }),
    text,
    what: `"${label}" has ${size(label)} characters; a row of a list carries ${LIMITS.whatsapp.rowDescription}`,
    fix: 'shorten it; a button shows 20 characters, a row 24 and the rest below',
  }
}

/** The labels that a step offers, by their place in the dialog. */
export function labelsOf(dialog: Dialog, step: AnyStep): [string, Texts][] {
  if (step.kind === 'confirm') {
    return [
      ['labels.yes', step.labels?.yes ?? HOUSE.yes],
      ['labels.no', step.labels?.no ?? HOUSE.no],
      ...(step.cannot ? [['labels.cannot', step.cannot.label ?? HOUSE.cannot] as [string, Texts]] : []),
    ]
  }
  const chosen = step.kind === 'choose' ? step : step.kind === 'done' ? step.mayTell : undefined
  const spec = chosen && dialog.facts[chosen.fact]
  if (spec?.kind !== 'label') return []
  const cannot = step.kind === 'choose' ? step.cannot?.label : undefined
  return [
    ...Object.entries(spec.labels).map(([label, texts]): [string, Texts] => [`label ${label}`, texts]),
    ...(cannot ? [['labels.cannot', cannot] as [string, Texts]] : []),
  ]
}

/** The menu of what the bot can do, with "none of these" and the offer of a person, is one list. */
export function menuFaults(desk: BotDesk, language: Language): { dialog: string; found: Found }[] {
  const room = LIMITS.whatsapp.rows - 2
  return desk.menu.flatMap((dialog, at) => {
    const label = dialog.chip?.[language] ?? ''
    const found: Found[] = []
    if (size(label) > LIMITS.whatsapp.rowTitle) {
      found.push({
        rule: 'label-too-long',
        text: `chip.${language}`,
        what: `"${label}" has ${size(label)} characters; a row of a list shows ${LIMITS.whatsapp.rowTitle}`,
        fix: 'shorten it',
      })
    }
    if (at >= room && language === LANGUAGES[0]) {
      found.push({
        rule: 'too-many-labels',
        text: 'chip',
        what: `is number ${at + 1} of the menu; a list carries ${room} besides "none of these" and a person`,
        fix: 'take the chip of one dialog away: it is still understood when it is written',
      })
    }
    return found.map((one) => ({ dialog: dialog.id, found: one }))
  })
}
