/** The best label for a text (`undefined`: none of them) and how sure its recogniser is. */
export interface Guess {
  label: string | undefined
  score: number
}

export interface Judged {
  guess: Guess
  /** The label it should have; `undefined` when it is out of scope. */
  label: string | undefined
}

export interface Point {
  threshold: number
  /** In-scope texts given their intent, believed or not, %. */
  accuracy: number
  /** Out-of-scope texts turned away, %. */
  recall: number
  /** In-scope texts turned away, %. */
  falseAlarms: number
}

/** The curve: what each threshold would do. */
export function curveOf(judged: readonly Judged[], thresholds: readonly number[]): Point[] {
  const inScope = judged.filter(({ label }) => label !== undefined)
  const outOfScope = judged.filter(({ label }) => label === undefined)
  const right = inScope.filter(({ guess, label }) => guess.label === label).length
  const away = (list: readonly Judged[], threshold: number): number =>
    percent(
      list.filter(({ guess }) => guess.label === undefined || guess.score < threshold).length,
      list.length,
    )
  return thresholds.map((threshold) => ({
    threshold,
    accuracy: percent(right, inScope.length),
    recall: away(outOfScope, threshold),
    falseAlarms: away(inScope, threshold),
  }))
}

/**
 * How far the stated confidence is from how often it is right: the expected calibration error over ten bins, in
 * points of 100. An out-of-scope text is never right.
 */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sum: 0, right: 0 }))
  for (const { guess, label } of judged) {
    const bin = bins[Math.min(Math.floor(guess.score * 10), 9)]
    if (bin === undefined) continue
    bin.count += 1
    bin.sum += guess.score
    if (label !== undefined && guess.label === label) bin.right += 1
  }
  const off = bins.reduce((sum, { sum: stated, right }) => sum + Math.abs(stated - right), 0)
  return percent(off, judged.length)
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Number(((100 * part) / whole).toFixed(1))
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
