import { SAME_MATTER_MS } from '../turn/history.ts'
import { LINK_LIVES_MS } from './case-link.ts'
import { KEEP_PLACE_MS, REOPEN_MS } from './opening.ts'

const DAY_MS = 24 * 3_600_000

/**
 * How long something that is over stays where customers and agents find it: until no message brings it back, no "Mi
 * caso" link that was given for it is good any more (they hold to the end of a day), and nobody is greeted with it.
 */
export const STAYS_MS = Math.max(REOPEN_MS, KEEP_PLACE_MS, LINK_LIVES_MS + DAY_MS, SAME_MATTER_MS)
/** What is over and still needed is looked at again after this. */
export const STAYS_ON_MS = DAY_MS
