import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { House } from '../check.ts'
import type { Report } from '../report.ts'
import { checksSection, violationsSection } from './checks-section.ts'
import { dialogsSection } from './dialogs-section.ts'
import { ARROW_TIPS } from './drawing.ts'
import { headSection, provenanceSection } from './head-section.ts'
import { loadLayout } from './layout.ts'
import { html, type Markup } from './markup.ts'
import { promiseSection } from './promise-section.ts'

/**
 * `guarantee.html`: what a run of the guarantee found, as one page for a manager, in both languages. It loads nothing,
 * and the same report gives the same page.
 */
export async function renderPage(report: Report, house: House): Promise<string> {
  const layout = await loadLayout()
  const style = own('page.css')
  const script = own('page.js')
  const policy = `default-src 'none'; style-src '${sha256(style)}'; script-src '${sha256(script)}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Escotilla · ${report.company}</title>
<style>${raw(style)}</style>
</head>
<body>
${ARROW_TIPS}
${headSection(report, house)}
<main>
${violationsSection(report)}
${promiseSection(report)}
${dialogsSection(report, house, layout)}
${checksSection(report)}
${provenanceSection(report)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`.markup
}

function own(file: string): string {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8')
}

/** What is ours and no markup: a style sheet, a script. */
function raw(text: string): Markup {
  return { markup: text }
}

/** As a content security policy names what it lets through. */
function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
