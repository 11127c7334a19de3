import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { messageOf } from '../errors.ts'
import { codec } from '../store/codec.ts'
import { recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Logger } from '../telemetry.ts'
import { type Loop, startLoop } from './loop.ts'

export const lockShape = z.object({ by: z.string(), until: z.number() })
/** Who does what only one is to do, and until when. */
export const lockCodec = codec<z.infer<typeof lockShape>>({ kind: 'lock', schema: 1, shape: lockShape })

/** How long a process that died is still waited for. */
export const LOCK_MS = 15_000
const RENEW_EVERY_MS = LOCK_MS / 3
/** No lock ends further away than this, whatever two readings of the clock differ by: its writer's clock was ahead. */
const LONGEST_MS = 2 * LOCK_MS
/** What is given back ends long ago by any clock: two processes' readings of the store's differ by some milliseconds. */
const GIVEN_BACK = { by: '', until: 0 }
/** Before its end the holder no longer counts on it: reading the store's clock takes time. */
const MARGIN_MS = 1_000

export interface Elected extends Loop {
  /** Whether this process holds the lock now. Believed for efficiency only: what it does must be safe to do twice. */
  holds(): boolean
}

/**
 * One process of a desk for what needs doing once. The lock is a record with an end by the store's clock; it is
 * written with a version, so two can't take it at once. It is given back on stopping; after a crash it ends by itself,
 * and a process that was paused beyond its end finds that out by the clock before it does anything.
 */
export function startElection(parts: {
  store: Store
  clock: Clock
  ids: { next(): string }
  /** Names this process. */
  by: string
  /** What for. */
  name: string
  logger: Pick<Logger, 'info' | 'error'>
  /** The lock is this process's since now. */
  onElected?: () => void
}): Elected {
  const { store, clock, ids, by, logger, name } = parts
  const key = recordKey.lock(name)
  let until = 0
  const holds = (): boolean => store.now() < until - MARGIN_MS

  /** Takes the lock or renews it; without a time it gives it back. */
  async function claim(lockMs?: number): Promise<void> {
    const held = holds()
    const [stored] = await store.read([key])
    const lock = stored ? lockCodec.read(stored) : { key, version: 0, value: GIVEN_BACK }
    const now = store.now()
    const isHeld = lock.value.until > now && lock.value.until <= now + LONGEST_MS
    if (lock.value.by !== by && isHeld) {
      until = 0
      return
    }
    const value = lockMs === undefined ? GIVEN_BACK : { by, until: now + lockMs }
    const { outcome } = await store.commit({ id: ids.next(), put: [lockCodec.put({ ...lock, value })] })
    until = outcome === 'committed' || outcome === 'already' ? value.until : 0
    if (held || !holds()) return
    logger.info({ name }, 'this process is elected')
    parts.onElected?.()
  }

  const loop = startLoop({
    clock,
    everyMs: RENEW_EVERY_MS,
    run: () => claim(LOCK_MS),
    // What was held stays held until its own end.
    onError: (thrown) => logger.error({ error: messageOf(thrown), name }, 'the lock could not be renewed'),
  })

  return {
    hint: loop.hint,
    holds,
    async stop() {
      await loop.stop()
      if (!holds()) return
      // Given back, so that nobody waits for its end; the store may be away, then it ends by itself.
      await claim().catch(() => undefined)
      until = 0
    },
  }
}
