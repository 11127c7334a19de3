import type { Texts } from '../../language.ts'
import type { House } from '../check.ts'
import type { Report } from '../report.ts'
import { both, html, type Markup } from './markup.ts'
import { dateWords, numberWords, secondsWords } from './words.ts'

/** The result in one look: did it hold, when, and the figures that matter. */
export function headSection(report: Report, house: House): Markup {
  const { totals } = report
  const tiles = [
    {
      value: numberWords(totals.violations),
      name: one(totals.violations, 'incumplimiento', 'incumplimientos', 'violation', 'violations'),
    },
    ...(isReachProved(report)
      ? [
          {
            value: { es: '1', en: '1' },
            name: {
              es: 'mensaje hasta una persona, si el cliente lo pide',
              en: 'message to a person, when the customer asks',
            },
          },
        ]
      : []),
    ...(totals.bound === null
      ? []
      : [
          {
            value: numberWords(totals.bound),
            name: {
              es: 'mensajes, lo más que retiene un bot que falla',
              en: 'messages, the most that a failing bot keeps anybody',
            },
          },
        ]),
    {
      value: numberWords(totals.dialogs),
      name: {
        es: `diálogos, con ${totals.steps} pasos y ${totals.texts} textos`,
        en: `dialogs, with ${totals.steps} steps and ${totals.texts} texts`,
      },
    },
    ...(totals.states > 0
      ? [
          {
            value: numberWords(totals.states),
            name: { es: 'situaciones recorridas, todas', en: 'situations visited, all of them' },
          },
        ]
      : []),
    ...(totals.customers > 0
      ? [
          {
            value: numberWords(totals.customers),
            name: { es: 'clientes simulados', en: 'simulated customers' },
          },
        ]
      : []),
  ]
  return html`<header class="top">
<div class="bar"><span class="brand">${mark}<span>Escotilla</span><span class="company">${report.company}</span></span>
<fieldset class="languages"><legend>Idioma / Language</legend>
<label><input type="radio" name="language" value="es" checked><span class="own" lang="es">Español</span></label>
<label><input type="radio" name="language" value="en"><span class="own" lang="en">English</span></label>
</fieldset></div>
<h1 class="${report.held ? 'held' : 'violated'}"><span class="seal" aria-hidden="true">${report.held ? tick : cross}</span><span>${both(verdict(report))}</span></h1>
<p class="lead">${both(LEAD)}</p>
<p class="soft">${both(checkedWords(report, house))}</p>
<ul class="tiles">${tiles.map(({ value, name }) => html`<li><span class="value">${both(value)}</span> <span class="what">${both(name)}</span></li>`)}</ul>
</header>`
}

const mark = html`<svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false"><rect class="mark-plate" width="26" height="26" rx="6"/><path class="mark-lid" d="M6 11.5 L19 6.5 M6 11.5 H20 V20 H6 Z"/></svg>`
const tick = html`<svg width="30" height="30" viewBox="0 0 30 30" focusable="false"><path d="M7 16 L13 22 L24 9"/></svg>`
const cross = html`<svg width="30" height="30" viewBox="0 0 30 30" focusable="false"><path d="M9 9 L21 21 M21 9 L9 21"/></svg>`

const LEAD = {
  es: 'Quien pide una persona la tiene con un solo mensaje. A quien el bot no le sirve, el bot lo pasa con una persona por sí mismo. Esta página dice cómo se comprobó que es así, y con qué resultado.',
  en: 'Whoever asks for a person gets one with a single message. Whoever the bot cannot help is handed to a person by the bot itself. This page says how that was checked, and what came out.',
}

function isReachProved({ checks }: Report): boolean {
  const speaking = checks.filter(({ promises, outcome }) => promises.includes('G1') && outcome !== 'not-run')
  return speaking.length > 0 && speaking.every(({ outcome }) => outcome === 'held')
}

function verdict(report: Report): Texts {
  if (report.held) {
    return report.only.length === 0
      ? { es: 'La promesa se cumple', en: 'The promise holds' }
      : { es: 'Lo que se revisó, se cumple', en: 'What was checked holds' }
  }
  return report.totals.violations > 0
    ? { es: 'La promesa no se cumple', en: 'The promise does not hold' }
    : { es: 'La promesa no se pudo comprobar', en: 'The promise could not be checked' }
}

function checkedWords(report: Report, house: House): Texts {
  const when = dateWords(report.checkedAt, house.desk.timeZone)
  const took = secondsWords(report.totals.ms)
  const only = report.only.join(', ')
  return {
    es: `Revisado el ${when.es} (${house.desk.timeZone}), en ${took.es}. Versión ${report.version}, contenido ${report.contentHash.slice(0, 12)}.${only ? ` Solo: ${only}.` : ''}`,
    en: `Checked on ${when.en} (${house.desk.timeZone}), in ${took.en}. Version ${report.version}, content ${report.contentHash.slice(0, 12)}.${only ? ` Only: ${only}.` : ''}`,
  }
}

/** What was checked, so that somebody else can check the same. */
export function provenanceSection(report: Report): Markup {
  return html`<section id="provenance" aria-labelledby="provenance-title">
<h2 id="provenance-title">${both({ es: 'De qué habla esta página', en: 'What this page is about' })}</h2>
<p>${both(ABOUT)}</p>
<p>${both({ es: 'Huella del contenido (SHA-256):', en: 'Content hash (SHA-256):' })} <code class="hash">${report.contentHash}</code></p>
<p>${both({ es: 'Para repetirla:', en: 'To repeat it:' })} <code>npm run guarantee</code></p>
</section>`
}

const ABOUT = {
  es: 'De los diálogos, lo que el bot entiende, la configuración de la mesa (desk.yaml) y el programa que atiende cada mensaje, tal como estaban en ese momento. Si algo de eso cambia, la huella cambia y hay que revisar otra vez. No habla de cuánto tarda una persona en contestar: eso se mide con el servicio en marcha.',
  en: 'The dialogs, what the bot understands, the desk’s settings (desk.yaml) and the program that handles each message, as they were at that moment. When one of these changes, the hash changes and it must be checked again. It does not speak of how soon a person answers: that is measured while the service runs.',
}

function one(count: number, es: string, eses: string, en: string, ens: string): Texts {
  return { es: count === 1 ? es : eses, en: count === 1 ? en : ens }
}
