import { indexName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Head } from '../turn/conversation.ts'
import { type Case, caseCodec, isOpen, ownerOf } from './case.ts'
import type { LinkMaker } from './case-link.ts'
import type { ConversationStatus } from './conversation-status.ts'
import type { Desk } from './desk-file.ts'
import { readDuty } from './duty.ts'
import { etaSeconds } from './eta.ts'

/** The status of one conversation. Reads one record for the bot's ones; the line's figures only for a case in line. */
export async function conversationStatus(
  store: Store,
  desk: Desk,
  head: Head,
  now: number,
  caseLink?: LinkMaker,
): Promise<ConversationStatus> {
  if (head.caseKey === undefined) return { owner: 'bot' }
  const [stored] = await store.read([recordKey.case(head.caseKey)])
  if (!stored) return { owner: 'bot' }
  const c = caseCodec.read(stored).value
  const status: ConversationStatus = {
    owner: ownerOf(c),
    caseKey: c.key,
    language: c.language,
    asked: c.asked,
    askedAt: c.askedAt,
    timeZone: desk.timeZone,
    ...(caseLink ? { caseLink: caseLink({ case: c.key }, isOpen(c) ? now : closedAt(c, now)) } : {}),
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

/** The page of a case that is over holds as long as the case is kept for it, from its end. */
function closedAt({ state }: Case, now: number): number {
  return state.kind === 'resolved' || state.kind === 'withdrawn' ? state.at : now
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
