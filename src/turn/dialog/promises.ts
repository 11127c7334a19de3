import { dueBy, endOfDay } from '../../cases/deadlines.ts'
import { EscotillaError } from '../../errors.ts'
import type { AnyStep, Dialog } from './dialog.ts'
import { fill } from './template.ts'
import { freshId, inFront, showing, type TurnDraft } from './turn-draft.ts'
import { knownValue } from './values.ts'

const HOUR_MS = 3_600_000

type PromiseStep = Extract<AnyStep, { kind: 'promise' }>

/** Writes down what the company has promised, with its due date and the rule that it follows from. */
export function promise(draft: TurnDraft, step: PromiseStep): void {
  const { now } = draft.given
  const ref = known(draft, step.ref)
  const dialog = inFront(draft)?.dialog
  const object = known(draft, step.about) ?? (dialog && objectOf(draft, dialog))
  const due = dueOf(draft, step.due)
  draft.commitments.push({
    id: freshId(draft, 'promise'),
    kind: step.what,
    text: fill(step.text, showing(draft)),
    dueAt: due.at,
    rule: due.rule,
    ...(dialog && object !== undefined ? { matter: { intent: dialog.id, object } } : {}),
    ...(step.ends ? { ends: step.ends } : {}),
    ...(ref === undefined ? {} : { ref }),
    ...(step.confirmed && ref !== undefined ? { confirmation: { ref, at: now } } : {}),
  })
}

/** When what was perhaps carried out has to be verified. */
export function verifyBy(draft: TurnDraft): { dueAt: number; rule: string } {
  const { at, rule } = dueBy(draft.given.desk.calendar, 'verify', draft.given.now)
  return { dueAt: at, rule }
}

/** Which thing a dialog is about now, as its object fact says; undefined while nobody knows. */
export function objectOf(draft: TurnDraft, dialog: Dialog): string | undefined {
  return known(draft, dialog.object)
}

function dueOf(draft: TurnDraft, due: PromiseStep['due']): { at: number; rule: string } {
  const { now, desk } = draft.given
  if ('hours' in due) return { at: now + due.hours * HOUR_MS, rule: `${due.hours} hours` }
  if ('rule' in due) return dueBy(desk.calendar, due.rule, now)
  const at = endOfDay(known(draft, due.on) ?? '', desk.timeZone)
  if (Number.isNaN(at)) {
    throw new EscotillaError('dialog-fault', `a promise is due on {${due.on}}, which is not a known date`)
  }
  return { at, rule: 'the day agreed' }
}

function known(draft: TurnDraft, name: string | undefined): string | undefined {
  return name === undefined ? undefined : knownValue(draft, name)
}
