import { createHash } from 'node:crypto'
import { VERBS, type VerbSpec } from '../../business/business.ts'
import { TERM_NAMES } from '../../cases/deadlines.ts'
import { ConfigFault } from '../../errors.ts'
import { LANGUAGES, type Texts } from '../../language.ts'
import { type AnyStep, type Dialog, type DialogDraft, nextSteps, textsOf } from './dialog.ts'
import { slotsOf } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A menu and its "none of these" fit in the lists of every channel (WhatsApp's have ten rows). */
const MOST_LABELS = 9

/**
 * Declares a dialog over the facts of `defineFacts`. What types can't hold is checked here, at load: throws
 * `ConfigFault` that names the dialog, the step and what to do, for every fault at once.
 */
export function defineDialog<const V extends Vocabulary, const N extends string>(
  facts: V,
  draft: DialogDraft<N, V>,
): Dialog {
  // The names of steps and facts have done their work in the draft's type; from here on they are data.
  const steps = draft.steps as unknown as Record<string, AnyStep>
  const dialog: Dialog = {
    id: draft.id,
    title: draft.title,
    chip: draft.chip,
    intents: draft.intents ?? [draft.id],
    aside: draft.aside,
    object: draft.object,
    start: draft.start,
    steps,
    facts,
    edition: createHash('sha256')
      .update(JSON.stringify([draft.start, steps]))
      .digest('hex')
      .slice(0, 12),
  }
  const faults = dialogFaults(dialog)
  if (faults.length > 0) throw new ConfigFault(faults.join('\n'))
  return dialog
}

/** Every fault of a dialog, each as a sentence that says what to do. */
export function dialogFaults(dialog: Dialog): string[] {
  const faults: string[] = []
  const fault = (step: string | undefined, what: string) =>
    faults.push(`dialog ${dialog.id}${step === undefined ? '' : `, step ${step}`}: ${what}`)

  if (!/^[a-z]+(-[a-z]+)*$/.test(dialog.id))
    fault(undefined, 'the id is not kebab-case: use words like "cancel-service"')
  if (!dialog.steps[dialog.start])
    fault(undefined, `it starts at "${dialog.start}", which is no step of it: name one`)
  for (const [name, texts] of [['title', dialog.title] as const, ['chip', dialog.chip] as const]) {
    if (texts) for (const what of textFaults(texts, {})) fault(undefined, `${name}: ${what}`)
  }
  if (dialog.object !== undefined && !dialog.facts[dialog.object])
    fault(undefined, `its object "${dialog.object}" is not declared: add it to defineFacts`)
  const reached = reachedFrom(dialog, dialog.start)
  for (const [name, step] of Object.entries(dialog.steps)) {
    if (!reached.has(name)) fault(name, 'nothing leads here: lead to it or remove it')
    for (const next of nextSteps(step)) {
      if (!dialog.steps[next]) fault(name, `leads to "${next}", which is no step of it: name one`)
    }
    for (const [key, texts] of Object.entries(textsOf(step))) {
      for (const what of textFaults(texts, dialog.facts)) fault(name, `${key}: ${what}`)
    }
    for (const what of stepFaults(step, dialog)) fault(name, what)
  }
  for (const name of silentCircles(dialog)) {
    fault(name, 'can be reached again without a question or a call in between: break the circle')
  }
  return faults
}

function stepFaults(step: AnyStep, dialog: Dialog): string[] {
  const { facts } = dialog
  const faults: string[] = []
  const spec = 'fact' in step ? facts[step.fact] : undefined
  if ('fact' in step && !spec) faults.push(`"${step.fact}" is not declared: add it to defineFacts`)
  if (dialog.aside && !['say', 'menu', 'done'].includes(step.kind)) {
    faults.push(`small talk can't hold a "${step.kind}" step: use say, menu or done, or remove "aside"`)
  }
  switch (step.kind) {
    case 'ask':
      if (spec?.kind === 'label') faults.push(`"${step.fact}" has labels: use a choose step`)
      break
    case 'choose':
      if (spec && spec.kind !== 'label') faults.push(`"${step.fact}" has no labels: use an ask step`)
      if (spec?.kind === 'label') {
        faults.push(...labelFaults(spec.labels, facts))
        faults.push(...totalFaults('next', Object.keys(step.next), Object.keys(spec.labels)))
      }
      break
    case 'confirm':
      if (step.yes === step.no) faults.push('yes and no lead to the same step: say it without a question')
      if (step.labels) faults.push(...labelFaults({ yes: step.labels.yes, no: step.labels.no }, facts))
      break
    case 'decide':
      if (spec) {
        const classes = spec.kind === 'label' ? Object.keys(spec.labels) : ['known']
        faults.push(...totalFaults('when', Object.keys(step.when), ['unknown', 'refused', ...classes]))
      }
      break
    case 'copy':
      for (const [to, from] of Object.entries(step.facts)) {
        if (from === undefined || !facts[to] || !facts[from])
          faults.push(`copies ${from} to ${to}: declare both in defineFacts`)
        else if (facts[to].kind !== facts[from].kind) faults.push(`copies ${from} to ${to} of another kind`)
      }
      break
    case 'call':
      faults.push(...callFaults(step, dialog))
      break
    case 'reject':
      if (dialog.steps[step.question]?.kind !== 'ask') {
        faults.push(`rejects the answer to "${step.question}", which is no ask step: name one`)
      }
      break
    case 'promise':
      if ('on' in step.due && facts[step.due.on]?.kind !== 'date')
        faults.push(`"${step.due.on}" is no date fact`)
      if ('hours' in step.due && step.due.hours <= 0) faults.push('is due at once: give it hours')
      if ('rule' in step.due && !TERM_NAMES.includes(step.due.rule))
        faults.push(`"${step.due.rule}" is no term: use ${TERM_NAMES.join(', ')}`)
      if (step.about !== undefined && !facts[step.about])
        faults.push(`"${step.about}" is not declared: add it to defineFacts`)
      if (step.confirmed && !step.ref)
        faults.push("is confirmed without the company's reference: give it a ref")
      break
    default:
  }
  return faults
}

function callFaults(step: Extract<AnyStep, { kind: 'call' }>, dialog: Dialog): string[] {
  const verb: VerbSpec | undefined = VERBS[step.verb]
  if (!verb)
    return [`"${step.verb}" is no verb of the company's systems: use ${Object.keys(VERBS).join(', ')}`]
  const faults = [
    ...totalFaults('args', Object.keys(step.args), verb.takes),
    ...totalFaults('refused', Object.keys(step.refused), [...verb.refuses, 'other']),
  ]
  for (const fact of [...Object.values(step.args), ...(step.ref ? [step.ref] : [])]) {
    if (!dialog.facts[fact]) faults.push(`"${fact}" is not declared: add it to defineFacts`)
  }
  for (const fact of step.learns as readonly string[]) {
    const gives = verb.gives[fact]
    if (!gives) faults.push(`learns "${fact}", which ${step.verb} does not give: remove it`)
    else if (dialog.facts[fact]?.kind !== gives)
      faults.push(`"${fact}" must be declared as a fact of kind ${gives}`)
  }
  for (const outcome of ['failed', 'unknown'] as const) {
    if (dialog.steps[step[outcome]]?.kind !== 'person') {
      faults.push(
        `${outcome} leads to "${step[outcome]}", which is no person step: a call that failed goes to a person`,
      )
    }
  }
  return faults
}

function totalFaults(where: string, given: readonly string[], needed: readonly string[]): string[] {
  return [
    ...needed
      .filter((key) => !given.includes(key))
      .map((key) => `${where} has no step for "${key}": add one`),
    ...given
      .filter((key) => !needed.includes(key))
      .map((key) => `${where} has "${key}", which can't happen: remove it`),
  ]
}

function textFaults(texts: Texts, facts: Vocabulary): string[] {
  const faults: string[] = []
  for (const language of LANGUAGES) {
    const text = texts[language]
    if (typeof text !== 'string' || text.trim() === '') {
      faults.push(`has no words in "${language}": write them`)
      continue
    }
    if (text.replace(/\{[^{}]*\}/g, '').match(/[{}]/)) faults.push(`"${text}" has a brace too many`)
    for (const slot of slotsOf(text)) {
      if (slot !== 'company' && !facts[slot])
        faults.push(`shows {${slot}}, which is not declared: add it to defineFacts`)
    }
  }
  return faults
}

/** Labels must be told apart by their words in each language, and never be `0`, which asks for a person. */
function labelFaults(labels: Readonly<Record<string, Texts>>, facts: Vocabulary): string[] {
  const faults: string[] = []
  if (Object.keys(labels).length > MOST_LABELS)
    faults.push(`has more than ${MOST_LABELS} labels: ask in two steps`)
  for (const [label, texts] of Object.entries(labels)) {
    for (const what of textFaults(texts, facts)) faults.push(`label ${label}: ${what}`)
  }
  for (const language of LANGUAGES) {
    const words = Object.values(labels).map((texts) => (texts[language] ?? '').trim().toLowerCase())
    if (new Set(words).size < words.length)
      faults.push(`two labels read the same in "${language}": tell them apart`)
    if (words.includes('0')) faults.push('a label reads "0", which asks for a person: use words')
  }
  return faults
}

function reachedFrom(dialog: Dialog, start: string): Set<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = dialog.steps[name]
    if (!step || reached.has(name)) continue
    reached.add(name)
    open.push(...nextSteps(step))
  }
  return reached
}

/** Steps that lead back to themselves through steps that wait for nobody: the bot would talk for ever. */
function silentCircles(dialog: Dialog): string[] {
  const waits = (name: string) =>
    ['ask', 'choose', 'confirm', 'call'].includes(dialog.steps[name]?.kind ?? '')
  return Object.keys(dialog.steps).filter((start) => {
    if (waits(start)) return false
    const seen = new Set<string>()
    const open = nextSteps(dialog.steps[start] as AnyStep)
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === start) return true
      const step = dialog.steps[name]
      if (!step || waits(name) || seen.has(name)) continue
      seen.add(name)
      open.push(...nextSteps(step))
    }
    return false
  })
}
