import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { copyStore } from '../../src/store/copy/copy.ts'
import type { Depot } from '../../src/store/copy/rows.ts'
import { openEmbeddedDepot } from '../../src/store/embedded/depot.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { openRedisDepot } from '../../src/store/redis/depot.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'
import { systemClock } from '../../src/system.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let redis: RedisServer
let folder: string
beforeEach(async () => {
  redis = await startRedis()
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-copy-'))
})
afterEach(async () => {
  await redis.remove()
  rmSync(folder, { recursive: true })
})

const here = (name: string) => path.join(folder, name)
const embedded = (name: string) => openEmbedded({ folder: here(name), clock: systemClock })

/** Something of everything that a store holds, odd keys and half-done work among it. */
async function fill(store: Store): Promise<void> {
  const put = (key: string, expect: number, terms: [string, number][]) => ({
    key,
    expect,
    schema: 3,
    body: `{"empty":[],"of":"${key} ñ 😀"}`,
    terms,
  })
  await store.commit({
    id: 'one',
    put: [put('case/A', 0, [['queue/general', 1_700_000_000_123]]), put('case/B', 0, [['queue/general', 5]])],
    unique: [{ name: 'open-case/1', owner: 'case/A' }],
    append: ['a', 'b', 'c'].map((body) => ({
      log: 'conversation/1',
      body,
      once: `in/web/1/${body}`,
      wake: ['inputs', 'unsealed'],
    })),
  })
  await store.commit({
    id: 'two',
    put: [put('case/A', 1, [['agent-cases/x', 0.5]])],
    consume: [
      { log: 'conversation/1', upTo: 1, wake: 'inputs' },
      { log: 'conversation/1', upTo: 3, wake: 'unsealed' },
    ],
  })
  for (const body of ['1', '2', '3']) {
    await store.commit({ id: `event-${body}`, append: [{ log: 'events', body, keep: 2 }] })
  }
  // Somebody is at work on it, and will not come back.
  await store.take(['inputs'], { by: 'gone', upTo: Number.MAX_SAFE_INTEGER, n: 1, leaseMs: 60_000 })
}

/** What can be seen of a store through its port. */
async function look(store: Store) {
  const taken = await store.take(['inputs', 'unsealed', 'queue/general', 'agent-cases/x'], {
    by: 'me',
    upTo: Number.MAX_SAFE_INTEGER,
    n: 9,
    leaseMs: 1_000,
  })
  return {
    records: await store.read(['case/A', 'case/B', 'case/C']),
    lines: [await store.lines('conversation/1', 0, 9), await store.lines('events', 0, 9)],
    taken: taken.map(({ index, member, score, after }) => ({ index, member, score, after })),
    owner: await store.find('open-case/1'),
    again: await store.commit({
      id: 'three',
      append: [{ log: 'conversation/1', body: 'b', once: 'in/web/1/b' }],
    }),
    stale: await store.commit({ id: 'four', put: [{ key: 'case/A', expect: 1, schema: 3, body: '{}' }] }),
    next: await store.commit({
      id: 'five',
      put: [{ key: 'case/A', expect: 2, schema: 3, body: '{}', terms: [] }],
      append: [{ log: 'events', body: '4' }],
    }),
    left: await store.page('agent-cases/x', undefined, 9),
  }
}

async function copied(from: Depot, to: Depot) {
  try {
    return await copyStore(from, to)
  } finally {
    await from.close()
    await to.close()
  }
}

test('a desk that went to Redis and back is the same in all three, and goes on as before', async () => {
  const first = embedded('first')
  await fill(first)
  await first.close()
  const there = await copied(await openEmbeddedDepot(here('first')), await openRedisDepot(redis.url, 'main'))
  const back = await copied(await openRedisDepot(redis.url, 'main'), await openEmbeddedDepot(here('back')))
  expect(there.counts).toEqual({ record: 2, line: 5, consumed: 2, waiting: 2, unique: 1, seen: 3 })
  expect(back).toEqual(there)

  const stores = [embedded('first'), await openRedis({ url: redis.url, desk: 'main' }), embedded('back')]
  const [one, two, three] = await Promise.all(stores.map(look))
  await Promise.all(stores.map((store) => store.close()))
  expect(two).toEqual(one)
  expect(three).toEqual(one)
  expect(one?.taken.map(({ member }) => member)).toEqual(['case/A', 'case/B', 'conversation/1'])
})

test('the command ends, and says why, when Redis can not be reached', async () => {
  const settings = { PATH: process.env.PATH, DATA_DIR: here('first'), REDIS_URL: 'redis://127.0.0.1:1' }
  const copying = promisify(execFile)(process.execPath, ['src/store-copy.ts', '--to', 'redis'], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: settings,
    timeout: 60_000,
  })
  await expect(copying).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Redis can't be used: connect ECONNREFUSED 127.0.0.1:1. Check REDIS_URL"),
  })
})

test('a target that holds anything is refused, and stays as it is', async () => {
  for (const name of ['first', 'second']) {
    const store = embedded(name)
    await store.commit({ id: name, put: [{ key: `case/${name}`, expect: 0, schema: 1, body: '{}' }] })
    await store.close()
  }
  const copying = copied(await openEmbeddedDepot(here('first')), await openEmbeddedDepot(here('second')))
  await expect(copying).rejects.toMatchObject({ code: 'copy-refused' })
  const second = embedded('second')
  expect(await second.read(['case/first', 'case/second'])).toMatchObject([undefined, { version: 1 }])
  await second.close()
})
