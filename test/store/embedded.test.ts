import { expect, test } from '@jest/globals'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { TestClock } from '../contract/test-clock.ts'

test('a first look', async () => {
  const clock = new TestClock()
  const store = openEmbedded({ folder: ':memory:', clock })
  const change = {
    id: 'c1',
    put: [{ key: 'case/1', expect: 0, schema: 1, body: '{}', terms: [['queue', 5] as const] }],
    append: [
      { log: 'l', body: 'a', wake: ['in', 'seal'], once: 'o' },
      { log: 'l', body: 'b' },
    ],
  }
  expect(await store.commit(change)).toEqual({ outcome: 'committed', seqs: [1, 2] })
  expect(await store.commit(change)).toEqual({ outcome: 'already', seqs: [1, 2] })
  expect(await store.commit({ ...change, id: 'c2' })).toEqual({ outcome: 'duplicate', log: 'l', seq: 1 })
  expect(await store.commit({ id: 'c3', put: change.put })).toEqual({ outcome: 'stale' })
  const [taken] = await store.take(['in'], { by: 'w', upTo: store.now(), n: 5, leaseMs: 1000 })
  expect(taken).toMatchObject({ member: 'l', attempts: 1, after: 0 })
  expect(await store.take(['in'], { by: 'w', upTo: store.now(), n: 5, leaseMs: 1000 })).toEqual([])
  clock.advance(1000)
  expect(await store.take(['in'], { by: 'w', upTo: store.now(), n: 5, leaseMs: 1000 })).toMatchObject([
    { attempts: 2 },
  ])
  expect(
    await store.commit({
      id: 'c4',
      append: [{ log: 'l', body: 'c', wake: 'in' }],
      consume: [{ log: 'l', upTo: 1, wake: 'in' }],
    }),
  ).toMatchObject({ seqs: [3] })
  expect(
    await store.take(['in', 'queue'], { by: 'w', upTo: store.now(), n: 5, leaseMs: 1000 }),
  ).toMatchObject([
    { member: 'case/1', score: 5 },
    { member: 'l', attempts: 1, after: 1 },
  ])
  expect(await store.page('seal', undefined, 3)).toMatchObject([{ member: 'l' }])
  expect(await store.rank('queue', 'case/1')).toEqual({ before: 0, size: 1 })
  expect(await store.lines('l', 1, 10)).toMatchObject([
    { seq: 2, body: 'b' },
    { seq: 3, body: 'c' },
  ])
  expect(await store.linesBefore('l', undefined, 1)).toMatchObject([{ seq: 3 }])
  expect(await store.health()).toEqual({ ok: true, adapter: 'embedded', durable: false })
  await store.close()
  await expect(store.commit({ id: 'x' })).rejects.toMatchObject({ code: 'store-away' })
  await expect(store.read(['x'])).rejects.toMatchObject({ code: 'store-away' })
})
