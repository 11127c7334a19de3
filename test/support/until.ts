/** A test that waits for nothing fails after so long, milliseconds: disks and other processes take their time. */
const AT_MOST_MS = 10_000

/** Lets the event loop go round until `condition` holds: as soon as it does, the test goes on. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + AT_MOST_MS
  while (performance.now() < end) {
    if (await condition()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`never happened: ${what}`)
}
