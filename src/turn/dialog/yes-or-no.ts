import { VERBS } from '../../business/business.ts'
import { matchChoice } from '../../understanding/entities/choice.ts'
import { readYesNo } from '../../understanding/entities/yes-no.ts'
import { plain, words } from '../../understanding/words.ts'
import { type Dialog, isQuestion, nextSteps, type QuestionStep } from './dialog.ts'

/** A plain yes or no has at most so many words. */
const PLAIN_WORDS = 8

const PLAIN_YES =
  /^(?:si|sip|yes|yeah|yep|yup|claro|dale|de una|ok|okay|vale|confirm\w*|lo confirmo|acepto|adelante|hagalo|hazlo|hacelo|procede|proceda|correcto|exacto|de acuerdo|por supuesto|desde luego|cancel[ea]l?[oa]?|sure|of course|go ahead|do it|please do|please|i (?:confirm|agree|do|would)|agreed|correct|absolutely|definitely|certainly)(?: |$)/
const PLAIN_NO =
  /^(?:(?:que|pues|ay|uy) )*(?:no|nop|nope|nah|negativo|mejor no|para nada|todavia no|aun no|tampoco|not|never|nunca|(?:i )?(?:dont|do not))(?: |$)/

/** Turns a yes round: "no lo reconozco", "it doesn't work". */
const NEGATES =
  /\b(?:nop?|nope|nah|nunca|jamas|tampoco|negativo|not|never|dont|doesnt|didnt|isnt|wasnt|havent|hasnt|wont|cant|cannot)\b/
/** With one of these as well, it is not sure what was turned round: "no, ya lo reconozco". */
const UNTURNS = /\b(?:si|ya|yes|now|pero|but)\b/

/** Said around a yes without adding to it. */
const AROUND =
  /\b(?:si|ya|yes|now|right away|por favor|please|ok|dale|gracias|thanks|thank you|senorita|senor)\b/g

/** Words of somebody who has not decided yet. */
const DOUBT =
  /\b(?:cuando|cuanto|cuanta|como|donde|cual|porque|saber|antes|primero|pregunta|duda|pero|entiendo|what|when|how|where|why|which|know|first|but|before|understand)\b/

/**
 * The answer to the yes-or-no question of a step. An answer that makes the company change something must be a plain
 * one: "quiero saber cuánto debo" begins like a yes and must cancel nothing.
 */
export function readConfirmation(
  text: string,
  dialog: Dialog,
  step: Extract<QuestionStep, { kind: 'confirm' }>,
  labels: readonly string[],
): 'yes' | 'no' | undefined {
  // "No, reclámelo": no, and what is to be done.
  const [, rest = ''] = NO_AND_MORE.exec(text) ?? []
  if (rest !== '' && !NEGATES.test(plain(rest)) && inOtherWords(rest, dialog, step) === 'no') return 'no'
  if (isTurnedRound(text, labels) || CONDITION.test(text)) return undefined
  const answer = matching(text, labels) ?? inOtherWords(text, dialog, step) ?? readYesNo(text)
  if (!answer || !leadsToChange(dialog, step[answer])) return answer
  const isPlain =
    inOtherWords(text, dialog, step) === answer ||
    (answer === 'yes' ? isPlainAnswer('yes', text) : isPlainNo(text, denialsOf(step, labels)))
  return isPlain ? answer : undefined
}

/** Said around a no without adding to it; what it speaks of may be named or not. */
const AROUND_A_NO =
  /\b(?:nop?|nope|nah|negativo|nunca|jamas|tampoco|para nada|claro que|por supuesto que|of course|absolutely|really|at all|pues|ay|uy|not|never|dont|didnt|havent|hasnt|do|did|yo|i|lo|la|los|me|eso|it|por favor|please|senorita|senor)\b/g
const POINTS = /\b(?:ese|esa|este|esta|el|que|that|this|the|one)\b/g
const COURTESY = /\b(?:muchas )?(?:gracias|thanks|thank you)\b/g

/** What a step's yes says, turned round, and what its author gave for a no with a "no" in it. */
function denialsOf(step: Extract<QuestionStep, { kind: 'confirm' }>, labels: readonly string[]): string[] {
  const phrases = (step.says?.no ?? []).map(plain).filter((phrase) => NEGATES.test(phrase))
  const [yes = '', no = ''] = labels
  // "No me llegó" denies; "No, reclamarlo" says what is to be done.
  const denied = /^no[,;:]/i.test(no) ? [] : [plain(no)]
  return [plain(yes).replace(/^(?:si|yes) /, ''), ...denied, ...phrases].map(deniedIn)
}

/** What is denied, without the words around it: "pedi" of "no, yo nunca pedí eso". */
function deniedIn(said: string): string {
  return [AROUND_A_NO, POINTS]
    .reduce((left, around) => left.replace(around, ' '), said)
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * A no that lets the company change something: "no" and nothing else, or one of the denials. "No lo reclame", "no, ese no"
 * and "no, gracias" to "do you recognise it? I'd dispute it" may mean that nothing is to be done.
 */
function isPlainNo(text: string, denials: readonly string[]): boolean {
  const said = plain(text)
  if (text.includes('?') || words(text).length > PLAIN_WORDS || DOUBT.test(said)) return false
  const told = said.replace(COURTESY, ' ')
  if (told.replace(AROUND_A_NO, ' ').trim() === '') return told === said && readYesNo(text) === 'no'
  return NEGATES.test(said) && denials.includes(deniedIn(told))
}

/** Part of a button's words: "sigue igual" of "No, sigue igual". Its yes turned round, "no lo reconozco", is a no. */
function matching(text: string, labels: readonly string[]): 'yes' | 'no' | undefined {
  const at = words(text).length > 1 ? matchChoice(text, labels) : undefined
  if (at !== 0) return at === undefined ? undefined : 'no'
  const said = plain(text)
  if (!NEGATES.test(said)) return 'yes'
  return UNTURNS.test(said.replace(/\bya no\b/g, 'no')) ? undefined : 'no'
}

const NO_AND_MORE = /^\W*no\s*[,.;:!]+\s*(.+)$/i

/** "No, quiero cancelar" to "¿lo cancelo?": whatever that "no" was said to, it is no "no" to this. */
function isTurnedRound(text: string, labels: readonly string[]): boolean {
  const [, rest = ''] = NO_AND_MORE.exec(text) ?? []
  const said = plain(rest)
  return said !== '' && !NEGATES.test(said) && (PLAIN_YES.test(said) || matchChoice(rest, labels) === 0)
}

/** "Si cancelo pierdo el número": an "if" without its accent, and no yes. */
const CONDITION =
  /^\W*si(?: (?:yo|lo|la|me|les?|se))* (?!(?:quiero|deseo|acepto|confirmo|autorizo|solicito|necesito|estoy|claro|reconozco|bueno|correcto|perfecto|exacto|listo)\b)\p{L}+o (?!por favor|gracias)\p{L}/iu

const DENIES = /^(?:no|nop|nope|nah) .*\b(?:no|nunca|jamas|not|never|didnt|dont|havent|wasnt|isnt)\b/
const WISHES = /\b(?:quiero|quisiera|necesito|want|need|would like|id like)\b/

/** "No, yo nunca pedí eso": a no told twice, whatever else it speaks of. */
export function isDenial(text: string): boolean {
  const said = plain(text)
  return DENIES.test(said) && !WISHES.test(said) && !text.includes('?') && words(text).length <= PLAIN_WORDS
}

/** A yes or no in the words that the dialog's author gave for it. */
export function inOtherWords(
  text: string,
  dialog: Dialog,
  step: Extract<QuestionStep, { kind: 'confirm' }>,
): 'yes' | 'no' | undefined {
  const said = plain(text)
  if (text.includes('?') || /\b(?:pero|but)\b/.test(said)) return undefined
  const rest = said.replace(AROUND, ' ').replace(/\s+/g, ' ').trim()
  const answers = (['yes', 'no'] as const).filter((answer) => {
    if (answer === 'yes' && NEGATES.test(said)) return false
    const isChange = leadsToChange(dialog, step[answer])
    return step.says?.[answer]?.some((phrase) =>
      isChange ? rest === plain(phrase) : ` ${said} `.includes(` ${plain(phrase)} `),
    )
  })
  return answers.length === 1 ? answers[0] : undefined
}

/** "Sí", "sí, por favor", "dale": a yes or no and little else. */
export function isPlainAnswer(answer: 'yes' | 'no', text: string): boolean {
  if (text.includes('?')) return false
  const said = plain(text)
  const count = words(text).length
  if (count === 1) return readYesNo(text) === answer
  const begins = answer === 'yes' ? PLAIN_YES.test(said) : PLAIN_NO.test(said)
  return begins && count <= PLAIN_WORDS && !DOUBT.test(said)
}

/** Whether a step ends the matter, with nothing done and nothing more asked. */
export function isEnd(dialog: Dialog, from: string): boolean {
  const step = dialog.steps[from]
  return step?.kind === 'done' || (step?.kind === 'say' && isEnd(dialog, step.next))
}

/** Whether a step comes to a call that changes something before the customer is asked again. */
function leadsToChange(dialog: Dialog, from: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = dialog.steps[name]
    if (!step || seen.has(name) || isQuestion(step)) continue
    seen.add(name)
    if (step.kind === 'call' && VERBS[step.verb].changes) return true
    open.push(...nextSteps(step))
  }
  return false
}
