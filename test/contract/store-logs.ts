import { expect, test } from '@jest/globals'
import type { Bench } from './store-bench.ts'

export function logContract(bench: Bench): void {
  const fill = (log: string, n: number) =>
    bench.commit({ append: Array.from({ length: n }, (_, i) => ({ log, body: `line ${i + 1}` })) })
  const seqs = (lines: { seq: number }[]) => lines.map(({ seq }) => seq)

  test('lines are numbered from 1, each log for itself, in the order of the change', async () => {
    const result = await bench.commit({
      append: [
        { log: 'a', body: 'a1' },
        { log: 'b', body: 'b1' },
        { log: 'a', body: 'a2' },
      ],
    })
    expect(result).toEqual({ outcome: 'committed', seqs: [1, 1, 2] })
    expect((await bench.store.lines('a', 0, 10)).map(({ body }) => body)).toEqual(['a1', 'a2'])
  })

  test('two hundred writers at once leave no gap and no double', async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, n) => bench.commit({ append: [{ log: 'l', body: String(n) }] })),
    )
    const lines = await bench.store.lines('l', 0, 1_000)
    expect(seqs(lines)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
    results.forEach((result, n) => {
      if (result.outcome !== 'committed') throw new Error(result.outcome)
      expect(lines[(result.seqs[0] ?? 0) - 1]?.body).toBe(String(n))
    })
  })

  test('a line carries the time of the store', async () => {
    await fill('l', 1)
    bench.clock.advance(5_000)
    await fill('l', 1)
    const [first, second] = await bench.store.lines('l', 0, 10)
    expect(second?.at).toBe(bench.store.now())
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(5_000)
  })

  test('lines are read on from where one was', async () => {
    await fill('l', 5)
    expect(seqs(await bench.store.lines('l', 0, 2))).toEqual([1, 2])
    expect(seqs(await bench.store.lines('l', 2, 2))).toEqual([3, 4])
    expect(seqs(await bench.store.lines('l', 4, 2))).toEqual([5])
    expect(await bench.store.lines('l', 5, 2)).toEqual([])
    expect(await bench.store.lines('none', 0, 2)).toEqual([])
    expect(await bench.store.lines('l', 0, 0)).toEqual([])
  })

  test('the newest lines are read backwards, page by page, each page in order', async () => {
    await fill('l', 5)
    expect(seqs(await bench.store.linesBefore('l', undefined, 2))).toEqual([4, 5])
    expect(seqs(await bench.store.linesBefore('l', 4, 2))).toEqual([2, 3])
    expect(seqs(await bench.store.linesBefore('l', 2, 2))).toEqual([1])
    expect(await bench.store.linesBefore('l', 1, 2)).toEqual([])
    expect(await bench.store.linesBefore('none', undefined, 2)).toEqual([])
  })

  test('a log that keeps only its newest lines goes on counting', async () => {
    for (let n = 1; n <= 25; n += 1) await bench.commit({ append: [{ log: 'l', body: String(n), keep: 10 }] })
    expect(seqs(await bench.store.lines('l', 0, 100))).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25])
    await bench.commit({ append: [{ log: 'l', body: 'last', keep: 1 }] })
    expect(await bench.store.lines('l', 0, 100)).toMatchObject([{ seq: 26, body: 'last' }])
  })

  test('an erased line keeps its place and loses its body; the others stay', async () => {
    await fill('l', 3)
    expect(await bench.commit({ erase: [{ log: 'l', seq: 2, body: 'gone' }] })).toMatchObject({
      outcome: 'committed',
    })
    expect((await bench.store.lines('l', 0, 10)).map(({ body }) => body)).toEqual([
      'line 1',
      'gone',
      'line 3',
    ])
  })

  test('a line that is not there can not be erased', async () => {
    await fill('l', 1)
    expect(await bench.commit({ erase: [1, 2].map((seq) => ({ log: 'l', seq, body: 'gone' })) })).toEqual({
      outcome: 'stale',
    })
    expect(await bench.store.lines('l', 0, 10)).toMatchObject([{ body: 'line 1' }])
  })
}
