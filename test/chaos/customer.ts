import { type Clients, pause } from './client.ts'
import type { CustomerAccount, Ledger, Sent } from './ledger.ts'
import { POISON } from './marks.ts'
import { arriveByPhone } from './phone.ts'
import type { Chance } from './random.ts'
import type { Arrived, Way } from './way.ts'
import { arriveOnWeb } from './web.ts'
import type { WhatsApp } from './whatsapp.ts'

/** Words that are the bot's to answer: greetings, look-ups that call the company, dialogs, and words it can't know. */
const CHATTER = [
  'hola',
  'quiero cancelar el servicio',
  '445566',
  'cuánto debo',
  'no me funciona el internet',
  'dónde está mi pedido',
  'sí',
  'no',
  'gracias',
  'qué horario tienen',
  'quiero cambiar la clave del wifi',
  'el perro comió la lámpara azul',
]
const ASKS = [
  'quiero hablar con una persona',
  'páseme con un agente por favor',
  'necesito que me atienda un humano',
]
const TO_PEOPLE = ['es por la factura de marzo', 'sigo aquí', 'mi cuenta es la 445566', 'llevo días así']

/** How likely customers do what they do: such that a run has everything in it. */
export interface Manners {
  asksAtAll: number
  asksAtOnce: number
  asksAgain: number
  /** Before writing on. */
  waitsForAnswer: number
  /** The same message to two processes at once. */
  postsTwice: number
  /** Gone before the answer comes. */
  isImpatient: number
  /** A copy of an earlier message comes late. */
  repeatsLate: number
  /** Two messages on their way at once. */
  twoAtOnce: number
  /** Writes on WhatsApp, if there is any. */
  hasPhone: number
  /** On the web: listens by WebSocket; the others poll. */
  streams: number
  /** Between two messages, the socket of one who streams is cut. */
  isCut: number
  /** Writes what ends the process that runs the bot over it. */
  poisons: number
}
export const MANNERS: Manners = {
  asksAtAll: 0.7,
  asksAtOnce: 0.25,
  asksAgain: 0.3,
  waitsForAnswer: 0.5,
  postsTwice: 0.15,
  isImpatient: 0.1,
  repeatsLate: 0.1,
  twoAtOnce: 0.1,
  hasPhone: 0.35,
  streams: 0.6,
  isCut: 0.15,
  poisons: 0.01,
}

export interface CustomerParts {
  clients: Clients
  ledger: Ledger
  manners: Manners
  /** How long it takes to think of the next message, at most, milliseconds. */
  thinksMs: number
  /** Where some of them write; undefined: all come by the web. */
  whatsapp: WhatsApp | undefined
}

/** A customer who writes as a widget does: what isn't acknowledged is sent again, with the same id, to anybody. */
export class ScriptedCustomer {
  readonly #parts: CustomerParts
  readonly #chance: Chance
  readonly #account: CustomerAccount
  readonly #way: Way

  private constructor(parts: CustomerParts, chance: Chance, { account, way }: Arrived) {
    this.#parts = parts
    this.#chance = chance
    this.#account = account
    this.#way = way
  }

  /** Undefined: the run was over before anybody let them in. */
  static async arrive(
    parts: CustomerParts,
    chance: Chance,
    name: string,
  ): Promise<ScriptedCustomer | undefined> {
    const { whatsapp, manners, ledger } = parts
    const own = { ...parts, chance: chance.fork() }
    const streams = chance.happens(manners.streams)
    const arrived =
      whatsapp && chance.happens(manners.hasPhone)
        ? arriveByPhone({ ...own, whatsapp }, name)
        : await arriveOnWeb(own, name, { streams })
    if (!arrived) return undefined
    ledger.customers.push(arrived.account)
    return new ScriptedCustomer(parts, chance, arrived)
  }

  get conversationId(): string {
    return this.#account.conversationId
  }

  /** Says what this customer came to say. Ends early when the run is over. */
  async talk(): Promise<void> {
    const chance = this.#chance
    const { manners, ledger } = this.#parts
    const before = chance.happens(manners.asksAtOnce) ? 0 : chance.between(1, 5)
    for (let n = 0; n < before; n += 1) {
      if (chance.happens(manners.twoAtOnce)) {
        // Nobody can say in which order these two arrive.
        ledger.harder.reordered += 1
        await Promise.all([this.#write(chance.pick(CHATTER)), this.#write(chance.pick(CHATTER))])
      } else if (chance.happens(manners.poisons)) await this.#write(`${POISON} de ${this.#account.name}`)
      else await this.#write(chance.pick(CHATTER))
      if (chance.happens(manners.waitsForAnswer)) await this.#waitForAnswer()
      if (chance.happens(manners.isCut)) this.#way.ear.disturb()
      await this.#think()
    }
    if (chance.happens(manners.asksAtAll)) await this.#askForPerson()
    await this.#way.ear.hears()
    this.#way.ear.close()
  }

  /** Until everything up to `lastSeq` was shown to this client, or the run is over. */
  async listenTo(lastSeq: number): Promise<void> {
    this.#account.lastSeq = lastSeq
    // A phone is pushed to: nothing of it waits by now.
    if (this.#account.channel === 'whatsapp') return
    while (this.#account.seenUpTo < lastSeq && !this.#parts.clients.over.aborted) {
      if (!(await this.#way.ear.hears())) await pause(this.#parts.clients, 20)
    }
    this.#way.ear.close()
  }

  async #askForPerson(): Promise<void> {
    const chance = this.#chance
    const { manners, ledger } = this.#parts
    if (chance.happens(manners.twoAtOnce)) {
      ledger.harder.reordered += 1
      await Promise.all([this.#write(chance.pick(ASKS), true), this.#write(chance.pick(ASKS), true)])
    } else await this.#write(chance.pick(ASKS), true)
    for (let n = chance.between(0, 3); n > 0; n -= 1) {
      await this.#way.ear.hears()
      if (chance.happens(manners.isCut)) this.#way.ear.disturb()
      await this.#think()
      if (chance.happens(manners.asksAgain)) await this.#write(chance.pick(ASKS), true)
      else await this.#write(chance.pick(TO_PEOPLE))
    }
  }

  async #think(): Promise<void> {
    await pause(this.#parts.clients, this.#chance.between(0, this.#parts.thinksMs))
  }

  async #write(text: string, asks = false): Promise<void> {
    const { sent } = this.#account
    const { clients, manners, ledger } = this.#parts
    const message: Sent = {
      id: this.#way.idOf(sent.length + 1),
      text,
      asks,
      postedAt: clients.elapsed(),
    }
    sent.push(message)
    const chance = this.#chance
    if (chance.happens(manners.isImpatient)) {
      ledger.harder.givenUp += 1
      await this.#way.post(message, chance.between(1, 40))
    } else if (chance.happens(manners.postsTwice)) {
      ledger.harder.doubled += 1
      await Promise.all([this.#way.post(message), this.#way.post(message)])
    }
    while (message.ackedAt === undefined && !clients.over.aborted) {
      await this.#way.post(message)
      if (message.ackedAt === undefined) await pause(clients, chance.between(50, 400))
    }
    const earlier = sent.at(-2)
    if (earlier && chance.happens(manners.repeatsLate)) {
      ledger.harder.late += 1
      await this.#way.post(earlier)
    }
  }

  async #waitForAnswer(): Promise<void> {
    const { clients } = this.#parts
    const until = clients.elapsed() + 2_000
    while (clients.elapsed() < until && !clients.over.aborted) {
      if (await this.#way.ear.hears()) return
      await pause(clients, 50)
    }
  }
}
