import type { Clock } from '../../src/clock.ts'
import type { Change, CommitResult, Store, Taken } from '../../src/store/store.ts'
import type { ManualClock } from '../support/manual-clock.ts'

/** Where a store keeps its data: new and empty for each test. */
export interface Place {
  /** Opens the store over this place's data, also again after it was closed. */
  open(clock: Clock): Promise<Store>
  /**
   * How another process opens the same data: a module that exports `open(argument)`. See writer.ts. None where the
   * data lives no longer than its process.
   */
  elsewhere?: { module: string; argument: unknown }
  remove(): Promise<void>
}

/** What the tests of one group work with. `store` is open and empty when a test starts. */
export interface Bench {
  clock: ManualClock
  place: Place
  store: Store
  /** Closes the store, if it is open, and opens it again. */
  reopen(): Promise<void>
  /** Commits under an id of its own. */
  commit(change: Omit<Change, 'id'>): Promise<CommitResult>
  /** Takes for a minute whatever is due. */
  take(index: string | string[], n?: number): Promise<Taken[]>
}

/** Names that have broken stores before: separators, wildcards, quotes, controls, other scripts, sheer length. */
export const ODD_NAMES = [
  'plain',
  'PLAIN',
  'with space',
  'a/b',
  'a%2Fb',
  'a,b',
  'a:b',
  '{tag}',
  '*',
  '%',
  '_',
  "it's",
  '"quoted"',
  '\\',
  'line\nbreak',
  'tab\t',
  '\u0000nul',
  '\u0001control',
  '__proto__',
  'constructor',
  'ñandú',
  'n\u0303andu\u0301',
  '🙂',
  'مرحبا',
  '0',
  '1e3',
  'null',
  'x'.repeat(2_000),
]
