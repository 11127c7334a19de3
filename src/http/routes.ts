import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Next, Request, Response, Server } from 'restify'
import type { z } from 'zod'
import { HttpFault } from '../errors.ts'
import type { Language } from '../language.ts'

/** Bodies over this are refused with 413 unless a route says otherwise. */
export const BODY_LIMIT_BYTES = 256 * 1024
/**
 * A body that is too large is read to its end up to this size before it is refused, so that the client hears the
 * answer instead of a broken connection; beyond it the connection is closed.
 */
const DRAIN_LIMIT_BYTES = 16 * 1024 * 1024
/** Nesting deeper than this is refused: no body of ours needs it. */
const DEPTH_LIMIT = 32

/** What a handler answers; `body` undefined sends none. */
export interface Answer {
  status: number
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

export interface Call<B> {
  req: Request
  res: Response
  params: Record<string, string>
  query: URLSearchParams
  body: B
}

export interface RouteOptions<B> {
  /** How the body must look. Without it no body is read. */
  body?: z.ZodType<B>
  limitBytes?: number
  /** Runs first: sets headers that errors carry too. */
  before?(req: Request, res: Response): void
  /** Turns what a handler threw into the contract's error, and logs what needs to be. */
  fail(thrown: unknown, req: Request): HttpFault
}

/** What a group of routes has in common. */
export type RouteDefaults = Pick<RouteOptions<unknown>, 'before' | 'fail'>

type Method = 'get' | 'post' | 'put' | 'del'

/**
 * Registers one route: body read, limited, parsed and checked by zod before the handler; what it returns is sent,
 * what it throws becomes the contract's error. `'sent'` means that the handler answered by itself.
 */
export function route<B = undefined>(
  server: Server,
  method: Method,
  path: string,
  options: RouteOptions<B>,
  handle: (call: Call<B>) => Promise<Answer | 'sent'> | Answer | 'sent',
): void {
  server[method](path, (req: Request, res: Response, next: Next) => {
    run(req, res)
      .catch((thrown: unknown) => {
        if (thrown instanceof ClientGone) return
        const fault = thrown instanceof HttpFault ? thrown : options.fail(thrown, req)
        if (res.headersSent) res.destroy()
        else send(res, faultAnswer(fault))
      })
      .then(
        () => next(false),
        () => res.destroy(),
      )
  })

  async function run(req: Request, res: Response): Promise<void> {
    options.before?.(req, res)
    const body = (
      options.body
        ? parseJson(await readBytes(req, options.limitBytes ?? BODY_LIMIT_BYTES), options.body)
        : undefined
    ) as B
    const answer = await handle({
      req,
      res,
      params: (req.params ?? {}) as Record<string, string>,
      get query() {
        return queryOf(req)
      },
      body,
    })
    if (answer !== 'sent') send(res, answer)
  }
}

/** The parameters after `?`, as the client sent them. */
export function queryOf(req: IncomingMessage): URLSearchParams {
  const url = req.url ?? '/'
  const at = url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1))
}

/** The first of our languages that the client asks for. */
export function acceptedLanguage(req: IncomingMessage): Language | undefined {
  const first = /\b(es|en)\b/.exec(String(req.headers['accept-language'] ?? '').toLowerCase())?.[1]
  return first === 'en' || first === 'es' ? first : undefined
}

export function faultAnswer(fault: HttpFault): Answer {
  return {
    status: fault.status,
    body: { error: { code: fault.code, message: fault.message } },
    headers: fault.headers,
  }
}

export function send(res: Response, answer: Answer): void {
  if (res.destroyed || res.writableEnded) return
  const headers: Record<string, string | number> = { 'cache-control': 'no-store' }
  if (answer.body === undefined) {
    if (answer.status !== 204 && answer.status !== 304) headers['content-length'] = 0
    res.writeHead(answer.status, Object.assign(headers, answer.headers))
    res.end()
    return
  }
  const text = JSON.stringify(answer.body)
  headers['content-type'] = 'application/json; charset=utf-8'
  headers['content-length'] = Buffer.byteLength(text)
  res.writeHead(answer.status, Object.assign(headers, answer.headers))
  res.end(text)
}

/** The client went away before its request was whole: there is nobody to answer. */
export class ClientGone extends Error {}

/**
 * The body's bytes, at most `limit` of them. Throws 413 when there are more, and `ClientGone`. How long a client may
 * take is the server's `requestTimeout`.
 */
export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const announced = Number(req.headers['content-length'] ?? 0)
    if (announced > limit + DRAIN_LIMIT_BYTES) {
      reject(tooLarge(limit, { connection: 'close' }))
      return
    }
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else if (size > limit + DRAIN_LIMIT_BYTES) {
        req.pause()
        reject(tooLarge(limit, { connection: 'close' }))
      } else chunks.length = 0
    })
    req.on('end', () => {
      if (size > limit) reject(tooLarge(limit))
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size))
    })
    req.on('error', () => reject(new ClientGone()))
    req.on('close', () => {
      if (!req.complete) reject(new ClientGone())
    })
  })
}

function tooLarge(limit: number, headers: Record<string, string> = {}): HttpFault {
  return new HttpFault(
    413,
    'too-large',
    `the body is larger than ${limit} bytes: send less`,
    undefined,
    headers,
  )
}

/** Bytes from outside to a checked value. Throws 400 saying what is wrong and where. */
export function parseJson<T>(bytes: Buffer, shape: z.ZodType<T>): T {
  let value: unknown
  try {
    if (!isUtf8(bytes)) throw new TypeError('not UTF-8')
    value = JSON.parse(bytes.toString())
  } catch (cause) {
    throw new HttpFault(400, 'not-json', 'the body is not JSON in UTF-8: send a JSON document', cause)
  }
  if (isDeeperThan(value, DEPTH_LIMIT)) {
    throw new HttpFault(400, 'too-deep', `the body is nested deeper than ${DEPTH_LIMIT} levels: flatten it`)
  }
  return check(value, shape)
}

/** Throws 400 naming every field that does not fit. */
export function check<T>(value: unknown, shape: z.ZodType<T>): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const what = result.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
    .join('; ')
  throw new HttpFault(400, 'bad-request', `the request does not fit: ${what}`)
}

function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (limit === 0) return true
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && isDeeperThan(inner, limit - 1)) return true
  }
  return false
}
