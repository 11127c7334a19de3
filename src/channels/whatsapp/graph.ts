import { z } from 'zod'
import { Unanswered } from '../../errors.ts'
import { faultOf } from './graph-errors.ts'
import { type GraphError, graphErrorShape } from './shapes.ts'

/** Whom a message is for: by number, or by the id that this business has for who hides it. */
export type Recipient = { to: string } | { recipient: string }

export interface GraphOptions {
  /** With the version, without a slash at the end. */
  url: string
  accessToken: string
  phoneNumberId: string
}

/** A file as the Graph API tells of it: where its bytes are for a few minutes. */
export interface MediaInfo {
  url: string
  mime_type?: string | null | undefined
  file_size?: number | null | undefined
}

const acceptedShape = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) })
const errorShape = z.object({ error: graphErrorShape })
const mediaShape = z.object({
  url: z.url(),
  mime_type: z.string().nullish(),
  file_size: z.coerce.number().nullish(),
})
/** A read receipt is not worth waiting for. */
const RECEIPT_LIMIT_MS = 5_000
const ANSWER_LIMIT_BYTES = 256 * 1024

/**
 * The few calls of the Graph API that this channel makes. What it throws says what to do (see graph-errors.ts), and
 * holds neither the token nor anything that was sent.
 */
export class Graph {
  readonly #options: GraphOptions

  constructor(options: GraphOptions) {
    this.#options = { ...options, url: options.url.replace(/\/+$/, '') }
  }

  /** Gives a message to WhatsApp; answers its id there. */
  async send(message: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<string> {
    const answer = await this.#messages(
      { messaging_product: 'whatsapp', recipient_type: 'individual', ...message },
      signal,
    )
    const accepted = acceptedShape.safeParse(answer).data
    if (!accepted) throw new Unanswered('WhatsApp answered something that can not be read')
    return accepted.messages[0]?.id ?? ''
  }

  /** The customer sees that their message was read, and perhaps that an answer is being written. */
  async markRead(messageId: string, typing: boolean): Promise<void> {
    await this.#messages(
      {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: messageId,
        ...(typing ? { typing_indicator: { type: 'text' } } : {}),
      },
      AbortSignal.timeout(RECEIPT_LIMIT_MS),
    )
  }

  /** Whether token and number are good. */
  async check(signal: AbortSignal): Promise<void> {
    await this.#call(`/${this.#options.phoneNumberId}?fields=id`, { method: 'GET', signal })
  }

  async media(id: string, signal: AbortSignal): Promise<MediaInfo> {
    const answer = await this.#call(`/${encodeURIComponent(id)}`, { method: 'GET', signal })
    const media = mediaShape.safeParse(answer).data
    if (!media) throw new Error('WhatsApp answered something that can not be read')
    return media
  }

  /** The bytes of a file. The token goes to Meta by TLS, or to where the Graph API itself is, and nowhere else. */
  async download(url: string, signal: AbortSignal): Promise<Response> {
    const { protocol, origin } = new URL(url)
    if (protocol !== 'https:' && origin !== new URL(this.#options.url).origin) {
      throw new Error('the address of a file is not https')
    }
    return await fetch(url, { headers: this.#headers(), redirect: 'follow', signal })
  }

  #messages(body: unknown, signal: AbortSignal): Promise<unknown> {
    return this.#call(`/${this.#options.phoneNumberId}/messages`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal,
    })
  }

  async #call(
    path: string,
    request: { method: string; body?: string; signal: AbortSignal },
  ): Promise<unknown> {
    let response: Response
    try {
      response = await fetch(`${this.#options.url}${path}`, {
        ...request,
        redirect: 'error',
        headers: { ...this.#headers(), 'content-type': 'application/json' },
      })
    } catch (thrown) {
      // What fetch says names the address, and is no use to an agent.
      if (wasNeverSent(thrown)) throw new Error('WhatsApp can not be reached')
      throw new Unanswered('WhatsApp did not answer')
    }
    const text = await textOf(response)
    if (!response.ok) {
      throw faultOf(response.status, errorOf(text), response.headers.get('retry-after'))
    }
    return parsed(text)
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#options.accessToken}` }
  }
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
])

/** Nothing of the request can have arrived, so it may go again at once. */
function wasNeverSent(thrown: unknown): boolean {
  const { cause } = thrown as { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' && NEVER_SENT.has(cause.code)
}

async function textOf(response: Response): Promise<string> {
  try {
    return (await response.text()).slice(0, ANSWER_LIMIT_BYTES)
  } catch {
    throw new Unanswered('WhatsApp did not finish its answer')
  }
}

function errorOf(text: string): GraphError | undefined {
  return errorShape.safeParse(parsed(text)).data?.error
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
