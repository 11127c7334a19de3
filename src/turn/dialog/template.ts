import { hoursWords, type OpeningHours, openWords } from '../../cases/hours-words.ts'
import { EscotillaError } from '../../errors.ts'
import { formatted, kept } from '../../formats.ts'
import type { Language, Texts } from '../../language.ts'
import type { Facts } from '../facts.ts'
import { remembered } from './remembered.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the house itself knows, and every text may show without declaring it. */
const HOUSE_SLOTS = ['company', 'hours', 'open']

/** Whether a name in braces is the house's and no fact. */
export function isHouseSlot(name: string): boolean {
  return HOUSE_SLOTS.includes(name)
}

/** What a template may show, and how: the facts, whose house it is, and the day it is said on. */
export interface Showing {
  facts: Facts
  vocabulary: Vocabulary
  company: string
  /** When people answer; without it a text that shows it can't be said. */
  opening?: OpeningHours | undefined
  language: Language
  timeZone: string
  /** ISO 3166; how amounts of money are written. */
  region: string | undefined
  now: number
}

const SLOT = /\{([^{}]*)\}/g
const LOCALE: Record<Language, string> = { es: 'es-ES', en: 'en-GB' }
/** What only the customer knows is shown to nobody. */
const PROOF_SHOWN = '•••'
/** Labels may show facts whose labels show facts; deeper than this is a circle. */
const MOST_NESTED = 3
const QUARTER_MS = 15 * 60_000

/** The names in braces of a template. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(SLOT)].map((match) => match[1] ?? '')
}

/** The texts of the house, taken apart once: plain words and names in braces by turns, words first and last. */
const partsOf = remembered(
  (texts: Texts): Record<Language, readonly string[]> => ({
    es: texts.es.split(SLOT),
    en: texts.en.split(SLOT),
  }),
)

/** A text with its facts filled in. Throws when a fact isn't known: nobody is shown a hole. */
export function fill(texts: Texts, showing: Showing, nested = 0): string {
  const [first = '', ...rest] = partsOf(texts)[showing.language]
  let filled = first
  for (let i = 0; i < rest.length; i += 2) {
    const name = rest[i] ?? ''
    const shown = show(name, showing, nested)
    if (shown === undefined) {
      throw new EscotillaError(
        'dialog-fault',
        `the text "${texts[showing.language]}" shows {${name}}, which is not known`,
      )
    }
    filled += shown + rest[i + 1]
  }
  return filled
}

/** Whether every fact that a text shows is known. */
export function canFill(texts: Texts, showing: Showing): boolean {
  const parts = partsOf(texts)[showing.language]
  for (let i = 1; i < parts.length; i += 2) {
    if (show(parts[i] ?? '', showing, 0) === undefined) return false
  }
  return true
}

/** A fact as the customer reads it; undefined when it isn't known. */
export function show(name: string, showing: Showing, nested = 0): string | undefined {
  if (isHouseSlot(name)) return showHouse(name, showing)
  const fact = showing.facts[name]
  const spec = showing.vocabulary[name]
  if (fact?.class !== 'known' || !spec || nested > MOST_NESTED) return undefined
  const value = String(fact.value)
  switch (spec.kind) {
    case 'money':
      return showMoney(value, showing)
    case 'date':
      return showDate(value, showing)
    case 'proof':
      return PROOF_SHOWN
    case 'label': {
      const label = spec.labels[value]
      return label && fill(label, showing, nested + 1)
    }
    default:
      return value
  }
}

function showHouse(name: string, { company, opening, language, now }: Showing): string | undefined {
  if (name === 'company') return company
  if (!opening) return undefined
  return name === 'hours' ? hoursWords(opening, now, language) : openWords(opening, now, language)
}

/** "19.90 EUR" as "19,90 €"; in Colombia "89900 COP" as "$ 89.900". */
function showMoney(value: string, { language, region }: Showing): string {
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value) ?? []
  if (amount === undefined || currency === undefined) return value
  const locale = region === undefined ? LOCALE[language] : `${language}-${region}`
  const name = `money ${locale} ${currency}`
  return formatted(`${name} ${amount}`, () =>
    kept(name, () => new Intl.NumberFormat(locale, { style: 'currency', currency })).format(Number(amount)),
  )
}

/** "2026-11-30" as "30 de noviembre", with the year only when it isn't this one. */
function showDate(value: string, { language, timeZone, now }: Showing): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const isThisYear = value.startsWith(yearOf(now, timeZone))
  const name = `day ${language} ${isThisYear}`
  return formatted(`${name} ${value}`, () =>
    kept(
      name,
      () =>
        new Intl.DateTimeFormat(LOCALE[language], {
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
          ...(isThisYear ? {} : { year: 'numeric' }),
        }),
    ).format(Date.parse(value)),
  )
}

/** The year somewhere. It is the same for a whole quarter of an hour: every zone is off from UTC by some of them. */
function yearOf(now: number, timeZone: string): string {
  const quarter = Math.floor(now / QUARTER_MS)
  return formatted(`year ${timeZone} ${quarter}`, () =>
    kept(`year ${timeZone}`, () => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone })).format(
      quarter * QUARTER_MS,
    ),
  )
}
