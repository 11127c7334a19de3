import type { Change } from './store.ts'

/**
 * Refuses, with a TypeError, a change that no adapter could carry out as its writer means it. Adapters call it before
 * anything else, so that a programming error shows at its source and spoils no other change.
 */
export function checkChange(change: Change): void {
  filled('change.id', change.id)
  if (change.behind !== undefined) filled('change.behind', change.behind)
  for (const { key, version } of change.rely ?? []) {
    filled('rely.key', key)
    counted('rely.version', version, 0)
  }
  for (const { key, expect, schema, body, terms } of change.put ?? []) {
    filled('put.key', key)
    counted('put.expect', expect, 0)
    counted('put.schema', schema, 1)
    text('put.body', body)
    for (const [index, score] of terms ?? []) {
      filled('put.terms index', index)
      if (!Number.isFinite(score)) fail(`put.terms score ${score} of "${index}" is not a number`)
    }
    distinct(
      'put.terms index',
      terms?.map(([index]) => index),
    )
  }
  for (const { log, body, once, wake, keep } of change.append ?? []) {
    filled('append.log', log)
    text('append.body', body)
    if (once !== undefined) filled('append.once', once)
    if (keep !== undefined) counted('append.keep', keep, 1)
    if (wake !== undefined)
      for (const index of typeof wake === 'string' ? [wake] : wake) filled('append.wake', index)
  }
  for (const { log, upTo, wake, after } of change.consume ?? []) {
    filled('consume.log', log)
    filled('consume.wake', wake)
    counted('consume.upTo', upTo, 0)
    if (after !== undefined) counted('consume.after', after, 0)
  }
  if (change.take) {
    filled('take.log', change.take.log)
    filled('take.index', change.take.index)
    counted('take.leaseMs', change.take.leaseMs, 1)
  }
  for (const { name, owner } of change.unique ?? []) {
    filled('unique.name', name)
    if (owner !== null) filled('unique.owner', owner)
  }
  for (const { log, seq, body } of change.erase ?? []) {
    filled('erase.log', log)
    counted('erase.seq', seq, 1)
    text('erase.body', body)
  }
  for (const { key, expect } of change.drop ?? []) {
    filled('drop.key', key)
    counted('drop.expect', expect, 1)
  }
  for (const { log, upTo } of change.trim ?? []) {
    filled('trim.log', log)
    counted('trim.upTo', upTo, 0)
    if (change.append?.some((line) => line.log === log))
      fail(`"${log}" is appended to and trimmed: do one after the other`)
  }
  distinct(
    'put.key or drop.key',
    [...(change.put ?? []), ...(change.drop ?? [])].map(({ key }) => key),
  )
  distinct(
    'unique.name',
    change.unique?.map(({ name }) => name),
  )
  distinct(
    'append.once',
    change.append?.flatMap(({ once }) => once ?? []),
  )
}

function text(what: string, value: unknown): void {
  if (typeof value !== 'string') fail(`${what} is not a string`)
}

function filled(what: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') fail(`${what} is empty or not a string`)
}

function counted(what: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    fail(`${what} is ${value}: a whole number from ${least} on is meant`)
}

function distinct(what: string, values: readonly string[] | undefined): void {
  if (values !== undefined && new Set(values).size < values.length)
    fail(`one change names the same ${what} twice`)
}

function fail(what: string): never {
  throw new TypeError(`not a change that can be stored: ${what}`)
}
