import type { Clock } from '../../src/clock.ts'

/** A clock that only moves when a test says so. Sleepers wake when it passes them. */
export class TestClock implements Clock {
  #now: number
  #sleepers: { until: number; wake(): void }[] = []

  constructor(now = Date.UTC(2026, 10, 23, 9)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  /** Also backwards: machines' clocks do. */
  advance(ms: number): void {
    this.#now += ms
    const due = this.#sleepers.filter(({ until }) => until <= this.#now)
    this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#now)
    for (const sleeper of due) sleeper.wake()
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      this.#sleepers.push({ until: this.#now + ms, wake: resolve })
      signal?.addEventListener('abort', () => resolve(), { once: true })
    })
  }
}
