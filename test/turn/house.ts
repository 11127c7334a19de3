import type { Business } from '../../src/business/business.ts'
import { type Case, caseCodec } from '../../src/cases/case.ts'
import { customerCodec } from '../../src/cases/customer.ts'
import type { Desk } from '../../src/cases/desk-file.ts'
import { readDuty } from '../../src/cases/duty.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'
import type { Inbound, PushChannel } from '../../src/channels/channel.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { indexName, logName, recordKey } from '../../src/store/keys.ts'
import type { Store } from '../../src/store/store.ts'
import { createLogger, createMetrics } from '../../src/telemetry.ts'
import { botDesk } from '../../src/turn/bot-desk.ts'
import { startCaller } from '../../src/turn/caller.ts'
import type { Channel, Head } from '../../src/turn/conversation.ts'
import { createIntake } from '../../src/turn/intake.ts'
import type { Loop } from '../../src/turn/loop.ts'
import type { runTurn } from '../../src/turn/run-turn.ts'
import { type SenderParts, startSender } from '../../src/turn/sender.ts'
import { startSweeper } from '../../src/turn/sweeper.ts'
import { decodeLine, type ReadLine } from '../../src/turn/transcript.ts'
import type { TurnIn, TurnOut } from '../../src/turn/turn.ts'
import { startWorker } from '../../src/turn/worker.ts'
import type { Recognizer } from '../../src/understanding/recognizer.ts'
import { countingIds, ManualClock } from '../support/manual-clock.ts'
import { until } from '../support/until.ts'

export type Turn = typeof runTurn

/** A turn that repeats what it heard. */
export const echo: Turn = (turn) => answering(turn, `echo: ${wordsOf(turn)}`)

export function wordsOf(turn: TurnIn): string {
  return turn.input.kind === 'message' ? turn.input.text : turn.input.kind
}

export function answering(turn: TurnIn, ...texts: string[]): TurnOut {
  return {
    bot: turn.bot,
    facts: [],
    say: texts.map((text) => ({ text })),
    commitments: [],
    timers: [],
    next: { kind: 'wait' },
  }
}

/** Read once for all tests of a file; each house has its own copy. */
const houseDesk = await loadDesk('desk.yaml')

/** The whole message path over a real store, with a bot, a company and a clock that the test writes. */
export class House {
  readonly clock = new ManualClock()
  readonly ids = countingIds()
  readonly metrics = createMetrics()
  readonly store: Store
  readonly desk: Desk
  /** Where customers write who begin without saying so. */
  channel: Channel = 'web'
  /** The conversations that were begun here. */
  readonly begun: Head[] = []
  readonly #loops: Loop[] = []
  #messages = 0

  private constructor(store: Store, desk: Desk) {
    this.store = store
    this.desk = desk
  }

  static async open(
    wrap: (store: Store) => Store = (store) => store,
    open: (clock: ManualClock) => Store | Promise<Store> = (clock) =>
      openEmbedded({ folder: ':memory:', clock }),
  ): Promise<House> {
    const clock = new ManualClock()
    const house = new House(wrap(await open(clock)), structuredClone(houseDesk))
    Object.assign(house, { clock })
    return house
  }

  get intake() {
    return createIntake({
      store: this.store,
      clock: this.clock,
      ids: this.ids,
      desk: this.desk,
      duty: this.duty,
      welcome: () => ({ text: 'welcome' }),
      metrics: this.metrics,
    })
  }

  duty = () => readDuty(this.store, this.desk, this.clock.now())

  get deskDeps() {
    const { store, desk, ids } = this
    return { store, desk, ids }
  }

  #common(by = 'test') {
    const { store, clock, ids, desk, duty, metrics } = this
    return { store, clock, ids, desk, duty, metrics, by, logger: createLogger('silent') }
  }

  worker(turn: Turn, recognizer: Recognizer = silent, desk = this.#emptyDesk()): Loop {
    return this.#keep(
      startWorker({
        ...this.#common(),
        botDesk: desk,
        recognizer,
        turn,
      }),
    )
  }

  #emptyDesk() {
    return botDesk({ company: this.desk.company, timeZone: this.desk.timeZone, dialogs: [] })
  }

  caller(business: Business): Loop {
    return this.#keep(startCaller({ ...this.#common(), business }))
  }

  sweeper(): Loop {
    return this.#keep(startSweeper({ ...this.#common(), due: [], pushed: ['whatsapp'] }))
  }

  sender(channel: PushChannel, receipts?: SenderParts['receipts']): Loop {
    const cards = receipts ? { receipts } : {}
    return this.#keep(startSender({ ...this.#common(), ...cards, random: () => 0.5 }, channel))
  }

  #keep(loop: Loop): Loop {
    this.#loops.push(loop)
    return loop
  }

  async start(channel = this.channel): Promise<Head> {
    return await this.startAs(this.ids.next(), channel)
  }

  /** A conversation of the customer whom the channel knows by this id. */
  async startAs(outsideId: string, channel = this.channel): Promise<Head> {
    const head = await this.intake.start({ channel, outsideId, address: {}, language: 'es' })
    this.begun.push(head)
    return head
  }

  /** A conversation with somebody who has proven to be the holder of account 445566. */
  async startProven(): Promise<Head> {
    const head = await this.start()
    const [stored] = await this.store.read([recordKey.customer(head.customerId)])
    if (!stored) throw new Error('no customer')
    const record = customerCodec.read(stored)
    const proven = {
      class: 'known',
      value: '445566',
      source: 'business',
      at: 0,
      conversationId: head.id,
    } as const
    const value = { ...record.value, facts: { ...record.value.facts, proven } }
    await this.store.commit({ id: this.ids.next(), put: [customerCodec.put({ ...record, value })] })
    return head
  }

  async say(head: Head, text: string, more: Partial<Inbound> = {}) {
    this.#messages += 1
    return await this.intake.accept(head.id, {
      messageId: `message-${this.#messages}`,
      text,
      attachments: [],
      ...more,
    })
  }

  async lines(head: Pick<Head, 'id'>): Promise<ReadLine[]> {
    return (await this.store.lines(logName.conversation(head.id), 0, 1_000)).map(decodeLine)
  }

  /** What was said, as `who: words`, without the greeting. */
  async transcript(head: Pick<Head, 'id'>): Promise<string[]> {
    return (await this.lines(head))
      .flatMap((line) => (line.kind === 'message' ? [`${line.from.kind}: ${line.text}`] : []))
      .slice(1)
  }

  async saidBy(head: Head, who: 'bot' | 'system'): Promise<string[]> {
    return (await this.lines(head))
      .flatMap((line) => (line.kind === 'message' && line.from.kind === who ? [line.text] : []))
      .filter((text) => text !== 'welcome')
  }

  async caseOf(head: Head): Promise<Case | undefined> {
    const [stored] = await this.store.read([recordKey.head(head.id)])
    const key = stored && (JSON.parse(stored.body) as { caseKey?: string }).caseKey
    if (!key) return undefined
    const [record] = await this.store.read([recordKey.case(key)])
    return record && caseCodec.read(record).value
  }

  /** Until no input waits for the bot. */
  async quiet(): Promise<void> {
    await until(
      async () => (await this.store.rank(indexName.inputs(), 'none')).size === 0,
      'all inputs answered',
    )
  }

  async close(): Promise<void> {
    for (const loop of this.#loops) await loop.stop()
    await this.store.close()
  }
}

/** Understands nothing. */
const silent: Recognizer = {
  recognize: () =>
    Promise.resolve({ intent: undefined, candidates: [], entities: [], language: 'es', by: 'test' }),
}
