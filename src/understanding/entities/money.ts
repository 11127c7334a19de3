/** An amount of money as a customer writes it. */
export interface Amount {
  value: number
  /** ISO 4217, when the writing says which; `$` and "pesos" alone don't. */
  currency: string | undefined
  text: string
}

const SIGNS: Readonly<Record<string, string | undefined>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  libras: 'GBP',
  us$: 'USD',
  usd: 'USD',
  dolar: 'USD',
  dólar: 'USD',
  dolares: 'USD',
  dólares: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  mxn: 'MXN',
  cop: 'COP',
  ars: 'ARS',
  clp: 'CLP',
  pen: 'PEN',
  's/': 'PEN',
  soles: 'PEN',
}

const NUMBER = String.raw`\d{1,9}(?:[.,' ]\d{3}){0,3}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?`
const BEFORE = String.raw`us\$|s\/|[$€£]|\b(?:usd|eur|mxn|cop|ars|clp|pen|gbp)\b`
const AFTER = String.raw`€|£|\$|(?:usd|eur|euros?|d[oó]lar(?:es)?|dollars?|bucks|pesos?|soles|libras|pounds?|mxn|cop|ars|clp|pen|gbp)\b`
const AMOUNT = new RegExp(
  `(?:(${BEFORE})\\s{0,2}(${NUMBER})(?![\\d]))|(?:(?<![\\d.,])(${NUMBER})\\s{0,2}(${AFTER}))`,
  'giu',
)

/** Longest text that is looked through: an amount is near what the customer says of it. */
const MOST_CHARACTERS = 2_000

/**
 * Every amount that is written with a currency, in reading order: "45,90 €", "$1,200.50", "45 euros", "S/ 30".
 * A number without a currency is none.
 */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  for (const match of text.slice(0, MOST_CHARACTERS).matchAll(AMOUNT)) {
    const written = match[2] ?? match[3] ?? ''
    const sign = (match[1] ?? match[4] ?? '').toLowerCase()
    const value = readNumber(written)
    if (value !== undefined) amounts.push({ value, currency: SIGNS[sign], text: match[0].trim() })
  }
  return amounts
}

/** A bare answer that is an amount, with or without a currency: "45,90", "fueron 45,90 €". */
export function readAmount(text: string): Amount | undefined {
  const [first] = findAmounts(text)
  if (first !== undefined) return first
  const bare = text.slice(0, MOST_CHARACTERS).match(new RegExp(`(?<![\\d.,])(?:${NUMBER})(?![\\d])`, 'gu'))
  if (bare?.length !== 1 || bare[0] === undefined) return undefined
  const value = readNumber(bare[0])
  return value === undefined ? undefined : { value, currency: undefined, text: bare[0] }
}

/**
 * A number in either convention. The last mark is decimal when one or two digits follow it; a mark before exactly
 * three digits groups thousands ("1.200" is 1200, "1.20" is 1.2).
 */
export function readNumber(written: string): number | undefined {
  const compact = written.replace(/[' ]/g, '')
  const decimal = /[.,](\d{1,2})$/.exec(compact)
  const whole = (decimal ? compact.slice(0, decimal.index) : compact).replace(/[.,]/g, '')
  if (!/^\d+$/.test(whole)) return undefined
  return Number(`${whole}.${decimal?.[1] ?? '0'}`)
}
