import { EscotillaError } from '../../errors.ts'

/** Why CLU gave no answer. */
export const CLU_FAILURES = [
  /** It did not answer in time. */
  'slow',
  /** Too many predictions a minute (429). */
  'throttled',
  /** The key is not accepted (401, 403). */
  'refused',
  /** The project or its deployment is not there: renamed, or retired (404, 410). */
  'gone',
  /** An error of the service, or no connection. */
  'away',
  /** It answered, and not as agreed. */
  'garbage',
  /** After failures it is left alone for a while: nothing was sent. */
  'resting',
] as const
export type CluFailureKind = (typeof CLU_FAILURES)[number]

/** CLU gave no answer. The message carries neither the key nor the customer's words: it may be logged. */
export class CluFailure extends EscotillaError {
  readonly kind: CluFailureKind
  /** How long the service asked to be left alone, milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(kind: CluFailureKind, message: string, retryAfterMs?: number) {
    super('clu', message)
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}

/** What a failed request of the client library comes to. Its own words hold the request and are dropped. */
export function failureOf(thrown: unknown, isOver: boolean): CluFailure {
  if (thrown instanceof CluFailure) return thrown
  if (isOver) return new CluFailure('slow', 'CLU did not answer in time')
  const status = numberIn(thrown, 'statusCode')
  switch (status) {
    case 401:
    case 403:
      return new CluFailure('refused', `CLU does not accept the key (${status}): look at CLU_KEY`)
    case 404:
    case 410:
      return new CluFailure(
        'gone',
        `CLU has no such project or deployment (${status}): look at CLU_PROJECT and CLU_DEPLOYMENT, it may be retired`,
      )
    case 429:
      return new CluFailure('throttled', 'CLU answers no more for now (429)', retryAfterOf(thrown))
    case undefined:
      return new CluFailure('away', 'no connection to CLU')
    default:
      // A 200 that the client library could not parse is thrown with its status.
      return status < 300
        ? new CluFailure('garbage', 'the answer of CLU is not as agreed')
        : new CluFailure('away', `CLU answered ${status}`)
  }
}

/** `Retry-After` is in seconds, or a date (RFC 9110, 10.2.3); Azure also says milliseconds. */
function retryAfterOf(thrown: unknown): number | undefined {
  const headers = headersOf(thrown)
  const ms = Number(headers?.get('retry-after-ms') ?? headers?.get('x-ms-retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(ms)) return Math.max(0, ms)
  const after = headers?.get('retry-after')
  if (after === undefined || after === null) return undefined
  const seconds = Number(after)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  // Both moments are of the service's own clock: ours may be another.
  const [until, sent] = [Date.parse(after), Date.parse(headers?.get('date') ?? '')]
  return Number.isFinite(until - sent) ? Math.max(0, until - sent) : undefined
}

interface HeadersLike {
  get(name: string): string | null | undefined
}

function headersOf(thrown: unknown): HeadersLike | undefined {
  const response = valueIn(thrown, 'response')
  const headers = valueIn(response, 'headers')
  return hasGet(headers) ? headers : undefined
}

function hasGet(value: unknown): value is HeadersLike {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function'
}

function numberIn(value: unknown, name: string): number | undefined {
  const found = valueIn(value, name)
  return typeof found === 'number' ? found : undefined
}

function valueIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined
}
