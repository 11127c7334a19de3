import type { Redis } from 'ioredis'
import { type Clock, RESTED } from '../../clock.ts'
import { EscotillaError, messageOf } from '../../errors.ts'
import { systemClock } from '../../system.ts'
import { backoff, connect, prefixOf, type RedisPlace, readRedisUrl } from './connect.ts'
import type { Standing } from './every.ts'

/** At start it is looked for so long, milliseconds. */
const START_WITHIN_MS = 10_000

export interface DeskInRedis {
  url: string
  /** The desk whose data it is: all of its keys carry this name as their hash tag. */
  desk: string
  /** Between two tries to connect, and two looks at what may have changed. Default: the machine's. */
  sleep?: Clock['sleep']
}

/** One try to stand on a desk's Redis, and what came of it. */
export class Opening {
  readonly #place: RedisPlace
  readonly #desk: string
  readonly #ended = new AbortController()
  readonly standing: Standing
  /** What went wrong first on a connection. */
  fault: unknown

  constructor(place: RedisPlace, desk: string, sleep: Clock['sleep']) {
    this.#place = place
    this.#desk = desk
    this.standing = { sleep, signal: this.#ended.signal }
  }

  get prefix(): string {
    return prefixOf(this.#desk)
  }

  /** Whether another server may have the desk some day. */
  get canMove(): boolean {
    return this.#place.kind !== 'single'
  }

  /** A connection, not yet connected, that ends with this. */
  line(): Redis {
    const { sleep, signal } = this.standing
    signal.throwIfAborted()
    const redis = connect(this.#place, this.#desk, sleep)
    redis.on('error', (fault: unknown) => {
      // What ioredis rejects with says only that the connection is closed, and not why.
      this.fault ??= fault
    })
    signal.addEventListener('abort', () => redis.disconnect(), { once: true })
    return redis
  }

  /** Lets go of every connection, and of whatever looks by itself. */
  end(): void {
    this.#ended.abort(RESTED)
  }
}

/**
 * Starts something over a desk's Redis. Where another server may take over it is tried for ten seconds: a process may start
 * in the middle of a failover.
 *
 * @throws ConfigFault for a URL that is none.
 * @throws EscotillaError with code `store-unusable` when Redis can't be reached or doesn't let us in.
 */
export async function open<T>(
  { url, desk, sleep = systemClock.sleep }: DeskInRedis,
  start: (opening: Opening) => Promise<T>,
): Promise<T> {
  const place = readRedisUrl(url)
  const started = new AbortController()
  let isLate = false
  const late = sleep(START_WITHIN_MS, started.signal).then((): never => {
    isLate = true
    throw new Error('nobody tells where it is')
  })
  late.catch(() => undefined)
  let why: unknown
  try {
    for (let tries = 1; ; tries += 1) {
      const opening = new Opening(place, desk, sleep)
      try {
        return await Promise.race([start(opening), late])
      } catch (thrown) {
        opening.end()
        // It says itself what is to be changed.
        if (thrown instanceof EscotillaError) throw thrown
        why = opening.fault ?? why ?? thrown
        if (isLate || !opening.canMove) throw unusable(why)
        await sleep(backoff(tries))
      }
    }
  } finally {
    started.abort(RESTED)
  }
}

function unusable(why: unknown): EscotillaError {
  // ioredis ends some of its sentences, and not others.
  const said = messageOf(why).replace(/\.$/, '')
  return new EscotillaError(
    'store-unusable',
    `Redis can't be used: ${said}. Check REDIS_URL, and that Redis runs and lets this user in`,
    why,
  )
}
