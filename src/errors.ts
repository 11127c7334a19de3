/**
 * The one family of exceptions. Expected outcomes (`stale`, `duplicate`, `refused`) are values, never thrown.
 *
 * `code` is kebab-case and stable: it is what the HTTP contract answers and what an operator searches for.
 */
export class EscotillaError extends Error {
  readonly code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = code
  }
}

/** The store did not answer: whether the change was written is unknown. Retry with the same change id. */
export class StoreAway extends EscotillaError {
  constructor(message: string, cause?: unknown) {
    super('store-away', message, cause)
  }
}

/** A setting, an intents file or `desk.yaml` is wrong. The message lists every fault and never a secret's value. */
export class ConfigFault extends EscotillaError {
  constructor(message: string, cause?: unknown) {
    super('config-fault', message, cause)
  }
}

/** A stored record that this process can't read. */
export class Unreadable extends EscotillaError {
  constructor(message: string, cause?: unknown) {
    super('unreadable', message, cause)
  }
}

/** A request that the HTTP contract refuses. `status` is the HTTP status, `headers` go with the answer. */
export class HttpFault extends EscotillaError {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: string,
    message: string,
    cause?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, message, cause)
    this.status = status
    this.headers = headers
  }
}

/** A channel says that this message will never be delivered: no such number, outside the 24 hours. */
export class NotDeliverable extends EscotillaError {
  constructor(message: string, cause?: unknown) {
    super('not-deliverable', message, cause)
  }
}

/** A channel gets more messages than it takes: nothing more for so many milliseconds. It is no fault of the message. */
export class TooManyMessages extends EscotillaError {
  readonly afterMs: number
  /** Whether it gets too many in all, or only in this conversation. */
  readonly of: 'channel' | 'conversation'

  constructor(
    afterMs: number,
    message: string,
    { of = 'channel' }: { of?: 'channel' | 'conversation' } = {},
  ) {
    super('too-many-messages', message)
    this.afterMs = afterMs
    this.of = of
  }
}

/** A channel was given a message and did not say whether it has it. */
export class Unanswered extends EscotillaError {
  constructor(message: string, cause?: unknown) {
    super('unanswered', message, cause)
  }
}

/** Nothing was stored, or nobody knows: whoever asked may ask again, and a message is known by its id. */
export function isNotStored(thrown: unknown): boolean {
  return thrown instanceof StoreAway || (thrown instanceof HttpFault && thrown.status === 503)
}

/** What a thrown value says, for a log or a case: never a stack, never a secret. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
