import type { Clock, Ids } from '../../clock.ts'
import { isNotStored, messageOf } from '../../errors.ts'
import type { Language } from '../../language.ts'
import type { Store } from '../../store/store.ts'
import type { Logger, Metrics } from '../../telemetry.ts'
import { turnsTo } from '../../understanding/language.ts'
import type { Caller, Inbound, Intake, Kept, Reception } from '../channel.ts'
import type { ChannelState } from './channel-state.ts'
import type { Graph } from './graph.ts'
import { InTurn } from './in-turn.ts'
import type { Item, Sender } from './incoming.ts'
import { filesOf } from './media-records.ts'
import { noteReaction } from './reactions.ts'
import { texts } from './render.ts'
import { takeStatus } from './statuses.ts'
import { outsideIdOf, recipientOf, type Threads } from './threads.ts'

export interface ReceptionDeskParts {
  store: Store
  clock: Clock
  ids: Ids
  intake: Intake
  reception: Reception
  graph: Graph
  state: ChannelState
  threads: Threads
  logger: Logger
  metrics: Pick<Metrics, 'webhookLeft'>
  defaultLanguage: Language
  /** A message is stored: what can be done about it besides. */
  onStored(message: { conversationId: string; messageId: string }): void
}

type Message = Extract<Item, { kind: 'message' }>

/** How long words that were kept on the disk may take to be told; they are told again when the store is back. */
const TELL_LIMIT_MS = 10_000
/** Asks of which the customer was told that they are kept. */
const TOLD = 1_000

/** Stores all that a webhook tells, each customer's in order; what can't be stored now hinders nothing else. */
export class ReceptionDesk {
  readonly #parts: ReceptionDeskParts
  readonly #turns = new InTurn()
  readonly #told = new Set<string>()

  constructor(parts: ReceptionDeskParts) {
    this.#parts = parts
  }

  /**
   * Resolves when all of it is stored. Throws what kept something from it, when everything else is done: WhatsApp sends
   * all of it again, and knows nothing of what was stored; messages are known by their ids.
   */
  async take(items: readonly Item[]): Promise<void> {
    // Phones may send out of order; within a second it is the order of the webhook.
    const inOrder = items.toSorted((a, b) => timeOf(a) - timeOf(b))
    const done = await Promise.allSettled(inOrder.map((item) => this.#takeOne(item)))
    const faults = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    const [first] = faults
    if (first === undefined) return
    // Whatever else is wrong with another item: all of it comes again when the store is back.
    throw faults.find(isNotStored) ?? first
  }

  async #takeOne(item: Item): Promise<void> {
    const { store, threads, metrics } = this.#parts
    switch (item.kind) {
      case 'left':
        metrics.webhookLeft.inc({ channel: 'whatsapp', why: item.why })
        return
      case 'status':
        await this.#turns.run(item.status.id, () => takeStatus(this.#parts, item.status))
        return
      case 'opened':
        return await this.#inTurn(item.from, async () => {
          await this.#parts.intake.start(this.#caller(item, await threads.of(item.from), ''))
        })
      case 'message':
        return await this.#inTurn(item.from, () => this.#hear(item))
      case 'reaction':
        return await this.#inTurn(item.from, async () =>
          noteReaction(this.#parts, await threads.of(item.from), item),
        )
      case 'number-changed':
        return await this.#inTurn(item.from, async () => {
          await threads.moved(item.from, item.to, item.id)
          this.#parts.logger.info({ store: store.now() }, 'a customer on WhatsApp has another number')
        })
    }
  }

  #inTurn(from: Sender, work: () => Promise<void>): Promise<void> {
    return this.#turns.run(outsideIdOf(from), work)
  }

  async #hear(item: Message): Promise<void> {
    const { threads } = this.#parts
    const conversationId = await this.#threadOf(item.from)
    const caller = this.#caller(item, conversationId, item.text)
    const { attachments, records } = filesOf(conversationId, item, this.#parts.clock.now())
    const inbound: Inbound = {
      messageId: item.id,
      // What the customer wrote is found again by it: it is marked as read when a person answers.
      clientId: item.id,
      text: item.text,
      attachments,
      records,
    }
    const received = await this.#parts.reception.accept(caller, inbound)
    if (received.outcome === 'kept') return this.#tell(caller, item.id, received)
    await threads.keep(item.from, conversationId)
    if (received.outcome === 'stored') this.#parts.onStored({ conversationId, messageId: item.id })
  }

  async #threadOf(from: Sender): Promise<string> {
    try {
      return await this.#parts.threads.of(from)
    } catch (thrown) {
      if (!isNotStored(thrown)) throw thrown
      return this.#parts.threads.guess(from)
    }
  }

  #caller(item: { from: Sender; name?: string }, id: string, text: string): Caller {
    const { defaultLanguage } = this.#parts
    return {
      id,
      channel: 'whatsapp',
      outsideId: outsideIdOf(item.from),
      ...(item.name === undefined ? {} : { customerName: item.name.slice(0, 80) }),
      address: { ...item.from },
      language: turnsTo(text, defaultLanguage) ?? defaultLanguage,
    }
  }

  /** The receipt of an ask that is on the disk: there is no line of it yet that a sender could send. */
  #tell(caller: Caller, messageId: string, { words }: Kept): void {
    if (this.#told.has(messageId)) return
    if (this.#told.size >= TOLD) this.#told.clear()
    this.#told.add(messageId)
    const { graph, state, logger } = this.#parts
    const [content] = texts(words)
    const signal = AbortSignal.timeout(TELL_LIMIT_MS)
    state
      .watch(() => graph.send({ ...recipientOf(caller), ...content }, signal))
      .catch((thrown: unknown) =>
        logger.warn({ error: messageOf(thrown) }, 'a receipt could not be told while the store is away'),
      )
  }
}

function timeOf(item: Item): number {
  return 'at' in item ? item.at : 0
}
