import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { openRedis } from '../../src/store/redis/open.ts'
import { Line } from '../chaos/line.ts'
import { storeContract } from '../contract/store.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

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

test('a Redis that may throw things away is refused, with what to change', async () => {
  const evicting = await startRedis(['maxmemory-policy', 'allkeys-lru'])
  try {
    await expect(openRedis({ url: evicting.url, desk: 'main' })).rejects.toThrow(
      'Set maxmemory-policy noeviction',
    )
  } finally {
    await evicting.remove()
  }
})

test('a Redis that nobody can reach is told in words', async () => {
  await expect(openRedis({ url: 'redis://127.0.0.1:1', desk: 'main' })).rejects.toMatchObject({
    code: 'store-unusable',
  })
})

test('what got no answer is not sent again by the connection: whoever asked decides', async () => {
  const line = await Line.open(redis.port)
  const store = await openRedis({ url: `redis://127.0.0.1:${line.port}`, desk: 'sent-once' })
  const there = await openRedis({ url: redis.url, desk: 'sent-once' })
  try {
    const change = { id: 'change', put: [{ key: 'k', expect: 0, schema: 1, body: '{}' }] }
    // On its way, and it never gets there.
    line.fault = { kind: 'slow', ms: 60_000 }
    const told = expect(store.commit(change)).rejects.toThrow('did not answer')
    await new Promise(setImmediate)
    line.fault = { kind: 'cut' }
    await told
    line.fault = undefined
    await until(
      () =>
        store.read(['k']).then(
          () => true,
          () => false,
        ),
      'it is connected again',
    )
    expect(await there.read(['k'])).toEqual([undefined])
    expect(await store.commit(change)).toMatchObject({ outcome: 'committed' })
  } finally {
    await Promise.all([store.close(), there.close()])
    await line.close()
  }
})

test('a full Redis takes no part of a change, and serves again when there is room', async () => {
  const small = await startRedis(['maxmemory', '4mb'])
  const store = await openRedis({ url: small.url, desk: 'main' })
  const admin = new Redis(small.url)
  try {
    const write = (n: number) =>
      store.commit({
        id: `change-${n}`,
        put: [{ key: `k${n}`, expect: 0, schema: 1, body: 'x'.repeat(50_000), terms: [['i', n]] }],
        append: [{ log: 'l', body: `${n}` }],
        unique: [{ name: `u${n}`, owner: `k${n}` }],
      })
    let written = 0
    while ((await write(written)).outcome === 'committed') written += 1
    expect(written).toBeGreaterThan(0)
    expect(await store.lines('l', 0, 1_000)).toHaveLength(written)
    expect(await store.rank('i', '')).toEqual({ before: undefined, size: written })
    expect(await store.read([`k${written}`])).toEqual([undefined])
    expect(await store.find(`u${written}`)).toBeUndefined()
    // What buffers have given back meanwhile may be room enough for a taking.
    await admin.config('SET', 'maxmemory', '1')
    await expect(store.take(['i'], { by: 'test', upTo: 9e15, n: 1, leaseMs: 1 })).rejects.toMatchObject({
      code: 'store-away',
    })
    await admin.config('SET', 'maxmemory', '64mb')
    expect(await write(written)).toMatchObject({ outcome: 'committed', seqs: [written + 1] })
  } finally {
    admin.disconnect()
    await store.close()
    await small.remove()
  }
})

test('whoever watches is told after Redis was away, since a hint may have been missed', async () => {
  const own = await startRedis()
  const store = await openRedis({ url: own.url, desk: 'main' })
  try {
    const told = new Promise((resolve) => store.watch(['conversation/1'], resolve))
    await own.kill()
    await own.start()
    expect(await told).toBe('conversation/1')
  } finally {
    await store.close()
    await own.remove()
  }
})

test("two desks on one Redis don't see each other", async () => {
  const [one, other] = await Promise.all(
    ['north', 'south'].map((desk) => openRedis({ url: redis.url, desk })),
  )
  await one?.commit({ id: 'c', put: [{ key: 'a', expect: 0, schema: 1, body: '{}' }] })
  expect(await other?.read(['a'])).toEqual([undefined])
  expect(
    await other?.commit({ id: 'c', put: [{ key: 'a', expect: 0, schema: 1, body: '{}' }] }),
  ).toMatchObject({
    outcome: 'committed',
  })
  await Promise.all([one?.close(), other?.close()])
})

test('what others publish on the channel of hints harms nobody', async () => {
  const store = await openRedis({ url: redis.url, desk: 'strangers' })
  const stranger = new Redis(redis.url)
  try {
    const told = new Promise((resolve) => store.watch(['conversation/1'], resolve))
    for (const message of ['no JSON', '7', '{"name":1}', '["conversation/1"]']) {
      await stranger.publish('escotilla:{strangers}:hints', message)
    }
    expect(await told).toBe('conversation/1')
  } finally {
    stranger.disconnect()
    await store.close()
  }
})

test('nobody is told of what the change has taken itself, or of more of what somebody holds: they would ask in vain', async () => {
  const store = await openRedis({ url: redis.url, desk: 'hints' })
  const heard: string[] = []
  const ended = new Promise<void>((resolve) => {
    store.watch(['inputs', 'end'], (name) => {
      heard.push(name)
      if (name === 'end') resolve()
    })
  })
  const append = [{ log: 'l', body: 'x', wake: 'inputs' }]
  const take = { log: 'l', index: 'inputs', by: 'w', leaseMs: 60_000 }
  await store.commit({ id: 'a', append, take })
  await store.commit({ id: 'b', append })
  await store.commit({ id: 'c', append: [{ log: 'end', body: 'x' }] })
  await ended
  expect(heard).toEqual(['end'])
  await store.close()
})
