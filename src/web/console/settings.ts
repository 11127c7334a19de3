import { computed, effect } from '@preact/signals'
import type { Language } from '../../language.ts'
import { remembered } from './storage.ts'
import { en } from './words/en.ts'
import { es, type Words } from './words/es.ts'

export type Theme = 'auto' | 'light' | 'dark'

export const language = remembered<Language>('language', navigator.language.startsWith('en') ? 'en' : 'es')
export const theme = remembered<Theme>('theme', 'auto')
export const soundOn = remembered('sound', true)
export const notificationsOn = remembered('notifications', false)

const WORDS: Record<Language, Words> = { es, en }
/** The texts of the console in the agent's language. */
export const words = computed<Words>(() => WORDS[language.value])

/** "10:32" where the agent is. */
export function timeOfDay(iso: string): string {
  return new Intl.DateTimeFormat(language.value, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))
}

export function dateAndTime(iso: string): string {
  return new Intl.DateTimeFormat(language.value, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))
}

export function longDate(iso: string): string {
  return new Intl.DateTimeFormat(language.value, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(iso),
  )
}

/** What a language is called in the agent's: `pt` is "portugués". */
export function nameOfLanguage(code: string): string {
  return new Intl.DisplayNames([language.value], { type: 'language' }).of(code) ?? code
}

/** Writes language and appearance on the document, before anything is drawn. */
export function applySettings(): void {
  effect(() => {
    document.documentElement.lang = language.value
    document.documentElement.dataset.theme = theme.value
  })
}

/** Customers who have not said their name are told apart by their case. */
export function nameOf(name: string | undefined, key: string): string {
  return name || words.value.customerUnnamed(key)
}
