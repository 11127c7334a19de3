import type { Case } from '../cases/case.ts'
import { caseCodec } from '../cases/case.ts'
import { customerCodec } from '../cases/customer.ts'
import { STAYS_MS } from '../cases/stays.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, logName, recordKey, uniqueName } from '../store/keys.ts'
import type { Change, Put, Store, Stored, StoredLine } from '../store/store.ts'
import { loadHead } from '../turn/load.ts'
import {
  CHAIN_START,
  linkLine,
  NOTHING_SEALED,
  readLog,
  type Seal,
  sealCodec,
  sealPut,
} from '../turn/seal.ts'
import type { ArchiveEntry } from './entry.ts'
import { allOf, membersOf } from './members.ts'
import { fileOf, NamedByLines } from './named-by-lines.ts'
import { casesOf, isAtWork, isConversationNeeded, promisedTo } from './needed.ts'

/** Before a case that is still here, so much of what was said stays for the people who have it. */
const BEFORE_CASE_MS = 24 * 3_600_000

/** What of the store an entry lets go of, once it is in a file. */
export interface LetsGo {
  put: Put[]
  drop: NonNullable<Change['drop']>[number][]
  trim: NonNullable<Change['trim']>[number][]
  unique: NonNullable<Change['unique']>[number][]
  /** Uploads whose content goes afterwards. */
  files: string[]
}

/** One row of a file. */
export type Row = (row: { kind: string; key: string } & Record<string, unknown>) => Promise<void>

/**
 * Gives everything of an entry to `write`, row by row, and answers what the store lets go of then. Undefined: the
 * entry is about nothing that is here, or about something that is needed again.
 */
export function gather(store: Store, entry: ArchiveEntry, write: Row): Promise<LetsGo | undefined> {
  switch (entry.kind) {
    case 'case':
      return gatherCase(store, entry.key, write)
    case 'conversation':
      return gatherConversation(store, entry.id, write)
    case 'record':
      return gatherRecord(store, entry.key, write)
  }
}

async function gatherCase(store: Store, key: string, write: Row): Promise<LetsGo | undefined> {
  const [stored] = await store.read([recordKey.case(key)])
  if (!stored) return undefined
  const c = caseCodec.read(stored).value
  if (c.archivedAt === undefined) return undefined
  const letsGo = nothing()
  await writeRecord(stored, write)
  letsGo.drop.push(dropped(stored))
  for (const { key: promise, value } of await promisedTo(store, c.customerId)) {
    if (value.caseKey !== key || value.state === 'open') continue
    const [kept] = await store.read([promise])
    if (!kept) continue
    await writeRecord(kept, write)
    letsGo.drop.push(dropped(kept))
  }
  for (const alias of await store.read(await allOf(membersOf(store, indexName.aliasesOf(key))))) {
    if (alias) letsGo.drop.push(dropped(alias))
  }
  const others = await casesOf(store, c.customerId)
  for (const id of c.conversations) await gatherLines(store, id, others, write, letsGo)
  return letsGo
}

/** What was said in a conversation until nobody asks for it any more; lines near a case that is still here stay too. */
async function gatherLines(
  store: Store,
  id: string,
  others: readonly Versioned<Case>[],
  write: Row,
  letsGo: LetsGo,
): Promise<void> {
  const seal = await readSeal(store, id)
  const head = await loadHead(store, id)
  const before = store.now() - STAYS_MS
  const theirs = others.filter(({ value }) => value.conversations.includes(id))
  const keptFrom = Math.min(before, ...theirs.map(({ value }) => value.askedAt - BEFORE_CASE_MS))
  let { upTo, chain } = seal.value.archived ?? { upTo: 0, chain: CHAIN_START }
  const from = upTo
  const named = new NamedByLines()
  for await (const line of readLog(store, logName.conversation(id), from)) {
    if (line.at > before || line.seq > seal.value.upTo) break
    await writeLine(id, line, write)
    if (line.at > keptFrom) continue
    named.hear(line)
    chain = linkLine(chain, line)
    upTo = line.seq
  }
  if (upTo === from || !head || (await isAtWork(store, head.value))) return
  await gatherNamed(store, named, write, letsGo)
  letsGo.put.push(sealPut({ ...seal, value: { ...seal.value, archived: { upTo, chain } } }))
  letsGo.trim.push({ log: logName.conversation(id), upTo })
}

async function gatherConversation(store: Store, id: string, write: Row): Promise<LetsGo | undefined> {
  const [head, seal] = [await loadHead(store, id), await readSeal(store, id)]
  const [last] = await store.linesBefore(logName.conversation(id), undefined, 1)
  // Somebody has said something since, or the case is back: it ends another time.
  const isOver = seal.value.archiveAt === 0 && seal.value.upTo === (last?.seq ?? 0)
  if (!head || !isOver || (await isConversationNeeded(store, head.value))) return undefined
  const letsGo = nothing()
  const named = new NamedByLines()
  for await (const line of readLog(store, logName.conversation(id), seal.value.archived?.upTo ?? 0)) {
    await writeLine(id, line, write)
    named.hear(line)
  }
  await gatherNamed(store, named, write, letsGo)
  if (last) letsGo.trim.push({ log: logName.conversation(id), upTo: last.seq, whole: true })
  const own = [recordKey.head(id), recordKey.bot(id), recordKey.seal(id), recordKey.delivery(id)]
  for (const stored of await store.read(own)) {
    if (!stored) continue
    await writeRecord(stored, write)
    letsGo.drop.push(dropped(stored))
  }
  const { customerId } = head.value
  const theirs = await store.page(indexName.conversationsOfCustomer(customerId), undefined, 2)
  if (theirs.length < 2) await gatherCustomer(store, customerId, write, letsGo)
  return letsGo
}

/** Files, calls and timers go with the lines that name them. */
async function gatherNamed(store: Store, named: NamedByLines, write: Row, letsGo: LetsGo): Promise<void> {
  for (const stored of await named.over(store)) {
    await writeRecord(stored, write)
    letsGo.drop.push(dropped(stored))
    letsGo.files.push(...[fileOf(stored) ?? []].flat())
  }
}

/** Whoever ended their last conversation, and has nothing open: they are new when they come again. */
async function gatherCustomer(store: Store, customerId: string, write: Row, letsGo: LetsGo): Promise<void> {
  const [stored] = await store.read([recordKey.customer(customerId)])
  const [customer] = customerCodec.readable([stored])
  const indexes = [indexName.casesOfCustomer(customerId), indexName.commitmentsOfCustomer(customerId)]
  const sizes = await Promise.all(indexes.map((index) => store.rank(index, 'none')))
  if (!stored || !customer || sizes.some(({ size }) => size > 0)) return
  await writeRecord(stored, write)
  letsGo.drop.push(dropped(stored))
  for (const { channel, outsideId } of customer.value.identities) {
    const name = uniqueName.identity(channel, outsideId)
    if ((await store.find(name)) === stored.key) letsGo.unique.push({ name, owner: null })
    const thread = uniqueName.thread(channel, outsideId)
    if ((await store.find(thread)) !== undefined) letsGo.unique.push({ name: thread, owner: null })
  }
}

async function gatherRecord(store: Store, key: string, write: Row): Promise<LetsGo | undefined> {
  const [stored] = await store.read([key])
  if (!stored) return undefined
  await writeRecord(stored, write)
  return { ...nothing(), drop: [dropped(stored)] }
}

function nothing(): LetsGo {
  return { put: [], drop: [], trim: [], unique: [], files: [] }
}

function dropped({ key, version }: Readonly<Stored>): LetsGo['drop'][number] {
  return { key, expect: version }
}

async function readSeal(store: Store, id: string): Promise<Versioned<Seal>> {
  const key = recordKey.seal(id)
  const [stored] = await store.read([key])
  return stored ? sealCodec.read(stored) : { key, version: 0, value: NOTHING_SEALED }
}

async function writeRecord({ key, version, schema, body }: Readonly<Stored>, write: Row): Promise<void> {
  await write({ kind: key.slice(0, key.indexOf('/')), key, version, schema, body: parsed(body) })
}

async function writeLine(conversation: string, { seq, at, body }: StoredLine, write: Row): Promise<void> {
  const key = `${logName.conversation(conversation)}/${seq}`
  await write({ kind: 'line', key, conversation, seq, at, body: parsed(body) })
}

/** As it is, so that nothing is lost of what can't be read here. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
