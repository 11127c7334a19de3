import type { Rule } from './ask-rule.ts'
import { HANDING } from './ask-rules-handing.ts'
import { SERVING } from './ask-rules-serving.ts'

/** All rules. Of those that begin with the same kind of word the first is read first. */
export const RULES: readonly Rule[] = [...HANDING, ...SERVING]
