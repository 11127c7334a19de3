import type { BotDesk } from '../../turn/bot-desk.ts'
import type { ReadLine } from '../../turn/transcript.ts'
import type { EscapeReason } from '../../turn/turn.ts'
import type { Violation } from '../check.ts'
import { type Moment, printTranscript } from '../transcript.ts'
import type { Means } from './answers.ts'
import { Confirmed } from './confirmed.ts'
import type { Observer, Turned } from './conversation.ts'
import { Given } from './given.ts'
import { Progress } from './progress.ts'

type Fault = Pick<Violation, 'rule' | 'where' | 'what' | 'fix'>

/** Events that put a conversation with people, and those that give it back. */
const WITH_PEOPLE: ReadonlySet<string> = new Set([
  'case-opened',
  'case-joined',
  'case-returned',
  'case-reopened',
])
const BACK_WITH_BOT: ReadonlySet<string> = new Set(['case-resolved', 'case-withdrawn'])

/**
 * Watches one conversation as it happens and holds the bot to the promise. It looks at what was said, at what the
 * company answered and at what the customer meant; the bot's own counters it doesn't believe, and the case it
 * doesn't look at: who has the conversation follows from the transcript.
 */
export class Watch implements Observer {
  readonly moments: Moment[] = []
  readonly faults: Fault[] = []
  /** Why people have had this customer, in order. */
  readonly reasons: EscapeReason[] = []
  readonly progress: Progress
  readonly confirmed: Confirmed
  readonly #given: Given
  readonly #meant = new Map<string, Means>()
  #isWithPeople = false
  #lastAt: number | undefined

  constructor(desk: BotDesk) {
    this.progress = new Progress(desk)
    this.confirmed = new Confirmed(desk)
    this.#given = new Given(desk)
  }

  /** What the customer means by the message of this id, told before it is delivered. */
  meant(id: string, means: Means): void {
    this.#meant.set(id, means)
  }

  /** A message is delivered, perhaps not for the first time. */
  delivered(text: string, at: number, marks: readonly string[]): void {
    if (this.#lastAt !== undefined && at - this.#lastAt >= 120_000)
      this.moments.push({ kind: 'time', ms: Math.round((at - this.#lastAt) / 60_000) * 60_000 })
    this.#lastAt = at
    this.moments.push({ kind: 'customer', text, ...(marks.length > 0 ? { marks } : {}) })
  }

  said(line: ReadLine): void {
    if (line.kind === 'event') {
      if (WITH_PEOPLE.has(line.name)) {
        const reason = String(line.data?.reason ?? 'asked') as EscapeReason
        if (!this.#isWithPeople) this.moments.push({ kind: 'owner', text: `person (${reason})` })
        if (line.name !== 'case-joined') this.reasons.push(reason)
        this.#isWithPeople = true
      }
      if (BACK_WITH_BOT.has(line.name)) this.#isWithPeople = false
    }
    if (line.kind === 'outcome') this.moments.push({ kind: 'outcome', outcome: line.outcome })
    if (line.kind !== 'message' || line.from.kind === 'customer') return
    const buttons = line.buttons?.map((button) => button.label)
    const said = { text: line.text, ...(buttons ? { buttons } : {}) }
    switch (line.from.kind) {
      case 'agent':
        this.moments.push({ kind: 'agent-says', name: line.from.name, text: line.text })
        break
      case 'system':
        this.moments.push({ kind: 'desk', ...said })
        break
      case 'bot':
        this.moments.push({ kind: 'bot', ...said })
        if (this.#isWithPeople) {
          this.fault({
            rule: 'bot-spoke-over-person',
            where: this.#where(line.about),
            what: 'the bot spoke while people had the conversation',
            fix: 'say nothing while the case is open: its people answer',
          })
        }
        break
    }
  }

  turned(turn: Turned): void {
    const { input, out } = turn
    const means = input.kind === 'message' ? this.#meant.get(input.id) : undefined
    this.progress.turned(turn)
    this.#hold(this.confirmed.turned(turn))
    this.#hold(this.#given.turned(turn, means))
    if (input.kind === 'message' && out.say.length === 0 && out.next.kind === 'wait') {
      this.fault({
        rule: 'unanswered',
        where: this.#where(turn.before.bot.stack.at(-1)),
        what: `the bot said nothing to "${input.text}"`,
        fix: 'answer, call or hand over: a message left without any of them is a dead line',
      })
    }
    const isFailedCall = input.kind === 'outcome' && /^(failed|unknown)$/.test(input.outcome.kind)
    if (out.next.kind === 'escape' && out.next.reason === 'error' && !isFailedCall) {
      this.fault({
        rule: 'turn-fault',
        where: this.#where(turn.before.bot.stack.at(-1)),
        what: `the turn failed: ${out.next.detail ?? 'for no reason given'}`,
        fix: 'mend the dialog or the turn: the customer got a person, but by a fault of ours',
      })
    }
  }

  /** Adds a fault; each rule once in a conversation. */
  fault(fault: Fault): void {
    if (!this.faults.some(({ rule }) => rule === fault.rule)) this.faults.push(fault)
  }

  transcript(): string {
    return printTranscript(this.moments)
  }

  #hold(fault: Fault | undefined): void {
    if (fault) this.fault(fault)
  }

  #where(at: { dialog: string; step: string } | undefined): Violation['where'] {
    return at ? { dialog: at.dialog, step: at.step } : {}
  }
}
