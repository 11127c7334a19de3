import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/**
 * By when the house owes what: terms of law or of the house, by the name that a promise gives them. `desk.yaml` sets
 * them; what it leaves out is as here.
 */
const termShape = z.union([
  z.strictObject({ workingDays: z.number().int().positive().max(250) }),
  z.strictObject({
    hours: z
      .number()
      .positive()
      .max(24 * 365),
  }),
])
export type Term = z.infer<typeof termShape>

/** The names of terms, and how long each is without a word in `desk.yaml`. */
const TERMS = {
  /** A reasoned answer to a claim or a question. */
  answer: { workingDays: 15 },
  /** The same, about a charge or a bill. */
  billing: { workingDays: 5 },
  /** Money on its way back. */
  refund: { workingDays: 10 },
  /** What is known of an interruption of the service. */
  continuity: { hours: 2 },
  /** What was perhaps carried out is looked at by a person. */
  verify: { hours: 4 },
} as const satisfies Record<string, Term>
export type TermName = keyof typeof TERMS
export const TERM_NAMES = Object.keys(TERMS) as [TermName, ...TermName[]]

export const termsShape = z.strictObject({
  answer: termShape.default(TERMS.answer),
  billing: termShape.default(TERMS.billing),
  refund: termShape.default(TERMS.refund),
  continuity: termShape.default(TERMS.continuity),
  verify: termShape.default(TERMS.verify),
})
export type Terms = z.infer<typeof termsShape>

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** What a due date is reckoned from: a part of the desk. A holiday that has hours is a working day. */
export interface Calendar {
  timeZone: string
  holidays: readonly { date: string; hours?: readonly unknown[] | undefined }[]
  workingDays: readonly Weekday[]
  deadlines: Terms
}

/** Monday to Friday, no holidays, the terms as they are above: for a house that says nothing else. */
export function plainCalendar(timeZone: string): Calendar {
  return {
    timeZone,
    holidays: [],
    workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    deadlines: termsShape.parse({}),
  }
}

/** When something that is promised at `now` is due, and the rule that says so, for whoever asks why. */
export function dueBy(calendar: Calendar, name: TermName, now: number): { at: number; rule: string } {
  const term = calendar.deadlines[name]
  return 'hours' in term
    ? { at: now + term.hours * 3_600_000, rule: `${name}: ${term.hours} hours` }
    : {
        at: afterWorkingDays(calendar, now, term.workingDays),
        rule: `${name}: ${term.workingDays} working days`,
      }
}

/** The end of the working day that is so many after today; today itself doesn't count. */
export function afterWorkingDays(calendar: Omit<Calendar, 'deadlines'>, now: number, days: number): number {
  let date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(calendar.timeZone).toPlainDate()
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 })
    if (isWorkingDay(calendar, date)) left -= 1
  }
  return endOfDay(date.toString(), calendar.timeZone)
}

/** The last second of a day such as `2026-11-30` in a time zone; NaN for what is no date. */
export function endOfDay(day: string, timeZone: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.NaN
  try {
    const next = Temporal.PlainDate.from(day, { overflow: 'reject' }).add({ days: 1 })
    return next.toZonedDateTime(timeZone).epochMilliseconds - 1_000
  } catch (thrown) {
    if (thrown instanceof RangeError) return Number.NaN
    throw thrown
  }
}

function isWorkingDay(
  { workingDays, holidays }: Omit<Calendar, 'deadlines'>,
  date: Temporal.PlainDate,
): boolean {
  const weekday = WEEKDAYS[date.dayOfWeek - 1]
  const holiday = holidays.find((one) => one.date === date.toString())
  const isClosed = holiday !== undefined && (holiday.hours ?? []).length === 0
  return weekday !== undefined && workingDays.includes(weekday) && !isClosed
}
