import type { Response, Server } from 'restify'
import type { HttpFault } from '../errors.ts'
import { type Answer, route } from './routes.ts'

/** One thing the process needs before it can serve. */
export interface Readiness {
  name: string
  /** Undefined when it is ready, else what is missing. */
  missing(): Promise<string | undefined> | string | undefined
  /** What an operator should mend although it serves; undefined when nothing. */
  warning?(): Promise<string | undefined> | string | undefined
}

export interface HealthDeps {
  /** What `/readyz` asks. */
  readiness: readonly Readiness[]
  /** prom-client's registry. */
  registry: { metrics(): Promise<string>; readonly contentType: string }
  fail(thrown: unknown, req: { method?: string | undefined }): HttpFault
}

/** For probes and monitors: `/healthz` (the process is up), `/readyz` (names what is not ready), `/metrics`. */
export function registerHealth(server: Server, deps: HealthDeps): void {
  const { fail } = deps
  route(server, 'get', '/healthz', { fail }, () => ({ status: 200, body: { ok: true } }))
  route(server, 'get', '/readyz', { fail }, () => readiness(deps.readiness))
  route(server, 'get', '/metrics', { fail }, async ({ res }) =>
    sendText(res, await deps.registry.metrics(), deps.registry.contentType),
  )
}

async function readiness(parts: readonly Readiness[]): Promise<Answer> {
  const missing = await Promise.all(
    parts.map(async (part) => {
      try {
        const what = await part.missing()
        return what === undefined ? [] : [`${part.name}: ${what}`]
      } catch {
        return [`${part.name}: does not answer`]
      }
    }),
  )
  const notReady = missing.flat()
  if (notReady.length === 0) {
    const warned = await Promise.all(parts.map(async (part) => (await part.warning?.()) ?? []))
    const warnings = warned.flat()
    return { status: 200, body: { ready: true, ...(warnings.length > 0 ? { warnings } : {}) } }
  }
  return {
    status: 503,
    body: { error: { code: 'not-ready', message: `not ready: ${notReady.join('; ')}` }, notReady },
  }
}

function sendText(res: Response, text: string, type: string): 'sent' {
  res.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  res.end(text)
  return 'sent'
}
