import type { BotDesk } from '../../turn/bot-desk.ts'
import type { QuestionStep } from '../../turn/dialog/dialog.ts'
import type { FactSpec } from '../../turn/dialog/vocabulary.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import type { View } from './view.ts'
import { EMAILS, MANNERS, PHONES, REMARKS } from './words.ts'

/** What a message means to the one who writes it; the watch holds the bot to it. */
export type Means =
  | { kind: 'ask' }
  | { kind: 'gives'; fact: string; value: string }
  | { kind: 'corrects' }
  | { kind: 'never-mind' }
  | { kind: 'other' }

/** Words as they are meant, before this person's spelling. `exact`: a button, a number: typed as it is. */
export interface Words {
  text: string
  means: Means
  exact?: boolean
}

/** Accounts of the right form that no company knows. */
const UNKNOWN_ACCOUNTS = ['123456', '999888', '40404040'] as const

/** Answers the open question as this person would. `tried`: how often they have answered it already. */
export function answerTo(
  step: QuestionStep,
  person: Person,
  view: View,
  desk: BotDesk,
  tried: number,
  chance: Random,
): Words {
  switch (step.kind) {
    case 'ask':
      return answerAsk(step, person, view, desk, tried, chance)
    case 'choose':
      return choose(step, person, view, chance)
    case 'confirm':
      return confirm(step, person, view, chance)
  }
}

function answerAsk(
  step: Extract<QuestionStep, { kind: 'ask' }>,
  person: Person,
  view: View,
  desk: BotDesk,
  tried: number,
  chance: Random,
): Words {
  const remarks = REMARKS[view.language]
  const spec = desk.facts[step.fact]
  const kind = spec?.kind
  if (kind === 'proof') {
    if (person.proves === 'refuses') return { text: chance.pick(remarks.cannotSay), means: OTHER }
    const value =
      person.proves === 'wrong' && tried === 0
        ? '9876'
        : person.proves === 'all of it'
          ? person.document
          : person.document.slice(-4)
    return { text: value, means: { kind: 'gives', fact: step.fact, value } }
  }
  if (kind !== 'account') {
    const value = chance.chance(0.1) ? chance.pick(remarks.nonsense) : chance.pick(valuesOf(spec, view))
    return { text: value, means: { kind: 'gives', fact: step.fact, value }, exact: true }
  }
  if (person.account === 'does not have it') return { text: chance.pick(remarks.cannotSay), means: OTHER }
  if (person.account === 'looks for it' && tried === 0)
    return { text: chance.pick(remarks.holdOn), means: OTHER }
  if (person.account === 'unknown to the company') return giving(step.fact, UNKNOWN_ACCOUNTS[1], view, chance)
  if (person.account === 'wrong first' && tried === 0) {
    return giving(step.fact, chance.pick(UNKNOWN_ACCOUNTS), view, chance)
  }
  return giving(step.fact, person.accountNumber, view, chance)
}

/** What people write where a value of this kind is asked for. */
function valuesOf(spec: FactSpec | undefined, view: View): readonly string[] {
  if (spec?.kind === 'date') return ['15/12/2026']
  if (spec?.kind === 'money') return ['45.000 pesos']
  const finds = spec?.kind === 'text' ? spec.finds : undefined
  if (finds) return finds === 'phone' ? PHONES : EMAILS
  return REMARKS[view.language].lines
}

/** A value among the words that people put around it, and grouped as they group it. */
export function giving(fact: string, value: string, view: Pick<View, 'language'>, chance: Random): Words {
  const half = Math.ceil(value.length / 2)
  const written = chance.weighted({ plain: 8, spaced: 1, dotted: 1 })
  const separator = written === 'spaced' ? ' ' : '.'
  const shown = written === 'plain' ? value : `${value.slice(0, half)}${separator}${value.slice(half)}`
  const text = chance.pick(REMARKS[view.language].gives).replace('#', shown)
  return { text, means: { kind: 'gives', fact, value } }
}

function choose(
  step: Extract<QuestionStep, { kind: 'choose' }>,
  person: Person,
  view: View,
  chance: Random,
): Words {
  const remarks = REMARKS[view.language]
  // The last one is "none of these".
  const labels = view.buttons.slice(0, -1)
  if (labels.length === 0) return { text: remarks.firstOf[0] ?? '1', means: OTHER }
  const at = chance.below(labels.length)
  const means: Means = { kind: 'gives', fact: step.fact, value: labels[at] ?? '' }
  if (chance.chance(0.05)) return { text: view.buttons.at(-1) ?? '', means: { kind: 'ask' }, exact: true }
  if (chance.chance(person.presses)) return { text: labels[at] ?? '', means, exact: true }
  if (chance.chance(person.typesNumbers)) return { text: String(at + 1), means, exact: true }
  const ordinals = [remarks.firstOf, remarks.secondOf, remarks.thirdOf][at]
  if (ordinals && chance.chance(0.5)) {
    const last = at === labels.length - 1
    return { text: chance.pick(ordinals.filter((one) => last || !/último|last/.test(one))), means }
  }
  const [words = ''] = (labels[at] ?? '').split(' · ')
  return { text: words, means }
}

function confirm(
  step: Extract<QuestionStep, { kind: 'confirm' }>,
  person: Person,
  view: View,
  chance: Random,
): Words {
  const answer = chance.chance(person.agrees) ? 'yes' : 'no'
  const at = answer === 'yes' ? 0 : 1
  const label = view.buttons[at]
  if (label !== undefined && chance.chance(person.presses)) return { text: label, means: OTHER, exact: true }
  if (chance.chance(person.typesNumbers)) return { text: String(at + 1), means: OTHER, exact: true }
  const own = step.says?.[answer] ?? []
  if (own.length > 0 && chance.chance(0.3)) return { text: chance.pick(own), means: OTHER }
  const manner =
    MANNERS[person.language === view.language ? person.region : view.language === 'es' ? 'co' : 'us']
  return { text: chance.pick(manner[answer]), means: OTHER }
}

const OTHER: Means = { kind: 'other' }
