import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Writable } from 'node:stream'

/**
 * How a line between two processes misbehaves. `deaf`: what is asked gets there, the answers get lost, `from` this one on.
 * `garbled`: whoever has been greeted is answered what nobody can read, and is hung up on at the next word.
 */
export type LineFault =
  | { kind: 'cut' }
  | { kind: 'deaf'; from?: (asked: Buffer) => boolean }
  | { kind: 'slow'; ms: number }
  | { kind: 'garbled' }

/** A line from one process to another that can be cut, slowed, or made to lose the answers. */
export class Line {
  readonly #server: Server
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #fault: LineFault | undefined

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(toPort: number): Promise<Line> {
    const server = createServer((client) => line.#join(client, toPort))
    const line = new Line(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return line
  }

  /** Whether answers get lost by now. */
  get isDeaf(): boolean {
    return this.#fault?.kind === 'deaf' && !this.#fault.from
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  set fault(fault: LineFault | undefined) {
    // What is on its way through a bad line never arrives: a healed one begins with new connections.
    if (fault?.kind === 'cut' || this.#fault?.kind === 'deaf') this.#drop()
    this.#fault = fault
  }

  async close(): Promise<void> {
    this.#drop()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #drop(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
    this.#pairs.clear()
  }

  #join(client: Socket, toPort: number): void {
    if (this.#fault?.kind === 'cut') {
      client.destroy()
      return
    }
    const other = connect(toPort, '127.0.0.1')
    const pair = [client, other] as const
    this.#pairs.add(pair)
    const [there, back] = [new Direction(other), new Direction(client)]
    let isGarbled = false
    client.on('data', (data) => {
      if (this.#fault?.kind === 'deaf' && this.#fault.from?.(data)) this.#fault = { kind: 'deaf' }
      if (isGarbled) client.resetAndDestroy()
      else if (this.#fault?.kind === 'garbled' && other.bytesRead > 0) {
        isGarbled = true
        client.write('?'.repeat(data.length))
      } else there.pass(data, this.#delayMs)
    })
    other.on('data', (data) => {
      if (!this.isDeaf) back.pass(data, this.#delayMs)
    })
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#pairs.delete(pair)
        for (const one of pair) one.destroy()
      })
    }
  }

  get #delayMs(): number {
    return this.#fault?.kind === 'slow' ? this.#fault.ms : 0
  }
}

/** One direction of a connection: bytes come in the order in which they were sent, also when a slow line is healed. */
export class Direction {
  readonly #to: Writable
  readonly #waiting: { data: Buffer; at: number }[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(to: Writable) {
    this.#to = to
  }

  pass(data: Buffer, delayMs: number): void {
    this.#waiting.push({ data, at: performance.now() + delayMs })
    this.#send()
  }

  #send(): void {
    for (let first = this.#waiting[0]; first && !this.#timer; first = this.#waiting[0]) {
      const ms = first.at - performance.now()
      if (ms > 0) {
        this.#timer = setTimeout(() => {
          this.#timer = undefined
          this.#send()
        }, ms)
        return
      }
      this.#waiting.shift()
      if (!this.#to.destroyed) this.#to.write(first.data)
    }
  }
}
