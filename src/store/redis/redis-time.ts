import type { Redis } from 'ioredis'

/** How often Redis is asked for its time, milliseconds. */
const EVERY_MS = 5_000

/**
 * Redis's clock without asking it each time. Between two answers it goes on by this process's steady counter, so that
 * a machine whose clock is wrong, or is set, does no harm.
 */
export class RedisTime {
  readonly #client: Redis
  #timer: NodeJS.Timeout | undefined
  /** Redis's time less the counter. */
  #ahead = 0
  #latest = 0

  private constructor(client: Redis) {
    this.#client = client
  }

  static async start(client: Redis): Promise<RedisTime> {
    const time = new RedisTime(client)
    await time.#ask()
    time.#timer = setInterval(() => {
      // Unanswered, the counter goes on.
      time.#ask().catch(() => undefined)
    }, EVERY_MS)
    time.#timer.unref()
    return time
  }

  /** Milliseconds since the epoch; never goes backwards. */
  now(): number {
    this.#latest = Math.max(this.#latest, Math.floor(performance.now() + this.#ahead))
    return this.#latest
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #ask(): Promise<void> {
    const asked = performance.now()
    const [seconds, microseconds] = await this.#client.time()
    const answered = performance.now()
    // Redis read its clock somewhere in between.
    this.#ahead = Number(seconds) * 1_000 + Number(microseconds) / 1_000 - (asked + answered) / 2
  }
}
