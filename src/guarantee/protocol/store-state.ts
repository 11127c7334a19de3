import { hash } from 'node:crypto'
import type {
  Change,
  Claim,
  Claimed,
  CommitResult,
  Stored,
  StoredLine,
  Taken,
  TakeOptions,
} from '../../store/store.ts'

/**
 * Everything that a store holds, as data that is copied in no time: what a model checker goes back to. Cells are
 * never changed, only replaced, so a copy shares them.
 */
export interface StoreState {
  records: Map<string, Stored>
  logs: Map<string, readonly LineCell[]>
  /** By member and index. */
  items: Map<string, Item>
  uniques: Map<string, string>
  seen: Map<string, { at: number; log: string; seq: number }>
  changes: Map<string, { at: number; seqs: readonly number[] }>
}

export interface LineCell extends StoredLine {
  wakes: readonly string[]
}

interface Item {
  index: string
  member: string
  score: number
  isLog: boolean
  /** `busy`: taken, or put back for later. `done`: a log with nothing that waits. */
  state: 'free' | 'busy' | 'done'
  freeAt: number
  token: string | undefined
  attempts: number
  /** How often it was ever taken: what tokens are made of. */
  takings: number
  upTo: number
}

const CHANGE_MEMORY_MS = 15 * 60_000
const OUTSIDE_MEMORY_MS = 8 * 86_400_000

export function emptyState(): StoreState {
  return {
    records: new Map(),
    logs: new Map(),
    items: new Map(),
    uniques: new Map(),
    seen: new Map(),
    changes: new Map(),
  }
}

export function copyState(state: StoreState): StoreState {
  return {
    records: new Map(state.records),
    logs: new Map(state.logs),
    items: new Map(state.items),
    uniques: new Map(state.uniques),
    seen: new Map(state.seen),
    changes: new Map(state.changes),
  }
}

/** Carries out a change, or nothing of it. `touched` is told each log and index that got something new. */
export function applyChange(
  state: StoreState,
  change: Change,
  now: number,
  touched: (name: string) => void,
): CommitResult {
  const refused = refusal(state, change, now)
  if (refused) return refused
  for (const { key, expect, schema, body, terms } of change.put ?? []) {
    state.records.set(key, { key, version: expect + 1, schema, body })
    setTerms(state, key, terms, touched)
  }
  letGo(state, change, touched)
  const seqs = (change.append ?? []).map(({ log, body, once, wake, keep }) => {
    const seq = lastSeq(state, log) + 1
    const wakes = wake === undefined ? [] : [wake].flat()
    const lines = [...(state.logs.get(log) ?? []), { seq, at: now, body, wakes }]
    state.logs.set(log, keep === undefined ? lines : lines.slice(-keep))
    if (once !== undefined) state.seen.set(once, { at: now, log, seq })
    for (const index of wakes) wakeLog(state, log, index, now, touched)
    touched(log)
    return seq
  })
  for (const { log, upTo, wake } of change.consume ?? []) consume(state, log, wake, upTo, now, touched)
  for (const { name, owner } of change.unique ?? []) {
    if (owner === null) state.uniques.delete(name)
    else state.uniques.set(name, owner)
  }
  for (const { log, seq, body } of change.erase ?? []) {
    const lines = state.logs.get(log) ?? []
    state.logs.set(
      log,
      lines.map((line) => (line.seq === seq ? { ...line, body } : line)),
    )
  }
  state.changes.set(change.id, { at: now, seqs })
  const taken = change.take && takeLog(state, change.take, now)
  return { outcome: 'committed', seqs, ...(taken && { taken }) }
}

function refusal(state: StoreState, change: Change, now: number): CommitResult | undefined {
  const before = state.changes.get(change.id)
  if (before && before.at > now - CHANGE_MEMORY_MS) return { outcome: 'already', seqs: [...before.seqs] }
  for (const { once } of change.append ?? []) {
    const first = once === undefined ? undefined : state.seen.get(once)
    if (first && first.at > now - OUTSIDE_MEMORY_MS) {
      return { outcome: 'duplicate', log: first.log, seq: first.seq }
    }
  }
  const versionOf = (key: string) => state.records.get(key)?.version ?? 0
  const isStale =
    change.rely?.some(({ key, version }) => versionOf(key) !== version) ||
    change.put?.some(({ key, expect }) => versionOf(key) !== expect) ||
    change.unique?.some(({ name, owner, insteadOf }) => {
      const current = state.uniques.get(name) ?? owner
      return owner !== null && current !== owner && current !== insteadOf
    }) ||
    change.consume?.some(
      ({ log, wake, after }) => after !== undefined && consumedUpTo(state, log, wake) !== after,
    ) ||
    change.erase?.some(({ log, seq }) => !state.logs.get(log)?.some((line) => line.seq === seq)) ||
    change.drop?.some(({ key, expect }) => versionOf(key) !== expect) ||
    change.trim?.some(({ log, upTo, whole }) => whole === true && lastSeq(state, log) !== upTo)
  return isStale ? { outcome: 'stale' } : undefined
}

function letGo(state: StoreState, change: Change, touched: (name: string) => void): void {
  for (const { key } of change.drop ?? []) {
    setTerms(state, key, [], touched)
    state.records.delete(key)
  }
  for (const { log, upTo, whole } of change.trim ?? []) {
    const last = lastSeq(state, log)
    const kept = (state.logs.get(log) ?? []).filter(({ seq }) => seq > upTo || seq === last)
    if (!whole) state.logs.set(log, kept)
    else {
      state.logs.delete(log)
      for (const item of state.items.values()) {
        if (item.isLog && item.member === log) state.items.delete(cell(log, item.index))
      }
    }
  }
}

/** See `Store.mend`. */
export function mendEntry(
  state: StoreState,
  { index, member, record }: Claim,
  now: number,
  touched: (name: string) => void,
): Claimed {
  const before = state.items.get(cell(member, index))
  if (record) {
    const { version, score } = record
    if ((state.records.get(member)?.version ?? 0) !== version) return 'passed'
    if (score === undefined ? !before : before?.score === score && !before.isLog) return 'right'
    if (score === undefined) state.items.delete(cell(member, index))
    else put(state, fresh({ index, member, score, isLog: false }, before))
  } else {
    const upTo = before?.upTo ?? 0
    const next = state.logs.get(member)?.find((line) => line.seq > upTo && line.wakes.includes(index))
    const isAwake = before !== undefined && before.state !== 'done'
    if (next ? isAwake && before.score === next.at : !isAwake) return 'right'
    put(state, {
      ...fresh({ index, member, score: next?.at ?? now, isLog: true }, before),
      state: next ? 'free' : 'done',
    })
  }
  touched(index)
  return 'mended'
}

export function takeItems(
  state: StoreState,
  indexes: readonly string[],
  options: TakeOptions,
  now: number,
): Taken[] {
  const all = [...state.items.values()]
  // Of equals in several indexes, those of the index that is named first.
  return [...new Set(indexes)]
    .flatMap((index) => all.filter((item) => item.index === index && isFree(item, now)))
    .filter((item) => item.score <= options.upTo)
    .sort(inOrder)
    .slice(0, options.n)
    .map((item) => lease(state, item, now + options.leaseMs))
}

function takeLog(state: StoreState, wanted: NonNullable<Change['take']>, now: number): Taken | undefined {
  const item = state.items.get(cell(wanted.log, wanted.index))
  return item?.state === 'free' ? lease(state, item, now + wanted.leaseMs) : undefined
}

function lease(state: StoreState, item: Item, freeAt: number): Taken {
  const { index, member, score, upTo } = item
  const [attempts, takings] = [item.attempts + 1, item.takings + 1]
  const token = `${index} ${member} ${takings}`
  put(state, { ...item, state: 'busy', freeAt, token, attempts, takings })
  return { index, member, score, attempts, after: upTo, token }
}

function isFree(item: Item, now: number): boolean {
  return item.state === 'free' || (item.state === 'busy' && item.freeAt <= now)
}

export function yieldItem(
  state: StoreState,
  taken: Taken,
  notBefore: number,
  now: number,
  takenBack: number,
  touched: (name: string) => void,
): void {
  const item = state.items.get(cell(taken.member, taken.index))
  if (item?.token !== taken.token) return
  const isLater = notBefore > now
  put(state, {
    ...item,
    state: isLater ? 'busy' : 'free',
    freeAt: isLater ? notBefore : 0,
    token: undefined,
    attempts: Math.max(0, item.attempts - takenBack),
  })
  if (!isLater) touched(taken.index)
}

/** Whoever held something is gone; attempts stay counted, and what was put back for later stays there. */
export function releaseAll(state: StoreState): void {
  for (const item of state.items.values()) {
    if (item.state === 'busy' && item.token !== undefined) {
      put(state, { ...item, state: 'free', freeAt: 0, token: undefined })
    }
  }
}

/** Who stands in an index, in order. */
export function membersOf(state: StoreState, index: string): { member: string; score: number }[] {
  return [...state.items.values()]
    .filter((item) => item.index === index && item.state !== 'done')
    .sort(inOrder)
    .map(({ member, score }) => ({ member, score }))
}

/** The indexes that a record stands in. */
export function indexesOf(state: StoreState, member: string): string[] {
  return [...state.items.values()].filter((item) => item.member === member).map(({ index }) => index)
}

/** Equal for two states that hold the same, however they came about. */
export function digestOf(state: StoreState): string {
  const cells = [
    ...[...state.records.values()].map(cellDigest),
    ...[...state.logs].map(([log, lines]) => `${log} ${cellDigest(lines)}`),
    ...[...state.items.values()].map(cellDigest),
    ...[...state.uniques].map(([name, owner]) => `${name} ${owner}`),
    ...[...state.seen.keys()].map((id) => `seen ${id}`),
  ]
  return hash('sha1', cells.sort().join('\n'), 'base64')
}

/** Cells are never changed, so each is looked through once. */
const digests = new WeakMap<object, string>()

function cellDigest(of: object): string {
  let digest = digests.get(of)
  if (digest === undefined) {
    digest = hash('sha1', JSON.stringify(of), 'base64')
    digests.set(of, digest)
  }
  return digest
}

/** How far a log has been consumed for an index. */
export function consumedUpTo(state: StoreState, log: string, index: string): number {
  return state.items.get(cell(log, index))?.upTo ?? 0
}

export function inOrder(a: { member: string; score: number }, b: { member: string; score: number }): number {
  if (a.score !== b.score) return a.score - b.score
  return Buffer.compare(Buffer.from(a.member), Buffer.from(b.member))
}

function setTerms(
  state: StoreState,
  member: string,
  terms: readonly (readonly [string, number])[] | undefined,
  touched: (name: string) => void,
): void {
  const had = [...state.items.values()].filter((item) => item.member === member && !item.isLog)
  const wanted = new Map(terms ?? had.map(({ index, score }) => [index, score] as const))
  for (const item of had) if (!wanted.has(item.index)) state.items.delete(cell(member, item.index))
  for (const [index, score] of wanted) {
    const before = state.items.get(cell(member, index))
    if (before?.score === score && before.state === 'free' && before.attempts === 0) continue
    put(state, fresh({ index, member, score, isLog: false }, before))
    touched(index)
  }
}

/** Somebody at work keeps the lease; a log that was idle, or put back for later, is free at once. */
function wakeLog(
  state: StoreState,
  log: string,
  index: string,
  now: number,
  touched: (name: string) => void,
): void {
  const item = state.items.get(cell(log, index))
  touched(index)
  if (!item) put(state, fresh({ index, member: log, score: now, isLog: true }, undefined))
  else if (item.state === 'done') put(state, { ...item, state: 'free', score: now, attempts: 0, freeAt: 0 })
  else if (item.state === 'busy' && item.token === undefined)
    put(state, { ...item, state: 'free', freeAt: 0 })
}

function consume(
  state: StoreState,
  log: string,
  index: string,
  wanted: number,
  now: number,
  touched: (name: string) => void,
): void {
  const before = state.items.get(cell(log, index))
  // Beyond the end of the log it would swallow lines that are still to come.
  const upTo = Math.max(before?.upTo ?? 0, Math.min(wanted, lastSeq(state, log)))
  const next = state.logs.get(log)?.find((line) => line.seq > upTo && line.wakes.includes(index))
  put(state, {
    ...fresh({ index, member: log, score: next?.at ?? now, isLog: true }, before),
    state: next ? 'free' : 'done',
    upTo,
  })
  if (next) touched(index)
}

function fresh(item: Pick<Item, 'index' | 'member' | 'score' | 'isLog'>, before: Item | undefined): Item {
  const { takings = 0, upTo = 0 } = before ?? {}
  return { ...item, state: 'free', freeAt: 0, token: undefined, attempts: 0, takings, upTo }
}

function put(state: StoreState, item: Item): void {
  state.items.set(cell(item.member, item.index), item)
}

function cell(member: string, index: string): string {
  return JSON.stringify([member, index])
}

function lastSeq(state: StoreState, log: string): number {
  return state.logs.get(log)?.at(-1)?.seq ?? 0
}
