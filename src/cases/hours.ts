import { Temporal } from 'temporal-polyfill'
import type { Desk, Span } from './desk-file.ts'

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
/** How far ahead an opening is looked for: longer than any run of holidays. */
const LOOK_AHEAD_DAYS = 60

/** An opening, in milliseconds since the epoch. */
export interface Opening {
  from: number
  to: number
}

type Hours = Pick<Desk, 'timeZone' | 'hours' | 'holidays'>

/** Openings that end after `at`, soonest first. Wall-clock times keep their meaning through changes of clock. */
export function* openingsAfter(desk: Hours, at: number): Generator<Opening> {
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(desk.timeZone).toPlainDate()
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const date = start.add({ days: ahead })
    for (const span of spansOn(desk, date)) {
      const opening = { from: instantOf(desk, date, span.from), to: instantOf(desk, date, span.to) }
      if (opening.to > at && opening.to > opening.from) yield opening
    }
  }
}

/** When people are there next; `at` itself when they are there now. */
export function nextOpening(desk: Hours, at: number): Opening | undefined {
  const before = lastFound.get(desk)
  // Until it ends, the opening that was next some time ago is the one that is next now.
  if (before && before.at <= at && at < before.opening.to) return before.opening
  const opening = openingsAfter(desk, at).next().value ?? undefined
  if (opening) lastFound.set(desk, { at, opening })
  return opening
}

/** Asked for with each message, and the same for hours: working it out takes a tenth of a turn. */
const lastFound = new WeakMap<Hours, { at: number; opening: Opening }>()

/** The moment when `ms` of opening time have passed since `at`. */
export function afterOpenTime(desk: Hours, at: number, ms: number): number {
  let left = ms
  let last = at
  for (const opening of openingsAfter(desk, at)) {
    const from = Math.max(at, opening.from)
    if (opening.to - from >= left) return from + left
    left -= opening.to - from
    last = opening.to
  }
  return last
}

function spansOn(desk: Hours, date: Temporal.PlainDate): readonly Span[] {
  const iso = date.toString()
  const holiday = desk.holidays.find((one) => one.date === iso)
  if (holiday) return holiday.hours ?? []
  const name = DAYS[date.dayOfWeek - 1]
  return name ? desk.hours[name] : []
}

/** Minutes of the wall clock on that day. A time skipped by the clock change is the first one after the gap. */
function instantOf(desk: Hours, date: Temporal.PlainDate, minutes: number): number {
  const day = minutes === 24 * 60 ? date.add({ days: 1 }) : date
  const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 })
  return day.toPlainDateTime(time).toZonedDateTime(desk.timeZone).epochMilliseconds
}
