import type { Clock } from '../clock.ts'

/** A background worker: hinted when there may be work, and looking by itself every `everyMs` in case a hint was lost. */
export interface Loop {
  hint(): void
  /** Takes nothing new and resolves when the work in hand is finished. */
  stop(): Promise<void>
}

export function startLoop(options: {
  clock: Clock
  everyMs: number
  /** Does what there is to do now. Never runs twice at the same time. */
  run: () => Promise<void>
  onError: (thrown: unknown) => void
}): Loop {
  const { clock, everyMs, run, onError } = options
  const stopping = new AbortController()
  let hinted = true
  let wake: (() => void) | undefined
  let isAlarmSet = false
  stopping.signal.addEventListener('abort', () => wake?.(), { once: true })

  const done = (async () => {
    while (!stopping.signal.aborted) {
      if (!hinted) await idle()
      if (stopping.signal.aborted) break
      hinted = false
      try {
        await run()
      } catch (thrown) {
        onError(thrown)
        // The store may be away: look again after a pause instead of spinning.
        await clock.sleep(everyMs, stopping.signal)
        hinted = true
      }
    }
  })()

  /** Until a hint; or until `everyMs` are over, counted from a time when it had to wait, so that one timer serves all. */
  async function idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    wake = resolve
    if (!isAlarmSet) void ring()
    await promise
    wake = undefined
  }

  async function ring(): Promise<void> {
    isAlarmSet = true
    await clock.sleep(everyMs, stopping.signal)
    isAlarmSet = false
    wake?.()
  }

  return {
    hint() {
      hinted = true
      wake?.()
    },
    async stop() {
      stopping.abort()
      await done
    },
  }
}

/** A loop over items, which also works on those that somebody else has taken for it. */
export interface Pool<T> extends Loop {
  /** Whether it would begin with another item at once. */
  readonly hasRoom: boolean
  add(item: T): void
}

/**
 * Takes items and works on up to `atOnce` of them at the same time; a finished one makes room for the next.
 */
export function startPool<T>(options: {
  clock: Clock
  everyMs: number
  atOnce: number
  take: (n: number) => Promise<T[]>
  work: (item: T) => Promise<void>
  onError: (thrown: unknown) => void
}): Pool<T> {
  const { clock, everyMs, atOnce, take, work, onError } = options
  const inHand = new Set<Promise<void>>()
  let isStopping = false

  function add(item: T): void {
    const job = work(item)
      .catch(onError)
      .finally(() => {
        // Only where there was no room: whatever came to wait meanwhile has hinted itself.
        if (inHand.size >= atOnce) loop.hint()
        inHand.delete(job)
      })
    inHand.add(job)
  }

  const loop = startLoop({
    clock,
    everyMs,
    onError,
    async run() {
      while (inHand.size < atOnce) {
        const items = await take(atOnce - inHand.size)
        if (items.length === 0) return
        for (const item of items) add(item)
      }
    },
  })

  return {
    hint: loop.hint,
    get hasRoom() {
      return !isStopping && inHand.size < atOnce
    },
    add,
    async stop() {
      isStopping = true
      await loop.stop()
      await Promise.allSettled(inHand)
    },
  }
}
