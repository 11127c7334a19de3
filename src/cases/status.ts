import { indexName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Head } from '../turn/conversation.ts'
import { type Case, caseCodec, ownerOf, type Schedule } from './case.ts'
import type { Desk } from './desk-file.ts'
import { readDuty } from './duty.ts'
import { etaSeconds } from './eta.ts'

/** What a customer's screen shows of their conversation. Times are milliseconds since the epoch. */
export interface ConversationStatus {
  owner: 'bot' | 'queue' | 'agent' | 'scheduled'
  caseKey?: string
  agentName?: string
  /** 1: next in line. Absent when nobody is on duty: a place in a line that doesn't move says nothing. */
  position?: number
  etaSeconds?: [low: number, high: number]
  /** The call-back or written answer that is promised. */
  schedule?: Schedule
  /** When somebody will be there: nobody is on duty and it is not opening time. */
  opensAt?: number
  onDuty?: boolean
  asked?: string
  askedAt?: number
  /** The desk's, IANA: every time that the customer reads is in it, so that no two of them disagree. */
  timeZone?: string
  /** The customer left the line and can come back to their place. */
  withdrawn?: boolean
  resolvedAt?: number
  supervisorAsked?: boolean
}

/** The status of one conversation. Reads one record for the bot's ones; the line's figures only for a case in line. */
export async function conversationStatus(
  store: Store,
  desk: Desk,
  head: Head,
  now: number,
): Promise<ConversationStatus> {
  if (head.caseKey === undefined) return { owner: 'bot' }
  const [stored] = await store.read([recordKey.case(head.caseKey)])
  if (!stored) return { owner: 'bot' }
  const c = caseCodec.read(stored).value
  const status: ConversationStatus = {
    owner: ownerOf(c),
    caseKey: c.key,
    asked: c.asked,
    askedAt: c.askedAt,
    timeZone: desk.timeZone,
    ...(c.supervisorAsked ? { supervisorAsked: true } : {}),
  }
  switch (c.state.kind) {
    case 'withdrawn':
      return { ...status, withdrawn: true }
    case 'resolved':
      return { ...status, resolvedAt: c.state.at }
    case 'agent':
      return c.state.agentName === undefined ? status : { ...status, agentName: c.state.agentName }
    case 'scheduled':
      return { ...status, schedule: { what: c.state.what, window: c.state.window } }
    case 'queue':
      return { ...status, ...(await lineStatus(store, desk, c, now)) }
  }
}

async function lineStatus(
  store: Store,
  desk: Desk,
  c: Case,
  now: number,
): Promise<Pick<ConversationStatus, 'position' | 'etaSeconds' | 'onDuty' | 'opensAt' | 'schedule'>> {
  const [duty, rank] = await Promise.all([
    readDuty(store, desk, now),
    store.rank(indexName.queue(c.queue), recordKey.case(c.key)),
  ])
  const promised = c.schedule ? { schedule: c.schedule } : {}
  if (!duty.onDuty) {
    return { onDuty: false, ...(duty.opensAt === undefined ? {} : { opensAt: duty.opensAt }), ...promised }
  }
  const before = rank.before ?? 0
  const eta = etaSeconds({
    before,
    slots: duty.slots ?? 0,
    freeSlots: duty.freeSlots ?? 0,
    serviceSeconds: duty.serviceSeconds ?? desk.roster.typicalServiceSeconds,
  })
  return { onDuty: true, position: before + 1, ...(eta ? { etaSeconds: eta } : {}), ...promised }
}
