import type { BotDesk } from '../../turn/bot-desk.ts'
import type { Turned } from './conversation.ts'

/**
 * How long somebody has been failed: messages in a row that brought them neither a new fact, nor a step that they had
 * not been at in this matter, nor an end. Counted here anew, from what the turns did; the bot's counters aren't asked.
 */
export class Progress {
  readonly #desk: BotDesk
  /** Steps reached, by dialog, since it was last begun. */
  readonly #reached = new Map<string, Set<string>>()
  #run = 0
  longest = 0

  constructor(desk: BotDesk) {
    this.#desk = desk
  }

  /** Messages since the customer was last helped on. */
  get run(): number {
    return this.#run
  }

  turned({ input, out, before, after }: Turned): void {
    const isNewStep = this.#isNewStep(after.bot.stack)
    const learnt = out.facts.some(({ name, fact }) => {
      const had = before.facts[name]
      if (!fact) return false
      return (
        fact.class !== had?.class ||
        (fact.class === 'known' && had?.class === 'known' && fact.value !== had.value)
      )
    })
    const about = out.say.at(-1)?.about
    const dialog = about && this.#desk.dialogs.get(about.dialog)
    const isEnd = dialog?.steps[about?.step ?? '']?.kind === 'done' && !dialog.aside
    if (isNewStep || learnt || isEnd || out.next.kind !== 'wait') this.#run = 0
    else if (input.kind === 'message') this.#run += 1
    this.longest = Math.max(this.longest, this.#run)
  }

  #isNewStep(stack: readonly { dialog: string; step: string }[]): boolean {
    for (const dialog of [...this.#reached.keys()])
      if (!stack.some((frame) => frame.dialog === dialog)) this.#reached.delete(dialog)
    let isNew = false
    for (const { dialog, step } of stack) {
      const steps = this.#reached.get(dialog) ?? new Set()
      if (!steps.has(step)) isNew = true
      this.#reached.set(dialog, steps.add(step))
    }
    return isNew
  }
}
