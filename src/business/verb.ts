import type { Texts } from '../language.ts'
import type { ValueKind } from '../turn/dialog/vocabulary.ts'

/** What a verb of the company's systems takes and gives. Facts it gives are in the outcome's `data`, by name. */
export interface VerbSpec {
  /** What is to be found or done, in words: for agents who do it by hand, and for who builds the company's side. */
  says: Texts
  /** Whether a call that may already have run can be sent again with the same id. */
  repeatable: boolean
  /** Whether it changes something. A read that fails can be told plainly; a change may be `unknown`. */
  changes: boolean
  /** It shows or changes something personal: refused unless the customer has proven to be the account's. */
  needsProof: boolean
  takes: readonly string[]
  gives: Readonly<Record<string, ValueKind | 'label'>>
  /**
   * Which of them an `ok` may leave out; no text may count on those. All others it always gives. The fields of one item
   * of a list (`charge1Id`, `charge1What`) are there together or not at all.
   */
  sometimes?: readonly string[]
  /** Why the company may say no; `REFUSALS` has the words. Any other reason counts as `other`. */
  refuses: readonly string[]
}
