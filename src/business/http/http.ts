import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel'
import type { Outcome } from '../../turn/line.ts'
import { type Business, VERBS, type Verb, type VerbArgs, type VerbSpec } from '../business.ts'
import { answerShape, IDEMPOTENCY_HEADER, verbPath } from '../wire.ts'

export interface HttpBusinessOptions {
  /** Where the company's systems are; verbs are under it. */
  url: string
  token?: string | undefined
  /** How long one attempt may take, ms; the call as a whole ends with its own signal. */
  attemptMs?: number
  /** The first wait before trying again, ms. */
  retryAfterMs?: number
  /** So many failures in a row, and the company's systems are left alone for `restMs`. */
  breakAfter?: number
  restMs?: number
}

const ATTEMPT_MS = 4_000
const RETRIES = 2
const RETRY_AFTER_MS = 200
const BREAK_AFTER = 5
const REST_MS = 10_000
/** An answer that is longer is none. */
const MOST_BYTES = 256 * 1024
/** Connections that were never made: what was to be sent was not. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** An attempt that gave no answer. `sent`: it may have been carried out all the same. */
class NoAnswer extends Error {
  readonly sent: boolean

  constructor(why: string, sent: boolean) {
    super(why)
    this.sent = sent
  }
}

/**
 * The company's own systems over HTTP, as the OpenAPI document tells (openapi.ts). Only what may be repeated is tried
 * again, with the same Idempotency-Key. After failures in a row nothing is sent for a while: those calls have failed,
 * certainly not carried out. What went out and wasn't answered is `unknown` when it changes something.
 */
export class HttpBusiness implements Business {
  readonly kind = 'http'
  private readonly url: string
  private readonly token: string | undefined
  private readonly attemptMs: number
  private readonly breaker
  private readonly repeating

  constructor(options: HttpBusinessOptions) {
    this.url = options.url.replace(/\/+$/, '')
    this.token = options.token
    this.attemptMs = options.attemptMs ?? ATTEMPT_MS
    this.breaker = circuitBreaker(handleAll, {
      breaker: new ConsecutiveBreaker(options.breakAfter ?? BREAK_AFTER),
      halfOpenAfter: options.restMs ?? REST_MS,
    })
    this.repeating = wrap(
      retry(
        handleWhen((thrown) => !(thrown instanceof BrokenCircuitError)),
        {
          maxAttempts: RETRIES,
          backoff: new ExponentialBackoff({ initialDelay: options.retryAfterMs ?? RETRY_AFTER_MS }),
        },
      ),
      this.breaker,
    )
  }

  note(): string | undefined {
    if (this.breaker.state === CircuitState.Closed) return undefined
    return 'the company system failed several times in a row: calls wait a moment, and people take over'
  }

  async call(
    verb: Verb,
    args: VerbArgs,
    { id, signal }: { id: string; signal: AbortSignal },
  ): Promise<Outcome> {
    const spec: VerbSpec = VERBS[verb]
    const policy = spec.repeatable ? this.repeating : this.breaker
    try {
      return await policy.execute(({ signal: over }) => this.attempt(verb, args, id, over), signal)
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError)
        return { kind: 'failed', why: 'the company system is resting' }
      const why = thrown instanceof NoAnswer ? thrown.message : 'the call was given up'
      const sent = thrown instanceof NoAnswer ? thrown.sent : true
      return sent && spec.changes ? { kind: 'unknown', why } : { kind: 'failed', why }
    }
  }

  /** One request. What it throws says nothing of the address's credentials or the token: it is told to agents. */
  private async attempt(verb: Verb, args: VerbArgs, id: string, over: AbortSignal): Promise<Outcome> {
    const response = await this.send(
      verb,
      args,
      id,
      AbortSignal.any([over, AbortSignal.timeout(this.attemptMs)]),
    )
    const { status } = response
    if (status === 429 || status === 503) throw new NoAnswer(`the company system answered ${status}`, false)
    if (status >= 500) throw new NoAnswer(`the company system answered ${status}`, true)
    if (status !== 200) {
      // It understood and did not do it; asking again would change nothing.
      return { kind: 'failed', why: `the company system answered ${status} to ${verb}` }
    }
    const answer = answerShape(verb).safeParse(await bodyOf(response)).data
    if (!answer) throw new NoAnswer(`the company system's answer to ${verb} is not as agreed`, true)
    return answer as Outcome
  }

  private async send(verb: Verb, args: VerbArgs, id: string, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(`${this.url}${verbPath(verb)}`, {
        method: 'POST',
        redirect: 'error',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          [IDEMPOTENCY_HEADER]: id,
          ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        },
        body: JSON.stringify(args),
        signal,
      })
    } catch (thrown) {
      const code = codeOf(thrown)
      throw new NoAnswer(
        signal.aborted ? 'the company system did not answer in time' : `no connection (${code ?? 'lost'})`,
        !NEVER_SENT.has(code ?? ''),
      )
    }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text()
    return text.length > MOST_BYTES ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The system's own code of a failed connection: never its words, which may hold the address. */
function codeOf(thrown: unknown): string | undefined {
  const cause = typeof thrown === 'object' && thrown && 'cause' in thrown ? thrown.cause : undefined
  const code = typeof cause === 'object' && cause && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : undefined
}
