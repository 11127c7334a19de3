import type { Clock } from '../../clock.ts'

/** How a store waits, and until when: its connections and everything that looks by itself end with the signal. */
export interface Standing {
  sleep: Clock['sleep']
  signal: AbortSignal
}

/** Does it every so many milliseconds, never twice at once. What it throws is left to the next time. */
export async function every(
  ms: number,
  run: () => Promise<unknown>,
  { sleep, signal }: Standing,
): Promise<void> {
  for (;;) {
    await sleep(ms, signal)
    if (signal.aborted) return
    await run().catch(() => undefined)
  }
}
