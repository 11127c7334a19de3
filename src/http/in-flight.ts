import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpFault } from '../errors.ts'
import { BODY_LIMIT_BYTES } from './routes.ts'

/** What all requests in hand together may hold, bytes. */
const MOST_BYTES = 64 * 1024 * 1024
/** What a request holds besides its body: 4,096 of them fit. */
const LEAST_BYTES = 16 * 1024
const RETRY_AFTER_S = 2
/** Whoever watches the process must hear of it, above all when it has too much to do. */
const ALWAYS = /^\/(healthz|readyz|metrics)(\?|$)/

/**
 * Bounds what requests hold in memory, whatever keeps them from being answered. Files go to the disk as they come, so a
 * body counts at most as much as one that is held whole.
 */
export class InFlight {
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes
  }

  /** Counts a request until its answer is over. Throws 503 `busy` with Retry-After when there is no room for it. */
  admit(req: IncomingMessage, res: ServerResponse): void {
    if (ALWAYS.test(req.url ?? '')) return
    const bytes = sizeOf(req)
    if (this.#bytes + bytes > this.#mostBytes) {
      throw new HttpFault(503, 'busy', 'too much is under way: send it again', undefined, {
        'retry-after': String(RETRY_AFTER_S),
        connection: 'close',
      })
    }
    this.#bytes += bytes
    res.once('close', () => {
      this.#bytes -= bytes
    })
  }
}

function sizeOf({ headers }: IncomingMessage): number {
  const announced = headers['transfer-encoding'] ? BODY_LIMIT_BYTES : Number(headers['content-length'] ?? 0)
  return LEAST_BYTES + Math.min(announced, BODY_LIMIT_BYTES)
}
