import { VERBS } from '../../business/business.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { type AnyStep, type Dialog, nextSteps } from '../../turn/dialog/dialog.ts'
import type { Violation } from '../check.ts'
import type { Turned } from './conversation.ts'

type Fault = Pick<Violation, 'rule' | 'where' | 'what' | 'fix'>

/**
 * What the company has confirmed, and what the bot tells as done. Steps that only an `ok` of a change leads to may be
 * said after that `ok` alone, and a reference may be shown as proof only when the company gave it.
 */
export class Confirmed {
  readonly #onlyAfterOk: ReadonlyMap<string, string>
  /** Changes that came back `ok`, by verb: what one dialog had done may be told by another that is asked for it again. */
  readonly #ok = new Set<string>()
  readonly #refs = new Set<string>()
  /** Changes that the company carried out and the bot could tell of. */
  changes = 0

  constructor(desk: BotDesk) {
    this.#onlyAfterOk = onlyAfterOkOf(desk)
  }

  turned({ input, before, out }: Turned): Fault | undefined {
    if (input.kind === 'outcome' && before.bot.call?.id === input.callId)
      this.#take(before.bot.call, input.outcome)
    for (const { receipt, about } of out.say) {
      const at = about ? `${about.dialog}/${about.step}` : ''
      const call = this.#onlyAfterOk.get(at)
      if (call !== undefined && !this.#ok.has(call)) return toldAsDone(at, `"${call}" has not come back ok`)
      if (receipt && !this.#refs.has(receipt.ref))
        return toldAsDone(at, `the company never gave the reference ${receipt.ref}`)
    }
    const claimed = out.commitments.find(
      ({ confirmation }) => confirmation && !this.#refs.has(confirmation.ref),
    )
    return claimed && toldAsDone('', `"${claimed.text}" counts as confirmed by ${claimed.confirmation?.ref}`)
  }

  #take(
    call: NonNullable<Turned['before']['bot']['call']>,
    outcome: Extract<Turned['input'], { kind: 'outcome' }>['outcome'],
  ): void {
    if (outcome.kind !== 'ok') return
    this.#refs.add(outcome.ref)
    // Looking something up tells of what was done before, by the company's own number: a refund under way.
    for (const value of Object.values(outcome.data)) if (typeof value === 'string') this.#refs.add(value)
    if (!VERBS[call.verb as keyof typeof VERBS]?.changes) return
    this.#ok.add(call.verb)
    this.changes += 1
  }
}

function toldAsDone(at: string, why: string): Fault {
  const [dialog, step] = at.split('/')
  return {
    rule: 'unknown-told-as-done',
    where: { ...(dialog ? { dialog } : {}), ...(step ? { step } : {}) },
    what: `something was told as done that the company has not confirmed: ${why}`,
    fix: 'lead to that step from `ok` alone; `failed` and `unknown` go to a person and to a commitment to verify',
  }
}

const known = new WeakMap<BotDesk, ReadonlyMap<string, string>>()

/** Steps that can be reached only over the `ok` of a call that changes something, with its verb. */
function onlyAfterOkOf(desk: BotDesk): ReadonlyMap<string, string> {
  const before = known.get(desk)
  if (before) return before
  const found = new Map<string, string>()
  for (const dialog of desk.dialogs.values()) {
    for (const [name, step] of Object.entries(dialog.steps)) {
      if (step.kind !== 'call' || !VERBS[step.verb].changes) continue
      const otherwise = reached(dialog, dialog.start, name)
      for (const one of reached(dialog, step.ok, name))
        if (!otherwise.has(one)) found.set(`${dialog.id}/${one}`, step.verb)
    }
  }
  known.set(desk, found)
  return found
}

/** Steps reached from one, when this call never comes back ok. */
function reached(dialog: Dialog, from: string, call: string): Set<string> {
  const seen = new Set<string>()
  const open = [from]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step: AnyStep | undefined = dialog.steps[name]
    if (!step || seen.has(name)) continue
    seen.add(name)
    const isCall = name === call && step.kind === 'call'
    open.push(...(isCall ? [...Object.values(step.refused), step.failed, step.unknown] : nextSteps(step)))
  }
  return seen
}
