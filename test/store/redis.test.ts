import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { openRedis } from '../../src/store/redis/open.ts'
import { storeContract } from '../contract/store.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let redis: RedisServer
let desks = 0
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

storeContract('redis', async () => {
  desks += 1
  const place = { url: redis.url, desk: `desk-${desks}` }
  return {
    open: (clock) => openRedis({ ...place, clock }),
    elsewhere: { module: join(import.meta.dirname, 'open-redis.ts'), argument: place },
    remove: async () => undefined,
  }
})
