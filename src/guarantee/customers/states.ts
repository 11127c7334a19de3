import type { Bot } from '../../turn/bot.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import type { Facts } from '../../turn/facts.ts'

/** A state of the bot that somebody came into, with the first person who did. */
export interface Visited {
  bot: Bot
  facts: Facts
  customer: number
}

/**
 * The distinct states that people come into. Two are the same when they differ only in what no dialog can see:
 * times, ids, words and values. What a fact is known to be stays: its class, and the label of a label fact.
 */
export class States {
  readonly #desk: BotDesk
  readonly #visited = new Map<string, Visited>()

  constructor(desk: BotDesk) {
    this.#desk = desk
  }

  visit(bot: Bot, facts: Facts, customer: number): void {
    const key = this.#keyOf(bot, facts)
    if (!this.#visited.has(key)) this.#visited.set(key, { bot, facts, customer })
  }

  all(): ReadonlyMap<string, Visited> {
    return this.#visited
  }

  #keyOf(bot: Bot, facts: Facts): string {
    const { counters: c } = bot
    const counts = (of: Readonly<Record<string, number>>) =>
      Object.entries(of)
        .filter(([, times]) => times > 0)
        .map(([name, times]) => `${name}=${times}`)
        .sort()
        .join()
    const frames = bot.stack.map(
      ({ dialog, edition, step, visits, words }) =>
        `${dialog}@${edition}/${step}(${counts(visits)})${words === '' ? '' : '"'}`,
    )
    const known = Object.entries(facts)
      .map(([name, fact]) => `${name}:${this.#classOf(name, fact)}`)
      .sort()
    return [
      frames.join('>'),
      bot.call ? `${bot.call.dialog}/${bot.call.step}` : '',
      `${bot.menu ? 'm' : ''}${bot.offered ? 'o' : ''}${bot.between?.dialogs.join('/') ?? ''}`,
      bot.carriedOut.map(({ verb }) => verb).join(),
      `${c.unmatchedInARow},${c.unmatched},${c.failedCalls},${c.turnsWithoutProgress},${c.clarified}`,
      counts(c.refusedAnswers),
      counts(c.questions),
      c.trail.join(),
      known.join(),
    ].join('|')
  }

  #classOf(name: string, fact: Facts[string]): string {
    if (fact.class === 'refused') return 'refused'
    return this.#desk.facts[name]?.kind === 'label' ? String(fact.value) : 'known'
  }
}
