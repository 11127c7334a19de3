import { effect, untracked } from '@preact/signals'
import type { AgentEvent, QueueItem, QueueView } from '../../http/wire.ts'
import type { Api, Reply } from './api.ts'
import { whatIsBehind } from './model/feed.ts'
import { announce, chime, notify, notifyDesktop } from './notices.ts'
import { nameOf, words } from './settings.ts'
import { desk, feed, found, me, missingKey, openKey, query, readUpTo, rows, tell } from './state.ts'

/** A storm of events is read as one: a snapshot at most this often. */
const CALM_MS = 300
const CALM_MOST_MS = 10_000
/** Promises change slowly, and any change to a case may be one. */
const COMMITMENTS_CALM_MS = 3_000
const SEARCH_REST_MS = 250

/** Waits that are shown at once; "show more" asks for another page. */
let queuePages = 1

/** Reads a snapshot again for as long as it is behind; never two at once. */
class Loader {
  #busy = false
  #waitMs: number
  readonly #load: () => Promise<boolean>
  readonly #isBehind: () => boolean

  readonly #calmMs: number

  constructor(load: () => Promise<boolean>, isBehind: () => boolean, calmMs = CALM_MS) {
    this.#load = load
    this.#isBehind = isBehind
    this.#calmMs = calmMs
    this.#waitMs = calmMs
  }

  poke(): void {
    if (this.#busy) return
    this.#busy = true
    void this.#run()
  }

  async #run(): Promise<void> {
    const loaded = await this.#load()
    // A snapshot that stays behind (or a server that is away) is asked for more and more rarely.
    this.#waitMs = loaded && !this.#isBehind() ? this.#calmMs : Math.min(this.#waitMs * 2, CALM_MOST_MS)
    setTimeout(() => {
      this.#busy = false
      if (me.peek() && this.#isBehind()) this.poke()
    }, this.#waitMs)
  }
}

export interface Sync {
  onEvent(at: number, event: AgentEvent): void
  loadCase(key: string): Promise<void>
  loadChats(): Promise<void>
  loadOlder(key: string): Promise<void>
  showMoreOfQueue(): Promise<void>
  loadDesk(): Promise<void>
}

export function createSync(api: Api, onSignedOut: () => void): Sync {
  const behind = () => whatIsBehind(feed.peek(), me.peek()?.id ?? '')
  /** Hands a good answer on, and says whether there was one. */
  function take<T>(reply: Reply<T>, use: (body: T) => void): boolean {
    if (reply.kind === 'signed-out') onSignedOut()
    if (reply.kind === 'ok' && me.peek()) use(reply.body)
    return reply.kind === 'ok'
  }

  const queue = new Loader(
    async () => {
      const reply = await readQueue(api, queuePages)
      return take(reply, (view) => tell({ type: 'queue', view }))
    },
    () => behind().queue,
  )
  const chats = new Loader(
    async () => take(await api.chats(), (view) => tell({ type: 'chats', view })),
    () => behind().chats,
  )
  const commitments = new Loader(
    async () => take(await api.commitments(), (view) => tell({ type: 'commitments', view })),
    () => behind().commitments,
    COMMITMENTS_CALM_MS,
  )
  const cases = new Map<string, Loader>()
  const caseLoader = (key: string): Loader => {
    const known = cases.get(key)
    if (known) return known
    const loader = new Loader(
      () => readCase(key),
      () => behind().cases.includes(key),
    )
    cases.set(key, loader)
    return loader
  }

  async function readCase(key: string): Promise<boolean> {
    const reply = await api.read(key)
    if (reply.kind === 'refused') {
      noticeLoss(key, false)
      if (openKey.peek() === key) missingKey.value = key
      tell({ type: 'gone', key })
    }
    return take(reply, (view) => {
      noticeLoss(key, view.mine)
      tell({ type: 'case', view })
    })
  }

  let isReadingDesk = false
  async function loadDesk(): Promise<void> {
    if (isReadingDesk) return
    isReadingDesk = true
    take(await api.desk(), (view) => {
      desk.value = view
    })
    isReadingDesk = false
  }

  /** Tells the agent in words when a chat that was theirs no longer is, unless they let it go themselves. */
  function noticeLoss(key: string, isMine: boolean): void {
    const before = feed.peek().cases[key]
    if (!before?.mine || isMine || letGo.has(key)) return
    notify(words.peek().lost(nameOf(before.customer.name, key)), 'bad')
  }

  effect(() => {
    if (!me.value) return
    const { queue: q, chats: c, commitments: p, cases: stale } = whatIsBehind(feed.value, me.value.id)
    untracked(() => {
      if (!desk.peek()) void loadDesk()
      if (q) queue.poke()
      if (c) chats.poke()
      if (p) commitments.poke()
      // Only the case on screen is read again at once; the others when they are opened.
      const key = openKey.peek()
      if (key && stale.includes(key)) caseLoader(key).poke()
    })
  })

  // Typing is let come to rest before the desk is asked.
  let searching: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const text = query.value.trim()
    clearTimeout(searching)
    if (text.length < 2) found.value = []
    else searching = setTimeout(() => void search(text), SEARCH_REST_MS)
  })
  async function search(text: string): Promise<void> {
    take(await api.search(text), ({ results }) => {
      if (query.peek().trim() === text) found.value = results
    })
  }

  return {
    onEvent(at, event) {
      tell({ type: 'event', at, event, heardAt: Date.now() })
      react(api, at, event)
    },
    async loadCase(key) {
      await readCase(key)
    },
    async loadChats() {
      take(await api.chats(), (view) => tell({ type: 'chats', view }))
    },
    async loadOlder(key) {
      const before = feed.peek().older[key]?.before ?? feed.peek().cases[key]?.transcriptBefore
      if (before === undefined) return
      take(await api.transcript(key, before), (page) =>
        tell({ type: 'older', key, lines: page.lines, before: page.before }),
      )
    },
    async showMoreOfQueue() {
      queuePages += 1
      take(await readQueue(api, queuePages), (view) => tell({ type: 'queue', view }))
    },
    loadDesk,
  }
}

/** Chats that the agent has handed on: losing them is no news. */
export const letGo = new Set<string>()

async function readQueue(api: Api, pages: number): Promise<Reply<QueueView>> {
  const first = await api.queue()
  if (first.kind !== 'ok') return first
  let view = first.body
  for (let page = 1; page < pages && view.next !== undefined; page += 1) {
    const more = await api.queue(view.next)
    if (more.kind !== 'ok') break
    const known = new Set(view.waiting.map((item) => item.key))
    const added = more.body.waiting.filter((item) => !known.has(item.key))
    view = { ...view, waiting: [...view.waiting, ...added], next: more.body.next }
  }
  return { ...first, body: view }
}

/** Arrivals within this time of one that was told are told together: a storm must not drown everything else. */
const ARRIVALS_TOGETHER_MS = 5_000
let arrivals: { more: number } | undefined

function tellArrival(item: QueueItem): void {
  if (arrivals) {
    arrivals.more += 1
    return
  }
  arrivals = { more: 0 }
  setTimeout(() => {
    const more = arrivals?.more ?? 0
    arrivals = undefined
    if (more > 0) announceArrival(words.peek().arrivals(more), '')
  }, ARRIVALS_TOGETHER_MS)
  announceArrival(words.peek().arrival(words.peek().reason[item.reason]), item.summary)
}

function announceArrival(text: string, summary: string): void {
  announce(text)
  if (me.peek()?.presence.status !== 'available') return
  chime('arrival')
  notifyDesktop(text, summary, 'arrival', () => {})
}

/** What an event makes heard: sound, notification, announcement. Focus stays where it is. */
function react(api: Api, at: number, event: AgentEvent): void {
  const w = words.peek()
  const self = me.peek()
  if (!self) return
  if (event.type === 'queue' && event.arrival) {
    tellArrival(event.arrival)
  }
  if (event.type === 'lease-warning' && event.agentId === self.id) chime('warning')
  if (event.type !== 'line' || event.agentId !== self.id || event.line.kind !== 'message') return
  if (event.line.from?.kind !== 'customer') return
  const row = rows.peek().find((r) => r.key === event.key)
  const name = nameOf(row?.customerName, event.key)
  const text = event.line.text || w.attachment
  const isOpen = openKey.peek() === event.key
  announce(isOpen ? w.says(name, text) : w.saysElsewhere(name, text))
  if (isOpen && document.hasFocus()) {
    readUpTo.value = { ...readUpTo.peek(), [event.key]: at }
    void api.post(event.key, 'read', { seq: event.line.seq })
  } else chime('message')
  notifyDesktop(name, text, event.key, () => {
    openKey.value = event.key
  })
}
