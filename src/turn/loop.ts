import { type Clock, RESTED } from '../clock.ts'

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

  async function idle(): Promise<void> {
    const rested = new AbortController()
    const hint = new Promise<void>((resolve) => {
      wake = resolve
    })
    await Promise.race([hint, clock.sleep(everyMs, rested.signal)])
    wake = undefined
    rested.abort(RESTED)
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
}): Loop {
  const { clock, everyMs, atOnce, take, work, onError } = options
  const inHand = new Set<Promise<void>>()

  const loop = startLoop({
    clock,
    everyMs,
    onError,
    async run() {
      while (inHand.size < atOnce) {
        const items = await take(atOnce - inHand.size)
        if (items.length === 0) return
        for (const item of items) {
          const job = work(item)
            .catch(onError)
            .finally(() => {
              // Only where there was no room: whatever came to wait meanwhile has hinted itself.
              if (inHand.size >= atOnce) loop.hint()
              inHand.delete(job)
            })
          inHand.add(job)
        }
      }
    },
  })

  return {
    hint: loop.hint,
    async stop() {
      await loop.stop()
      await Promise.allSettled(inHand)
    },
  }
}
