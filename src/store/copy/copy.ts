import { EscotillaError } from '../../errors.ts'
import { type Depot, type Tally, tally } from './rows.ts'

/**
 * Copies all of one store into an empty other one, then reads both and compares. Throws `copy-refused` for a source that
 * is empty or a target that isn't, and `copy-differs` when the two do not hold the same afterwards.
 */
export async function copyStore(from: Depot, to: Depot): Promise<Tally> {
  for await (const _ of to.rows()) {
    throw new EscotillaError('copy-refused', 'the target is not empty: nothing was copied')
  }
  if ((await from.rows()[Symbol.asyncIterator]().next()).done) {
    throw new EscotillaError('copy-refused', 'the source holds nothing: is it the right one?')
  }
  await to.write(from.rows())
  const [wanted, got] = [await tally(from.rows()), await tally(to.rows())]
  if (wanted.hash !== got.hash) {
    const counts = JSON.stringify({ from: wanted.counts, to: got.counts })
    throw new EscotillaError(
      'copy-differs',
      `the copy is not the same; don't use it, and keep the source: ${counts}`,
    )
  }
  return got
}
