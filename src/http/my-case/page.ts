import type { MyCase, Owed } from '../../cases/my-case.ts'
import type { Language } from '../../language.ts'
import { PAGE_TEXTS } from './texts.ts'

export interface PageParts {
  company: string
  /** IANA: every date on the page is in it. */
  timeZone: string
  language: Language
}

/** The page of a link that holds. `path` is the link itself; `asked`: the customer has just asked for a person. */
export function casePage(
  view: MyCase,
  parts: PageParts & { path: string; until: number; asked: boolean },
): string {
  const { company, language, path, until, asked } = parts
  const texts = PAGE_TEXTS[language]
  const other = language === 'es' ? 'en' : 'es'
  const body = [
    `<header><p>${safe(company)}</p><h1>${texts.title}</h1></header>`,
    asked ? `<section class="told" role="status"><p>${texts.asked}</p></section>` : '',
    view.case
      ? `<section aria-labelledby="where"><h2 id="where">${texts.where}</h2><p>${texts.caseNumber}: <b class="ref">${safe(view.case.key)}</b></p><p>${safe(view.case.words)}</p></section>`
      : '',
    `<section class="plain" aria-labelledby="promised"><h2 id="promised">${texts.promised}</h2>`,
    view.promises.length === 0
      ? `<p>${texts.nothing}</p>`
      : `<ul>${view.promises.map((one) => item(one, parts)).join('')}</ul>`,
    '</section>',
    askSection(path, language),
    `<footer><p class="note">${texts.alive} ${texts.until(dateOf(until - 1, parts))}</p>`,
    `<p><a href="${safe(path)}?lang=${other}" hreflang="${other}" lang="${other}">${texts.otherLanguage}</a></p></footer>`,
  ]
  return document(`${texts.title} · ${company}`, language, body.join('\n'), '')
}

/** While the store does not answer. `kept`: a person was asked for, and the receipt's words tell that it is kept. */
export function awayPage(parts: PageParts & { path: string; kept?: string }): string {
  const { company, language, path, kept } = parts
  const texts = PAGE_TEXTS[language].away
  const title = kept === undefined ? texts.title : texts.kept
  const words = (kept ?? texts.words).split('\n').map((line) => `<p>${safe(line)}</p>`)
  const body = [
    `<header><p>${safe(company)}</p><h1>${title}</h1></header>`,
    `<section${kept === undefined ? '' : ' class="told" role="status"'}>${words.join('')}</section>`,
    kept === undefined ? askSection(path, language) : '',
  ]
  return document(`${title} · ${company}`, language, body.join('\n'), '')
}

function askSection(path: string, language: Language): string {
  const texts = PAGE_TEXTS[language]
  return `<section aria-labelledby="ask"><h2 id="ask">${texts.askHeading}</h2><form method="post" action="${safe(path)}?lang=${language}"><button type="submit">${texts.ask}</button></form><p class="note">${texts.askNote}</p></section>`
}

/** A link that does not hold any more, or never did: kind, and with a way to a person. */
export function lostPage(why: 'expired' | 'unknown' | 'busy', parts: PageParts): string {
  const { company, language } = parts
  const texts = PAGE_TEXTS[language]
  const { title, words } = texts.lost[why]
  const body = [
    `<header><p>${safe(company)}</p><h1>${title}</h1></header>`,
    `<section><p>${words}</p>`,
    why === 'busy'
      ? '</section>'
      : `<p>${texts.lostHelp}</p><noscript><p>${texts.lostHelpNoScript}</p></noscript></section>`,
  ]
  const widget = `<script src="/widget.js" data-lang="${language}" data-company="${safe(company)}" defer></script>`
  return document(`${title} · ${company}`, language, body.join('\n'), why === 'busy' ? '' : widget)
}

function item(one: Owed, parts: PageParts): string {
  const texts = PAGE_TEXTS[parts.language]
  const isOpen = one.state === 'open' || one.state === 'late'
  const rows: [string, string][] = [
    ...(one.ref === undefined
      ? []
      : ([[texts.reference, `<span class="ref">${safe(one.ref)}</span>`]] as const)),
    ...(one.doneAt === undefined ? [] : ([[texts.doneOn, time(one.doneAt, parts)]] as const)),
    ...(isOpen ? ([[texts.by, safe(one.by ?? texts.team(parts.company))]] as const) : []),
    ...(isOpen ? ([[texts.dueBy, time(one.dueAt, parts)]] as const) : []),
  ].map(([name, value]) => [name, value])
  return `<li class="item ${one.state}"><p class="state ${one.state}">${texts.state[one.state]}</p><p class="what">${safe(one.what)}</p>${
    rows.length === 0
      ? ''
      : `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`
  }</li>`
}

function document(title: string, language: Language, body: string, script: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${safe(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/caso/estilo.css">
${script}</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

const LOCALES = { es: 'es-419', en: 'en-US' } as const

function dateOf(at: number, { timeZone, language }: PageParts): string {
  const options = { timeZone, day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(LOCALES[language], options).format(at)
}

function time(at: number, parts: PageParts): string {
  return `<time datetime="${new Date(at).toISOString()}">${dateOf(at, parts)}</time>`
}

/** Text into HTML: whatever was written stays text. */
function safe(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
