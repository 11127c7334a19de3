import { caseCodec, isOpen } from '../../cases/case.ts'
import { recordKey } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { loadHead } from '../../turn/load.ts'
import type { Graph } from './graph.ts'

/** Receipts under way at once: more than that are not given. They are worth less than what they would delay. */
const AT_ONCE = 32

/**
 * What the bot has is marked as read, with "typing…" until it answers. What waits for people is marked when one of
 * them answers it (see push.ts), for nobody has read it before. Never hinders anything.
 */
export class ReadReceipts {
  readonly #store: Store
  readonly #graph: Graph
  #underWay = 0

  constructor(store: Store, graph: Graph) {
    this.#store = store
    this.#graph = graph
  }

  give(message: { conversationId: string; messageId: string }): void {
    if (this.#underWay >= AT_ONCE) return
    this.#underWay += 1
    void this.#give(message)
      .catch(() => undefined)
      .finally(() => {
        this.#underWay -= 1
      })
  }

  async #give({ conversationId, messageId }: { conversationId: string; messageId: string }): Promise<void> {
    const head = await loadHead(this.#store, conversationId)
    if (!head) return
    const { caseKey } = head.value
    const [stored] = caseKey === undefined ? [] : await this.#store.read([recordKey.case(caseKey)])
    if (stored && isOpen(caseCodec.read(stored).value)) return
    await this.#graph.markRead(messageId, true)
  }
}
