import { expect, test } from '@jest/globals'
import { readRedisUrl } from '../../src/store/redis/connect.ts'
import { judge } from '../../src/store/redis/durability.ts'
import { movingConnector } from '../../src/store/redis/moving.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { until } from '../support/until.ts'

test.each([
  [
    'redis://localhost',
    { kind: 'single', addresses: [{ host: 'localhost', port: 6379 }], db: 0, tls: false },
  ],
  ['rediss://:p%40ss@redis.example:6380/2', { kind: 'single', password: 'p@ss', db: 2, tls: true }],
  ['redis://me:secret@[::1]:7000', { username: 'me', addresses: [{ host: '::1', port: 7000 }] }],
  ['redis://secret@localhost', { username: undefined, password: 'secret' }],
  [
    'redis+sentinel://a,b:26380/mymaster',
    {
      kind: 'sentinel',
      master: 'mymaster',
      addresses: [
        { host: 'a', port: 26379 },
        { host: 'b', port: 26380 },
      ],
    },
  ],
  ['rediss+cluster://a:1,b:2', { kind: 'cluster', tls: true }],
])('%s says where Redis is', (url, place) => {
  expect(readRedisUrl(url)).toMatchObject(place)
})

test.each([
  ['http://localhost', 'is not an address of Redis'],
  ['localhost:6379', 'is not an address of Redis'],
  ['redis://', 'is not an address of Redis'],
  ['redis+sentinel://a:1', 'names no master'],
  ['redis://a,b', 'names several hosts'],
  ['redis://a/main', 'no number of a database'],
  ['redis+cluster://a/3', 'a cluster has only the first'],
  ['redis://:50%secret@a', 'not percent-encoded'],
])('%s is refused in words that do not repeat it', (url, why) => {
  expect(() => readRedisUrl(url)).toThrow(why)
  expect(() => readRedisUrl(url)).not.toThrow('secret')
})

const redis = {
  version: '7.0.15',
  appendOnly: true,
  fsync: 'always',
  policy: 'noeviction',
  replicas: 0,
  writeFailed: false,
  memory: { used: 1_000, most: 0 },
}

test.each([
  ['each write flushed', redis, true, 'survives a killed Redis and a power cut'],
  ['a flush a second', { ...redis, fsync: 'everysec' }, false, 'loses up to a second'],
  ['no append-only file', { ...redis, appendOnly: false }, false, 'since its last snapshot'],
  ['a disk that is full', { ...redis, writeFailed: true }, false, 'free disk space'],
  ['a Redis that does not tell', { ...redis, fsync: undefined }, false, 'ask who runs it'],
])('what survives what is told: %s', (_, facts, durable, says) => {
  expect(judge(facts)).toMatchObject({ durable, unfit: undefined })
  expect(judge(facts).says).toContain(says)
})

test('memory that is about to run out is told of while there is time', () => {
  expect(judge({ ...redis, memory: { used: 84, most: 100 } }).short).toBeUndefined()
  expect(judge({ ...redis, memory: { used: 91, most: 100 } }).short).toContain('91% of its maxmemory')
})

test('replicas that may be behind are told of', () => {
  expect(judge({ ...redis, replicas: 2 }).says).toContain('2 replicas, which may be a moment behind')
})

test('while nobody tells where the desk is they are asked again by the clock, until the connection is let go of', async () => {
  const clock = new ManualClock()
  let asked = 0
  const Connector = movingConnector(
    async () => {
      asked += 1
      throw new Error('nobody tells')
    },
    { tls: undefined, backoff: (tries) => tries * 100, sleep: (ms, signal) => clock.sleep(ms, signal) },
  )
  const connector = new Connector({})
  const told: Error[] = []
  for (const asks of [1, 3]) {
    const connecting = connector.connect((_type, fault) => told.push(fault))
    await until(() => asked === asks, 'they were asked')
    clock.advance(99)
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toBe(asks)
    clock.advance(1)
    await until(() => asked === asks + 1, 'they were asked again')
    connector.disconnect()
    await expect(connecting).rejects.toThrow('Connection is closed.')
  }
  expect(told).toHaveLength(4)
})
