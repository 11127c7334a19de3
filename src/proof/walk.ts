import { createHash } from 'node:crypto'
import { readEntry } from '../archive/entry.ts'
import { membersOf } from '../archive/members.ts'
import { writtenTo } from '../archive/write.ts'
import { idOf, indexName, logName } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { readLog, sealLineShape } from '../turn/seal.ts'
import type { Sealed } from '../turn/verify.ts'

/** Conversations that the log of seals need not name: too new for a seal, or whose seals are in the archive's files. */
export async function* namedElsewhere(store: Store): AsyncGenerator<string> {
  for await (const member of membersOf(store, indexName.unsealed())) yield idOf(member)
  for await (const member of membersOf(store, indexName.due('archive')))
    if (member.startsWith('seal/')) yield idOf(member)
  for await (const { body } of readLog(store, logName.archive(), await writtenTo(store))) {
    const entry = readEntry(body)
    if (entry?.kind === 'conversation') yield entry.id
  }
}

/** A line of the log of seals; undefined when it can't be read. */
export function sealOf(body: string): (Sealed & { conversation: string }) | undefined {
  try {
    return sealLineShape.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** Which of so many rounds a conversation is looked at in. */
export function bucketOf(id: string, buckets: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % buckets
}
