import { matchChoice, namesChoice } from '../../understanding/entities/choice.ts'
import { findAmounts, readAmount } from '../../understanding/entities/money.ts'
import { withOneName } from '../../understanding/entities/things.ts'
import { plain, words } from '../../understanding/words.ts'
import { choiceByDay, choiceByMonth, isHour } from './days.ts'
import type { AnyStep } from './dialog.ts'
import { choiceByEnd } from './ends.ts'
import { isNamedInPassing, isRefused, mayName } from './in-passing.ts'
import { choicesOf } from './questions.ts'
import { isThing } from './remarks.ts'
import { show, slotsOf } from './template.ts'
import { showing, type TurnDraft } from './turn-draft.ts'

/** The one choice that some words mean, by what its author says, its name, its amount or its month: known before it is asked. */
export function choiceInWords(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  if (isNamedInPassing(words)) return undefined
  const [byAmount, byName] = [choiceByAmount(draft, step, words), choiceByName(draft, step, words)]
  // "8.500 de más en la cuota" is one charge's amount and another one's name.
  const isOne = byAmount === undefined || byName === undefined || byAmount === byName
  const named = isOne ? (byAmount ?? byName ?? choiceByMonth(draft, step, words)) : undefined
  return choiceBySaying(draft, step, words) ?? named
}

/** The one choice that some words answer, where the question was asked: also by its day, or as one end of the list. */
export function choiceAnswered(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  return (
    choiceInWords(draft, step, words) ?? choiceByDay(draft, step, words) ?? choiceByEnd(draft, step, words)
  )
}

/** The choice of whose button some words have enough, or the one word that only it has. */
export function choiceByLabel(
  text: string,
  choices: readonly { readonly value: string; readonly label: string }[],
): string | undefined {
  if (isHour(text) || isNamedInPassing(text)) return undefined
  const labels = choices.map(({ label }) => label)
  const matched = matchChoice(text, labels)
  const at =
    matched !== undefined && !isRefused(text, labels[matched] ?? '') ? matched : namesChoice(text, labels)
  return at === undefined ? undefined : choices[at]?.value
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
export function isMeant(said: string, phrase: string): boolean {
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
  const whole = names.flatMap((name, at) => (name && isSaid(words, name) ? [at] : []))
  const at =
    whole.length === 1
      ? whole[0]
      : (namesChoice(withOneName(words), names.map(withOneName)) ?? choiceByNumber(words, names))
  return at === undefined ? undefined : choices[at]?.value
}

/** Whether a message has a whole name, not only what somebody else has: "mi vecino tiene fibra 600". */
function isSaid(text: string, name: string): boolean {
  const numbers = name.match(NUMBER_IN_A_NAME) ?? []
  return ` ${plain(text)} `.includes(` ${plain(name)} `) && numbers.every((number) => mayName(text, number))
}

/** A number of so many digits in a name says which one is meant: "el de 600 megas" of "Fibra 600". */
const NUMBER_IN_A_NAME = /(?<!\d)\d{3,4}(?!\d)/g

function choiceByNumber(words: string, names: readonly string[]): number | undefined {
  const said = new Set(words.match(NUMBER_IN_A_NAME)?.filter((number) => mayName(words, number)))
  const meant = names.flatMap((name, at) =>
    name.match(NUMBER_IN_A_NAME)?.some((one) => said.has(one)) ? [at] : [],
  )
  return meant.length === 1 ? meant[0] : undefined
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

const FEW_WORDS = 3

/** A thing and nothing said of it, or an end of the list: "el más alto" asks for no supervisor. */
export function isOfList(
  draft: TurnDraft,
  question: Extract<AnyStep, { kind: 'choose' }>,
  text: string,
): boolean {
  return (
    isThing(text) || (words(text).length <= FEW_WORDS && choiceByEnd(draft, question, text) !== undefined)
  )
}
