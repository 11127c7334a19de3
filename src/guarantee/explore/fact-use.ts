import { VERBS } from '../../business/business.ts'
import { type AnyStep, type Dialog, nextSteps, textsOf } from '../../turn/dialog/dialog.ts'
import { slotsOf } from '../../turn/dialog/template.ts'
import type { Vocabulary } from '../../turn/dialog/vocabulary.ts'

/** A label of a choose step that is offered only while the facts that it shows are known. */
export interface Offer {
  step: string
  label: string
  shows: readonly string[]
}

/** What the facts are to a dialog: what its course can depend on, and what it merely shows. */
export interface FactUse {
  /** Facts that some way on from a step reads before it writes them, by step. */
  live: ReadonlyMap<string, ReadonlySet<string>>
  /** Facts whose class decides where the dialog goes, themselves or by a copy. */
  steering: ReadonlySet<string>
  offers: readonly Offer[]
  /** Facts that the dialog gives a value to or forgets. */
  writes: ReadonlySet<string>
  /** Verbs of the dialog that change something. */
  changes: ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()

/** What facts are to a dialog. Over-approximates: a fact more makes more states, and none too few. */
export function factUse(dialog: Dialog, vocabulary: Vocabulary): FactUse {
  const steps = Object.entries(dialog.steps)
  return {
    live: liveFacts(dialog, vocabulary),
    steering: steeringFacts(dialog),
    offers: steps.flatMap(([step, { kind, ...rest }]) => {
      if (kind !== 'choose' || !('fact' in rest)) return []
      const spec = vocabulary[rest.fact]
      return Object.entries(spec?.kind === 'label' ? spec.labels : {}).flatMap(([label, texts]) => {
        const shows = shownBy(Object.values(texts), vocabulary)
        return shows.length > 0 ? [{ step, label, shows }] : []
      })
    }),
    writes: new Set(steps.flatMap(([, step]) => [...writtenBy(step), ...rejectedBy(step, dialog)])),
    changes: new Set(
      steps.flatMap(([, step]) => (step.kind === 'call' && VERBS[step.verb].changes ? [step.verb] : [])),
    ),
  }
}

/** The facts that texts show, those in the labels of label facts too. */
function shownBy(texts: readonly string[], vocabulary: Vocabulary): string[] {
  const shown = new Set<string>()
  const open = texts.flatMap(slotsOf)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const spec = vocabulary[name]
    if (!spec || shown.has(name)) continue
    shown.add(name)
    if (spec.kind === 'label')
      open.push(...Object.values(spec.labels).flatMap((one) => Object.values(one).flatMap(slotsOf)))
  }
  return [...shown]
}

function readBy(step: AnyStep, vocabulary: Vocabulary): string[] {
  const shown = shownBy(
    Object.values(textsOf(step)).flatMap((texts) => Object.values(texts)),
    vocabulary,
  )
  switch (step.kind) {
    case 'ask':
    case 'decide':
      return [step.fact, ...shown]
    case 'choose': {
      const spec = vocabulary[step.fact]
      const labels = spec?.kind === 'label' ? Object.values(spec.labels) : []
      return [
        step.fact,
        ...shown,
        ...shownBy(
          labels.flatMap((texts) => Object.values(texts)),
          vocabulary,
        ),
      ]
    }
    case 'copy':
      return Object.values(step.facts).filter((name) => name !== undefined)
    case 'call':
      return [...Object.values(step.args), ...shown]
    case 'promise':
      return [...shown, ...('on' in step.due ? [step.due.on] : []), ...(step.ref ? [step.ref] : [])]
    default:
      return shown
  }
}

/** Facts that a step gives a value to. */
function writtenBy(step: AnyStep): string[] {
  switch (step.kind) {
    case 'ask':
    case 'choose':
      return [step.fact]
    case 'copy':
      return Object.keys(step.facts)
    case 'call':
      return [...step.learns, ...(step.ref ? [step.ref] : [])]
    default:
      return []
  }
}

function rejectedBy(step: AnyStep, dialog: Dialog): string[] {
  const question = step.kind === 'reject' ? dialog.steps[step.question] : undefined
  return question?.kind === 'ask' ? [question.fact] : []
}

/** Facts that are overwritten on the way from a step to a next one, whatever they were. */
function overwritten(step: AnyStep, next: string, dialog: Dialog): readonly string[] {
  switch (step.kind) {
    case 'call': {
      const others = [...Object.values(step.refused), step.failed, step.unknown]
      return next === step.ok && !others.includes(next) ? writtenBy(step) : []
    }
    case 'copy':
      return writtenBy(step)
    case 'reject':
      return rejectedBy(step, dialog)
    default:
      return []
  }
}

/** The usual analysis, backwards to a fixed point. */
function liveFacts(dialog: Dialog, vocabulary: Vocabulary): ReadonlyMap<string, ReadonlySet<string>> {
  const steps = Object.entries(dialog.steps)
  const live = new Map(steps.map(([name, step]) => [name, new Set(readBy(step, vocabulary))]))
  for (let grew = true; grew; ) {
    grew = false
    for (const [name, step] of steps) {
      const here = live.get(name)
      if (!here) continue
      const before = here.size
      for (const next of nextSteps(step)) {
        const gone = overwritten(step, next, dialog)
        for (const fact of live.get(next) ?? NOTHING) if (!gone.includes(fact)) here.add(fact)
      }
      grew ||= here.size > before
    }
  }
  return live
}

function steeringFacts(dialog: Dialog): ReadonlySet<string> {
  const steps = Object.values(dialog.steps)
  const steering = new Set(steps.flatMap((step) => ('fact' in step ? [step.fact] : [])))
  for (let before = -1; before !== steering.size; ) {
    before = steering.size
    for (const step of steps) {
      if (step.kind !== 'copy') continue
      for (const [to, from] of Object.entries(step.facts)) {
        if (from !== undefined && steering.has(to)) steering.add(from)
      }
    }
  }
  return steering
}
