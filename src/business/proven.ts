import type { Fact } from '../turn/facts.ts'
import type { VerbArgs, VerbSpec } from './business.ts'

/**
 * Whether a call may be made for this customer: what is personal is shown and changed only for an account that the
 * company, a signed identity or an agent has found to be theirs. What customers say of themselves proves nothing.
 */
export function mayCall(spec: VerbSpec, args: VerbArgs, proven: Fact | undefined): boolean {
  if (!spec.needsProof) return true
  return proven?.class === 'known' && proven.source !== 'customer' && proven.value === args.account
}
