import { connect, createServer, type Server, type Socket } from 'node:net'

/** The network between a client and the server, which tests can cut. */
export class LineProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isDown = false

  private constructor(server: Server) {
    this.#server = server
  }

  static async to(port: number): Promise<LineProxy> {
    const server = createServer()
    const proxy = new LineProxy(server)
    server.on('connection', (client) => proxy.#join(client, port))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  /** Every connection breaks, as when a phone loses its network. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  goDown(): void {
    this.#isDown = true
    this.cut()
  }

  comeBack(): void {
    this.#isDown = false
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #join(client: Socket, port: number): void {
    if (this.#isDown) {
      client.destroy()
      return
    }
    const server = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        this.#sockets.delete(one)
        other.destroy()
      })
    }
  }
}
