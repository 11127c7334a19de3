/**
 * Ways of writing, as patterns: `[NAME]` is one of a list, `(a|b|)` one of what is in it. They vary systematically
 * what the rules of `src/escape/` were not written for, so that a model learns the rest.
 */
export interface Ways {
  /** Each list's entries, with `|` between. */
  lists: Readonly<Record<string, string>>
  asks: readonly string[]
  /** Says the same words and asks for nobody. */
  others: readonly string[]
}

export type Random = () => number

/** One way of saying a pattern. */
export function say(pattern: string, ways: Ways, random: Random): string {
  const listed = pattern.replace(/\[([A-Z]+)\]/g, (_, name: string) => pick(entriesOf(ways, name), random))
  return listed
    .replace(/\(([^()]*)\)/g, (_, inner: string) => pick(inner.split('|'), random))
    .replace(/\[([A-Z]+)\]/g, (_, name: string) => pick(entriesOf(ways, name), random))
    .replace(/\s+/g, ' ')
    .trim()
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}

const cache = new Map<string, string[]>()

function entriesOf(ways: Ways, name: string): readonly string[] {
  const list = ways.lists[name]
  if (list === undefined) throw new Error(`no list ${name}`)
  const entries = cache.get(list) ?? list.split('|').map((entry) => entry.trim())
  cache.set(list, entries)
  return entries
}
