/**
 * What must never be stored in full: payment card numbers and IBANs. The last four characters stay, so that
 * customer and agent can still say which one was meant. Done before storing, so no copy of them exists.
 */
const SEPARATOR = '[ \\u00a0.\\u2010-\\u2015-]?'
/** 13 to 19 digits in any grouping. Not after a `+`, a letter or a digit: that is a phone or a reference. */
const CARD = new RegExp(`(?<![\\p{L}\\d+])\\d(?:${SEPARATOR}\\d){12,18}(?![\\p{L}\\d])`, 'gu')
/** Two letters, two check digits, and 11 to 30 letters or digits (ISO 13616) in any grouping. */
const IBAN = new RegExp(`(?<![\\p{L}\\d])[A-Z]{2}${SEPARATOR}\\d{2}(?:${SEPARATOR}[A-Z\\d]){11,30}`, 'giu')
const IBAN_SHORTEST = 15

/** The text with card numbers and IBANs reduced to their last four characters; other text is left as it is. */
export function mask(text: string): string {
  if (!/\d/.test(text)) return text
  return text.replace(IBAN, maskIban).replace(CARD, (found) => {
    const digits = found.replace(/\D/g, '')
    return isCardNumber(digits) ? `•••• ${digits.slice(-4)}` : found
  })
}

/** The same for every string inside a JSON value; names of fields stay. */
export function maskDeep<T>(value: T): T {
  if (typeof value === 'string') return mask(value) as T
  if (Array.isArray(value)) return value.map(maskDeep) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskDeep(inner)])) as T
}

/** Issuers' first digits (ISO/IEC 7812: 2 to 6 are banking and travel) and the Luhn check digit. */
function isCardNumber(digits: string): boolean {
  if (!/^(2[2-7]|[3-6])/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Words may follow an IBAN without a mark between them, so the longest part that checks is the IBAN. */
function maskIban(found: string): string {
  for (let end = found.length; end > 0; end -= 1) {
    const compact = found
      .slice(0, end)
      .replace(/[^A-Za-z\d]/g, '')
      .toUpperCase()
    if (compact.length < IBAN_SHORTEST) return found
    if (/[A-Za-z\d]/.test(found[end - 1] ?? '') && isIban(compact)) {
      return `${compact.slice(0, 2)}•• •••• ${compact.slice(-4)}${found.slice(end)}`
    }
  }
  return found
}

/** ISO 7064 mod 97-10 over the number with its first four characters moved to the end, letters as 10 to 35. */
function isIban(compact: string): boolean {
  let rest = 0
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
