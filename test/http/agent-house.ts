import { type AgentApi, type AgentApiDeps, registerAgentApi } from '../../src/http/agent-api.ts'
import { createSessions } from '../../src/http/agent-session.ts'
import { failure } from '../../src/http/failure.ts'
import { createServer } from '../../src/http/server.ts'
import type { AgentEvent, CaseView, QueueView } from '../../src/http/wire.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { House } from '../turn/house.ts'

const log = { error() {}, warn() {}, debug() {} }
const API = '/api/agent/v1'
export const PERSON = 'quiero hablar con una persona'

export interface Reply {
  status: number
  headers: Headers
  text: string
  body: unknown
}

/** A person at the console: requests with their own cookie. */
export class Desk {
  readonly #url: string
  cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(`${this.#url}${API}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : undefined,
    }
  }

  get = (path: string) => this.call('GET', path)
  post = (path: string, body: unknown = {}) => this.call('POST', path, body)
  put = (path: string, body: unknown) => this.call('PUT', path, body)

  async signIn(account: string): Promise<this> {
    const reply = await this.post('/session', { demo: account })
    if (reply.status !== 200) throw new Error(`sign-in: ${reply.text}`)
    this.cookie = reply.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return this
  }

  async onDuty(capacity = 3): Promise<this> {
    await this.put('/presence', { status: 'available', capacity })
    return this
  }

  async queue(path = '/queue'): Promise<QueueView> {
    return (await this.get(path)).body as QueueView
  }

  async claimNext(id: string): Promise<CaseView> {
    const reply = await this.post('/queue/claim', { id })
    if (reply.status !== 200) throw new Error(`claim: ${reply.status} ${reply.text}`)
    return reply.body as CaseView
  }

  async case(key: string): Promise<CaseView> {
    return (await this.get(`/cases/${key}`)).body as CaseView
  }

  /** Live events, from a position or from now. */
  async live(lastEventId?: string): Promise<Live> {
    const abort = new AbortController()
    const response = await fetch(`${this.#url}${API}/events`, {
      signal: abort.signal,
      headers: {
        cookie: this.cookie,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    })
    return new Live(response, abort)
  }
}

export interface Heard {
  id: string
  name: string
  event: AgentEvent
}

/** A stream of server-sent events as a browser reads it. */
export class Live {
  readonly status: number
  readonly type: string | null
  /** The position the server said the stream begins at. */
  begins = ''
  readonly heard: Heard[] = []
  readonly #abort: AbortController
  readonly #done: Promise<void>
  #waiting: (() => void)[] = []

  constructor(response: Response, abort: AbortController) {
    this.status = response.status
    this.type = response.headers.get('content-type')
    this.#abort = abort
    this.#done = this.#read(response).catch(() => undefined)
  }

  /** Resolves with everything heard when `enough` holds. The test's own time limit ends a wait for nothing. */
  async until(enough: (heard: Heard[]) => boolean): Promise<Heard[]> {
    while (!enough(this.heard)) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return this.heard
  }

  async begun(): Promise<string> {
    while (this.begins === '') await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return this.begins
  }

  async close(): Promise<void> {
    this.#abort.abort()
    await this.#done
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const bytes of response.body ?? []) {
      rest += decoder.decode(bytes as Uint8Array, { stream: true })
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) this.#take(block)
      for (const wake of this.#waiting.splice(0)) wake()
    }
  }

  #take(block: string): void {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2)
    const id = field('id') ?? ''
    const data = field('data')
    if (data === undefined) {
      if (id !== '') this.begins = id
      return
    }
    this.heard.push({ id, name: field('event') ?? '', event: JSON.parse(data) as AgentEvent })
  }
}

/** The agent API on a real server over a real store, with customers who write. */
export class AgentHouse {
  readonly house: House
  readonly url: string
  readonly api: AgentApi
  readonly #close: () => Promise<void>

  private constructor(house: House, url: string, api: AgentApi, close: () => Promise<void>) {
    this.house = house
    this.url = url
    this.api = api
    this.#close = close
  }

  static async open(
    over: Partial<AgentApiDeps> = {},
    open?: Parameters<typeof House.open>[1],
  ): Promise<AgentHouse> {
    const house = await House.open(undefined, open)
    const http = createServer({ log, secure: false })
    const now = () => house.clock.now()
    const api = registerAgentApi(http.server, {
      ...house.deskDeps,
      sessions: createSessions({ secrets: ['a secret of sixteen'], secure: false, now }),
      demo: true,
      attachmentUrl: (id) => `/files/${id}`,
      business: 'sandbox',
      vocabulary: {},
      fail: failure(log),
      ...over,
    })
    const { port } = await http.listen(0, '127.0.0.1')
    return new AgentHouse(house, `http://127.0.0.1:${port}`, api, async () => {
      api.close()
      await http.close(1_000)
      await house.close()
    })
  }

  desk(): Desk {
    return new Desk(this.url)
  }

  signedIn(account: string): Promise<Desk> {
    return this.desk().signIn(account)
  }

  /** A new customer who stands in line. */
  async asker(): Promise<{ head: Head; key: string }> {
    const head = await this.house.start()
    await this.house.say(head, PERSON)
    return { head, key: (await this.house.caseOf(head))?.key ?? '' }
  }

  close(): Promise<void> {
    return this.#close()
  }
}
