import type { Clock } from '../clock.ts'

/**
 * A clock's time that never goes backwards: order and leases go by it. When the machine's clock is set back, time
 * goes on from where it was, at the clock's pace; standing still instead would keep every lease for that long.
 */
export function steady(clock: Clock): () => number {
  let latest = Number.NEGATIVE_INFINITY
  let ahead = 0
  return () => {
    const now = clock.now()
    if (now < latest) ahead += latest - now
    latest = now
    return Math.floor(now + ahead)
  }
}
