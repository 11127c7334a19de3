import { NEEDS_PERSON, VERBS, type Verb, type VerbSpec } from '../../business/business.ts'
import { EscotillaError } from '../../errors.ts'
import { detail } from '../../escape/details.ts'
import type { Bot } from '../bot.ts'
import type { Outcome } from '../line.ts'
import type { AnyStep } from './dialog.ts'
import { HOUSE } from './house-texts.ts'
import { verifyBy } from './promises.ts'
import { remembered } from './remembered.ts'
import { advance, handOver, renewEdited } from './runner.ts'
import { fill } from './template.ts'
import {
  freshId,
  happened,
  inFront,
  learn,
  setFact,
  showing,
  startEscape,
  type TurnDraft,
} from './turn-draft.ts'
import type { FactSpec, Vocabulary } from './vocabulary.ts'

type CallStep = Extract<AnyStep, { kind: 'call' }>
type PendingCall = NonNullable<Bot['call']>

/** The company's systems answered. The first outcome of a call moves its dialog; a later one is not the dialog's any more. */
export function takeOutcome(draft: TurnDraft, callId: string, outcome: Outcome): void {
  const { call } = draft.bot
  if (call?.id !== callId) return
  delete draft.bot.call
  draft.bot.menu = false
  draft.bot.offered = false
  const edited = renewEdited(draft)
  const front = inFront(draft)
  const step = !edited && front?.dialog.id === call.dialog ? front.dialog.steps[call.step] : undefined
  if (outcome.kind !== 'refused') forgetProof(draft)
  if (!front || step?.kind !== 'call' || step.verb !== call.verb) {
    afterEdit(draft, call, outcome)
    return
  }
  switch (outcome.kind) {
    case 'ok':
      for (const name of step.learns as readonly string[]) setFact(draft, name, undefined)
      learnFrom(draft, outcome.data, step.learns)
      if (step.ref) learn(draft, step.ref, outcome.ref, 'business')
      rememberChange(draft, call, outcome)
      front.frame.step = step.ok
      advance(draft)
      if (draft.isNew) happened(draft, { kind: 'progress', dialog: inFront(draft)?.dialog.id })
      break
    case 'refused': {
      const refused: Readonly<Record<string, string>> = step.refused
      front.frame.step = refused[outcome.reason] ?? refused.other ?? step.failed
      advance(draft)
      break
    }
    case 'failed':
    case 'unknown':
      failed(draft, call, outcome, step)
  }
}

/** What only the customer knows has served once it was looked at; after a wrong account it need not be said again. */
function forgetProof(draft: TurnDraft): void {
  for (const name of proofs(draft.given.desk.facts)) setFact(draft, name, undefined)
}

const proofs = remembered((vocabulary: Vocabulary) =>
  Object.keys(vocabulary).filter((name) => vocabulary[name]?.kind === 'proof'),
)

/** The honest sentence of the step, and a person. What was perhaps carried out becomes a promise to verify it. */
function failed(
  draft: TurnDraft,
  call: PendingCall,
  outcome: Extract<Outcome, { kind: 'failed' | 'unknown' }>,
  step: CallStep,
): void {
  const isUnknown = outcome.kind === 'unknown' && VERBS[step.verb].changes
  const front = inFront(draft)
  const person = front?.dialog.steps[isUnknown ? step.unknown : step.failed]
  if (person?.kind !== 'person')
    throw new EscotillaError('dialog-fault', `${call.dialog}/${call.step}: no person step`)
  if (isUnknown) {
    promiseToVerify(draft, call)
    handOver(
      draft,
      { ...person, reason: 'commitment' },
      `${call.verb}: not known whether it was carried out (${outcome.why})`,
    )
  } else if (outcome.why === NEEDS_PERSON) {
    leaveToPeople(draft, call)
    handOver(draft, { ...person, reason: 'dialog' }, detail('by-person', { verb: call.verb }))
  } else {
    const why = detail('call-failed', { verb: call.verb, why: outcome.why })
    handOver(draft, { ...person, reason: 'error' }, why)
    happened(draft, { kind: 'failed-call', why })
  }
}

/** What no system carries out becomes an agent's work item, with all that was to be sent. */
function leaveToPeople(draft: TurnDraft, call: PendingCall): void {
  const spec: VerbSpec = VERBS[call.verb as Verb]
  const { account } = call.args
  const of = account === undefined ? '' : ` · ${HOUSE.account[draft.language]} ${account}`
  draft.commitments.push({
    id: freshId(draft, 'work'),
    kind: spec.changes ? 'change' : 'answer',
    text: `${spec.says[draft.language]}${of}`,
    ...verifyBy(draft),
    callId: call.id,
    work: { verb: call.verb, args: call.args },
  })
}

function promiseToVerify(draft: TurnDraft, call: PendingCall): void {
  draft.commitments.push({
    id: freshId(draft, 'verify'),
    kind: 'verify',
    text: fill(HOUSE.verify, showing(draft)),
    ...verifyBy(draft),
    callId: call.id,
  })
}

/** The dialog was edited while its call was away: what was learnt stays, and it goes on from its first open question. */
function afterEdit(draft: TurnDraft, call: PendingCall, outcome: Outcome): void {
  if (outcome.kind === 'ok') {
    learnFrom(draft, outcome.data, Object.keys(outcome.data))
    rememberChange(draft, call, outcome)
  }
  const changed = (VERBS as Readonly<Record<string, { changes: boolean }>>)[call.verb]?.changes ?? true
  if (changed) {
    if (outcome.kind === 'unknown') promiseToVerify(draft, call)
    startEscape(
      draft,
      'commitment',
      detail('call-after-edit', { verb: call.verb, outcome: outcome.kind }),
      undefined,
    )
    return
  }
  advance(draft)
}

function learnFrom(
  draft: TurnDraft,
  data: Extract<Outcome, { kind: 'ok' }>['data'],
  names: readonly string[],
): void {
  for (const name of names) {
    const value = data[name]
    const spec = draft.given.desk.facts[name]
    if (value !== undefined && spec) learn(draft, name, cut(value, spec), 'business')
  }
}

/** As much of what the company gave as its buttons can show. */
function cut<T extends string | number | boolean>(value: T, spec: FactSpec): T | string {
  const most = spec.kind === 'label' ? undefined : spec.most
  return typeof value === 'string' && most !== undefined && value.length > most
    ? `${value.slice(0, most - 1).trimEnd()}…`
    : value
}

function rememberChange(
  draft: TurnDraft,
  call: PendingCall,
  { ref, data }: Extract<Outcome, { kind: 'ok' }>,
): void {
  if (!VERBS[call.verb as Verb]?.changes) return
  draft.bot.carriedOut.push({ verb: call.verb, args: JSON.stringify(call.args), ref, data })
}
