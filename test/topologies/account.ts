import { readCaseNamed } from '../../src/cases/reserved-key.ts'
import { StoreAway } from '../../src/errors.ts'
import { logName } from '../../src/store/keys.ts'
import type { Store } from '../../src/store/store.ts'
import { decodeLine } from '../../src/turn/transcript.ts'
import { Customer, type Written } from '../support/direct-line.ts'

/** A customer asks for a person at every so many messages; whoever has asked goes on as a new customer. */
const ASKS_AT = 4
const AGAIN_MS = 250

interface Sent {
  conversationId: string
  text: string
  isAsk: boolean
  /** The key of the receipt, for an ask that was kept on the disk. */
  keptAs?: string
}

export interface Verdict {
  messages: number
  lost: number
  asks: number
  kept: number
  lostAsks: number
  doubles: number
}

/** What one customer after another was told is stored. */
export class Account {
  readonly #urls: readonly string[]
  #next = 0
  readonly #sent: Sent[] = []
  /** When each acknowledgement came, milliseconds. */
  readonly acked: number[] = []
  #customer: Customer

  private constructor(urls: readonly string[], customer: Customer) {
    this.#urls = urls
    this.#customer = customer
  }

  static async open(urls: readonly string[]): Promise<Account> {
    return new Account(urls, await Customer.arrive(urls[0] ?? ''))
  }

  /** Each request goes to the next server, also when it is one sent again, as behind a load balancer. */
  get #url(): string {
    this.#next += 1
    return this.#urls[this.#next % this.#urls.length] ?? ''
  }

  /** Writes one message after another, each until it is acknowledged. */
  async talk(goesOn: () => boolean): Promise<void> {
    for (let n = 1; goesOn(); n += 1) {
      const isAsk = n % ASKS_AT === 0
      const text = isAsk ? `quiero hablar con una persona, van ${n}` : `hola, van ${n}`
      const { conversationId } = this.#customer
      const answer = await this.#untilAcked(this.#customer.write(text), goesOn)
      if (!answer) return
      const keptAs = answer.escotilla?.caseKey
      this.#sent.push({ conversationId, text, isAsk, ...(keptAs === undefined ? {} : { keptAs }) })
      if (isAsk) this.#customer = await this.#another(goesOn)
    }
  }

  async #another(goesOn: () => boolean): Promise<Customer> {
    for (;;) {
      const next = await Customer.arrive(this.#url).catch(() => undefined)
      if (next) return next
      if (!goesOn()) return this.#customer
      await pause()
    }
  }

  async #untilAcked(written: Written, goesOn: () => boolean) {
    for (;;) {
      const answer = await written.answer(this.#url).catch(() => undefined)
      if (answer?.status === 200) {
        this.acked.push(performance.now())
        return answer.body
      }
      if (!goesOn()) return undefined
      await pause()
    }
  }

  /** Holds it against the store, once what was kept elsewhere is in or the time is over. */
  async settle(store: Store, end: number): Promise<Verdict> {
    for (;;) {
      // Who looks may have been connected to the server that hangs.
      const verdict = await this.#judge(store).catch((thrown: unknown) => {
        if (!(thrown instanceof StoreAway) || performance.now() > end) throw thrown
      })
      if (verdict && (verdict.lostAsks === 0 || performance.now() > end)) return verdict
      await pause()
    }
  }

  async #judge(store: Store): Promise<Verdict> {
    const verdict: Verdict = { messages: 0, lost: 0, asks: 0, kept: 0, lostAsks: 0, doubles: 0 }
    for (const { conversationId, text, isAsk, keptAs } of this.#sent) {
      const lines = (await store.lines(logName.conversation(conversationId), 0, 1_000)).map(decodeLine)
      const said = lines.filter((line) => line.kind === 'message' && line.text === text).length
      const opened = lines.some((line) => line.kind === 'event' && line.name.startsWith('case-'))
      const receiptHolds = keptAs === undefined || (await readCaseNamed(store, keptAs)) !== undefined
      verdict.messages += 1
      if (said === 0) verdict.lost += 1
      if (said > 1) verdict.doubles += 1
      if (!isAsk) continue
      verdict.asks += 1
      if (keptAs !== undefined) verdict.kept += 1
      if (said === 0 || !opened || !receiptHolds) verdict.lostAsks += 1
    }
    return verdict
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
}
