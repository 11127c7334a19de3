import { words } from '../words.ts'
import { countOf, dayOfMonth } from './number-words.ts'

/** A calendar day, without time or zone. `month` is 1 to 12. */
export interface Day {
  year: number
  month: number
  day: number
}

const MONTHS: readonly string[] = [
  'enero ene january jan',
  'febrero feb february',
  'marzo mar march',
  'abril abr april apr',
  'mayo may',
  'junio jun june',
  'julio jul july',
  'agosto ago august aug',
  'septiembre setiembre sep sept set september',
  'octubre oct october',
  'noviembre nov november',
  'diciembre dic december dec',
]
const MONTH = new Map(
  MONTHS.flatMap((row, index) => row.split(' ').map((word) => [word, index + 1] as const)),
)

const WEEKDAYS: readonly string[] = [
  'domingo sunday sun',
  'lunes monday mon',
  'martes tuesday tue tues',
  'miercoles wednesday wed',
  'jueves thursday thu thurs',
  'viernes friday fri',
  'sabado saturday sat',
]
const WEEKDAY = new Map(
  WEEKDAYS.flatMap((row, index) => row.split(' ').map((word) => [word, index] as const)),
)

const NEAR: Readonly<Record<string, number>> = {
  hoy: 0,
  today: 0,
  tonight: 0,
  anoche: -1,
  ayer: -1,
  yesterday: -1,
  anteayer: -2,
  antier: -2,
  mañana: 1,
  manana: 1,
  tomorrow: 1,
}

const NUMERIC = /(?<![\d/.-])(\d{1,4})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?(?![\d/.-])/
/** Before two numbers of an address: "Calle 10 # 5-20". */
const OF_AN_ADDRESS =
  /(?:#|\b(?:calle|cll|carrera|cra|kra|avenida|av|diagonal|diag|transversal|apartamento|apto|street|avenue)\b[^,;]{0,20})\s*$/i
const MOST_CHARACTERS = 500

/** Which days those are, the company's calendar knows. */
const COUNTS_WORKING_DAYS = /\bdias (?:habiles|laborables|laborales)\b|\b(?:business|working) days?\b/

/** What a date is read against. */
export interface DateContext {
  /** The customer's day, in the company's time zone. */
  today: Day
  /** Which day is meant when it could be two: a charge was in the past, a visit will be in the future. */
  toward: 'past' | 'future'
  /** `3/4` is the 3rd of April by default, as in Spanish; `month-first` reads it as March 4th. */
  order?: 'day-first' | 'month-first'
}

/**
 * The day that a message names: "3/4", "2026-04-03", "el 3 de abril", "April 3rd", "ayer", "el lunes", "pasado
 * mañana". Undefined when it names none or one that doesn't exist.
 */
export function readDay(text: string, context: DateContext): Day | undefined {
  const source = text.slice(0, MOST_CHARACTERS)
  const numeric = NUMERIC.exec(source)
  if (numeric && !OF_AN_ADDRESS.test(source.slice(0, numeric.index))) {
    const day = numericDay(numeric, context)
    if (day !== undefined) return day
  }
  const said = words(source)
  if (COUNTS_WORKING_DAYS.test(said.join(' '))) return undefined
  return (
    namedDay(said, context) ??
    countedDay(said, context) ??
    dayOfNextWeek(said, context) ??
    nearDay(said, context) ??
    endOfMonth(said, context) ??
    dayAlone(said, context)
  )
}

function numericDay(match: RegExpExecArray, context: DateContext): Day | undefined {
  const [first, second, third] = [match[1] ?? '', Number(match[2]), match[3]]
  if (first.length === 4) {
    return third === undefined
      ? undefined
      : existing({ year: Number(first), month: second, day: Number(third) })
  }
  if (first.length > 2) return undefined
  const a = Number(first)
  const monthFirst = context.order === 'month-first' ? a <= 12 : second > 12
  const [day, month] = monthFirst ? [second, a] : [a, second]
  if (third === undefined) {
    // "45.90" and "3.5" are numbers; only a slash or a dash makes two numbers a date.
    return match[0].includes('.') ? undefined : nearest(month, day, context)
  }
  const year = third.length === 4 ? Number(third) : 2000 + Number(third)
  return existing({ year, month, day })
}

function namedDay(said: readonly string[], context: DateContext): Day | undefined {
  for (const [index, word] of said.entries()) {
    const month = MONTH.get(word)
    if (month === undefined) continue
    const isOf = said[index - 1] === 'de' || said[index - 1] === 'of'
    const before = isOf
      ? (dayOfMonth(said[index - 2]) ?? countOf(said[index - 2]))
      : dayOfMonth(said[index - 1])
    // "December the third".
    const day = before ?? dayOfMonth(said[said[index + 1] === 'the' ? index + 2 : index + 1])
    if (day === undefined) continue
    const year = said.slice(index + 1, index + 4).find((one) => /^20\d\d$/.test(one))
    return year === undefined ? nearest(month, day, context) : existing({ year: Number(year), month, day })
  }
  return undefined
}

const UNITS: Readonly<Record<string, number>> = {
  dia: 1,
  dias: 1,
  day: 1,
  days: 1,
  semana: 7,
  semanas: 7,
  week: 7,
  weeks: 7,
  fortnight: 14,
}
const MONTH_UNITS = new Set(['mes', 'meses', 'month', 'months'])

/** "Hace tres días", "a month ago", "dentro de 2 días", "in a fortnight", "a week from Monday", "de hoy en ocho". */
function countedDay(said: readonly string[], context: DateContext): Day | undefined {
  const { today } = context
  for (const [index, word] of said.entries()) {
    const isMonth = MONTH_UNITS.has(word)
    const unit = isMonth ? 1 : UNITS[word]
    if (unit === undefined) continue
    // "A couple of days".
    const at = said[index - 1] === 'of' ? index - 2 : index - 1
    const count = countOf(said[at])
    if (count === undefined) continue
    const shift = (from: Day, times: number) =>
      isMonth ? plusMonths(from, times) : plusDays(from, times * unit)
    const before = said[at - 1] === 'a' ? said[at - 2] : said[at - 1]
    if (before === 'hace' || said[index + 1] === 'ago') return shift(today, -count)
    if (said[index + 1] === 'from') {
      const from = said[index + 2] === 'now' ? today : nearDay(said.slice(index + 2), context)
      return from && shift(from, count)
    }
    const isAhead = before === 'en' || before === 'in' || (before === 'de' && said[at - 2] === 'dentro')
    if (isAhead) return shift(today, count)
  }
  const [, inWords] = /\bde hoy en (ocho|quince)\b/.exec(said.join(' ')) ?? []
  // As people count weeks, with today as the first day.
  return inWords === undefined ? undefined : plusDays(today, inWords === 'ocho' ? 7 : 14)
}

const NEXT_WEEK = /\b(?:semana (?:que viene|proxima|siguiente|entrante)|proxima semana|next week)\b/

/** "El lunes de la semana que viene", "Tuesday next week": weeks begin on Monday. */
function dayOfNextWeek(said: readonly string[], { today }: DateContext): Day | undefined {
  const weekday = said.map((word) => WEEKDAY.get(word)).find((one) => one !== undefined)
  if (weekday === undefined || !NEXT_WEEK.test(said.join(' '))) return undefined
  const toMonday = (8 - weekdayOf(today)) % 7 || 7
  return plusDays(today, toMonday + ((weekday + 6) % 7))
}

const END_OF_MONTH =
  /\b(?:a )?(?:fin|finales|final|ultimo dia) (?:de|del) mes\b|\bend of (?:the|this) month\b/

/** "A fin de mes", "at the end of the month": its last day. */
function endOfMonth(said: readonly string[], { today, toward }: DateContext): Day | undefined {
  if (toward === 'past' || !END_OF_MONTH.test(said.join(' '))) return undefined
  return plusDays(plusMonths({ ...today, day: 1 }, 1), -1)
}

const PARTS_OF_DAY = new Set(['tarde', 'noche', 'manana', 'morning', 'afternoon', 'evening'])

function nearDay(said: readonly string[], { today, toward }: DateContext): Day | undefined {
  for (const [index, word] of said.entries()) {
    if (word === 'last' && said[index + 1] === 'night') return plusDays(today, -1)
    if (word === 'day' && said[index + 1] === 'after' && said[index + 2] === 'tomorrow')
      return plusDays(today, 2)
    if (word === 'day' && said[index + 1] === 'before' && said[index + 2] === 'yesterday')
      return plusDays(today, -2)
    const isThis = said[index - 1] === 'esta' || said[index - 1] === 'this'
    if (isThis && PARTS_OF_DAY.has(word)) return today
    // "Ni hoy ni mañana" names the days that won't do.
    if (said[index - 1] === 'ni') return undefined
    const shift = NEAR[word]
    if (shift !== undefined) {
      if (shift === 1 && ['la', 'de', 'por'].includes(said[index - 1] ?? '')) continue // in the morning
      return plusDays(today, shift === 1 && said[index - 1] === 'pasado' ? 2 : shift)
    }
    if (word === 'antes' && said[index + 1] === 'de' && said[index + 2] === 'ayer') return plusDays(today, -2)
    const weekday = WEEKDAY.get(word)
    if (weekday === undefined) continue
    const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7
    return plusDays(today, toward === 'future' ? ahead : ahead - 7 || -7)
  }
  return undefined
}

/** Before a day that is named without its month, after it, and in how short a message. */
const BEFORE_A_DAY = new Set(['el', 'dia', 'the', 'on'])
const AFTER_A_DAY = new Set('por en a de in at is works please mejor si entonces then y and'.split(' '))
const MOST_WORDS_ALONE = 7

/** "El 26", "el día 3 por la tarde", "the 26th": the nearest on the side that is meant. */
function dayAlone(said: readonly string[], context: DateContext): Day | undefined {
  if (said.length > MOST_WORDS_ALONE) return undefined
  for (const [index, word] of said.entries()) {
    const day = /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : undefined
    const next = said[index + 1]
    if (day === undefined || !BEFORE_A_DAY.has(said[index - 1] ?? '')) continue
    if (next !== undefined && !AFTER_A_DAY.has(next)) continue
    return nearestOfAnyMonth(day, context)
  }
  return undefined
}

function nearestOfAnyMonth(day: number, { today, toward }: DateContext): Day | undefined {
  const months = toward === 'future' ? [0, 1, 2] : [0, -1, -2]
  for (const ahead of months) {
    const first = new Date(Date.UTC(today.year, today.month - 1 + ahead, 1))
    const found = existing({ year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day })
    const order = found ? compare(found, today) : 0
    if (found && (toward === 'future' ? order >= 0 : order <= 0)) return found
  }
  return undefined
}

/** Shorter names of months are other words as well: "mar", "may". */
const MONTH_LETTERS = 4
const OF_A_MONTH = new Set(['de', 'del', 'mes', 'of', 'from', 'for'])
const DATED_THINGS = new Set(['bill', 'invoice', 'charge', 'statement', 'payment', 'receipt', 'order'])
const OF = /\b(?:de|del|of|from|for) /
const DATED = / (?:bill|invoice|charge|statement|payment|receipt|order)\b/
const MOST_WORDS_OF_A_MONTH = 4

/** Whether a word is a month's name. */
export function isMonth(word: string): boolean {
  return word.length >= MONTH_LETTERS && MONTH.has(word)
}

/**
 * The month that a message names a thing by, 1 to 12: "la de octubre", "september's bill", "el mes pasado". Undefined
 * when it names none or two.
 */
export function readMonth(text: string, today: Day): number | undefined {
  const said = words(text.slice(0, MOST_CHARACTERS))
  const isShort = said.length <= MOST_WORDS_OF_A_MONTH
  const found = new Set<number>()
  for (const [index, word] of said.entries()) {
    const month = word.length >= MONTH_LETTERS ? MONTH.get(word) : undefined
    const isDated = [said[index - 1], said[index - 2], said[index + 1]].some(
      (one) => one !== undefined && /^\d{1,2}$/.test(one),
    )
    const isOfIt = OF_A_MONTH.has(said[index - 1] ?? '') || DATED_THINGS.has(said[index + 1] ?? '')
    if (month !== undefined && !isDated && (isShort || isOfIt)) found.add(month)
  }
  const spoken = said.join(' ')
  // "El mes pasado me mudé" tells when something was, and names no bill.
  const names = (month: RegExp) =>
    isShort
      ? month.test(spoken)
      : new RegExp(`${OF.source}${month.source}|${month.source}${DATED.source}`).test(spoken)
  if (names(/\b(?:mes pasado|mes anterior|last months?)\b/)) found.add(((today.month + 10) % 12) + 1)
  if (names(/\b(?:este mes|mes actual|this months?)\b/)) found.add(today.month)
  const [month] = found
  return found.size === 1 ? month : undefined
}

/** This year's day, or last or next year's when that is the side meant. */
function nearest(month: number, day: number, { today, toward }: DateContext): Day | undefined {
  const here = existing({ year: today.year, month, day })
  if (here === undefined) return undefined
  const order = compare(here, today)
  if (toward === 'past' && order > 0) return existing({ ...here, year: today.year - 1 })
  if (toward === 'future' && order < 0) return existing({ ...here, year: today.year + 1 })
  return here
}

function compare(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}

function existing({ year, month, day }: Day): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 2000 && year < 2100 ? { year, month, day } : undefined
}

function plusDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The same day of another month, or its last: a month after the 31st of January is the 28th of February. */
function plusMonths({ year, month, day }: Day, months: number): Day {
  const last = new Date(Date.UTC(year, month + months, 0))
  return {
    year: last.getUTCFullYear(),
    month: last.getUTCMonth() + 1,
    day: Math.min(day, last.getUTCDate()),
  }
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** `2026-04-03`, as it is stored in facts and given to the company's systems. */
export function isoDay({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
