import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCaseLinks } from '../../../src/cases/case-link.ts'
import { openWhatsApp, type WhatsApp } from '../../../src/channels/whatsapp/open.ts'
import { Threads } from '../../../src/channels/whatsapp/threads.ts'
import { failure } from '../../../src/http/failure.ts'
import { registerHealth } from '../../../src/http/health.ts'
import { createServer, type HttpServer } from '../../../src/http/server.ts'
import { openDiskSpool } from '../../../src/spool/disk-spool.ts'
import { indexName } from '../../../src/store/keys.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Logger } from '../../../src/telemetry.ts'
import type { Head } from '../../../src/turn/conversation.ts'
import { loadHead } from '../../../src/turn/load.ts'
import { createReception } from '../../../src/turn/reception.ts'
import type { Spool } from '../../../src/turn/spool.ts'
import { type SpoolDrain, startSpoolDrain } from '../../../src/turn/spool-drain.ts'
import { GraphApi } from '../../support/graph-api.ts'
import { until } from '../../support/until.ts'
import {
  type Phone,
  postFrom,
  postWebhook,
  type Webhook,
  type WebhookPart,
} from '../../support/whatsapp-phone.ts'
import { House, type Turn } from '../../turn/house.ts'

/** WhatsApp's channel over a real store, with the real intake, spool and sender, and a stand-in of the Graph API. */
export class WhatsAppDesk {
  readonly house: House
  readonly api: GraphApi
  readonly folder = mkdtempSync(path.join(tmpdir(), 'escotilla-whatsapp-'))
  readonly logged: Record<string, unknown>[] = []
  http!: HttpServer
  channel!: WhatsApp
  url = ''
  #spool!: Spool
  #drain!: SpoolDrain
  #isSending = false

  private constructor(house: House, api: GraphApi) {
    this.house = house
    this.api = api
  }

  static async open(
    options: { bot?: Turn; wrap?: (store: Store) => Store; template?: string } = {},
  ): Promise<WhatsAppDesk> {
    const desk = new WhatsAppDesk(await House.open(options.wrap), await GraphApi.open())
    if (options.bot) desk.house.worker(options.bot)
    await desk.#serve(options.template)
    return desk
  }

  async #serve(template?: string): Promise<void> {
    const { store, clock, ids, metrics, intake, desk } = this.house
    const say = (fields: Record<string, unknown>, message: string) => this.logged.push({ ...fields, message })
    const logger = { error: say, warn: say, info: say, debug: () => undefined } as unknown as Logger
    this.#spool = openDiskSpool({ folder: path.join(this.folder, 'spool'), ids, onDamaged: () => undefined })
    const parts = { store, clock, ids, logger, metrics }
    this.#drain = startSpoolDrain({ ...parts, intake, spool: this.#spool })
    const reception = createReception({
      ...parts,
      intake,
      conversationOf: async () => undefined,
      spool: this.#spool,
      drain: this.#drain,
      desk,
    })
    this.http = createServer({ log: logger, secure: false })
    this.channel = openWhatsApp(this.http.server, {
      ...parts,
      settings: { ...this.api.settings, template },
      by: 'test',
      dataDir: this.folder,
      intake,
      reception,
      fail: failure(logger),
      defaultLanguage: 'es',
    })
    registerHealth(this.http.server, {
      registry: metrics.registry,
      readiness: [this.channel.readiness],
      fail: failure(logger),
    })
    const { port } = await this.http.listen(0, '127.0.0.1')
    this.url = `http://127.0.0.1:${port}`
  }

  /** Begins to send: what waits goes out. */
  send(): void {
    if (this.#isSending) return
    this.#isSending = true
    this.house.sender(this.channel.push, {
      publicUrl: 'https://help.example.com',
      timeZone: 'America/Bogota',
      caseLink: createCaseLinks(['a secret of the tests']).make,
    })
  }

  /** One webhook with what a phone writes. */
  from(phone: Phone, ...written: WebhookPart[]): Promise<number | 'cut'> {
    return postFrom(this.url, this.api, phone, ...written)
  }

  post(body: Webhook | string, signature?: string): Promise<number | 'cut'> {
    return postWebhook(this.url, body, this.api, signature)
  }

  /** The conversation of a phone. */
  async head(phone: Phone): Promise<Head> {
    const { store, ids } = this.house
    const id = await new Threads(store, ids, this.api.phoneNumberId).of({ phone: phone.number })
    const head = await loadHead(store, id)
    if (!head) throw new Error('this phone has no conversation')
    return head.value
  }

  /** What was said, as `who: words`, without the greeting. */
  async transcript(phone: Phone): Promise<string[]> {
    return await this.house.transcript(await this.head(phone))
  }

  /** Until the bot has answered and all that was said went out. */
  async settled(): Promise<void> {
    await this.house.quiet()
    this.send()
    await until(
      async () => (await this.house.store.rank(indexName.outbox('whatsapp'), 'none')).size === 0,
      'all is sent',
    )
  }

  /** What `/readyz` warns of. */
  async warnings(): Promise<string[]> {
    const answer = (await (await fetch(`${this.url}/readyz`)).json()) as { warnings?: string[] }
    return answer.warnings ?? []
  }

  async metric(name: string): Promise<string> {
    const text = await this.house.metrics.registry.metrics()
    return text
      .split('\n')
      .filter((line) => line.startsWith(name))
      .join('\n')
  }

  async close(): Promise<void> {
    await this.http.close(1_000)
    await this.channel.files.stop()
    await this.#drain.stop()
    await this.house.close()
    this.#spool.close()
    await this.api.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
