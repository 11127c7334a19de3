import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** How a line between two processes misbehaves. `deaf`: what is asked gets there, the answers get lost. */
export type LineFault = { kind: 'cut' } | { kind: 'deaf' } | { kind: 'slow'; ms: number }

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
    client.on('data', (data) => this.#pass(data, other))
    other.on('data', (data) => {
      if (this.#fault?.kind !== 'deaf') this.#pass(data, client)
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

  #pass(data: Buffer, to: Socket): void {
    const send = (): void => {
      if (!to.destroyed) to.write(data)
    }
    // One delay for all that is sent meanwhile: timers of one length fire in order.
    if (this.#fault?.kind === 'slow') setTimeout(send, this.#fault.ms)
    else send()
  }
}
