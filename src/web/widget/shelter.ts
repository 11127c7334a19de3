import type { Language } from '../../language.ts'
import { css } from './widget.css'

/**
 * The element that the widget lives in. Its shadow root keeps the page's selectors out, `all: initial !important` on
 * the host keeps out what would be inherited (of two important rules, the one inside the shadow wins), and an adopted
 * style sheet works under the strictest content security policy.
 */
export function shelter(language: Language): { host: HTMLElement; root: HTMLElement } {
  const host = document.createElement('escotilla-widget')
  host.lang = language
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  const root = document.createElement('div')
  root.className = 'root'
  root.lang = language
  root.dir = 'ltr'
  shadow.append(root)
  return { host, root }
}

/** Into the browser's top layer: above every z-index, out of reach of a page's transforms and overflows. */
export function raise(root: HTMLElement): void {
  if (!('showPopover' in root)) return
  root.popover = 'manual'
  root.showPopover()
}
