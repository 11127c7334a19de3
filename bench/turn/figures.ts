/** The smallest value that at least this share of the values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Columns of text, the first one left-aligned and the others right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line of the verdict: what was asked for, what came out. */
export interface Target {
  what: string
  unit: string
  value: number
  target: number
  /** Whether the value must be at least or at most the target. */
  must: 'at least' | 'at most'
  met: boolean
}

export function judge(
  what: string,
  unit: string,
  value: number,
  must: Target['must'],
  target: number,
): Target {
  return { what, unit, value, target, must, met: must === 'at least' ? value >= target : value <= target }
}

export function digits(value: number, after = 1): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: after, maximumFractionDigits: after })
}
