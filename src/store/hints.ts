/** Calls watchers in this process. A hint carries no data but a signal's, so one may be late or come twice. */
export class Hints {
  readonly #watchers = new Map<string, Set<(name: string, signal?: string) => void>>()
  readonly #failed: (thrown: unknown) => void

  /** `failed` is told what a watcher threw: it must not stop the others. */
  constructor(failed: (thrown: unknown) => void) {
    this.#failed = failed
  }

  /** Returns the way to stop. */
  watch(names: readonly string[], hint: (name: string, signal?: string) => void): () => void {
    // A function of its own, so that the same one watching twice stops once.
    const watcher = (name: string, signal?: string): void => hint(name, signal)
    for (const name of names) {
      const watchers = this.#watchers.get(name) ?? new Set()
      this.#watchers.set(name, watchers.add(watcher))
    }
    return () => {
      for (const name of names) {
        const watchers = this.#watchers.get(name)
        watchers?.delete(watcher)
        if (watchers?.size === 0) this.#watchers.delete(name)
      }
    }
  }

  tell(names: Iterable<string>, signal?: string): void {
    for (const name of names) {
      for (const watcher of [...(this.#watchers.get(name) ?? [])]) {
        try {
          watcher(name, signal)
        } catch (thrown) {
          this.#failed(thrown)
        }
      }
    }
  }

  /** Whatever is watched: for when hints may have been lost. */
  tellAll(): void {
    this.tell([...this.#watchers.keys()])
  }

  stop(): void {
    this.#watchers.clear()
  }
}
