import type { Clock } from './clock.ts'

/**
 * A bucket per conversation, or per address that asks: `burst` at once, then one every `everyMs`. For what costs much
 * and asks for nobody: files, typing, pages; and for what a channel takes of us. Customers' messages have no limit, because none may ever refuse somebody who asks for
 * a person.
 */
export class FloodLimit {
  readonly #burst: number
  readonly #everyMs: number
  readonly #clock: Clock
  /** When the bucket of a conversation is full again. */
  readonly #fullAt = new Map<string, number>()

  constructor(limit: { burst: number; everyMs: number }, clock: Clock) {
    this.#burst = limit.burst
    this.#everyMs = limit.everyMs
    this.#clock = clock
  }

  /** Milliseconds to wait; 0: go on, and this one is counted. */
  take(conversationId: string): number {
    const waitMs = this.waitMs(conversationId)
    if (waitMs > 0) return waitMs
    const now = this.#clock.now()
    this.#fullAt.set(conversationId, Math.max(this.#fullAt.get(conversationId) ?? 0, now) + this.#everyMs)
    if (this.#fullAt.size > 1_000) this.#forgetFull(now)
    return 0
  }

  /** As `take`, and nothing is counted. */
  waitMs(conversationId: string): number {
    const now = this.#clock.now()
    const fullAt = Math.max(this.#fullAt.get(conversationId) ?? 0, now)
    return Math.max(0, fullAt - now - (this.#burst - 1) * this.#everyMs)
  }

  #forgetFull(now: number): void {
    for (const [conversationId, fullAt] of this.#fullAt) {
      if (fullAt <= now) this.#fullAt.delete(conversationId)
    }
  }
}
