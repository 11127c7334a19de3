import { HttpFault, messageOf, StoreAway } from '../errors.ts'

/** The part of a pino logger that HTTP needs. What customers write, tokens and secrets are never given to it. */
export interface HttpLogger {
  error(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  debug(fields: Record<string, unknown>, message: string): void
}

/** Seconds after which a client tries again when the store was away. */
const RETRY_AFTER_S = 2

/** What a route's `fail` does: the store being away is 503 "not stored", all else is a fault of ours and is logged. */
export function failure(
  log: HttpLogger,
): (thrown: unknown, req: { method?: string | undefined }) => HttpFault {
  return (thrown, req) => {
    if (thrown instanceof HttpFault) return thrown
    if (thrown instanceof StoreAway) {
      log.warn({ code: thrown.code, reason: thrown.message, method: req.method }, 'the store is away')
      return new HttpFault(
        503,
        'not-stored',
        'the message could not be stored and was not accepted: send it again',
        thrown,
        { 'retry-after': String(RETRY_AFTER_S) },
      )
    }
    log.error({ reason: messageOf(thrown), stack: stackOf(thrown), method: req.method }, 'a request failed')
    return new HttpFault(500, 'internal', 'something went wrong on our side: try again', thrown)
  }
}

function stackOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? thrown.stack : undefined
}
