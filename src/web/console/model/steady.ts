/** A row that is held in its place; `gone` when what it showed is no longer there. */
export interface SteadyRow<T> {
  key: string
  item: T
  gone: boolean
}

/**
 * The order that the list shows. While it is held (a pointer is over it), every row stays where it is: contents
 * go on living, what vanished stays as `gone`, and what is new waits and is counted.
 */
export function steadyOrder<T>(
  shown: readonly SteadyRow<T>[],
  current: readonly T[],
  keyOf: (item: T) => string,
  held: boolean,
): { rows: SteadyRow<T>[]; changes: number } {
  const fresh = current.map((item) => ({ key: keyOf(item), item, gone: false }))
  if (!held) return { rows: fresh, changes: 0 }
  const byKey = new Map(fresh.map((row) => [row.key, row]))
  const rows = shown.map((row) => byKey.get(row.key) ?? { ...row, gone: true })
  const shownKeys = new Set(shown.map((row) => row.key))
  const added = fresh.filter((row) => !shownKeys.has(row.key)).length
  const gone = rows.filter((row) => row.gone).length
  const kept = fresh.filter((row) => shownKeys.has(row.key))
  const keptRows = rows.filter((row) => !row.gone)
  const moved = kept.filter((row, place) => keptRows[place]?.key !== row.key).length
  return { rows, changes: added + gone + moved }
}
