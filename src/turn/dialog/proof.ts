import { PROVEN, PROVING_VERB, VERBS, type VerbSpec } from '../../business/business.ts'
import { type AnyStep, type Dialog, nextSteps } from './dialog.ts'
import type { DialogFault } from './faults.ts'

/** Calls that a dialog may reach before the customer has proven who they are, and other ways around the proof. */
export function proofFaults(dialog: Dialog): DialogFault[] {
  const faults: DialogFault[] = []
  const fault = (step: string, what: string, fix: string) =>
    faults.push({ rule: 'unproven', step, what, fix })
  for (const [name, step] of Object.entries(dialog.steps)) {
    const asks = (step.kind === 'ask' || step.kind === 'choose') && step.fact === PROVEN
    if (asks || (step.kind === 'copy' && PROVEN in step.facts)) {
      fault(name, `sets "${PROVEN}", which only ${PROVING_VERB} may`, 'lead through that verb instead')
    }
  }
  for (const name of unprovenSteps(dialog)) {
    const step = dialog.steps[name]
    const spec: VerbSpec | undefined = step?.kind === 'call' ? VERBS[step.verb] : undefined
    if (step?.kind !== 'call' || !spec?.needsProof) continue
    fault(
      name,
      `calls ${step.verb} for a customer who may not have proven who they are`,
      `lead here through ${PROVING_VERB} or a decide on "${PROVEN}": identify() in dialogs/identify.ts does both`,
    )
  }
  return faults
}

/** The steps that can be reached without the account's having been proven since it was last asked for. */
function unprovenSteps(dialog: Dialog): Set<string> {
  const unproven = new Set<string>()
  const seen = new Set<string>()
  const open = [{ name: dialog.start, isProven: false }]
  for (let at = open.pop(); at; at = open.pop()) {
    const key = `${at.isProven} ${at.name}`
    const step = dialog.steps[at.name]
    if (!step || seen.has(key)) continue
    seen.add(key)
    if (!at.isProven) unproven.add(at.name)
    const isProven = at.isProven && !changesAccount(dialog, step)
    for (const next of nextSteps(step)) {
      open.push({ name: next, isProven: isProven || proves(step, next) })
    }
  }
  return unproven
}

function changesAccount(dialog: Dialog, step: AnyStep): boolean {
  switch (step.kind) {
    case 'ask':
      return step.fact === 'account'
    case 'copy':
      return 'account' in step.facts
    case 'call':
      return (step.learns as readonly string[]).includes('account')
    case 'reject': {
      // Another address may be asked for again: who they are stands.
      const asked = dialog.steps[step.question]
      return asked?.kind !== 'ask' || asked.fact === 'account'
    }
    default:
      return false
  }
}

/** Whether a step that leads here leaves the account proven. */
function proves(step: AnyStep, next: string): boolean {
  switch (step.kind) {
    case 'decide':
      return (
        step.fact === PROVEN &&
        step.when.known === next &&
        step.when.unknown !== next &&
        step.when.refused !== next
      )
    case 'call':
      return (
        step.verb === PROVING_VERB &&
        (step.learns as readonly string[]).includes(PROVEN) &&
        step.ok === next &&
        step.failed !== next &&
        step.unknown !== next &&
        !Object.values(step.refused).includes(next)
      )
    default:
      return false
  }
}
