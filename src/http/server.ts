import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import restify, { type Request, type Response, type Server } from 'restify'
import { EscotillaError, HttpFault } from '../errors.ts'
import type { HttpLogger } from './failure.ts'
import { InFlight } from './in-flight.ts'
import { faultAnswer, send } from './routes.ts'

/** How long a client may take for its headers, and for a whole request: an upload of 10 MB over a slow phone. */
const HEADERS_TIMEOUT_MS = 15_000
const REQUEST_TIMEOUT_MS = 120_000
/** Longer than the usual 60 s of a proxy in front, so that the proxy closes idle connections, not we. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000

/**
 * Characters of a part of an address that stands for something: a signed link has over a hundred, where the router's
 * own limit of a hundred would answer that nothing is there.
 */
const LONGEST_PARAMETER = 500

/** What every answer carries unless its handler says otherwise (pages set a policy of their own). */
const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
]

export interface HttpServerOptions {
  log: HttpLogger
  /** Customers reach us by https: browsers are told to stay there. */
  secure: boolean
  /** What all requests in hand together may hold. Default: 64 MB. */
  mostBytesInFlight?: number
}

/** The restify server and how it begins and ends. Endpoints are registered on `server`. */
export interface HttpServer {
  readonly server: Server
  /** Port 0 takes a free one. Rejects with `port-taken` when somebody else has it. */
  listen(port: number, host: string): Promise<AddressInfo>
  /** Runs when closing begins: ends what would otherwise stay open (streams, sockets). */
  onClosing(end: () => void | Promise<void>): void
  /** Takes no new connections, lets requests in hand finish, and cuts what is still there after `withinMs`. */
  close(withinMs: number): Promise<void>
}

export function createServer(options: HttpServerOptions): HttpServer {
  const { log } = options
  const headers = options.secure
    ? [...SECURITY_HEADERS, ['strict-transport-security', 'max-age=31536000'] as const]
    : SECURITY_HEADERS
  // restify 12 logs by pino; its types still speak of bunyan and don't know `first`.
  const restifyOptions = { name: '', log: quiet(log), maxParamLength: LONGEST_PARAMETER } as object
  const server = restify.createServer(restifyOptions) as Server & {
    first(handler: (req: Request, res: Response) => boolean): void
  }
  const node = server.server
  // restify says again what its node server says, and would throw it where nobody listens; `listen` tells it.
  server.on('error', () => {})
  node.headersTimeout = HEADERS_TIMEOUT_MS
  node.requestTimeout = REQUEST_TIMEOUT_MS
  node.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
  const inFlight = new InFlight(options.mostBytesInFlight)
  let closing = false
  const ends: (() => void | Promise<void>)[] = []

  server.first((req: Request, res: Response) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    if (closing) res.setHeader('connection', 'close')
    try {
      // The router asks for this later and would throw where nobody catches it: a Host header can be anything.
      req.getUrl()
      inFlight.admit(req, res)
    } catch (thrown) {
      if (thrown instanceof HttpFault) {
        send(res, faultAnswer(thrown))
        return false
      }
      send(res, faultAnswer(new HttpFault(400, 'bad-request', 'the address or the Host header is not valid')))
      return false
    }
    return true
  })

  // What restify itself refuses (unknown path, wrong method) goes out in the contract's shape.
  server.on('restifyError', (_req: Request, _res: Response, refusal: Refusal, done: () => void) => {
    const { code, message } = wordsOf(refusal.statusCode ?? 500)
    refusal.toJSON = () => ({ error: { code, message } })
    done()
  })

  server.on('after', (req: Request, res: Response, route: { path?: unknown } | undefined) => {
    const took = process.hrtime.bigint() - startOf(req)
    const fields = {
      method: req.method,
      // The pattern, never the address itself: it can carry ids and tokens.
      route: String(route?.path ?? 'none'),
      status: res.statusCode,
      ms: Number(took / 1_000n) / 1_000,
    }
    // 503 is no fault of this request: whoever answered it has said why.
    if (res.statusCode >= 500 && res.statusCode !== 503) log.warn(fields, 'request failed')
    else log.debug(fields, 'request')
    if (closing) setImmediate(() => node.closeIdleConnections())
  })

  node.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable) return
    // One that came too slowly, or to a process that stood still meanwhile, is good when it is sent again.
    const [status, fault] =
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [
            '408 Request Timeout',
            { code: 'too-slow', message: 'the request did not come in time: send it again' },
          ]
        : ['400 Bad Request', { code: 'bad-request', message: 'this is not an HTTP request' }]
    const body = JSON.stringify({ error: fault })
    const head = `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}`
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${head}\r\n\r\n${body}`)
  })

  return {
    server,
    listen(port, host) {
      return new Promise((resolve, reject) => {
        const refuse = (thrown: NodeJS.ErrnoException): void => {
          reject(thrown.code === 'EADDRINUSE' ? portTaken(port, host, thrown) : thrown)
        }
        node.once('error', refuse)
        node.listen(port, host, () => {
          node.removeListener('error', refuse)
          resolve(node.address() as AddressInfo)
        })
      })
    },
    onClosing(end) {
      ends.push(end)
    },
    async close(withinMs) {
      closing = true
      const closed = new Promise<void>((resolve) => node.close(() => resolve()))
      const cut = setTimeout(() => node.closeAllConnections(), withinMs)
      await Promise.allSettled(ends.map(async (end) => end()))
      node.closeIdleConnections()
      await closed
      clearTimeout(cut)
    },
  }
}

function portTaken(port: number, host: string, cause: unknown): EscotillaError {
  return new EscotillaError(
    'port-taken',
    `another process listens on port ${port} of ${host}: stop it, or set PORT to another one`,
    cause,
  )
}

/** An error of restify's own, as it is about to be sent. */
interface Refusal {
  statusCode?: number
  toJSON?: () => unknown
}

function wordsOf(status: number): { code: string; message: string } {
  switch (status) {
    case 404:
      return { code: 'not-found', message: 'there is nothing at this address: check the path' }
    case 405:
      return {
        code: 'method-not-allowed',
        message: 'this address does not take this method: see the Allow header',
      }
    default:
      return status < 500
        ? { code: 'bad-request', message: 'the request is not valid' }
        : { code: 'internal', message: 'something went wrong on our side: try again' }
  }
}

/** When restify began with a request; it keeps `process.hrtime()` pairs. */
function startOf(req: Request): bigint {
  const [seconds, nanos] =
    (req as unknown as { _timeStart?: [number, number] })._timeStart ?? process.hrtime()
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanos)
}

/** restify logs through this; what it says (discarded values, its own traces) is for debugging only. */
function quiet(log: HttpLogger): Record<string, (...args: unknown[]) => void> {
  const say = (...args: unknown[]): void => {
    const fields = args.find((arg) => typeof arg === 'object' && arg !== null)
    log.debug(
      { restify: args.filter((arg) => typeof arg === 'string').join(' ') },
      fields ? 'restify' : 'restify said',
    )
  }
  const nothing = (): void => {}
  return { trace: nothing, debug: nothing, info: nothing, warn: say, error: say, fatal: say }
}
