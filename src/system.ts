import { randomFillSync } from 'node:crypto'
import type { Clock, Ids } from './clock.ts'

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve()
        return
      }
      const wake = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      signal?.addEventListener('abort', wake, { once: true })
    }),
}

const ID_BYTES = 16
/** Randomness is drawn for many ids at a time: one by one it shows in every turn. */
const pool = Buffer.alloc(ID_BYTES * 256)
let drawn = pool.length

/** 128 bits of the machine's randomness each. */
export const randomIds: Ids = {
  next() {
    if (drawn === pool.length) {
      randomFillSync(pool)
      drawn = 0
    }
    drawn += ID_BYTES
    return pool.toString('base64url', drawn - ID_BYTES, drawn)
  },
}
