import type { Desk } from '../../cases/desk-file.ts'
import type { Accepted } from '../../channels/channel.ts'
import { messageOf } from '../../errors.ts'
import { LANGUAGES } from '../../language.ts'
import { recordKey } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { type Channel, headShape } from '../../turn/conversation.ts'
import { CUSTOMER_ACTIONS, type Outcome } from '../../turn/line.ts'
import type { Hands } from '../../turn/worker.ts'
import type { Moment } from '../transcript.ts'
import { Actor, actorStore, type Judge } from './actor.ts'
import { doAs, sayAs } from './agents.ts'
import { caseOf, headOf, judgeCommit, judgeState, linesOf, openCaseOf, timesStored } from './judge.ts'
import { ModelClock } from './model-clock.ts'
import { ModelStore } from './model-store.ts'
import { intakeOf, PARTS, type Part, startPart } from './parts.ts'
import type { Finding } from './rules.ts'
import { firstScene, type Scene, type Sent } from './scene.ts'
import { copyState } from './store-state.ts'

/**
 * Plays moments of a transcript on the real intake, worker, caller, sweeper, sender and desk, over a model store whose
 * every commit is judged. One moment after the other (`play`); or together, one step at a time (`begin`, `step`).
 */
export class Play {
  readonly store: ModelStore
  readonly clock: ModelClock
  readonly desk: Desk
  readonly actors: Actor[] = []
  readonly findings: Finding[] = []
  readonly sent: Sent[]
  readonly answers: Outcome[]
  readonly conversations: string[]
  commits = 0
  #channel: Channel
  #language: Scene['language']
  #house: Actor
  #isParked = false
  /** The first worker that has begun together with others: who writes after it writes to its process. */
  #hands: Hands | undefined

  constructor(scene: Scene) {
    this.desk = scene.desk
    this.clock = new ModelClock(scene.now)
    this.store = new ModelStore(this.clock, copyState(scene.state))
    this.#house = new Actor('house', scene.drawn)
    this.#channel = scene.channel
    this.#language = scene.language
    this.conversations = [...scene.conversations]
    this.sent = scene.sent.map((one) => ({ ...one }))
    this.answers = [...scene.answers]
  }

  /** How things stand. Whoever is in the middle of something is not in it, as after a crash. */
  scene(): Scene {
    return {
      desk: this.desk,
      state: copyState(this.store.state),
      now: this.clock.now(),
      drawn: this.#house.drawn,
      channel: this.#channel,
      language: this.#language,
      conversations: [...this.conversations],
      sent: this.sent.map((one) => ({ ...one })),
      answers: [...this.answers],
    }
  }

  /** One moment, from its beginning to its end. */
  async play(moment: Moment): Promise<void> {
    this.#isParked = false
    switch (moment.kind) {
      case 'stage':
        this.#set(moment.what)
        break
      case 'time':
        this.clock.advance(moment.ms)
        break
      case 'outcome':
        this.answers.push(moment.outcome)
        break
      case 'customer':
      case 'agent':
      case 'agent-says':
        await this.#act(this.#house, moment)
        break
      case 'runs':
        await this.#run(moment.part)
        break
      default:
        throw new SyntaxError(`"${moment.kind}" is not to be played`)
    }
    await settled()
  }

  /** A part of the program works until nothing is left to do. */
  async #run(part: string): Promise<void> {
    const { kill } = await this.start(part)
    kill()
  }

  /** Sets parts of the program going, until they are killed. */
  async start(...parts: string[]): Promise<{ kill: () => void }> {
    this.#isParked = false
    const actors = parts.map((part) => this.#begin(new Actor(`${part}-${this.#house.ids.next()}`), part))
    await settled()
    return {
      kill() {
        for (const actor of actors) actor.kill()
      },
    }
  }

  /** Begins moments that happen together, each up to its first step. */
  async begin(moments: readonly Moment[]): Promise<void> {
    this.#isParked = false
    for (const moment of moments) {
      if (moment.kind === 'customer') await this.#conversation(moment)
    }
    this.#isParked = true
    for (const moment of moments) {
      const actor = new Actor(this.#nameOf(moment))
      this.actors.push(actor)
      if (moment.kind === 'runs') this.#begin(actor, moment.part)
      else if (moment.kind === 'time') this.#waitFor(actor, moment.ms)
      else {
        void this.#act(actor, moment).then(
          (answer) => {
            actor.answer = answer
          },
          (thrown: unknown) => {
            actor.fault = messageOf(thrown)
            this.findings.push({ rule: 'threw', what: `${actor.name} was answered: ${actor.fault}` })
          },
        )
      }
    }
    await settled()
  }

  /** Lets the next step of an actor through. Answers what it was; undefined when there is none. */
  async step(actor: Actor): Promise<string | undefined> {
    const [point] = actor.points
    if (!point?.isReady()) return undefined
    actor.points.shift()
    point.go()
    await settled()
    return point.label
  }

  /** As a crash does: nothing that they asked for is ever answered. */
  killAll(): void {
    for (const actor of this.actors) actor.kill()
    this.#isParked = false
    this.#hands = undefined
  }

  /** Sends what was not acknowledged again, as channels do. */
  async sendAgain(): Promise<void> {
    for (const one of this.sent) if (!one.isAcknowledged) await this.#accept(this.#house, one)
  }

  #begin(actor: Actor, name: string): Actor {
    const part = PARTS.find((one) => name === one || name.startsWith(`${one}-`))
    if (!part) throw new SyntaxError(`there is no part "${name}"; it is one of: ${PARTS.join(', ')}`)
    const hands = startPart(part satisfies Part, this.#ground(actor), {
      business: { kind: 'sandbox', call: () => this.#company(actor) },
      channel: {
        channel: this.#channel,
        send: (head, message) => {
          this.#handOn(head.id, message.from.kind, message.text)
          return Promise.resolve()
        },
      },
    })
    if (hands && this.#isParked) this.#hands ??= hands
    return actor
  }

  #ground(actor: Actor) {
    return { store: this.#storeFor(actor), clock: this.clock, desk: this.desk, actor }
  }

  #storeFor(actor: Actor): Store {
    const judge: Judge = async (_, change, write) => {
      const before = copyState(this.store.state)
      const result = await write()
      if (result.outcome === 'committed') {
        this.commits += 1
        const after = this.store.state
        this.findings.push(...judgeCommit({ before, after, change }), ...judgeState(after))
      }
      return result
    }
    return actorStore(this.store, actor, { isParked: () => this.#isParked, judge })
  }

  async #act(actor: Actor, moment: Moment): Promise<string> {
    const deps = { store: this.#storeFor(actor), desk: this.desk, ids: actor.ids }
    switch (moment.kind) {
      case 'customer': {
        const sent = await this.#send(moment)
        const { outcome, seq } = await this.#accept(actor, sent)
        return `${outcome} ${seq}`
      }
      case 'agent':
        return await doAs(deps, moment.name, moment.does, this.caseKey)
      case 'agent-says':
        return await sayAs(deps, moment.name, moment.text, this.caseKey)
      default:
        throw new SyntaxError(`nobody does "${moment.kind}"`)
    }
  }

  async #accept(actor: Actor, sent: Sent): Promise<Accepted> {
    const { conversation, inbound } = sent
    const accepted = await intakeOf(this.#ground(actor), this.#hands).accept(conversation, inbound)
    sent.isAcknowledged = true
    if (timesStored(this.store.state, conversation, inbound.clientId) !== 1) {
      const what = `“${inbound.text}” was acknowledged and is not in the log`
      this.findings.push({ rule: 'acknowledged-before-stored', what })
    }
    return accepted
  }

  async #send(moment: Extract<Moment, { kind: 'customer' }>): Promise<Sent> {
    const { marks = [] } = moment
    const text = marks.includes('first button') ? this.#firstButton() : moment.text
    const before = this.sent.at(-1)
    if (marks.includes('again') && before) return before
    const conversation = await this.#conversation(moment)
    const id = `message-${this.sent.length + 1}`
    const action = CUSTOMER_ACTIONS.find((one) => marks.includes(one))
    const sent: Sent = {
      conversation,
      isAcknowledged: false,
      inbound: {
        messageId: id,
        clientId: id,
        text,
        attachments: marks.includes('file') ? [{ contentType: 'image/png', name: 'foto.png' }] : [],
        ...(action === undefined ? {} : { action }),
      },
    }
    this.sent.push(sent)
    return sent
  }

  /** Where a message is written: in the customer's first conversation, or `{in 2}`; begun when it is first used. */
  async #conversation(moment: Extract<Moment, { kind: 'customer' }>): Promise<string> {
    const number = Number(
      /^in (\d)$/.exec(moment.marks?.find((mark) => mark.startsWith('in ')) ?? '')?.[1] ?? 1,
    )
    return await this.open(number)
  }

  /** The customer opens their first conversation, or the one of this number. */
  async open(number = 1): Promise<string> {
    while (this.conversations.length < number) {
      const head = await intakeOf(this.#ground(this.#house)).start({
        id: `c${this.conversations.length + 1}`,
        channel: this.#channel,
        outsideId: 'customer',
        address: {},
        language: this.#language,
      })
      this.conversations.push(head.id)
    }
    return this.conversations[number - 1] ?? ''
  }

  /** The case that an agent has before them. */
  get caseKey(): string | undefined {
    const head = this.#firstHead
    return head && (openCaseOf(this.store.state, head.customerId)?.key ?? head.caseKey)
  }

  /** What the last words to the customer offer first. */
  #firstButton(): string {
    const lines = linesOf(this.store.state, this.conversations[0] ?? '')
    const last = lines.findLast((line) => line.kind === 'message' && line.from.kind !== 'customer')
    return (last?.kind === 'message' && last.buttons?.[0]?.label) || ''
  }

  get #firstHead() {
    const [first] = this.conversations
    return first === undefined ? undefined : headOf(this.store.state, first)
  }

  #company(actor: Actor): Promise<Outcome> {
    const answer = (): Outcome | undefined => this.answers.shift()
    if (!this.#isParked) {
      const outcome = answer()
      return outcome ? Promise.resolve(outcome) : new Promise(() => undefined)
    }
    return new Promise((resolve) => {
      actor.points.push({
        label: 'the company answers',
        footprint: { reads: [], writes: ['company'] },
        isReady: () => this.answers.length > 0,
        go() {
          const outcome = answer()
          actor.saw(JSON.stringify(outcome))
          if (outcome) resolve(outcome)
        },
      })
    })
  }

  #waitFor(actor: Actor, ms: number): void {
    actor.points.push({
      label: 'passes',
      footprint: { reads: [], writes: ['time'] },
      isReady: () => true,
      go: () => this.clock.advance(ms),
    })
  }

  /** A line of the bot that no channel has got by the time an agent has the chat is withheld. */
  #handOn(conversationId: string, from: string, text: string): void {
    const owner = caseOf(this.store.state, headOf(this.store.state, conversationId)?.caseKey)
    if (from !== 'bot' || owner?.state.kind !== 'agent') return
    const what = `“${text}” of the bot is handed to the channel while ${owner.state.agentName} has the chat`
    this.findings.push({ rule: 'bot-line-handed-on-over-agent', what })
  }

  #nameOf(moment: Moment): string {
    const name =
      moment.kind === 'runs'
        ? moment.part
        : moment.kind === 'agent' || moment.kind === 'agent-says'
          ? moment.name
          : moment.kind
    const same = this.actors.filter((actor) => actor.name.replace(/-\d$/, '') === name).length
    return same === 0 ? name : `${name}-${same + 1}`
  }

  #set(what: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(what)) {
      switch (name) {
        case 'channel':
          this.#channel = headShape.shape.channel.parse(value)
          break
        case 'language':
          this.#language = LANGUAGES.find((one) => one === value) ?? this.#language
          break
        case 'desk':
          if (value === 'closed') this.clock.advance(firstScene(this.desk, true).now - this.clock.now())
          break
        default:
          this.#garble(name, value)
      }
    }
  }

  /** A record as a fault of the disk, or a newer version of the program, may leave it. */
  #garble(record: string, how: string): void {
    const head = this.#firstHead
    const keys: Record<string, string | undefined> = {
      bot: head && recordKey.bot(head.id),
      customer: head && recordKey.customer(head.customerId),
      case: this.caseKey === undefined ? undefined : recordKey.case(this.caseKey),
    }
    const key = keys[record]
    if (key === undefined) return
    const { version = 0, body = '{}' } = this.store.state.records.get(key) ?? {}
    this.store.state.records.set(key, {
      key,
      version: version + 1,
      schema: how === 'newer' ? 99 : 1,
      body: how === 'newer' ? body : '{"broken',
    })
  }
}

/** Between two steps there is nothing but promises: they are through when the event loop comes round. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
