import type { Redis } from 'ioredis'

/** What a Redis is set up to keep, and what that means for whoever wrote something. */
export interface Durability {
  /** Whether what was acknowledged survives a killed Redis and a power cut of its machine. */
  durable: boolean
  /** What survives what, one paragraph. */
  says: string
  /** What is about to run out; undefined when nothing is. */
  short: string | undefined
  /** Why this Redis can't be used at all: it throws away what it was given. */
  unfit: string | undefined
}

interface Facts {
  version: string
  appendOnly: boolean
  /** `always`, `everysec` or `no`; undefined where Redis doesn't tell, as managed ones don't. */
  fsync: string | undefined
  policy: string
  replicas: number
  writeFailed: boolean
  /** Bytes in use, and how many may be; 0: as many as there are. */
  memory: { used: number; most: number }
}

/** From here on an operator is told, while there is still time. */
const SHORT_FROM = 0.85

/** Asks Redis how it is set up (redis.io/docs/latest/operate/oss_and_stack/management/persistence). */
export async function readDurability(client: Redis): Promise<Durability> {
  const [info, fsync] = await Promise.all([
    client.info(),
    // Managed Redis often forbids CONFIG.
    client.config('GET', 'appendfsync').then(readSetting, () => undefined),
  ])
  const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim()
  return judge({
    version: value('redis_version') ?? 'of an unknown version',
    appendOnly: value('aof_enabled') === '1',
    fsync,
    policy: value('maxmemory_policy') ?? 'noeviction',
    replicas: Number(value('connected_slaves') ?? 0),
    writeFailed: value('aof_last_write_status') === 'err',
    memory: { used: Number(value('used_memory') ?? 0), most: Number(value('maxmemory') ?? 0) },
  })
}

function readSetting(reply: unknown): string | undefined {
  return Array.isArray(reply) ? String(reply[1]) : undefined
}

export function judge(facts: Facts): Durability {
  const durable = facts.appendOnly && facts.fsync === 'always' && !facts.writeFailed
  return {
    durable,
    says: `Redis ${facts.version}: ${files(facts)} ${replicas(facts.replicas)}`,
    short: shortOf(facts.memory),
    unfit:
      facts.policy === 'noeviction'
        ? undefined
        : `its maxmemory-policy is ${facts.policy}: when memory runs out it throws away conversations and requests for a person. Set maxmemory-policy noeviction`,
  }
}

function shortOf({ used, most }: Facts['memory']): string | undefined {
  if (most === 0 || used < most * SHORT_FROM) return undefined
  const percent = Math.floor((used / most) * 100)
  return `Redis uses ${percent}% of its maxmemory: at 100% new messages are refused. Give it more`
}

function files({ appendOnly, fsync, writeFailed }: Facts): string {
  if (!appendOnly)
    return 'no append-only file, so a Redis that stops loses what it was given since its last snapshot. Set appendonly yes and appendfsync always.'
  if (writeFailed) return 'its append-only file can not be written: free disk space.'
  switch (fsync) {
    case 'always':
      return 'every write is on disk before it is acknowledged, so what was acknowledged survives a killed Redis and a power cut.'
    case 'everysec':
      return 'writes reach the disk once a second: a power cut loses up to a second of what was acknowledged, and where the disk is slow a killed Redis loses up to two. Set appendfsync always.'
    case 'no':
      return 'the system decides when writes reach the disk: what was acknowledged survives a killed Redis, and a power cut loses up to half a minute of it. Set appendfsync always.'
    default:
      return 'it does not tell when its append-only file is flushed, so a power cut may lose what was acknowledged. Have appendfsync set to always, and ask who runs it.'
  }
}

function replicas(count: number): string {
  if (count === 0) return 'It has no replica: with its disk, everything is lost.'
  return `It has ${count === 1 ? 'one replica' : `${count} replicas`}, which may be a moment behind: when one of them takes over, requests for a person are there, because they are acknowledged only when one has them; other messages of that moment are lost.`
}
