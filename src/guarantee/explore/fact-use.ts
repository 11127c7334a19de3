import { PROVEN, VERBS } from '../../business/business.ts'
import { LANGUAGES } from '../../language.ts'
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
  /** Steps that read a fact, by fact. */
  readers: ReadonlyMap<string, ReadonlySet<string>>
  /** Facts that get their values from the dialog's own questions, and from nothing else in it. */
  answers: ReadonlySet<string>
  /** The label that stands for those that lead the same ways and show the same facts, by `fact=label`. */
  alike: ReadonlyMap<string, string>
  offers: readonly Offer[]
  /** Every text shows the same facts in each language, so that the dialog takes the same course in all of them. */
  isOneInAllLanguages: boolean
  /** Facts that the dialog gives a value to or forgets. */
  writes: ReadonlySet<string>
  /** Facts that the company tells the dialog. */
  learns: ReadonlySet<string>
  /** Verbs of the dialog that change something. */
  changes: ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()

/** What facts are to a dialog. Over-approximates: a fact more makes more states, and none too few. */
export function factUse(dialog: Dialog, vocabulary: Vocabulary): FactUse {
  const steps = Object.entries(dialog.steps)
  const steering = steeringFacts(dialog)
  return {
    live: liveFacts(dialog, vocabulary),
    steering,
    answers: ownAnswers(dialog),
    readers: readersIn(dialog, vocabulary),
    alike: alikeLabels(dialog, vocabulary, steering),
    offers: steps.flatMap(([step, { kind, ...rest }]) => {
      if (kind !== 'choose' || !('fact' in rest)) return []
      const spec = vocabulary[rest.fact]
      return Object.entries(spec?.kind === 'label' ? spec.labels : {}).flatMap(([label, texts]) => {
        const shows = shownBy(Object.values(texts), vocabulary)
        return shows.length > 0 ? [{ step, label, shows }] : []
      })
    }),
    isOneInAllLanguages: steps.every(([, step]) => isOneInAllLanguages(step, vocabulary)),
    writes: new Set(steps.flatMap(([, step]) => [...writtenBy(step), ...rejectedBy(step, dialog)])),
    learns: new Set(
      steps.flatMap(([, step]): readonly string[] => (step.kind === 'call' ? step.learns : [])),
    ),
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
      return [...Object.values(step.args), ...(VERBS[step.verb].needsProof ? [PROVEN] : []), ...shown]
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

function readersIn(dialog: Dialog, vocabulary: Vocabulary): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>()
  for (const [name, step] of Object.entries(dialog.steps)) {
    for (const fact of readBy(step, vocabulary)) {
      readers.set(fact, (readers.get(fact) ?? new Set()).add(name))
    }
  }
  return readers
}

/** Labels that no step tells apart: each leads where the other does, and their words show the same facts. */
function alikeLabels(
  dialog: Dialog,
  vocabulary: Vocabulary,
  steering: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const steps = Object.values(dialog.steps)
  // A copy is told apart by whatever tells apart what it is a copy of, and the other way round.
  const copied = new Set(
    steps.flatMap((step) => (step.kind === 'copy' ? Object.entries(step.facts).flat() : [])),
  )
  const alike = new Map<string, string>()
  for (const fact of steering) {
    const spec = vocabulary[fact]
    if (spec?.kind !== 'label' || copied.has(fact)) continue
    const firsts = new Map<string, string>()
    for (const [label, texts] of Object.entries(spec.labels)) {
      const ways = steps.flatMap((step) => {
        if (step.kind === 'choose' && step.fact === fact) return [step.next[label]]
        return step.kind === 'decide' && step.fact === fact ? [step.when[label]] : []
      })
      const course = JSON.stringify([ways, Object.values(texts).map((text) => slotsOf(text).toSorted())])
      const first = firsts.get(course) ?? label
      firsts.set(course, first)
      alike.set(`${fact}=${label}`, first)
    }
  }
  return alike
}

/** The label that stands for a fact's value where the dialog can't tell them apart. */
export function standsFor({ alike }: Pick<FactUse, 'alike'>, fact: string, label: string): string {
  return alike.get(`${fact}=${label}`) ?? label
}

/** The labels that stand for all of a label fact's. */
export function labelsOf(use: FactUse, vocabulary: Vocabulary, fact: string): string[] {
  const spec = vocabulary[fact]
  const labels = spec?.kind === 'label' ? Object.keys(spec.labels) : []
  return [...new Set(labels.map((label) => standsFor(use, fact, label)))]
}

function isOneInAllLanguages(step: AnyStep, vocabulary: Vocabulary): boolean {
  const spec = 'fact' in step ? vocabulary[step.fact] : undefined
  const own = [...Object.values(textsOf(step)), ...(spec?.kind === 'label' ? Object.values(spec.labels) : [])]
  return own.every(
    (texts) =>
      new Set(LANGUAGES.map((language) => shownBy([texts[language]], vocabulary).sort().join())).size === 1,
  )
}

function ownAnswers(dialog: Dialog): ReadonlySet<string> {
  const steps = Object.values(dialog.steps)
  const isAnswer = ({ kind }: AnyStep) => kind === 'ask' || kind === 'choose'
  const answers = new Set(steps.filter(isAnswer).flatMap(writtenBy))
  const others = new Set(steps.filter((step) => !isAnswer(step)).flatMap(writtenBy))
  return new Set([...answers].filter((name) => !others.has(name)))
}
