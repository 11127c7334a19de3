import { ask, type Clients, insist, pause } from './client.ts'
import type { CustomerAccount, Ledger, Sent } from './ledger.ts'
import type { Chance } from './random.ts'

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

/** Sometimes, so that a run has everything in it. */
const ASKS_AT_ALL = 0.7
const ASKS_AT_ONCE = 0.25
const ASKS_AGAIN = 0.3
const WAITS_FOR_ANSWER = 0.5
const POSTS_TWICE = 0.15
const IS_IMPATIENT = 0.1
const REPEATS_LATE = 0.1
const TWO_AT_ONCE = 0.1

interface ActivitySet {
  activities: { id: string; type: string; from: { id: string } }[]
  watermark: string
}

/** A customer who writes as a widget does: what isn't acknowledged is sent again, with the same id, to anybody. */
export class ScriptedCustomer {
  readonly #clients: Clients
  readonly #ledger: Ledger
  readonly #chance: Chance
  readonly #account: CustomerAccount

  private constructor(clients: Clients, ledger: Ledger, chance: Chance, account: CustomerAccount) {
    this.#clients = clients
    this.#ledger = ledger
    this.#chance = chance
    this.#account = account
  }

  /** Undefined: the run was over before anybody let them in. */
  static async arrive(
    clients: Clients,
    ledger: Ledger,
    chance: Chance,
    name: string,
  ): Promise<ScriptedCustomer | undefined> {
    const minted = await insist(clients, chance, '/v3/directline/tokens/generate', { body: {} })
    const { token } = (minted?.body ?? {}) as { token?: string }
    if (token === undefined) return undefined
    const started = await insist(clients, chance, '/v3/directline/conversations', {
      body: {},
      headers: { authorization: `Bearer ${token}` },
    })
    const conversation = (started?.body ?? {}) as { token?: string; conversationId?: string }
    if (conversation.token === undefined || conversation.conversationId === undefined) return undefined
    const account = {
      name,
      conversationId: conversation.conversationId,
      token: conversation.token,
      sent: [],
      seen: [],
      seenUpTo: 0,
    }
    ledger.customers.push(account)
    return new ScriptedCustomer(clients, ledger, chance, account)
  }

  /** Says what this customer came to say. Ends early when the run is over. */
  async talk(): Promise<void> {
    const chance = this.#chance
    const before = chance.happens(ASKS_AT_ONCE) ? 0 : chance.between(1, 5)
    for (let n = 0; n < before; n += 1) {
      if (chance.happens(TWO_AT_ONCE)) {
        // Nobody can say in which order these two arrive.
        await Promise.all([this.#write(chance.pick(CHATTER)), this.#write(chance.pick(CHATTER))])
      } else await this.#write(chance.pick(CHATTER))
      if (chance.happens(WAITS_FOR_ANSWER)) await this.#waitForAnswer()
    }
    if (!chance.happens(ASKS_AT_ALL)) return
    const asks = chance.happens(TWO_AT_ONCE) ? 2 : 1
    await Promise.all(Array.from({ length: asks }, () => this.#write(chance.pick(ASKS), true)))
    for (let n = chance.between(0, 3); n > 0; n -= 1) {
      await this.#listen()
      await pause(this.#clients, chance.between(50, 600))
      if (chance.happens(ASKS_AGAIN)) await this.#write(chance.pick(ASKS), true)
      else await this.#write(chance.pick(TO_PEOPLE))
    }
  }

  /** Reads on from the watermark until nothing more comes: what this client has seen of everything said. */
  async listenToTheEnd(): Promise<void> {
    while (await this.#listen()) if (this.#clients.over.aborted) return
  }

  async #write(text: string, asks = false): Promise<void> {
    const { sent } = this.#account
    const message: Sent = {
      id: `${this.#account.name}-${sent.length + 1}`,
      text,
      asks,
      postedAt: this.#clients.elapsed(),
    }
    sent.push(message)
    const chance = this.#chance
    if (chance.happens(IS_IMPATIENT)) await this.#post(message, chance.between(1, 40))
    else if (chance.happens(POSTS_TWICE)) await Promise.all([this.#post(message), this.#post(message)])
    while (message.ackedAt === undefined && !this.#clients.over.aborted) {
      await this.#post(message)
      if (message.ackedAt === undefined) await pause(this.#clients, chance.between(50, 400))
    }
    const earlier = sent.at(-2)
    // A copy that was long on its way.
    if (earlier && chance.happens(REPEATS_LATE)) await this.#post(earlier)
  }

  async #post(message: Sent, patienceMs?: number): Promise<void> {
    const server = this.#chance.between(0, this.#clients.urls().length - 1)
    const answer = await ask(this.#clients, server, this.#path(), {
      body: {
        type: 'message',
        text: message.text,
        from: { id: 'me' },
        channelData: { clientActivityID: message.id },
      },
      headers: this.#headers(),
      ...(patienceMs === undefined ? {} : { patienceMs }),
    })
    if (answer?.status === 200) {
      const at = this.#clients.elapsed()
      message.ackedAt ??= at
      const { escotilla } = answer.body as { escotilla?: { kept?: boolean; caseKey: string } }
      if (escotilla?.kept) message.kept = [...(message.kept ?? []), escotilla.caseKey]
      this.#ledger.acknowledged.push({ server, postedAt: answer.postedAt, at })
    } else if (answer && answer.status !== 503 && answer.status !== 429) {
      this.#ledger.odd.push(`a customer's message got ${answer.status}: ${JSON.stringify(answer.body)}`)
    }
  }

  async #waitForAnswer(): Promise<void> {
    const until = this.#clients.elapsed() + 2_000
    while (this.#clients.elapsed() < until && !this.#clients.over.aborted) {
      if (await this.#listen()) return
      await pause(this.#clients, 50)
    }
  }

  /** One page from the watermark. Whether there was anything new from the other side. */
  async #listen(): Promise<boolean> {
    const answer = await insist(
      this.#clients,
      this.#chance,
      `${this.#path()}?watermark=${this.#account.seenUpTo}`,
      {
        headers: this.#headers(),
      },
    )
    if (answer?.status !== 200) return false
    const { activities, watermark } = answer.body as ActivitySet
    this.#account.seenUpTo = Number(watermark)
    const said = activities.filter(({ type }) => type === 'message')
    this.#account.seen.push(...said.map(({ id }) => id))
    return said.length > 0
  }

  #path(): string {
    return `/v3/directline/conversations/${this.#account.conversationId}/activities`
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#account.token}` }
  }
}
