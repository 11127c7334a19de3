import type { Business, Verb } from '../../src/business/business.ts'
import type { Language } from '../../src/language.ts'
import { type Bot, botShape, newBot } from '../../src/turn/bot.ts'
import type { BotDesk } from '../../src/turn/bot-desk.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { type Fact, factShape } from '../../src/turn/facts.ts'
import type { Attachment, Outcome } from '../../src/turn/line.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import type { CommitmentDraft, Input, Next, Say, TurnOut } from '../../src/turn/turn.ts'
import type { Reading } from '../../src/understanding/recognizer.ts'

/** What a message is read as, by its text; anything else is out of scope. */
export type Reader = (text: string, language: Language) => Reading | Promise<Reading>

/** A conversation with the pure bot: say something, see what comes back. State makes a JSON round trip each turn. */
export class BotHarness {
  desk: BotDesk
  readonly reader: Reader
  readonly business: Business | undefined
  readonly language: Language
  bot: Bot = newBot()
  facts: Record<string, Fact> = {}
  commitments: CommitmentDraft[] = []
  now = Date.UTC(2026, 10, 22, 15, 0)
  last: TurnOut | undefined
  /** Everything said so far, as a transcript. */
  transcript: string[] = []
  calls: Extract<Next, { kind: 'call' }>[] = []
  private turns = 0

  constructor(given: { desk: BotDesk; reader: Reader; business?: Business; language?: Language }) {
    this.desk = given.desk
    this.reader = given.reader
    this.business = given.business
    this.language = given.language ?? 'es'
  }

  /** The customer writes. Calls are carried out by the business, if there is one. */
  async say(text: string, options: { ask?: 'may-ask'; attachments?: Attachment[] } = {}): Promise<TurnOut> {
    this.transcript.push(`> ${text}`)
    const reading = await this.reader(text, this.language)
    this.now += 20_000
    return this.run(
      {
        kind: 'message',
        id: `m${this.turns}`,
        text,
        attachments: options.attachments ?? [],
        ask: options.ask ?? 'no',
      },
      reading,
    )
  }

  /** The company's systems answer the pending call, or a given one. */
  async outcome(outcome: Outcome, callId = this.bot.call?.id ?? 'none'): Promise<TurnOut> {
    return this.run({
      kind: 'outcome',
      id: `o${this.turns}`,
      callId,
      verb: this.bot.call?.verb ?? 'none',
      outcome,
    })
  }

  private async run(input: Input, reading?: Reading): Promise<TurnOut> {
    this.turns += 1
    const out = runTurn({
      head: this.head(),
      bot: this.bot,
      facts: this.facts,
      input,
      ...(reading ? { reading } : {}),
      now: this.now,
      seed: `turn-${this.turns}`,
      desk: this.desk,
    })
    this.bot = botShape.parse(JSON.parse(JSON.stringify(out.bot)))
    for (const { name, fact } of out.facts) {
      if (fact) this.facts[name] = factShape.parse(JSON.parse(JSON.stringify(fact)))
      else delete this.facts[name]
    }
    for (const commitment of out.commitments) {
      this.commitments = [...this.commitments.filter((one) => one.id !== commitment.id), commitment]
    }
    for (const said of out.say) this.transcript.push(shown(said))
    if (out.next.kind === 'escape') this.transcript.push(`= person (${out.next.reason})`)
    this.last = out
    if (out.next.kind !== 'call') return out
    this.calls.push(out.next)
    if (!this.business) return out
    const { id, verb, args } = out.next
    const { signal } = new AbortController()
    const outcome = await this.business.call(verb as Verb, args, { id, signal })
    return this.outcome(outcome, id)
  }

  /** What the bot said last; empty when it said nothing. */
  get text(): string {
    return this.last?.say.map((said) => said.text).join('\n') ?? ''
  }

  get buttons(): string[] {
    return this.last?.say.flatMap((said) => said.buttons ?? []).map((button) => button.label) ?? []
  }

  /** Why the last turn handed the customer to a person; undefined when it didn't. */
  get escaped(): string | undefined {
    return this.last?.next.kind === 'escape' ? this.last.next.reason : undefined
  }

  get detail(): string | undefined {
    return this.last?.next.kind === 'escape' ? this.last.next.detail : undefined
  }

  known(name: string): unknown {
    const fact = this.facts[name]
    return fact?.class === 'known' ? fact.value : undefined
  }

  private head(): Head {
    return {
      id: 'conversation-1',
      channel: 'web',
      address: {},
      customerId: 'customer-1',
      language: this.language,
      startedAt: 0,
    }
  }
}

function shown(said: Say): string {
  const buttons = said.buttons ? `  [${said.buttons.map((button) => button.label).join('] [')}]` : ''
  return `< ${said.text}${buttons}`
}

/** A reader for tests that are about the bot: each intent by words that only it has. */
export function readByWords(byIntent: Readonly<Record<string, RegExp>>): Reader {
  return (text) => {
    const candidates = Object.entries(byIntent)
      .filter(([, pattern]) => pattern.test(text))
      .map(([intent]) => ({ intent, score: 0.9 }))
    return { intent: candidates[0]?.intent, candidates, entities: [], language: undefined, by: 'test' }
  }
}
