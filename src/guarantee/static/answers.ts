import { readAsk } from '../../escape/ask.ts'
import { LANGUAGES, type Language } from '../../language.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { matterLabel } from '../../turn/dialog/clarify.ts'
import { type AnyStep, type Dialog, isQuestion } from '../../turn/dialog/dialog.ts'
import { HOUSE } from '../../turn/dialog/house-texts.ts'
import { isNoneOfThese } from '../../turn/dialog/remarks.ts'
import { fill } from '../../turn/dialog/template.ts'
import { readAs } from '../../turn/dialog/values.ts'
import type { ValueKind } from '../../turn/dialog/vocabulary.ts'
import { inOtherWords, readConfirmation } from '../../turn/dialog/yes-or-no.ts'
import { matchChoice, readOrdinal } from '../../understanding/entities/choice.ts'
import { readYesNo } from '../../understanding/entities/yes-no.ts'
import { plain } from '../../understanding/words.ts'
import { labelsOf } from './fits.ts'
import type { Found } from './found.ts'
import { telling } from './samples.ts'

/** An answer of each kind, as somebody types it. */
const TYPED: Readonly<Record<ValueKind, string>> = {
  account: 'es la 445566',
  proof: '1234',
  text: 'Calle Mayor 5',
  date: 'el 4 de mayo',
  money: 'fueron 19.900',
}

/** Questions that words alone can't answer: on a channel without buttons the customer would be stuck. */
export function answerFaults(desk: BotDesk, dialog: Dialog): Found[] {
  return Object.entries(dialog.steps).flatMap(([name, step]) => {
    const mayTell = step.kind === 'done' && step.mayTell
    if (!isQuestion(step) && !mayTell) return []
    if (step.kind === 'ask') return askFaults(dialog, name, step)
    return LANGUAGES.flatMap((language) => {
      const showing = telling(desk, dialog, language)
      const labels = labelsOf(dialog, step).map(([key, texts]) => ({
        key: `${key}.${language}`,
        label: fill(texts, showing),
      }))
      const isConfirm = step.kind === 'confirm'
      const found = labels.flatMap(({ key, label }) =>
        swallowed(key, label, isConfirm ? 'confirm' : 'choose'),
      )
      const own = isConfirm ? confirmFaults(dialog, step, labels, language) : choiceFaults(labels)
      return [...found, ...own].map((one) => ({ ...one, step: name }))
    })
  })
}

/** Chips are typed, too, and must be told apart like labels. */
export function chipFaults(desk: BotDesk, language: Language): { dialog: string; found: Found }[] {
  const chips = desk.menu.map((dialog) => ({
    dialog: dialog.id,
    key: `chip.${language}`,
    label: dialog.chip?.[language] ?? '',
  }))
  const wishes = [...desk.dialogs.values()].flatMap((dialog) =>
    dialog.wish
      ? swallowed(`wish.${language}`, matterLabel(dialog, language), 'chip').map((found) => ({
          dialog: dialog.id,
          found,
        }))
      : [],
  )
  const ofChips = chips.flatMap(({ dialog, key, label }) => {
    const twin = chips.find((other) => other.dialog !== dialog && plain(other.label) === plain(label))
    const alike: Found[] = twin ? [alikeFault(key, `"${label}" is the chip of ${twin.dialog}, too`)] : []
    return [...swallowed(key, label, 'chip'), ...alike].map((found) => ({ dialog, found }))
  })
  return [...wishes, ...ofChips]
}

function askFaults(dialog: Dialog, name: string, step: Extract<AnyStep, { kind: 'ask' }>): Found[] {
  const kind = dialog.facts[step.fact]?.kind
  if (kind === undefined || kind === 'label' || isReadable(kind)) return []
  return [
    {
      rule: 'unanswerable',
      step: name,
      what: `asks for {${step.fact}}, a ${kind}, which the bot can't read from what a customer types`,
      fix: 'declare it as text, choose it from labels, or learn it from a call',
    },
  ]
}

/** Days are read by the day that they are said on: see dialog/days.ts. */
function isReadable(kind: ValueKind): boolean {
  return kind === 'date' || readAs(kind, TYPED[kind]) !== undefined
}

/** A label that means something else when it is typed. */
function swallowed(key: string, label: string, on: 'choose' | 'confirm' | 'chip'): Found[] {
  const found: Found[] = []
  const takes = (rule: string, what: string, fix: string) => found.push({ rule, text: key, what, fix })
  if (readAsk(label) === 'asks') {
    takes(
      'label-asks-for-person',
      `"${label}" asks for a person when it is typed`,
      'use other words: whoever types them gets a person',
    )
  }
  const none = LANGUAGES.some((language) => plain(HOUSE.none[language]) === plain(label))
  if (none || (on !== 'confirm' && isNoneOfThese(label))) {
    takes(
      'label-means-none',
      `"${label}" is read as "none of these", which leads to a person`,
      'use other words; "none of these" is added to every menu',
    )
  }
  if (on === 'choose' && readYesNo(label) !== undefined) {
    takes(
      'label-means-yes-or-no',
      `"${label}" is read as a yes or a no`,
      'use a confirm step, or other words',
    )
  }
  return found
}

function choiceFaults(labels: readonly { key: string; label: string }[]): Found[] {
  const words = labels.map(({ label }) => label)
  return labels.flatMap(({ key, label }, at): Found[] => {
    const typed = matchChoice(label, words)
    if (typed !== at) {
      return [
        alikeFault(
          key,
          typed === undefined
            ? `"${label}" typed chooses nothing: it can't be told from another label`
            : `"${label}" typed chooses "${words[typed]}"`,
        ),
      ]
    }
    if (readOrdinal(String(at + 1), words.length) === at && matchChoice(String(at + 1), words) === at)
      return []
    return [alikeFault(key, `"${at + 1}" typed does not choose "${label}", which is number ${at + 1}`)]
  })
}

function confirmFaults(
  dialog: Dialog,
  step: Extract<AnyStep, { kind: 'confirm' }>,
  labels: readonly { key: string; label: string }[],
  language: Language,
): Found[] {
  const found: Found[] = []
  const words = labels.map(({ label }) => label)
  const yesAndNo = words.slice(0, 2)
  if (new Set(words.map(plain)).size < words.length) {
    found.push(alikeFault(`labels.${language}`, 'two answers read the same'))
  }
  for (const answer of ['yes', 'no'] as const) {
    const typed = HOUSE[answer][language]
    if (readConfirmation(typed, dialog, step, yesAndNo) !== answer) {
      found.push(alikeFault(`labels.${answer}.${language}`, `a typed "${typed}" is not read as ${answer}`))
    }
    if (language !== LANGUAGES[0]) continue
    for (const phrase of step.says?.[answer] ?? []) {
      if (inOtherWords(phrase, dialog, step) === answer) continue
      found.push({
        rule: 'unanswerable',
        text: `says.${answer}`,
        what: `"${phrase}" is not read as ${answer}`,
        fix: `it is in both lists, is part of a phrase of the other one, or says the contrary: remove it`,
      })
    }
  }
  return found
}

function alikeFault(text: string, what: string): Found {
  return { rule: 'labels-alike', text, what, fix: 'give each label a word that no other one has' }
}
