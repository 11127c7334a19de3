import type { Ids } from '../clock.ts'
import { recordKey } from '../store/keys.ts'
import type { Append, CommitResult, Store } from '../store/store.ts'
import { agentCodec, agentPut } from './agent.ts'
import { type Case, caseCodec } from './case.ts'
import { caseChange } from './case-change.ts'
import type { Desk } from './desk-file.ts'
import { readDuty } from './duty.ts'
import { eventAppend } from './events.ts'
import { leaseCheck } from './leases.ts'
import type { At } from './say.ts'
import { type Moved, returned, warned, windowBegun } from './transitions.ts'

export interface SweepDeps {
  store: Store
  desk: Desk
  ids: Ids
}

/** What a sweep did. `stale`: somebody acted at the same moment; look again. */
export type Swept = 'nothing' | 'warned' | 'returned' | 'begun' | 'raised' | 'away' | 'stale'

/** Looks at a case that came due: a silent agent's lease, a promised window that begins. Run twice, it acts once. */
export async function sweepCase(deps: SweepDeps, caseKey: string): Promise<Swept> {
  const { store, ids } = deps
  const [stored] = await store.read([recordKey.case(caseKey)])
  if (!stored) return 'nothing'
  const { value: before, version } = caseCodec.read(stored)
  const plan = await planFor(deps, before, atOf(deps))
  if (!plan) return 'nothing'
  const { swept, moved } = plan
  const parts = caseChange({ version, before, after: moved.case, lines: moved.lines, ids })
  const append = moved.lines.length > 0 ? parts.append : (plan.append ?? [])
  const result = await store.commit({ id: ids.next(), ...parts, append })
  return isWritten(result) ? swept : 'stale'
}

interface Plan {
  swept: Swept
  moved: Moved
  /** Events of a change without lines. */
  append?: Append[]
}

async function planFor({ store, desk }: SweepDeps, c: Case, at: At): Promise<Plan | undefined> {
  if (c.state.kind === 'scheduled') {
    return at.now < c.state.window.from ? undefined : { swept: 'begun', moved: windowBegun(c, at) }
  }
  const lease = leaseCheck(c, at.now, desk)
  switch (lease.kind) {
    case 'nothing': {
      if (c.sweepAt === undefined) return undefined
      const { sweepAt: _, ...rest } = c
      return { swept: 'nothing', moved: { case: rest, lines: [] } }
    }
    case 'wait':
      return { swept: 'nothing', moved: { case: { ...c, sweepAt: lease.until }, lines: [] } }
    case 'warn': {
      const agentId = c.state.kind === 'agent' ? c.state.agentId : ''
      const returnsAt = new Date(lease.returnsAt).toISOString()
      return {
        swept: 'warned',
        moved: { case: warned(c, at.now, lease.returnsAt), lines: [] },
        append: [eventAppend({ type: 'lease-warning', key: c.key, agentId, returnsAt })],
      }
    }
    case 'return':
      return { swept: 'returned', moved: returned(c, at, await readDuty(store, desk, at.now)) }
  }
}

/** Sets an agent away whose console has been gone for too long: nobody is told of a person who isn't there. */
export async function sweepAgent(deps: SweepDeps, agentId: string): Promise<Swept> {
  const { store, desk, ids } = deps
  const [stored] = await store.read([recordKey.agent(agentId)])
  if (!stored) return 'nothing'
  const record = agentCodec.read(stored)
  const now = store.now()
  const goneAt = record.value.seenAt + desk.leases.presenceSeconds * 1000
  const gone = record.value.status === 'available' && now >= goneAt
  const { sweepAt: _, ...rest } = record.value
  const value = gone
    ? { ...rest, status: 'away' as const, statusSince: now }
    : { ...rest, ...(rest.status === 'available' ? { sweepAt: goneAt } : {}) }
  const result = await store.commit({
    id: ids.next(),
    put: [agentPut({ ...record, value })],
    append: gone ? [eventAppend({ type: 'presence', agentId })] : [],
  })
  if (!isWritten(result)) return 'stale'
  return gone ? 'away' : 'nothing'
}

/** What a sweep's transition needs of the world, by the store's clock. */
export function atOf({ store, desk, ids }: SweepDeps): At {
  return { now: store.now(), lineId: () => ids.next(), desk }
}

export function isWritten(result: CommitResult): boolean {
  return result.outcome === 'committed' || result.outcome === 'already'
}
