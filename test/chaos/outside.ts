import type { ServerResponse } from 'node:http'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import { registerSandbox, SANDBOX_PATH } from '../../src/business/sandbox/server.ts'
import { failure } from '../../src/http/failure.ts'
import { createServer } from '../../src/http/server.ts'
import { systemClock } from '../../src/system.ts'
import { createLogger } from '../../src/telemetry.ts'
import { CluServer, predicting } from '../understanding/clu/clu-server.ts'
import { Line } from './line.ts'

/** The company's systems, outside of all servers and behind a line that can be cut. */
export interface Company {
  url: string
  line: Line
  sandbox: SandboxBusiness
  close(): Promise<void>
}

export async function openCompany(): Promise<Company> {
  const log = createLogger('silent')
  const sandbox = new SandboxBusiness({ clock: systemClock, timeZone: 'America/Bogota' })
  const http = createServer({ log, secure: false })
  registerSandbox(http.server, {
    sandbox,
    options: { fail: failure(log) },
    baseOf: (req) => `http://${req.headers.host}`,
  })
  const { port } = await http.listen(0, '127.0.0.1')
  const line = await Line.open(port)
  return {
    url: `http://127.0.0.1:${line.port}${SANDBOX_PATH}`,
    line,
    sandbox,
    async close() {
      await line.close()
      await http.close(0)
    },
  }
}

/** What can become of CLU. `slow`: within its limit; `late`: beyond it. */
export const CLU_FAULTS = ['slow', 'late', 'dead', 'garbage', 'throttled'] as const
export type CluFault = (typeof CLU_FAULTS)[number]

const SLOW_MS = 250
const LATE_MS = 2_000

/** What customers of a run say, as CLU would know it. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/cancelar/, 'cancel-service'],
  [/cuánto debo/, 'invoice'],
  [/internet/, 'no-internet'],
  [/pedido/, 'order-status'],
  [/horario/, 'opening-hours'],
  [/hola/, 'greeting'],
  [/gracias/, 'thanks'],
]

/** A stand-in of Azure's understanding on the loopback. */
export interface Clu {
  url: string
  fault: CluFault | undefined
  close(): Promise<void>
}

export async function openClu(): Promise<Clu> {
  const server = await CluServer.open()
  const clu: Clu = { url: server.url, fault: undefined, close: () => server.close() }
  server.answer = (res, { body }) => {
    const { text = '' } = body.analysisInput.conversationItem
    server.asked.length = 0
    const intent = KNOWN.find(([words]) => words.test(text))?.[1]
    const well = (): void =>
      say(res, 200, predicting([intent ?? 'None', 0.93], [intent ? 'None' : 'thanks', 0.02]))
    switch (clu.fault) {
      case undefined:
        return well()
      case 'slow':
        setTimeout(well, SLOW_MS)
        return
      case 'late':
        setTimeout(well, LATE_MS)
        return
      case 'dead':
        res.destroy()
        return
      case 'garbage':
        return say(res, 200, '{"kind":"ConversationResult","result":{"prediction":')
      case 'throttled':
        return say(res, 429, '{"error":{"code":"429"}}', { 'retry-after': '1' })
    }
  }
  return clu
}

function say(res: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  if (res.destroyed) return
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  res.end(body)
}
