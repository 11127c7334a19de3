import { Redis } from 'ioredis'
import { FAULT_KINDS as COMPANY_FAULTS } from '../../src/business/sandbox/sandbox.ts'
import type { RedisServer } from '../support/redis-server.ts'
import { type Clients, pause } from './client.ts'
import { FAILPOINTS } from './failpoints.ts'
import type { Server } from './fleet.ts'
import type { Company } from './house.ts'
import type { Chance } from './random.ts'

/** What a run can do to its servers. */
const SERVER_FAULTS = [
  'kill',
  'failpoint',
  'stopped-holder',
  'line-cut',
  'line-deaf',
  'line-slow',
  'reading',
] as const
const REDIS_FAULTS = ['redis-killed', 'redis-full', 'redis-paused'] as const
export const FAULTS = [...SERVER_FAULTS, ...REDIS_FAULTS, 'company'] as const
export type FaultKind = (typeof FAULTS)[number]

/** Something that was done, and to whom. Times are milliseconds since the run began. */
export interface Fault {
  kind: FaultKind
  target: number | 'redis' | 'company'
  at: number
  /** When the cause was taken away; recovery is counted from here. */
  healedAt: number
}

export interface World {
  servers: readonly Server[]
  redis: RedisServer
  company: Company
  clients: Clients
  faults: Fault[]
}

/** Does everything it knows to the world until `done`, then leaves nothing broken. */
export async function storm(
  world: World,
  chance: Chance,
  kinds: readonly FaultKind[],
  done: AbortSignal,
): Promise<void> {
  const chosen = <T extends FaultKind>(of: readonly T[]): T[] => of.filter((kind) => kinds.includes(kind))
  const onServers = chosen(SERVER_FAULTS)
  const onRedis = chosen(REDIS_FAULTS)
  const lanes = [
    ...world.servers.map((server) =>
      lane(world, chance.fork(), onServers, [300, 2_500], done, (kind, own) =>
        strike(world, own, kind, server),
      ),
    ),
    lane(world, chance.fork(), onRedis, [300, 2_500], done, (kind, own) => strikeRedis(world, own, kind)),
    lane(world, chance.fork(), chosen(['company']), [300, 2_000], done, (_, own) =>
      strikeCompany(world, own),
    ),
  ]
  await Promise.all(lanes)
  // One may have stopped on its own in the moment before it was calmed.
  for (const server of world.servers) server.signal('SIGCONT')
}

async function lane<T extends FaultKind>(
  { clients }: World,
  chance: Chance,
  kinds: readonly T[],
  [shortest, longest]: readonly [number, number],
  done: AbortSignal,
  cause: (kind: T, chance: Chance) => Promise<void>,
): Promise<void> {
  if (kinds.length === 0) return
  while (!done.aborted) {
    await Promise.race([
      pause(clients, chance.between(shortest, longest)),
      new Promise((resolve) => done.addEventListener('abort', resolve, { once: true })),
    ])
    if (!done.aborted) await cause(chance.pick(kinds), chance)
  }
}

async function strike(
  world: World,
  chance: Chance,
  kind: (typeof SERVER_FAULTS)[number],
  server: Server,
): Promise<void> {
  const { clients, faults } = world
  const at = clients.elapsed()
  const healed = (): void => {
    faults.push({ kind, target: server.index, at, healedAt: clients.elapsed() })
  }
  switch (kind) {
    case 'kill':
      await server.kill()
      await pause(clients, chance.between(0, 500))
      healed()
      await server.start(clients.over)
      return
    case 'failpoint': {
      server.order({
        kind: 'fail',
        at: chance.pick(FAILPOINTS),
        passes: chance.between(0, 5),
        how: 'SIGKILL',
      })
      const died = await Promise.race([server.gone.then(() => true), pause(clients, 3_000).then(() => false)])
      // Nobody came by there: it is killed all the same, as it is armed.
      if (!died) await server.kill()
      healed()
      await server.start(clients.over)
      return
    }
    case 'stopped-holder': {
      const point = chance.pick(['after-take', 'before-turn', 'after-lines', 'before-intake'] as const)
      server.order({ kind: 'fail', at: point, passes: 0, how: 'SIGSTOP' })
      const until = clients.elapsed() + 2_000
      while (!server.isStopped() && clients.elapsed() < until) await pause(clients, 20)
      if (!server.isStopped()) {
        server.order({ kind: 'calm' })
        return
      }
      await pause(clients, chance.between(2_200, 3_200))
      server.signal('SIGCONT')
      healed()
      return
    }
    case 'line-cut':
    case 'line-deaf':
      server.line.fault = { kind: kind === 'line-cut' ? 'cut' : 'deaf' }
      await pause(clients, chance.between(50, 1_500))
      server.line.fault = undefined
      healed()
      return
    case 'line-slow':
      server.line.fault = { kind: 'slow', ms: chance.between(20, 250) }
      await pause(clients, chance.between(500, 2_000))
      server.line.fault = undefined
      healed()
      return
    case 'reading':
      server.order({ kind: 'reading', how: chance.pick(['slow', 'dead'] as const) })
      await pause(clients, chance.between(500, 2_000))
      server.order({ kind: 'reading', how: 'well' })
      healed()
  }
}

async function strikeRedis(world: World, chance: Chance, kind: (typeof REDIS_FAULTS)[number]): Promise<void> {
  const { redis, clients, faults } = world
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

async function strikeCompany({ company, clients, faults }: World, chance: Chance): Promise<void> {
  const at = clients.elapsed()
  company.sandbox.setFault({ kind: chance.pick(COMPANY_FAULTS) })
  await pause(clients, chance.between(500, 2_000))
  company.sandbox.setFault(undefined)
  faults.push({ kind: 'company', target: 'company', at, healedAt: clients.elapsed() })
}

async function tell(redis: RedisServer, [command = '', ...args]: string[]): Promise<void> {
  const client = new Redis(redis.port, '127.0.0.1')
  try {
    await client.call(command, ...args)
  } finally {
    client.disconnect()
  }
}
