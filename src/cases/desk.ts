import type { Ids } from '../clock.ts'
import { StoreAway } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, logName, outsideId, recordKey } from '../store/keys.ts'
import type { Append, OutsideId, Store } from '../store/store.ts'
import { agentLessons } from '../turn/agent-lessons.ts'
import { deliveryCodec, newDelivery } from '../turn/delivery.ts'
import { signalConversation } from '../turn/signal.ts'
import { decodeLine } from '../turn/transcript.ts'
import { agentCodec } from './agent.ts'
import type { Case } from './case.ts'
import { caseChange, caseLineAppend } from './case-change.ts'
import { customerCodec } from './customer.ts'
import type { Desk } from './desk-file.ts'
import { readDuty } from './duty.ts'
import { caseEvents, eventsOf } from './events.ts'
import { readCaseNamed } from './reserved-key.ts'
import type { At } from './say.ts'
import * as to from './transitions.ts'

/**
 * The desk's commands: read, decide by a pure transition, commit; on `stale` read again. What a person does to a
 * case goes through here, whatever the screen it comes from.
 */
export interface DeskDeps {
  store: Store
  desk: Desk
  ids: Ids
}

export type Acted =
  | { outcome: 'done'; case: Case }
  | {
      outcome:
        | 'not-found'
        | 'stale'
        | 'unknown-queue'
        | 'unknown-agent'
        | 'unknown-outcome'
        | 'not-available'
        | 'at-capacity'
        | to.Refused
    }

/** How often a command is decided anew when somebody else was faster. */
const ATTEMPTS = 8
/** How far back a message is looked for that is sent again. */
const LINES_READ = 100
/** Typing is written as a sign of life at most so often. */
const TYPING_SIGN_MS = 10_000

type Decide = (c: Case, at: At) => Promise<to.Moved | to.Refused> | to.Moved | to.Refused

/** An agent's words to the customer, where the customer last wrote. The same `messageId` twice is one message. */
export async function reply(
  deps: DeskDeps,
  caseKey: string,
  by: to.Person,
  message: { id: string; text: string },
): Promise<Acted> {
  const once = outsideId('agent', caseKey, message.id)
  const acted = await act(deps, caseKey, (c, at) => to.replied(c, by, message.text, message.id, at), { once })
  // Sent before, and only its acknowledgement was lost: that the case has gone on since changes nothing.
  return acted.outcome === 'not-yours'
    ? ((await saidBefore(deps.store, caseKey, by, message.id)) ?? acted)
    : acted
}

/** The case, when this agent's message is among its latest lines. */
async function saidBefore(
  store: Store,
  caseKey: string,
  by: to.Person,
  messageId: string,
): Promise<Acted | undefined> {
  const found = await readCase(store, caseKey)
  if (!found) return undefined
  const lines = await store.linesBefore(
    logName.conversation(found.value.conversationId),
    undefined,
    LINES_READ,
  )
  const isSaid = lines
    .map(decodeLine)
    .some(
      (line) =>
        line.kind === 'message' &&
        line.agentMessageId === messageId &&
        line.from.kind === 'agent' &&
        line.from.id === by.id,
    )
  return isSaid ? { outcome: 'done', case: found.value } : undefined
}

export function note(
  deps: DeskDeps,
  caseKey: string,
  by: to.Person,
  message: { id: string; text: string },
): Promise<Acted> {
  const once = outsideId('note', caseKey, message.id)
  return act(deps, caseKey, (c, at) => to.noted(c, by, message.text, at), { once })
}

export function release(deps: DeskDeps, caseKey: string, by: to.Person): Promise<Acted> {
  return act(deps, caseKey, async (c, at) =>
    to.released(c, by, at, await readDuty(deps.store, deps.desk, at.now)),
  )
}

export async function transfer(
  deps: DeskDeps,
  caseKey: string,
  by: to.Person,
  target: { queue: string } | { agentId: string },
  text?: string,
): Promise<Acted> {
  if ('queue' in target) {
    const queue = deps.desk.queues.find((one) => one.name === target.queue)
    if (!queue) return { outcome: 'unknown-queue' }
    return act(deps, caseKey, async (c, at) =>
      to.transferredToQueue(c, by, queue, text, at, await readDuty(deps.store, deps.desk, at.now)),
    )
  }
  const [stored] = await deps.store.read([recordKey.agent(target.agentId)])
  const agent = stored && agentCodec.read(stored).value
  if (agent?.status !== 'available') return { outcome: 'not-available' }
  const load = await deps.store.rank(indexName.agentLoad(agent.id), 'none')
  if (load.size >= agent.capacity && agent.id !== by.id) return { outcome: 'at-capacity' }
  return act(deps, caseKey, (c, at) => to.transferredToAgent(c, by, agent, text, at))
}

export function resolve(
  deps: DeskDeps,
  caseKey: string,
  by: to.Person,
  end: { outcome: string; rootCause: string; note?: string | undefined },
): Promise<Acted> {
  const { outcomes, rootCauses } = deps.desk
  const isKnown =
    outcomes.some((one) => one.name === end.outcome) && rootCauses.some((one) => one.name === end.rootCause)
  if (!isKnown) return Promise.resolve({ outcome: 'unknown-outcome' })
  return act(deps, caseKey, (c, at) => to.resolved(c, by, end, at), {
    customer: true,
    service: true,
    also: (c) => agentLessons(deps.store, c, end),
  })
}

export function park(deps: DeskDeps, caseKey: string, by: to.Person): Promise<Acted> {
  return act(deps, caseKey, (c, at) => to.parked(c, by, at), { service: true })
}

export function unpark(deps: DeskDeps, caseKey: string, by: to.Person): Promise<Acted> {
  return act(deps, caseKey, (c, at) => to.unparked(c, by, at))
}

/** "Sigo aquí": the lease begins anew. */
export function stillHere(deps: DeskDeps, caseKey: string, by: to.Person): Promise<Acted> {
  return act(deps, caseKey, (c, at) => to.alive(c, by, at))
}

/** "Lo estoy revisando": the customer sees until when. */
export function checking(deps: DeskDeps, caseKey: string, by: to.Person, minutes: number): Promise<Acted> {
  return act(deps, caseKey, (c, at) => to.checking(c, by, minutes, at))
}

/** The agent types: the customer sees it now, and the lease takes it for a sign of life. */
export async function typing(deps: DeskDeps, caseKey: string, by: to.Person): Promise<Acted> {
  const found = await readCase(deps.store, caseKey)
  if (!found) return { outcome: 'not-found' }
  const c = found.value
  if (!to.isMine(c, by)) return { outcome: 'not-yours' }
  signalConversation(deps.store, c.conversationId, { kind: 'typing', from: 'agent', name: by.name })
  if (c.owedSince === undefined || deps.store.now() - (c.agentSeenAt ?? 0) < TYPING_SIGN_MS) {
    return { outcome: 'done', case: c }
  }
  return act(deps, caseKey, (latest, at) => to.alive(latest, by, at), { quiet: c.warnedAt === undefined })
}

/** The agent has the chat before them and has seen it up to this line; the customer sees ✓✓. */
export async function seen(deps: DeskDeps, caseKey: string, by: to.Person, seq: number): Promise<Acted> {
  const { store, ids } = deps
  const found = await readCase(store, caseKey)
  if (!found) return { outcome: 'not-found' }
  const c = found.value
  if (!to.isMine(c, by)) return { outcome: 'not-yours' }
  const key = recordKey.delivery(c.conversationId)
  // A mark past the end would mark what is yet to be said.
  const [last] = await store.linesBefore(logName.conversation(c.conversationId), undefined, 1)
  const upTo = Math.min(seq, last?.seq ?? 0)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [stored] = await store.read([key])
    const record = stored ? deliveryCodec.read(stored) : { key, version: 0, value: newDelivery() }
    if (record.value.agentReadTo >= upTo) return { outcome: 'done', case: c }
    const put = deliveryCodec.put({ ...record, value: { ...record.value, agentReadTo: upTo } })
    const result = await store.commit({ id: ids.next(), put: [put] })
    if (result.outcome === 'committed' || result.outcome === 'already') {
      signalConversation(store, c.conversationId, { kind: 'read', by: 'agent', seq: upTo })
      return { outcome: 'done', case: c }
    }
  }
  return { outcome: 'stale' }
}

/** Reads a case, decides, commits; again while somebody else is faster. */
export async function act(
  deps: DeskDeps,
  caseKey: string,
  decide: Decide,
  options: {
    /** The change is about a message with this outside id: seen before, it is done already. */
    once?: OutsideId
    /** The case may open or close: the customer's record changes with it. */
    customer?: boolean
    /** How long the case kept the agent counts for estimates. */
    service?: boolean
    /** A sign of life that no console needs to hear of. */
    quiet?: boolean
    /** What else is written with the change of this case. */
    also?: (c: Case) => Promise<readonly Append[]>
  } = {},
): Promise<Acted> {
  const { store, desk, ids } = deps
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await readCase(store, caseKey)
    if (!record) return { outcome: 'not-found' }
    const before = record.value
    const at: At = { now: store.now(), lineId: () => ids.next(), desk }
    const moved = await decide(before, at)
    if (typeof moved === 'string') return { outcome: moved }
    if (moved.case === before && moved.lines.length === 0) return { outcome: 'done', case: before }
    const [customer] = options.customer
      ? customerCodec.readable(await store.read([recordKey.customer(before.customerId)]))
      : []
    const also = options.also ? await options.also(moved.case) : []
    const parts = caseChange({
      version: record.version,
      before,
      after: moved.case,
      ...(customer ? { customer } : {}),
      lines: [],
      ids,
    })
    const result = await store.commit({
      id: ids.next(),
      put: parts.put,
      unique: parts.unique,
      append: [
        ...moved.lines.map((line, i) =>
          caseLineAppend(moved.case, line, ids, i === 0 && options.once ? { once: options.once } : {}),
        ),
        ...(options.quiet ? [] : eventsOf(caseEvents(before, moved.case, moved.lines))),
        ...(options.service ? serviceTime(before, at.now) : []),
        ...also,
      ],
    })
    switch (result.outcome) {
      case 'committed':
      case 'already':
        return { outcome: 'done', case: moved.case }
      case 'duplicate':
        return { outcome: 'done', case: before }
      case 'full':
        throw new StoreAway('the store is full: free disk space')
      case 'stale':
        continue
    }
  }
  return { outcome: 'stale' }
}

/** A case by its own key, or by another name of it. */
export function readCase(store: Store, caseKey: string): Promise<Versioned<Case> | undefined> {
  return readCaseNamed(store, caseKey)
}

function serviceTime(c: Case, now: number): Append[] {
  if (c.state.kind !== 'agent' || c.state.parked) return []
  const seconds = Math.round((now - c.state.since) / 1000)
  return [{ log: logName.serviceTimes(), body: String(seconds), keep: 200 }]
}
