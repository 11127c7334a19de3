/** Time and chance are handed in, so that tests advance them and a turn can be run again to the same result. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export interface Ids {
  /** A new id: unguessable, 128 bits, safe in a URL. */
  next(): string
}

/** Said when a timer is no longer needed. Without a reason, each abort makes an error with its stack. */
export const RESTED = 'rested'
