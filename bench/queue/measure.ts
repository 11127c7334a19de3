import { percentile } from '../turn/figures.ts'

export interface Figure {
  what: string
  perSecond: number
  p50: number
  p99: number
}

/** Runs `once` `times` times on `atOnce` lines of work. Times are milliseconds. */
export async function measure(
  what: string,
  { times, atOnce }: { times: number; atOnce: number },
  once: (n: number) => Promise<unknown>,
): Promise<Figure> {
  const took: number[] = []
  const started = performance.now()
  let next = 0
  const work = async (): Promise<void> => {
    while (next < times) {
      const n = next
      next += 1
      const from = performance.now()
      await once(n)
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const seconds = (performance.now() - started) / 1_000
  const figure = {
    what,
    perSecond: took.length / seconds,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
  }
  console.error(`  ${what}: ${Math.round(figure.perSecond)} a second`)
  return figure
}

/** The round in the middle, by how many a second. */
export function median(rounds: readonly Figure[]): Figure {
  const sorted = rounds.toSorted((one, other) => one.perSecond - other.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('no round')
  return middle
}
