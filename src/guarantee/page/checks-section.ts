import type { Texts } from '../../language.ts'
import type { CheckReport, Report } from '../report.ts'
import { both, html, type Markup } from './markup.ts'
import { badge } from './promise-section.ts'
import { figureWords, secondsWords } from './words.ts'

/** Every check with its claim, figures and time, for who wants to know more. */
export function checksSection(report: Report): Markup {
  return html`<section id="checks" aria-labelledby="checks-title">
<h2 id="checks-title">${both({ es: 'Las revisiones, una a una', en: 'The checks, one by one' })}</h2>
<div class="checks">${report.checks.map(oneCheck)}</div>
</section>`
}

/** With more figures than these, a check takes the whole width. */
const MANY_FIGURES = 9

function oneCheck(check: CheckReport): Markup {
  const figures = Object.entries(check.figures).map(([name, value]) => figureWords(name, value))
  if (check.outcome !== 'not-run') {
    figures.push({ name: { es: 'tiempo', en: 'time' }, value: secondsWords(check.ms) })
  }
  return html`<article class="check${figures.length > MANY_FIGURES ? ' wide' : ''}">
<div class="promise-head"><h3>${both(check.title)} <code class="soft">${check.name}</code></h3>${badge(check.outcome)}</div>
${check.claim ? html`<p>${both(check.claim)}</p>` : html``}
${check.fault === undefined ? html`` : html`<p>${both(FAULT)}</p><pre>${check.fault}</pre>`}
${check.outcome === 'not-run' && check.name.endsWith('customers') ? html`<p>${both(WITH_CUSTOMERS)} <code>npm run guarantee -- --customers 100000 --seed 1</code></p>` : html``}
${
  figures.length > 0
    ? html`<dl class="figures">${figures.map(({ name, value }) => html`<div><dt>${both(name)}</dt><dd>${both(value)}</dd></div>`)}</dl>`
    : html``
}
</article>
`
}

const FAULT = {
  es: 'La revisión misma falló, así que no se sabe nada de lo que debía comprobar:',
  en: 'The check itself failed, so nothing is known of what it should have held:',
}
const WITH_CUSTOMERS = { es: 'Se hace con:', en: 'It is done with:' }

/** Every violation with where it is, what to change, and the conversation that shows it. */
export function violationsSection(report: Report): Markup {
  const found = report.checks.flatMap((check) => check.violations.map((violation) => ({ check, violation })))
  if (found.length === 0) return html``
  return html`<section id="violations" aria-labelledby="violations-title">
<h2 id="violations-title">${both({ es: 'Lo que no se cumple', en: 'What does not hold' })}</h2>
<ol class="violations">${found.map(
    ({ check, violation: { rule, where, what, fix, transcript } }) => html`<li class="violation">
<h3><code>${rule}</code></h3>
<p class="where">${[where.file, where.dialog, where.step, where.text, check.name].filter((part) => part !== undefined).map((part, i) => html`${i > 0 ? ' · ' : ''}<code>${part}</code>`)}</p>
<p lang="en">${what}</p>
<p lang="en"><strong>→</strong> ${fix}</p>
${transcript === undefined ? html`` : conversation(transcript)}
</li>
`,
  )}</ol>
${legend(found.flatMap(({ violation }) => violation.transcript ?? []))}
</section>`
}

/** Who speaks or acts in a line of a transcript, as `src/guarantee/transcript.ts` writes it. */
const SPEAKERS: readonly { mark: string; name: string; words: Texts }[] = [
  { mark: '>', name: 'customer', words: { es: 'el cliente', en: 'the customer' } },
  { mark: '<', name: 'bot', words: { es: 'el bot', en: 'the bot' } },
  { mark: '*', name: 'desk', words: { es: 'la mesa', en: 'the desk' } },
  { mark: '=', name: 'owner', words: { es: 'quién atiende', en: 'who owns the conversation' } },
  { mark: '!', name: 'company', words: { es: 'el sistema de la empresa', en: 'the company’s system' } },
  { mark: '@', name: 'agent', words: { es: 'una persona de la mesa', en: 'a person of the desk' } },
  { mark: '~', name: 'time', words: { es: 'pasa el tiempo', en: 'time passes' } },
  { mark: '%', name: 'restart', words: { es: 'se reinicia todo', en: 'everything restarts' } },
]

/** What the marks of the transcripts that are shown stand for. */
function legend(transcripts: readonly string[]): Markup {
  const used = SPEAKERS.filter(({ mark }) =>
    transcripts.some((one) => new RegExp(`^\\s*\\${mark} `, 'm').test(one)),
  )
  return used.length === 0
    ? html``
    : html`<ul class="legend">${used.map(({ mark, words }) => html`<li><code>${mark}</code>${both(words)}</li>`)}</ul>`
}

/** A transcript in the journeys' notation, a line each, coloured by who speaks. */
function conversation(transcript: string): Markup {
  return html`<pre class="transcript">${transcript
    .trimEnd()
    .split('\n')
    .map((line) => {
      const speaker = SPEAKERS.find(({ mark }) => line.trimStart().startsWith(`${mark} `))?.name ?? 'other'
      return html`<span class="${speaker}">${line}</span>
`
    })}</pre>`
}
