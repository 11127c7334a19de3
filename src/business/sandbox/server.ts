import type { IncomingMessage } from 'node:http'
import type { Server } from 'restify'
import { z } from 'zod'
import { HttpFault } from '../../errors.ts'
import { type RouteDefaults, route } from '../../http/routes.ts'
import { isVerb, VERBS, type Verb } from '../business.ts'
import { businessOpenApi } from '../openapi.ts'
import { argsShape, IDEMPOTENCY_HEADER, verbPath } from '../wire.ts'
import { FAULT_KINDS, type SandboxBusiness } from './sandbox.ts'

export const SANDBOX_PATH = '/sandbox/v1'

const faultShape = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  verbs: z.array(z.enum(Object.keys(VERBS) as [Verb, ...Verb[]])).optional(),
})

/**
 * The sandbox company over HTTP, in demo mode: what a company builds, to look at and to try against. Any token will
 * do, but there must be one: a page in somebody's browser can't send it here unasked.
 */
export function registerSandbox(
  server: Server,
  deps: { sandbox: SandboxBusiness; options: RouteDefaults; baseOf(req: IncomingMessage): string },
): void {
  const { sandbox, options } = deps

  route(server, 'get', `${SANDBOX_PATH}/openapi.json`, options, ({ req }) => ({
    status: 200,
    body: businessOpenApi(`${deps.baseOf(req)}${SANDBOX_PATH}`),
  }))

  route<unknown>(
    server,
    'post',
    `${SANDBOX_PATH}${verbPath(':verb')}`,
    { ...options, body: z.unknown() },
    async ({ req, res, params, body }) => {
      needsToken(req)
      const verb = params.verb ?? ''
      if (!isVerb(verb))
        throw new HttpFault(404, 'no-such-verb', `there is no verb ${verb}: see openapi.json`)
      const id = req.headers[IDEMPOTENCY_HEADER]
      if (typeof id !== 'string' || id === '') {
        throw new HttpFault(
          400,
          'no-idempotency-key',
          'send the id of the call in the header Idempotency-Key',
        )
      }
      const args = argsShape(verb).safeParse(body)
      if (!args.success) throw new HttpFault(400, 'bad-request', z.prettifyError(args.error))
      const gone = new AbortController()
      res.once('close', () => gone.abort())
      const outcome = await sandbox.call(verb, args.data, { id, signal: gone.signal })
      if (outcome.kind === 'failed') throw new HttpFault(503, 'not-now', outcome.why)
      if (outcome.kind === 'unknown') throw new HttpFault(500, 'lost', outcome.why)
      return { status: 200, body: outcome }
    },
  )

  route(
    server,
    'put',
    `${SANDBOX_PATH}/fault`,
    { ...options, body: faultShape },
    ({ req, body: { kind, verbs } }) => {
      needsToken(req)
      sandbox.setFault({ kind, ...(verbs ? { verbs } : {}) })
      return { status: 204 }
    },
  )
  route(server, 'del', `${SANDBOX_PATH}/fault`, options, ({ req }) => {
    needsToken(req)
    sandbox.setFault(undefined)
    return { status: 204 }
  })
}

function needsToken(req: IncomingMessage): void {
  if (/^Bearer +\S+$/i.test(req.headers.authorization ?? '')) return
  throw new HttpFault(401, 'no-token', 'send any token in the header: Authorization: Bearer <token>')
}
