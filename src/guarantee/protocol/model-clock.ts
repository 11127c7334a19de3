import type { Clock } from '../../clock.ts'

/** A clock that goes on only when it is told to. */
export class ModelClock implements Clock {
  #now: number
  readonly #sleepers = new Set<{ until: number; wake: () => void }>()

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const sleeper = {
        until: this.#now + ms,
        wake: () => {
          this.#sleepers.delete(sleeper)
          resolve()
        },
      }
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', sleeper.wake, { once: true })
    })
  }

  /** Whoever slept until then wakes, earliest first. */
  advance(ms: number): void {
    this.#now += ms
    const due = [...this.#sleepers].filter(({ until }) => until <= this.#now)
    for (const { wake } of due.sort((a, b) => a.until - b.until)) wake()
  }
}
