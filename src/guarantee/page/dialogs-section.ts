import type { Dialog } from '../../turn/dialog/dialog.ts'
import type { House } from '../check.ts'
import type { DialogReport, Report } from '../report.ts'
import { drawDialog } from './drawing.ts'
import type { Graph, Layout } from './layout.ts'
import { both, html, type Markup } from './markup.ts'
import { KINDS, TONE_WORDS, TONES, toneOf, waysOf, wordsOf } from './step-words.ts'
import { numberWords } from './words.ts'

/** Figures of a dialog that the page shows, in order. */
const COLUMNS = [
  { figure: 'steps', title: { es: 'Pasos', en: 'Steps' } },
  { figure: 'questions', title: { es: 'Preguntas', en: 'Questions' } },
  { figure: 'texts', title: { es: 'Textos', en: 'Texts' } },
  { figure: 'longestPath', title: { es: 'Camino más largo, pasos', en: 'Longest path, steps' } },
  { figure: 'states', title: { es: 'Situaciones', en: 'Situations' } },
  { figure: 'bound', title: { es: 'Cota, mensajes', en: 'Bound, messages' } },
] as const

/** Every dialog: figures in a table, then each one drawn. */
export function dialogsSection(report: Report, house: House, layout: (graph: Graph) => Layout): Markup {
  const columns = COLUMNS.filter(({ figure }) => report.dialogs.some(({ figures }) => figure in figures))
  const drawn = report.dialogs.flatMap((found) => {
    const dialog = house.desk.dialogs.get(found.id)
    return dialog ? [{ dialog, found }] : []
  })
  return html`<section id="dialogs" aria-labelledby="dialogs-title">
<h2 id="dialogs-title">${both({ es: 'Los diálogos', en: 'The dialogs' })}</h2>
<p>${both(BOUND)}</p>
<div class="scrolls" role="region" aria-labelledby="dialog-figures" tabindex="0">
<table><caption id="dialog-figures">${both({ es: 'Cada diálogo en cifras', en: 'Each dialog in figures' })}</caption>
<thead><tr><th scope="col">${both({ es: 'Diálogo', en: 'Dialog' })}</th>${columns.map(({ title }) => html`<th scope="col" class="number">${both(title)}</th>`)}</tr></thead>
<tbody>${report.dialogs.map((dialog) => tableRow(dialog, columns))}</tbody></table>
</div>
<ul class="legend">${TONES.map((tone) => html`<li><span class="swatch tone-${tone}" aria-hidden="true"></span>${both(TONE_WORDS[tone])}</li>`)}</ul>
${['large', 'small'].map(
  (size) =>
    html`<div class="${size}">${drawn
      .filter(({ dialog }) => Object.keys(dialog.steps).length <= MOST_STEPS_OF_SMALL === (size === 'small'))
      .map(({ dialog, found }) => oneDialog(dialog, found, layout, report))}</div>`,
)}
</section>`
}

/** Small talk and the like: drawn side by side, after the others. */
const MOST_STEPS_OF_SMALL = 2

const BOUND = {
  es: 'La cota es lo más que un cliente puede quedarse con un bot que le falla todo el tiempo, contado en mensajes suyos, antes de que el bot lo pase con una persona por sí mismo. Si el cliente lo pide, es siempre un mensaje.',
  en: 'The bound is the longest that a customer can stay with a bot that fails all the time, counted in their own messages, before the bot hands them to a person by itself. When the customer asks, it is always one message.',
}

function tableRow(dialog: DialogReport, columns: readonly (typeof COLUMNS)[number][]): Markup {
  return html`<tr><th scope="row"><a href="#dialog-${dialog.id}">${both(dialog.title)}</a></th>${columns.map(
    ({ figure }) => {
      const value = dialog.figures[figure]
      return html`<td class="number">${value === undefined ? '–' : both(numberWords(value))}</td>`
    },
  )}</tr>
`
}

function oneDialog(
  dialog: Dialog,
  found: DialogReport,
  layout: (graph: Graph) => Layout,
  { checks }: Report,
): Markup {
  const violated = new Set(
    checks.flatMap(({ violations }) =>
      violations.flatMap(({ where }) => (where.dialog === dialog.id ? (where.step ?? []) : [])),
    ),
  )
  const title = `dialog-${dialog.id}-title`
  const bound = found.figures.bound
  return html`<article class="dialog" id="dialog-${dialog.id}" aria-labelledby="${title}">
<h3 id="${title}">${both(dialog.title)}</h3>
<p class="soft"><code>${dialog.id}</code> · <code>${found.file}</code>${
    bound === undefined
      ? html``
      : html` · ${both({ es: `cota: ${bound} mensajes`, en: `bound: ${bound} messages` })}`
  }</p>
<figure class="frame">
<figcaption>${hatch}<span>${both(ALWAYS)}</span></figcaption>
<div class="scrolls" role="region" aria-labelledby="${title}" tabindex="0">${drawDialog(dialog, layout, violated)}</div>
</figure>
<details><summary>${both({ es: 'Los pasos, en palabras', en: 'The steps, in words' })}</summary>${stepList(dialog)}</details>
</article>
`
}

const ALWAYS = {
  es: 'En cada paso: una persona, a un mensaje de distancia',
  en: 'In every step: a person, one message away',
}
/** A hatch, seen from above, open. */
const hatch = html`<svg class="hatch" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><rect x="2.5" y="8.5" width="15" height="9" rx="2"/><path d="M4 8.5 L15 2.5"/><circle cx="10" cy="13" r="1.4"/></svg>`

/** The drawing in words: each step, what it says and where it leads. */
function stepList(dialog: Dialog): Markup {
  const anchor = (step: string) => `${dialog.id}.${step}`
  const rest = Object.entries(dialog.steps).filter(([name]) => name !== dialog.start)
  const start = dialog.steps[dialog.start]
  const steps = [...(start ? [[dialog.start, start] as const] : []), ...rest]
  return html`<ol class="steps">${steps.map(
    ([
      name,
      step,
    ]) => html`<li id="${anchor(name)}"><span class="swatch tone-${toneOf(step.kind)}" aria-hidden="true"></span>
<div><p><strong>${both(KINDS[step.kind])}</strong> <code>${name}</code></p>
<p class="says">${both(wordsOf(step, dialog.facts))}</p>
${step.kind === 'choose' ? html`<p class="soft">${both(NONE_OF_THESE)}</p>` : html``}
<ul class="ways">${waysOf(step, dialog).map(
      ({ to, when }) =>
        html`<li>${when ? html`${both(when)} ` : html``}→ <a href="#${anchor(to)}">${to}</a></li>`,
    )}</ul></div></li>
`,
  )}</ol>`
}

const NONE_OF_THESE = {
  es: 'Y siempre «Nada de esto», que lleva a una persona.',
  en: 'And always “None of these”, which leads to a person.',
}
