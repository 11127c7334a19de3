import { Temporal } from 'temporal-polyfill'
import type { Language } from '../language.ts'
import type { Window } from './call-back.ts'

const LOCALES = { es: 'es-419', en: 'en-US' } as const

/** "hoy a las 14:00", "mañana a las 8:00", "el lunes 30 de noviembre a las 8:00", in the desk's time zone. */
export function when(at: number, now: number, timeZone: string, language: Language): string {
  const day = dayWords(at, now, timeZone, language)
  const time = timeWords(at, timeZone, language)
  return language === 'es' ? `${day} ${atWord(time)} ${time}` : `${day} at ${time}`
}

/** "mañana de 9:00 a 10:00": also the label of the button that chooses it. */
export function windowWords(window: Window, now: number, timeZone: string, language: Language): string {
  const day = dayWords(window.from, now, timeZone, language)
  const from = timeWords(window.from, timeZone, language)
  const to = timeWords(window.to, timeZone, language)
  return language === 'es' ? `${day} de ${from} a ${to}` : `${day} from ${from} to ${to}`
}

/** "4 a 7 min": a wait for a person, never rounded to less than it is. */
export function waitWords([low, high]: readonly [number, number], language: Language): string {
  const from = Math.floor(low / 60)
  const to = Math.max(1, Math.ceil(high / 60))
  if (to <= 1) return language === 'es' ? 'menos de 1 min' : 'under 1 min'
  if (from < 1) return language === 'es' ? `hasta ${to} min` : `up to ${to} min`
  return language === 'es' ? `${from} a ${to} min` : `${from} to ${to} min`
}

/** "hoy", "mañana", "el lunes 30 de noviembre". */
export function day(at: number, now: number, timeZone: string, language: Language): string {
  return dayWords(at, now, timeZone, language)
}

function dayWords(at: number, now: number, timeZone: string, language: Language): string {
  const day = dateIn(at, timeZone)
  const days = dateIn(now, timeZone).until(day, { largestUnit: 'days' }).days
  if (days === 0) return language === 'es' ? 'hoy' : 'today'
  if (days === 1) return language === 'es' ? 'mañana' : 'tomorrow'
  const date = formatter(language, timeZone, 'date').format(at)
  return language === 'es' ? `el ${date.replace(',', '')}` : date
}

function timeWords(at: number, timeZone: string, language: Language): string {
  return formatter(language, timeZone, 'time').format(at).replace(/^0/, '').replaceAll('\u202f', ' ')
}

function atWord(time: string): string {
  return /^1:/.test(time) ? 'a la' : 'a las'
}

function dateIn(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** Making one takes a thousand times as long as using it, and every receipt needs some. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, timeZone: string, what: 'date' | 'time'): Intl.DateTimeFormat {
  const name = `${language} ${timeZone} ${what}`
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    ...(what === 'date'
      ? { weekday: 'long', day: 'numeric', month: 'long' }
      : { hour: 'numeric', minute: '2-digit', hour12: language === 'en' }),
  })
  formatters.set(name, made)
  return made
}
