import type { Language, Texts } from '../../language.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import { type Showing, slotsOf } from '../../turn/dialog/template.ts'
import { MOST_CHARACTERS } from '../../turn/dialog/values.ts'
import type { FactSpec } from '../../turn/dialog/vocabulary.ts'
import type { Facts } from '../../turn/facts.ts'

/** Texts of the company's systems (a plan, a reference) are short; this is a long one. */
const LONG_TEXT = 80
/** A day whose name is long in both languages, in another year than now. */
const LONG_DAY = '2027-09-30'
const NOW = Date.UTC(2026, 0, 1)
const TWICE_A_DAY = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 15 * 60, to: 19 * 60 },
]
/** For a house that doesn't say when people answer. */
const SOME_HOURS = {
  hours: {
    monday: TWICE_A_DAY,
    tuesday: TWICE_A_DAY,
    wednesday: TWICE_A_DAY,
    thursday: TWICE_A_DAY,
    friday: TWICE_A_DAY,
    saturday: [],
    sunday: [],
  },
  holidays: [],
}

/** Every fact known, with the longest value that is plausible: what texts are measured with. */
export function longest(desk: BotDesk, dialog: Dialog, language: Language): Showing {
  const asked = new Set(
    Object.values(dialog.steps).flatMap((step) => (step.kind === 'ask' ? [step.fact] : [])),
  )
  return showing(desk, dialog, language, (name, spec) => {
    switch (spec.kind) {
      case 'account':
        return '123456789012'
      case 'proof':
        return '1234'
      case 'date':
        return LONG_DAY
      case 'money':
        return desk.region === 'CO' ? '123456789 COP' : '123456.89 EUR'
      case 'text':
        return 'x'.repeat(spec.most ?? (asked.has(name) ? MOST_CHARACTERS : LONG_TEXT))
      case 'label':
        return longestLabel(spec.labels, language)
    }
  })
}

/** Every fact known, each with another value: what labels are told apart with. */
export function telling(desk: BotDesk, dialog: Dialog, language: Language): Showing {
  const names = Object.keys(dialog.facts)
  return showing(desk, dialog, language, (name, spec) => {
    const at = names.indexOf(name)
    switch (spec.kind) {
      case 'account':
        return String(445_566 + at)
      case 'proof':
        return '1234'
      case 'date':
        return dayOf(at)
      case 'money':
        return `${1_000 + at * 137} ${desk.region === 'CO' ? 'COP' : 'EUR'}`
      case 'text':
        return `${name} ${at}`
      case 'label': {
        const labels = Object.keys(spec.labels)
        return labels[at % labels.length] ?? ''
      }
    }
  })
}

/** One day for each, none of which has the number of a place in a list: "1 de marzo" is no "1". */
function dayOf(at: number): string {
  const [first, days] = [10, 19]
  return new Date(Date.UTC(2026, Math.floor(at / days), first + (at % days))).toISOString().slice(0, 10)
}

function showing(
  desk: BotDesk,
  dialog: Dialog,
  language: Language,
  sample: (name: string, spec: FactSpec) => string,
): Showing {
  const facts: Record<string, Facts[string]> = {}
  for (const [name, spec] of Object.entries(dialog.facts)) {
    const value = sample(name, spec)
    facts[name] = { class: 'known', value, source: 'business', at: 0, conversationId: '' }
  }
  return {
    facts,
    vocabulary: dialog.facts,
    company: desk.company,
    opening: desk.opening ?? { timeZone: desk.timeZone, ...SOME_HOURS },
    language,
    timeZone: desk.timeZone,
    region: desk.region,
    now: NOW,
  }
}

/** The label whose words are the longest; one that shows facts counts as longer than one that doesn't. */
function longestLabel(labels: Readonly<Record<string, Texts>>, language: Language): string {
  const length = (texts: Texts) => texts[language].length + slotsOf(texts[language]).length * LONG_TEXT
  const [first] = Object.entries(labels).sort(([, a], [, b]) => length(b) - length(a))
  return first?.[0] ?? ''
}
