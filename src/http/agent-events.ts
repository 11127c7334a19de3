import type { ServerResponse } from 'node:http'
import { caseCodec } from '../cases/case.ts'
import type { DeskEvent } from '../cases/events.ts'
import { idOf, indexName, logName, recordKey } from '../store/keys.ts'
import type { Store, StoredLine } from '../store/store.ts'
import { readSignal } from '../turn/signal.ts'
import { decodeLine } from '../turn/transcript.ts'
import { customerNames, eventPosition, queueItem } from './agent-queue-view.ts'
import type { Session } from './agent-session.ts'
import { type AttachmentUrl, lineView, readDelivery } from './agent-transcript.ts'
import type { AgentEvent } from './wire.ts'

/** A console that missed more than this reads everything again instead. */
const RESUME_MOST = 2_000
const BATCH = 200
/** Events made ready once for all streams of this process. */
const READY_KEPT = 1_000
/** A stream whose client doesn't read is ended when so much waits; the client resumes where it was. */
const BACKLOG_BYTES = 1_000_000

export interface EventsDeps {
  store: Store
  attachmentUrl: AttachmentUrl
  /** Called with every heartbeat: the agent's console is there. */
  heard(agentId: string): Promise<void>
  heartbeatMs?: number
}

/** Live events for consoles: server-sent events whose id is a position of the event log. */
export interface EventStreams {
  /** Answers with a stream. `after`: the last position the client has; undefined begins with what comes next. */
  open(session: Session, after: string | undefined, res: ServerResponse): Promise<void>
  size(): number
  close(): void
}

interface Ready {
  seq: number
  agentId: string | undefined
  event: AgentEvent
}

export function createEventStreams(deps: EventsDeps): EventStreams {
  const { store } = deps
  const streams = new Set<Stream>()
  const ready = new Map<number, Promise<Ready | undefined>>()
  const unwatch = store.watch([logName.events()], () => {
    for (const stream of streams) void stream.pump()
  })
  const beat = setInterval(() => {
    for (const stream of streams) stream.beat()
  }, deps.heartbeatMs ?? 15_000)
  beat.unref()

  /** The stored event with what it tells of read from its own place, once for all streams. */
  function make(line: StoredLine): Promise<Ready | undefined> {
    const known = ready.get(line.seq)
    if (known !== undefined) return known
    const made = hydrate(deps, line)
    ready.set(line.seq, made)
    // What failed once is tried again: the store may be back.
    made.catch(() => ready.delete(line.seq))
    if (ready.size > READY_KEPT) {
      const [oldest] = ready.keys()
      if (oldest !== undefined) ready.delete(oldest)
    }
    return made
  }

  class Stream {
    #cursor: number
    #pumping = false
    #again = false
    #unwatch = (): void => {}
    readonly #session: Session
    readonly #res: ServerResponse

    constructor(session: Session, res: ServerResponse, cursor: number) {
      this.#session = session
      this.#res = res
      this.#cursor = cursor
    }

    async pump(): Promise<void> {
      this.#again = true
      if (this.#pumping) return
      this.#pumping = true
      try {
        while (this.#again && !this.#res.destroyed) {
          this.#again = false
          await this.#drainLog()
        }
      } catch {
        // The store is away: the client comes back to where it was.
        this.end()
      } finally {
        this.#pumping = false
      }
    }

    async #drainLog(): Promise<void> {
      for (;;) {
        const lines = await store.lines(logName.events(), this.#cursor, BATCH)
        for (const line of lines) {
          const one = await make(line)
          this.#cursor = line.seq
          if (one && maySee(this.#session, one.agentId)) {
            this.#send(one.event, line.seq)
            if (one.event.type === 'case' && one.agentId === this.#session.id) await this.watchTyping()
          }
          if (this.#res.destroyed) return
        }
        if (lines.length < BATCH) return
      }
    }

    /** Customers of the agent's own chats: who types, and how far they have read. */
    async watchTyping(): Promise<void> {
      const entries = await store.page(indexName.agentCases(this.#session.id), undefined, 200)
      const stored = await store.read(entries.map((entry) => entry.member))
      const keys = new Map(
        caseCodec
          .readable(stored)
          .map(({ value }) => [logName.conversation(value.conversationId), value.key]),
      )
      this.#unwatch()
      if (this.#res.destroyed) return
      this.#unwatch = store.watch([...keys.keys()], (name, body) => {
        const key = keys.get(name)
        const signal = body === undefined ? undefined : readSignal(body)
        if (key === undefined || !signal) return
        if (signal.kind === 'typing' && signal.from === 'customer') this.#send({ type: 'typing', key })
        const conversationId = idOf(name)
        if (signal.kind === 'delivered')
          this.#send({ type: 'delivery', key, conversationId, deliveredTo: signal.seq })
        if (signal.kind === 'read' && signal.by === 'customer') {
          this.#send({ type: 'delivery', key, conversationId, readTo: signal.seq })
        }
      })
    }

    beat(): void {
      if (store.now() >= this.#session.expiresAt) {
        this.end()
        return
      }
      this.#write(': alive\n\n')
      deps.heard(this.#session.id).catch(() => undefined)
    }

    /** Tells the client to read everything again, from here. */
    reset(): void {
      this.#send({ type: 'reset' }, this.#cursor)
    }

    begin(): void {
      this.#write(`retry: 2000\nid: ${this.#cursor}\n\n`)
    }

    end(): void {
      this.#unwatch()
      streams.delete(this)
      this.#res.destroy()
    }

    #send(event: AgentEvent, seq?: number): void {
      const id = seq === undefined ? '' : `id: ${seq}\n`
      this.#write(`${id}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    }

    #write(text: string): void {
      if (this.#res.destroyed || this.#res.writableEnded) return
      this.#res.write(text)
      if (this.#res.writableLength > BACKLOG_BYTES) this.end()
    }
  }

  return {
    async open(session, after, res) {
      const [position, [oldest]] = await Promise.all([
        eventPosition(store),
        store.lines(logName.events(), 0, 1),
      ])
      const from = after === undefined || after === '' ? position : Number(after)
      const isKnown =
        Number.isSafeInteger(from) &&
        from <= position &&
        from >= (oldest?.seq ?? 1) - 1 &&
        position - from <= RESUME_MOST
      const stream = new Stream(session, res, isKnown ? from : position)
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      res.on('close', () => stream.end())
      res.on('error', () => stream.end())
      streams.add(stream)
      stream.begin()
      if (!isKnown) stream.reset()
      await stream.watchTyping()
      await stream.pump()
    },
    size: () => streams.size,
    close() {
      unwatch()
      clearInterval(beat)
      for (const stream of streams) stream.end()
    },
  }
}

/** Agents see the line and their own cases, supervisors everything. */
function maySee(session: Session, agentId: string | undefined): boolean {
  return agentId === undefined || agentId === session.id || session.role === 'supervisor'
}

async function hydrate(deps: EventsDeps, stored: StoredLine): Promise<Ready | undefined> {
  const event = JSON.parse(stored.body) as DeskEvent
  const agentId = 'agentId' in event && event.type !== 'presence' ? event.agentId : undefined
  switch (event.type) {
    case 'queue':
      return { seq: stored.seq, agentId, event: await arrival(deps.store, event.arrival?.key) }
    case 'line': {
      const line = await findLine(deps, event.line.conversationId, event.line.id)
      return (
        line && { seq: stored.seq, agentId, event: { type: 'line', key: event.key, ...named(agentId), line } }
      )
    }
    case 'case':
      return { seq: stored.seq, agentId, event: { type: 'case', key: event.key, ...named(agentId) } }
    default:
      return { seq: stored.seq, agentId, event }
  }
}

function named(agentId: string | undefined): { agentId?: string } {
  return agentId === undefined ? {} : { agentId }
}

/** Who has come to the line; by the time this is read they may have been taken already. */
async function arrival(store: Store, key: string | undefined): Promise<AgentEvent> {
  const [record] = key === undefined ? [] : caseCodec.readable(await store.read([recordKey.case(key)]))
  const c = record?.value
  if (c?.state.kind !== 'queue') return { type: 'queue' }
  return { type: 'queue', arrival: queueItem(c, store.now(), await customerNames(store, [c])) }
}

async function findLine({ store, attachmentUrl }: EventsDeps, conversationId: string, lineId: string) {
  let before: number | undefined
  for (const limit of [20, 200, 1_000]) {
    const stored = await store.linesBefore(logName.conversation(conversationId), before, limit)
    const line = stored.map(decodeLine).find((one) => one.id === lineId)
    if (line) return lineView(conversationId, line, await readDelivery(store, conversationId), attachmentUrl)
    before = stored[0]?.seq
    if (before === undefined || before <= 1) return undefined
  }
  return undefined
}
