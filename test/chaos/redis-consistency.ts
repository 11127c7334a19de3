import { Redis } from 'ioredis'

/**
 * What disagrees inside Redis, once nothing moves any more. A run has a Redis of its own and so may scan it; the product
 * never does. The keys are told at the head of src/store/redis/lua/shared.lua.
 */
export async function redisFaults(url: string, desk: string): Promise<string[]> {
  const redis = new Redis(url)
  const prefix = `escotilla:{${desk}}:`
  const faults: string[] = []
  try {
    const keys = await redis.keys('*')
    const named = (kind: string): string[] =>
      keys
        .filter((key) => key.startsWith(`${prefix}${kind}:`))
        .map((key) => key.slice(prefix.length + kind.length + 1))
    for (const key of keys)
      if (!key.startsWith(prefix)) faults.push(`a key without the desk's prefix: ${key}`)
    for (const index of new Set([...named('x'), ...named('f'), ...named('h')])) {
      const [all, free, held] = await Promise.all(
        ['x', 'f', 'h'].map((kind) => redis.zrange(`${prefix}${kind}:${index}`, '0', '-1')),
      )
      const parts = [...(free ?? []), ...(held ?? [])].toSorted()
      if (parts.join('\n') !== (all ?? []).toSorted().join('\n')) {
        faults.push(`index ${index}: ${all?.length} members, ${free?.length} free and ${held?.length} held`)
      }
    }
    for (const name of named('u')) {
      const owner = await redis.get(`${prefix}u:${name}`)
      if ((await redis.exists(`${prefix}r:${owner}`)) === 0)
        faults.push(`${name} belongs to ${owner}, which is not there`)
    }
    for (const log of named('l')) {
      const [first, last] = await redis.hmget(`${prefix}l:${log}`, 'f', 'n')
      const lines = (await redis.hkeys(`${prefix}l:${log}`)).filter((field) => /^\d+$/.test(field)).length
      const wanted = Number(last ?? 0) - Number(first ?? 1) + 1
      if (lines !== wanted) faults.push(`log ${log}: ${lines} lines where ${wanted} are meant`)
    }
    return faults
  } finally {
    redis.disconnect()
  }
}
