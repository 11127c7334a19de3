import type { Frame } from '../../turn/bot.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { hangingOn } from '../../turn/dialog/corrections.ts'
import { isQuestion } from '../../turn/dialog/dialog.ts'
import { readAs } from '../../turn/dialog/values.ts'
import type { Facts } from '../../turn/facts.ts'
import { RESUME_WITHIN_MS } from '../../turn/run-turn.ts'
import type { Violation } from '../check.ts'
import type { Means } from './answers.ts'
import type { Turned } from './conversation.ts'

type Fault = Pick<Violation, 'rule' | 'where' | 'what' | 'fix'>

/**
 * What a customer has told, by fact, so that a question whose answer they already gave is noticed. What they took
 * back, what the company refused, and what belonged to a matter that is over is not told any more.
 */
export class Given {
  readonly #desk: BotDesk
  readonly #told = new Set<string>()

  constructor(desk: BotDesk) {
    this.#desk = desk
  }

  turned({ input, before, out, after }: Turned, means: Means | undefined): Fault | undefined {
    if (input.kind === 'outcome') {
      if (input.outcome.kind === 'refused') this.#refused(before.bot)
      else this.#forgetProofs()
    }
    if (means?.kind === 'corrects') this.#told.clear()
    this.#takenBack(before.bot.stack.at(-1), after.bot.stack.at(-1))
    // After so long everything but the customer's own facts begins anew.
    if (after.bot.lastAt - before.bot.lastAt > RESUME_WITHIN_MS) this.#forgetMatters([])
    this.#forgetMatters(after.bot.stack)
    this.#forgetBegun(before.bot.stack, after.bot.stack)
    this.#changed(before.facts, after)
    const asked = askedNow(this.#desk, { input, before, out, after })
    const isTold = asked !== undefined && this.#told.has(asked.fact)
    if (means?.kind === 'gives' && input.kind === 'message') {
      this.#tells(means.fact, input.text, after.facts)
      this.#forgetMatters(after.bot.stack)
    }
    if (!asked || !(isTold || this.#told.has(asked.fact))) return undefined
    return {
      rule: 'asked-twice',
      where: { dialog: asked.dialog, step: asked.step },
      what: `asks for {${asked.fact}}, which the customer has already given`,
      fix: 'keep what was said, and put the question only while its fact is unknown',
    }
  }

  /** A choice counts as told when it was understood; a value that stands out, as soon as it can be read. */
  #tells(fact: string, text: string, facts: Turned['after']['facts']): void {
    const kind = this.#desk.facts[fact]?.kind
    const isTold = kind === 'account' ? readAs(kind, text) !== undefined : facts[fact]?.class === 'known'
    if (isTold) this.#told.add(fact)
  }

  #refused({ call }: Turned['before']['bot']): void {
    const step = call && this.#desk.dialogs.get(call.dialog)?.steps[call.step]
    if (step?.kind !== 'call') return
    for (const fact of Object.values(step.args)) this.#forget(fact)
  }

  /** "Is it on another account?", "yes": the answer is taken back by a yes or no that leads to its question. */
  #takenBack(before: Frame | undefined, after: Frame | undefined): void {
    const dialog = before && this.#desk.dialogs.get(before.dialog)
    const step = dialog?.steps[before?.step ?? '']
    if (step?.kind !== 'confirm' || after?.dialog !== before?.dialog) return
    for (const to of [step.yes, step.no]) {
      const reject = dialog?.steps[to]
      const asked = reject?.kind === 'reject' ? dialog?.steps[reject.question] : undefined
      if (reject?.kind === 'reject' && reject.question === after?.step && asked?.kind === 'ask')
        this.#forget(asked.fact)
    }
  }

  /** Of another bill, chosen now or to be chosen in the dialog that begins, it was not said yet what is wanted with it. */
  #changed(before: Facts, { facts, bot }: Turned['after']): void {
    for (const [name, was] of Object.entries(before)) {
      const fact = facts[name]
      const isAnother = fact?.class === 'known' && was.class === 'known' && fact.value !== was.value
      if (!isAnother && (fact || this.#told.has(name))) continue
      for (const { dialog } of bot.stack) {
        const waiting = this.#desk.dialogs.get(dialog)
        for (const hanging of waiting ? hangingOn(waiting, name) : []) this.#told.delete(hanging)
      }
    }
  }

  /** What was told of this matter was told about what counts no more. */
  #forget(fact: string): void {
    this.#told.delete(fact)
    for (const [other, spec] of Object.entries(this.#desk.facts))
      if (spec.hangsOn === fact || spec.of === 'matter') this.#told.delete(other)
  }

  /** What only the customer knows is not kept by the product either: who goes to a person and comes back says it anew. */
  #forgetProofs(): void {
    for (const fact of this.#told) if (this.#desk.facts[fact]?.kind === 'proof') this.#told.delete(fact)
  }

  /** A dialog that begins is another matter: which bill it is about is its own question. */
  #forgetBegun(before: readonly { dialog: string }[], after: readonly { dialog: string }[]): void {
    const begun = after.filter(({ dialog }) => before.every((frame) => frame.dialog !== dialog))
    for (const step of begun.flatMap(({ dialog }) =>
      Object.values(this.#desk.dialogs.get(dialog)?.steps ?? {}),
    ))
      if ((step.kind === 'ask' || step.kind === 'choose') && this.#desk.facts[step.fact]?.of === 'matter')
        this.#told.delete(step.fact)
  }

  #forgetMatters(stack: readonly { dialog: string }[]): void {
    for (const fact of this.#told) {
      const isOpen = stack.some(({ dialog }) => this.#desk.dialogs.get(dialog)?.facts[fact])
      if (this.#desk.facts[fact]?.of === 'matter' && !isOpen) this.#told.delete(fact)
    }
  }
}

/** The question for a fact that this turn ends with. */
function askedNow(
  desk: BotDesk,
  { out, after }: Turned,
): { dialog: string; step: string; fact: string } | undefined {
  const frame = after.bot.stack.at(-1)
  const step = frame && desk.dialogs.get(frame.dialog)?.steps[frame.step]
  if (!frame || !step || !isQuestion(step) || step.kind === 'confirm') return undefined
  const isPut = out.say.some(({ about }) => about?.dialog === frame.dialog && about.step === frame.step)
  return isPut ? { dialog: frame.dialog, step: frame.step, fact: step.fact } : undefined
}
