import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../../fixtures/clu')

/** An answer of the service as Microsoft's reference shows it. */
export function answerOf(name: string): string {
  return readFileSync(join(FIXTURES, `${name}.json`), 'utf8')
}

/** A prediction of these intents, best first. */
export function predicting(...intents: [string, number][]): string {
  return JSON.stringify({
    kind: 'ConversationResult',
    result: {
      query: '',
      prediction: {
        topIntent: intents[0]?.[0],
        projectKind: 'Conversation',
        intents: intents.map(([category, confidenceScore]) => ({ category, confidenceScore })),
        entities: [],
      },
    },
  })
}

export interface Asked {
  url: string
  headers: IncomingMessage['headers']
  body: {
    kind: string
    analysisInput: { conversationItem: Record<string, string> }
    parameters: Record<string, unknown>
  }
}

/** Speaks the REST of Azure's conversational language understanding, and does with each request what the test says. */
export class CluServer {
  readonly asked: Asked[] = []
  answer: (res: ServerResponse, asked: Asked) => void = (res) => res.end()
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<CluServer> {
    const server = createServer((req, res) => {
      const parts: Buffer[] = []
      req.on('data', (part: Buffer) => parts.push(part))
      req.on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Asked['body']
        const asked = { url: req.url ?? '', headers: req.headers, body }
        clu.asked.push(asked)
        clu.answer(res, asked)
      })
    })
    const clu = new CluServer(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return clu
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Answers every request with this. */
  says(status: number, body: string, headers: Record<string, string> = {}): void {
    this.answer = (res) => {
      res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      res.end(body)
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
