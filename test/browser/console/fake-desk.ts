import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import restify from 'restify'
import { registerPages } from '../../../src/http/pages.ts'
import type {
  AgentEvent,
  CaseView,
  ChatRow,
  CommitmentsView,
  DeskView,
  MeView,
  QueueItem,
  TranscriptLine,
} from '../../../src/http/wire.ts'

/** Built by `npm run build`, which `npm test` runs before this. */
const DIST = join(import.meta.dirname, '../../../dist/web')

/**
 * A desk made by hand, for the states that are hard to bring about (a storm, a hostile name, a lease that ends):
 * the agent API over plain objects, with the pages' own policy. Everything that goes out goes through JSON.
 */
export class FakeDesk {
  me: MeView = {
    id: 'agent-1',
    name: 'Lucía Ortega',
    role: 'agent',
    languages: ['es', 'en'],
    demo: true,
    presence: { status: 'available', capacity: 4, load: 0 },
  }
  signedIn = false
  waiting: QueueItem[] = []
  cases = new Map<string, CaseView>()
  chats: ChatRow[] = []
  commitments: CommitmentsView['commitments'] = []
  desk: DeskView = {
    business: 'sandbox',
    company: 'Fibra Andina',
    queues: [
      { name: 'general', title: { es: 'Atención general', en: 'General support' } },
      { name: 'supervision', title: { es: 'Supervisión', en: 'Supervisors' } },
    ],
    agents: [
      { id: 'agent-1', name: 'Lucía Ortega', status: 'available', load: 2, capacity: 4 },
      { id: 'agent-2', name: 'Mateo Rivas', status: 'available', load: 1, capacity: 3 },
      { id: 'supervisor-1', name: 'Inés Duarte', status: 'away', load: 0, capacity: 3 },
    ],
    outcomes: [
      { name: 'solved', title: { es: 'Resuelto', en: 'Solved' } },
      { name: 'confirmed', title: { es: 'Hecho y confirmado con referencia', en: 'Done and confirmed' } },
    ],
    verbs: [],
    refusals: [],
    rootCauses: [
      { name: 'service', title: { es: 'Falla del servicio', en: 'Service fault' } },
      { name: 'billing', title: { es: 'Cobro o factura', en: 'Charge or bill' } },
    ],
  }
  /** What was asked of the desk: "POST /cases/K/park". */
  readonly heard: { what: string; body: unknown }[] = []
  /** The next claim of this key is lost to somebody else. */
  claimedElsewhere = new Set<string>()
  away = false
  #at = 100
  #streams = new Set<ServerResponse>()
  #server = restify.createServer()
  url = ''

  static async start(): Promise<FakeDesk> {
    const desk = new FakeDesk()
    desk.#server.pre((req, res, next) => {
      if (req.url?.startsWith('/api/agent/v1')) void desk.#answer(req, res)
      else next()
    })
    registerPages(desk.#server, { dist: DIST, demo: false })
    await new Promise<void>((done) => desk.#server.listen(0, '127.0.0.1', done))
    desk.url = `http://127.0.0.1:${(desk.#server.server.address() as AddressInfo).port}`
    return desk
  }

  async close(): Promise<void> {
    this.dropStreams()
    this.#server.server.closeAllConnections()
    await new Promise<void>((done) => this.#server.close(() => done()))
  }

  /** Cuts every live stream, as a network does. */
  dropStreams(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#streams.clear()
  }

  emit(event: AgentEvent): void {
    this.#at += 1
    for (const stream of this.#streams) {
      stream.write(event.type === 'typing' ? '' : `id: ${this.#at}\n`)
      stream.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    }
  }

  /** A line in a case's transcript, told to everybody. */
  say(key: string, line: Omit<TranscriptLine, 'seq' | 'conversationId'>): void {
    const view = this.cases.get(key)
    if (!view) throw new Error(`no case ${key}`)
    const seq = (view.transcript.at(-1)?.seq ?? 0) + 1
    const whole = { ...line, seq, conversationId: 'c' }
    view.transcript.push(whole)
    const row = this.chats.find((one) => one.key === key)
    if (row && line.kind === 'message' && line.from) {
      Object.assign(row, { lastText: line.text ?? '', lastFrom: line.from.kind, lastAt: line.at })
      if (line.from.kind === 'customer') row.owedSince ??= line.at
      else if (line.from.kind === 'agent') delete row.owedSince
    }
    this.emit({ type: 'line', key, agentId: this.me.id, line: whole })
  }

  /** Gives a waiting case to this agent. */
  claim(key: string): CaseView | undefined {
    const view = this.cases.get(key)
    if (!view) return undefined
    this.waiting = this.waiting.filter((item) => item.key !== key)
    view.state = { kind: 'agent', agentId: this.me.id, agentName: this.me.name, since: Date.now() }
    view.mine = true
    const last = view.transcript.findLast((line) => line.kind === 'message')
    this.chats.push({
      key,
      customerName: view.customer.name,
      channel: view.channel,
      language: view.language,
      lastText: last?.text ?? '',
      lastFrom: last?.from?.kind ?? 'customer',
      lastAt: last?.at ?? view.clock.askedAt,
      unread: 0,
      owedSince: view.clock.askedAt,
      parked: false,
      warned: false,
    })
    this.emit({ type: 'case', key, agentId: this.me.id })
    this.emit({ type: 'queue' })
    return view
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = (req.url ?? '/').split('?')[0] ?? '/'
    if (this.away) return void res.destroy()
    const call = path.slice('/api/agent/v1'.length)
    if (call === '/events') return this.#stream(res)
    let text = ''
    for await (const chunk of req) text += String(chunk)
    const body: unknown = text ? JSON.parse(text) : undefined
    this.heard.push({ what: `${req.method} ${call}`, body })
    const [status, answer] = this.#route(`${req.method} ${call}`, body as Record<string, unknown>)
    res.writeHead(status, { 'content-type': 'application/json' })
    res.end(answer === undefined ? undefined : JSON.stringify(answer))
  }

  #route(call: string, body: Record<string, unknown>): [number, unknown?] {
    const refused = (status: number, code: string): [number, unknown] => [
      status,
      { error: { code, message: code } },
    ]
    if (call === 'GET /session') {
      const accounts = this.desk.agents.map(({ id, name }) => ({
        id,
        name,
        role: id.startsWith('s') ? 'supervisor' : 'agent',
      }))
      return [200, { company: this.desk.company, demoAccounts: accounts }]
    }
    if (call === 'POST /session') {
      this.signedIn = true
      return [200, this.me]
    }
    if (!this.signedIn) return refused(401, 'signed-out')
    if (call === 'DELETE /session') {
      this.signedIn = false
      return [204]
    }
    if (call === 'GET /me') return [200, this.me]
    if (call === 'PUT /presence') {
      Object.assign(this.me.presence, body)
      return [200, this.me.presence]
    }
    const at = this.#at
    if (call === 'GET /queue') {
      const waiting = this.waiting.slice(0, 50)
      const size = this.waiting.length
      return [200, { at, waiting, scheduled: [], size, oldestWaitSeconds: 0 }]
    }
    if (call === 'GET /chats') return [200, { at, chats: this.chats }]
    if (call === 'GET /commitments') return [200, { at, commitments: this.commitments }]
    if (call === 'GET /desk') return [200, this.desk]
    if (call === 'POST /queue/claim') {
      const [first] = this.waiting
      if (!first) return [204]
      return [200, { ...this.claim(first.key), at: this.#at }]
    }
    const [, method, key = '', rest] = /^(\w+) \/cases\/([^/]+)(\/.*)?$/.exec(call) ?? []
    const view = this.cases.get(decodeURIComponent(key))
    if (!view) return refused(404, 'not-found')
    if (method === 'GET' && !rest) return [200, { ...view, at }]
    return this.#act(view, rest ?? '', body) ?? refused(404, 'not-found')
  }

  #act(view: CaseView, verb: string, body: Record<string, unknown>): [number, unknown?] | undefined {
    const from = { kind: 'agent', id: this.me.id, name: this.me.name } as const
    const now = new Date().toISOString()
    const row = this.chats.find((one) => one.key === view.key)
    switch (verb) {
      case '/claim':
        if (this.claimedElsewhere.has(view.key)) return [409, { error: { code: 'stale', message: '' } }]
        this.claim(view.key)
        return [200, {}]
      case '/messages':
        if (!view.transcript.some((line) => line.agentMessageId === body.id)) {
          view.clock.firstHumanWordsAt ??= now
          delete view.owedSince
          this.say(view.key, {
            kind: 'message',
            at: now,
            from,
            text: String(body.text),
            delivery: 'stored',
            agentMessageId: String(body.id),
          })
        }
        return [202, {}]
      case '/send-again': {
        const line = view.transcript.find(({ seq }) => seq === body.seq)
        if (line) Object.assign(line, { delivery: 'stored', failure: undefined })
        break
      }
      case '/notes':
        this.say(view.key, { kind: 'note', at: now, from, text: String(body.text) })
        return [202, {}]
      case '/park':
      case '/unpark':
        if (row) row.parked = verb === '/park'
        if (view.state.kind === 'agent') view.state.parked = verb === '/park'
        break
      case '/release':
      case '/transfer':
      case '/resolve':
        view.mine = false
        view.state =
          verb === '/resolve'
            ? { kind: 'resolved', at: Date.now(), by: this.me.id, outcome: '', rootCause: '' }
            : { kind: 'queue' }
        this.chats = this.chats.filter((one) => one.key !== view.key)
        break
      case '/still-here':
        if (row) Object.assign(row, { warned: false, returnsAt: undefined })
        break
      case '/checking':
        view.checkingUntil = new Date(Date.now() + Number(body.minutes) * 60_000).toISOString()
        if (row) row.checkingUntil = view.checkingUntil
        break
      case '/typing':
      case '/read':
        if (verb === '/read' && row) row.unread = 0
        return [204]
      default:
        return undefined
    }
    this.emit({ type: 'case', key: view.key, agentId: this.me.id })
    return [200, {}]
  }

  #stream(res: ServerResponse): void {
    if (!this.signedIn) {
      res.writeHead(401).end()
      return
    }
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    res.write(': hello\n\n')
    this.#streams.add(res)
    res.on('close', () => this.#streams.delete(res))
  }
}
