import { createHmac } from 'node:crypto'
import { GraphApi, type Sent, type Trouble } from '../support/graph-api.ts'
import { statusOf, webhookOf } from '../support/whatsapp-phone.ts'
import { anyServer, ask, type Clients, pause } from './client.ts'
import { Line } from './line.ts'
import type { Chance } from './random.ts'

/** What can become of the way to Meta: its answers get lost, it refuses, it is slow, or gone. */
export const GRAPH_FAULTS = ['unanswered', 'refusing', 'throttling', 'slow', 'gone'] as const
export type GraphFault = (typeof GRAPH_FAULTS)[number]

/** Statuses come when they come: a part of them late, twice, and in any order. */
const STATUS_WITHIN_MS = 300
const COMES_TWICE = 0.2
const SLOW_MS = 700
/** More than a fault of a few seconds can use up. */
const MANY = 10_000

/** A message that a phone got. */
export interface Pushed {
  to: string
  text: string
  /** The line that it belongs to, as the product has tagged it. */
  tag: string
  /** Of the run's own clock, milliseconds. */
  at: number
  /** When a server had acknowledged that WhatsApp has it; undefined: not yet. */
  confirmedAt?: number
}

/** Meta on the loopback: the Graph API behind a line of its own, phones, and the statuses of what they got. */
export class WhatsApp {
  readonly api: GraphApi
  /** All that phones got, in order. */
  readonly pushed: Pushed[] = []
  readonly #line: Line
  #numbers = 0

  private constructor(api: GraphApi, line: Line) {
    this.api = api
    this.#line = line
  }

  static async open(): Promise<WhatsApp> {
    const api = await GraphApi.open()
    return new WhatsApp(api, await Line.open(Number(new URL(api.url).port)))
  }

  /** What servers are configured with: the way to Meta goes over the line. */
  get settings(): GraphApi['settings'] {
    const url = new URL(this.api.url)
    url.port = String(this.#line.port)
    return { ...this.api.settings, graphUrl: String(url) }
  }

  /** From now on statuses are posted to these servers, and times are theirs. */
  serve(clients: Clients, chance: Chance): void {
    this.api.onSent = (sent) => {
      const pushed: Pushed = { to: sent.to, text: sent.text, tag: sent.tag ?? '', at: clients.elapsed() }
      this.pushed.push(pushed)
      void this.#tellStatuses(clients, chance.fork(), sent, pushed)
    }
  }

  nextNumber(): string {
    this.#numbers += 1
    return String(573_000_000_000 + this.#numbers)
  }

  shownTo(number: string): Pushed[] {
    return this.pushed.filter(({ to }) => to === number)
  }

  set fault(fault: GraphFault | undefined) {
    this.api.calm()
    this.#line.fault =
      fault === 'slow' ? { kind: 'slow', ms: SLOW_MS } : fault === 'gone' ? { kind: 'cut' } : undefined
    const trouble = fault && TROUBLES[fault]
    if (trouble) this.api.trouble(trouble, MANY)
  }

  async close(): Promise<void> {
    await this.#line.close()
    await this.api.close()
  }

  /** Each until a server has it, as Meta does; `delivered` may come before `sent`. */
  async #tellStatuses(clients: Clients, chance: Chance, sent: Sent, pushed: Pushed): Promise<void> {
    await Promise.all(
      ['sent', 'delivered'].map(async (status) => {
        await pause(clients, chance.between(0, STATUS_WITHIN_MS))
        for (let times = chance.happens(COMES_TWICE) ? 2 : 1; times > 0; times -= 1) {
          await this.#post(clients, chance, sent, status)
          if (!clients.over.aborted) pushed.confirmedAt ??= clients.elapsed()
        }
      }),
    )
  }

  async #post(clients: Clients, chance: Chance, sent: Sent, status: string): Promise<void> {
    const { phoneNumberId, appSecret } = this.api
    const bytes = JSON.stringify(webhookOf(phoneNumberId, { statuses: [statusOf(sent, status)] }))
    while (!clients.over.aborted) {
      const headers = { 'x-hub-signature-256': signatureOf(bytes, appSecret) }
      const answer = await ask(clients, anyServer(clients, chance), '/webhooks/whatsapp', { bytes, headers })
      if (answer?.status === 200) return
      await pause(clients, chance.between(50, 400))
    }
  }
}

const TROUBLES: Partial<Record<GraphFault, Trouble>> = {
  unanswered: { kind: 'cut' },
  refusing: { kind: 'error', status: 500, code: 131_000 },
  throttling: { kind: 'error', status: 429, code: 130_429, retryAfter: 1 },
}

/** As Meta signs the bytes of a webhook. */
export function signatureOf(bytes: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`
}
