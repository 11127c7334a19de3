import type { z } from 'zod'
import { messageOf, Unreadable } from '../errors.ts'
import type { Put, RecordKey, Stored } from './store.ts'

/** A typed record with the version it was read at. Version 0: not stored yet. */
export interface Versioned<T> {
  key: RecordKey
  version: number
  value: T
}

/**
 * Reads and writes one kind of record. `schema` counts up with each change of shape that an older process can't
 * read; `migrate[n]` turns a body of schema n into one of schema n + 1.
 */
export interface Codec<T> {
  readonly kind: string
  readonly schema: number
  /** Throws `Unreadable` for a newer schema or a body that doesn't fit. */
  read(stored: Readonly<Stored>): Versioned<T>
  /** Those of many that are there and can be read: one that can't must not hide the others. */
  readable(stored: readonly (Readonly<Stored> | undefined)[]): Versioned<T>[]
  put(record: Versioned<T>, terms?: Put['terms']): Put
}

export function codec<T>(options: {
  kind: string
  schema: number
  shape: z.ZodType<T>
  migrate?: Record<number, (old: unknown) => unknown>
}): Codec<T> {
  const { kind, schema, shape, migrate = {} } = options

  // A store that answers the same object again saves parsing it again; who reads a value never changes it.
  const known = new WeakMap<Readonly<Stored>, Versioned<T>>()

  function read(stored: Readonly<Stored>): Versioned<T> {
    const before = known.get(stored)
    if (before) return before
    const parsed = parse(stored)
    known.set(stored, parsed)
    return parsed
  }

  function parse(stored: Readonly<Stored>): Versioned<T> {
    if (stored.schema > schema) {
      throw new Unreadable(`${kind} record has schema ${stored.schema}; this process reads up to ${schema}`)
    }
    try {
      let body: unknown = JSON.parse(stored.body)
      for (let at = stored.schema; at < schema; at += 1) {
        const step = migrate[at]
        if (!step) throw new Error(`no migration from schema ${at}`)
        body = step(body)
      }
      return { key: stored.key, version: stored.version, value: shape.parse(body) }
    } catch (thrown) {
      // A parser quotes what it read, and that is no log's business.
      const why = thrown instanceof SyntaxError ? 'it is not JSON' : messageOf(thrown)
      throw new Unreadable(`${kind} record does not parse: ${why}`, thrown)
    }
  }

  return {
    kind,
    schema,
    read,
    readable: (stored) =>
      stored.flatMap((one) => {
        try {
          return one ? [read(one)] : []
        } catch (thrown) {
          if (thrown instanceof Unreadable) return []
          throw thrown
        }
      }),
    put(record, terms) {
      return {
        key: record.key,
        expect: record.version,
        schema,
        body: JSON.stringify(record.value),
        ...(terms ? { terms } : {}),
      }
    },
  }
}
