import { indexName, logName } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { agentCodec } from './agent.ts'
import type { Desk } from './desk-file.ts'
import { typicalServiceSeconds } from './eta.ts'
import { nextOpening } from './hours.ts'

/** Agents that are looked at one by one; a desk with more of them is estimated from these. */
const AGENTS_READ = 200
const RECENT_SERVICES = 50

/** A longer line is counted as a whole for who would stand behind this many. */
const LINE_READ = 200

/** Who is there, and who waits: what a customer who asks is told. */
export interface Duty {
  /** Somebody is signed in and available, whatever the hour. */
  onDuty: boolean
  agentsAvailable: number
  /** The next opening, ms; absent in opening hours. */
  opensAt?: number
  /** Cases in line, over all queues. */
  waiting: number
  /** The agents on duty, for "the same agent first". */
  present?: readonly string[]
  /** Chats that the agents on duty can hold, and those that nobody holds now. */
  slots?: number
  freeSlots?: number
  /** How long recent cases took. */
  serviceSeconds?: number
  /** The front of each queue: when its cases are due, in order, and how many there are in all. */
  lines?: Readonly<Record<string, { due: readonly number[]; size: number }>>
  /** When promised call-backs begin: what is full can't be promised again. */
  booked?: readonly number[]
}

/** Reads who is on duty now. Bounded work, whatever the size of the desk. */
export async function readDuty(store: Store, desk: Desk, now: number): Promise<Duty> {
  const [onDuty, scheduled, services, ...queues] = await Promise.all([
    store.page(indexName.agents(), undefined, AGENTS_READ),
    store.page(indexName.scheduled(), undefined, 500),
    store.linesBefore(logName.serviceTimes(), undefined, RECENT_SERVICES),
    ...desk.queues.map((queue) => readLine(store, queue.name)),
  ])
  const agents = agentCodec.readable(await store.read(onDuty.map((entry) => entry.member)))
  const present = agents.map((agent) => agent.value.id)
  const capacities = agents.map((agent) => agent.value.capacity)
  const loads = await Promise.all(present.map((id) => store.rank(indexName.agentLoad(id), 'none')))
  const opening = nextOpening(desk, now)
  return {
    onDuty: present.length > 0,
    agentsAvailable: present.length,
    ...(opening && opening.from > now ? { opensAt: opening.from } : {}),
    waiting: queues.reduce((sum, queue) => sum + queue.size, 0),
    lines: Object.fromEntries(desk.queues.map((queue, i) => [queue.name, queues[i] ?? { due: [], size: 0 }])),
    present,
    slots: capacities.reduce((sum, capacity) => sum + capacity, 0),
    freeSlots: capacities.reduce(
      (sum, capacity, i) => sum + Math.max(0, capacity - (loads[i]?.size ?? 0)),
      0,
    ),
    serviceSeconds: typicalServiceSeconds(
      services.map((line) => Number(line.body)).filter(Number.isFinite),
      desk.roster.typicalServiceSeconds,
    ),
    booked: scheduled.map((entry) => entry.score),
  }
}

/** How many stand before a case that is due then: those of its queue that are due sooner. */
export function standBefore(duty: Duty, queue: string, dueAt: number): number {
  const line = duty.lines?.[queue]
  if (!line) return duty.waiting
  const sooner = line.due.filter((due) => due < dueAt).length
  return sooner === line.due.length ? Math.max(sooner, line.size) : sooner
}

async function readLine(store: Store, queue: string): Promise<{ due: number[]; size: number }> {
  const index = indexName.queue(queue)
  const front = await store.page(index, undefined, LINE_READ)
  const size = front.length < LINE_READ ? front.length : (await store.rank(index, 'none')).size
  return { due: front.map((entry) => entry.score), size }
}
