import type { EscapeReason } from '../../turn/turn.ts'
import type { Violation } from '../check.ts'
import type { Story } from './simulate.ts'

/** Violations kept of each rule, of the customers with the lowest numbers; all of them are counted. */
const KEPT = 5

/** What became of many customers. Two tallies make one, in any order. */
export interface Tally {
  sums: Readonly<Record<string, number>>
  /** The worst of each. */
  most: Readonly<Record<string, number>>
  broken: Readonly<Record<string, number>>
  violations: readonly (Violation & { customer: number })[]
}

export const NOBODY: Tally = {
  sums: {
    customers: 0,
    messages: 0,
    turns: 0,
    solvedAndConfirmed: 0,
    answered: 0,
    reachedPerson: 0,
    helpedAndReachedPerson: 0,
    leftByThemselves: 0,
    asks: 0,
    misspeltAsks: 0,
    misspeltAsksUnheard: 0,
  },
  most: { messagesUntilPerson: 0, longestFailure: 0 },
  broken: {},
  violations: [],
}

export function tallyOf(story: Story): Tally {
  const { ending, reason, violations } = story
  return {
    sums: {
      customers: 1,
      messages: story.messages,
      turns: story.turns,
      solvedAndConfirmed: ending === 'solved' ? 1 : 0,
      answered: ending === 'answered' ? 1 : 0,
      reachedPerson: ending === 'person' ? 1 : 0,
      helpedAndReachedPerson: ending === 'person' && story.helped ? 1 : 0,
      leftByThemselves: ending === 'left' ? 1 : 0,
      ...(reason ? { [figureOf(reason)]: 1 } : {}),
      asks: story.asks,
      misspeltAsks: story.misspeltAsks,
      misspeltAsksUnheard: story.misspeltUnheard,
    },
    most: { messagesUntilPerson: story.messagesUntilPerson, longestFailure: story.failed },
    broken: Object.fromEntries(violations.map(({ rule }) => [rule, 1])),
    violations: violations.map((violation) => ({ ...violation, customer: story.customer })),
  }
}

/** `failed-answers` is counted as `personFailedAnswers`. */
function figureOf(reason: EscapeReason): string {
  return `person-${reason}`.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function both(a: Tally, b: Tally): Tally {
  return {
    sums: joined(a.sums, b.sums, (one, other) => one + other),
    most: joined(a.most, b.most, Math.max),
    broken: joined(a.broken, b.broken, (one, other) => one + other),
    violations: b.violations.length === 0 ? a.violations : firstOf([...a.violations, ...b.violations]),
  }
}

function joined(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  join: (one: number, other: number) => number,
): Record<string, number> {
  const all = { ...a }
  for (const [name, value] of Object.entries(b)) all[name] = join(all[name] ?? 0, value)
  return all
}

function firstOf(violations: readonly Tally['violations'][number][]): Tally['violations'] {
  const sorted = violations.toSorted((a, b) => a.customer - b.customer)
  const counts = new Map<string, number>()
  return sorted.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1
    counts.set(rule, count)
    return count <= KEPT
  })
}
