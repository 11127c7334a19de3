import type { EscapeReason } from '../../turn/turn.ts'
import type { Violation } from '../check.ts'
import { asksIn } from './asks.ts'
import { Customer } from './behaviour.ts'
import { Company } from './company.ts'
import { Conversation, type Delivery, type Parts } from './conversation.ts'
import { drawPerson, type Person, type World } from './person.ts'
import { type Random, randomOf } from './random.ts'
import type { States } from './states.ts'
import { viewOf } from './view.ts'
import { Watch } from './watch.ts'
import { MANNERS } from './words.ts'

/** A morning of a working day: every simulated conversation begins then. */
const BEGINNING = Date.UTC(2026, 10, 24, 15)
/** How often a call to the company has trouble. */
const TROUBLED = 0.15
/** Who writes on without waiting does so at once, ms. */
const MOMENT = 500
const AGENT_WORDS = { es: 'Ya quedó, revisé su caso.', en: 'All done, I have checked your case.' } as const

/** What became of one customer. */
export interface Story {
  customer: number
  person: Person
  ending: 'solved' | 'answered' | 'person' | 'left'
  /** The bot had solved something or answered it, whatever came after that. */
  helped: boolean
  /** Why people had them first. */
  reason: EscapeReason | undefined
  messages: number
  turns: number
  asks: number
  /** The most messages from an ask to a person. */
  messagesUntilPerson: number
  /** The longest run of messages that didn't help. */
  failed: number
  /** Asks typed with slips, and those of them that the door did not hear as one. */
  misspeltAsks: number
  misspeltUnheard: number
  violations: Violation[]
  transcript: () => string
}

/** Plays one customer of a run, the same whenever it is played. */
export async function simulate(
  parts: Parts,
  world: World,
  run: { seed: number; customer: number; states?: States },
): Promise<Story> {
  const chance = randomOf(run.seed, run.customer)
  const person = drawPerson(world, chance)
  const watch = new Watch(world.house.desk)
  watch.moments.push({ kind: 'stage', what: { language: person.language, channel: person.channel } })
  let turns = 0
  const conversation: Conversation = new Conversation(parts, {
    channel: person.channel,
    language: person.language,
    now: BEGINNING,
    company: new Company({
      timeZone: world.house.desk.timeZone,
      now: () => conversation?.now ?? BEGINNING,
      chance,
      troubled: TROUBLED,
    }),
    observer: {
      said: (line) => watch.said(line),
      turned(turn) {
        turns += 1
        watch.turned(turn)
        run.states?.visit(turn.after.bot, turn.after.facts, run.customer)
      },
    },
  })
  const customer = new Customer(person, world, chance)
  const channel = new Deliveries(conversation, watch, person, chance)
  for (;;) {
    const interrupts = customer.interrupts
    if (!interrupts) await conversation.settle()
    const act = customer.next(viewOf(conversation, world.house.desk), watch.progress.run)
    if (!act) break
    await conversation.pass(interrupts ? MOMENT : act.afterMs)
    await channel.send(act)
    if (conversation.isWithPeople && chance.chance(0.15)) {
      conversation.serve(AGENT_WORDS[conversation.head.language])
      await conversation.pass(60_000)
      if (chance.chance(0.5)) await channel.send(plainly(chance.pick(MANNERS[person.region].thanks)))
    }
  }
  await conversation.settle()
  await channel.flush()
  return tell(parts, person, conversation, watch, channel, { ...run, turns })
}

function plainly(text: string): Sending {
  return { texts: [text], means: { kind: 'other' }, isPlain: true }
}

type Sending = Pick<
  NonNullable<ReturnType<Customer['next']>>,
  'texts' | 'means' | 'isPlain' | 'attachments' | 'action'
>

/** The way from the customer to us: messages come twice, late, and in the wrong order. */
class Deliveries {
  readonly #conversation: Conversation
  readonly #watch: Watch
  readonly #person: Person
  readonly #chance: Random
  #late: Delivery[] = []
  sent = 0
  /** Ids of messages that clearly asked for a person. */
  readonly asked = new Set<string>()
  readonly misspelt = new Map<string, string>()

  constructor(conversation: Conversation, watch: Watch, person: Person, chance: Random) {
    this.#conversation = conversation
    this.#watch = watch
    this.#person = person
    this.#chance = chance
  }

  async send(act: Sending): Promise<void> {
    const { doubled, reordered } = this.#person
    const chance = this.#chance
    const deliveries = act.texts.map((text): Delivery => {
      this.sent += 1
      const id = `m${this.sent}`
      this.#watch.meant(id, act.means)
      if (act.means.kind === 'ask') {
        if (act.isPlain) this.asked.add(id)
        else if (act.texts.length === 1) this.misspelt.set(id, text)
      }
      return {
        id,
        text,
        ...(act.attachments ? { attachments: act.attachments } : {}),
        ...(act.action ? { action: act.action } : {}),
      }
    })
    if (deliveries.length > 1 && chance.chance(reordered)) deliveries.reverse()
    await this.flush()
    for (const delivery of deliveries) {
      await this.#deliver(delivery, [])
      if (!chance.chance(doubled)) continue
      // At once, or after whatever comes next.
      if (chance.chance(0.5)) await this.#deliver(delivery, ['again'])
      else this.#late.push(delivery)
    }
  }

  /** What was held up comes now. */
  async flush(): Promise<void> {
    const late = this.#late
    this.#late = []
    for (const delivery of late) await this.#deliver(delivery, ['again'])
  }

  async #deliver(delivery: Delivery, marks: readonly string[]): Promise<void> {
    const { attachments } = delivery
    const all = [...marks, ...(attachments ? ['file'] : [])]
    this.#watch.delivered(delivery.text, this.#conversation.now, all)
    await this.#conversation.deliver(delivery)
  }
}

function tell(
  parts: Parts,
  person: Person,
  conversation: Conversation,
  watch: Watch,
  channel: Deliveries,
  run: { customer: number; seed: number; turns: number },
): Story {
  const asks = asksIn(conversation.lines, parts.audit, channel.asked)
  const { desk } = parts.house
  if (asks.notReached.length > 0) {
    watch.fault({
      rule: 'asked-not-reached',
      where: {},
      what: `asked for a person and reached none: "${asks.notReached[0]}"`,
      fix: 'open the case in the commit that stores the ask',
    })
  } else if (asks.messages > 1) {
    watch.fault({
      rule: 'ask-took-longer',
      where: {},
      what: `it took ${asks.messages} messages from asking to a person`,
      fix: 'the message that asks must be the last one that is needed: hear it at the door',
    })
  }
  // The message that reaches the limit hands over, and so is none that was in vain.
  if (watch.progress.longest >= desk.limits.turnsWithoutProgress) {
    watch.fault({
      rule: 'unbounded-failure',
      where: {},
      what: `${watch.progress.longest} messages in a row did not help, and nobody took over`,
      fix: 'count what goes wrong, keep the count, and hand over when it is enough',
    })
  }
  const [reason] = watch.reasons
  const isDone = conversation.lines.some((line) => isDoneLine(parts, line))
  const isSolved = watch.confirmed.changes > 0
  return {
    customer: run.customer,
    person,
    ending: reason ? 'person' : isSolved ? 'solved' : isDone ? 'answered' : 'left',
    helped: isSolved || isDone,
    reason,
    messages: channel.sent,
    turns: run.turns,
    asks: asks.asks,
    messagesUntilPerson: asks.messages,
    failed: watch.progress.longest,
    misspeltAsks: channel.misspelt.size,
    misspeltUnheard: [...channel.misspelt.values()].filter((text) => parts.readAsk(text) !== 'asks').length,
    violations: watch.faults.map((fault) => ({
      ...fault,
      where: { ...fileOf(parts, fault.where.dialog), ...fault.where },
      what: `seed ${run.seed}, customer ${run.customer}: ${fault.what}`,
      transcript: watch.transcript(),
    })),
    transcript: () => watch.transcript(),
  }
}

function fileOf({ house }: Parts, dialog: string | undefined): { file?: string } {
  const file = dialog === undefined ? undefined : house.files[dialog]
  return file === undefined ? {} : { file }
}

function isDoneLine({ house }: Parts, line: Conversation['lines'][number]): boolean {
  if (line.kind !== 'message' || !line.about) return false
  const dialog = house.desk.dialogs.get(line.about.dialog)
  return dialog?.steps[line.about.step]?.kind === 'done' && !dialog.aside
}
