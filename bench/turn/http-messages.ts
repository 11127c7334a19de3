import { connect, type Socket } from 'node:net'

/** A parsed HTTP/1.1 message: a response for the client, a request for the connector. */
export interface HttpMessage {
  /** Status line or request line. */
  start: string
  body: string
}

/**
 * Cuts a stream of bytes into HTTP/1.1 messages. Only what the two servers of this benchmark send: keep-alive,
 * Content-Length or chunked. The generator shares the machine with what it measures, so it must cost little.
 */
export function httpReader(onMessage: (message: HttpMessage) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0)
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    for (;;) {
      const headEnd = pending.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const head = pending.toString('latin1', 0, headEnd)
      const bodyAt = headEnd + 4
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
      let end = bodyAt + Number(length ?? 0)
      let body: string | undefined
      if (length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head)) {
        const whole = readChunks(pending, bodyAt)
        if (!whole) return
        end = whole.end
        body = whole.body
      }
      if (pending.length < end) return
      body ??= pending.toString('utf8', bodyAt, end)
      pending = pending.subarray(end)
      onMessage({ start: head.slice(0, head.indexOf('\r\n')), body })
    }
  }
}

function readChunks(bytes: Buffer, from: number): { body: string; end: number } | undefined {
  const parts: Buffer[] = []
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (bytes.length < next) return undefined
    if (size === 0) return { body: Buffer.concat(parts).toString('utf8'), end: next }
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}

/** A keep-alive connection that carries one request at a time. */
export class HttpConnection {
  readonly #socket: Socket
  readonly #host: string
  #waiting: { resolve: (message: HttpMessage) => void; reject: (why: Error) => void } | undefined

  constructor(url: URL) {
    this.#host = url.host
    this.#socket = connect(Number(url.port), url.hostname)
    this.#socket.setNoDelay(true)
    this.#socket.on(
      'data',
      httpReader((message) => {
        const waiting = this.#waiting
        this.#waiting = undefined
        waiting?.resolve(message)
      }),
    )
    const fail = (why: Error) => this.#waiting?.reject(why)
    this.#socket.on('error', fail)
    this.#socket.on('close', () => fail(new Error('the server closed the connection')))
  }

  /** Posts JSON; throws on any status but 2xx. */
  async post(path: string, headers: string, body: unknown): Promise<string> {
    const text = JSON.stringify(body)
    const answer = await new Promise<HttpMessage>((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(text)}\r\n${headers}\r\n${text}`,
      )
    })
    const status = answer.start.split(' ', 2)[1] ?? ''
    if (!status.startsWith('2')) throw new Error(`POST ${path}: ${answer.start} ${answer.body.slice(0, 300)}`)
    return answer.body
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }
}
