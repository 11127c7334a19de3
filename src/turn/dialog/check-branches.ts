import { VERBS, type VerbSpec } from '../../business/business.ts'
import { FIELDS } from '../../business/fields.ts'
import { TERM_NAMES } from '../../cases/deadlines.ts'
import { LANGUAGES, type Texts } from '../../language.ts'
import type { AnyStep, Dialog, MayTellOf } from './dialog.ts'
import { type Fault, textFaults } from './faults.ts'
import { HOUSE } from './house-texts.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A menu and its "none of these" fit in the lists of every channel (WhatsApp's have ten rows). */
const MOST_LABELS = 9

/** What a step by itself gets wrong: facts, verbs and branches. */
export function branchFaults(step: AnyStep, dialog: Dialog): Fault[] {
  const { facts } = dialog
  const faults: Fault[] = []
  const fault = (rule: string, what: string, fix: string) => faults.push({ rule, what, fix })
  const spec = 'fact' in step ? facts[step.fact] : undefined
  if ('fact' in step && !spec) faults.push(undeclared(step.fact))
  if (dialog.aside && !['say', 'menu', 'done'].includes(step.kind)) {
    fault(
      'not-small-talk',
      `small talk can't hold a "${step.kind}" step`,
      'use say, menu or done, or remove "aside"',
    )
  }
  switch (step.kind) {
    case 'ask':
      if (spec?.kind === 'label') fault('wrong-kind', `"${step.fact}" has labels`, 'use a choose step')
      break
    case 'choose':
      if (spec && spec.kind !== 'label')
        fault('wrong-kind', `"${step.fact}" has no labels`, 'use an ask step')
      if (spec?.kind === 'label') {
        faults.push(...labelFaults(spec.labels, facts))
        if (step.cannot) faults.push(...labelFaults({ cannot: step.cannot.label }, facts))
        faults.push(...totalFaults('next', Object.keys(step.next), Object.keys(spec.labels)))
      }
      break
    case 'confirm':
      if (step.yes === step.no) {
        fault('empty-question', 'yes and no lead to the same step', 'say it without a question')
      }
      if (step.labels || step.cannot?.label)
        faults.push(...labelFaults({ ...step.labels, cannot: step.cannot?.label ?? HOUSE.cannot }, facts))
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
          fault('undeclared-fact', `copies ${from} to ${to}`, 'declare both in defineFacts')
        else if (facts[to].kind !== facts[from].kind)
          fault('wrong-kind', `copies ${from} to ${to} of another kind`, 'declare both of one kind')
      }
      break
    case 'call':
      faults.push(...callFaults(step, dialog))
      break
    case 'reject':
      if (dialog.steps[step.question]?.kind !== 'ask') {
        fault('leads-nowhere', `rejects the answer to "${step.question}", which is no ask step`, 'name one')
      }
      break
    case 'promise':
      if ('on' in step.due && facts[step.due.on]?.kind !== 'date')
        fault('wrong-kind', `"${step.due.on}" is no date fact`, 'name a fact of kind date')
      if ('hours' in step.due && step.due.hours <= 0) fault('no-due-date', 'is due at once', 'give it hours')
      if ('rule' in step.due && !TERM_NAMES.includes(step.due.rule))
        fault('unknown-term', `"${step.due.rule}" is no term`, `use ${TERM_NAMES.join(', ')}`)
      if (step.about !== undefined && !facts[step.about]) faults.push(undeclared(step.about))
      if (step.confirmed && !step.ref)
        fault('no-reference', "is confirmed without the company's reference", 'give it a ref')
      break
    case 'done':
      if (step.mayTell) faults.push(...mayTellFaults(step.mayTell, facts))
      break
    default:
  }
  return faults
}

function mayTellFaults({ fact, otherwise }: MayTellOf<string>, facts: Vocabulary): Fault[] {
  const spec = facts[fact]
  if (!spec) return [undeclared(fact)]
  if (spec.kind !== 'label')
    return [{ rule: 'wrong-kind', what: `"${fact}" has no labels`, fix: 'use a label fact: it is one tap' }]
  const isLabel = otherwise === undefined || Object.hasOwn(spec.labels, otherwise)
  return [...labelFaults(spec.labels, facts), ...(isLabel ? [] : totalFaults('otherwise', [otherwise], []))]
}

function callFaults(step: Extract<AnyStep, { kind: 'call' }>, dialog: Dialog): Fault[] {
  const verb: VerbSpec | undefined = VERBS[step.verb]
  if (!verb) {
    return [
      {
        rule: 'unknown-verb',
        what: `"${step.verb}" is no verb of the company's systems`,
        fix: `use ${Object.keys(VERBS).join(', ')}`,
      },
    ]
  }
  const faults = [
    ...totalFaults('args', [...Object.keys(step.args), ...Object.keys(step.fixed ?? {})], verb.takes),
    ...fixedFaults(step.fixed ?? {}),
    ...totalFaults('refused', Object.keys(step.refused), [...verb.refuses, 'other']),
  ]
  for (const fact of [...Object.values(step.args), ...(step.ref ? [step.ref] : [])]) {
    if (!dialog.facts[fact]) faults.push(undeclared(fact))
  }
  for (const fact of step.learns as readonly string[]) {
    const gives = verb.gives[fact]
    if (!gives)
      faults.push({
        rule: 'not-given',
        what: `learns "${fact}", which ${step.verb} does not give`,
        fix: 'remove it',
      })
    else if (dialog.facts[fact]?.kind !== gives)
      faults.push({
        rule: 'wrong-kind',
        what: `"${fact}" must be declared as a fact of kind ${gives}`,
        fix: 'change defineFacts',
      })
  }
  if (step.ok === undefined) {
    faults.push({ rule: 'missing-branch', what: 'a call has no step for "ok"', fix: 'add one' })
  }
  for (const outcome of ['failed', 'unknown'] as const) {
    const to: string | undefined = step[outcome]
    if (to === undefined) {
      faults.push({
        rule: 'missing-branch',
        what: `a call has no step for "${outcome}"`,
        fix: 'add a person step: a call that failed goes to a person',
      })
    } else if (dialog.steps[to]?.kind !== 'person') {
      faults.push({
        rule: 'failure-without-person',
        what: `${outcome} leads to "${to}", which is no person step`,
        fix: 'lead to one: a call that failed goes to a person',
      })
    }
  }
  return faults
}

/** Only a value that the verb knows by name can be fixed. */
function fixedFaults(fixed: Readonly<Record<string, string>>): Fault[] {
  return Object.entries(fixed).flatMap(([name, value]) => {
    const field: string | readonly string[] | undefined = FIELDS[name as keyof typeof FIELDS]
    if (Array.isArray(field) && field.includes(value)) return []
    const allowed = Array.isArray(field) ? `use ${field.join(', ')}` : 'take it from a fact'
    return [{ rule: 'wrong-kind', what: `"${name}" can't be fixed to "${value}"`, fix: allowed }]
  })
}

function undeclared(fact: string): Fault {
  return {
    rule: 'undeclared-fact',
    what: `"${fact}" is not declared`,
    fix: 'add it to defineFacts, or correct its name',
  }
}

function totalFaults(where: string, given: readonly string[], needed: readonly string[]): Fault[] {
  const missing = needed.filter((key) => !given.includes(key))
  const extra = given.filter((key) => !needed.includes(key))
  return [
    ...missing.map((key) => ({
      rule: 'missing-branch',
      what: `${where} has no step for "${key}"`,
      fix: where === 'args' ? 'add it, with the fact to give' : 'add it, with the step that comes then',
    })),
    ...extra.map((key) => ({
      rule: 'impossible-branch',
      what: `${where} has "${key}", which can't happen`,
      fix: 'remove it',
    })),
  ]
}

/** Labels must be told apart by their words in each language, and never be `0`, which asks for a person. */
function labelFaults(labels: Readonly<Record<string, Texts>>, facts: Vocabulary): Fault[] {
  const faults: Fault[] = []
  if (Object.keys(labels).length > MOST_LABELS) {
    faults.push({
      rule: 'too-many-labels',
      what: `has more than ${MOST_LABELS} labels`,
      fix: 'ask in two steps',
    })
  }
  for (const [label, texts] of Object.entries(labels)) {
    faults.push(...textFaults(`label ${label}`, texts, facts))
  }
  for (const language of LANGUAGES) {
    const words = Object.values(labels).map((texts) => (texts[language] ?? '').trim().toLowerCase())
    if (new Set(words).size < words.length)
      faults.push({
        rule: 'labels-alike',
        what: `two labels read the same in "${language}"`,
        fix: 'tell them apart',
      })
    if (words.includes('0'))
      faults.push({
        rule: 'label-asks-for-person',
        what: 'a label reads "0", which asks for a person',
        fix: 'use words',
      })
  }
  return faults
}
