import type { DatabaseSync } from 'node:sqlite'
import { CHANGE_MEMORY_MS, OUTSIDE_MEMORY_MS } from './changes.ts'

/** Rows forgotten per written change, so that forgetting keeps up with any pace of writing. */
const PER_CHANGE = 4
const LEAST_SLICE = 32
const MOST_SLICE = 512

/**
 * Forgets ids past their time, a small slice with each batch: there is no timer and no long pause, and a store that
 * nobody writes to doesn't grow.
 */
export function prepareTidy(db: DatabaseSync): (now: number, written: number) => void {
  const tables = [prepareTable('changes', CHANGE_MEMORY_MS), prepareTable('seen', OUTSIDE_MEMORY_MS)]
  return (now, written) => {
    const slice = Math.min(Math.max(written * PER_CHANGE, LEAST_SLICE), MOST_SLICE)
    for (const tidy of tables) tidy(now, slice)
  }

  function prepareTable(table: string, memoryMs: number): (now: number, slice: number) => void {
    const oldest = db.prepare(`SELECT at FROM ${table} ORDER BY n LIMIT 1`)
    const forget = db.prepare(`
      DELETE FROM ${table} WHERE n IN (SELECT n FROM (SELECT n, at FROM ${table} ORDER BY n LIMIT ? + 0) WHERE at <= ?)`)
    return (now, slice) => {
      const row = oldest.get() as { at: number } | undefined
      if (row !== undefined && row.at <= now - memoryMs) forget.run(slice, now - memoryMs)
    }
  }
}
