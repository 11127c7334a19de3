import { LANGUAGES, type Texts } from '../../language.ts'
import { isMisspelt, matchChoice, readOrdinal } from '../../understanding/entities/choice.ts'
import { isClosing } from '../../understanding/entities/closing.ts'
import { isNeverMind } from '../../understanding/entities/never-mind.ts'
import { readYesNo } from '../../understanding/entities/yes-no.ts'
import type { Reading } from '../../understanding/recognizer.ts'
import { plain, words } from '../../understanding/words.ts'
import { readTold } from './afterwards.ts'
import { choiceAnswered, choiceByLabel, choiceByName, isOfList } from './choice-in-words.ts'
import { askedBetween, closeMatters, type Pair, readMeant } from './clarify.ts'
import { findCorrection } from './corrections.ts'
import { isHour, namesTime } from './days.ts'
import type { Dialog, QuestionStep } from './dialog.ts'
import { choiceByEnd } from './ends.ts'
import { HOUSE } from './house-texts.ts'
import { placeMeant } from './in-passing.ts'
import { answerOf, choicesOf, openQuestion } from './questions.ts'
import {
  isAboutToDo,
  isAsking,
  isCannot,
  isHoldOn,
  isNoLongerWanted,
  isNoneOfThese,
  isNotThatDay,
  isSolved,
  isThatOne,
  isUnable,
  tellsMore,
} from './remarks.ts'
import { beginsToTakeBack } from './taken-back.ts'
import { inFront, type TurnDraft } from './turn-draft.ts'
import { isFound, readValue, standsOut } from './values.ts'
import { inOtherWords, isDenial, isEnd, isPlainAnswer, readConfirmation } from './yes-or-no.ts'

/** What the customer does with a message, as the bot understands it. */
export type Move =
  /** Wants a person: accepted the offer, or chose "none of these". */
  | { kind: 'person'; why: 'accepted' | 'none-of-these' }
  /** Answers the open question. */
  | { kind: 'answer'; value: string }
  | { kind: 'unable' }
  /** Needs a moment to look for the answer. */
  | { kind: 'hold-on' }
  /** Takes an answer back, with a new one or none. */
  | { kind: 'correction'; step: string; fact: string; value: string | undefined }
  /** Tells what may be told now that the matter is done. */
  | { kind: 'told'; fact: string; value: string }
  /** Does not want the person who was offered. */
  | { kind: 'declined' }
  | { kind: 'never-mind' }
  /** What they came for has settled itself. */
  | { kind: 'solved' }
  /** Asks something that the bot can't answer, instead of answering. */
  | { kind: 'question' }
  | { kind: 'aside'; dialog: Dialog }
  /** `words`: what they had said before they were asked which of two matters it is. */
  | { kind: 'dialog'; dialog: Dialog; pressed: boolean; words?: string }
  /** Is about one of two matters, and does not say which. */
  | { kind: 'clarify'; between: Pair }
  /** Says again what the dialog in front is about. */
  | { kind: 'same' }
  | { kind: 'several' }
  /** No answer to the open question. */
  | { kind: 'refused' }
  | { kind: 'unmatched' }

/** Intents of `intents/` that are no dialog's: what the bot itself does. */
const NEVER_MIND = 'never-mind'
const CORRECTION = 'correct-answer'
export const OWN_INTENTS: readonly string[] = [NEVER_MIND, CORRECTION]

/** A message of so few words, if it can be an answer, is nothing else. */
const BARE_WORDS = 2
/** From this confidence on, an intent counts against a question that is open. */
const BELIEVED_IN_A_QUESTION = 0.5
/** From this confidence on, what a message is about goes before what it may answer. */
const SURE = 0.8

/**
 * What a message does, surest signs first: a button's very words, an answer to an offer, an answer that is nothing
 * else, taking something back, another matter, and last an answer among other words.
 */
export function readMessage(draft: TurnDraft, text: string, read: Reading | undefined): Move {
  const question = openQuestion(draft)
  // A thing named where one is to be chosen is meant for one of the list, and opens no matter of its own.
  const reading = question?.kind === 'choose' && isOfList(draft, question, text) ? undefined : read
  const isAskedWhich = draft.bot.between !== undefined
  const isChoosing = isAskedWhich || (question ? question.kind === 'choose' : draft.bot.menu)
  if (says(text, HOUSE.none) || isPlaceOfNone(draft, question, text) || (isChoosing && isNoneOfThese(text)))
    return { kind: 'person', why: 'none-of-these' }
  const meant = readMeant(draft, text, reading)
  if (meant) return { kind: 'dialog', dialog: meant, pressed: true, words: draft.bot.between?.words ?? '' }
  const pressed = question && readButton(draft, question, text)
  if (pressed) return pressed
  if (question && answerOf(question, text)) return { kind: 'question' }
  const denies = question?.kind === 'confirm' && isDenial(text)
  const turnsAway = !denies && isAnotherMatter(draft, reading)
  const told = readTold(draft, text, turnsAway)
  if (told) return told === 'none' ? { kind: 'never-mind' } : { kind: 'told', ...told }
  if (question && saysCannot(question, text)) return { kind: 'answer', value: 'cannot' }
  // A chip's very words, where chips are shown, are that button: "No internet" declines nothing.
  const shown = draft.bot.menu && !question ? namedChip(draft, text) : undefined
  if (shown) return toward(draft, shown, true)
  // "Segundo" chooses from a list; "un segundo" asks for time.
  if (question && isHoldOn(text) && !isPlace(draft, question, text)) return { kind: 'hold-on' }
  if (question?.kind === 'confirm' && question.instructs && isAboutToDo(text)) return { kind: 'hold-on' }
  const toOffer = draft.bot.offered && !turnsAway ? readAnswerToOffer(text) : undefined
  if (toOffer) return toOffer
  const bare = question && !turnsAway && readBareAnswer(draft, question, text)
  if (bare) return bare
  if (question && isUnable(text)) return { kind: question.kind === 'ask' ? 'unable' : 'refused' }
  if (question && question.kind !== 'confirm' && isSolved(text)) return { kind: 'solved' }
  const intent = believed(reading, question && leastFor(draft, question))
  if (isNeverMind(text)) return { kind: 'never-mind' }
  // "Three months of the wrong amount" is what was asked for, and like taking an answer back; "me equivoqué" is that.
  const isAnswer = question && (asksForWords(draft, question) || isLabel(draft, question, text))
  // "Yes, the account is correct" takes nothing back.
  const mayTakeBack = (!isAnswer || beginsToTakeBack(text)) && readYesNo(text) !== 'yes'
  const takesBack = intent === CORRECTION && isSure(reading) && mayTakeBack
  const correction = findCorrection(draft, text, takesBack)
  if (correction) return { kind: 'correction', ...correction }
  const chip = readChip(draft, text)
  if (chip) return toward(draft, chip, true)
  if (question && takesAnyWords(question)) return readOwnWords(draft, question, text)
  const [matter, ...others] = mattersIn(draft, reading)
  // A person can look at all of them together.
  if (others.length > 0) return { kind: 'several' }
  // Of a long message one clause may say what it is about, and the rest why it matters; an answer may be long, too.
  const dialog =
    intent === undefined ? (question ? undefined : matter) : draft.given.desk.byIntent.get(intent)
  if (question && isNoLongerWanted(text) && (!dialog || dialog === inFront(draft)?.dialog)) {
    return { kind: 'never-mind' }
  }
  const answers = question && (!dialog || mayAnswer(draft, question, dialog))
  const loose = answers && readLooseAnswer(draft, question, text)
  // "Sí, me la cobraron dos veces" is the matter told again, and lets nothing end.
  const isSame = dialog === inFront(draft)?.dialog && isSure(reading) && tellsMore(text)
  if (question && loose && isSame && isYesToEnd(draft, question, loose)) return { kind: 'same' }
  if (loose) return loose
  // Short answers ("ya funciona") resemble taking something back; with a question open only plain words do it.
  if (!question && intent === NEVER_MIND) return { kind: 'never-mind' }
  if (question && (!dialog || dialog === inFront(draft)?.dialog)) return readNoAnswer(question, text, dialog)
  // "Thursday afternoon" greets nobody: it answers with a time that isn't there.
  if (question && dialog?.aside && namesTime(draft, text)) return { kind: 'refused' }
  const between = dialog?.aside ? undefined : closeMatters(draft, reading)
  if (between) return { kind: 'clarify', between }
  if (dialog) return toward(draft, dialog, false)
  return isClosing(text) ? { kind: 'never-mind' } : { kind: 'unmatched' }
}

function takesAnyWords(question: QuestionStep): boolean {
  return question.kind === 'ask' && question.takesAnyWords === true
}

/** What the customer writes is what was asked for, whatever it speaks of. A bare "sí" tells nothing. */
function readOwnWords(draft: TurnDraft, question: QuestionStep, text: string): Move {
  const saysNothing = isBare(text) && readYesNo(text) !== undefined
  return (!saysNothing && readLooseAnswer(draft, question, text)) || readNoAnswer(question, text, undefined)
}

/** A message to an open question that holds no answer to it. `same`: the dialog in front, said again. */
function readNoAnswer(question: QuestionStep, text: string, same: Dialog | undefined): Move {
  if (isAsking(text)) return { kind: 'question' }
  if (same && question.kind === 'confirm' && question.restated) {
    return { kind: 'answer', value: question.restated }
  }
  if (same) return { kind: 'same' }
  // "Ok" to "what is your account number?" is no answer yet.
  return { kind: question.kind === 'ask' && isBare(text) && isClosing(text) ? 'hold-on' : 'refused' }
}

/** Whether the message is surely about something else: "quiero cancelar" is no "sí", though "quiero" may be one. */
function isAnotherMatter(draft: TurnDraft, reading: Reading | undefined): boolean {
  const dialog = reading?.intent === undefined ? undefined : draft.given.desk.byIntent.get(reading.intent)
  return isSure(reading) && dialog !== undefined && !dialog.aside && dialog !== inFront(draft)?.dialog
}

/** The intent of a message. While a question is open it must be a clear one: a short answer resembles many things. */
function believed(reading: Reading | undefined, least = 0): string | undefined {
  return confidence(reading) < least ? undefined : reading?.intent
}

/** What answers "what is wrong with it?" in words of the customer's own resembles other matters most of all. */
function leastFor(draft: TurnDraft, question: QuestionStep): number {
  return asksForWords(draft, question) ? SURE : BELIEVED_IN_A_QUESTION
}

function asksForWords(draft: TurnDraft, question: QuestionStep): boolean {
  return question.kind === 'ask' && draft.given.desk.facts[question.fact]?.kind === 'text'
}

/** Whether a message is one of the choices in about its words: "corregri un dato" takes nothing back. */
function isLabel(draft: TurnDraft, question: QuestionStep, text: string): boolean {
  if (question.kind !== 'choose') return false
  const labels = choicesOf(draft, question).map(({ label }) => label)
  return matchChoice(text, labels) !== undefined
}

function isSure(reading: Reading | undefined): boolean {
  return confidence(reading) >= SURE
}

function confidence(reading: Reading | undefined): number {
  return reading?.candidates.find((candidate) => candidate.intent === reading.intent)?.score ?? 0
}

/** A plain "sí, por favor" takes the person who was offered. A "no" must be bare: "no tengo internet" is another thing. */
function readAnswerToOffer(text: string): Move | undefined {
  const answer = readYesNo(text)
  if (answer === 'yes' && isPlainAnswer('yes', text)) return { kind: 'person', why: 'accepted' }
  return answer === 'no' && isBare(text) ? { kind: 'declined' } : undefined
}

/** Another matter is never taken for an answer. Small talk around an answer is, except where any words would do. */
function mayAnswer(draft: TurnDraft, question: QuestionStep, dialog: Dialog): boolean {
  if (!dialog.aside) return dialog === inFront(draft)?.dialog
  return question.kind !== 'ask' || draft.given.desk.facts[question.fact]?.kind !== 'text'
}

function toward(draft: TurnDraft, dialog: Dialog, pressed: boolean): Move {
  if (dialog.aside) return { kind: 'aside', dialog }
  return dialog === inFront(draft)?.dialog ? { kind: 'same' } : { kind: 'dialog', dialog, pressed }
}

/** Whether the customer can't do what is asked of them, or isn't there on the day that it shows. */
function saysCannot(question: QuestionStep, text: string): boolean {
  if (question.kind === 'ask' || !question.cannot) return false
  const isOfDay = question.kind === 'confirm' && question.cannot.isOfDay === true
  return isNotThatDay(text) || (!isOfDay && isCannot(text))
}

/** The very words of one of the question's buttons, or of what its author gave for them: "I never ordered that". */
function readButton(draft: TurnDraft, question: QuestionStep, text: string): Move | undefined {
  const said = plain(text)
  const choices = choicesOf(draft, question)
  const chosen =
    choices.find((choice) => plain(choice.label) === said) ??
    // "Correjir un dato" is that button misspelt, and takes no answer back.
    (question.kind === 'choose' ? choices.find((choice) => isMisspelt(text, choice.label)) : undefined) ??
    (question.kind === 'choose' && isBare(text)
      ? choices.find(({ value }) => value === choiceByName(draft, question, text))
      : undefined)
  if (!chosen) {
    const says = question.kind === 'confirm' && !text.includes('?') ? question.says : undefined
    const value = (['yes', 'no'] as const).find((one) => says?.[one]?.some((words) => plain(words) === said))
    return value && { kind: 'answer', value }
  }
  return chosen.value === 'unable' ? { kind: 'unable' } : { kind: 'answer', value: chosen.value }
}

/** Whether a message names a place in the list that the question shows. */
function isPlace(draft: TurnDraft, question: QuestionStep, text: string): boolean {
  return question.kind === 'choose' && readOrdinal(text, choicesOf(draft, question).length) !== undefined
}

/** An answer that is nothing else: a place in the list, a yes or no, a value by itself. */
function readBareAnswer(draft: TurnDraft, question: QuestionStep, text: string): Move | undefined {
  switch (question.kind) {
    case 'choose': {
      const choices = choicesOf(draft, question)
      const at = isHour(text) ? undefined : placeMeant(text, choices.length)
      const [only, ...others] = choices.filter(({ value }) => value !== 'cannot')
      const isOnly = others.length === 0 && isThatOne(text)
      const chosen = at === undefined ? (isOnly ? only : undefined) : choices[at]
      const value = chosen?.value ?? choiceByEnd(draft, question, text)
      return value === undefined ? undefined : { kind: 'answer', value }
    }
    case 'confirm': {
      const place = readPlace(text)
      if (place !== undefined) {
        const chosen = choicesOf(draft, question)[place]
        return chosen && { kind: 'answer', value: chosen.value }
      }
      // "No, 778899" corrects an account; it is no "no".
      const dialog = inFront(draft)?.dialog
      const given = dialog && inOtherWords(text, dialog, question)
      const answer =
        given ??
        ((isBare(text) || isDenial(text)) && !/\d/.test(text) ? readAnswer(draft, question, text) : undefined)
      return answer && { kind: 'answer', value: answer }
    }
    case 'ask': {
      // A telephone that was asked for is no account number, whatever stands around it.
      const isPlain = isFound(draft, question.fact) || (isBare(text) && standsOut(draft, question.fact))
      const value = isPlain ? readValue(draft, question.fact, text) : undefined
      return value === undefined ? undefined : { kind: 'answer', value }
    }
  }
}

/** The place of a button, typed where buttons can't be pressed: "1". */
function readPlace(text: string): number | undefined {
  const [, digit] = /^\W*([1-9])\W*$/.exec(text) ?? []
  return digit === undefined ? undefined : Number(digit) - 1
}

/** Whether a typed number is the place of "none of these", which is the last of the buttons. */
function isPlaceOfNone(draft: TurnDraft, question: QuestionStep | undefined, text: string): boolean {
  const place = readPlace(text)
  if (place === undefined) return false
  const which = askedBetween(draft)
  if (which.length > 0) return place === which.length
  if (question) return question.kind !== 'ask' && place === choicesOf(draft, question).length
  return draft.bot.menu && place === draft.given.desk.menu.length
}

/** An answer among other words. */
function readLooseAnswer(draft: TurnDraft, question: QuestionStep, text: string): Move | undefined {
  switch (question.kind) {
    case 'confirm': {
      const answer = readAnswer(draft, question, text)
      return answer && { kind: 'answer', value: answer }
    }
    case 'choose': {
      const value = choiceByLabel(text, choicesOf(draft, question)) ?? choiceAnswered(draft, question, text)
      return value === undefined ? undefined : { kind: 'answer', value }
    }
    case 'ask': {
      const value = readValue(draft, question.fact, text)
      return value === undefined ? undefined : { kind: 'answer', value }
    }
  }
}

function readAnswer(
  draft: TurnDraft,
  question: Extract<QuestionStep, { kind: 'confirm' }>,
  text: string,
): 'yes' | 'no' | undefined {
  const dialog = inFront(draft)?.dialog
  const labels = choicesOf(draft, question).flatMap(({ label, value }) => (value === 'cannot' ? [] : [label]))
  return dialog && readConfirmation(text, dialog, question, labels)
}

/** Whether an answer is a yes that lets the customer's matter end with nothing done. */
function isYesToEnd(draft: TurnDraft, question: QuestionStep, move: Move): boolean {
  const dialog = inFront(draft)?.dialog
  if (!dialog || question.kind !== 'confirm' || move.kind !== 'answer') return false
  return move.value === 'yes' && isEnd(dialog, question.yes)
}

/** A button of what the bot can do, or its place in the menu that the last message showed. */
function readChip(draft: TurnDraft, text: string): Dialog | undefined {
  const { menu } = draft.given.desk
  const named = namedChip(draft, text)
  if (named || !draft.bot.menu) return named
  const at = readOrdinal(text, menu.length)
  return at === undefined ? undefined : menu[at]
}

function namedChip(draft: TurnDraft, text: string): Dialog | undefined {
  return draft.given.desk.menu.find((dialog) => dialog.chip && says(text, dialog.chip))
}

/** The dialogs that a long message is about, clause by clause; small talk is none. */
function mattersIn(draft: TurnDraft, reading: Reading | undefined): Dialog[] {
  return (reading?.matters ?? []).flatMap((intent) => {
    const dialog = draft.given.desk.byIntent.get(intent)
    return dialog && !dialog.aside ? [dialog] : []
  })
}

/** Whether a message is these words and no others, in any language. */
function says(text: string, texts: Texts): boolean {
  let spoken = PLAIN.get(texts)
  if (!spoken) {
    spoken = new Set(LANGUAGES.map((language) => plain(texts[language])))
    PLAIN.set(texts, spoken)
  }
  return spoken.has(plain(text))
}

/** Texts of the house without their accents and marks: the same few are compared with every message. */
const PLAIN = new WeakMap<Texts, ReadonlySet<string>>()

function isBare(text: string): boolean {
  return words(text).length <= BARE_WORDS
}
