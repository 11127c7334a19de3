import type { Change } from '../store.ts'

const MINUTE_MS = 60_000
/** How long a change is remembered by its id: a retry after that is a new change. */
const CHANGE_MEMORY_MS = 15 * MINUTE_MS
/** How long an outside id is remembered: WhatsApp sends again for 7 days. */
const OUTSIDE_MEMORY_MS = 8 * 24 * 60 * MINUTE_MS

type Argument = string | number

/** A change as the flat list that `commit.lua` reads; bodies go through untouched. */
export function commitArguments(change: Change): Argument[] {
  return [
    change.id,
    CHANGE_MEMORY_MS,
    OUTSIDE_MEMORY_MS,
    ...list(change.rely, ({ key, version }) => [key, version]),
    ...list(change.put, ({ key, expect, schema, body, terms }) => [
      key,
      expect,
      schema,
      body,
      ...(terms ? list(terms, ([index, score]) => [index, score]) : [-1]),
    ]),
    ...list(change.append, ({ log, body, once, keep, wake }) => [
      log,
      body,
      once ?? '',
      keep ?? '',
      ...list(wake === undefined ? [] : [wake].flat(), (index) => [index]),
    ]),
    ...list(change.consume, ({ log, upTo, wake, after }) => [log, upTo, wake, after ?? '']),
    ...list(change.unique, ({ name, owner, insteadOf }) => [name, owner ?? '', insteadOf ?? '']),
    ...list(change.erase, ({ log, seq, body }) => [log, seq, body]),
    ...list(change.drop, ({ key, expect }) => [key, expect]),
    ...list(change.trim, ({ log, upTo, whole }) => [log, upTo, whole ? 1 : '']),
    ...list(change.take && [change.take], ({ log, index, by, leaseMs, reads }) => [
      log,
      index,
      by,
      leaseMs,
      tokenOf(change),
      ...list(reads?.records, (key) => [key]),
      ...list(reads?.owners, (name) => [name]),
      reads?.lines ?? '',
    ]),
  ]
}

/** Names the taking of this change; without a space, as the scripts need it. */
export function tokenOf(change: Change): string {
  return `by/${encodeURIComponent(change.id)}`
}

function list<T>(items: readonly T[] | undefined, each: (item: T) => Argument[]): Argument[] {
  return items ? [items.length, ...items.flatMap(each)] : [0]
}
