import type { Storage, StoreItems } from 'botbuilder'
import { Redis } from 'ioredis'

/** Botbuilder's state in Redis as plainly as it can be: one key an item, JSON, the last writer wins as BotState has it. */
export class RedisStorage implements Storage {
  readonly #redis: Redis

  constructor(url: string) {
    this.#redis = new Redis(url, { enableAutoPipelining: true })
  }

  async read(keys: string[]): Promise<StoreItems> {
    if (keys.length === 0) return {}
    const stored = await this.#redis.mget(keys)
    return Object.fromEntries(
      keys.flatMap((key, n) => (stored[n] == null ? [] : [[key, JSON.parse(stored[n]) as unknown]])),
    )
  }

  async write(changes: StoreItems): Promise<void> {
    const items = Object.entries(changes).flatMap(([key, item]) => [key, JSON.stringify(item)])
    await this.#redis.mset(items)
  }

  async delete(keys: string[]): Promise<void> {
    if (keys.length > 0) await this.#redis.del(keys)
  }
}
