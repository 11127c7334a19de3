import { plain } from '../words.ts'

/** A set of phrases that can be looked for at a place in a list of words. */
export interface Phrases {
  /** How many words the longest phrase that begins at `start` has; 0 when none does. */
  longestAt(words: readonly string[], start: number): number
}

/** Phrases are written as people write them; they are folded like messages, so accents and short forms are free. */
export function phrases(...lists: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of lists.flatMap((list) => list.split('|'))) {
    const sequence = plain(phrase).split(' ')
    const first = sequence[0]
    if (first === undefined || first === '') continue
    const others = byFirst.get(first)
    if (others === undefined) byFirst.set(first, [sequence])
    else others.push(sequence)
  }
  for (const sequences of byFirst.values()) sequences.sort((a, b) => b.length - a.length)
  return {
    longestAt(words, start) {
      const sequences = byFirst.get(words[start] ?? '') ?? []
      return sequences.find((one) => one.every((word, i) => word === words[start + i]))?.length ?? 0
    },
  }
}
