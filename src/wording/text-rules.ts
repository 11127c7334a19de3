import { BOUNCES } from './rules-bounces.ts'
import { COMMITMENTS } from './rules-commitments.ts'
import { MANNERS } from './rules-manners.ts'
import type { TextRule } from './text-rule.ts'

/**
 * What no text may say to a customer, in the order in which it matters. Each rule stands with what it guards, how to
 * say it instead, and examples right and wrong that are its tests (test/wording/).
 */
export const TEXT_RULES: readonly TextRule[] = [...BOUNCES, ...COMMITMENTS, ...MANNERS]
