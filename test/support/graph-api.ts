import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type GraphMessage,
  graphMessageShape,
  readReceiptShape,
  type Shown,
  shown,
} from './graph-messages.ts'

/** A message that the stand-in accepted. */
export interface Sent extends Shown {
  /** WhatsApp's id of it. */
  id: string
  /** The customer's number, or their user id. */
  to: string
  /** What came with it for the statuses. */
  tag: string | undefined
  type: GraphMessage['type']
}

/** How the next requests to send go wrong. */
export type Trouble =
  | { kind: 'error'; status: number; code: number; details?: string; retryAfter?: number }
  /** It is accepted, and nobody hears of that: the connection ends. */
  | { kind: 'cut' }
  /** The connection ends before anything is read. */
  | { kind: 'refused' }
  | { kind: 'garbage' }

export interface MediaFile {
  bytes: Buffer
  type: string
  /** What it says that it holds; as much as it holds, unless it lies. */
  size?: number
}

/**
 * A stand-in of Meta's Graph API on the loopback: the endpoints that WhatsApp's channel calls, with the shapes of
 * answers and errors that Meta gives, as strict as Meta about what it takes.
 */
export class GraphApi {
  readonly accessToken = 'EAAtestAccessTokenOfTheStandIn'
  readonly phoneNumberId = '106540352242922'
  readonly appSecret = 'app-secret-of-the-stand-in'
  readonly verifyToken = 'verify-token-of-the-stand-in'
  readonly sent: Sent[] = []
  /** Ids of messages that were marked as read; those with "typing…" behind them. */
  readonly read: string[] = []
  readonly typing: string[] = []
  readonly media = new Map<string, MediaFile>()
  /** What was refused because Meta would have refused it. */
  readonly faults: string[] = []
  /** Every request to send, also the refused. */
  tries = 0
  /** Told of each accepted message: for statuses, or a customer who answers. */
  onSent: (sent: Sent) => void = () => undefined
  /** Whose messages are refused, by number; undefined: everybody's. */
  troubleOf: string | undefined
  readonly #troubles: Trouble[] = []
  /** Files are given out once this resolves; it rejects while none are. */
  #files: Promise<void> = Promise.resolve()
  readonly #server: Server
  readonly #sockets = new Set<{ destroy(): void }>()
  #ids = 0

  private constructor() {
    this.#server = createServer((req, res) => {
      this.#answer(req, res).catch(() => res.destroy())
    })
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  static async open(port = 0): Promise<GraphApi> {
    const api = new GraphApi()
    await new Promise<void>((resolve) => api.#server.listen(port, '127.0.0.1', resolve))
    return api
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v23.0`
  }

  /** What the channel is configured with. */
  get settings() {
    const { accessToken, phoneNumberId, appSecret, verifyToken, url } = this
    return { accessToken, phoneNumberId, appSecret, verifyToken, graphUrl: url }
  }

  /** The next so many requests to send go wrong. */
  trouble(trouble: Trouble, times = 1): void {
    for (let n = 0; n < times; n += 1) this.#troubles.push(trouble)
  }

  /** Files are not given out until the answer is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#files = promise
    return resolve
  }

  /** Whoever asks for a file meanwhile gets a fault of the server. */
  async rest(meanwhile: () => Promise<void>): Promise<void> {
    this.#files = Promise.reject(new Error('resting'))
    this.#files.catch(() => undefined)
    await meanwhile()
    this.#files = Promise.resolve()
  }

  calm(): void {
    this.#troubles.length = 0
  }

  /** What one customer has on their phone, in order. */
  to(phone: string): Sent[] {
    return this.sent.filter((one) => one.to === phone)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
    const path = new URL(req.url ?? '/', 'http://stand.in').pathname
    const body = await bodyOf(req)
    if (req.headers.authorization !== `Bearer ${this.accessToken}`) {
      return error(res, 401, {
        message: `Malformed access token ${String(req.headers.authorization).slice(7)}`,
        code: 190,
      })
    }
    if (req.method === 'POST' && path === `/v23.0/${this.phoneNumberId}/messages`) {
      return this.#take(JSON.parse(body.toString()), req, res)
    }
    if (req.method === 'GET' && path === `/v23.0/${this.phoneNumberId}`) {
      return json(res, 200, { id: this.phoneNumberId })
    }
    const [, kind, id = ''] = /^\/(v23\.0|files)\/([\w-]+)$/.exec(path) ?? []
    try {
      await this.#files
    } catch {
      return error(res, 500, { message: 'An unknown error occurred', code: 131000 })
    }
    const file = this.media.get(id)
    if (!file || req.method !== 'GET') {
      return error(res, 400, { message: 'Unsupported get request.', code: 100, error_subcode: 33 })
    }
    if (kind === 'files') {
      res.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length })
      return res.end(file.bytes)
    }
    return json(res, 200, {
      messaging_product: 'whatsapp',
      id,
      url: this.url.replace('v23.0', `files/${id}`),
      mime_type: file.type,
      file_size: file.size ?? file.bytes.length,
    })
  }

  #take(body: unknown, req: IncomingMessage, res: ServerResponse): unknown {
    const receipt = readReceiptShape.safeParse(body)
    if (receipt.success) {
      this.read.push(receipt.data.message_id)
      if (receipt.data.typing_indicator) this.typing.push(receipt.data.message_id)
      return json(res, 200, { success: true })
    }
    this.tries += 1
    const message = graphMessageShape.safeParse(body)
    if (!message.success) {
      const what = message.error.issues
        .map(({ path, message: why }) => `${path.join('.')}: ${why}`)
        .join('; ')
      this.faults.push(what)
      return error(res, 400, {
        message: '(#100) Invalid parameter',
        code: 100,
        error_data: { details: what },
      })
    }
    const to = message.data.to ?? message.data.recipient ?? ''
    const isTroubled = this.troubleOf === undefined || this.troubleOf === to
    const trouble = isTroubled ? this.#troubles.shift() : undefined
    if (trouble?.kind === 'refused') return req.socket.destroy()
    if (trouble?.kind === 'error') {
      const { status, code, details = 'as the test wants it', retryAfter } = trouble
      if (retryAfter !== undefined) res.setHeader('retry-after', retryAfter)
      return error(res, status, { message: `(#${code}) refused`, code, error_data: { details } })
    }
    if (trouble?.kind === 'garbage') return res.writeHead(200).end('<html>')
    this.#ids += 1
    const id = `wamid.STANDIN${String(this.#ids).padStart(8, '0')}`
    const sent: Sent = {
      ...shown(message.data),
      id,
      to,
      tag: message.data.biz_opaque_callback_data,
      type: message.data.type,
    }
    this.sent.push(sent)
    this.onSent(sent)
    if (trouble?.kind === 'cut') return req.socket.destroy()
    return json(res, 200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id }],
    })
  }
}

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function error(
  res: ServerResponse,
  status: number,
  fault: { message: string; code: number; error_subcode?: number; error_data?: { details: string } },
): ServerResponse {
  const error_data = fault.error_data && { messaging_product: 'whatsapp', ...fault.error_data }
  return json(res, status, {
    error: { ...fault, type: 'OAuthException', ...(error_data ? { error_data } : {}), fbtrace_id: 'AbCdEf' },
  })
}

function json(res: ServerResponse, status: number, body: unknown): ServerResponse {
  const text = JSON.stringify(body)
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  return res.end(text)
}
