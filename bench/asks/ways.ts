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

/** The patterns of both; lists of one name must be of one of them alone. */
export function together(one: Ways, other: Ways): Ways {
  return {
    lists: { ...one.lists, ...other.lists },
    asks: [...one.asks, ...other.asks],
    others: [...one.others, ...other.others],
  }
}

export type Random = () => number

/** One way of saying a pattern. */
export function say(pattern: string, ways: Ways, random: Random): string {
  let said = pattern
  // What was chosen may be a pattern again.
  for (let depth = 0; depth < MOST_DEEP && /[[(]/.test(said); depth += 1)
    said = said
      .replace(/\(([^()]*)\)/g, (_, inner: string) => pick(inner.split('|'), random))
      .replace(/\[([A-Z]+)\]/g, (_, name: string) => pick(entriesOf(ways, name), random))
  return said.replace(/\s+/g, ' ').trim()
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}

const MOST_DEEP = 6

const cache = new Map<string, string[]>()

function entriesOf(ways: Ways, name: string): readonly string[] {
  const list = ways.lists[name]
  if (list === undefined) throw new Error(`no list ${name}`)
  const entries = cache.get(list) ?? splitOutside(list).map((entry) => entry.trim())
  cache.set(list, entries)
  return entries
}

/** Splits at each `|` that is not within parentheses. */
function splitOutside(list: string): string[] {
  return list.split(/\|(?![^(]*\))/)
}
