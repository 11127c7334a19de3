import { type Business, PROVING_VERB, type Verb } from '../business/business.ts'
import type { Language } from '../language.ts'
import { type Bot, botShape, newBot } from '../turn/bot.ts'
import type { BotDesk } from '../turn/bot-desk.ts'
import type { Head } from '../turn/conversation.ts'
import { type Move, readMessage } from '../turn/dialog/read-message.ts'
import { type Fact, factShape } from '../turn/facts.ts'
import { type Contact, type History, withContacts } from '../turn/history.ts'
import type { Attachment, Outcome } from '../turn/line.ts'
import { runTurn } from '../turn/run-turn.ts'
import type { CommitmentDraft, Input, Next, TurnIn, TurnOut } from '../turn/turn.ts'
import type { Reading } from '../understanding/recognizer.ts'
import type { Ran } from './explore/play.ts'
import { type Moment, printLine } from './transcript.ts'

/** What a message is read as, by its text; anything else is out of scope. */
export type Reader = (text: string, language: Language) => Reading | Promise<Reading>

interface Said {
  ask?: 'may-ask' | 'no'
  attachments?: Attachment[]
  /** What understanding makes of it, in place of the reader's answer. */
  reading?: Reading
  /** What the transcript notes beside the words. */
  marks?: readonly string[]
}

/** What breaks the promise in a turn, each as `rule: what is wrong`. */
export type Judge = (ran: Ran) => readonly string[]

/** The id of every harness's conversation. */
export const CONVERSATION = 'conversation-1'

/** A conversation with the pure bot: say something, see what comes back. State makes a JSON round trip each turn. */
export class BotHarness {
  desk: BotDesk
  readonly reader: Reader
  readonly business: Business | undefined
  readonly language: Language
  bot: Bot = newBot()
  facts: Record<string, Fact> = {}
  commitments: CommitmentDraft[] = []
  contacts: Contact[] = []
  now = Date.UTC(2026, 10, 22, 15, 0)
  last: TurnOut | undefined
  /** What the bot has said so far, each in its language. */
  said: { say: TurnOut['say'][number]; language: Language }[] = []
  /** Everything said so far, in the notation of transcript.ts. */
  transcript: string[] = []
  calls: Extract<Next, { kind: 'call' }>[] = []
  /** What it is told of earlier contacts elsewhere. */
  earlier: History = { contacts: [], promised: [] }
  private readonly turn: typeof runTurn
  private readonly judge: Judge | undefined
  private turns = 0

  /** Every account is its customer's, for tests that are about other things. */
  private readonly isBelieved: boolean

  constructor(given: {
    desk: BotDesk
    reader: Reader
    business?: Business
    language?: Language
    isBelieved?: boolean
    /** The turn, where it is not the real one. */
    turn?: typeof runTurn
    /** Says of each turn what breaks the promise in it, which the transcript then notes. */
    judge?: Judge
  }) {
    this.turn = given.turn ?? runTurn
    this.judge = given.judge
    this.isBelieved = given.isBelieved ?? false
    this.desk = given.desk
    this.reader = given.reader
    this.business = given.business
    this.language = given.language ?? 'es'
  }

  /** The customer writes. Calls are carried out by the business, if there is one. */
  async say(text: string, options: Said = {}): Promise<TurnOut> {
    const reading = options.reading ?? (await this.reader(text, this.language))
    return this.callsAfter(this.hear(text, { ...options, reading }))
  }

  /** The company's systems answer the pending call, or a given one. */
  async outcome(outcome: Outcome, callId = this.bot.call?.id ?? 'none'): Promise<TurnOut> {
    return this.callsAfter(this.take(outcome, callId))
  }

  /** The one turn over a message that is read so. A call that it makes is left pending. */
  hear(text: string, options: Said = {}): TurnOut {
    this.note({ kind: 'customer', text, ...(options.marks ? { marks: options.marks } : {}) })
    this.now += 20_000
    return this.run(this.message(text, options), options.reading)
  }

  /** The one turn over an outcome. */
  take(outcome: Outcome, callId = this.bot.call?.id ?? 'none'): TurnOut {
    const verb = this.bot.call?.verb ?? 'none'
    return this.run({ kind: 'outcome', id: `o${this.turns}`, callId, verb, outcome })
  }

  /** What the turn over a message would be given now. */
  turnOver(text: string, options: Said = {}): TurnIn {
    return this.given(this.message(text, options), options.reading)
  }

  private message(text: string, { attachments = [], ask = 'no' }: Said): Input {
    return { kind: 'message', id: `m${this.turns}`, text, attachments, ask }
  }

  note(moment: Moment): void {
    this.transcript.push(printLine(moment))
  }

  private given(input: Input, reading: Reading | undefined): TurnIn {
    const history = this.history()
    return {
      head: this.head(),
      bot: this.bot,
      facts: this.facts,
      input,
      ...(reading ? { reading } : {}),
      now: this.now,
      seed: `turn-${this.turns}`,
      desk: this.desk,
      ...(history ? { history } : {}),
    }
  }

  private run(input: Input, reading?: Reading): TurnOut {
    this.turns += 1
    const given = this.given(input, reading)
    const entered: string[] = []
    let move: Move | undefined
    const out = this.turn(given, {
      read(...args) {
        move = readMessage(...args)
        return move
      },
      entered: (dialog, step) => entered.push(`${dialog.id}/${step}`),
    })
    this.bot = botShape.parse(JSON.parse(JSON.stringify(out.bot)))
    for (const { name, fact } of out.facts) {
      if (fact) this.facts[name] = factShape.parse(JSON.parse(JSON.stringify(fact)))
      else delete this.facts[name]
    }
    this.contacts = withContacts(this.contacts, JSON.parse(JSON.stringify(out.contacts ?? [])))
    for (const commitment of out.commitments) {
      this.commitments = [...this.commitments.filter((one) => one.id !== commitment.id), commitment]
    }
    for (const say of out.say) {
      const { text, buttons = [] } = say
      this.said.push({ say, language: out.language ?? this.bot.language ?? this.language })
      this.note({ kind: 'bot', text, buttons: buttons.map(({ label }) => label) })
    }
    if (out.next.kind === 'escape') this.note({ kind: 'owner', text: `person (${out.next.reason})` })
    for (const text of this.judge?.({ given, out, entered, move }) ?? []) this.note({ kind: 'breach', text })
    this.last = out
    return out
  }

  /** Carries out the calls that a turn wants, where there is somebody to carry them out. */
  private async callsAfter(out: TurnOut): Promise<TurnOut> {
    if (out.next.kind !== 'call') return out
    if (this.isBelieved && out.next.verb === PROVING_VERB) {
      const proven = String(out.next.args.account)
      return this.outcome({ kind: 'ok', ref: 'ID', data: { proven } }, out.next.id)
    }
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

  /** What the customer came about before in this conversation, and what was promised. */
  history = (): History | undefined => {
    return {
      contacts: [...this.earlier.contacts, ...this.contacts],
      promised: [
        ...this.earlier.promised,
        ...this.commitments.flatMap(({ kind, text, dueAt, matter, ref, confirmation }) =>
          matter
            ? [
                {
                  kind,
                  text,
                  dueAt,
                  matter,
                  state: confirmation ? ('confirmed' as const) : ('open' as const),
                  ...(ref === undefined ? {} : { ref }),
                },
              ]
            : [],
        ),
      ],
    }
  }

  private head(): Head {
    return {
      id: CONVERSATION,
      channel: 'web',
      address: {},
      customerId: 'customer-1',
      language: this.language,
      startedAt: 0,
    }
  }
}
