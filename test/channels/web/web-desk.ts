import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Inbound, Intake } from '../../../src/channels/channel.ts'
import type { ConversationStatus } from '../../../src/channels/web/activity.ts'
import {
  type DirectLine,
  type DirectLineDeps,
  registerDirectLine,
} from '../../../src/channels/web/direct-line.ts'
import type { Ids } from '../../../src/clock.ts'
import { HttpFault } from '../../../src/errors.ts'
import { createServer, type HttpServer } from '../../../src/http/server.ts'
import { openEmbedded } from '../../../src/store/embedded/open.ts'
import { outsideId, recordKey } from '../../../src/store/keys.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Head, headCodec } from '../../../src/turn/conversation.ts'
import type { Line, MessageLine } from '../../../src/turn/line.ts'
import { lineAppend } from '../../../src/turn/transcript.ts'
import { ManualClock } from '../../support/manual-clock.ts'

export const randomIds: Ids = { next: () => randomBytes(16).toString('base64url') }

/** What the bot of these tests says to a message; undefined: nothing. */
export type Reply = (text: string) => Pick<MessageLine, 'text' | 'buttons'> | undefined

/**
 * The web channel over a real store, with an intake that only stores and a bot that only repeats: what is tested here
 * is the channel.
 */
export class WebDesk {
  readonly clock: ManualClock
  readonly folder: string
  readonly logged: Record<string, unknown>[] = []
  status: ConversationStatus = { owner: 'bot' }
  isAgent = false
  reply: Reply = (text) => ({ text: `eco: ${text}` })
  store: Store
  /** Stands before the store's own verbs: for faults. */
  intake: Intake
  http!: HttpServer
  directLine!: DirectLine
  port = 0
  readonly #overrides: Partial<DirectLineDeps>

  private constructor(overrides: Partial<DirectLineDeps>) {
    this.#overrides = overrides
    this.clock = new ManualClock()
    this.folder = mkdtempSync(path.join(tmpdir(), 'escotilla-web-'))
    this.store = openEmbedded({ folder: this.folder, clock: this.clock })
    this.intake = this.#storingIntake()
  }

  static async open(overrides: Partial<DirectLineDeps> = {}): Promise<WebDesk> {
    const desk = new WebDesk(overrides)
    await desk.#serve(0)
    return desk
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get directLineUrl(): string {
    return `${this.url}/v3/directline`
  }

  /** Stops serving and serves again at the same address, from what is on disk. */
  async restart(whileDown: () => Promise<void> = async () => {}): Promise<void> {
    await this.http.close(1_000)
    await this.store.close()
    await whileDown()
    this.store = openEmbedded({ folder: this.folder, clock: this.clock })
    await this.#serve(this.port)
  }

  async close(): Promise<void> {
    await this.http.close(1_000)
    await this.store.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Appends what somebody says or what happens. */
  async append(conversationId: string, line: Omit<MessageLine, 'id' | 'at'> | Line): Promise<number> {
    const full = { id: randomIds.next(), at: this.clock.now(), ...line } as Line
    const result = await this.store.commit({
      id: randomIds.next(),
      append: [lineAppend(conversationId, full, randomIds)],
    })
    if (result.outcome !== 'committed') throw new Error(`append: ${result.outcome}`)
    return result.seqs[0] ?? 0
  }

  async setHead(conversationId: string, change: Partial<Head>): Promise<void> {
    const [stored] = await this.store.read([recordKey.head(conversationId)])
    if (!stored) throw new Error('no head')
    const head = headCodec.read(stored)
    await this.store.commit({
      id: randomIds.next(),
      put: [headCodec.put({ ...head, value: { ...head.value, ...change } })],
    })
  }

  async #serve(port: number): Promise<void> {
    const log = {
      error: (fields: Record<string, unknown>, message: string) => this.logged.push({ ...fields, message }),
      warn: (fields: Record<string, unknown>, message: string) => this.logged.push({ ...fields, message }),
      debug: () => {},
    }
    this.http = createServer({ log, secure: false })
    this.directLine = registerDirectLine(this.http, {
      store: this.store,
      intake: {
        start: (conversation) => this.intake.start(conversation),
        accept: (conversationId, inbound) => this.intake.accept(conversationId, inbound),
      },
      clock: this.clock,
      ids: randomIds,
      log,
      sessionSecrets: ['a secret of the tests'],
      directLineSecret: 'server to server secret',
      allowedOrigins: ['https://shop.example'],
      demo: true,
      dataDir: this.folder,
      defaultLanguage: 'es',
      statusOf: async () => this.status,
      isAgent: async () => this.isAgent,
      ...this.#overrides,
    })
    this.port = (await this.http.listen(port, '127.0.0.1')).port
  }

  #storingIntake(): Intake {
    return {
      start: async (wanted) => {
        const head: Head = {
          id: wanted.id ?? randomIds.next(),
          channel: wanted.channel,
          address: wanted.address,
          customerId: wanted.outsideId,
          language: wanted.language,
          startedAt: this.clock.now(),
        }
        await this.store.commit({
          id: randomIds.next(),
          put: [headCodec.put({ key: recordKey.head(head.id), version: 0, value: head })],
          append: [lineAppend(head.id, this.#botLine({ text: 'Soy el asistente automático.' }), randomIds)],
        })
        return head
      },
      accept: async (conversationId, inbound) => {
        const [head] = await this.store.read([recordKey.head(conversationId)])
        if (!head) throw new HttpFault(404, 'no-conversation', 'there is no such conversation')
        const result = await this.store.commit({
          id: randomIds.next(),
          put: inbound.records ?? [],
          append: [
            lineAppend(conversationId, this.#customerLine(inbound), randomIds, {
              once: outsideId('web', conversationId, inbound.messageId),
            }),
          ],
        })
        if (result.outcome === 'duplicate') return { outcome: 'duplicate', seq: result.seq }
        if (result.outcome !== 'committed') throw new Error(result.outcome)
        const reply = this.reply(inbound.text)
        if (reply) await this.append(conversationId, this.#botLine(reply))
        return { outcome: 'stored', seq: result.seqs[0] ?? 0 }
      },
    }
  }

  #customerLine(inbound: Inbound): Line {
    const { text, attachments, clientId, action, actionValue } = inbound
    return {
      id: randomIds.next(),
      at: this.clock.now(),
      kind: 'message',
      from: { kind: 'customer' },
      text,
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(clientId === undefined ? {} : { clientId }),
      ...(action === undefined ? {} : { action }),
      ...(actionValue === undefined ? {} : { actionValue }),
    }
  }

  #botLine(said: Pick<MessageLine, 'text' | 'buttons'>): Line {
    return { id: randomIds.next(), at: this.clock.now(), kind: 'message', from: { kind: 'bot' }, ...said }
  }
}
