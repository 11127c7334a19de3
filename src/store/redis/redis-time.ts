import type { Redis } from 'ioredis'
import { every, type Standing } from './every.ts'

/** How often Redis is asked for its time, milliseconds. */
const EVERY_MS = 5_000

/**
 * Redis's clock without asking it each time. Between two answers it goes on by this process's steady counter, so that
 * a machine whose clock is wrong, or is set, does no harm. That counter is the point here, so it is not handed in.
 */
export class RedisTime {
  readonly #client: Redis
  /** Redis's time less the counter. */
  #ahead = 0
  #latest = 0

  private constructor(client: Redis) {
    this.#client = client
  }

  static async start(client: Redis, standing: Standing): Promise<RedisTime> {
    const time = new RedisTime(client)
    await time.#ask()
    // Unanswered, the counter goes on.
    void every(EVERY_MS, () => time.#ask(), standing)
    return time
  }

  /** Milliseconds since the epoch; never goes backwards. */
  now(): number {
    this.#latest = Math.max(this.#latest, Math.floor(performance.now() + this.#ahead))
    return this.#latest
  }

  async #ask(): Promise<void> {
    const asked = performance.now()
    const [seconds, microseconds] = await this.#client.time()
    const answered = performance.now()
    // Redis read its clock somewhere in between.
    this.#ahead = Number(seconds) * 1_000 + Number(microseconds) / 1_000 - (asked + answered) / 2
  }
}
