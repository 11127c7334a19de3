import { type Case, isOpen } from '../../cases/case.ts'
import { type Commitment, commitmentFrom, off } from '../../cases/commitments.ts'
import type { Customer } from '../../cases/customer.ts'
import { isEndedBy, promisedIn } from '../../cases/customer-commitments.ts'
import { customerWrote } from '../../cases/customer-wrote.ts'
import type { Desk } from '../../cases/desk-file.ts'
import type { Duty } from '../../cases/duty.ts'
import { openOrJoin } from '../../cases/opening.ts'
import { claimed, type Moved, type Refused, replied, resolved } from '../../cases/transitions.ts'
import { messageOf } from '../../errors.ts'
import type { Ask } from '../../escape/ask.ts'
import type { DangerKind } from '../../escape/danger.ts'
import type { Language } from '../../language.ts'
import { type Bot, newBot } from '../../turn/bot.ts'
import type { Channel, Head } from '../../turn/conversation.ts'
import type { Fact, Facts } from '../../turn/facts.ts'
import type { Attachment, CustomerAction, Line, MessageLine, Outcome } from '../../turn/line.ts'
import { withFacts } from '../../turn/load.ts'
import { escapeWithoutBot } from '../../turn/load-bot.ts'
import { mask } from '../../turn/masking.ts'
import { summarize } from '../../turn/matter.ts'
import { type InputLine, isInput, nextInput } from '../../turn/next-input.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import type { ReadLine } from '../../turn/transcript.ts'
import type { EscapeReason, Input, TurnOut } from '../../turn/turn.ts'
import { welcome } from '../../turn/welcome.ts'
import { turnsTo } from '../../understanding/language.ts'
import type { Reading } from '../../understanding/recognizer.ts'
import type { House } from '../check.ts'
import type { Company } from './company.ts'

/** What a simulated conversation is made of. The turn and the door can be exchanged for broken ones. */
export interface Parts {
  house: House
  desk: Desk
  turn: typeof runTurn
  /** What the door makes of a message: the recogniser of intake. */
  readAsk: (text: string) => Ask
  /** Words of danger go to people like an ask. */
  readDanger: (text: string) => DangerKind | undefined
  /** What counts as an ask when the transcript is gone over; the same recogniser, unless the door is a broken one. */
  audit: (text: string) => Ask
  read: (text: string) => Reading
}

/** A message as the channel delivers it: the same id again is the same message. */
export interface Delivery {
  id: string
  text: string
  attachments?: readonly Attachment[]
  action?: CustomerAction
}

/** One run of the bot, for whoever watches. */
export interface Turned {
  input: Input
  before: { bot: Bot; facts: Facts }
  out: TurnOut
  after: { bot: Bot; facts: Facts }
}

/** Told what happens, as it happens. */
export interface Observer {
  turned(turn: Turned): void
  /** A line that is now in the log. */
  said(line: ReadLine): void
}

/** Two agents, nobody waiting: who is there decides words, never whether somebody gets in line. */
const DUTY: Duty = { onDuty: true, agentsAvailable: 2, waiting: 0, slots: 6, freeSlots: 6 }
const AGENT = { id: 'agent-1', name: 'Lucía', role: 'agent' } as const
/** After this long without an outcome the customer is told what is being tried, as by `src/turn/caller.ts`. */
const TELL_AFTER_MS = 2_000

/**
 * One conversation on the way of a message (CONTRIBUTING.md), without a store: what intake and worker decide is written down here in
 * their order, and everything that decides is the product's own: the door's recogniser, the next input, the turn,
 * the opening and joining of cases, what a customer's message does to a case, the sandbox company.
 *
 * Modelled are the store (one process, so no change is ever stale) and the dropping of a message id that was seen.
 * The real intake and worker cost 0.75 ms a message over SQLite in memory, several times the turn itself, and would
 * show nothing more here: what may happen between them is enumerated by `src/guarantee/protocol/`.
 */
export class Conversation {
  readonly #parts: Parts
  readonly #company: Company
  readonly #observer: Observer
  readonly #seen = new Set<string>()
  readonly #lines: ReadLine[] = []
  /** What the company will have answered, in the order of time. */
  #coming: { at: number; line: Line; callId?: string }[] = []
  /** What waits for the bot, in order. */
  #inputs: ReadLine[] = []
  readonly #outcomes = new Set<string>()
  #commitments: Commitment[] = []
  #ids = 0
  #customer: Customer
  head: Head
  bot: Bot = newBot()
  case: Case | undefined
  now: number

  constructor(
    parts: Parts,
    given: { channel: Channel; language: Language; now: number; company: Company; observer: Observer },
  ) {
    this.#parts = parts
    this.#company = given.company
    this.#observer = given.observer
    this.now = given.now
    this.head = {
      id: 'c1',
      channel: given.channel,
      address: {},
      customerId: 'customer-1',
      language: given.language,
      startedAt: given.now,
    }
    this.#customer = { id: 'customer-1', identities: [], facts: {}, createdAt: given.now }
    const greeting = welcome(parts.house.desk, given.language)
    this.#append(this.#message({ kind: 'bot' }, greeting))
  }

  get facts(): Readonly<Record<string, Fact>> {
    return this.#customer.facts
  }

  get lines(): readonly ReadLine[] {
    return this.#lines
  }

  /** Whether people have this customer: the bot must be silent. */
  get isWithPeople(): boolean {
    return this.case !== undefined && isOpen(this.case)
  }

  /** Whether an answer of the company is still to come. */
  get isWaiting(): boolean {
    return this.#coming.length > 0
  }

  /** Time goes on; what the company answers meanwhile is taken as it comes. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms
    for (let next = this.#coming[0]; next && next.at <= until; next = this.#coming[0]) {
      this.#coming.shift()
      this.now = Math.max(this.now, next.at)
      if (next.line.kind === 'outcome') this.#append(next.line)
      // Told only while the call is out and the bot has the conversation.
      else if (!this.isWithPeople && this.bot.call?.id === next.callId) this.#append(next.line)
      await this.#work()
    }
    this.now = until
  }

  /** Until the company has answered everything. */
  async settle(): Promise<void> {
    while (this.#coming.length > 0) await this.pass(Math.max(0, (this.#coming[0]?.at ?? 0) - this.now))
  }

  /** What intake does: stores the message once, and opens the case of an ask in the same step. */
  async deliver(delivery: Delivery): Promise<void> {
    if (this.#seen.has(delivery.id)) return
    this.#seen.add(delivery.id)
    const { text, attachments, action } = delivery
    // As it is stored: the door reads what the customer wrote, the bot what was kept of it.
    const message: MessageLine = {
      ...this.#message({ kind: 'customer' }, { text: mask(text) }),
      id: delivery.id,
      ...(attachments && attachments.length > 0 ? { attachments: [...attachments] } : {}),
      ...(action === undefined ? {} : { action }),
    }
    const danger = action === undefined ? this.#parts.readDanger(text) : undefined
    const asks =
      danger !== undefined ||
      action === 'ask' ||
      (action === undefined && this.#parts.readAsk(text) === 'asks')
    const isHelpedInDanger = this.case?.reason === 'danger' && this.case.state.kind === 'agent'
    if (asks && !(danger && isHelpedInDanger)) {
      const language = turnsTo(text, this.head.language)
      if (language) this.head = { ...this.head, language }
      this.#append({ ...message, toPeople: true })
      this.#open(danger ? 'danger' : 'asked', message, danger ? { danger } : {})
    } else if (this.case) this.#wrote(this.case, message)
    else this.#append(message)
    await this.#work()
  }

  /** A message to people, or to the bot when their case is over. */
  #wrote(known: Case, message: MessageLine): void {
    const { desk } = this.#parts
    const { now, head } = this
    const wrote = customerWrote({ case: known, message, now, lineId: this.#lineId, desk, duty: DUTY, head })
    this.#append(wrote.to === 'bot' ? message : { ...message, toPeople: true })
    if (wrote.to !== 'bot') this.#moved(wrote)
  }

  /** An agent takes the case, answers and ends it. */
  serve(text: string): void {
    const at = { now: this.now, lineId: this.#lineId, desk: this.#parts.desk }
    const done = { outcome: 'done', rootCause: 'other' }
    this.#byAgent((one) => claimed(one, AGENT, at))
    this.#byAgent((one) => replied(one, AGENT, text, `agent-${this.#ids}`, at))
    this.#byAgent((one) => resolved(one, AGENT, done, at))
  }

  #byAgent(act: (one: Case) => Moved | Refused): void {
    const moved = this.case && act(this.case)
    if (moved && typeof moved !== 'string') this.#moved(moved)
  }

  /** What a worker does: the inputs that wait, one at a time and in order. */
  async #work(): Promise<void> {
    for (;;) {
      // With people, what calls came to goes to the case; the bot is silent.
      if (this.isWithPeople) this.#inputs = []
      const { call } = this.bot
      const next = nextInput(this.#inputs, call && { id: call.id, isDone: this.#outcomes.has(call.id) })
      if (next.kind === 'none' || next.kind === 'waits') return
      this.#inputs = this.#inputs.filter((line) => line.seq !== next.line.seq)
      // The second outcome of a call is no dialog's any more.
      if (next.kind === 'input') await this.#turn(next.line)
    }
  }

  async #turn(line: InputLine): Promise<void> {
    const { house, turn, read, readAsk } = this.#parts
    const input = inputOf(line, readAsk)
    const before = { bot: this.bot, facts: this.facts }
    let out: TurnOut
    try {
      out = turn({
        head: this.head,
        bot: this.bot,
        facts: this.facts,
        input,
        ...(input.kind === 'message' ? { reading: read(input.text) } : {}),
        now: this.now,
        seed: `c1:${this.#ids}`,
        desk: house.desk,
        history: { contacts: this.#customer.contacts ?? [], promised: promisedIn(this.#commitments) },
      })
    } catch (thrown) {
      out = { ...escapeWithoutBot('error', messageOf(thrown)), bot: this.bot }
    }
    this.#ids += 1
    this.bot = out.bot
    this.#customer = withFacts(this.#customer, out.facts, out.contacts)
    this.#promise(out.commitments)
    if (out.language) this.head = { ...this.head, language: out.language }
    this.#observer.turned({ input, before, out, after: { bot: this.bot, facts: this.facts } })
    for (const said of out.say) this.#append(this.#message({ kind: 'bot' }, said))
    if (out.next.kind === 'call') await this.#call(out.next)
    if (out.next.kind === 'escape') {
      const { reason, detail, asked } = out.next
      this.#open(reason, line.kind === 'message' ? line : undefined, {
        ...(detail === undefined ? {} : { detail }),
        ...(asked === undefined ? {} : { asked }),
      })
    }
  }

  #promise(drafts: TurnOut['commitments']): void {
    const { desk } = this.#parts
    for (const draft of drafts.filter(({ confirmation }) => confirmation))
      this.#commitments = this.#commitments.map((one) => (isEndedBy(one, draft) ? off(one, draft.text) : one))
    this.#commitments.push(...drafts.map((draft) => commitmentFrom(draft, this.head, desk, this.now)))
  }

  async #call(call: Extract<TurnOut['next'], { kind: 'call' }>): Promise<void> {
    const { id: callId, verb, args, limitMs, trying } = call
    const { outcome, tookMs, againAfterMs } = await this.#company.call(verb, args, { id: callId, limitMs })
    const comes = (at: number): { at: number; line: Line } => ({
      at,
      line: { id: this.#lineId(), at, kind: 'outcome', callId, verb, outcome: outcome as Outcome },
    })
    const at = this.now + tookMs
    if (tookMs > TELL_AFTER_MS) {
      const told = this.#message({ kind: 'bot' }, { text: trying })
      this.#coming.push({ at: this.now + TELL_AFTER_MS, line: told, callId })
    }
    this.#coming.push(comes(at))
    if (againAfterMs !== undefined) this.#coming.push(comes(at + againAfterMs))
    this.#coming.sort((a, b) => a.at - b.at)
  }

  #open(
    reason: EscapeReason,
    message: MessageLine | undefined,
    more: { detail?: string; asked?: string; danger?: DangerKind },
  ): void {
    const opened = openOrJoin({
      head: this.head,
      customer: this.#customer,
      ...(this.case ? { existing: this.case } : {}),
      reason,
      ...summarize(this.#lines.slice(-30), message),
      ...more,
      now: this.now,
      freshKey: `KEY-${this.#ids}`,
      lineId: this.#lineId,
      desk: this.#parts.desk,
      duty: DUTY,
    })
    this.head = opened.head
    this.#customer = opened.customer
    this.#moved(opened)
  }

  #moved(moved: { case: Case; lines: readonly Line[] }): void {
    this.case = moved.case
    this.head = { ...this.head, caseKey: moved.case.key }
    for (const line of moved.lines) this.#append(line)
  }

  #append(line: Line): void {
    const read: ReadLine = { ...line, seq: this.#lines.length + 1 }
    this.#lines.push(read)
    if (isInput(read)) this.#inputs.push(read)
    if (read.kind === 'outcome') this.#outcomes.add(read.callId)
    this.#observer.said(read)
  }

  #message(
    from: MessageLine['from'],
    said: Pick<MessageLine, 'text' | 'buttons' | 'about' | 'receipt'>,
  ): MessageLine {
    return { id: this.#lineId(), at: this.now, kind: 'message', from, ...said }
  }

  readonly #lineId = (): string => {
    this.#ids += 1
    return `l${this.#ids}`
  }
}

function inputOf(line: InputLine, readAsk: Parts['readAsk']): Input {
  switch (line.kind) {
    case 'message': {
      const { id, text, attachments = [] } = line
      return { kind: 'message', id, text, attachments, ask: readAsk(text) === 'no' ? 'no' : 'may-ask' }
    }
    case 'outcome':
      return { kind: 'outcome', id: line.id, callId: line.callId, verb: line.verb, outcome: line.outcome }
    case 'timer':
      return { kind: 'timer', id: line.id, timerId: line.timerId, name: line.name }
  }
}
