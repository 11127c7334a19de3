import type { Vocabulary } from '../../turn/dialog/vocabulary.ts'
import { type FactUse, labelsOf } from './fact-use.ts'
import { sampleValue } from './position.ts'

/** What may become of some facts: a value, `refused`, or nothing. */
export type Given = Readonly<Record<string, { value: string } | 'refused' | undefined>>

/** More at once than this is not explored: the dialog decides on too many facts together. */
export const MOST_COMBINATIONS = 20_000

/**
 * Every combination of classes that facts may take at once. Facts that steer take each of their classes; the facts
 * of an offer are all there or lack one; of those that are merely shown, none lacks or a single one does: a run
 * without several is a run without the one that is shown first.
 */
export function combinations(
  names: readonly string[],
  use: FactUse,
  vocabulary: Vocabulary,
  mayBeRefused: (name: string) => boolean,
): Given[] {
  const offered = use.offers
    .map(({ shows }) => shows.filter((name) => names.includes(name) && !use.steering.has(name)))
    .filter((shows) => shows.length > 0)
  const inOffers = new Set(offered.flat())
  const shown = names.filter((name) => !use.steering.has(name) && !inOffers.has(name))
  let all: Given[] = [known(names, vocabulary)]
  for (const name of names.filter((one) => use.steering.has(one))) {
    const spec = vocabulary[name]
    const classes: Given[string][] = [
      ...(spec?.kind === 'label'
        ? labelsOf(use, vocabulary, name).map((value) => ({ value }))
        : [{ value: sampleValue(name, vocabulary) }]),
      undefined,
      ...(mayBeRefused(name) ? (['refused'] as const) : []),
    ]
    all = all.flatMap((given) => classes.map((one) => ({ ...given, [name]: one })))
    if (all.length > MOST_COMBINATIONS) return all
  }
  for (const shows of offered) {
    // One that no other offer shows, so that each can be there without the other.
    const own = shows.find((name) => offered.every((other) => other === shows || !other.includes(name)))
    const lacking = own ?? shows[0] ?? ''
    all = all.flatMap((given) => [given, { ...given, [lacking]: undefined }])
    if (all.length > MOST_COMBINATIONS) return all
  }
  return all.flatMap((given) => [given, ...shown.map((name) => ({ ...given, [name]: undefined }))])
}

function known(names: readonly string[], vocabulary: Vocabulary): Given {
  return Object.fromEntries(names.map((name) => [name, { value: sampleValue(name, vocabulary) }]))
}
