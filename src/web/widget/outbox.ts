import { alone, type Keep } from './keep.ts'
import type { KeptReceipt, Posted, Unsent } from './unsent.ts'

const NAME = 'outbox'

/**
 * Messages leave in the order they were written, each once, whatever tab wrote them: one tab sends at a time, what was
 * sent leaves the list only after the server said that it is stored, and the server knows a message by its id. Only an
 * ask for a person passes others, while the server's store is away: which one is an ask, the server says.
 */
export class Outbox {
  readonly #keep: Keep
  readonly #space: string
  readonly #post: (unsent: Unsent) => Promise<Posted>
  readonly #onStored: (unsent: Unsent, seq: number | undefined) => void
  readonly #onKept: (unsent: Unsent, as: KeptReceipt) => void
  readonly #onChange: () => void
  #passing: Unsent[] = []
  #isFlushing = false
  #isAskedAgain = false

  constructor(options: {
    keep: Keep
    space: string
    post(unsent: Unsent): Promise<Posted>
    onStored(unsent: Unsent, seq: number | undefined): void
    onKept(unsent: Unsent, as: KeptReceipt): void
    onChange(): void
  }) {
    this.#keep = options.keep
    this.#space = options.space
    this.#post = options.post
    this.#onStored = options.onStored
    this.#onKept = options.onKept
    this.#onChange = options.onChange
    options.keep.onChange(NAME, options.onChange)
  }

  list(): Unsent[] {
    return [...(this.#keep.read<Unsent[]>(NAME) ?? []), ...this.#passing].sort((a, b) => a.at - b.at)
  }

  get isEmpty(): boolean {
    return this.list().every((unsent) => unsent.refused)
  }

  add(unsent: Unsent): void {
    const isKept = this.#keep.write(NAME, [...this.#kept(), unsent])
    if (!isKept) this.#passing.push({ ...unsent, isPassing: true })
    this.#onChange()
  }

  remove(id: string): void {
    const kept = this.#kept()
    const rest = kept.filter((unsent) => unsent.id !== id)
    if (rest.length < kept.length) this.#keep.write(NAME, rest)
    this.#passing = this.#passing.filter((unsent) => unsent.id !== id)
    this.#onChange()
  }

  /** Another conversation begins: what the server keeps belongs to the one before. */
  forgetKept(): void {
    for (const { id, keptAs } of this.list()) if (keptAs) this.remove(id)
  }

  /** Sends what is there. `false`: something has to wait; come again later. */
  async flush(): Promise<boolean> {
    if (this.#isFlushing) {
      this.#isAskedAgain = true
      return true
    }
    this.#isFlushing = true
    try {
      do {
        this.#isAskedAgain = false
        const isDone = await alone(`outbox:${this.#space}`, () => this.#sendAll())
        if (!isDone) return false
      } while (this.#isAskedAgain)
      return true
    } finally {
      this.#isFlushing = false
    }
  }

  async #sendAll(): Promise<boolean> {
    /** The server is there and its store is not: it takes none of these, and an ask behind them all the same. */
    const waiting = new Set<string>()
    for (;;) {
      // Read again each time: another tab may have sent or added in between.
      const next = this.list().find(({ id, refused, keptAs }) => !refused && !keptAs && !waiting.has(id))
      if (!next) return waiting.size === 0
      const posted = await this.#post(next)
      if (posted.outcome === 'later') {
        if (!posted.isStoreAway) return false
        waiting.add(next.id)
        continue
      }
      // The store is back: those before it come first again.
      if (posted.outcome === 'stored') waiting.clear()
      if (posted.outcome === 'refused') this.#mark(next.id, { refused: posted.code })
      else if (posted.outcome === 'kept') {
        // It stays on the screen until its echo comes.
        this.#mark(next.id, { keptAs: posted.as })
        this.#onKept(next, posted.as)
      } else {
        this.#onStored(next, posted.seq)
        this.remove(next.id)
      }
    }
  }

  #mark(id: string, as: Pick<Unsent, 'refused' | 'keptAs'>): void {
    const mark = (unsent: Unsent): Unsent => (unsent.id === id ? { ...unsent, ...as } : unsent)
    this.#keep.write(NAME, this.#kept().map(mark))
    this.#passing = this.#passing.map(mark)
    this.#onChange()
  }

  #kept(): Unsent[] {
    return this.#keep.read<Unsent[]>(NAME) ?? []
  }
}
