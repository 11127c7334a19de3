import { threadId } from '../../src/channels/whatsapp/threads.ts'
import { Phone, webhookOf } from '../support/whatsapp-phone.ts'
import { anyServer, ask, type Clients } from './client.ts'
import type { CustomerAccount, Ledger, Sent } from './ledger.ts'
import type { Ear } from './listening.ts'
import type { Chance } from './random.ts'
import type { Arrived, Way } from './way.ts'
import { signatureOf, type WhatsApp } from './whatsapp.ts'

interface PhoneParts {
  clients: Clients
  ledger: Ledger
  chance: Chance
  whatsapp: WhatsApp
}

/** A customer on WhatsApp: what they write comes as signed webhooks, until one of the servers says that it has it. */
export function arriveByPhone(parts: PhoneParts, name: string): Arrived {
  const { whatsapp } = parts
  const number = whatsapp.nextNumber()
  const account: CustomerAccount = {
    name,
    channel: 'whatsapp',
    conversationId: threadId(whatsapp.api.phoneNumberId, number),
    address: number,
    sent: [],
    seen: [],
    seenUpTo: 0,
    lastSeq: 0,
  }
  return { account, way: new PhoneWay({ ...parts, chance: parts.chance.fork() }, number, name) }
}

class PhoneWay implements Way {
  readonly ear: Ear
  readonly #parts: PhoneParts
  readonly #phone: Phone

  constructor(parts: PhoneParts, number: string, name: string) {
    this.#parts = parts
    this.#phone = new Phone(number, name)
    this.ear = new Screen(parts.whatsapp, number)
  }

  idOf(nth: number): string {
    return `wamid.${this.#phone.number}.${nth}`
  }

  async post(message: Sent, patienceMs?: number): Promise<void> {
    const { clients, ledger, chance, whatsapp } = this.#parts
    const { phoneNumberId, appSecret } = whatsapp.api
    const written = { ...this.#phone.text(message.text), id: message.id }
    const bytes = JSON.stringify(
      webhookOf(phoneNumberId, { contacts: [this.#phone.contact()], messages: [written] }),
    )
    const answer = await ask(clients, anyServer(clients, chance), '/webhooks/whatsapp', {
      bytes,
      headers: { 'x-hub-signature-256': signatureOf(bytes, appSecret) },
      ...(patienceMs === undefined ? {} : { patienceMs }),
    })
    ledger.note(message, answer, clients.elapsed())
  }
}

/** What the phone shows. It is pushed, so there is nothing to find again. */
class Screen implements Ear {
  readonly #whatsapp: WhatsApp
  readonly #number: string
  #seen = 0

  constructor(whatsapp: WhatsApp, number: string) {
    this.#whatsapp = whatsapp
    this.#number = number
  }

  hears(): Promise<boolean> {
    const shown = this.#whatsapp.shownTo(this.#number).length
    const isNews = shown > this.#seen
    this.#seen = shown
    return Promise.resolve(isNews)
  }

  disturb(): void {
    // There is no line that could be cut.
  }

  close(): void {
    // A phone stays on.
  }
}
