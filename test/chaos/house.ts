import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'
import { systemClock } from '../../src/system.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { embeddedFaults } from './embedded-consistency.ts'
import { type FleetOptions, type Server, startFleet } from './fleet.ts'
import { type Clu, type Company, openClu, openCompany } from './outside.ts'
import { redisFaults } from './redis-consistency.ts'
import { WhatsApp } from './whatsapp.ts'

const ALL_DAY = ['00:00-24:00']
const DESK_ID = 'main'

export type StoreKind = 'redis' | 'embedded'

export interface HouseOptions
  extends Pick<FleetOptions, 'installation' | 'broken' | 'skews' | 'onPoint' | 'onPoison' | 'onCrash'> {
  store: StoreKind
  /** With the embedded store there is one, whatever this says. */
  servers: number
  /** Lines of redis.conf, over the run's own. */
  redis: readonly (readonly [string, string])[]
  /** For all files of the run. */
  folder: string
  /** Whether servers read with CLU, too. */
  withClu: boolean
  /** Whether some customers write on WhatsApp. */
  withWhatsApp: boolean
}

/** A desk with all that is around it. */
export interface House {
  servers: readonly Server[]
  redis: RedisServer | undefined
  company: Company
  clu: Clu
  whatsapp: WhatsApp | undefined
  /** Whether it is worth looking into the store: looking into the embedded one takes its server down. */
  seemsAtRest(over: AbortSignal): Promise<boolean>
  /** Hands out the store from outside. The embedded one is its server's alone, which is taken down for so long. */
  withStore<T>(use: (store: Store) => Promise<T>): Promise<T>
  /** Ends the servers for good: from now on nothing moves. */
  stop(): Promise<void>
  /** What disagrees inside the store, once nothing moves any more. */
  inconsistencies(): Promise<string[]>
  close(): Promise<void>
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { folder, store } = options
  const dataDir = join(folder, 'data')
  const redis = store === 'redis' ? await startRedis(...options.redis) : undefined
  const [company, clu] = await Promise.all([openCompany(), openClu()])
  const whatsapp = options.withWhatsApp ? await WhatsApp.open() : undefined
  const servers = await startFleet({
    ...options,
    size: redis ? options.servers : 1,
    redisPort: redis?.port,
    dataDir,
    deskFile: writeDesk(folder),
    companyUrl: company.url,
    whatsapp: whatsapp?.settings,
    cluUrl: options.withClu ? clu.url : undefined,
  })
  let stopping: Promise<unknown> | undefined
  async function stop(): Promise<void> {
    stopping ??= Promise.all(servers.map((server) => server.stop()))
    await stopping
  }

  async function open(): Promise<Store> {
    return redis
      ? await openRedis({ url: redis.url, desk: DESK_ID })
      : openEmbedded({ folder: dataDir, clock: systemClock })
  }
  async function use<T>(task: (store: Store) => Promise<T>): Promise<T> {
    const opened = await open()
    try {
      return await task(opened)
    } finally {
      await opened.close()
    }
  }

  return {
    servers,
    redis,
    company,
    clu,
    whatsapp,
    stop,
    async seemsAtRest(over) {
      return redis !== undefined || (await servers[0]?.waiting(over)) === 0
    },
    async withStore(task) {
      if (redis || stopping !== undefined) return await use(task)
      const used = Promise.withResolvers<void>()
      for (const server of servers) await server.pause(used.promise)
      try {
        return await use(task)
      } finally {
        used.resolve()
        for (const server of servers) await server.ready
      }
    },
    async inconsistencies() {
      if (redis) return await redisFaults(redis.url, DESK_ID)
      return embeddedFaults(dataDir)
    },
    async close() {
      await stop()
      await Promise.all([company.close(), clu.close(), whatsapp?.close(), redis?.remove()])
    },
  }
}

/** The desk of a run: always open, and so impatient with silent agents that a run sees their leases end. */
function writeDesk(folder: string): string {
  const desk = parse(readFileSync(join(import.meta.dirname, '../../desk.yaml'), 'utf8')) as {
    hours: Record<string, string[]>
  }
  const hours = Object.fromEntries(Object.keys(desk.hours).map((day) => [day, ALL_DAY]))
  const leases = { warnAfterSeconds: 2, graceSeconds: 1, presenceSeconds: 60 }
  const file = join(folder, 'desk.yaml')
  writeFileSync(file, stringify({ ...desk, hours, holidays: [], leases }))
  return file
}
