import type { Language } from '../language.ts'
import type { LineReceipt } from './line.ts'

const LOCALES = { es: 'es-419', en: 'en-US' } as const
const WORDS = {
  es: {
    receipt: 'Comprobante',
    reference: 'Referencia',
    done: 'Fecha',
    due: 'A más tardar',
    follow: 'Cómo va',
    until: (date: string) => `El enlace vale hasta el ${date}.`,
    page: 'Su caso, como está en cada momento',
  },
  en: {
    receipt: 'Receipt',
    reference: 'Reference',
    done: 'Date',
    due: 'By',
    follow: 'How it stands',
    until: (date: string) => `The link works until ${date}.`,
    page: 'Your case, as it stands at any time',
  },
} as const

/** A receipt in words, for channels that show no cards: what, under which reference, and the page that stays true. */
export function receiptText(
  receipt: LineReceipt,
  as: { language: Language; timeZone: string; publicUrl: string },
): string {
  const words = WORDS[as.language]
  const { title, ref, at, dueAt, link, linkUntil } = receipt
  const date = (time: number): string =>
    new Intl.DateTimeFormat(LOCALES[as.language], { dateStyle: 'long', timeZone: as.timeZone }).format(time)
  return [
    `${words.receipt}: ${title}`,
    `${words.reference}: ${ref}`,
    dueAt === undefined ? `${words.done}: ${date(at)}` : `${words.due}: ${date(dueAt)}`,
    ...(link === undefined || linkUntil === undefined
      ? []
      : [`${words.follow}: ${as.publicUrl}${link}`, words.until(date(linkUntil - 1))]),
  ].join('\n')
}

/** The page of a case in words, for channels that show no card of it. */
export function casePageText(path: string, as: { language: Language; publicUrl: string }): string {
  return `${WORDS[as.language].page}: ${as.publicUrl}${path}`
}
