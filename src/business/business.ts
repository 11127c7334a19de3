import type { Outcome } from '../turn/line.ts'

/** What a verb of the company's systems takes. Facts it returns are in the outcome's `data`. */
export interface VerbSpec {
  /** Whether a call that may already have run can be sent again with the same id. */
  repeatable: boolean
  /** Whether it changes something. A read that fails can be told plainly; a change may be `unknown`. */
  changes: boolean
}

/** Verbs of the company's systems that the dialogs use. A dialog can call nothing else. */
export const VERBS = {
  'find-service': { repeatable: true, changes: false },
  'cancel-service': { repeatable: false, changes: true },
  'find-charges': { repeatable: true, changes: false },
  'dispute-charge': { repeatable: false, changes: true },
  'check-line': { repeatable: true, changes: false },
  'restart-line': { repeatable: true, changes: true },
} as const satisfies Record<string, VerbSpec>
export type Verb = keyof typeof VERBS

/** The company's systems. Never throws for an expected outcome; a throw or an abort of a change is `unknown`. */
export interface Business {
  readonly kind: 'sandbox' | 'manual' | 'http'
  call(
    verb: Verb,
    args: Readonly<Record<string, string | number | boolean>>,
    /** `id` is the idempotency key: the same id is carried out once. */
    options: { id: string; signal: AbortSignal },
  ): Promise<Outcome>
}
