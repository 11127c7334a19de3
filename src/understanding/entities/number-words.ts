/** Numbers in words, folded, from 1 on: the days of a month as Spanish counts them and English numbers them. */
const CARDINALS = `uno/un/una/one/a dos/two/couple tres/three cuatro/four cinco/five seis/six siete/seven ocho/eight nueve/nine diez/ten
  once/eleven doce/twelve trece/thirteen catorce/fourteen quince/fifteen dieciseis/sixteen diecisiete/seventeen
  dieciocho/eighteen diecinueve/nineteen veinte/twenty veintiuno veintidos veintitres veinticuatro veinticinco
  veintiseis veintisiete veintiocho veintinueve treinta/thirty`
const ORDINALS = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth`

const numbered = (list: string): (readonly [string, number])[] =>
  list.split(/\s+/).flatMap((names, at) => names.split('/').map((name) => [name, at + 1] as const))

const NUMBER = new Map<string, number>(numbered(CARDINALS))
const ORDINAL = new Map<string, number>([...numbered(ORDINALS), ['primero', 1], ['thirtieth', 30]])

/** "3", "tres", "three", "una": how many. */
export function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  return /^\d{1,2}$/.test(word) ? Number(word) : NUMBER.get(word)
}

/** "3", "3rd", "third", "primero": which day of a month, said so that it is hardly anything else. */
export function dayOfMonth(word: string | undefined): number | undefined {
  const figures = /^(\d{1,2})(?:st|nd|rd|th|ro|o)?$/.exec(word ?? '')
  return figures ? Number(figures[1]) : ORDINAL.get(word ?? '')
}

const SMALL = new Map<string, number>([
  ...numbered(CARDINALS).filter(([word]) => !['a', 'couple', 'una', 'un', 'uno'].includes(word)),
  ...['un', 'una', 'uno'].map((word) => [word, 1] as const),
  ...'cero/zero'.split('/').map((word) => [word, 0] as const),
])
const TENS = new Map<string, number>(
  [
    'veinte/twenty',
    'treinta/thirty',
    'cuarenta/forty',
    'cincuenta/fifty',
    'sesenta/sixty',
    'setenta/seventy',
    'ochenta/eighty',
    'noventa/ninety',
  ].flatMap((names, at) => names.split('/').map((name) => [name, (at + 2) * 10] as const)),
)
const HUNDREDS = new Map<string, number>([
  ['cien', 100],
  ['ciento', 100],
  ...[
    'doscient',
    'trescient',
    'cuatrocient',
    'quinient',
    'seiscient',
    'setecient',
    'ochocient',
    'novecient',
  ].flatMap((stem, at) => ['os', 'as'].map((end) => [`${stem}${end}`, (at + 2) * 100] as const)),
])
/** What a number is counted in: "74 mil", "2 millones", "30k". */
const SCALES = new Map<string, number>([
  ...['mil', 'k', 'thousand', 'grand', 'lucas', 'luca'].map((word) => [word, 1_000] as const),
  ...['millon', 'millones', 'million', 'millions'].map((word) => [word, 1_000_000] as const),
])

/** How many units "mil", "k" or "millones" is; 1 for anything else. */
export function scaleOf(word: string | undefined): number {
  return SCALES.get(word ?? '') ?? 1
}

/** All words that a number is written with, longest first. */
export const NUMBER_WORDS: readonly string[] = [
  ...new Set([...SMALL.keys(), ...TENS.keys(), ...HUNDREDS.keys(), ...SCALES.keys(), 'hundred']),
]
  .filter((word) => word !== 'k')
  .sort((a, b) => b.length - a.length)

/**
 * The number that some words are, folded: "ciento veinte mil", "two hundred and fifty". Undefined when they are no one
 * number, such as digits one by one.
 */
export function cardinalOf(words: readonly string[]): number | undefined {
  let total = 0
  let part: number | undefined
  for (const word of words) {
    if (word === 'y' || word === 'and' || word === 'a') continue
    const scale = SCALES.get(word)
    if (scale !== undefined) {
      total += (part ?? 1) * scale
      part = undefined
    } else if (word === 'hundred') {
      if ((part ?? 1) > 9) return undefined
      part = (part ?? 1) * 100
    } else {
      const value = HUNDREDS.get(word) ?? TENS.get(word) ?? SMALL.get(word)
      if (value === undefined || !leavesRoom(part, value)) return undefined
      part = (part ?? 0) + value
    }
  }
  return words.length === 0 ? undefined : total + (part ?? 0)
}

/** "Ciento" has room for "veinte", and "veinte" for "dos"; "cuatro" has none for "cinco". */
function leavesRoom(part: number | undefined, value: number): boolean {
  if (part === undefined) return true
  return value < 10 ? part % 10 === 0 && part > 10 : value < 100 ? part % 100 === 0 && part > 0 : false
}

/** Two digits at most, as numbers are told in pieces: "cuatro", "cuarenta", "veintidós", "forty". */
export function pieceOf(word: string): number | undefined {
  return SMALL.get(word) ?? TENS.get(word)
}
