import { AzureKeyCredential, ConversationAnalysisClient } from '@azure/ai-language-conversations'
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IHalfOpenAfterBackoffContext,
  wrap,
} from 'cockatiel'
import type { Language } from '../../language.ts'
import { detectLanguage } from '../language.ts'
import type { Reading, Recognizer } from '../recognizer.ts'
import { parseAnswer } from './answer.ts'
import { CluFailure, failureOf } from './failure.ts'
import { shorten } from './shorten.ts'

export interface CluOptions {
  endpoint: string
  key: string
  project: string
  deployment: string
  /** How long a prediction may take, milliseconds. */
  timeoutMs: number
  /** So many failures in a row, and nothing is sent for `restMs`. */
  breakAfter?: number
  restMs?: number
}

/** The one GA version that both runtime and authoring have; the client library's own default is an old preview. */
const API_VERSION = '2023-04-01'
const BREAK_AFTER = 5
const REST_MS = 10_000
/** A key or a deployment that isn't right stays so until somebody mends it. */
const WRONG_REST_MS = 60_000
/** Without `Retry-After`, a throttled service is left alone for so long; twice as long each time in a row. */
const THROTTLED_REST_MS = 5_000
const LONGEST_REST_MS = 5 * 60_000
/** Nothing about the customer goes with their words: each text is a conversation of its own to the service. */
const NOBODY = '1'

/**
 * Azure's conversational language understanding. Every request is sent once: what is tried again is the next message.
 * While it fails, throttles or refuses, it is left alone by circuit breakers, so that customers don't wait for it.
 *
 * `recognize` throws `CluFailure`. It answers whatever CLU thinks best; how sure is sure enough is the policy's matter
 * (understanding/policy.ts).
 */
export class CluRecognizer implements Recognizer {
  readonly #client: ConversationAnalysisClient
  readonly #options: CluOptions
  readonly #outages
  readonly #refusals
  readonly #policy
  #last: CluFailure | undefined

  constructor(options: CluOptions) {
    this.#options = options
    const { endpoint, key, restMs = REST_MS, breakAfter = BREAK_AFTER } = options
    this.#client = new ConversationAnalysisClient(endpoint.replace(/\/+$/, ''), new AzureKeyCredential(key), {
      apiVersion: API_VERSION,
      // It would otherwise try three times, and keep the customer for seconds.
      retryOptions: { maxRetries: 0 },
      // The key goes to the address that was configured and to no other.
      redirectOptions: { maxRetries: 0 },
      // Only this machine's own address may be plain HTTP (config.ts).
      allowInsecureConnection: endpoint.startsWith('http:'),
    })
    // What the service says itself (not now, not you, not here) holds for every next request, too.
    this.#refusals = circuitBreaker(
      handleWhen((thrown) => thrown instanceof CluFailure && restOf(thrown, 1) !== undefined),
      {
        breaker: new ConsecutiveBreaker(1),
        halfOpenAfter: new DelegateBackoff((context: IHalfOpenAfterBackoffContext) =>
          restAfter(context, restMs),
        ),
      },
    )
    this.#outages = circuitBreaker(
      handleWhen((thrown) => thrown instanceof CluFailure && restOf(thrown, 1) === undefined),
      { breaker: new ConsecutiveBreaker(breakAfter), halfOpenAfter: restMs },
    )
    this.#policy = wrap(this.#refusals, this.#outages)
  }

  /** What an operator is told while CLU is left alone; undefined when all is well. */
  note(): string | undefined {
    const isClosed = [this.#refusals, this.#outages].every(({ state }) => state === CircuitState.Closed)
    return isClosed ? undefined : `${this.#last?.message ?? 'CLU fails'}; messages are read locally meanwhile`
  }

  async recognize(text: string, language: Language, signal?: AbortSignal): Promise<Reading> {
    try {
      return await this.#policy.execute(() => this.#predict(text, language, signal))
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) {
        throw new CluFailure(
          'resting',
          `CLU is left alone for a while: ${this.#last?.message ?? 'it failed'}`,
        )
      }
      throw thrown
    }
  }

  async #predict(text: string, language: Language, signal: AbortSignal | undefined): Promise<Reading> {
    const { project, deployment, timeoutMs } = this.#options
    const late = AbortSignal.timeout(timeoutMs)
    const over = signal ? AbortSignal.any([signal, late]) : late
    try {
      const body: unknown = await this.#client.analyzeConversation(
        {
          kind: 'Conversation',
          analysisInput: {
            conversationItem: { id: NOBODY, participantId: NOBODY, text: shorten(text), language },
          },
          parameters: {
            projectName: project,
            deploymentName: deployment,
            // All intents with their scores: clarifying needs the second best.
            verbose: true,
            stringIndexType: 'Utf16CodeUnit',
          },
        },
        { abortSignal: over },
      )
      const answer = parseAnswer(body)
      if (!answer) throw new CluFailure('garbage', 'the answer of CLU is not as agreed')
      return { ...answer, intent: answer.candidates[0]?.intent, language: detectLanguage(text), by: 'clu' }
    } catch (thrown) {
      this.#last = failureOf(thrown, over.aborted)
      throw this.#last
    }
  }
}

/** How long the service is left alone after one answer of this kind; undefined: it takes several in a row. */
function restOf({ kind, retryAfterMs }: CluFailure, attempt: number): number | undefined {
  switch (kind) {
    case 'throttled':
      return Math.min(retryAfterMs ?? THROTTLED_REST_MS * 2 ** (attempt - 1), LONGEST_REST_MS)
    case 'refused':
    case 'gone':
      return WRONG_REST_MS
    default:
      return undefined
  }
}

function restAfter({ attempt, result }: IHalfOpenAfterBackoffContext, otherwise: number): number {
  const failure = 'error' in result ? result.error : undefined
  return (failure instanceof CluFailure ? restOf(failure, attempt) : undefined) ?? otherwise
}
