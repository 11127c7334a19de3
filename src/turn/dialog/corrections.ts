import { matchChoice } from '../../understanding/entities/choice.ts'
import { plain } from '../../understanding/words.ts'
import type { Frame } from '../bot.ts'
import type { AnyStep, Dialog } from './dialog.ts'
import { textsOf } from './dialog.ts'
import { choicesOf, openQuestion } from './questions.ts'
import { remembered } from './remembered.ts'
import {
  beginsToTakeBack,
  type FactQuestion,
  isOwnWords,
  TAKES_BACK,
  takenBackInWords,
} from './taken-back.ts'
import { canFill, slotsOf } from './template.ts'
import { inFront, setFact, showing, type TurnDraft } from './turn-draft.ts'
import { askSteps, canBeTakenBack, isFound, knownValue, readValue, standsOut } from './values.ts'

const NAMES_ACCOUNT = /\b(cuenta|account)\b/

/**
 * An earlier answer of the dialog in front that the message corrects: "no, la cuenta es la 445566", "perdón, es la
 * segunda". A value that stands out needs no such words, it is enough that another one was known; a choice does,
 * since its words are common. `isCorrection`: the message was recognised as taking something back; without a new
 * answer in it, the latest one is meant.
 */
export function findCorrection(
  draft: TurnDraft,
  text: string,
  isCorrection: boolean,
): { step: string; fact: string; value: string | undefined } | undefined {
  const front = inFront(draft)
  if (!front) return undefined
  const takesBack = isCorrection || beginsToTakeBack(text)
  // A document's number looks like an account's: what proves who one is corrects nothing, unless it says so.
  if (isAskedForProof(draft) && !takesBack && !NAMES_ACCOUNT.test(plain(text))) return undefined
  const answered = answeredQuestions(draft, front.dialog, front.frame)
  for (const [name, step] of answered) {
    if (!takesBack && isAnothersNumber(draft, front.dialog, step.fact, text)) continue
    const value = newValue(draft, step, text, takesBack)
    if (value !== undefined && value !== knownValue(draft, step.fact))
      return { step: name, fact: step.fact, value }
  }
  const inWords = isTellingInWords(draft, text) ? undefined : takenBackInWords(draft, answered, text)
  if (inWords) return inWords
  const [latest] = answered
  return isCorrection && latest ? { step: latest[0], fact: latest[1].fact, value: undefined } : undefined
}

/** Where a telephone is asked for later on, a number that could be one is no other account unless it says so. */
function isAnothersNumber(draft: TurnDraft, dialog: Dialog, fact: string, text: string): boolean {
  const isAccount = draft.given.desk.facts[fact]?.kind === 'account'
  if (!isAccount || NAMES_ACCOUNT.test(plain(text))) return false
  return askSteps(dialog).some(
    ([, step]) => isFound(draft, step.fact) && readValue(draft, step.fact, text) !== undefined,
  )
}

/** Whether the customer is writing what was asked for in their own words: what is wrong there is what they write about. */
function isTellingInWords(draft: TurnDraft, text: string): boolean {
  const question = openQuestion(draft)
  if (question?.kind !== 'ask' || !isOwnWords(draft, question.fact)) return false
  return question.takesAnyWords === true || !beginsToTakeBack(text)
}

function isAskedForProof(draft: TurnDraft): boolean {
  const question = openQuestion(draft)
  return question?.kind === 'ask' && draft.given.desk.facts[question.fact]?.kind === 'proof'
}

/**
 * The questions that this run has passed and whose answers are known, the latest first. None that comes after the
 * open one: with the account open once more, nobody can go on from the proof.
 */
export function answeredQuestions(draft: TurnDraft, dialog: Dialog, frame: Frame): [string, FactQuestion][] {
  const entered = Object.keys(frame.visits)
  const open = entered.indexOf(frame.step)
  return entered
    .slice(0, open < 0 ? undefined : open)
    .reverse()
    .flatMap((name) => {
      const step = dialog.steps[name]
      const isAnswered =
        (step?.kind === 'ask' || step?.kind === 'choose') &&
        name !== frame.step &&
        knownValue(draft, step.fact) !== undefined &&
        // Its words show what has been refused since: it can't be what is meant, nor be asked again.
        canFill(step.again, showing(draft))
      return isAnswered ? [[name, step]] : []
    })
}

function newValue(
  draft: TurnDraft,
  step: FactQuestion,
  text: string,
  takesBack: boolean,
): string | undefined {
  if (step.kind === 'ask') {
    const isNamed = takesBack ? canBeTakenBack(draft, step.fact) : standsOut(draft, step.fact)
    return isNamed ? readValue(draft, step.fact, text) : undefined
  }
  if (!takesBack) return undefined
  let rest = plain(text)
  // "No, espere, mejor la segunda".
  while (TAKES_BACK.test(rest)) rest = rest.replace(TAKES_BACK, '').trim()
  const choices = choicesOf(draft, step).filter(({ value }) => value !== 'cannot')
  const labels = choices.map((choice) => choice.label)
  const at = matchChoice(rest, labels)
  return at === undefined ? undefined : choices[at]?.value
}

/** Forgets what hung on a corrected fact: what was learnt with it, and answers to questions that showed it. */
export function forgetWhatHangsOn(draft: TurnDraft, dialog: Dialog, corrected: string): void {
  for (const name of hangingOn(dialog, corrected)) setFact(draft, name, undefined)
}

/**
 * A dialog that waits stands on facts that the dialog in front may change: with another account, what was found for
 * the first one is nobody's. It then begins again with what is known: nothing that is still known is asked.
 */
export function standBack(draft: TurnDraft, frames: readonly Frame[] = draft.bot.stack.slice(0, -1)): void {
  for (const frame of frames) {
    const dialog = draft.given.desk.dialogs.get(frame.dialog)
    if (!dialog) continue
    const changed = [...draft.changed].filter((name) => madeIn(dialog).has(name) && isAnother(draft, name))
    const kept = madeInFrontOf(draft, frame)
    for (const name of changed) {
      for (const hanging of hangingOn(dialog, name))
        if (!kept.has(hanging)) setFact(draft, hanging, undefined)
    }
    if (changed.length === 0) continue
    frame.step = dialog.start
    frame.visits = {}
  }
}

/** What the dialogs in front of one have made, and go on from: it isn't the waiting one's to forget. */
function madeInFrontOf(draft: TurnDraft, frame: Frame): ReadonlySet<string> {
  const { stack } = draft.bot
  const inFront = stack.slice(stack.indexOf(frame) + 1)
  return new Set(
    inFront.flatMap((one) => {
      const dialog = draft.given.desk.dialogs.get(one.dialog)
      return dialog ? [...madeIn(dialog)] : []
    }),
  )
}

/** Whether this turn took back what was known, or learnt something else in its place. */
function isAnother(draft: TurnDraft, name: string): boolean {
  const before = draft.given.facts[name]
  const now = draft.facts[name]
  if (!draft.changed.has(name) || before?.class !== 'known') return false
  // A proof is forgotten once the company has looked at it: what it proved stands.
  if (!now && draft.given.desk.facts[name]?.kind === 'proof') return false
  return now?.class !== 'known' || now.value !== before.value
}

/** The facts of a dialog that hang on one of its answers. */
export function hangingOn(dialog: Dialog, corrected: string): ReadonlySet<string> {
  const known = hangingIn(dialog)
  const before = known.get(corrected)
  if (before) return before
  const hanging = workOutHanging(dialog, corrected)
  known.set(corrected, hanging)
  return hanging
}

const hangingIn = remembered((_: Dialog) => new Map<string, ReadonlySet<string>>())

function workOutHanging(dialog: Dialog, corrected: string): ReadonlySet<string> {
  const hanging = new Set([corrected])
  // What the customer was asked for and told stays told, though the company says it again with its answer.
  const asked = new Set(askSteps(dialog).map(([, { fact }]) => fact))
  for (let before = 0; before !== hanging.size; ) {
    before = hanging.size
    for (const step of Object.values(dialog.steps)) {
      if (!usedBy(dialog, step).some((used) => hanging.has(used))) continue
      for (const name of made(step)) if (step.kind !== 'call' || !asked.has(name)) hanging.add(name)
    }
  }
  hanging.delete(corrected)
  return hanging
}

/** Facts that the steps of a dialog give values to. */
const madeIn = remembered(
  (dialog: Dialog): ReadonlySet<string> => new Set(Object.values(dialog.steps).flatMap(made)),
)

/** Facts that a step gives a value to. */
function made(step: AnyStep): string[] {
  switch (step.kind) {
    case 'ask':
    case 'choose':
      return [step.fact]
    case 'copy':
      return Object.keys(step.facts)
    case 'call':
      return [...step.learns, ...(step.ref ? [step.ref] : [])]
    default:
      return []
  }
}

/** Facts that what a step makes depends on. */
function usedBy(dialog: Dialog, step: AnyStep): string[] {
  switch (step.kind) {
    case 'copy':
      return Object.values(step.facts).filter((name) => name !== undefined)
    case 'call':
      return Object.values(step.args)
    case 'ask':
      return slotsOf(textsOf(step).text?.es ?? '')
    case 'choose': {
      const spec = dialog.facts[step.fact]
      const labels = spec?.kind === 'label' ? Object.values(spec.labels) : []
      return [step.text, ...labels].flatMap((texts) => slotsOf(texts.es))
    }
    default:
      return []
  }
}
