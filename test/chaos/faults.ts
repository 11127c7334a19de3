import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { FAULT_KINDS as COMPANY_FAULTS } from '../../src/business/sandbox/sandbox.ts'
import { indexName } from '../../src/store/keys.ts'
import { readScripts } from '../../src/store/redis/scripts.ts'
import type { RedisServer } from '../support/redis-server.ts'
import type { ScriptedAgent } from './agent.ts'
import { type Clients, pause } from './client.ts'
import type { Coverage } from './coverage.ts'
import type { Server } from './fleet.ts'
import type { House } from './house.ts'
import type { Ledger } from './ledger.ts'
import type { Line } from './line.ts'
import { CLU_FAULTS } from './outside.ts'
import type { Chance } from './random.ts'
import { GRAPH_FAULTS } from './whatsapp.ts'

const KILLS = ['kill', 'failpoint', 'stopped-holder'] as const
const SERVER_FAULTS = [...KILLS, 'clock'] as const
/** On the line of one server to Redis. */
const LINE_FAULTS = ['line-cut', 'line-deaf', 'line-slow'] as const
const REDIS_FAULTS = ['redis-killed', 'redis-full', 'redis-paused'] as const
const AROUND = ['company', 'clu', 'graph', 'agent-gone'] as const
/** What a run can do to the desk and to what is around it. */
export const FAULTS = [...SERVER_FAULTS, ...LINE_FAULTS, ...REDIS_FAULTS, ...AROUND] as const
const LINE_LOST = 'line-lost'
/** Those that take longer than a short run are done only where they are asked for. */
export const ALL_FAULTS = [...FAULTS, LINE_LOST] as const
export type FaultKind = (typeof ALL_FAULTS)[number]

/** Something that was done, and to whom. Times are milliseconds since the run began. */
export interface Fault {
  kind: FaultKind
  /** Which of several ways of it. */
  how?: string
  target: number | 'redis' | 'around'
  at: number
  /** When the cause was taken away; recovery is counted from here. */
  healedAt: number
}

export interface World {
  house: House
  agents: readonly ScriptedAgent[]
  clients: Clients
  ledger: Ledger
  coverage: Coverage
  faults: Fault[]
}

/** Twice as wrong as the promise says, both ways, and right again. */
const SKEWS_MS = [600_000, -600_000, 0]
/** Beyond the lease of a case: see `writeDesk`. */
const AGENT_GONE_MS = [3_200, 5_000] as const
/** When so many conversations wait, a worker with little room finds some whenever it looks. */
const LOST_FROM = 8
const LOST_DEAF_MS = 200
/** Beyond the five seconds after which what is not answered is given up. */
const LOST_MS = 5_500
/** Where a holder is stopped: while it has a conversation in hand. */
const HOLDING = /^src\/turn\/(worker|load|intake|commit|turn-change)\.ts:/
/** A lane strikes again when so many messages were acknowledged since, so that a slow machine has time to recover. */
const BETWEEN = 4
/** But not later than this. */
const LONGEST_MS = 60_000

/** Does everything it knows to the world until `done`, then leaves nothing broken. */
export async function storm(
  world: World,
  chance: Chance,
  kinds: readonly FaultKind[],
  done: AbortSignal,
): Promise<void> {
  const chosen = <T extends FaultKind>(of: readonly T[]): T[] => of.filter((kind) => kinds.includes(kind))
  const { servers, redis } = world.house
  const lanes = [
    ...servers.map((server) =>
      // The embedded store goes by its server's own clock: there is no other that this one could differ from.
      lane(world, chance.fork(), chosen(redis ? SERVER_FAULTS : KILLS), done, (kind, own) =>
        strikeServer(world, own, kind, server),
      ),
    ),
    ...servers.map((server) =>
      lane(world, chance.fork(), redis ? chosen([...LINE_FAULTS, LINE_LOST]) : [], done, (kind, own) =>
        strikeLine(world, own, kind, server),
      ),
    ),
    lane(world, chance.fork(), redis ? chosen(REDIS_FAULTS) : [], done, async (kind, own) => {
      if (redis) await strikeRedis(world, own, kind, redis)
    }),
    ...chosen(AROUND).map((kind) =>
      lane(world, chance.fork(), [kind], done, (_, own) => strikeAround(world, own, kind)),
    ),
  ]
  await Promise.all(lanes)
}

async function lane<T extends FaultKind>(
  { clients, ledger }: World,
  chance: Chance,
  kinds: readonly T[],
  done: AbortSignal,
  cause: (kind: T, chance: Chance) => Promise<void>,
): Promise<void> {
  if (kinds.length === 0) return
  await pauseUnless(done, clients, chance.between(0, 500))
  while (!done.aborted) {
    await cause(chance.pick(kinds), chance)
    const before = ledger.acknowledged.length
    await pauseUnless(done, clients, chance.between(300, 2_500))
    const until = clients.elapsed() + LONGEST_MS
    while (!done.aborted && ledger.acknowledged.length - before < BETWEEN && clients.elapsed() < until) {
      await pauseUnless(done, clients, 100)
    }
  }
}

async function pauseUnless(done: AbortSignal, { over }: Clients, ms: number): Promise<void> {
  await pause({ over: AbortSignal.any([done, over]) }, ms)
}

async function strikeServer(
  { clients, coverage, faults }: World,
  chance: Chance,
  kind: (typeof SERVER_FAULTS)[number],
  server: Server,
): Promise<void> {
  const at = clients.elapsed()
  const healed = (how?: string): void => {
    faults.push({ kind, ...(how ? { how } : {}), target: server.index, at, healedAt: clients.elapsed() })
  }
  switch (kind) {
    case 'kill':
      await server.kill(pause(clients, chance.between(0, 500)))
      healed()
      await server.ready
      return
    case 'failpoint': {
      const { gone } = server
      server.order({ kind: 'fail', at: coverage.next(), passes: chance.between(0, 2), how: 'SIGKILL' })
      const died = await Promise.race([gone.then(() => true), pause(clients, 3_000).then(() => false)])
      if (!died) return await server.calm(clients.over)
      healed()
      await server.ready
      return
    }
    case 'stopped-holder': {
      server.order({
        kind: 'fail',
        at: coverage.all.filter((place) => HOLDING.test(place)),
        passes: 0,
        how: 'SIGSTOP',
      })
      const until = clients.elapsed() + 2_000
      while (!server.isStopped() && clients.elapsed() < until) await pause(clients, 20)
      if (!server.isStopped()) return await server.calm(clients.over)
      await pause(clients, chance.between(2_200, 3_200))
      server.signal('SIGCONT')
      return healed()
    }
    case 'clock': {
      const skewMs = chance.pick(SKEWS_MS)
      server.order({ kind: 'clock', skewMs })
      return healed(`${skewMs / 60_000} min`)
    }
  }
}

const TAKE = createHash('sha1').update(readScripts().take).digest('hex')
/** The script, eight arguments, and one index: the conversations that wait for a worker. */
const TAKING = new RegExp(
  `${TAKE}\\r\\n(\\$\\d+\\r\\n[^\\r]*\\r\\n){8}\\$1\\r\\n1\\r\\n\\$6\\r\\ninputs\\r\\n`,
)

/** One taking is done and nobody hears of it; the line is back when it was given up, and its lease is over. */
async function loseLine(line: Line, { house, clients }: World): Promise<void> {
  const until = clients.elapsed() + LONGEST_MS
  await house.withStore(async (store) => {
    const waiting = async () => (await store.rank(indexName.inputs(), '')).size
    while ((await waiting()) < LOST_FROM && clients.elapsed() < until) await pause(clients, 20)
  })
  line.fault = { kind: 'deaf', from: (asked) => TAKING.test(asked.toString('latin1')) }
  while (!line.isDeaf && clients.elapsed() < until) await pause(clients, 10)
  await pause(clients, LOST_DEAF_MS)
  line.fault = { kind: 'cut' }
  await pause(clients, LOST_MS)
}

async function strikeLine(
  world: World,
  chance: Chance,
  kind: (typeof LINE_FAULTS)[number] | typeof LINE_LOST,
  { index, line }: Server,
): Promise<void> {
  if (!line) return
  const { clients, faults } = world
  const at = clients.elapsed()
  if (kind === LINE_LOST) await loseLine(line, world)
  else {
    if (kind === 'line-slow') line.fault = { kind: 'slow', ms: chance.between(20, 250) }
    else line.fault = { kind: kind === 'line-cut' ? 'cut' : 'deaf' }
    await pause(clients, chance.between(50, 1_500))
  }
  line.fault = undefined
  faults.push({ kind, target: index, at, healedAt: clients.elapsed() })
}

async function strikeRedis(
  { clients, faults }: World,
  chance: Chance,
  kind: (typeof REDIS_FAULTS)[number],
  redis: RedisServer,
): Promise<void> {
  const at = clients.elapsed()
  switch (kind) {
    case 'redis-killed':
      await redis.kill()
      await pause(clients, chance.between(50, 1_500))
      await redis.start()
      break
    case 'redis-full':
      await tell(redis, ['CONFIG', 'SET', 'maxmemory', '1'])
      await pause(clients, chance.between(200, 1_500))
      await tell(redis, ['CONFIG', 'SET', 'maxmemory', '0'])
      break
    case 'redis-paused': {
      const ms = chance.between(100, 1_500)
      await tell(redis, ['CLIENT', 'PAUSE', String(ms), 'ALL'])
      await pause(clients, ms)
    }
  }
  faults.push({ kind, target: 'redis', at, healedAt: clients.elapsed() })
}

async function strikeAround(
  { house: { company, clu, whatsapp }, agents, clients, faults }: World,
  chance: Chance,
  kind: (typeof AROUND)[number],
): Promise<void> {
  const at = clients.elapsed()
  const ms = chance.between(500, 2_000)
  const healed = (how?: string): void => {
    faults.push({ kind, ...(how ? { how } : {}), target: 'around', at, healedAt: clients.elapsed() })
  }
  switch (kind) {
    case 'company': {
      const how = chance.pick([...COMPANY_FAULTS, 'dead'] as const)
      if (how === 'dead') company.line.fault = { kind: 'cut' }
      else company.sandbox.setFault({ kind: how })
      await pause(clients, ms)
      company.line.fault = undefined
      company.sandbox.setFault(undefined)
      return healed(how)
    }
    case 'clu': {
      const how = chance.pick(CLU_FAULTS)
      clu.fault = how
      await pause(clients, ms)
      clu.fault = undefined
      return healed(how)
    }
    case 'graph': {
      if (!whatsapp) return await pause(clients, ms)
      const how = chance.pick(GRAPH_FAULTS)
      whatsapp.fault = how
      await pause(clients, ms)
      whatsapp.fault = undefined
      return healed(how)
    }
    case 'agent-gone':
      await chance.pick(agents).goAway(chance.between(...AGENT_GONE_MS))
      return healed()
  }
}

async function tell(redis: RedisServer, [command = '', ...args]: string[]): Promise<void> {
  const client = new Redis(redis.port, '127.0.0.1')
  try {
    await client.call(command, ...args)
  } finally {
    client.disconnect()
  }
}
