import { isOneTypo, words } from '../words.ts'
import { isMonth } from './dates.ts'

const ORDINALS: readonly string[] = [
  'primero primera primer 1ro 1ra 1er 1o 1a first 1st uno una one 1️⃣',
  'segundo segunda 2do 2da 2o 2a second 2nd dos two',
  'tercero tercera tercer 3ro 3ra 3er 3o 3a third 3rd tres three',
  'cuarto cuarta 4to 4ta 4o 4a fourth 4th cuatro four',
  'quinto quinta 5to 5ta 5o 5a fifth 5th cinco five',
  'sexto sexta 6to 6ta sixth 6th seis six',
  'septimo septima 7mo 7ma seventh 7th siete seven',
  'octavo octava 8vo 8va eighth 8th ocho eight',
  'noveno novena 9no 9na ninth 9th nueve nine',
  'decimo decima 10mo 10ma tenth 10th diez ten',
]
const POSITION = new Map(
  ORDINALS.flatMap((row, index) => row.split(' ').map((word) => [word, index] as const)),
)
/** Places that are told by where they are, of so many. */
const PLACES: Readonly<Record<string, (count: number) => number>> = {
  ultimo: (count) => count - 1,
  ultima: (count) => count - 1,
  last: (count) => count - 1,
  latter: (count) => count - 1,
  abajo: (count) => count - 1,
  bottom: (count) => count - 1,
  penultimo: (count) => count - 2,
  penultima: (count) => count - 2,
  arriba: () => 0,
  top: () => 0,
  former: () => 0,
  // Only an odd number has a middle.
  medio: (count) => (count % 2 === 1 ? (count - 1) / 2 : -1),
  middle: (count) => (count % 2 === 1 ? (count - 1) / 2 : -1),
}
/** "Las dos", "los tres": all of them, or an hour of the day. */
const SEVERAL = /\b(?:l[oa]s|ambos|ambas) (?:dos|tres|cuatro|cinco)\b|\bthe (?:two|three|four)\b/

/** Words around an ordinal or a label that choose nothing. */
const AROUND = new Set(
  `la el lo las los de del opcion numero num nro no option number the one choice that this esa ese eso esta este
   quiero elijo escojo prefiero seria es i want choose pick take would like id ill please por favor gracias thanks
   creo que en pues mejor entonces a con y to go with si yes ok vale me it is time better best`.split(/\s+/),
)

/** Words that count ("uno", "one") and are articles too ("the second one"): they count when nothing else does. */
const ARTICLES = new Set(['one', 'una', 'uno'])

/**
 * The position (from 0) that a message names: "la segunda", "2", "opción 2", "the 2nd one", "la última".
 * `count` is how many there are. Undefined for a position beyond it, for two positions, and for a message that
 * says more than a position.
 */
export function readOrdinal(text: string, count: number): number | undefined {
  const named = new Set<number>()
  let counted = false
  const said = words(text)
  if (SEVERAL.test(said.join(' '))) return undefined
  for (const word of said) {
    const position = PLACES[word]?.(count) ?? POSITION.get(word) ?? digit(word)
    if (ARTICLES.has(word)) counted = true
    else if (position !== undefined) named.add(position)
    else if (!AROUND.has(word)) return undefined
  }
  if (named.size > 1) return undefined
  const [position = counted ? 0 : undefined] = named
  return position !== undefined && position >= 0 && position < count ? position : undefined
}

function digit(word: string): number | undefined {
  const [, figures] = /^(\d{1,2})[ªº]?$/.exec(word) ?? []
  return figures === undefined ? undefined : Number(figures) - 1
}

/**
 * Which of the labels a message chooses: its text in any case and without accents, with one typo a word, a part
 * of it that no other label has, or its position. Undefined when none or more than one fits.
 */
export function matchChoice(text: string, labels: readonly string[]): number | undefined {
  const said = words(text)
  if (said.length === 0) return undefined
  const written = labels.map(words)
  const exact = only(written, (label) => label.join(' ') === said.join(' '))
  if (exact !== undefined) return exact
  const position = readOrdinal(text, labels.length)
  const telling = said.filter((word) => !AROUND.has(word))
  const inside = only(written, (label) => telling.length > 0 && telling.every((word) => hasWord(label, word)))
  // "2" when one label begins with 2 and another is second: asking again is better than a guess.
  if (position !== undefined) return inside === undefined || inside === position ? position : undefined
  if (inside !== undefined) return inside
  return only(written, (label) => {
    const needed = label.filter((word) => !AROUND.has(word))
    return needed.length > 0 && needed.every((word) => hasWord(said, word))
  })
}

/** Whether a message of some length is these words, each with a typo at most. */
export function isMisspelt(text: string, label: string): boolean {
  const [said, meant] = [words(text), words(label)]
  return (
    said.length > 1 &&
    said.length === meant.length &&
    said.every((word, at) => word === meant[at] || isOneTypo(word, meant[at] ?? ''))
  )
}

/** In a longer message a month is of a thing, or it tells when something was. */
const MOST_WORDS_OF_A_MONTH = 4

/** A word of a label this long says which one is meant, whatever is said around it. */
const TELLING_LETTERS = 5

/**
 * Which of the labels a longer message names by a word that only that one has: "pues la de películas, yo no veo eso".
 * Undefined when it names none or more than one.
 */
export function namesChoice(text: string, labels: readonly string[]): number | undefined {
  const said = words(text)
  const written = labels.map(words)
  const own = written.map((label) =>
    label.filter(
      (word) =>
        word.length >= TELLING_LETTERS &&
        !/\d/.test(word) &&
        written.filter((other) => other.includes(word)).length === 1,
    ),
  )
  return only(own, (label, index) =>
    label.some((word) => isNamed(said, word) && isOfNumbers(said, word, written[index] ?? [])),
  )
}

/** A short word with a typo is another word: "antes" is no "Andes". */
function isNamed(said: readonly string[], word: string): boolean {
  return word.length > TELLING_LETTERS ? hasWord(said, word) : said.includes(word)
}

/** A month with its day is that day's: "el 15 de noviembre" names nothing of the 13th. "En octubre" names no thing. */
function isOfNumbers(said: readonly string[], word: string, label: readonly string[]): boolean {
  const at = said.indexOf(word)
  const beside = [said[at - 1] === 'de' ? said[at - 2] : said[at - 1], said[at + 1]]
  const isWhen =
    said.length > MOST_WORDS_OF_A_MONTH &&
    isMonth(word) &&
    !/^(?:de|del|of|\d{1,2})$/.test(said[at - 1] ?? '')
  if (at >= 0 && isWhen && !/^\d{1,2}$/.test(said[at + 1] ?? '')) return false
  const day = at < 0 ? undefined : beside.find((one) => one !== undefined && /^\d{1,2}$/.test(one))
  return day === undefined || !label.some((one) => /^\d{1,2}$/.test(one)) || label.includes(day)
}

/** Words of this many letters or more are recognised with one typo. */
const TYPO_FROM = 4

function hasWord(list: readonly string[], word: string): boolean {
  if (list.includes(word)) return true
  return (
    word.length >= TYPO_FROM &&
    !/\d/.test(word) &&
    list.some((other) => other.length >= TYPO_FROM && isOneTypo(word, other))
  )
}

function only(
  labels: readonly string[][],
  fits: (label: string[], index: number) => boolean,
): number | undefined {
  const fitting = labels.flatMap((label, index) => (fits(label, index) ? [index] : []))
  return fitting.length === 1 ? fitting[0] : undefined
}
