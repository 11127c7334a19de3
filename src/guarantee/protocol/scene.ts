import type { Desk } from '../../cases/desk-file.ts'
import { nextOpening } from '../../cases/hours.ts'
import type { Inbound } from '../../channels/channel.ts'
import type { LANGUAGES } from '../../language.ts'
import type { Channel } from '../../turn/conversation.ts'
import type { Outcome } from '../../turn/line.ts'
import { emptyState, type StoreState } from './store-state.ts'

/** A message of the customer: sent by its channel again and again until it is acknowledged. */
export interface Sent {
  conversation: string
  inbound: Inbound
  isAcknowledged: boolean
}

/** A play that stands still, with nobody in the middle of anything: what others can go on from. */
export interface Scene {
  desk: Desk
  state: StoreState
  now: number
  drawn: number
  channel: Channel
  language: (typeof LANGUAGES)[number]
  conversations: readonly string[]
  sent: readonly Sent[]
  /** What the company will answer, call by call. */
  answers: readonly Outcome[]
}

/** How long the company's desk has been open, or closed, when a play begins. */
const INTO_HOURS_MS = 10 * 60_000
/** Some weekday; the desk's own hours decide when on it, or after it, a play begins. */
const SOME_DAY = Date.UTC(2026, 10, 23)

export function firstScene(desk: Desk, isClosed = false): Scene {
  const opening = nextOpening(desk, SOME_DAY)
  const now = opening ? (isClosed ? opening.to : opening.from) + INTO_HOURS_MS : SOME_DAY
  return {
    desk,
    state: emptyState(),
    now,
    drawn: 0,
    channel: 'web',
    language: 'es',
    conversations: [],
    sent: [],
    answers: [],
  }
}
