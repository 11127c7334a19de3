import type { Outcome } from '../turn/line.ts'
import type { VerbSpec } from './verb.ts'
import { BILLING_VERBS } from './verbs/billing.ts'
import { COMPLAINT_VERBS } from './verbs/complaints.ts'
import { CUSTOMER_VERBS } from './verbs/customer.ts'
import { LINE_VERBS } from './verbs/line.ts'
import { ORDER_VERBS } from './verbs/orders.ts'
import { SERVICE_VERBS } from './verbs/service.ts'
import { VISIT_VERBS } from './verbs/visits.ts'

export type { VerbSpec } from './verb.ts'

/** Verbs of the company's systems, by topic. A dialog can call nothing else. docs/business-verbs.md lists them. */
export const VERBS = {
  ...CUSTOMER_VERBS,
  ...SERVICE_VERBS,
  ...BILLING_VERBS,
  ...ORDER_VERBS,
  ...VISIT_VERBS,
  ...LINE_VERBS,
  ...COMPLAINT_VERBS,
} as const satisfies Record<string, VerbSpec>
export type Verb = keyof typeof VERBS

/** The verb that proves who the customer is, and the fact that it gives: the account that is proven to be theirs. */
export const PROVING_VERB = 'prove-identity' satisfies Verb
export const PROVEN = 'proven'

/** `why` of a `failed` call that no system carries out: a person does it. */
export const NEEDS_PERSON = 'needs-person'

export type VerbArgs = Readonly<Record<string, string | number | boolean>>

/** The company's systems. Never throws for an expected outcome; a throw or an abort of a change is `unknown`. */
export interface Business {
  readonly kind: 'sandbox' | 'manual' | 'http'
  /** What an operator should know of it, for /readyz; undefined when all is well. */
  note?(): string | undefined
  call(
    verb: Verb,
    args: VerbArgs,
    /** `id` is the idempotency key: the same id is carried out once. */
    options: { id: string; signal: AbortSignal },
  ): Promise<Outcome>
}

/** Whether there is a verb of this name: stored calls and companies may say others. */
export function isVerb(name: string): name is Verb {
  return Object.hasOwn(VERBS, name)
}
