import { EscotillaError } from '../../errors.ts'
import { namesChoice } from '../../understanding/entities/choice.ts'
import { findAmounts, readAmount } from '../../understanding/entities/money.ts'
import { plain } from '../../understanding/words.ts'
import type { AnyStep, QuestionStep } from './dialog.ts'
import { isQuestion } from './dialog.ts'
import { HOUSE } from './house-texts.ts'
import { canFill, fill, show, slotsOf } from './template.ts'
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
  draft.buttons.push(...choices.map((choice) => choice.label), HOUSE.none[draft.language])
}

/** The one choice that some words mean, by what its author says, by its name or by an amount: known before it is asked. */
export function choiceInWords(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  return (
    choiceBySaying(draft, step, words) ??
    choiceByAmount(draft, step, words) ??
    choiceByName(draft, step, words)
  )
}

function choiceBySaying(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  const says: Readonly<Record<string, readonly string[] | undefined>> = step.says ?? {}
  const said = ` ${plain(words)} `
  const meant = choicesOf(draft, step).filter(({ value }) =>
    says[value]?.some((phrase) => isMeant(said, plain(phrase))),
  )
  return meant.length === 1 ? meant[0]?.value : undefined
}

/** Whether a message has a phrase, and no "no" shortly before it: "no necesito copia" wants none. */
function isMeant(said: string, phrase: string): boolean {
  const at = said.indexOf(` ${phrase} `)
  if (at < 0) return false
  return (
    /^no\b/.test(phrase) || !/\b(?:no|ni|not|dont|never|without|sin)(?: \S+){0,3}$/.test(said.slice(0, at))
  )
}

/** Who names a thing of a list without meaning it: "las películas no", "la foto del celular", "la cuota está bien". */
const NOT_MEANT =
  /\b(?:no (?:son|es|era|el|la|los|las|me interesan?|quiero)|esta bien|foto|desde|con el|otro|otra|is fine|not the|from my|photo)\b/

/** The one thing of a list that some words name by what stands first in its row: "me llegó roto el celular". */
export function choiceByName(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  const spec = draft.given.desk.facts[step.fact]
  if (spec?.kind !== 'label' || NOT_MEANT.test(plain(words))) return undefined
  const choices = choicesOf(draft, step)
  const names = choices.map(({ value }) => {
    const [first] = slotsOf(spec.labels[value]?.[draft.language] ?? '')
    const kind = first === undefined ? undefined : draft.given.desk.facts[first]?.kind
    const isName = kind === 'text' || kind === 'label'
    return (first !== undefined && isName && show(first, showing(draft))) || ''
  })
  const said = ` ${plain(words)} `
  const whole = names.flatMap((name, at) => (name && said.includes(` ${plain(name)} `) ? [at] : []))
  const at = whole.length === 1 ? whole[0] : namesChoice(words, names)
  return at === undefined ? undefined : choices[at]?.value
}

/**
 * The one choice that some words name by its amount: "me cobraron 19.900 que no reconozco", "los 8500". Undefined
 * when they name none, or when it fits more than one.
 */
function choiceByAmount(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  const spec = draft.given.desk.facts[step.fact]
  const amounts = findAmounts(words)
  const said = (amounts.length > 0 ? amounts : [readAmount(words)]).map((one) => one?.value)
  if (spec?.kind !== 'label') return undefined
  const meant = choicesOf(draft, step).filter(({ value }) =>
    slotsOf(spec.labels[value]?.[draft.language] ?? '').some((name) => {
      const fact = draft.facts[name]
      const isMoney = draft.given.desk.facts[name]?.kind === 'money' && fact?.class === 'known'
      return isMoney && said.includes(Number.parseFloat(String(fact.value)))
    }),
  )
  return meant.length === 1 ? meant[0]?.value : undefined
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
