import type { Change, CommitResult, Found, Reads, Stored, StoredLine } from '../store.ts'
import { tokenOf } from './arguments.ts'

/** What Redis answers, as ioredis gives it. */
export type Reply = string | number | null | Reply[]

export function readCommit(reply: Reply, change: Change): CommitResult {
  const [outcome, first, second, attempts, after, found] = Array.isArray(reply) ? reply : []
  switch (outcome) {
    case 'committed':
    case 'already': {
      const seqs = first === '' ? [] : String(first).split(',').map(Number)
      if (!change.take || second === undefined) return { outcome, seqs }
      const { index, log: member, reads } = change.take
      const taken = {
        index,
        member,
        score: Number(second),
        attempts: Number(attempts),
        after: Number(after),
        token: tokenOf(change),
        ...(reads && found != null ? { found: readFound(reads, found) } : {}),
      }
      return { outcome, seqs, taken }
    }
    case 'duplicate':
      return { outcome, log: String(first), seq: Number(second) }
    case 'stale':
      return { outcome }
    default:
      throw new TypeError(`commit.lua answered ${JSON.stringify(reply)}`)
  }
}

/** What commit.lua answers to `Reads`: the records, the owners with theirs, the lines. */
function readFound(reads: Reads, reply: Reply): Found {
  const [records, owners, lines] = Array.isArray(reply) ? reply : []
  const found = new Map<string, Stored | undefined>()
  const remember = (key: string, fields: Reply[]): void => {
    found.set(key, readRecord(key, fields as (string | null)[]))
  }
  for (const [n, fields] of inGroups(records ?? [], 3).entries()) remember(reads.records[n] ?? '', fields)
  const owned = new Map<string, string | undefined>()
  for (const [n, [owner, ...fields]] of inGroups(owners ?? [], 4).entries()) {
    owned.set(reads.owners[n] ?? '', owner == null ? undefined : String(owner))
    if (owner != null) remember(String(owner), fields)
  }
  return { records: found, owners: owned, lines: readLines(lines ?? []), limit: reads.lines }
}

/** A key, without the desk's prefix, that is there when this result holds; undefined when nothing was written. */
export function writtenBy(change: Change, result: CommitResult): string | undefined {
  switch (result.outcome) {
    case 'committed':
    case 'already':
      return `c:${change.id}`
    case 'duplicate': {
      const once = change.append?.find((line) => line.once !== undefined)?.once
      return once === undefined ? undefined : `o:${once}`
    }
    default:
      return undefined
  }
}

export function readRecord(key: string, [version, schema, body]: (string | null)[]): Stored | undefined {
  return version == null
    ? undefined
    : { key, version: Number(version), schema: Number(schema), body: body ?? '' }
}

/** Each line is stored as `<at> <body>`. */
export function readLines(reply: Reply): StoredLine[] {
  return inGroups(reply, 2).map(([seq, line]) => {
    const stored = String(line)
    const space = stored.indexOf(' ')
    return { seq: Number(seq), at: Number(stored.slice(0, space)), body: stored.slice(space + 1) }
  })
}

/** A flat list as groups of so many. */
export function inGroups(reply: Reply, size: number): Reply[][] {
  const flat = Array.isArray(reply) ? reply : []
  return Array.from({ length: flat.length / size }, (_, n) => flat.slice(n * size, (n + 1) * size))
}

/** No room: Redis has reached its `maxmemory` and evicts nothing. */
export function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && /^OOM /.test(messageBehind(thrown))
}

/** A fault of ours, in a script or a name: trying again would only hide it. */
export function isOurs(thrown: unknown): boolean {
  return (
    thrown instanceof TypeError ||
    (thrown instanceof Error && thrown.name === 'ReplyError' && /^(ERR|WRONGTYPE) /.test(thrown.message))
  )
}

/** No answer in time; ioredis tells it by these words alone. */
export function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === 'Command timed out'
}

function messageBehind(thrown: Error): string {
  return thrown.cause instanceof Error ? thrown.cause.message : thrown.message
}
