import type { Redis } from 'ioredis'
import { messageOf, StoreAway } from '../../errors.ts'
import { every, type Standing } from './every.ts'
import { lookAgain } from './moving.ts'

/** So long a replica may take to have what was written, milliseconds. */
const WITHIN_MS = 1_000
/** How often it is looked whether there are replicas, milliseconds. */
const LOOK_EVERY_MS = 5_000

/**
 * Waits until a replica has what was written, so that it is still there when one takes over. `WAIT` holds up its
 * connection, so it has one of its own; one at a time is on its way, and whoever comes meanwhile shares the next.
 */
export class Replicas {
  readonly #open: () => Redis
  readonly #mark: string
  #connection: Redis | undefined
  #are = false
  #last: Promise<void> = Promise.resolve()
  #next: { keys: Set<string>; done: Promise<void> } | undefined

  private constructor(open: () => Redis, mark: string) {
    this.#open = open
    this.#mark = mark
  }

  /** `open` makes a connection to the server that has the desk; `mark` is a key of the desk for this alone. */
  static async start(client: Redis, open: () => Redis, mark: string, standing: Standing): Promise<Replicas> {
    const replicas = new Replicas(open, mark)
    await replicas.#look(client)
    // Unanswered, what was known last holds.
    void every(LOOK_EVERY_MS, () => replicas.#look(client), standing)
    return replicas
  }

  /**
   * Resolves once a replica has what was written under this key, and at once where there are none.
   *
   * @throws StoreAway when none has it in time, or the server that answers is not the one that wrote it.
   */
  confirm(key: string): Promise<void> {
    if (!this.#are) return Promise.resolve()
    this.#next ??= this.#afterLast()
    this.#next.keys.add(key)
    return this.#next.done
  }

  /** Another server may have the desk by now. */
  lookAgain(): void {
    if (this.#connection) lookAgain(this.#connection)
  }

  #afterLast(): { keys: Set<string>; done: Promise<void> } {
    const keys = new Set<string>()
    const done = this.#last.then(() => {
      this.#next = undefined
      return this.#wait([...keys])
    })
    this.#last = done.catch(() => undefined)
    return { keys, done }
  }

  async #wait(keys: readonly string[]): Promise<void> {
    const connection = this.#connection
    if (!connection) return
    // WAIT is about what its own connection wrote last, which comes behind everything that is to be confirmed.
    const [, there, have] = await Promise.all([
      connection.set(this.#mark, keys.length),
      connection.exists(...keys),
      connection.wait(1, WITHIN_MS),
    ]).catch((thrown: unknown) => {
      this.lookAgain()
      throw new StoreAway(`Redis did not tell whether a replica has it: ${messageOf(thrown)}`, thrown)
    })
    // During a failover this may be another server than the one that wrote.
    if (there !== keys.length) throw new StoreAway('the server that has the desk now does not have it')
    if (have > 0) return
    this.#are = (await countReplicas(connection)) > 0
    if (this.#are) throw new StoreAway('no replica has it yet')
  }

  async #look(client: Redis): Promise<void> {
    this.#are = (await countReplicas(client)) > 0
    if (!this.#are || this.#connection) return
    this.#connection = this.#open()
    // It goes on by itself. Until it stands, what is to be confirmed is refused, and not acknowledged unconfirmed.
    await this.#connection.connect().catch(() => undefined)
  }
}

async function countReplicas(redis: Redis): Promise<number> {
  return Number(/^connected_slaves:(\d+)/m.exec(await redis.info('replication'))?.[1] ?? 0)
}
