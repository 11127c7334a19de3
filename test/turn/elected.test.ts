import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { StoreAway } from '../../src/errors.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { overStore } from '../../src/store/over-store.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'
import { createLogger } from '../../src/telemetry.ts'
import { type Elected, LOCK_MS, startElection } from '../../src/turn/elected.ts'
import { countingIds, ManualClock } from '../support/manual-clock.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

let redis: RedisServer
let clock: ManualClock
let store: Store
let running: Elected[]
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())
beforeEach(() => {
  clock = new ManualClock()
  store = openEmbedded({ folder: ':memory:', clock })
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()))
  await store.close()
})

function stand(by: string, over: Store = store, own: ManualClock = clock): Elected {
  const one = startElection({
    store: over,
    clock: own,
    ids: countingIds(by),
    by,
    name: 'sweeper',
    logger: createLogger('silent'),
  })
  running.push(one)
  return one
}

async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 1_000) {
    clock.advance(1_000)
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

test('one of many is elected, and stays it', async () => {
  const all = ['a', 'b', 'c'].map((by) => stand(by))
  await until(() => all.some((one) => one.holds()), 'somebody is elected')
  const first = all.map((one) => one.holds())
  expect(first.filter(Boolean)).toHaveLength(1)
  for (let n = 0; n < 10; n += 1) {
    await pass(LOCK_MS / 2)
    expect(all.map((one) => one.holds())).toEqual(first)
  }
})

test('who stops gives it back at once', async () => {
  const first = stand('a')
  await until(() => first.holds(), 'the first is elected')
  const second = stand('b')
  await first.stop()
  expect(first.holds()).toBe(false)
  second.hint()
  await until(() => second.holds(), 'the second is elected')
})

test('what was given back is free at once for a process whose reading of the clock is a little behind', async () => {
  const first = stand('a')
  await until(() => first.holds(), 'the first is elected')
  await first.stop()
  const second = stand('b', overStore(store, { now: () => store.now() - 50 }))
  await until(() => second.holds(), 'the second is elected')
})

test('a lock from before the clock was set back is not waited for', async () => {
  const before = stand('a')
  await until(() => before.holds(), 'the first is elected')
  const lost = overStore(store, { now: () => store.now() - 600_000 })
  const after = stand('b', lost)
  await until(() => after.holds(), 'the second is elected')
})

test('when who was elected dies or is paused, another takes over, and never are there two', async () => {
  let isPaused = false
  // Nothing of a paused process gets to the store.
  const frozen = overStore(store, {
    async commit(change) {
      if (isPaused) throw new StoreAway('paused')
      return await store.commit(change)
    },
  })
  const first = stand('a', frozen)
  await until(() => first.holds(), 'the first is elected')
  const second = stand('b')
  isPaused = true
  let gone = 0
  while (!second.holds()) {
    await pass(1_000)
    gone += 1_000
    expect([first.holds(), second.holds()]).not.toEqual([true, true])
  }
  expect(gone).toBeLessThanOrEqual(LOCK_MS + 6_000)
  isPaused = false
  await pass(LOCK_MS)
  expect([first.holds(), second.holds()]).toEqual([false, true])
})

test('with clocks five minutes apart one process at a time is elected on Redis', async () => {
  const [here, there] = [await openRedis(place()), await openRedis(place())]
  const away = 5 * 60_000
  const [behind, ahead] = [new ManualClock(here.now() - away), new ManualClock(here.now() + away)]
  try {
    const first = stand('a', here, ahead)
    await until(() => first.holds(), 'the first is elected')
    const second = stand('b', there, behind)
    for (let n = 0; n < 20; n += 1) {
      for (const own of [behind, ahead]) own.advance(1_000)
      second.hint()
      await until(async () => (await there.health()).ok, 'Redis answers')
      expect([first.holds(), second.holds()]).toEqual([true, false])
    }
    await first.stop()
    second.hint()
    await until(() => second.holds(), 'the second is elected')
    await second.stop()
  } finally {
    running = []
    await Promise.all([here.close(), there.close()])
  }
})

function place(): { url: string; desk: string } {
  return { url: redis.url, desk: 'elections' }
}
