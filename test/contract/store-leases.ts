import { expect, test } from '@jest/globals'
import type { Taken } from '../../src/store/store.ts'
import { withFound } from '../../src/store/with-found.ts'
import type { Bench } from './store-bench.ts'

const MINUTE_MS = 60_000

export function leaseContract(bench: Bench): void {
  const wait = (key: string, index: string, score: number) =>
    bench.commit({ put: [{ key, expect: 0, schema: 1, body: '{}', terms: [[index, score]] }] })
  const names = (taken: Taken[]) => taken.map(({ member }) => member)
  const only = (taken: Taken[]): Taken => {
    expect(taken).toHaveLength(1)
    return taken[0] as Taken
  }

  test('the lowest items of all the indexes come first', async () => {
    await wait('b', 'one', 20)
    await wait('c', 'two', 30)
    await wait('a', 'two', 10)
    await wait('d', 'three', 1)
    expect(await bench.take(['one', 'two'], 2)).toMatchObject([
      { index: 'two', member: 'a', score: 10, attempts: 1, after: 0 },
      { index: 'one', member: 'b', score: 20, attempts: 1, after: 0 },
    ])
    expect(names(await bench.take(['one', 'two']))).toEqual(['c'])
  })

  test('only items that are due are taken', async () => {
    await wait('now', 'due', bench.store.now())
    await wait('later', 'due', bench.store.now() + 1)
    expect(names(await bench.take('due'))).toEqual(['now'])
    bench.clock.advance(1)
    expect(names(await bench.take('due'))).toEqual(['later'])
  })

  test('nothing is taken from nothing', async () => {
    expect(await bench.take([])).toEqual([])
    expect(await bench.take('none')).toEqual([])
    await wait('a', 'i', 1)
    expect(await bench.take('i', 0)).toEqual([])
  })

  test('of ten takers at once no two get the same item', async () => {
    for (let n = 0; n < 7; n += 1) await wait(`k${n}`, 'i', n)
    const takings = await Promise.all(Array.from({ length: 10 }, () => bench.take('i', 1)))
    expect(takings.flatMap(names).sort()).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6'])
    expect(new Set(takings.flat().map(({ token }) => token)).size).toBe(7)
  })

  test('a taken item is free again when its lease ends, at its old place, and the taking is counted', async () => {
    await wait('a', 'i', 1)
    await wait('b', 'i', 2)
    expect(names(await bench.take('i', 1))).toEqual(['a'])
    bench.clock.advance(MINUTE_MS - 1)
    expect(names(await bench.take('i', 1))).toEqual(['b'])
    bench.clock.advance(1)
    expect(only(await bench.take('i', 1))).toMatchObject({ member: 'a', score: 1, attempts: 2 })
  })

  test('an item that is given back is free at once', async () => {
    await wait('a', 'i', 1)
    await bench.store.yield(only(await bench.take('i')))
    expect(only(await bench.take('i')).attempts).toBe(2)
  })

  test('an item given back as no attempt starts its attempts anew', async () => {
    await wait('a', 'i', 1)
    await bench.store.yield(only(await bench.take('i')), undefined, 'reset')
    expect(only(await bench.take('i')).attempts).toBe(1)
  })

  test('an item given back as uncounted keeps the attempts before', async () => {
    await wait('a', 'i', 1)
    await bench.store.yield(only(await bench.take('i')))
    await bench.store.yield(only(await bench.take('i')), undefined, 'uncounted')
    expect(only(await bench.take('i')).attempts).toBe(2)
  })

  test('an item given back for later is free then, and not before', async () => {
    await wait('a', 'i', 1)
    await bench.store.yield(only(await bench.take('i')), bench.store.now() + 5 * MINUTE_MS)
    bench.clock.advance(5 * MINUTE_MS - 1)
    expect(await bench.take('i')).toEqual([])
    bench.clock.advance(1)
    expect(only(await bench.take('i')).attempts).toBe(2)
  })

  test('who has lost the lease gives nothing back', async () => {
    await wait('a', 'i', 1)
    const lost = only(await bench.take('i'))
    bench.clock.advance(MINUTE_MS)
    const held = only(await bench.take('i'))
    await bench.store.yield(lost)
    expect(await bench.take('i')).toEqual([])
    await bench.store.yield(held)
    await bench.store.yield(held, bench.store.now() + MINUTE_MS)
    expect(only(await bench.take('i')).attempts).toBe(3)
  })

  test('a record that is written is free, and its attempts start anew', async () => {
    await wait('a', 'i', 1)
    await bench.take('i')
    await bench.commit({ put: [{ key: 'a', expect: 1, schema: 1, body: '{}', terms: [['i', 1]] }] })
    expect(only(await bench.take('i')).attempts).toBe(1)
    await bench.commit({ put: [{ key: 'a', expect: 2, schema: 1, body: '{}' }] })
    expect(only(await bench.take('i')).attempts).toBe(1)
  })

  test('a record that has left the index is not taken, however it was held', async () => {
    await wait('a', 'i', 1)
    const taken = only(await bench.take('i'))
    await bench.commit({ put: [{ key: 'a', expect: 1, schema: 1, body: '{}', terms: [['j', 1]] }] })
    await bench.store.yield(taken)
    bench.clock.advance(MINUTE_MS)
    expect(await bench.take('i')).toEqual([])
    expect(names(await bench.take('j'))).toEqual(['a'])
  })

  test('a line that comes while its log is held waits for the holder', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    await bench.take('inputs')
    await bench.commit({ append: [{ log: 'l', body: '2', wake: 'inputs' }] })
    expect(await bench.take('inputs')).toEqual([])
    await bench.commit({ consume: [{ log: 'l', upTo: 1, wake: 'inputs' }] })
    expect(only(await bench.take('inputs'))).toMatchObject({ member: 'l', after: 1, attempts: 1 })
  })

  test('a line that comes while its log is put back for later brings it forward', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    await bench.store.yield(only(await bench.take('inputs')), bench.store.now() + MINUTE_MS)
    expect(await bench.take('inputs')).toEqual([])
    await bench.commit({ append: [{ log: 'l', body: '2', wake: 'inputs' }] })
    expect(only(await bench.take('inputs'))).toMatchObject({ after: 0, attempts: 2 })
  })

  test('a log that is consumed while held goes on from there, with its attempts anew', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    const taken = only(await bench.take('inputs'))
    await bench.commit({ consume: [{ log: 'l', upTo: 1, wake: 'inputs' }] })
    await bench.store.yield(taken)
    bench.clock.advance(MINUTE_MS)
    expect(await bench.take('inputs')).toEqual([])
    await bench.commit({ append: [{ log: 'l', body: '2', wake: 'inputs' }] })
    expect(only(await bench.take('inputs'))).toMatchObject({
      after: 1,
      attempts: 1,
      score: bench.store.now(),
    })
  })

  test('time of the store never goes backwards, and goes on when the clock was set back', async () => {
    const before = bench.store.now()
    bench.clock.advance(-60 * MINUTE_MS)
    expect(bench.store.now()).toBe(before)
    await wait('a', 'i', 1)
    await bench.take('i')
    bench.clock.advance(MINUTE_MS)
    expect(bench.store.now()).toBe(before + MINUTE_MS)
    expect(names(await bench.take('i'))).toEqual(['a'])
  })
}

/** A change may take the log that it wakes. */
export function takingContract(bench: Bench): void {
  const taking = { log: 'l', index: 'inputs', by: 'w', leaseMs: MINUTE_MS }
  const line = { log: 'l', body: 'x', wake: ['inputs', 'unsealed'] }

  test('a change takes the log that it wakes, as a taking after it would', async () => {
    const result = await bench.commit({ append: [line], take: taking })
    expect(result).toMatchObject({ outcome: 'committed', seqs: [1] })
    const taken = result.outcome === 'committed' ? result.taken : undefined
    expect(taken).toMatchObject({ index: 'inputs', member: 'l', attempts: 1, after: 0 })
    expect(taken?.score).toBe(bench.store.now())
    expect(await bench.take('inputs')).toEqual([])
    expect(await bench.take('unsealed')).toHaveLength(1)
    await bench.commit({ consume: [{ log: 'l', upTo: 1, wake: 'inputs' }] })
    expect(await bench.commit({ append: [line], take: taking })).toMatchObject({
      taken: { attempts: 1, after: 1 },
    })
  })

  test('what its taker reads first is what the store has, whether it came with the taking or not', async () => {
    const put = (key: string) => ({ key, expect: 0, schema: 1, body: `{"of":"${key}"}` })
    await bench.commit({
      put: [put('a'), put('b')],
      unique: [{ name: 'name', owner: 'b' }],
      append: [line, line],
      consume: [{ log: 'l', upTo: 1, wake: 'inputs' }],
    })
    const reads = { records: ['a', 'none'], owners: ['name', 'nobody'], lines: 2 }
    const result = await bench.commit({ append: [line, line], take: { ...taking, reads } })
    const taken = result.outcome === 'committed' ? result.taken : undefined
    if (!taken) throw new Error('nothing was taken')
    const asTaken = withFound(bench.store, taken)
    expect(await asTaken.read(['a', 'none', 'b'])).toEqual(await bench.store.read(['a', 'none', 'b']))
    expect(await asTaken.find('name')).toBe('b')
    expect(await asTaken.find('nobody')).toBeUndefined()
    expect((await asTaken.lines('l', 1, 2)).map(({ seq, body }) => [seq, body])).toEqual([
      [2, 'x'],
      [3, 'x'],
    ])
    expect(await asTaken.lines('l', 1, 9)).toEqual(await bench.store.lines('l', 1, 9))
  })

  test('its lease ends and is given back like any other', async () => {
    await bench.commit({ append: [line], take: taking })
    bench.clock.advance(MINUTE_MS)
    const [again] = await bench.take('inputs')
    expect(again).toMatchObject({ member: 'l', attempts: 2 })
    if (again) await bench.store.yield(again)
    expect(await bench.take('inputs')).toMatchObject([{ attempts: 3 }])
  })

  test('it counts although its taker died', async () => {
    await bench.commit({ append: [line], take: taking })
    await bench.reopen()
    bench.clock.advance(MINUTE_MS)
    expect(await bench.take('inputs')).toMatchObject([{ member: 'l', attempts: 2 }])
  })

  test('nothing is taken from who holds it, and who asks again takes nothing', async () => {
    const change = { id: 'asked-twice', append: [line], take: taking }
    await bench.store.commit(change)
    expect(await bench.store.commit(change)).toEqual({ outcome: 'already', seqs: [1] })
    expect(await bench.commit({ append: [line], take: taking })).toEqual({ outcome: 'committed', seqs: [2] })
    expect(await bench.commit({ append: [line], take: { ...taking, index: 'none' } })).toEqual({
      outcome: 'committed',
      seqs: [3],
    })
  })
}
