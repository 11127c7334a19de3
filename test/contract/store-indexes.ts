import { expect, test } from '@jest/globals'
import type { IndexName } from '../../src/store/store.ts'
import type { Bench } from './store-bench.ts'

export function indexContract(bench: Bench): void {
  const place = (key: string, version: number, terms: [IndexName, number][] | undefined) =>
    bench.commit({ put: [{ key, expect: version, schema: 1, body: '{}', ...(terms ? { terms } : {}) }] })
  const members = async (index: string) =>
    (await bench.store.page(index, undefined, 1_000)).map(({ member }) => member)

  test('members are in order of score, then of name', async () => {
    const scores = { d: 2, a: 2, c: -1, b: 1.5, e: 1_763_784_705_123 }
    for (const [key, score] of Object.entries(scores)) await place(key, 0, [['i', score]])
    expect(await bench.store.page('i', undefined, 10)).toEqual([
      { member: 'c', score: -1 },
      { member: 'b', score: 1.5 },
      { member: 'a', score: 2 },
      { member: 'd', score: 2 },
      { member: 'e', score: 1_763_784_705_123 },
    ])
  })

  test('an index is paged without a gap or a double, also across equal scores', async () => {
    for (let n = 0; n < 25; n += 1) await place(`k${n}`, 0, [['i', Math.floor(n / 10)]])
    const seen: string[] = []
    let after: { member: string; score: number } | undefined
    for (;;) {
      const page = await bench.store.page('i', after, 4)
      if (page.length === 0) break
      seen.push(...page.map(({ member }) => member))
      after = page.at(-1)
    }
    expect(seen).toEqual(await members('i'))
    expect(new Set(seen).size).toBe(25)
  })

  test('a page goes on after a member that has left meanwhile', async () => {
    for (const key of ['a', 'b', 'c']) await place(key, 0, [['i', 1]])
    await place('b', 1, [])
    expect(await bench.store.page('i', { member: 'b', score: 1 }, 10)).toEqual([{ member: 'c', score: 1 }])
  })

  test("a record's entries replace the ones it had; without any it leaves; unnamed they stay", async () => {
    await place('a', 0, [
      ['queue', 1],
      ['due', 2],
    ])
    await place('a', 1, [
      ['due', 3],
      ['mine', 4],
    ])
    expect([await members('queue'), await members('due'), await members('mine')]).toEqual([[], ['a'], ['a']])
    expect(await bench.store.page('due', undefined, 1)).toEqual([{ member: 'a', score: 3 }])
    await place('a', 2, undefined)
    expect([await members('due'), await members('mine')]).toEqual([['a'], ['a']])
    await place('a', 3, [])
    expect([await members('due'), await members('mine')]).toEqual([[], []])
  })

  test('a rank tells who stands before and how many there are', async () => {
    for (const [n, key] of ['a', 'b', 'c'].entries()) await place(key, 0, [['i', n > 1 ? 1 : n]])
    expect(await bench.store.rank('i', 'a')).toEqual({ before: 0, size: 3 })
    expect(await bench.store.rank('i', 'b')).toEqual({ before: 1, size: 3 })
    expect(await bench.store.rank('i', 'c')).toEqual({ before: 2, size: 3 })
    expect(await bench.store.rank('i', 'stranger')).toEqual({ before: undefined, size: 3 })
    expect(await bench.store.rank('none', 'a')).toEqual({ before: undefined, size: 0 })
  })

  test('a rank stays right while many come, move and leave', async () => {
    // A fixed walk through numbers that looks like chance.
    let chance = 42
    const upTo = (n: number): number => {
      chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((chance / 2_147_483_648) * n)
    }
    const versions = new Map<string, number>()
    const move = (key: string, terms: [IndexName, number][]) => {
      const expected = versions.get(key) ?? 0
      versions.set(key, expected + 1)
      return bench.commit({ put: [{ key, expect: expected, schema: 1, body: '{}', terms }] })
    }
    for (let round = 0; round < 6; round += 1) {
      const keys = new Set(Array.from({ length: 400 }, () => `k${upTo(1_500)}`))
      const leaves = (key: string) => round > 2 && key.endsWith('7')
      await Promise.all([...keys].map((key) => move(key, leaves(key) ? [] : [['i', upTo(300)]])))
      const inOrder = (await bench.store.page('i', undefined, 10_000)).map(({ member }) => member)
      for (const before of [0, 1, upTo(inOrder.length), upTo(inOrder.length), inOrder.length - 1]) {
        expect(await bench.store.rank('i', inOrder[before] ?? '')).toEqual({ before, size: inOrder.length })
      }
      const stale = { put: [{ key: inOrder[0] ?? '', expect: 99, schema: 1, body: '', terms: [] }] }
      expect(await bench.commit(stale)).toEqual({ outcome: 'stale' })
    }
    // Everybody leaves from the front, as a queue is served.
    const waiting = await bench.store.page('i', undefined, 10_000)
    for (const [n, { member }] of waiting.entries()) {
      if (n % 97 === 0)
        expect((await bench.store.rank('i', waiting.at(-1)?.member ?? '')).before).toBe(
          waiting.length - 1 - n,
        )
      await move(member, [])
    }
    expect(await bench.store.rank('i', 'nobody')).toEqual({ before: undefined, size: 0 })
  })

  test('who is held by a worker still stands in line', async () => {
    for (const key of ['a', 'b']) await place(key, 0, [['i', 1]])
    await bench.take('i', 1)
    expect(await members('i')).toEqual(['a', 'b'])
    expect(await bench.store.rank('i', 'b')).toEqual({ before: 1, size: 2 })
  })

  test('a log is a member from its first waiting line until that is consumed', async () => {
    await bench.commit({ append: [{ log: 'l', body: 'quiet' }] })
    expect(await members('inputs')).toEqual([])
    const at = bench.store.now()
    await bench.commit({ append: [{ log: 'l', body: 'wakes', wake: 'inputs' }] })
    bench.clock.advance(1_000)
    await bench.commit({ append: [{ log: 'l', body: 'wakes', wake: 'inputs' }] })
    expect(await bench.store.page('inputs', undefined, 10)).toEqual([{ member: 'l', score: at }])
    await bench.commit({ consume: [{ log: 'l', upTo: 2, wake: 'inputs' }] })
    expect(await bench.store.page('inputs', undefined, 10)).toEqual([{ member: 'l', score: at + 1_000 }])
    await bench.commit({ consume: [{ log: 'l', upTo: 3, wake: 'inputs' }] })
    expect(await members('inputs')).toEqual([])
  })

  test('after quiet lines the oldest one that waits gives the score', async () => {
    const line = (wake?: string) => ({ append: [{ log: 'l', body: 'x', ...(wake ? { wake } : {}) }] })
    await bench.commit(line('inputs'))
    bench.clock.advance(1_000)
    await bench.commit(line())
    bench.clock.advance(1_000)
    await bench.commit(line('inputs'))
    await bench.commit({ consume: [{ log: 'l', upTo: 1, wake: 'inputs' }] })
    expect(await bench.store.page('inputs', undefined, 10)).toEqual([
      { member: 'l', score: bench.store.now() },
    ])
  })

  test('each index that a line waits in is consumed for itself', async () => {
    await bench.commit({
      append: [
        { log: 'l', body: '1', wake: ['inputs', 'unsealed'] },
        { log: 'l', body: '2', wake: ['outbox', 'unsealed'] },
      ],
    })
    await bench.commit({ consume: [{ log: 'l', upTo: 2, wake: 'inputs' }] })
    expect([await members('inputs'), await members('outbox'), await members('unsealed')]).toEqual([
      [],
      ['l'],
      ['l'],
    ])
    await bench.commit({ append: [{ log: 'l', body: '3', wake: ['inputs'] }] })
    expect(await bench.take(['inputs', 'outbox', 'unsealed'])).toMatchObject(
      [
        { index: 'inputs', after: 2 },
        { index: 'outbox', after: 0 },
        { index: 'unsealed', after: 0 },
      ].map((item) => expect.objectContaining(item)),
    )
  })

  test('a change may consume and wake the same log', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    await bench.commit({
      append: [{ log: 'l', body: '2', wake: 'inputs' }],
      consume: [{ log: 'l', upTo: 1, wake: 'inputs' }],
    })
    expect(await bench.take('inputs')).toMatchObject([{ member: 'l', after: 1 }])
  })

  test('consuming beyond the end swallows nothing that is still to come', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    await bench.commit({ consume: [{ log: 'l', upTo: 99, wake: 'inputs' }] })
    expect(await members('inputs')).toEqual([])
    await bench.commit({ append: [{ log: 'l', body: '2', wake: 'inputs' }] })
    expect(await bench.take('inputs')).toMatchObject([{ member: 'l', after: 1 }])
  })

  test('what is consumed from another place than the change was decided on makes it stale', async () => {
    await bench.commit({ append: ['1', '2', '3'].map((body) => ({ log: 'l', body, wake: 'inputs' })) })
    const done = (upTo: number, after: number) =>
      bench.commit({
        consume: [{ log: 'l', upTo, wake: 'inputs', after }],
        append: [{ log: 'm', body: 'x' }],
      })
    expect(await done(1, 0)).toMatchObject({ outcome: 'committed' })
    expect(await done(2, 0)).toEqual({ outcome: 'stale' })
    expect(await done(3, 2)).toEqual({ outcome: 'stale' })
    expect(await bench.store.lines('m', 0, 10)).toHaveLength(1)
    expect(await done(2, 1)).toMatchObject({ outcome: 'committed' })
    expect(await bench.take('inputs')).toMatchObject([{ after: 2 }])
  })

  test('what is consumed does not come back', async () => {
    for (let n = 0; n < 3; n += 1) await bench.commit({ append: [{ log: 'l', body: '', wake: 'inputs' }] })
    await bench.commit({ consume: [{ log: 'l', upTo: 3, wake: 'inputs' }] })
    await bench.commit({ consume: [{ log: 'l', upTo: 1, wake: 'inputs' }] })
    expect(await members('inputs')).toEqual([])
  })
}
