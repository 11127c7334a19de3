import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Clock } from '../../clock.ts'
import { HttpFault, messageOf } from '../../errors.ts'
import { logName } from '../../store/keys.ts'
import { type Admitted, CLOSE, Stream } from './stream.ts'
import type { ViewDesk } from './view-desk.ts'

/** How often sent messages are asked about, marks written and changed headers looked for. */
const TICK_MS = 1_000
/** Every so many ticks: sockets that gave no sign of life since the last time are cut; the others are asked. */
const TICKS_PER_ROUND = 25
/** Every so many ticks headers of waiting customers are looked at even when nothing was heard. */
const TICKS_PER_STATUS = 10
/** Clients only send empty frames. */
const FRAME_LIMIT_BYTES = 4_096
/** How long sockets get to say goodbye when the process ends. */
const GOODBYE_MS = 500

export interface StreamHubDeps extends ViewDesk {
  clock: Clock
  /** Throws `HttpFault` for who may not open a stream. */
  admit(req: IncomingMessage): Promise<Admitted>
}

/** All open sockets: one per conversation, a second one takes over. */
export class StreamHub {
  readonly #deps: StreamHubDeps
  readonly #streams = new Map<string, Stream>()
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: FRAME_LIMIT_BYTES,
  })
  readonly #ended = new AbortController()
  #isQueueChanged = false
  readonly #unwatch: () => void
  #onEmpty: () => void = () => {}

  constructor(deps: StreamHubDeps) {
    this.#deps = deps
    this.#unwatch = deps.store.watch([logName.events()], () => {
      this.#isQueueChanged = true
    })
    void this.#tick()
  }

  get size(): number {
    return this.#streams.size
  }

  /** Answers an HTTP upgrade: a socket, or the contract's error. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const onError = (): void => {
      socket.destroy()
    }
    socket.on('error', onError)
    this.#deps.admit(req).then(
      (admitted) => {
        socket.removeListener('error', onError)
        if (this.#ended.signal.aborted) {
          socket.destroy()
          return
        }
        this.#server.handleUpgrade(req, socket, head, (ws) => {
          const { conversationId } = admitted.holder
          const stream = new Stream(ws, admitted, this.#deps)
          const earlier = this.#streams.get(conversationId)
          this.#streams.set(conversationId, stream)
          earlier?.close(CLOSE.takenOver, 'opened elsewhere')
          ws.on('error', () => ws.terminate())
          ws.on('close', () => {
            stream.end()
            if (this.#streams.get(conversationId) === stream) this.#streams.delete(conversationId)
            if (this.#streams.size === 0) this.#onEmpty()
          })
          stream.start()
        })
      },
      (thrown: unknown) => refuse(socket, thrown),
    )
  }

  /** Sends every client away to come back, and writes the last marks. */
  async close(): Promise<void> {
    this.#ended.abort()
    this.#unwatch()
    const streams = [...this.#streams.values()]
    for (const stream of streams) stream.close(CLOSE.restart, 'restarting')
    const farewells = new AbortController()
    this.#onEmpty = () => farewells.abort()
    if (streams.length > 0) await this.#deps.clock.sleep(GOODBYE_MS, farewells.signal)
    for (const stream of this.#streams.values()) stream.cut()
    await this.#deps.marks.flush().catch((thrown: unknown) => this.#note(thrown))
  }

  async #tick(): Promise<void> {
    const { clock, marks } = this.#deps
    const { signal } = this.#ended
    for (let tick = 1; !signal.aborted; tick += 1) {
      await clock.sleep(TICK_MS, signal)
      if (signal.aborted) return
      this.#askAround(tick % TICKS_PER_ROUND === 0)
      try {
        if (this.#isQueueChanged || tick % TICKS_PER_STATUS === 0) {
          this.#isQueueChanged = false
          await this.#refreshStatuses()
        }
        await marks.flush()
      } catch (thrown) {
        this.#note(thrown)
      }
    }
  }

  #askAround(isRound: boolean): void {
    for (const stream of this.#streams.values()) {
      if (isRound && !stream.isAlive) stream.cut()
      else if (isRound || stream.isUnconfirmed) stream.ping()
    }
  }

  /** Places in line and waits change by what happens to others. */
  async #refreshStatuses(): Promise<void> {
    for (const stream of [...this.#streams.values()]) {
      if (!stream.isWithBot) await stream.refreshStatus().catch((thrown: unknown) => this.#note(thrown))
    }
  }

  #note(thrown: unknown): void {
    this.#deps.log.warn({ reason: messageOf(thrown) }, 'headers or delivery marks are behind')
  }
}

function refuse(socket: Duplex, thrown: unknown): void {
  const fault =
    thrown instanceof HttpFault
      ? thrown
      : new HttpFault(503, 'not-ready', 'the stream can’t be opened now: try again')
  const body = JSON.stringify({ error: { code: fault.code, message: fault.message } })
  // A client that never ends its side would keep the connection, and the process, open.
  socket.once('finish', () => socket.destroy())
  socket.end(
    [
      `HTTP/1.1 ${fault.status} Refused`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}
