import { LIMITS, type Limits } from '../../escape/limits.ts'
import { type AnyStep, type Dialog, nextSteps } from '../../turn/dialog/dialog.ts'
import { reachedFrom } from './flow.ts'
import type { Found } from './found.ts'

const ENDS: readonly AnyStep['kind'][] = ['done', 'menu', 'person']

/** A group of steps that lead back to each other, and the counter that ends it. */
export interface Loop {
  steps: readonly string[]
  boundedBy: 'refusedAnswers' | 'loops'
}

/** Every path ends in done, a person or the menu, and no loop goes on without a counter or without the customer. */
export function graphFaults(dialog: Dialog, limits: Limits): { found: Found[]; loops: Loop[] } {
  const found: Found[] = []
  for (const name of Object.keys(dialog.steps)) {
    const reached = [name, ...reachedFrom(dialog, name)]
    if (reached.some((step) => ENDS.includes(dialog.steps[step]?.kind ?? 'say'))) continue
    found.push({
      rule: 'no-way-out',
      step: name,
      what: 'no way from here comes to done, a menu or a person',
      fix: 'lead one of its branches to a done or person step',
    })
  }
  const loops = groups(dialog, () => false).map((steps): Loop => {
    const rejects = steps.some((name) => dialog.steps[name]?.kind === 'reject')
    return { steps, boundedBy: rejects ? 'refusedAnswers' : 'loops' }
  })
  for (const { steps, boundedBy } of loops) {
    if (counts(limits, boundedBy) && counts(limits, 'loops')) continue
    found.push({
      rule: 'unbounded-loop',
      step: steps[0] ?? dialog.start,
      what: `goes round (${steps.join(' → ')} → ${steps[0]}) and no counter ends it: the limit "${boundedBy}" is missing`,
      fix: `give it a whole number up to ${LIMITS[boundedBy]}, or break the loop`,
    })
  }
  for (const steps of deafLoops(dialog)) {
    found.push({
      rule: 'unbounded-loop',
      step: steps[0] ?? dialog.start,
      what: `goes round (${steps.join(' → ')} → ${steps[0]}) without asking the customer anything: what it asks for is already known by then`,
      fix: 'lead to a reject step, which asks again, or to a confirm, a person or done',
    })
  }
  return { found, loops }
}

function counts(limits: Limits, name: Loop['boundedBy']): boolean {
  return Number.isInteger(limits[name]) && limits[name] >= 1 && limits[name] <= LIMITS[name]
}

/** Loops in which nobody is asked: a question whose fact is known by then is passed over in silence. */
function deafLoops(dialog: Dialog): string[][] {
  const waits = new Set(
    Object.entries(dialog.steps)
      .filter(([, step]) => step.kind === 'confirm' || step.kind === 'reject')
      .map(([name]) => name),
  )
  for (;;) {
    const left = groups(dialog, (name) => waits.has(name))
    const heard = left.flatMap((steps) => steps.filter((name) => asksAgain(dialog, name, steps)))
    if (heard.length === 0) return left
    for (const name of heard) waits.add(name)
  }
}

/** Whether a question is put anew in each round, since a step of the round may forget its fact. */
function asksAgain(dialog: Dialog, name: string, round: readonly string[]): boolean {
  const question = dialog.steps[name]
  if (question?.kind !== 'ask' && question?.kind !== 'choose') return false
  return round.some((other) => {
    const step = dialog.steps[other]
    if (step?.kind === 'copy') return question.fact in step.facts
    return step?.kind === 'call' && (step.learns as readonly string[]).includes(question.fact)
  })
}

/** Steps that can reach each other and themselves, group by group, in the order of the dialog. */
function groups(dialog: Dialog, without: (name: string) => boolean): string[][] {
  const names = Object.keys(dialog.steps).filter((name) => !without(name))
  const reached = new Map(names.map((name) => [name, reachedFrom(dialog, name, without)]))
  const grouped = new Set<string>()
  return names.flatMap((name) => {
    if (grouped.has(name) || !reached.get(name)?.has(name)) return []
    const group = inOrder(
      dialog,
      names.filter((other) => reached.get(name)?.has(other) && reached.get(other)?.has(name)),
    )
    for (const other of group) grouped.add(other)
    return [group]
  })
}

/** As one walks them: each step after one that leads to it, where that can be. */
function inOrder(dialog: Dialog, group: readonly string[]): string[] {
  const ordered: string[] = []
  let at: string | undefined = group[0]
  while (at !== undefined) {
    ordered.push(at)
    const next: readonly string[] = nextSteps(dialog.steps[at] as AnyStep)
    at =
      next.find((name) => group.includes(name) && !ordered.includes(name)) ??
      group.find((name) => !ordered.includes(name))
  }
  return ordered
}
