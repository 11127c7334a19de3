import type { IncomingMessage } from 'node:http'
import type { Next, Request, Response, Server } from 'restify'
import type { z } from 'zod'
import { HttpFault } from '../errors.ts'

/** Bodies over this are refused with 413 unless a route says otherwise. */
export const BODY_LIMIT_BYTES = 256 * 1024
/** Nesting deeper than this is refused: no body of ours needs it. */
const DEPTH_LIMIT = 32

/** What a handler answers; `body` undefined sends none. */
export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

export interface Call<B> {
  req: Request
  res: Response
  params: Record<string, string>
  query: URLSearchParams
  body: B
}

type Method = 'get' | 'post' | 'put' | 'del'

/**
 * Registers one route: body read, limited, parsed and checked by zod before the handler; what it returns is sent,
 * what it throws becomes the contract's error. `'sent'` means that the handler answered by itself.
 */
export function route<B = undefined>(
  server: Server,
  method: Method,
  path: string,
  options: { body?: z.ZodType<B>; limitBytes?: number; fail(thrown: unknown, req: Request): HttpFault },
  handle: (call: Call<B>) => Promise<Answer | 'sent'> | Answer | 'sent',
): void {
  server[method](path, (req: Request, res: Response, next: Next) => {
    void run(req, res).then(
      () => next(false),
      (thrown: unknown) => {
        const fault = thrown instanceof HttpFault ? thrown : options.fail(thrown, req)
        if (!res.headersSent) send(res, faultAnswer(fault))
        next(false)
      },
    )
  })

  async function run(req: Request, res: Response): Promise<void> {
    const bytes = options.body ? await readBytes(req, options.limitBytes ?? BODY_LIMIT_BYTES) : undefined
    const body = (options.body ? parseJson(bytes ?? Buffer.alloc(0), options.body) : undefined) as B
    const url = req.url ?? '/'
    const at = url.indexOf('?')
    const answer = await handle({
      req,
      res,
      params: (req.params ?? {}) as Record<string, string>,
      query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)),
      body,
    })
    if (answer !== 'sent') send(res, answer)
  }
}

export function faultAnswer(fault: HttpFault): Answer {
  return { status: fault.status, body: { error: { code: fault.code, message: fault.message } } }
}

export function send(res: Response, answer: Answer): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
  res.writeHead(answer.status, {
    'content-length': String(Buffer.byteLength(text)),
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'cache-control': 'no-store',
    ...answer.headers,
  })
  res.end(text)
}

/** The body's bytes, at most `limit` of them. Throws 413. */
export async function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = new HttpFault(413, 'too-large', `the body is larger than ${limit} bytes: send less`)
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    req.resume()
    throw tooLarge
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
}

/** Bytes from outside to a checked value. Throws 400 saying what is wrong and where. */
export function parseJson<T>(bytes: Buffer, shape: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
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
  return Object.values(value).some((inner) => isDeeperThan(inner, limit - 1))
}
