import { plain, words } from '../../understanding/words.ts'
import { readDayAhead } from './days.ts'
import type { AnyStep } from './dialog.ts'
import { openQuestion } from './questions.ts'
import type { TurnDraft } from './turn-draft.ts'
import { isFound, knownValue } from './values.ts'

export type FactQuestion = Extract<AnyStep, { kind: 'ask' | 'choose' }>

/** How people begin to take an answer back, in plain letters: "no, …", "perdón, me equivoqué, …". */
const BEGINNINGS =
  'no|perdon\\w*|disculpa\\w*|disculpe\\w*|uy|ay|ups|espera|espere|me equivoque|quise decir|en realidad|mejor dicho|corrijo|correction|sorry|oops|wait|actually|i meant|my mistake|i made a mistake'

/** The same before a choice, where "mejor la segunda" is enough. Goes by plain text. */
export const TAKES_BACK = new RegExp(`^(?:${BEGINNINGS}|mejor (?:el|la|los|las|al|para))\\b`)

/** Whether a message begins as people take an answer back. */
export function beginsToTakeBack(text: string): boolean {
  return TAKES_BACK.test(plain(text))
}

/** All such words before the new answer, in a text as it was written: what comes behind them is kept to the letter. */
const OPENING = new RegExp(`^(?:(?:${accented(BEGINNINGS)})(?=[\\s,.:;!]|$)[\\s,.:;!]*)+`, 'iu')

/** A pattern in plain letters, for text that may carry accents. */
function accented(pattern: string): string {
  const ACUTE: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' }
  return pattern.replace(/[aeiou]/g, (vowel) => `[${vowel}${ACUTE[vowel]}]`)
}

/** Between what is named and its new value: "la dirección es …", "the address is …". */
const IS =
  /^\s*(?:nueva |nuevo |correcta |correcto |correct )?(?:es|era|ser[ií]a|is|was|should be|:)[\s:]+(?:la |el |the )?/iu
/** A new value that names nothing: "no, es la Calle 12 # 5-20". */
const IT_IS = /^(?:(?:es|era|ser[ií]a|is|was|it'?s|it is|it was)\s+)?/iu

/** The customer made a mistake: "me equivoqué de fecha". That something else is wrong is what they write about. */
const MISTAKEN =
  /\b(?:me equivoque|me confundi|quise decir|puse mal|escribi mal|(?:made a|my) mistake|mistyped|i meant|i gave (?:you )?the wrong)\b/
const IS_WRONG = /^(?:no )?(?:la |el |mi |the |my )?\S+(?: \S+)? (?:esta mal|is wrong|is not right)$/
/** Another one of those that were offered, and nothing else: "no era ese pedido", "mejor el otro", "not that one". */
const NOT_THAT =
  /^(?:no )?(?:no (?:era|es) es[ea]|es[ea] no (?:era|es)|mejor (?:el |la )?otr[oa]|not that one|the other one|a different one)(?: (?<name>\S+))?$/
/** Who declines, or lets it be as it is, takes no answer back. */
const LETS_BE =
  /\b(?:dej\w+|asi|igual|como esta|ningun[oa]?|nada|no (?:quiero|deseo|necesito|voy a)|leave|keep|stays?|as it is|(?:dont|do not) (?:want|need)|none|nothing)\b/

/**
 * An earlier answer that is taken back by its name or by words near to it: "no, la dirección es Calle 12 # 5-20",
 * "perdón, es Calle 12 # 5-20", "no era ese pedido". Values that stand out by themselves, dates and places in a list are
 * read elsewhere. `value` undefined: it was wrong, and the right one wasn't said.
 */
export function takenBackInWords(
  draft: TurnDraft,
  answered: readonly (readonly [string, FactQuestion])[],
  text: string,
): { step: string; fact: string; value: string | undefined } | undefined {
  const said = plain(text)
  if (text.includes('?') || LETS_BE.test(said)) return undefined
  for (const [step, question] of answered) {
    if (question.kind !== 'ask' || !isOwnWords(draft, question.fact)) continue
    const value = newWords(draft, question.fact, text)
    if (value !== undefined) return { step, fact: question.fact, value }
  }
  const notThat = NOT_THAT.exec(said)
  const wrong = answered.find(
    ([, question]) =>
      isNamed(draft, question.fact, said) &&
      (MISTAKEN.test(said) || (question.kind === 'choose' ? notThat !== null : IS_WRONG.test(said))),
  )
  const chosen = answered.find(([, question]) => question.kind === 'choose')
  const isAboutChoice = openQuestion(draft)?.kind === 'confirm' && notThat !== null && !notThat.groups?.name
  const [step, question] = wrong ?? (isAboutChoice ? chosen : undefined) ?? []
  return step && question ? { step, fact: question.fact, value: undefined } : undefined
}

/** Whether a fact is what the customer wrote, as they wrote it: an address, what happened. */
export function isOwnWords(draft: TurnDraft, fact: string): boolean {
  return draft.given.desk.facts[fact]?.kind === 'text' && !isFound(draft, fact)
}

function newWords(draft: TurnDraft, fact: string, text: string): string | undefined {
  const opening = OPENING.exec(text.trim())?.[0] ?? ''
  const rest = text.trim().slice(opening.length)
  const named = afterItsName(draft, fact, rest)
  if (named !== undefined) return named
  const [is = ''] = IT_IS.exec(rest) ?? []
  if (opening === '' || (is === '' && !MISTAKEN.test(plain(opening)))) return undefined
  const value = rest.slice(is.length).replace(/^(?:la|el|the)\s+/iu, '')
  return isLike(draft, fact, value) && isNear(value, knownValue(draft, fact) ?? '') ? value : undefined
}

/** "La dirección es Calle 12": what stands behind the fact's name. */
function afterItsName(draft: TurnDraft, fact: string, rest: string): string | undefined {
  const [article = ''] = /^(?:la|el|mi|the|my)\s+/iu.exec(rest) ?? []
  const [name = ''] = /^[\p{L}-]+/u.exec(rest.slice(article.length)) ?? []
  if (name === '' || !isNamed(draft, fact, plain(name))) return undefined
  const behind = rest.slice(article.length + name.length)
  const [is] = IS.exec(behind) ?? []
  const value = is === undefined ? '' : behind.slice(is.length).trim()
  return isLike(draft, fact, value) ? value : undefined
}

/** Words shorter than this are in every sentence. */
const TELLING_LETTERS = 4

/** Words that name no fact by themselves; nor do shorter ones. */
const UNTELLING = new Set(
  'nuevo nueva numero number para sobre cliente customer cual cuando como puede what which when they'.split(
    ' ',
  ),
)
const NAMES_DAY = ['fecha', 'dia', 'date', 'day']

/** Whether a message names a fact by what agents see it called: "dirección" of "Dirección nueva". */
function isNamed(draft: TurnDraft, fact: string, said: string): boolean {
  const spec = draft.given.desk.facts[fact]
  if (!spec) return false
  const names = words(spec.label[draft.language]).filter(
    (word) => word.length >= TELLING_LETTERS && !UNTELLING.has(word),
  )
  const all = spec.kind === 'date' ? [...names, ...NAMES_DAY] : names
  const saidWords = said.split(' ')
  return all.some((name) => saidWords.includes(name))
}

/** Words of a sentence about the answer: "ya hay otro servicio", "no está listo". */
const TELLS = /\b(?:no|ya|pero|hay|esta|muy|not|but|is|too|fine)\b/

/** Whether words could be such an answer as the one before: of some length, with numbers if that has any, and no sentence. */
function isLike(draft: TurnDraft, fact: string, value: string): boolean {
  const before = knownValue(draft, fact) ?? ''
  if (value === before || words(value).length < 2 || TELLS.test(plain(value))) return false
  if (/\d/.test(before) && !/\d/.test(value)) return false
  return readDayAhead(draft, value) === undefined
}

/** Whether two answers are about the same: the second one changes a part of the first. */
function isNear(value: string, before: string): boolean {
  const said = words(value)
  return words(before).some((word) => word.length >= TELLING_LETTERS && said.includes(word))
}
