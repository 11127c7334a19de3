import { PROVEN, VERBS } from '../../business/business.ts'
import { mayCall } from '../../business/proven.ts'
import { EscotillaError } from '../../errors.ts'
import type { Bot, Frame } from '../bot.ts'
import type { AnyStep } from './dialog.ts'
import { fill } from './template.ts'
import { freshId, learn, showing, type TurnDraft } from './turn-draft.ts'

/** How long a call may take when its step doesn't say, milliseconds. */
const CALL_LIMIT_MS = 10_000

/** Asks for a call and ends the turn. A change that was already carried out in this matter is not asked for again. */
export function beginCall(
  draft: TurnDraft,
  frame: Frame,
  step: Extract<AnyStep, { kind: 'call' }>,
): 'waits' | 'goes-on' {
  const args: NonNullable<Bot['call']>['args'] = { ...step.fixed }
  for (const [name, factName] of Object.entries(step.args)) {
    const fact = draft.facts[factName]
    if (fact?.class !== 'known') {
      throw new EscotillaError(
        'dialog-fault',
        `${frame.dialog}/${frame.step} calls ${step.verb} without {${factName}}`,
      )
    }
    args[name] = fact.value
  }
  if (!mayCall(VERBS[step.verb], args, draft.facts[PROVEN])) {
    throw new EscotillaError(
      'dialog-fault',
      `${frame.dialog}/${frame.step} calls ${step.verb} for an account that is not proven to be the customer's`,
    )
  }
  const before = draft.bot.carriedOut.find(
    (done) => done.verb === step.verb && done.args === JSON.stringify(args),
  )
  if (before) {
    for (const name of step.learns as readonly string[]) {
      const value = before.data?.[name]
      if (value !== undefined) learn(draft, name, value, 'business')
    }
    if (step.ref) learn(draft, step.ref, before.ref, 'business')
    frame.step = step.ok
    return 'goes-on'
  }
  const id = freshId(draft, 'call')
  draft.bot.call = { id, verb: step.verb, args, dialog: frame.dialog, step: frame.step }
  draft.next = {
    kind: 'call',
    id,
    verb: step.verb,
    args,
    trying: fill(step.trying, showing(draft)),
    limitMs: step.limitMs ?? CALL_LIMIT_MS,
  }
  return 'waits'
}
