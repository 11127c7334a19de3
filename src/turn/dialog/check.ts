import { createHash } from 'node:crypto'
import { branchFaults } from './check-branches.ts'
import { type AnyStep, type Dialog, type DialogDraft, nextSteps, textsOf } from './dialog.ts'
import { type DialogFault, type Fault, textFaults } from './faults.ts'
import { proofFaults } from './proof.ts'
import type { Vocabulary } from './vocabulary.ts'

/*
 * What makes a dialog no dialog at all, judged by the dialog alone. What needs the rest of the house (what is known
 * on every way to a step, what channels can carry, what words may say) is in guarantee/static/.
 */

/**
 * Declares a dialog over the facts of `defineFacts`. What types can't hold is checked here and kept in `faults`: a
 * house with such a dialog is refused (`botDesk`), with the faults of all its dialogs in one list.
 */
export function defineDialog<const V extends Vocabulary, const N extends string>(
  facts: V,
  draft: DialogDraft<N, V>,
): Dialog {
  // The names of steps and facts have done their work in the draft's type; from here on they are data.
  const steps = draft.steps as unknown as Record<string, AnyStep>
  const dialog = {
    id: draft.id,
    title: draft.title,
    chip: draft.chip,
    wish: draft.wish,
    intents: draft.intents ?? [draft.id],
    aside: draft.aside,
    object: draft.object,
    sells: draft.sells ?? false,
    start: draft.start,
    steps,
    facts,
    edition: createHash('sha256')
      .update(JSON.stringify([draft.start, steps]))
      .digest('hex')
      .slice(0, 12),
    faults: [],
  }
  return { ...dialog, faults: faultsOf(dialog) }
}

/** Everything that a dialog can't be run with. */
export function faultsOf(dialog: Dialog): DialogFault[] {
  const faults: DialogFault[] = []
  if (!/^[a-z]+(-[a-z]+)*$/.test(dialog.id)) {
    faults.push({
      rule: 'bad-id',
      what: 'the id is not kebab-case',
      fix: 'use words like "cancel-service"',
    })
  }
  if (!dialog.steps[dialog.start]) {
    faults.push({
      rule: 'leads-nowhere',
      what: `it starts at "${dialog.start}", which is no step of it`,
      fix: 'name one',
    })
  }
  for (const [name, texts] of [
    ['title', dialog.title] as const,
    ['chip', dialog.chip] as const,
    ['wish', dialog.wish] as const,
  ]) {
    if (texts) faults.push(...textFaults(name, texts, {}))
  }
  if (dialog.object !== undefined && !dialog.facts[dialog.object]) {
    faults.push({
      rule: 'undeclared-fact',
      what: `its object "${dialog.object}" is not declared`,
      fix: 'add it to defineFacts, or correct its name',
    })
  }
  const reached = reachedFrom(dialog, dialog.start)
  for (const [name, step] of Object.entries(dialog.steps)) {
    const here = (found: readonly Fault[]) => faults.push(...found.map((fault) => ({ ...fault, step: name })))
    if (!reached.has(name)) {
      here([{ rule: 'unreachable', what: 'nothing leads here', fix: 'lead to it or remove it' }])
    }
    for (const next of nextSteps(step)) {
      if (dialog.steps[next]) continue
      here([{ rule: 'leads-nowhere', what: `leads to "${next}", which is no step of it`, fix: 'name one' }])
    }
    for (const [key, texts] of Object.entries(textsOf(step))) here(textFaults(key, texts, dialog.facts))
    if (step.kind === 'person' && step.flag) here(textFaults('flag', step.flag, dialog.facts))
    here(branchFaults(step, dialog))
  }
  faults.push(...proofFaults(dialog))
  for (const name of silentCircles(dialog)) {
    faults.push({
      rule: 'silent-circle',
      step: name,
      what: 'can be reached again without a question or a call in between, and the bot would talk for ever',
      fix: 'break the circle: lead to a question, a person or done',
    })
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
