import { once } from 'node:events'
import { WebSocket } from 'ws'
import type {
  ActivitySet,
  ConversationAnswer,
  GenerateAnswer,
  MessageActivity,
  OutgoingActivity,
} from '../../../src/channels/web/activity.ts'
import type { WebDesk } from './web-desk.ts'

export interface Answered<T> {
  status: number
  headers: Headers
  body: T
}

/** One request of a client, answered as JSON. */
export async function ask<T = { error: { code: string; message: string } }>(
  url: string,
  init: { method?: string; token?: string; origin?: string; json?: unknown; body?: string | FormData } = {},
): Promise<Answered<T>> {
  const body = init.json === undefined ? init.body : JSON.stringify(init.json)
  const response = await fetch(url, {
    method: init.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
      ...(init.origin === undefined ? {} : { origin: init.origin }),
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as T,
  }
}

/** A customer of these tests: a token, a conversation, and what can be done with them. */
export class Customer {
  readonly #desk: WebDesk
  readonly conversationId: string
  readonly token: string
  readonly resume: string
  streamUrl: string

  private constructor(desk: WebDesk, generated: GenerateAnswer, started: ConversationAnswer) {
    this.#desk = desk
    this.conversationId = started.conversationId
    this.token = started.token
    this.resume = generated.resume ?? ''
    this.streamUrl = started.streamUrl
  }

  static async start(desk: WebDesk, body: object = {}): Promise<Customer> {
    const generated = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, { json: body })
    const started = await ask<ConversationAnswer>(`${desk.directLineUrl}/conversations`, {
      method: 'POST',
      token: generated.body.token,
    })
    return new Customer(desk, generated.body, started.body)
  }

  get url(): string {
    return `${this.#desk.directLineUrl}/conversations/${this.conversationId}`
  }

  post(activity: object): Promise<Answered<{ id: string }>> {
    return ask(`${this.url}/activities`, { token: this.token, json: activity })
  }

  say(text: string, clientActivityID?: string): Promise<Answered<{ id: string }>> {
    const channelData = clientActivityID === undefined ? {} : { channelData: { clientActivityID } }
    return this.post({ type: 'message', text, from: { id: 'whoever' }, ...channelData })
  }

  poll(watermark = ''): Promise<Answered<ActivitySet>> {
    return ask(`${this.url}/activities?watermark=${watermark}`, { token: this.token })
  }

  async messages(): Promise<MessageActivity[]> {
    const { body } = await this.poll()
    return body.activities.filter((activity) => activity.type === 'message')
  }

  async stream(streamUrl = this.streamUrl): Promise<StreamClient> {
    const socket = new WebSocket(streamUrl)
    const client = new StreamClient(socket)
    await once(socket, 'open')
    return client
  }
}

/** The client's end of a stream, which waits for what is expected and remembers everything. */
export class StreamClient {
  readonly socket: WebSocket
  readonly frames: ActivitySet[] = []
  closeCode: number | undefined
  #wake: () => void = () => {}

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as ActivitySet)
      this.#wake()
    })
    socket.on('close', (code) => {
      this.closeCode = code
      this.#wake()
    })
    socket.on('error', () => {})
  }

  get activities(): OutgoingActivity[] {
    return this.frames.flatMap((frame) => frame.activities)
  }

  get texts(): string[] {
    return this.activities.flatMap((activity) => (activity.type === 'message' ? [activity.text] : []))
  }

  get watermark(): string {
    return this.frames.at(-1)?.watermark ?? ''
  }

  /** Resolves when `condition` holds; jest's own time limit ends a wait for nothing. */
  async until(condition: (client: StreamClient) => boolean): Promise<void> {
    while (!condition(this)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async close(): Promise<void> {
    this.socket.close()
    await this.until(({ closeCode }) => closeCode !== undefined)
  }
}
