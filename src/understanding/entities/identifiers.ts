import { readDictatedEmail } from './email.ts'
import { findSpokenDigits } from './spoken-digits.ts'

/** Longest text that is looked through for an identifier. */
const MOST_CHARACTERS = 2_000

/** Runs of digits as people group them: "123 456 789", "12.345.678", "12-34-56". */
const GROUPED = /\+?\(?\d(?:[\d\s.\-/()]{0,24}\d)?/g

const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}[a-z]{2,24}/i

/** Marks of money or of a date right beside a number: then it is no account number. */
const MONEY_BESIDE =
  /[$€£%]|\b(?:eur|usd|euros?|pesos?|d[oó]lares|dollars?|soles|penalty|fee|penalizaci[oó]n|multa)\b/i
const DATE = /^(\d{1,4})[-/.](\d{1,2})[-/.]\d{2,4}$/
/** Digits of keyboards that write them as wide as Chinese characters. */
const WIDE_DIGIT = /[\uff10-\uff19]/

interface Digits {
  digits: string
  text: string
}

function digitGroups(text: string): Digits[] {
  const found: Digits[] = []
  const cut = text.slice(0, MOST_CHARACTERS)
  const source = WIDE_DIGIT.test(cut) ? cut.normalize('NFKC') : cut
  for (const match of source.matchAll(GROUPED)) {
    const beside = source.slice(Math.max(0, match.index - 5), match.index + match[0].length + 9)
    if (MONEY_BESIDE.test(beside)) continue
    for (const written of apart(match[0].trim())) {
      if (!isDate(written)) found.push({ digits: written.replace(/\D/g, ''), text: written })
    }
  }
  return found
}

/** "44-55-66" is none: there is no such day. */
function isDate(written: string): boolean {
  const [, first = '', second = ''] = DATE.exec(written) ?? []
  if (first === '') return false
  const [a, b] = [Number(first), Number(second)]
  return first.length === 4 || (a <= 31 && b <= 12) || (a <= 12 && b <= 31)
}

/** "445566 1234" is two numbers: nobody groups digits by more than five, so a longer run stands by itself. */
function apart(written: string): string[] {
  const runs = written.split(/\s+/)
  return !written.startsWith('+') && runs.some((run) => /^\d{6,}$/.test(run)) ? runs : [written]
}

/**
 * The account numbers in a message: 6 to 10 digits, also grouped by spaces, dots or dashes, or told in words; leading
 * zeros kept. An amount or a date is not one.
 */
export function findAccountNumbers(text: string): string[] {
  const written = digitGroups(text)
    .filter(
      ({ digits, text: written }) => digits.length >= 6 && digits.length <= 10 && !written.startsWith('+'),
    )
    .map(({ digits }) => digits)
  if (written.length > 0) return written
  return findSpokenDigits(text).filter(({ length }) => length >= 6 && length <= 10)
}

/** The one account number of a message; undefined when there is none or more than one. */
export function readAccountNumber(text: string): string | undefined {
  const [first, ...others] = new Set(findAccountNumbers(text))
  return others.length === 0 ? first : undefined
}

/** A telephone number of 8 to 15 digits, in international form when it was written so ("+34600111222"). */
export function readPhone(text: string): string | undefined {
  const found = digitGroups(text).find(({ digits }) => digits.length >= 8 && digits.length <= 15)
  if (found === undefined) return findSpokenDigits(text).find(({ length }) => length >= 8 && length <= 15)
  return found.text.startsWith('+') ? `+${found.digits}` : found.digits
}

/** An e-mail address, in lower case; also one that is dictated. */
export function readEmail(text: string): string | undefined {
  return EMAIL.exec(text.slice(0, MOST_CHARACTERS))?.[0].toLowerCase() ?? readDictatedEmail(text)
}

/** Words that say that what follows proves who one is. */
const PROOF_WORDS =
  /\b(?:documento|c[eé]dula|dni|nie|cc|c\.c\.|curp|rut|identidad|identificaci[oó]n|[uú]ltim[ao]s|termina|acaba|document|passport|pasaporte|id|ends|last)\b/i
/** A proof as it is written: digits, grouped or not, with the letters of a document at their side. */
const PROOF = /\b[a-z]{0,3}\d(?:[\d.,\-/ ]{0,20}\d)?[a-z]?\b/gi

/**
 * What a customer gives to prove who they are: part of a document's number, all of it, or an exact amount, as digits
 * and letters alone ("1.032.456.789" is 1032456789, "74.900,00" is 74900). The account itself is none. Undefined when
 * there is none, or more than one.
 */
export function readProof(text: string, account: string | undefined): string | undefined {
  // A comma groups digits; one before a space sets two things apart.
  const written = text.slice(0, MOST_CHARACTERS).replace(/[,;](?=\s)/g, ' |')
  const found = new Set<string>()
  for (const match of written.matchAll(PROOF)) {
    for (const part of apart(match[0].trim())) {
      const proof = part
        .replace(/[.,]\d{2}$/, '')
        .replace(/[^a-z\d]/gi, '')
        .toUpperCase()
      if (/\d{3}/.test(proof) && proof !== account) found.add(proof)
    }
  }
  const [first, ...others] = found
  return others.length === 0 ? first : undefined
}

/** A message of more words than this beside its numbers tells something else with them. */
const WORDS_BESIDE = 4

/**
 * A proof that nobody asked for yet, said with the account: "445566 1234", "cuenta 445566, documento 1234". Other
 * numbers beside an account ("me cobraron 8500 en la 445566") are none.
 */
export function readProofInPassing(text: string): string | undefined {
  const account = readAccountNumber(text)
  if (account === undefined) return undefined
  const words = text.match(/\p{L}+/gu) ?? []
  const isTold = PROOF_WORDS.test(text) || (words.length <= WORDS_BESIDE && !MONEY_BESIDE.test(text))
  return isTold ? (readProof(text, account) ?? proofByName(text, account)) : undefined
}

/** A number soon after the words that name a proof: "the last four of my ID are 1234". */
const NAMED_PROOF = new RegExp(
  `${PROOF_WORDS.source}(?:[\\s,:#]+\\p{L}+){0,5}[\\s,:#]+(\\d{3,}(?:[.,]\\d{3})*)(?!\\d)`,
  'giu',
)

/** The one proof among other numbers of a longer message. */
function proofByName(text: string, account: string): string | undefined {
  const named = [...text.slice(0, MOST_CHARACTERS).matchAll(NAMED_PROOF)].map(([, digits = '']) =>
    digits.replace(/\D/g, ''),
  )
  const [first, ...others] = new Set(named.filter((digits) => digits !== account))
  return others.length === 0 ? first : undefined
}
