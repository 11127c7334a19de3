import type { Clock, Ids } from '../../src/clock.ts'

/** A clock that only tests advance. */
export class ManualClock implements Clock {
  #now: number
  readonly #sleepers = new Set<{ until: number; wake: () => void }>()

  constructor(now = Date.UTC(2026, 2, 10, 15, 0, 0)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const sleeper = { until: this.#now + ms, wake: resolve }
      const end = (): void => {
        this.#sleepers.delete(sleeper)
        resolve()
      }
      sleeper.wake = end
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', end, { once: true })
    })
  }

  /** Goes on by `ms`; whoever slept until then wakes, earliest first. */
  advance(ms: number): void {
    this.#now += ms
    const due = [...this.#sleepers].filter((sleeper) => sleeper.until <= this.#now)
    for (const sleeper of due.sort((a, b) => a.until - b.until)) sleeper.wake()
  }
}

/** Ids that count up, the same in every run. */
export function countingIds(prefix = 'id'): Ids {
  let count = 0
  return {
    next() {
      count += 1
      return `${prefix}-${count}`
    },
  }
}
