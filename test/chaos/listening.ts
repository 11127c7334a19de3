import { WebSocket } from 'ws'
import { anyServer, ask, type Clients, pause } from './client.ts'
import type { CustomerAccount, Ledger } from './ledger.ts'
import type { Chance } from './random.ts'

/** How a customer's client hears what is said. What it got, and up to where, it writes into the account. */
export interface Ear {
  /** Takes in what there is now. Whether anything was said since it was last asked. */
  hears(): Promise<boolean>
  /** Something went wrong on the way: it must find its place again. */
  disturb(): void
  /** The window is closed. It may be opened again by listening. */
  close(): void
}

interface ActivitySet {
  activities: { id: string; type: string }[]
  watermark?: string
}

export interface EarParts {
  clients: Clients
  ledger: Ledger
  chance: Chance
  account: CustomerAccount
}

/** Asks for what is new. */
export class Poller implements Ear {
  readonly #parts: EarParts

  constructor(parts: EarParts) {
    this.#parts = parts
  }

  async hears(): Promise<boolean> {
    const { clients, chance, account } = this.#parts
    const path = `/v3/directline/conversations/${account.conversationId}/activities?watermark=${account.seenUpTo}`
    const answer = await ask(clients, anyServer(clients, chance), path, { headers: bearer(account) })
    return answer?.status === 200 && takeIn(account, answer.body as ActivitySet) > 0
  }

  disturb(): void {
    // There is nothing between two questions that could break.
  }

  close(): void {
    // Nor to be closed.
  }
}

/** Keeps a socket open, and after a loss opens another one, from its watermark, at whatever server. */
export class Streamer implements Ear {
  readonly #parts: EarParts
  #socket: WebSocket | undefined
  #isOpening = false
  #heard = 0

  constructor(parts: EarParts) {
    this.#parts = parts
  }

  async hears(): Promise<boolean> {
    if (!this.#socket) await this.#open()
    const isNews = this.#heard > 0
    this.#heard = 0
    return isNews
  }

  disturb(): void {
    if (!this.#socket) return
    this.#parts.ledger.harder.reconnected += 1
    this.close()
  }

  close(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.removeAllListeners('message')
    socket?.terminate()
  }

  async #open(): Promise<void> {
    const { clients, chance, account } = this.#parts
    if (this.#isOpening) return
    this.#isOpening = true
    try {
      const path = `/v3/directline/conversations/${account.conversationId}?watermark=${account.seenUpTo}`
      const answer = await ask(clients, anyServer(clients, chance), path, { headers: bearer(account) })
      if (answer?.status !== 200) return await pause(clients, chance.between(50, 400))
      const { streamUrl } = answer.body as { streamUrl: string }
      const socket = new WebSocket(streamUrl, { handshakeTimeout: 4_000 })
      socket.on('message', (data) => this.#take(String(data)))
      socket.on('error', () => undefined)
      const closed = new Promise<false>((resolve) => socket.once('close', () => resolve(false)))
      const opened = new Promise<true>((resolve) => socket.once('open', () => resolve(true)))
      const isOpen = await Promise.race([opened, closed])
      if (!isOpen) return await pause(clients, chance.between(50, 400))
      this.#socket = socket
      void closed.then(() => {
        if (this.#socket === socket) this.disturb()
      })
      clients.over.addEventListener('abort', () => socket.terminate(), { once: true })
    } catch {
      await pause(clients, chance.between(50, 400))
    } finally {
      this.#isOpening = false
    }
  }

  #take(frame: string): void {
    if (frame !== '') this.#heard += takeIn(this.#parts.account, JSON.parse(frame) as ActivitySet)
  }
}

/** How many messages there were. */
function takeIn(account: CustomerAccount, { activities, watermark }: ActivitySet): number {
  if (watermark !== undefined) account.seenUpTo = Math.max(account.seenUpTo, Number(watermark))
  const said = activities.filter(({ type }) => type === 'message')
  account.seen.push(...said.map(({ id }) => id))
  return said.length
}

export function bearer({ address }: CustomerAccount): Record<string, string> {
  return { authorization: `Bearer ${address}` }
}
