import { Temporal } from 'temporal-polyfill'
import type { Language } from '../language.ts'
import type { Desk, Span } from './desk-file.ts'
import { nextOpening } from './hours.ts'
import { day, when } from './when.ts'

/** When people answer, as `desk.yaml` says it. */
export type OpeningHours = Pick<Desk, 'timeZone' | 'hours' | 'holidays'>

const DAYS: readonly (readonly [keyof Desk['hours'], Record<Language, string>])[] = [
  ['monday', { es: 'lunes', en: 'Monday' }],
  ['tuesday', { es: 'martes', en: 'Tuesday' }],
  ['wednesday', { es: 'miércoles', en: 'Wednesday' }],
  ['thursday', { es: 'jueves', en: 'Thursday' }],
  ['friday', { es: 'viernes', en: 'Friday' }],
  ['saturday', { es: 'sábado', en: 'Saturday' }],
  ['sunday', { es: 'domingo', en: 'Sunday' }],
]
const CLOSED: Record<Language, string> = { es: 'cerrado', en: 'closed' }
const ALL_DAY: Record<Language, string> = { es: 'las 24 horas', en: 'around the clock' }
/** A holiday is told so many days before, when somebody may be planning around it. */
const TOLD_AHEAD_DAYS = 14

/** "lunes a viernes, de 7:00 a 21:00; sábado, de 8:00 a 18:00", with what holidays change in the next two weeks. */
export function hoursWords(desk: OpeningHours, now: number, language: Language): string {
  const week: { first: string; last: string; words: string }[] = []
  for (const [name, names] of DAYS) {
    const words = spanWords(desk.hours[name], language)
    const before = week.at(-1)
    if (before?.words === words) before.last = names[language]
    else week.push({ first: names[language], last: names[language], words })
  }
  const to = language === 'es' ? ' a ' : ' to '
  const plainly = week.map(
    ({ first, last, words }) => `${first === last ? first : first + to + last}, ${words}`,
  )
  return [...plainly, ...holidayWords(desk, now, language)].join('; ')
}

/** Whether people are there now, and until when; otherwise when they are back. */
export function openWords(desk: OpeningHours, now: number, language: Language): string {
  const opening = nextOpening(desk, now)
  if (!opening) return language === 'es' ? 'Ahora mismo no hay personas' : 'There is nobody right now'
  const isOpen = opening.from <= now
  const at = when(isOpen ? opening.to : opening.from, now, desk.timeZone, language)
  if (language === 'es') {
    return isOpen ? `Ahora mismo hay personas, hasta ${at}` : `Ahora mismo no hay personas; vuelven ${at}`
  }
  return isOpen
    ? `People are here right now, until ${at}`
    : `There is nobody right now; people are back ${at}`
}

function holidayWords(desk: OpeningHours, now: number, language: Language): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(desk.timeZone).toPlainDate()
  return desk.holidays.flatMap(({ date, hours }) => {
    const holiday = Temporal.PlainDate.from(date)
    const days = today.until(holiday, { largestUnit: 'days' }).days
    if (days < 0 || days > TOLD_AHEAD_DAYS) return []
    const noon = holiday.toZonedDateTime({ timeZone: desk.timeZone, plainTime: '12:00' }).epochMilliseconds
    return [`${day(noon, now, desk.timeZone, language)}, ${spanWords(hours ?? [], language)}`]
  })
}

function spanWords(spans: readonly Span[], language: Language): string {
  if (spans.length === 0) return CLOSED[language]
  const and = language === 'es' ? ' y ' : ' and '
  return spans
    .map(({ from, to }) => {
      if (from === 0 && to === 24 * 60) return ALL_DAY[language]
      return language === 'es' ? `de ${clock(from)} a ${clock(to)}` : `from ${clock(from)} to ${clock(to)}`
    })
    .join(and)
}

/** Minutes of the wall clock as "7:00"; midnight at the end of a day is "24:00", as in desk.yaml. */
function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
