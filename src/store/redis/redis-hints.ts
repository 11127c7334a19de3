import { Hints } from '../hints.ts'
import type { Client } from './connect.ts'

/**
 * Hints over one channel of the desk: a script publishes the names that it touched as a JSON list, `signal` a name with
 * its body. Publishing is lost on whoever is not connected, so after a gap every watcher is told: a hint may come for
 * nothing, and one that is owed always comes.
 */
export class RedisHints extends Hints {
  static async listen(
    listener: Client,
    channel: string,
    failed: (thrown: unknown) => void = () => undefined,
  ): Promise<RedisHints> {
    const hints = new RedisHints(failed)
    listener.on('message', (_channel: string, message: string) => hints.#hear(message))
    await listener.subscribe(channel)
    // ioredis subscribes again by itself; the commands of a connection are carried out in order.
    listener.on('ready', () => {
      listener.subscribe(channel).then(
        () => hints.tellAll(),
        () => undefined,
      )
    })
    return hints
  }

  static signal(name: string, body: string): string {
    return JSON.stringify({ name, body })
  }

  #hear(message: string): void {
    const heard = JSON.parse(message) as string[] | { name: string; body: string }
    if (Array.isArray(heard)) this.tell(heard)
    else this.tell([heard.name], heard.body)
  }
}
