import { caseCodec, isOpen } from '../cases/case.ts'
import { commitmentCodec, commitmentPut } from '../cases/commitments.ts'
import { STAYS_MS, STAYS_ON_MS } from '../cases/stays.ts'
import { casePut } from '../cases/terms.ts'
import type { Ids } from '../clock.ts'
import { idOf, logName, recordKey } from '../store/keys.ts'
import type { Change, Put, Store, Stored } from '../store/store.ts'
import { loadHead } from '../turn/load.ts'
import { sealCodec, sealPut } from '../turn/seal.ts'
import { type ArchiveEntry, entryAppend } from './entry.ts'
import { isCaseNeeded, isCommitmentNeeded, isConversationNeeded } from './needed.ts'

type Parts = Omit<Change, 'id'>
const LEAVES = (put: Put, entry: ArchiveEntry): Parts => ({ put: [put], append: [entryAppend(entry)] })

/**
 * Something is over for so long that nobody asks for it any more: it leaves the indexes and goes on the archive's stream,
 * or stays for another day when it is still needed. Decided by the record as it is; written meanwhile, it is looked at
 * again.
 */
export async function sweepOver({ store, ids }: { store: Store; ids: Ids }, key: string): Promise<void> {
  const [stored] = await store.read([key])
  const change = stored && (await leaving(store, stored))
  if (change) await store.commit({ id: ids.next(), ...change })
}

async function leaving(store: Store, stored: Readonly<Stored>): Promise<Parts | undefined> {
  const { key } = stored
  switch (key.slice(0, key.indexOf('/'))) {
    case 'case':
      return leavingCase(store, stored)
    case 'commitment':
      return leavingCommitment(store, stored)
    case 'seal':
      return leavingConversation(store, stored)
    case 'call':
      return LEAVES(withoutTerms(stored), { kind: 'record', key })
    case 'call-back-window':
      // It kept two from booking the same place, and tells nothing.
      return { drop: [{ key, expect: stored.version }] }
    default:
      return undefined
  }
}

async function leavingCase(store: Store, stored: Readonly<Stored>): Promise<Parts> {
  const record = caseCodec.read(stored)
  const now = store.now()
  // Open after all, or gone already: it stands where its record says.
  if (isOpen(record.value) || record.value.archivedAt !== undefined) return { put: [casePut(record)] }
  if (await isCaseNeeded(store, record.value))
    return { put: [casePut({ ...record, value: { ...record.value, archiveAt: now + STAYS_ON_MS } })] }
  const put = casePut({ ...record, value: { ...record.value, archivedAt: now } })
  return LEAVES(put, { kind: 'case', key: record.value.key })
}

async function leavingCommitment(store: Store, stored: Readonly<Stored>): Promise<Parts> {
  const record = commitmentCodec.read(stored)
  const { value } = record
  if (value.state === 'open') return { put: [commitmentPut(record)] }
  if (await isCommitmentNeeded(store, value))
    return {
      put: [commitmentPut({ ...record, value: { ...value, archiveAt: store.now() + STAYS_ON_MS } })],
    }
  return LEAVES(withoutTerms(stored), { kind: 'record', key: stored.key })
}

async function leavingConversation(store: Store, stored: Readonly<Stored>): Promise<Parts> {
  const record = sealCodec.read(stored)
  const id = idOf(stored.key)
  const head = await loadHead(store, id)
  if (!head) return { drop: [{ key: stored.key, expect: stored.version }] }
  const [last] = await store.linesBefore(logName.conversation(id), undefined, 1)
  const quietAt = (last?.at ?? 0) + STAYS_MS
  const now = store.now()
  const isOver = quietAt <= now && !(await isConversationNeeded(store, head.value))
  const archiveAt = isOver ? 0 : Math.max(quietAt, now + STAYS_ON_MS)
  const put = sealPut({ ...record, value: { ...record.value, archiveAt } })
  if (!isOver) return { put: [put] }
  return {
    ...LEAVES(put, { kind: 'conversation', id }),
    rely: [{ key: recordKey.head(id), version: head.version }],
  }
}

/** In no index any more, and otherwise as it was: whoever names it still finds it. */
function withoutTerms({ key, version, schema, body }: Readonly<Stored>): Put {
  return { key, expect: version, schema, body, terms: [] }
}
