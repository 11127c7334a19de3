import { StoreAway } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, recordKey } from '../store/keys.ts'
import { type Agent, agentCodec, agentPut } from './agent.ts'
import type { DeskDeps } from './desk.ts'
import { eventAppend } from './events.ts'

const ATTEMPTS = 8
/** A console that is heard of more often than this writes nothing. */
const HEARD_MS = 15_000

/** Who an agent is, as the sign-in says. */
export type Identity = Pick<Agent, 'id' | 'name' | 'role' | 'languages'>

/** The agent's record, made or brought up to date at sign-in. Duty stays as it was. */
export function signIn(deps: DeskDeps, identity: Identity): Promise<Agent> {
  return change(deps, identity.id, (agent, now) => ({
    ...(agent ?? freshAgent(identity, deps, now)),
    ...identity,
    seenAt: now,
  }))
}

/** On duty or off, and how many chats at once. Open chats stay with an agent who goes off until a lease or release. */
export function setPresence(
  deps: DeskDeps,
  identity: Identity,
  presence: { status: Agent['status']; capacity?: number | undefined },
): Promise<Agent> {
  return change(
    deps,
    identity.id,
    (agent, now) => {
      const { sweepAt: _, ...rest } = agent ?? freshAgent(identity, deps, now)
      const changed = rest.status !== presence.status
      return {
        ...rest,
        seenAt: now,
        status: presence.status,
        statusSince: changed ? now : rest.statusSince,
        capacity: presence.capacity ?? rest.capacity,
        ...(presence.status === 'available'
          ? { sweepAt: now + deps.desk.leases.presenceSeconds * 1000 }
          : {}),
      }
    },
    true,
  )
}

/** The agent's console was heard of: it keeps the agent on duty. */
export async function heard(deps: DeskDeps, agentId: string): Promise<void> {
  const [stored] = await deps.store.read([recordKey.agent(agentId)])
  if (!stored) return
  const { seenAt } = agentCodec.read(stored).value
  if (deps.store.now() - seenAt < HEARD_MS) return
  await change(deps, agentId, (agent, now) => agent && { ...agent, seenAt: now })
}

/** How many chats take the agent's capacity now. */
export async function loadOf({ store }: DeskDeps, agentId: string): Promise<number> {
  return (await store.rank(indexName.agentLoad(agentId), 'none')).size
}

/** Everybody who ever signed in here. */
export async function allAgents({ store }: DeskDeps): Promise<Agent[]> {
  const entries = await store.page(indexName.allAgents(), undefined, 500)
  const stored = await store.read(entries.map((entry) => entry.member))
  return agentCodec.readable(stored).map((record) => record.value)
}

export async function readAgent({ store }: DeskDeps, agentId: string): Promise<Agent | undefined> {
  const [stored] = await store.read([recordKey.agent(agentId)])
  return stored && agentCodec.read(stored).value
}

function freshAgent(identity: Identity, deps: DeskDeps, now: number): Agent {
  return {
    ...identity,
    status: 'away',
    statusSince: now,
    capacity: deps.desk.roster.chatsPerAgent,
    seenAt: now,
    claims: [],
  }
}

async function change(
  { store, ids }: DeskDeps,
  agentId: string,
  next: (agent: Agent | undefined, now: number) => Agent | undefined,
  tell = false,
): Promise<Agent> {
  const key = recordKey.agent(agentId)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [stored] = await store.read([key])
    const record: Versioned<Agent> | undefined = stored && agentCodec.read(stored)
    const value = next(record?.value, store.now())
    if (!value) break
    const result = await store.commit({
      id: ids.next(),
      put: [agentPut({ key, version: record?.version ?? 0, value })],
      append: tell ? [eventAppend({ type: 'presence', agentId })] : [],
    })
    if (result.outcome === 'committed' || result.outcome === 'already') return value
  }
  throw new StoreAway(`the record of agent ${agentId} could not be written`)
}
