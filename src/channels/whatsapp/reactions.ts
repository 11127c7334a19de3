import { eventAppend } from '../../cases/events.ts'
import type { Ids } from '../../clock.ts'
import { StoreAway } from '../../errors.ts'
import { outsideId } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { appendLine } from '../../turn/append.ts'
import { commitFirmly } from '../../turn/commit.ts'
import { loadHead } from '../../turn/load.ts'

/**
 * A thumb or a heart under a message is seen by agents in its place. It says nothing that the bot could answer, and
 * opens and closes nothing.
 */
export async function noteReaction(
  { store, ids }: { store: Store; ids: Ids },
  conversationId: string,
  reaction: { id: string; emoji: string },
): Promise<void> {
  const head = await loadHead(store, conversationId)
  if (!head) return
  const { caseKey } = head.value
  const line = {
    kind: 'event',
    id: ids.next(),
    at: store.now(),
    name: 'reaction',
    data: { text: reaction.emoji.slice(0, 16) },
  } as const
  const { outcome } = await commitFirmly(store, {
    id: ids.next(),
    append: [
      appendLine(head.value, line, ids, { once: outsideId('whatsapp', conversationId, reaction.id) }),
      ...(caseKey === undefined ? [] : [eventAppend({ type: 'case', key: caseKey })]),
    ],
  })
  if (outcome === 'full') throw new StoreAway('the store is full')
}
