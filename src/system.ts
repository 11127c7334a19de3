import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Ids } from './clock.ts'

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await sleep(ms, undefined, signal ? { signal } : {})
    } catch (thrown) {
      if (!signal?.aborted) throw thrown
    }
  },
}

/** 128 bits of the machine's randomness each. */
export const randomIds: Ids = {
  next: () => randomBytes(16).toString('base64url'),
}
