import type { CaseView } from '../../../src/http/wire.ts'

/** Somebody at the desk, by the agent API: the other side of a test of the widget. */
export class Agent {
  readonly #api: string
  readonly #cookie: string
  #made = 0

  private constructor(api: string, cookie: string) {
    this.#api = api
    this.#cookie = cookie
  }

  /** Signs in with a demo account and goes on duty. */
  static async onDuty(url: string, account = 'agent-1'): Promise<Agent> {
    const api = `${url}/api/agent/v1`
    const answer = await fetch(`${api}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ demo: account }),
    })
    if (!answer.ok) throw new Error(`signing in as ${account}: ${answer.status} ${await answer.text()}`)
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const agent = new Agent(api, cookie)
    await agent.presence('available')
    return agent
  }

  async presence(status: 'available' | 'away'): Promise<void> {
    await this.#call('PUT', '/presence', { status, capacity: 10 })
  }

  /** Takes the case with this key. */
  async claim(key: string): Promise<CaseView> {
    return this.#call<CaseView>('POST', `/cases/${key}/claim`, {})
  }

  async say(key: string, text: string): Promise<void> {
    this.#made += 1
    await this.#call('POST', `/cases/${key}/messages`, { id: `said-${this.#made}`, text })
  }

  async typing(key: string): Promise<void> {
    await this.#call('POST', `/cases/${key}/typing`, {})
  }

  /** Has read the customer's messages up to the last one. */
  async readAll(key: string): Promise<void> {
    const { transcript } = await this.look(key)
    await this.#call('POST', `/cases/${key}/read`, { seq: transcript.at(-1)?.seq ?? 0 })
  }

  async resolve(key: string): Promise<void> {
    await this.#call('POST', `/cases/${key}/resolve`, { outcome: 'solved', rootCause: 'service' })
  }

  async release(key: string): Promise<void> {
    await this.#call('POST', `/cases/${key}/release`, {})
  }

  async look(key: string): Promise<CaseView> {
    return this.#call<CaseView>('GET', `/cases/${key}`)
  }

  /** The customer's own words in this case, as the desk has them. */
  async heardFromCustomer(key: string): Promise<string[]> {
    const { transcript } = await this.look(key)
    return transcript.filter((line) => line.from?.kind === 'customer').map((line) => line.text ?? '')
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.#api}${path}`, {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
}
