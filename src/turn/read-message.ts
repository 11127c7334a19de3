import { LANGUAGES } from '../language.ts'
import { matchChoice, readOrdinal } from '../understanding/entities/choice.ts'
import { isNeverMind } from '../understanding/entities/never-mind.ts'
import { readYesNo } from '../understanding/entities/yes-no.ts'
import type { Reading } from '../understanding/recognizer.ts'
import { plain, words } from '../understanding/words.ts'
import { findCorrection } from './corrections.ts'
import type { Dialog, QuestionStep } from './dialog.ts'
import { choicesOf, openQuestion } from './dialog-questions.ts'
import { HOUSE } from './house-texts.ts'
import { inFront, type TurnDraft } from './turn-draft.ts'
import { readValue } from './values.ts'

/** What the customer does with a message, as the bot understands it. */
export type Move =
  /** Wants a person: accepted the offer, or chose "none of these". */
  | { kind: 'person'; why: 'accepted' | 'none-of-these' }
  /** Answers the open question. */
  | { kind: 'answer'; value: string }
  | { kind: 'unable' }
  | { kind: 'correction'; step: string; fact: string; value: string }
  | { kind: 'never-mind' }
  | { kind: 'aside'; dialog: Dialog }
  | { kind: 'dialog'; dialog: Dialog; pressed: boolean }
  /** Says again what the dialog in front is about. */
  | { kind: 'same' }
  | { kind: 'several' }
  /** No answer to the open question. */
  | { kind: 'refused' }
  | { kind: 'unmatched' }

/** A message of this many words or more can hold several matters. */
const LONG_MESSAGE_WORDS = 18
/** A second matter is one when the recogniser is at least so sure of it. */
const SECOND_MATTER_SCORE = 0.25

const UNABLE =
  /^(pues |la verdad |ahora )*(no (lo |la )?(se|tengo|recuerdo|encuentro)|no me acuerdo|ni idea|no tengo (ni )?idea|no (lo|la) tengo a mano|i (dont|do not|cant|cannot) (know|have|remember|find|recall)|(i have )?no (idea|clue)|not sure|no lo tengo|i dont have it|dont know)\b/

export function readMessage(draft: TurnDraft, text: string, reading: Reading | undefined): Move {
  const question = openQuestion(draft)
  if (draft.bot.offered && readYesNo(text) === 'yes' && words(text).length <= 4) {
    return { kind: 'person', why: 'accepted' }
  }
  if (LANGUAGES.some((language) => plain(text) === plain(HOUSE.none[language]))) {
    return { kind: 'person', why: 'none-of-these' }
  }
  const plainAnswer = question && readPlainAnswer(draft, question, text)
  if (plainAnswer) return plainAnswer
  if (reading?.intent === 'never-mind' || isNeverMind(text)) return { kind: 'never-mind' }
  const correction = findCorrection(draft, text)
  if (correction) return { kind: 'correction', ...correction }
  const pressed = readChip(draft, text)
  if (pressed) return toward(draft, pressed, true)
  if (holdsSeveral(draft, text, reading)) return { kind: 'several' }
  const dialog = reading?.intent === undefined ? undefined : draft.given.desk.byIntent.get(reading.intent)
  if (dialog && dialog !== inFront(draft)?.dialog) return toward(draft, dialog, false)
  const answer = question && readLooseAnswer(draft, question, text)
  if (answer) return answer
  if (dialog) return toward(draft, dialog, false)
  return question ? { kind: 'refused' } : { kind: 'unmatched' }
}

function toward(draft: TurnDraft, dialog: Dialog, pressed: boolean): Move {
  if (dialog.aside) return { kind: 'aside', dialog }
  return dialog === inFront(draft)?.dialog ? { kind: 'same' } : { kind: 'dialog', dialog, pressed }
}

/** An answer that is nothing else: a label, its place in the list, a bare yes or no, a value by itself. */
function readPlainAnswer(draft: TurnDraft, question: QuestionStep, text: string): Move | undefined {
  const choices = choicesOf(draft, question)
  const labels = choices.map((choice) => choice.label)
  const exact = labels.findIndex((label) => plain(label) === plain(text))
  const at = exact >= 0 ? exact : question.kind === 'choose' ? readOrdinal(text, labels.length) : undefined
  const chosen = at === undefined ? undefined : choices[at]
  if (chosen) return chosen.value === 'unable' ? { kind: 'unable' } : { kind: 'answer', value: chosen.value }
  if (question.kind === 'confirm') {
    // Only a short one: "no, la cuenta es la 445566" is a correction before it is a no.
    const answer = words(text).length <= 4 && !/\d/.test(text) ? readYesNo(text) : undefined
    return answer && { kind: 'answer', value: answer }
  }
  if (question.kind === 'ask' && /\d/.test(text) && words(text).length <= 4) {
    const value = readValue(draft, question.fact, text)
    return value === undefined ? undefined : { kind: 'answer', value }
  }
  return undefined
}

/** An answer among other words. */
function readLooseAnswer(draft: TurnDraft, question: QuestionStep, text: string): Move | undefined {
  if (question.kind === 'confirm') {
    const answer = readYesNo(text)
    return answer && { kind: 'answer', value: answer }
  }
  if (question.kind === 'choose') {
    const choices = choicesOf(draft, question)
    const at = matchChoice(
      text,
      choices.map((choice) => choice.label),
    )
    const chosen = at === undefined ? undefined : choices[at]
    return chosen && { kind: 'answer', value: chosen.value }
  }
  const value = readValue(draft, question.fact, text)
  if (value !== undefined && draft.given.desk.facts[question.fact]?.kind !== 'text') {
    return { kind: 'answer', value }
  }
  if (UNABLE.test(plain(text))) return { kind: 'unable' }
  return value === undefined ? undefined : { kind: 'answer', value }
}

/** A button of what the bot can do, or its place in the menu that the last message showed. */
function readChip(draft: TurnDraft, text: string): Dialog | undefined {
  const { menu } = draft.given.desk
  const said = plain(text)
  const named = menu.find((dialog) =>
    LANGUAGES.some((language) => dialog.chip && plain(dialog.chip[language]) === said),
  )
  if (named || !draft.bot.menu) return named
  const at = readOrdinal(text, menu.length)
  return at === undefined ? undefined : menu[at]
}

/** A long message about two or more matters: a person can look at all of them together. */
function holdsSeveral(draft: TurnDraft, text: string, reading: Reading | undefined): boolean {
  if (words(text).length < LONG_MESSAGE_WORDS) return false
  const matters = (reading?.candidates ?? []).filter(({ intent, score }) => {
    const dialog = draft.given.desk.byIntent.get(intent)
    return dialog && !dialog.aside && score >= SECOND_MATTER_SCORE
  })
  return matters.length >= 2
}
