/**
 * How a message is put into a comparable form: lower case, no accents, no elongation ("holaaa"), chat short forms
 * written out ("xq", "q", "pls"). Everything that reads a customer's words starts here, so that a typo tolerated
 * in one place is tolerated in all.
 */

/** Full-width and mathematical letters that some keyboards and "fancy text" apps produce. */
const FANCY = /[\uff01-\uff5e]|\ud835[\udc00-\udfff]/

/** From here on come punctuation, emoji and scripts without capitals. */
const FIRST_CASELESS = 0x2000

const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff

const isApostrophe = (code: number): boolean =>
  code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0xb4 || code === 0x60 || code === 0x2bc

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a

/**
 * Lower case without accents, apostrophes, zero-width characters and elongation (three or more of one letter
 * become one). Punctuation, digits and emoji stay. Linear in the length of the text.
 */
export function fold(text: string): string {
  const source = FANCY.test(text) ? text.normalize('NFKC') : text
  const length = source.length
  if (length > room.length) room = new Uint16Array(length)
  const out = room
  let end = 0
  let last = 0
  let run = 0
  let isSame = true
  for (let i = 0; i < length; i += 1) {
    const code = source.charCodeAt(i)
    const folded = foldedCode(code)
    if (folded !== code) isSame = false
    if (folded === LEFT_OUT) continue
    run = folded === last ? run + 1 : 1
    last = folded
    if (run >= 3 && isLetter(folded)) {
      isSame = false
      // The third takes the second's place away, the rest come to nothing.
      if (run === 3) end -= 1
      continue
    }
    out[end] = folded
    end += 1
  }
  return isSame ? source : written(out, end)
}

/** Where a message's letters stand while it is folded; as long as the longest was. */
let room = new Uint16Array(4_096)

/** No engine takes arguments without end. */
const MOST_ARGUMENTS = 8_192

/** The letters as flat strings: one that is joined of pieces is slow to read letter by letter. Browsers read words too. */
function written(codes: Uint16Array, end: number): string {
  let text = ''
  for (let at = 0; at < end; at += MOST_ARGUMENTS) {
    const letters = codes.subarray(at, Math.min(end, at + MOST_ARGUMENTS))
    text += String.fromCharCode.apply(null, letters as unknown as number[])
  }
  return text
}

/** What a code unit becomes that is dropped. */
const LEFT_OUT = -1
/** Code units of Latin letters and what stands among them, folded: built once from Unicode's own decompositions. */
const FOLDED = Int16Array.from({ length: 0x300 }, (_, code) => {
  if (isApostrophe(code)) return LEFT_OUT
  const lower = String.fromCharCode(code).toLowerCase()
  return (code < 0x180 ? lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : lower).charCodeAt(0)
})

function foldedCode(code: number): number {
  const folded = FOLDED[code]
  if (folded !== undefined) return folded
  if (isMark(code) || isApostrophe(code)) return LEFT_OUT
  return code < FIRST_CASELESS ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code
}

/** Short forms of chat, written out. A value may be several words. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  q: 'que',
  k: 'que',
  ke: 'que',
  qe: 'que',
  xq: 'porque',
  pq: 'porque',
  xk: 'porque',
  porq: 'porque',
  x: 'por',
  d: 'de',
  pa: 'para',
  tmb: 'tambien',
  tmbn: 'tambien',
  tb: 'tambien',
  tbn: 'tambien',
  xfa: 'por favor',
  xfavor: 'por favor',
  porfa: 'por favor',
  porfis: 'por favor',
  porfavor: 'por favor',
  plis: 'por favor',
  pls: 'please',
  plz: 'please',
  plss: 'please',
  grax: 'gracias',
  grac: 'gracias',
  grcs: 'gracias',
  thx: 'thanks',
  tnx: 'thanks',
  thnx: 'thanks',
  thanx: 'thanks',
  ty: 'thank you',
  tysm: 'thank you',
  toy: 'estoy',
  dnd: 'donde',
  cdo: 'cuando',
  bn: 'bien',
  msj: 'mensaje',
  nro: 'numero',
  num: 'numero',
  tel: 'telefono',
  tlf: 'telefono',
  fono: 'telefono',
  inet: 'internet',
  u: 'you',
  ur: 'your',
  r: 'are',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'got to',
  gimme: 'give me',
  lemme: 'let me',
  idk: 'i dont know',
  acct: 'account',
  w: 'with',
}

const SHORT = new Map(Object.entries(SHORT_FORMS).map(([short, long]) => [short, long.split(' ')]))

/** A word, or one emoji. */
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu

/** The words of a message, folded and with short forms written out. Emoji are words; punctuation is dropped. */
export function words(text: string): string[] {
  const found: string[] = []
  for (const token of fold(text).match(TOKEN) ?? []) {
    const long = SHORT.get(token)
    if (long === undefined) found.push(token)
    else found.push(...long)
  }
  return found
}

/** The words joined by single spaces: two texts with the same `plain` say the same thing to us. */
export function plain(text: string): string {
  const known = plainTexts.get(text)
  if (known !== undefined) return known
  const made = words(text).join(' ')
  if (text.length > KEPT_LENGTH) return made
  if (plainTexts.size >= MOST_KEPT) plainTexts.clear()
  plainTexts.set(text, made)
  return made
}

/** Labels are compared with each message, and a message with each label: all of them short, and the same again. */
const plainTexts = new Map<string, string>()
const KEPT_LENGTH = 100
const MOST_KEPT = 2_000

/**
 * Whether `a` becomes `b` by at most one insertion, deletion, substitution or exchange of neighbours.
 * Linear; the two are assumed to be single words.
 */
export function isOneTypo(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1)
}
