import type { Texts } from '../../language.ts'
import type { CheckReport } from '../report.ts'
import { FIGURES } from './figure-words.ts'

/** What a check's outcome is called. */
export const OUTCOMES: Readonly<Record<CheckReport['outcome'], Texts>> = {
  held: { es: 'Se cumple', en: 'Holds' },
  violated: { es: 'No se cumple', en: 'Does not hold' },
  failed: { es: 'No se pudo revisar', en: 'Could not be checked' },
  'not-run': { es: 'No se revisó esta vez', en: 'Not checked this time' },
}

/** A figure's name and value, as both languages write them. `slowestMs` is milliseconds. */
export function figureWords(name: string, value: number): { name: Texts; value: Texts } {
  const isTime = /[a-z]Ms$/.test(name) || name === 'ms'
  const own = name.replace(/Ms$/, '')
  const plain = own.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim()
  const unit = isTime ? ' ms' : ''
  const number = numberWords(value)
  return {
    name: FIGURES[own] ?? { es: plain, en: plain },
    value: { es: number.es + unit, en: number.en + unit },
  }
}

/** `12.345` and `12,345`. */
export function numberWords(value: number): Texts {
  // Spanish leaves numbers of four digits ungrouped, which reads as a mistake beside longer ones.
  const write = (locale: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: 'always' }).format(value)
  return { es: write('es-ES'), en: write('en-US') }
}

/** `22 de noviembre de 2026, 10:00` in the desk's time zone. */
export function dateWords(iso: string, timeZone: string): Texts {
  const write = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(iso))
  return { es: write('es-ES'), en: write('en-GB') }
}

export function secondsWords(ms: number): Texts {
  const value = numberWords(Math.round(ms / 100) / 10)
  return { es: `${value.es} s`, en: `${value.en} s` }
}
