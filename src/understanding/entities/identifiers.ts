/** Longest text that is looked through for an identifier. */
const MOST_CHARACTERS = 2_000

/** Runs of digits as people group them: "123 456 789", "12.345.678", "12-34-56". */
const GROUPED = /\+?\(?\d(?:[\d\s.\-/()]{0,24}\d)?/g

const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}[a-z]{2,24}/i

/** Marks of money or of a date right beside a number: then it is no account number. */
const MONEY_BESIDE =
  /[$€£%]|\b(?:eur|usd|euros?|pesos?|d[oó]lares|dollars?|soles|penalty|fee|penalizaci[oó]n|multa)\b/i
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/

interface Digits {
  digits: string
  text: string
}

function digitGroups(text: string): Digits[] {
  const found: Digits[] = []
  const source = text.slice(0, MOST_CHARACTERS)
  for (const match of source.matchAll(GROUPED)) {
    const written = match[0].trim()
    const beside = source.slice(Math.max(0, match.index - 5), match.index + match[0].length + 9)
    if (DATE.test(written) || MONEY_BESIDE.test(beside)) continue
    found.push({ digits: written.replace(/\D/g, ''), text: written })
  }
  return found
}

/**
 * The account numbers in a message: 6 to 10 digits, also grouped by spaces, dots or dashes, leading zeros kept.
 * An amount or a date is not one.
 */
export function findAccountNumbers(text: string): string[] {
  return digitGroups(text)
    .filter(
      ({ digits, text: written }) => digits.length >= 6 && digits.length <= 10 && !written.startsWith('+'),
    )
    .map(({ digits }) => digits)
}

/** The one account number of a message; undefined when there is none or more than one. */
export function readAccountNumber(text: string): string | undefined {
  const [first, ...others] = new Set(findAccountNumbers(text))
  return others.length === 0 ? first : undefined
}

/** A telephone number of 8 to 15 digits, in international form when it was written so ("+34600111222"). */
export function readPhone(text: string): string | undefined {
  const found = digitGroups(text).find(({ digits }) => digits.length >= 8 && digits.length <= 15)
  if (found === undefined) return undefined
  return found.text.startsWith('+') ? `+${found.digits}` : found.digits
}

/** An e-mail address, in lower case. */
export function readEmail(text: string): string | undefined {
  return EMAIL.exec(text.slice(0, MOST_CHARACTERS))?.[0].toLowerCase()
}
