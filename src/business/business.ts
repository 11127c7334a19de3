import type { ValueKind } from '../turn/dialog/vocabulary.ts'
import type { Outcome } from '../turn/line.ts'

/** What a verb of the company's systems takes and gives. Facts it gives are in the outcome's `data`, by name. */
export interface VerbSpec {
  /** Whether a call that may already have run can be sent again with the same id. */
  repeatable: boolean
  /** Whether it changes something. A read that fails can be told plainly; a change may be `unknown`. */
  changes: boolean
  takes: readonly string[]
  gives: Readonly<Record<string, ValueKind | 'label'>>
  /** Which of them an `ok` may leave out; no text may count on those. All others it always gives. */
  sometimes?: readonly string[]
  /** Why the company may say no. Any other reason counts as `other`. */
  refuses: readonly string[]
}

/** Verbs of the company's systems that the dialogs use. A dialog can call nothing else. */
export const VERBS = {
  /** The service of an account, and what ending it would mean. */
  'find-service': {
    repeatable: true,
    changes: false,
    takes: ['account'],
    gives: {
      plan: 'text',
      endDate: 'date',
      lastCharge: 'money',
      penalty: 'money',
      collectionDate: 'date',
      cancellationRef: 'text',
    },
    sometimes: ['collectionDate', 'cancellationRef'],
    refuses: ['no-such-account', 'already-cancelled'],
  },
  'cancel-service': {
    repeatable: false,
    changes: true,
    takes: ['account', 'endDate'],
    gives: { endDate: 'date', lastCharge: 'money', collectionDate: 'date' },
    sometimes: ['collectionDate'],
    refuses: ['no-such-account', 'already-cancelled', 'date-changed'],
  },
  /** The latest charges of an account, newest first, at most three. */
  'find-charges': {
    repeatable: true,
    changes: false,
    takes: ['account'],
    gives: {
      charge1Id: 'text',
      charge1What: 'label',
      charge1Amount: 'money',
      charge1Date: 'date',
      charge2Id: 'text',
      charge2What: 'label',
      charge2Amount: 'money',
      charge2Date: 'date',
      charge3Id: 'text',
      charge3What: 'label',
      charge3Amount: 'money',
      charge3Date: 'date',
    },
    sometimes: [
      ...['charge1Id', 'charge1What', 'charge1Amount', 'charge1Date'],
      ...['charge2Id', 'charge2What', 'charge2Amount', 'charge2Date'],
      ...['charge3Id', 'charge3What', 'charge3Amount', 'charge3Date'],
    ],
    refuses: ['no-such-account'],
  },
  'dispute-charge': {
    repeatable: false,
    changes: true,
    takes: ['account', 'chargeId'],
    gives: { answerBy: 'date' },
    refuses: ['no-such-account', 'no-such-charge', 'already-disputed'],
  },
  'check-line': {
    repeatable: true,
    changes: false,
    takes: ['account'],
    gives: { lineState: 'label', outageUntil: 'date' },
    sometimes: ['outageUntil'],
    refuses: ['no-such-account'],
  },
  'restart-line': {
    repeatable: true,
    changes: true,
    takes: ['account'],
    gives: { lineState: 'label' },
    refuses: ['no-such-account'],
  },
} as const satisfies Record<string, VerbSpec>
export type Verb = keyof typeof VERBS

/** `why` of a `failed` call that no system carries out: a person does it. */
export const NEEDS_PERSON = 'needs-person'

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
