import { PROMISES, type PromiseId } from '../checks.ts'
import type { CheckReport, Report } from '../report.ts'
import { both, html, type Markup } from './markup.ts'
import { PROMISE_WORDS } from './promise-words.ts'
import { OUTCOMES } from './words.ts'

type Outcome = CheckReport['outcome']

/** The promise in plain words, each part with how it was checked and what came out. */
export function promiseSection(report: Report): Markup {
  return html`<section id="promise" aria-labelledby="promise-title">
<h2 id="promise-title">${both({ es: 'Qué se promete y qué se revisó', en: 'What is promised, and what was checked' })}</h2>
<ul class="promises">${PROMISES.map((id) => onePromise(id, report))}</ul>
</section>`
}

function onePromise(id: PromiseId, report: Report): Markup {
  const { title, means } = PROMISE_WORDS[id]
  const checks = report.checks.filter(({ promises, broken }) => promises.includes(id) || broken.includes(id))
  const outcome = worst(checks.map((check) => outcomeFor(check, id)))
  return html`<li class="promise ${outcome ?? 'elsewhere'}">
<div class="promise-head"><h3><span class="part">${id}</span> ${both(title)}</h3>${outcome ? badge(outcome) : elsewhere}</div>
<p>${both(means)}</p>
${checks.length > 0 ? html`<ul class="how">${checks.map((check) => howChecked(check, id))}</ul>` : html`<p class="soft">${both(NOT_HERE)}</p>`}
</li>
`
}

const elsewhere = html`<span class="badge elsewhere">${both({ es: 'Se prueba aparte', en: 'Tested elsewhere' })}</span>`
const NOT_HERE = {
  es: 'Ninguna revisión de esta orden habla de esto. Lo sostienen las pruebas del producto (npm test).',
  en: 'No check of this command speaks about it. The product’s own tests hold it (npm test).',
}

function howChecked(check: CheckReport, id: PromiseId): Markup {
  const outcome = outcomeFor(check, id)
  const said = outcome === 'held' ? html`` : html`<strong>${both(OUTCOMES[outcome])}.</strong> `
  const what = check.claim && outcome !== 'not-run' ? check.claim : check.title
  return html`<li class="${outcome}"><span class="mark" aria-hidden="true"></span><span>${said}${both(what)}</span></li>`
}

/** What a check says of one part of the promise: violations of its other parts are not held against this one. */
function outcomeFor({ outcome, broken }: CheckReport, id: PromiseId): Outcome {
  return outcome === 'violated' && !broken.includes(id) ? 'held' : outcome
}

/** The worst of what the checks found; undefined when no check speaks about it. */
function worst(outcomes: readonly Outcome[]): Outcome | undefined {
  return (['violated', 'failed', 'held', 'not-run'] as const).find((outcome) => outcomes.includes(outcome))
}

/** An outcome as a small label. */
export function badge(outcome: Outcome): Markup {
  return html`<span class="badge ${outcome}"><span class="mark" aria-hidden="true"></span>${both(OUTCOMES[outcome])}</span>`
}
