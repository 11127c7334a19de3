import { expect, test } from '@jest/globals'
import type { Bench } from './store-bench.ts'

/** Records and lines that a store is done with. */
export function lettingGoContract(bench: Bench): void {
  const fill = (log: string, n: number, wake?: string) =>
    bench.commit({
      append: Array.from({ length: n }, (_, i) => ({
        log,
        body: `line ${i + 1}`,
        ...(wake === undefined ? {} : { wake }),
      })),
    })
  const put = (key: string) =>
    bench.commit({ put: [{ key, expect: 0, schema: 1, body: '{}', terms: [['i', 1]] }] })
  const seqs = async (log: string) => (await bench.store.lines(log, 0, 10_000)).map(({ seq }) => seq)
  const all = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

  test('a record that is let go of is gone, from its indexes too, and its key is free again', async () => {
    await put('a')
    expect(await bench.commit({ drop: [{ key: 'a', expect: 1 }] })).toMatchObject({ outcome: 'committed' })
    expect(await bench.store.read(['a'])).toEqual([undefined])
    expect(await bench.store.page('i', undefined, 10)).toEqual([])
    expect(await bench.take('i')).toEqual([])
    await bench.reopen()
    expect(await bench.store.read(['a'])).toEqual([undefined])
    expect(await put('a')).toMatchObject({ outcome: 'committed' })
  })

  test('a record that somebody wrote meanwhile stays, and so does all else of the change', async () => {
    await put('a')
    await put('b')
    await fill('l', 3)
    for (const expected of [2, 7]) {
      expect(
        await bench.commit({
          drop: [
            { key: 'b', expect: 1 },
            { key: 'a', expect: expected },
          ],
          trim: [{ log: 'l', upTo: 2 }],
        }),
      ).toEqual({ outcome: 'stale' })
    }
    expect(await bench.store.rank('i', 'a')).toEqual({ before: 0, size: 2 })
    expect(await seqs('l')).toEqual([1, 2, 3])
  })

  test('one change does not write and let go of the same record', async () => {
    await put('a')
    await expect(
      bench.commit({
        put: [{ key: 'a', expect: 1, schema: 1, body: '{}' }],
        drop: [{ key: 'a', expect: 1 }],
      }),
    ).rejects.toThrow(TypeError)
  })

  test('lines are let go of up to a place, however many, and the rest is read as before', async () => {
    await fill('l', 1_300)
    await bench.commit({ trim: [{ log: 'l', upTo: 1_200 }] })
    expect(await seqs('l')).toEqual(all(1_201, 1_300))
    expect((await bench.store.lines('l', 0, 1)).map(({ seq }) => seq)).toEqual([1_201])
    expect((await bench.store.linesBefore('l', 1_203, 10)).map(({ seq }) => seq)).toEqual([1_201, 1_202])
    await bench.commit({ trim: [{ log: 'l', upTo: 100 }] })
    expect(await seqs('l')).toHaveLength(100)
  })

  test('the newest line stays, so that a log goes on counting', async () => {
    await fill('l', 3)
    await bench.commit({ trim: [{ log: 'l', upTo: 99 }] })
    expect(await seqs('l')).toEqual([3])
    await bench.reopen()
    expect(await fill('l', 1)).toMatchObject({ seqs: [4] })
    await bench.commit({ trim: [{ log: 'none', upTo: 5 }] })
    expect(await fill('none', 1)).toMatchObject({ seqs: [1] })
  })

  test('one change does not append to a log and let go of its lines', async () => {
    await fill('l', 2)
    await expect(
      bench.commit({ trim: [{ log: 'l', upTo: 1 }], append: [{ log: 'l', body: 'next' }] }),
    ).rejects.toThrow(TypeError)
    expect(await seqs('l')).toEqual([1, 2])
  })

  test('a log that is let go of whole begins anew; one that went on meanwhile stays', async () => {
    await fill('l', 3, 'w')
    await bench.commit({ consume: [{ log: 'l', upTo: 3, wake: 'w' }] })
    expect(await bench.commit({ trim: [{ log: 'l', upTo: 2, whole: true }] })).toEqual({ outcome: 'stale' })
    expect(await bench.commit({ trim: [{ log: 'l', upTo: 3, whole: true }] })).toMatchObject({
      outcome: 'committed',
    })
    expect(await seqs('l')).toEqual([])
    expect(await fill('l', 1, 'w')).toMatchObject({ seqs: [1] })
    expect(await bench.take('w')).toMatchObject([{ member: 'l', after: 0 }])
  })
}

/** Entries of indexes held against what they stand for. Where an adapter's own data can disagree, its own tests make it so. */
export function mendingContract(bench: Bench): void {
  const place = (key: string, version: number, score: number) =>
    bench.commit({ put: [{ key, expect: version, schema: 1, body: '{}', terms: [['i', score]] }] })
  const claim = (member: string, version: number, score?: number) =>
    bench.store.mend([{ index: 'i', member, record: { version, score } }])
  const members = async () =>
    (await bench.store.page('i', undefined, 10)).map(({ member, score }) => `${member} ${score}`)

  test('what is as it ought to be is left alone, also while somebody has it', async () => {
    await place('a', 0, 5)
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'w' }] })
    const [taken] = await bench.take('i')
    const claims = [{ index: 'i', member: 'a', record: { version: 1, score: 5 } }]
    const ofLogs = ['l', 'none'].map((member) => ({ index: 'w', member }))
    expect(await bench.store.mend([...claims, ...ofLogs])).toEqual({
      claimed: ['right', 'right', 'right'],
      strays: [],
    })
    expect(await bench.take('i')).toEqual([])
    if (taken) await bench.store.yield(taken)
    expect(await bench.take('i')).toHaveLength(1)
    expect(await bench.store.mend([])).toEqual({ claimed: [], strays: [] })
  })

  test('a record that stands elsewhere than it says is placed there, and can be taken', async () => {
    await place('a', 0, 5)
    await bench.commit({ put: [{ key: 'b', expect: 0, schema: 1, body: '{}' }] })
    expect(await claim('a', 1, 7)).toEqual({ claimed: ['mended'], strays: [] })
    expect(await claim('b', 1, 6)).toEqual({ claimed: ['mended'], strays: [] })
    expect(await members()).toEqual(['b 6', 'a 7'])
    expect((await bench.take('i')).map(({ member }) => member)).toEqual(['b', 'a'])
    await bench.reopen()
    expect(await members()).toEqual(['b 6', 'a 7'])
    expect(await claim('a', 1, 7)).toEqual({ claimed: ['right'], strays: [] })
    // What was put right is what the record has from now on.
    await bench.commit({ put: [{ key: 'a', expect: 1, schema: 1, body: '{}' }] })
    expect(await members()).toEqual(['b 6', 'a 7'])
  })

  test('a record that says that it does not stand there leaves', async () => {
    await place('a', 0, 5)
    expect(await claim('a', 1)).toEqual({ claimed: ['mended'], strays: [] })
    expect(await members()).toEqual([])
    expect(await claim('a', 1)).toEqual({ claimed: ['right'], strays: [] })
    await bench.commit({ put: [{ key: 'a', expect: 1, schema: 1, body: '{}' }] })
    expect(await members()).toEqual([])
  })

  test('nothing is decided by a record that was written since it was read', async () => {
    await place('a', 0, 5)
    await place('a', 1, 6)
    expect(await claim('a', 1)).toEqual({ claimed: ['passed'], strays: [] })
    expect(await claim('a', 0)).toEqual({ claimed: ['passed'], strays: [] })
    expect(await members()).toEqual(['a 6'])
  })
}
