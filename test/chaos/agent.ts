import { type Answered, type Clients, insist, pause } from './client.ts'
import type { Ledger, Reply } from './ledger.ts'
import type { Chance } from './random.ts'

const API = '/api/agent/v1'
/** At most so many cases of an agent at once. */
const CAPACITY = 20
/** Says nothing more to a case that is this agent's: it must come back to the line by itself. */
const FORGETS = 0.1
const RELEASES = 0.1

/** An agent at a console: claims, types, answers, resolves, and sometimes is gone. */
export class ScriptedAgent {
  readonly #clients: Clients
  readonly #ledger: Ledger
  readonly #chance: Chance
  readonly #account: string
  #cookie = ''
  #made = 0
  #gone = new AbortController()
  #isBack: Promise<void> = Promise.resolve()

  constructor(clients: Clients, ledger: Ledger, chance: Chance, account: string) {
    this.#clients = clients
    this.#ledger = ledger
    this.#chance = chance
    this.#account = account
  }

  /** Serves until `done`. */
  async serve(done: AbortSignal): Promise<void> {
    while (!done.aborted && !this.#clients.over.aborted) {
      await this.#isBack
      if (this.#cookie === '') await this.#signIn()
      await this.#do('/presence', { status: 'available', capacity: CAPACITY }, 'PUT')
      const claimed = await this.#do('/queue/claim', { id: this.#fresh('claim') })
      const key = (claimed?.body as { key?: string } | undefined)?.key
      if (claimed?.status === 200 && key !== undefined) await this.#attend(key)
      else await pause(this.#clients, this.#chance.between(100, 300))
    }
  }

  /** Is gone for so long, in the middle of whatever it was saying; then comes back and knows of nothing. */
  async goAway(ms: number): Promise<void> {
    this.#isBack = pause(this.#clients, ms)
    this.#gone.abort()
    await this.#isBack
    this.#gone = new AbortController()
    this.#cookie = ''
  }

  async #attend(key: string): Promise<void> {
    const chance = this.#chance
    for (let n = chance.between(1, 3); n > 0; n -= 1) {
      if (!(await this.#reply(key))) return
      if (chance.happens(FORGETS) || this.#gone.signal.aborted) return
      await pause(this.#clients, chance.between(20, 200))
    }
    if (chance.happens(RELEASES)) await this.#do(`/cases/${key}/release`, {})
    else await this.#do(`/cases/${key}/resolve`, { outcome: 'solved', rootCause: 'service' })
  }

  /** Whether the case is still this agent's. */
  async #reply(caseKey: string): Promise<boolean> {
    const id = this.#fresh('reply')
    await this.#do(`/cases/${caseKey}/typing`, {})
    const reply: Reply = { id, caseKey, postedAt: this.#clients.elapsed() }
    this.#ledger.replies.push(reply)
    const answer = await this.#do(`/cases/${caseKey}/messages`, { id, text: `Lo reviso ahora (${id})` })
    if (answer?.status === 202) reply.ackedAt = this.#clients.elapsed()
    return answer?.status === 202
  }

  async #signIn(): Promise<void> {
    const answer = await insist(this.#clients, this.#chance, `${API}/session`, {
      body: { demo: this.#account },
    })
    if (answer?.status === 200 && answer.cookie) this.#cookie = answer.cookie
    else await pause(this.#clients, 200)
  }

  async #do(path: string, body: unknown, method = 'POST'): Promise<Answered | undefined> {
    const answer = await insist(this.#clients, this.#chance, `${API}${path}`, {
      method,
      body,
      headers: { cookie: this.#cookie },
      gone: this.#gone.signal,
    })
    if (answer?.status === 401) this.#cookie = ''
    return answer
  }

  #fresh(kind: string): string {
    this.#made += 1
    return `${this.#account}-${kind}-${this.#made}`
  }
}
