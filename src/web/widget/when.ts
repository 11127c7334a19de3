import type { Language } from '../../language.ts'

/** How a reader reads times: in their language, and in the desk's zone where it is about the desk. */
export interface Reader {
  language: Language
  /** IANA; absent: the device's own. */
  timeZone?: string | undefined
}

/** The time of day: "8:05". */
export function timeOf(at: number, reader: Reader): string {
  return format(at, reader, { hour: 'numeric', minute: '2-digit' })
}

/** A day and time in words that go into a sentence: "mañana a las 8:00", "tomorrow at 8:00 AM". */
export function dayAndTime(at: number, now: number, reader: Reader): string {
  const time = timeOf(at, reader)
  const day = dayOf(at, now, reader)
  if (reader.language === 'en') return `${day} at ${time}`
  return `${day} a ${/^0?1\D/.test(time) ? 'la' : 'las'} ${time}`
}

/** A window: "mañana, de 9:00 a 10:00". */
export function windowOf(window: { from: number; to: number }, now: number, reader: Reader): string {
  const day = dayOf(window.from, now, reader)
  const [from, to] = [timeOf(window.from, reader), timeOf(window.to, reader)]
  return reader.language === 'en' ? `${day}, ${from} to ${to}` : `${day}, de ${from} a ${to}`
}

/** Date and time in full, for a receipt. */
export function inFull(at: number, reader: Reader): string {
  return format(at, reader, { dateStyle: 'long', timeStyle: 'short' })
}

/** A day in full. */
export function day(at: number, reader: Reader): string {
  return format(at, reader, { dateStyle: 'long' })
}

function dayOf(at: number, now: number, reader: Reader): string {
  const days = dayNumber(at, reader) - dayNumber(now, reader)
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(reader.language, { numeric: 'auto' }).format(days, 'day')
  }
  const name = format(at, reader, { weekday: 'long', day: 'numeric', month: 'long' })
  return reader.language === 'en' ? `on ${name}` : `el ${name}`
}

/** Days of the calendar since 1970, as the reader's zone counts them. */
function dayNumber(at: number, { timeZone }: Reader): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

function format(at: number, { language, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(at)
}
