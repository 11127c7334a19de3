import { LANGUAGES, type Texts } from '../../language.ts'

/** Text that is markup already. Everything else that goes into a page is escaped. */
export interface Markup {
  readonly markup: string
}
type Piece = Markup | string | number | undefined | readonly Markup[]

/** A template of HTML or SVG: whatever is filled in is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: strings.reduce((page, text, i) => page + write(pieces[i - 1]) + text) }
}

/** A text in every language, of which the page shows one. */
export function both(texts: Texts): Markup {
  return inEach((language) => html`<span lang="${language}">${texts[language]}</span>`)
}

/** What is drawn once for each language. */
export function inEach(draw: (language: (typeof LANGUAGES)[number]) => Markup): Markup {
  return { markup: LANGUAGES.map((language) => draw(language).markup).join('') }
}

function write(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'number') return String(piece)
  if (typeof piece === 'string') return escaped(piece)
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(CONTROL, '�')
}

/** Characters that HTML does not allow, and those that turn the direction of the text around them. */
const CONTROL = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu
