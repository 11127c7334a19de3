import type { Versioned } from '../store/codec.ts'
import type { Head } from './conversation.ts'

/** Conversations of which this is remembered. */
const MOST = 1_000

/**
 * The heads of conversations that this process had to do with last. Another process may have written one since, so they
 * are good only for a change that relies on their version.
 */
export class RememberedHeads {
  readonly #heads = new Map<string, Versioned<Head>>()

  of(conversationId: string): Versioned<Head> | undefined {
    return this.#heads.get(conversationId)
  }

  remember(head: Versioned<Head>): void {
    this.#heads.delete(head.value.id)
    this.#heads.set(head.value.id, head)
    if (this.#heads.size <= MOST) return
    const [oldest] = this.#heads.keys()
    if (oldest !== undefined) this.#heads.delete(oldest)
  }

  forget(conversationId: string): void {
    this.#heads.delete(conversationId)
  }
}
