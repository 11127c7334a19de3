import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import { registerSandbox } from '../../src/business/sandbox/server.ts'
import { failure } from '../../src/http/failure.ts'
import { createServer } from '../../src/http/server.ts'
import { createLogger } from '../../src/telemetry.ts'
import { ManualClock } from './manual-clock.ts'

/** The sandbox company over HTTP, as demo mode serves it. */
export async function openSandboxServer() {
  const log = createLogger('silent')
  const clock = new ManualClock()
  const sandbox = new SandboxBusiness({ clock, timeZone: 'America/Bogota' })
  const http = createServer({ log, secure: false })
  registerSandbox(http.server, {
    sandbox,
    options: { fail: failure(log) },
    baseOf: (req) => `http://${req.headers.host}`,
  })
  const { port } = await http.listen(0, '127.0.0.1')
  return { sandbox, clock, url: `http://127.0.0.1:${port}/sandbox/v1`, close: () => http.close(0) }
}

export interface Seen {
  path: string
  headers: IncomingMessage['headers']
}

/** A company's server that does with each request what the test says. */
export class OddCompany {
  readonly seen: Seen[] = []
  answer: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => res.end()
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<OddCompany> {
    const server = createHttp((req, res) => {
      company.seen.push({ path: req.url ?? '', headers: req.headers })
      req.resume().on('end', () => company.answer(req, res))
    })
    const company = new OddCompany(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return company
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Answers every request with this. */
  says(status: number, body: unknown): void {
    this.answer = (_req, res) => {
      res.writeHead(status, { 'content-type': 'application/json' })
      res.end(typeof body === 'string' ? body : JSON.stringify(body))
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
