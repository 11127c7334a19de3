import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Hints } from '../hints.ts'
import { every, type Standing } from './every.ts'
import { lookAgain } from './moving.ts'

/** How often the connection is tried, milliseconds. */
const ALIVE_EVERY_MS = 5_000

const messageShape = z.union([z.array(z.string()), z.object({ name: z.string(), body: z.string() })])

/**
 * Hints over one channel of the desk: a script publishes the names that it touched as a JSON list, `signal` a name with
 * its body. Publishing is lost on whoever is not connected, so after a gap every watcher is told: a hint may come for
 * nothing, and one that is owed always comes.
 */
export class RedisHints extends Hints {
  static async listen(
    listener: Redis,
    channel: string,
    standing: Standing,
    failed: (thrown: unknown) => void = () => undefined,
  ): Promise<RedisHints> {
    const hints = new RedisHints(failed)
    listener.on('message', (_channel: string, message: string) => hints.#hear(message))
    await listener.subscribe(channel)
    listener.on('ready', () => {
      listener.subscribe(channel).then(
        () => hints.tellAll(),
        // One that stands all the same would hear nothing for ever.
        () => lookAgain(listener),
      )
    })
    // A line that was cut without a word is quiet for ever.
    void every(
      ALIVE_EVERY_MS,
      async () => {
        if (listener.status === 'ready') await listener.ping().catch(() => lookAgain(listener))
      },
      standing,
    )
    return hints
  }

  static signal(name: string, body: string): string {
    return JSON.stringify({ name, body })
  }

  #hear(message: string): void {
    const heard = read(message)
    if (Array.isArray(heard)) this.tell(heard)
    else if (heard) this.tell([heard.name], heard.body)
  }
}

/** Whoever may publish on the channel may publish anything: what is no hint of ours is left alone. */
function read(message: string): z.infer<typeof messageShape> | undefined {
  try {
    return messageShape.parse(JSON.parse(message))
  } catch {
    return undefined
  }
}
