import { EscotillaError } from '../../errors.ts'
import type { Texts } from '../../language.ts'
import { plain } from '../../understanding/words.ts'
import type { AnyStep, QuestionStep } from './dialog.ts'
import { isQuestion } from './dialog.ts'
import { HOUSE } from './house-texts.ts'
import { isAsking } from './remarks.ts'
import { canFill, fill } from './template.ts'
import { happened, inFront, say, showing, type TurnDraft } from './turn-draft.ts'

/** A button of the open question, and what pressing it answers. */
export interface Choice {
  label: string
  /** A label fact's label, `yes`, `no`, `cannot` do what is asked, or `unable` when the customer can't say. */
  value: string
}

/** The question that the dialog in front is waiting on. */
export function openQuestion(draft: TurnDraft): QuestionStep | undefined {
  const step = inFront(draft)?.step
  return step && isQuestion(step) ? step : undefined
}

/**
 * Puts the question of the dialog in front. `again`: in other words and with choices, after an answer that could
 * not be used. `repeat`: once more, after a remark. `back`: after an interruption that was answered, which is no
 * fault of anybody and doesn't count.
 */
export function putQuestion(draft: TurnDraft, how: 'first' | 'again' | 'repeat' | 'back'): void {
  const front = inFront(draft)
  if (!front || !isQuestion(front.step)) return
  const { dialog, frame, step } = front
  const question = `${dialog.id}/${frame.step}`
  if (how !== 'back' && happened(draft, { kind: 'question', question })) return
  draft.about = { dialog, step: frame.step }
  say(draft, how === 'again' ? step.again : step.text)
  const choices = choicesOf(draft, step).filter((choice) => how === 'again' || choice.value !== 'unable')
  if (choices.length === 0) return
  showChoices(draft, choices)
}

/** Shows the choices of a question as buttons, with "none of these" behind them. */
export function showChoices(draft: TurnDraft, choices: readonly Choice[]): void {
  draft.buttons.push(...choices.map(({ label }) => label), HOUSE.none[draft.language])
}

/** What the dialog itself answers to what a customer asks at its open question. */
export function answerOf(step: QuestionStep, text: string): Texts | undefined {
  if (step.kind !== 'confirm' || !isAsking(text)) return undefined
  const said = ` ${plain(text)} `
  return step.answers?.find(({ asked }) => asked.some((phrase) => said.includes(` ${plain(phrase)} `)))?.text
}

/** The buttons of a question, without "none of these". A label that shows an unknown fact is not offered. */
export function choicesOf(draft: TurnDraft, step: AnyStep): Choice[] {
  const show = showing(draft)
  switch (step.kind) {
    case 'ask':
      return [{ label: HOUSE.unable[draft.language], value: 'unable' }]
    case 'confirm':
      return [
        { label: fill(step.labels?.yes ?? HOUSE.yes, show), value: 'yes' },
        { label: fill(step.labels?.no ?? HOUSE.no, show), value: 'no' },
        ...(step.cannot ? [{ label: fill(step.cannot.label ?? HOUSE.cannot, show), value: 'cannot' }] : []),
      ]
    case 'choose': {
      const spec = draft.given.desk.facts[step.fact]
      if (spec?.kind !== 'label') throw new EscotillaError('dialog-fault', `${step.fact} has no labels`)
      return [
        ...Object.entries(spec.labels)
          .filter(([, texts]) => canFill(texts, show))
          .map(([value, texts]) => ({ label: fill(texts, show), value })),
        ...(step.cannot ? [{ label: fill(step.cannot.label, show), value: 'cannot' }] : []),
      ]
    }
    default:
      return []
  }
}

/** Whether the open question asks for a short text, such as an address: what answers it tells no language. */
export function asksForLine(draft: TurnDraft): boolean {
  const question = openQuestion(draft)
  const spec = question?.kind === 'ask' ? draft.given.desk.facts[question.fact] : undefined
  return spec !== undefined && 'most' in spec
}

/** Whether a message is the very words of one of the open question's buttons. */
export function isButton(draft: TurnDraft, text: string): boolean {
  const question = openQuestion(draft)
  const said = plain(text)
  return question !== undefined && choicesOf(draft, question).some(({ label }) => plain(label) === said)
}
