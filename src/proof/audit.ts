import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { writtenTo } from '../archive/write.ts'
import { STAYS_MS } from '../cases/stays.ts'
import { EscotillaError } from '../errors.ts'
import { indexName, logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { anchorShape, readLog, sealCodec } from '../turn/seal.ts'
import { holdAgainst, type Sealed, type Verdict } from '../turn/verify.ts'
import { AnchorCheck, readAnchors, strayAnchors } from './anchors.ts'
import { ArchivedConversation } from './archived.ts'
import { archiveFiles, readRows } from './files.ts'
import { bucketOf, namedElsewhere, sealOf } from './walk.ts'

/** Something that is not as it was sealed. */
const breakShape = z.object({
  /** Whose line, or `the log of seals`, or a file of the archive. */
  where: z.string(),
  seq: z.number(),
  why: z.enum(['altered', 'missing', 'relinked', 'seal']),
  /** It is in the archive's files, or ought to be. */
  archived: z.boolean(),
})
export type Break = z.infer<typeof breakShape>

const countsShape = z.object({ conversations: z.number(), lines: z.number(), erased: z.number() })

/** What a whole audit found. */
export const auditShape = z.object({
  ...countsShape.shape,
  /** Lines that are too new to be sealed. */
  unsealed: z.number(),
  /** What the archive's files have, when they were looked at. */
  archive: countsShape.optional(),
  /** Conversations that ended so long ago that they are in the archive's files, which were not looked at. */
  ended: z.number(),
  breaks: z.array(breakShape),
  /** How many breaks there are beside these. */
  more: z.number(),
  /** Days whose anchor is not what the log of seals makes of it, or is missing. */
  brokenAnchors: z.array(z.string()),
  anchors: z.array(anchorShape),
})
export type Audit = z.infer<typeof auditShape>

export interface AuditOptions {
  /** The folder of the archive's files, when they are to be held as well. */
  archive?: string
  /** Conversations, and megabytes of files, that are held in memory at once. More are gone through in several rounds. */
  atOnce?: { conversations: number; bytes: number }
}

const AT_ONCE = { conversations: 100_000, bytes: 512 * 1024 * 1024 }
/** Breaks that are told one by one. */
const TOLD = 1_000

/**
 * Holds everything against everything: each anchor against the log of seals, and each conversation against the log's
 * newest seal of it. Compare `anchors` with the ones in the operator's own log to be sure of the anchors themselves.
 * Servers may go on meanwhile; nothing is written.
 *
 * @throws EscotillaError `archive-moved`: the archive was written meanwhile, so that nothing can be said.
 */
export async function audit(store: Store, options: AuditOptions = {}): Promise<Audit> {
  const before = await archiveState(store)
  const found = await new Auditor(store, options).run()
  if ((found.breaks.length > 0 || found.brokenAnchors.length > 0) && before !== (await archiveState(store)))
    throw new EscotillaError('archive-moved', 'the archive was written meanwhile: verify again')
  return found
}

async function archiveState(store: Store): Promise<string> {
  const [first] = await store.lines(logName.seals(), 0, 1)
  return `${await writtenTo(store)} ${first?.seq}`
}

class Auditor {
  readonly #store: Store
  readonly #options: AuditOptions
  readonly #audit: Audit = {
    conversations: 0,
    lines: 0,
    erased: 0,
    unsealed: 0,
    ended: 0,
    breaks: [],
    more: 0,
    brokenAnchors: [],
    anchors: [],
  }
  #anchorCheck = new AnchorCheck([], 1)

  constructor(store: Store, options: AuditOptions) {
    this.#store = store
    this.#options = options
  }

  async run(): Promise<Audit> {
    const { archive, atOnce = AT_ONCE } = this.#options
    const folder = archive === undefined ? undefined : await archiveFiles(archive)
    if (folder) this.#audit.archive = { conversations: 0, lines: 0, erased: 0 }
    const { anchors, missing } = await readAnchors(this.#store)
    const [first] = await this.#store.lines(logName.seals(), 0, 1)
    this.#anchorCheck = new AnchorCheck(anchors, folder ? 1 : (first?.seq ?? 1))
    const rounds = Math.max(
      Math.ceil((await this.#size()) / atOnce.conversations),
      Math.ceil((folder?.bytes ?? 0) / atOnce.bytes),
      1,
    )
    for (let round = 0; round < rounds; round += 1)
      await this.#round(folder?.files, (id) => bucketOf(id, rounds) === round, round === 0)
    const stray = first ? await strayAnchors(this.#store, anchors, first.at, this.#store.now()) : []
    const brokenAnchors = [...new Set([...missing, ...stray, ...this.#anchorCheck.end()])].sort()
    return { ...this.#audit, brokenAnchors, anchors }
  }

  /** How many conversations there are at most. */
  async #size(): Promise<number> {
    const [last] = await this.#store.linesBefore(logName.seals(), undefined, 1)
    const [first] = await this.#store.lines(logName.seals(), 0, 1)
    const indexes = [indexName.due('archive'), indexName.unsealed()]
    const ranks = await Promise.all(indexes.map((index) => this.#store.rank(index, 'none')))
    return ranks.reduce((sum, { size }) => sum + size, last && first ? last.seq - first.seq + 1 : 0)
  }

  async #round(
    files: readonly string[] | undefined,
    isOurs: (id: string) => boolean,
    isFirst: boolean,
  ): Promise<void> {
    const archived = files ? await this.#readFiles(files, isOurs, isFirst) : undefined
    const logged = new Map<string, (Sealed & { at: number }) | undefined>()
    const readTo = await this.#readSeals(0, isOurs, isFirst, logged)
    for await (const id of namedElsewhere(this.#store))
      if (isOurs(id) && !logged.has(id)) logged.set(id, undefined)
    const ahead: { id: string; upTo: number }[] = []
    for (const [id, seal] of logged) {
      // Beside a server, or inside it: customers don't wait for this.
      await setImmediate()
      await this.#hold(id, seal, archived, ahead)
    }
    await this.#lookUp(ahead, readTo)
    for (const [id, conversation] of archived ?? []) {
      await setImmediate()
      await this.#holdArchived(id, conversation)
    }
  }

  /** What the files have of the conversations of this round; seals of the log of seals are passed along once. */
  async #readFiles(
    files: readonly string[],
    isOurs: (id: string) => boolean,
    isFirst: boolean,
  ): Promise<Map<string, ArchivedConversation>> {
    const found = new Map<string, ArchivedConversation>()
    const of = (id: string): ArchivedConversation => {
      const conversation = found.get(id) ?? new ArchivedConversation()
      found.set(id, conversation)
      return conversation
    }
    for await (const row of readRows(files)) {
      if (row.kind === 'damaged') {
        if (isFirst) this.#break({ where: row.file, seq: row.row, why: 'altered', archived: true })
        continue
      }
      if (row.kind === 'seal-line' && isFirst) this.#anchorCheck.pass(row.line)
      if (row.conversation === undefined || !isOurs(row.conversation)) continue
      if (row.kind === 'line') of(row.conversation).hear(row.line)
      else if (row.kind === 'seal') of(row.conversation).end(row.seal)
      else if (row.seal) of(row.conversation).sealed(row.seal)
    }
    return found
  }

  /** The newest seal of each conversation of this round, behind a place of the log. Answers how far it was read. */
  async #readSeals(
    after: number,
    isOurs: (id: string) => boolean,
    isFirst: boolean,
    into: Map<string, (Sealed & { at: number }) | undefined>,
  ): Promise<number> {
    let last = after
    for await (const line of readLog(this.#store, logName.seals(), after)) {
      last = line.seq
      if (isFirst) this.#anchorCheck.pass(line)
      const seal = sealOf(line.body)
      if (seal && isOurs(seal.conversation)) into.set(seal.conversation, { ...seal, at: line.at })
      if (!seal && isFirst)
        this.#break({ where: 'the log of seals', seq: line.seq, why: 'altered', archived: false })
    }
    return last
  }

  async #hold(
    id: string,
    logged: (Sealed & { at: number }) | undefined,
    archived: ReadonlyMap<string, ArchivedConversation> | undefined,
    ahead: { id: string; upTo: number }[],
  ): Promise<void> {
    const [stored] = await this.#store.read([recordKey.seal(id)])
    const [record] = sealCodec.readable([stored])
    const [newest] = await this.#store.linesBefore(logName.conversation(id), undefined, 1)
    const hasEnded = !stored && (!newest || (await this.#isNewLife(id, logged)))
    if (hasEnded) this.#ended(id, logged, archived)
    if (!newest && hasEnded) return
    const seals = [hasEnded ? [] : (logged ?? []), record?.value ?? []].flat()
    const verdict = await holdAgainst(this.#store, id, seals, record?.value.archived)
    this.#count(id, verdict)
    if (!verdict.holds) return
    const upTo = record?.value.upTo ?? 0
    if ((stored && !record) || (!hasEnded && logged && upTo < logged.upTo))
      this.#break({ where: id, seq: logged?.upTo ?? 0, why: 'seal', archived: false })
    // Sealed while this was read, or by a hand that had no way into the log of seals.
    else if (upTo > (logged?.upTo ?? 0) && (newest?.at ?? 0) > this.#store.now() - STAYS_MS)
      ahead.push({ id, upTo })
  }

  /** Somebody wrote again after the archive had all they wrote before, and it isn't sealed yet. */
  async #isNewLife(id: string, logged: { at: number } | undefined): Promise<boolean> {
    const [first] = await this.#store.lines(logName.conversation(id), 0, 1)
    return logged !== undefined && this.#mayBeArchived(logged) && first?.seq === 1 && first.at > logged.at
  }

  #mayBeArchived({ at }: { at: number }): boolean {
    return at <= this.#store.now() - STAYS_MS
  }

  /** Nothing is left of it here: it is in the archive's files, when it is old enough. */
  #ended(
    id: string,
    logged: (Sealed & { at: number }) | undefined,
    archived: ReadonlyMap<string, ArchivedConversation> | undefined,
  ): void {
    if (!logged) return
    const mayBeArchived = this.#mayBeArchived(logged)
    const conversation = archived?.get(id)
    if (!mayBeArchived || (archived && !conversation))
      this.#break({ where: id, seq: 1, why: 'missing', archived: mayBeArchived })
    else if (conversation) conversation.sealed(logged)
    else this.#audit.ended += 1
  }

  /** Seals that were written while the log of seals was read stand behind what was read of it. */
  async #lookUp(ahead: readonly { id: string; upTo: number }[], after: number): Promise<void> {
    if (ahead.length === 0) return
    const logged = new Map<string, (Sealed & { at: number }) | undefined>()
    await this.#readSeals(after, () => true, false, logged)
    for (const { id, upTo } of ahead)
      if ((logged.get(id)?.upTo ?? 0) < upTo)
        this.#break({ where: id, seq: upTo, why: 'seal', archived: false })
  }

  async #holdArchived(id: string, conversation: ArchivedConversation): Promise<void> {
    const [stored] = await this.#store.read([recordKey.seal(id)])
    const [record] = sealCodec.readable([stored])
    const { archive } = this.#audit
    if (archive && conversation.lines > 0) {
      archive.conversations += 1
      archive.lines += conversation.lines
      archive.erased += conversation.erased
    }
    const fault = conversation.fault(record && { archived: record.value.archived })
    if (fault) this.#break({ where: id, ...fault, archived: true })
  }

  #count(where: string, verdict: Verdict): void {
    this.#audit.conversations += 1
    if (!verdict.holds) {
      this.#break({ where, seq: verdict.seq, why: verdict.why, archived: false })
      return
    }
    this.#audit.lines += verdict.lines
    this.#audit.erased += verdict.erased
    this.#audit.unsealed += verdict.unsealed
  }

  #break(one: Break): void {
    if (this.#audit.breaks.length < TOLD) this.#audit.breaks.push(one)
    else this.#audit.more += 1
  }
}
