import type { Language } from '../language.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, recordKey } from '../store/keys.ts'
import type { Store, Taken } from '../store/store.ts'
import { type Agent, agentCodec, agentPut } from './agent.ts'
import { type Case, caseCodec } from './case.ts'
import { caseChange } from './case-change.ts'
import { type Acted, type DeskDeps, readCase } from './desk.ts'
import { readDuty } from './duty.ts'
import type { At } from './say.ts'
import { claimed } from './transitions.ts'

/** A case that came back is kept for the agent who knows it, if on duty, so long before anybody may take it. */
const PREFERRED_MS = 60_000
/** A claim looks no further down the line than this. */
const LOOK_AT = 25
/** Long enough to read and commit; a process that dies in between hides a case no longer than this. */
const TAKE_LEASE_MS = 3_000
const ATTEMPTS = 8
/** Claims remembered per agent: what a console may still send again. */
const CLAIMS_KEPT = 20

export type ClaimedNext =
  | { outcome: 'done'; case: Case }
  | { outcome: 'none' | 'at-capacity' | 'stale' | 'unknown-agent' }

/**
 * Gives an agent the next case they may take. The store hands each waiting case to one claimer at a time, so two
 * agents never get one case; the agent's own record serialises claims of the same agent, so capacity holds.
 * The same `claimId` answers the same case.
 */
export function claimNext(deps: DeskDeps, agentId: string, claimId: string): Promise<ClaimedNext> {
  return inTurn(deps.store, agentId, () => claimNow(deps, agentId, claimId))
}

/** Runs of one agent, by store: a claim sent twice at once must not find the line emptied by its own twin. */
const running = new WeakMap<Store, Map<string, Promise<unknown>>>()

/** One after the other for each agent of this process; between processes the agent's record decides. */
async function inTurn<T>(store: Store, agentId: string, run: () => Promise<T>): Promise<T> {
  const agents = running.get(store) ?? new Map<string, Promise<unknown>>()
  running.set(store, agents)
  const before = agents.get(agentId) ?? Promise.resolve()
  const mine = before.then(run, run)
  agents.set(agentId, mine)
  try {
    return await mine
  } finally {
    if (agents.get(agentId) === mine) agents.delete(agentId)
  }
}

async function claimNow(deps: DeskDeps, agentId: string, claimId: string): Promise<ClaimedNext> {
  const { store } = deps
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [stored] = await store.read([recordKey.agent(agentId)])
    if (!stored) return { outcome: 'unknown-agent' }
    const agent = agentCodec.read(stored)
    const again = agent.value.claims.find((claim) => claim.id === claimId)
    const same = again && (await readCase(store, again.caseKey))
    if (same) return { outcome: 'done', case: same.value }
    if (await isFull(deps, agent.value)) return { outcome: 'at-capacity' }

    const held: Taken[] = []
    try {
      const got = await takeOne(deps, agent, claimId, await queuesFor(deps, agent.value), held)
      if (got.outcome !== 'stale') return got
    } finally {
      await Promise.all(held.map((taken) => store.yield(taken, undefined, 'reset')))
    }
  }
  return { outcome: 'stale' }
}

/** Takes a case that the agent picked from the line, or takes one over as a supervisor. */
export async function claim(deps: DeskDeps, agentId: string, caseKey: string): Promise<Acted> {
  const { store } = deps
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [agentStored, record] = await Promise.all([
      store.read([recordKey.agent(agentId)]),
      readCase(store, caseKey),
    ])
    if (!record) return { outcome: 'not-found' }
    if (!agentStored[0]) return { outcome: 'unknown-agent' }
    const agent = agentCodec.read(agentStored[0])
    const moved = claimed(record.value, agent.value, atOf(deps))
    if (typeof moved === 'string') return { outcome: moved }
    if (moved.lines.length === 0) return { outcome: 'done', case: record.value }
    if (await isFull(deps, agent.value)) return { outcome: 'at-capacity' }
    const parts = caseChange({
      version: record.version,
      before: record.value,
      after: moved.case,
      lines: moved.lines,
      ids: deps.ids,
    })
    // The agent's record is written unchanged: two claims of one agent at once can't both see a free place.
    const put = [...parts.put, agentPut(agent)]
    const result = await store.commit({ id: deps.ids.next(), ...parts, put })
    if (result.outcome === 'committed' || result.outcome === 'already')
      return { outcome: 'done', case: moved.case }
  }
  return { outcome: 'stale' }
}

async function takeOne(
  deps: DeskDeps,
  agent: Versioned<Agent>,
  claimId: string,
  queues: string[],
  held: Taken[],
): Promise<ClaimedNext> {
  const { store, ids } = deps
  const at = atOf(deps)
  let present: ReadonlySet<string> | undefined
  // Who speaks the customer's language comes first, as long as the promised time isn't over and somebody there does.
  let spoken: ReadonlySet<Language> | undefined
  while (held.length < LOOK_AT) {
    const [taken] = await store.take(queues, {
      by: agent.value.id,
      upTo: Number.MAX_SAFE_INTEGER,
      n: 1,
      leaseMs: TAKE_LEASE_MS,
    })
    if (!taken) return { outcome: 'none' }
    held.push(taken)
    const [record] = caseCodec.readable(await store.read([taken.member]))
    if (!record) continue
    const c = record.value
    if (isKeptForAnother(c, agent.value.id, at.now)) {
      present ??= new Set((await readDuty(store, deps.desk, at.now)).present)
      if (present.has(c.preferredAgentId ?? '')) continue
    }
    if (!agent.value.languages.includes(c.language) && at.now < c.dueAt) {
      spoken ??= await languagesOnDuty(deps)
      if (spoken.has(c.language)) continue
    }
    const moved = claimed(c, agent.value, at)
    if (typeof moved === 'string' || moved.lines.length === 0) continue
    const parts = caseChange({
      version: record.version,
      before: c,
      after: moved.case,
      lines: moved.lines,
      ids,
    })
    const claims = [{ id: claimId, caseKey: c.key }, ...agent.value.claims].slice(0, CLAIMS_KEPT)
    const result = await store.commit({
      id: ids.next(),
      ...parts,
      put: [...parts.put, agentPut({ ...agent, value: { ...agent.value, claims } })],
    })
    return result.outcome === 'committed' || result.outcome === 'already'
      ? { outcome: 'done', case: moved.case }
      : { outcome: 'stale' }
  }
  return { outcome: 'none' }
}

function isKeptForAnother(c: Case, agentId: string, now: number): boolean {
  return (
    c.preferredAgentId !== undefined &&
    c.preferredAgentId !== agentId &&
    now - (c.queuedAt ?? c.openedAt) < PREFERRED_MS
  )
}

async function isFull({ store }: DeskDeps, agent: Agent): Promise<boolean> {
  const load = await store.rank(indexName.agentLoad(agent.id), 'none')
  return load.size >= agent.capacity
}

/** The queues of the agent's role, and those whose own people are all off duty. */
async function queuesFor(deps: DeskDeps, who: Agent): Promise<string[]> {
  const { queues } = deps.desk
  const others = queues.filter((queue) => !queue.roles.includes(who.role))
  const roles = others.length > 0 ? await rolesOnDuty(deps) : new Set<Agent['role']>()
  const closed = others.filter((queue) => queue.roles.some((role) => roles.has(role)))
  return queues.filter((queue) => !closed.includes(queue)).map((queue) => indexName.queue(queue.name))
}

async function rolesOnDuty(deps: DeskDeps): Promise<Set<Agent['role']>> {
  return new Set((await agentsOnDuty(deps)).map((agent) => agent.role))
}

async function languagesOnDuty(deps: DeskDeps): Promise<Set<Language>> {
  return new Set((await agentsOnDuty(deps)).flatMap((agent) => agent.languages))
}

/** Readings of who is on duty that are under way, by store. */
const readings = new WeakMap<Store, Promise<Agent[]>>()

/** Claims of one moment share a reading: each for itself, a whole shift that claims at once reads everybody's record squared. */
async function agentsOnDuty({ store }: DeskDeps): Promise<Agent[]> {
  const reading = readings.get(store) ?? readAgentsOnDuty(store).finally(() => readings.delete(store))
  readings.set(store, reading)
  return await reading
}

async function readAgentsOnDuty(store: Store): Promise<Agent[]> {
  const entries = await store.page(indexName.agents(), undefined, 200)
  const stored = await store.read(entries.map((entry) => entry.member))
  return agentCodec.readable(stored).map((record) => record.value)
}

function atOf({ store, desk, ids }: DeskDeps): At {
  return { now: store.now(), lineId: () => ids.next(), desk }
}
