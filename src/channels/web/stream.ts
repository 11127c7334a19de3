import type { WebSocket } from 'ws'
import type { Clock } from '../../clock.ts'
import { logName } from '../../store/keys.ts'
import { readSignal } from '../../turn/signal.ts'
import type { ActivitySet, ConversationStatus, OutgoingActivity } from './activity.ts'
import { messageActivity, readActivity, stateActivity, typingActivity } from './outgoing.ts'
import { customerPage } from './transcript-view.ts'
import type { ViewDesk } from './view-desk.ts'

/** Lines read at once, and so the most that one frame holds. */
const PAGE = 50
/** What isn't stored (typing, marks) is dropped for a socket that has this many bytes waiting. */
const SLOW_SOCKET_BYTES = 64 * 1024

/** How long the echo of a customer's own message waits for the answer, milliseconds: nobody sees it. */
const ECHO_REST_MS = 25

/** Why we close. Clients come back with their watermark, but after `takenOver`: another window has the conversation. */
export const CLOSE = { restart: 1012, away: 1013, takenOver: 4001 } as const

const WITH_BOT: ConversationStatus = { owner: 'bot' }

export interface StreamDesk extends ViewDesk {
  clock: Clock
}

/** Who opens a stream, from where on, and the address that the client reached us at. */
export interface Admitted {
  holder: { conversationId: string; userId: string }
  after: number
  base: string
}

/**
 * One customer's open socket: everything after the watermark, then what is new. At most one frame is on its way at a
 * time, so that a slow client costs one frame of memory and no more; the log keeps the rest.
 */
export class Stream {
  readonly conversationId: string
  readonly #userId: string
  readonly #base: string
  readonly #socket: WebSocket
  readonly #desk: StreamDesk
  /** Everything up to here has been handed to the socket. */
  #at: number
  #isPumping = false
  #hasMore = false
  #endRest: (() => void) | undefined
  #status: ConversationStatus | undefined
  #statusAsked = 0
  readonly #unwatch: () => void
  /** Up to where a ping has asked whether it arrived. */
  #asked: number
  isAlive = true

  constructor(socket: WebSocket, admitted: Admitted, desk: StreamDesk) {
    const { holder, after, base } = admitted
    this.conversationId = holder.conversationId
    this.#userId = holder.userId
    this.#base = base
    this.#socket = socket
    this.#desk = desk
    this.#at = after
    this.#asked = after
    this.#unwatch = desk.store.watch([logName.conversation(this.conversationId)], (_name, signal) => {
      if (signal === undefined) this.pump()
      else this.#tell(signal)
    })
    socket.on('pong', (data: Buffer) => this.#onPong(data))
  }

  get isWithBot(): boolean {
    return this.#status === undefined || this.#status.owner === 'bot'
  }

  /** The header first, then everything since the watermark. */
  start(): void {
    void this.#begin().catch((thrown: unknown) => this.#fail(thrown))
  }

  /** Sends what is new. Calls while it runs make it look again. */
  pump(): void {
    if (this.#isPumping) {
      this.#hasMore = true
      this.#endRest?.()
      return
    }
    this.#isPumping = true
    void this.#drain().catch((thrown: unknown) => this.#fail(thrown))
  }

  /** Looks whether the header has changed, and tells the client if so. */
  async refreshStatus(): Promise<void> {
    this.#statusAsked += 1
    const asked = this.#statusAsked
    const status = await this.#desk.statusOf(this.conversationId)
    // Somebody asked later: their answer is newer.
    if (asked !== this.#statusAsked) return
    const isNews = JSON.stringify(status) !== JSON.stringify(this.#status ?? WITH_BOT)
    // A plain conversation with the bot, which most are, holds no object of its own.
    this.#status = status.owner === 'bot' && status.caseKey === undefined ? WITH_BOT : status
    if (isNews) await this.#send([stateActivity(this.conversationId, status)])
  }

  /** Asks the client's side of the connection for a sign of life; what was sent before the ping has then arrived. */
  ping(): void {
    this.#asked = this.#at
    this.isAlive = false
    this.#socket.ping(String(this.#at))
  }

  /** Something was sent and nobody knows yet whether it arrived. */
  get isUnconfirmed(): boolean {
    return this.#at > this.#asked
  }

  close(code: number, reason: string): void {
    this.#unwatch()
    this.#socket.close(code, reason)
  }

  /** Without a word: the other side does not answer. */
  cut(): void {
    this.#unwatch()
    this.#socket.terminate()
  }

  /** The socket is gone: stop watching. */
  end(): void {
    this.#unwatch()
  }

  async #begin(): Promise<void> {
    this.#isPumping = true
    const status = await this.#desk.statusOf(this.conversationId)
    this.#status = status
    const first: OutgoingActivity[] = [stateActivity(this.conversationId, status)]
    const agentReadTo = await this.#desk.agentReadTo(this.conversationId)
    if (agentReadTo > 0) first.push(readActivity(this.conversationId, agentReadTo))
    await this.#send(first)
    await this.#drain()
  }

  async #drain(): Promise<void> {
    let hasRested = false
    try {
      do {
        this.#hasMore = false
        let isFull = true
        while (isFull && this.#isOpen) {
          const lines = await this.#desk.store.lines(
            logName.conversation(this.conversationId),
            this.#at,
            PAGE,
          )
          isFull = lines.length === PAGE
          if (lines.length === 0) break
          const page = customerPage(lines, this.#at)
          if (!hasRested && !isFull && !page.hasSaid && !page.hasEvents) {
            hasRested = true
            await this.#restForAnswer()
            isFull = this.#hasMore
            this.#hasMore = false
            if (isFull) continue
          }
          await this.#show(page)
        }
      } while (this.#hasMore && this.#isOpen)
    } finally {
      // In the same step as the last look at `hasMore`, so that no hint falls in between.
      this.#isPumping = false
    }
  }

  /** The customer's own words go back together with the answer when that is quick: one frame in place of two. */
  async #restForAnswer(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#endRest = resolve
    // Left to run out when the answer is quicker: that costs less than taking it back.
    void this.#desk.clock.sleep(ECHO_REST_MS).then(resolve)
    await promise
    this.#endRest = undefined
  }

  async #show(page: ReturnType<typeof customerPage>): Promise<void> {
    if (page.hasEvents) await this.refreshStatus()
    const viewer = {
      conversationId: this.conversationId,
      userId: this.#userId,
      status: this.#status ?? WITH_BOT,
      fileUrl: page.hasFiles
        ? this.#desk.fileUrls({ conversationId: this.conversationId, userId: this.#userId }, this.#base)
        : () => undefined,
    }
    const activities = page.messages.map((line) => messageActivity(line, viewer))
    this.#at = page.upTo
    if (activities.length > 0) await this.#send(activities)
  }

  #tell(body: string): void {
    if (this.#socket.bufferedAmount > SLOW_SOCKET_BYTES) return
    const signal = readSignal(body)
    if (signal?.kind === 'typing' && signal.from !== 'customer') {
      this.#sendNow([typingActivity(this.conversationId, signal.from, signal.name)])
    } else if (signal?.kind === 'read' && signal.by === 'agent') {
      this.#sendNow([readActivity(this.conversationId, signal.seq)])
    }
  }

  /** Resolves when the frame has left for the network, or the socket is gone. */
  #send(activities: OutgoingActivity[]): Promise<void> {
    return new Promise((resolve) => this.#sendNow(activities, () => resolve()))
  }

  #sendNow(activities: OutgoingActivity[], done?: () => void): void {
    const frame: ActivitySet = { activities, watermark: String(this.#at) }
    // A socket that closes in between is no fault: the client comes back with its watermark.
    this.#socket.send(JSON.stringify(frame), () => done?.())
  }

  #onPong(data: Buffer): void {
    this.isAlive = true
    const seq = Number(data.toString('latin1'))
    if (Number.isSafeInteger(seq) && seq > 0 && seq <= this.#at)
      this.#desk.marks.delivered(this.conversationId, seq)
  }

  #fail(thrown: unknown): void {
    this.#desk.log.warn({ reason: String(thrown) }, 'a stream ended early; its client comes back')
    this.close(CLOSE.away, 'try again')
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }
}
