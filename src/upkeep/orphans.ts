import { z } from 'zod'
import type { Desk } from '../cases/desk-file.ts'
import type { Clock, Ids } from '../clock.ts'
import { messageOf } from '../errors.ts'
import { codec } from '../store/codec.ts'
import { idOf, indexName, logName, recordKey } from '../store/keys.ts'
import type { Claim, IndexName, Store } from '../store/store.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import { type Loop, startLoop } from '../turn/loop.ts'
import { sealLineShape } from '../turn/seal.ts'
import { oughtOf } from './conversation.ts'
import { claimOf, kindOf } from './entries.ts'

/**
 * Records and indexes change in one commit, so they agree. If they do not all the same (a hand in the store, a fault of
 * ours), somebody may wait whom nobody sees. This looks at all of it, a slice at a time and without end: from indexes to
 * what their entries stand for, and from conversations to the indexes that they ought to stand in.
 */
const EVERY_MS = 5_000
const ENTRIES_AT_ONCE = 100
const CONVERSATIONS_AT_ONCE = 20

const cursorCodec = codec({
  kind: 'orphans',
  schema: 1,
  shape: z.object({
    /** Which of the indexes is looked at, and where in it. */
    index: z.number(),
    after: z.object({ member: z.string(), score: z.number() }).optional(),
    /** How far the log of seals, which names every conversation, has been followed. */
    seals: z.number(),
  }),
})

export interface OrphanParts {
  store: Store
  clock: Clock
  ids: Ids
  desk: Desk
  logger: Pick<Logger, 'warn' | 'error'>
  metrics: Pick<Metrics, 'orphansMended' | 'archiveWaiting'>
  /** The channels that messages are pushed to. */
  pushed: readonly string[]
  /** How much waits for the archive; told with each slice. */
  waiting: () => Promise<number>
  isElected?: () => boolean
}

export function startOrphanSearch(parts: OrphanParts): Loop {
  return startLoop({
    clock: parts.clock,
    everyMs: EVERY_MS,
    async run() {
      parts.metrics.archiveWaiting.set(await parts.waiting())
      if (parts.isElected?.() !== false) await searchSlice(parts)
    },
    onError: (thrown) =>
      parts.logger.error(
        { error: messageOf(thrown) },
        'the search for orphans was not finished; it goes on later',
      ),
  })
}

/** Looks at the next slice. Says whether it was the last one of the indexes. */
export async function searchSlice(parts: OrphanParts): Promise<{ isLast: boolean }> {
  const { store, ids } = parts
  const key = recordKey.orphans()
  const [stored] = await store.read([key])
  const cursor = stored ? cursorCodec.read(stored) : { key, version: 0, value: { index: 0, seals: 0 } }
  const indexes = await indexesOf(parts)
  const at = cursor.value.index < indexes.length ? cursor.value.index : 0
  const index = indexes[at] ?? indexName.inputs()
  const page = await store.page(index, cursor.value.after, ENTRIES_AT_ONCE)
  await mend(parts, await entriesOf(store, index, page))

  const seals = await store.lines(logName.seals(), cursor.value.seals, CONVERSATIONS_AT_ONCE)
  const sealed = seals.map(({ body }) => sealLineShape.parse(JSON.parse(body)).conversation)
  // Those whose seals are in the archive's files already stand here.
  const over = page.flatMap(({ member }) => (kindOf(member) === 'seal' ? [idOf(member)] : []))
  for (const id of new Set([...sealed, ...over])) await mendConversation(parts, id)

  const isEnd = page.length < ENTRIES_AT_ONCE
  const next = isEnd ? (at + 1) % indexes.length : at
  const after = isEnd ? undefined : page.at(-1)
  const value = {
    index: next,
    ...(after ? { after } : {}),
    seals: seals.length < CONVERSATIONS_AT_ONCE ? 0 : (seals.at(-1)?.seq ?? 0),
  }
  // Stale: another process was elected meanwhile, and has looked.
  await store.commit({ id: ids.next(), put: [cursorCodec.put({ ...cursor, value })] })
  return { isLast: isEnd && next === 0 }
}

/** Every index but those of single customers, which are looked at with their conversations. */
async function indexesOf({ store, desk, pushed }: OrphanParts): Promise<IndexName[]> {
  const agents = await store.page(indexName.allAgents(), undefined, 1_000)
  const due = ['timer', 'case', 'commitment', 'call', 'agent', 'media', 'archive'] as const
  return [
    ...desk.queues.map((queue) => indexName.queue(queue.name)),
    indexName.inputs(),
    indexName.scheduled(),
    indexName.unsealed(),
    ...pushed.map((channel) => indexName.outbox(channel)),
    ...due.map((kind) => indexName.due(kind)),
    indexName.commitments(),
    indexName.agents(),
    indexName.allAgents(),
    ...agents.flatMap(({ member }) => [
      indexName.agentCases(idOf(member)),
      indexName.agentLoad(idOf(member)),
    ]),
  ]
}

async function entriesOf(
  store: Store,
  index: IndexName,
  page: readonly { member: string }[],
): Promise<Claim[]> {
  const stored = await store.read(page.map(({ member }) => member))
  const claims = page.flatMap(({ member }, n) => claimOf(index, member, stored[n]) ?? [])
  // Of an index without a member there may still be something that could be taken.
  return claims.length > 0 ? claims : [{ index, member: 'nothing' }]
}

async function mendConversation(parts: OrphanParts, id: string): Promise<void> {
  const { store, ids } = parts
  const { claims, changes } = await oughtOf(store, id)
  await mend(parts, claims)
  for (const { change, what } of changes) {
    const { outcome } = await store.commit({ id: ids.next(), ...change })
    if (outcome === 'committed' && what !== '') tell(parts, what, id)
  }
}

async function mend(parts: OrphanParts, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  const { claimed, strays } = await parts.store.mend(claims)
  claims.forEach(({ index, member }, n) => {
    if (claimed[n] === 'mended') tell(parts, index, member)
  })
  for (const { index, member } of strays) tell(parts, index, member)
}

function tell({ logger, metrics }: OrphanParts, index: string, member: string): void {
  metrics.orphansMended.inc({ index: kindOf(index) })
  logger.warn({ index, member }, 'an index disagreed with what it stands for, and was put right')
}
