import type { Ids } from '../clock.ts'
import { recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { lockCodec } from '../turn/elected.ts'

/** How long one that died is still waited for, milliseconds. */
export const LOCK_MS = 30_000

/**
 * The one that writes the archive. Two would do no harm, and write everything twice: each change is decided by the
 * versions that it was read at.
 */
export class ArchiveLock {
  readonly #store: Store
  readonly #ids: Ids
  readonly #by: string
  #until = 0

  constructor(store: Store, ids: Ids, by: string) {
    this.#store = store
    this.#ids = ids
    this.#by = by
  }

  /** Says whether it is ours, for a while again. Cheap to ask often. */
  async holds(): Promise<boolean> {
    if (this.#store.now() < this.#until - LOCK_MS / 2) return true
    return this.#claim(LOCK_MS)
  }

  async release(): Promise<void> {
    if (this.#until > 0) await this.#claim(0)
  }

  async #claim(ms: number): Promise<boolean> {
    const key = recordKey.lock('archive')
    const [stored] = await this.#store.read([key])
    const lock = stored ? lockCodec.read(stored) : { key, version: 0, value: { by: '', until: 0 } }
    const now = this.#store.now()
    if (lock.value.by !== this.#by && lock.value.until > now) return false
    const value = { by: this.#by, until: now + ms }
    const { outcome } = await this.#store.commit({
      id: this.#ids.next(),
      put: [lockCodec.put({ ...lock, value })],
    })
    this.#until = value.until
    return outcome === 'committed' || outcome === 'already'
  }
}
