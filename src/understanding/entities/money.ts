import { fold } from '../words.ts'
import { cardinalOf, NUMBER_WORDS, scaleOf } from './number-words.ts'

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
/** "74 mil" is no 74. */
const SCALE = String.raw`(?:\s?(mil|k|lucas?|mill[oó]n(?:es)?|thousand|millions?|grand)(?![\p{L}\d]))?`
const BEFORE = String.raw`us\$|u\$s|s\/\.?|[$€£]|\b(?:usd|eur|mxn|cop|ars|clp|pen|gbp)\b`
const NAMES =
  'usd|eur|euros?|d[oó]lar(?:es)?|dollars?|bucks|pesos?|soles|libras|pounds?|mxn|cop|ars|clp|pen|gbp'
const AFTER = String.raw`€|£|us\$|u\$s|\$|(?:${NAMES})\b`
/** "30 euros con 50", "45 dólares y 90 centavos"; two figures alone after "y" may be anything. */
const CENTS = String.raw`(?:\s+(?:con\s+(\d{2})(?!\d)|(?:con|y|and)\s+(\d{1,2})\s+(?:centavos|c[eé]ntimos|cents)\b|y\s+(medio)\b))?`
const AMOUNT = new RegExp(
  `(?:(${BEFORE})\\s{0,2}(${NUMBER})(?![\\d])${SCALE})|(?:(?<![\\d.,])(${NUMBER})${SCALE}\\s{0,2}(?:de\\s)?(${AFTER})${CENTS})`,
  'giu',
)
/** As they are written, accents and all. */
const WORD = `(?:${NUMBER_WORDS.join('|').replaceAll('o', '[oó]').replaceAll('e', '[eé]')})`
/** "Treinta euros", "two hundred and fifty dollars". */
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\d]|\\d\\s)((?:a\\s)?${WORD}(?:[\\s-]+(?:(?:y|and)\\s+)?${WORD}){0,7})\\s+(?:de\\s+)?(${NAMES})\\b`,
  'giu',
)

/** Longest text that is looked through: an amount is near what the customer says of it. */
const MOST_CHARACTERS = 2_000

/**
 * Every amount that is written with a currency, in reading order: "45,90 €", "$1,200.50", "45 euros", "S/ 30", "74 mil
 * pesos", "treinta euros". A number without a currency is none.
 */
export function findAmounts(text: string): Amount[] {
  const amounts: (Amount & { at: number })[] = []
  const source = text.slice(0, MOST_CHARACTERS)
  for (const match of source.matchAll(AMOUNT)) {
    const [all, before, number = '', scale, behind = '', scaleBehind, after, two, some, half] = match
    const sign = (before ?? after ?? '').toLowerCase().replace('.', '').replace('u$s', 'us$')
    const units = readNumber(before === undefined ? behind : number)
    if (units === undefined) continue
    const cents = half === undefined ? Number(two ?? some ?? 0) : 50
    const value = inHundredths(units * scaleOf(fold(scale ?? scaleBehind ?? '')) + cents / 100)
    amounts.push({ value, currency: SIGNS[sign], text: all.trim(), at: match.index })
  }
  for (const match of source.matchAll(IN_WORDS)) {
    const [all, number = '', name = ''] = match
    const value = cardinalOf(fold(number).split(/[\s-]+/))
    if (value === undefined || value === 0) continue
    amounts.push({ value, currency: SIGNS[name.toLowerCase()], text: all, at: match.index })
  }
  return amounts.sort((a, b) => a.at - b.at).map(({ at: _at, ...amount }) => amount)
}

/** A bare answer that is an amount, with or without a currency: "45,90", "fueron 45,90 €", "74 mil". */
export function readAmount(text: string): Amount | undefined {
  const [first] = findAmounts(text)
  if (first !== undefined) return first
  const bare = [
    ...text
      .slice(0, MOST_CHARACTERS)
      .matchAll(new RegExp(`(?<![\\d.,\\p{L}])(${NUMBER})(?![\\d])${SCALE}`, 'giu')),
  ]
  const [only, ...others] = bare
  if (only?.[1] === undefined || others.length > 0) return undefined
  const units = readNumber(only[1])
  if (units === undefined) return undefined
  const value = inHundredths(units * scaleOf(fold(only[2] ?? '')))
  return { value, currency: undefined, text: only[0] }
}

/** What is no sum of hundredths is a fault of binary fractions: 2.3 millions is 2,300,000. */
function inHundredths(value: number): number {
  return Math.round(value * 100) / 100
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
