/** One side of the comparison, as the load generator sees it. */
export interface Target {
  /** Opens conversations and whatever they are answered through. Not timed, on either side. */
  open(howMany: number): Promise<Conversation[]>
}

export interface Conversation {
  /** Posts the customer's message; resolves when its reply has been received, with the milliseconds between. */
  turn(text: string): Promise<number>
  close(): void
}

/** How long a reply may take before the run is void. */
export const PATIENCE_MS = 15_000

/** A promise that the other side's answer settles, or time does. */
export function reply(what: string): {
  arrived: Promise<number>
  arrive: () => void
  fail: (why: string) => void
} {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const timer = setTimeout(
    () => reject(new Error(`no reply to ${what} within ${PATIENCE_MS} ms`)),
    PATIENCE_MS,
  )
  return {
    arrived: promise,
    arrive() {
      clearTimeout(timer)
      resolve(performance.now())
    },
    fail(why) {
      clearTimeout(timer)
      reject(new Error(`${what}: ${why}`))
    },
  }
}
