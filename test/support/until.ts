/** Lets the event loop go round until `condition` holds: no sleeping, and a test that waits for nothing fails. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let rounds = 0; rounds < 5_000; rounds += 1) {
    if (await condition()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`never happened: ${what}`)
}
