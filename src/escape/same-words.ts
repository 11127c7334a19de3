/**
 * Whether a customer is saying the same thing again in other words, by the overlap of what carries meaning in both
 * messages. Deliberately simple: it is pure, fast, and a false alarm only costs a hand-over to a person.
 */

/** At least this share of the shorter message's content words is in the other one. */
const OVERLAP = 0.6
/** Longer messages are told apart by their beginnings; the rest would only dilute them. */
const MOST_WORDS = 40
/** Words are compared by their beginnings, so that "cancelar" and "cancelación" are one. */
const STEM = 5

const EMPTY = new Set(
  (
    'a al algo ante aun aunque ahora asi bien bueno cada como con cosa cual cuando de del desde donde dos el ella ellos en entre era es esa ese eso esta este esto estoy fue ha hace hacer han hasta hay he hola la las le les lo los mas me mi mis mucho muy nada ni no nos o otra otro para pero por porque pues que quiero querria quisiera se sea ser si sin sobre solo son soy su sus tambien tan te tengo tiene todo tu tus un una unas uno unos usted va vez voy y ya yo ' +
    'le digo decia dije dicho repito favor gracias necesito puede puedo podria ' +
    'i a about am an and are as at be because been but by can could did do does for from had has have he hello her hi him his how if im in into is it its ive just like me my need no not now of on one or our out please said say saying she so some tell thank thanks that the their them then there they this to told too up us want was we were what when where which who why will with would you your'
  ).split(' '),
)

/** The words of a message that carry meaning, each once: lower case, without accents, cut to their beginnings. */
export function contentWords(text: string): string[] {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY.has(word))
  return [...new Set(words.map((word) => word.slice(0, STEM)))].slice(0, MOST_WORDS)
}

/** Whether two messages, given as content words, say the same. One shared word is enough only when it is all there is. */
export function saysTheSame(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return false
  const inBoth = short.filter((word) => long.includes(word)).length
  if (short.length === 1) return inBoth === 1 && long.length <= 2
  return inBoth >= 2 && inBoth / short.length >= OVERLAP
}
