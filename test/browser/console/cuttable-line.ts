import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A network between browser and server that can be cut and mended. */
export class CuttableLine {
  readonly #sockets = new Set<Socket>()
  #isCut = false
  #server = createServer()
  url = ''

  static async to(target: string): Promise<CuttableLine> {
    const line = new CuttableLine()
    const port = Number(new URL(target).port)
    line.#server.on('connection', (near) => {
      if (line.#isCut) {
        near.destroy()
        return
      }
      const far = connect(port, '127.0.0.1')
      for (const socket of [near, far]) {
        line.#sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => line.#sockets.delete(socket))
      }
      near.pipe(far)
      far.pipe(near)
    })
    await new Promise<void>((done) => line.#server.listen(0, '127.0.0.1', done))
    line.url = `http://127.0.0.1:${(line.#server.address() as AddressInfo).port}`
    return line
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#isCut = false
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((done) => this.#server.close(() => done()))
  }
}
