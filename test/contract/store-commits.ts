import { expect, test } from '@jest/globals'
import type { Put } from '../../src/store/store.ts'
import { type Bench, ODD_NAMES } from './store-bench.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export function commitContract(bench: Bench): void {
  const put = (key: string, expected: number, body = '{}', terms?: Put['terms']): Put => ({
    key,
    expect: expected,
    schema: 1,
    body,
    ...(terms ? { terms } : {}),
  })
  const versions = async (...keys: string[]) =>
    (await bench.store.read(keys)).map((stored) => stored?.version)

  test('a record is read as it was written, and its version counts up', async () => {
    expect(await bench.commit({ put: [{ ...put('case/1', 0, '{"n":1}'), schema: 3 }] })).toMatchObject({
      outcome: 'committed',
    })
    expect(await bench.store.read(['case/1'])).toEqual([
      { key: 'case/1', version: 1, schema: 3, body: '{"n":1}' },
    ])
    await bench.commit({ put: [{ ...put('case/1', 1, '{"n":2}'), schema: 4 }] })
    expect(await bench.store.read(['case/1'])).toEqual([
      { key: 'case/1', version: 2, schema: 4, body: '{"n":2}' },
    ])
  })

  test('many records are read in the order asked, undefined where there is none', async () => {
    await bench.commit({ put: [put('a', 0), put('b', 0)] })
    const stored = await bench.store.read(['b', 'none', 'a', 'b'])
    expect(stored.map((record) => record?.key)).toEqual(['b', undefined, 'a', 'b'])
    expect(await bench.store.read([])).toEqual([])
  })

  test.each([
    ['empty things', '{"a":[],"b":{},"c":"","d":null}'],
    ['big numbers', '{"n":12345678901234567890.10}'],
    ['what JSON escapes', JSON.stringify({ t: '\u0000\n"\\\ud800\u202e' })],
    ['emoji and other scripts', '{"t":"🙂 ñ مرحبا"}'],
    ['white space and key order', '{ "b": 1,\n "a": 2 }'],
    ['a megabyte', `"${'ñ'.repeat(500_000)}"`],
    ['no JSON at all', ''],
  ])('a body is never changed: %s', async (_, body) => {
    await bench.commit({ put: [put('k', 0, body)], append: [{ log: 'l', body }] })
    expect((await bench.store.read(['k']))[0]?.body).toBe(body)
    expect((await bench.store.lines('l', 0, 1))[0]?.body).toBe(body)
  })

  test('a record based on another version is refused, with everything else in the change', async () => {
    await bench.commit({ put: [put('a', 0, '"first"', [['i', 1]])], unique: [{ name: 'u', owner: 'a' }] })
    for (const expected of [0, 2, 7]) {
      const result = await bench.commit({
        put: [put('b', 0), put('a', expected, '"second"', [['i', 2]])],
        append: [{ log: 'l', body: 'x', once: 'o', wake: 'w' }],
        unique: [
          { name: 'v', owner: 'b' },
          { name: 'u', owner: null },
        ],
      })
      expect(result).toEqual({ outcome: 'stale' })
    }
    expect(await bench.store.read(['a', 'b'])).toMatchObject([{ version: 1, body: '"first"' }, undefined])
    expect(await bench.store.lines('l', 0, 10)).toEqual([])
    expect(await bench.store.page('i', undefined, 10)).toEqual([{ member: 'a', score: 1 }])
    expect(await bench.take('w')).toEqual([])
    expect([await bench.store.find('u'), await bench.store.find('v')]).toEqual(['a', undefined])
    expect(await bench.commit({ append: [{ log: 'l', body: 'x', once: 'o' }] })).toMatchObject({ seqs: [1] })
  })

  test('a record that must exist and does not makes the change stale', async () => {
    expect(await bench.commit({ put: [put('a', 1)] })).toEqual({ outcome: 'stale' })
    expect(await versions('a')).toEqual([undefined])
  })

  test('a change that relies on a version it did not write is refused when that has moved', async () => {
    await bench.commit({ put: [put('head', 0)] })
    const say = (version: number) =>
      bench.commit({ rely: [{ key: 'head', version }], append: [{ log: 'l', body: 'x' }] })
    expect(await say(1)).toMatchObject({ outcome: 'committed' })
    await bench.commit({ put: [put('head', 1)] })
    expect(await say(1)).toEqual({ outcome: 'stale' })
    expect(await say(0)).toEqual({ outcome: 'stale' })
    expect(await bench.store.lines('l', 0, 10)).toHaveLength(1)
  })

  test('a change can rely on a record not being there', async () => {
    const rely = [{ key: 'case', version: 0 }]
    expect(await bench.commit({ rely, append: [{ log: 'l', body: 'x' }] })).toMatchObject({ seqs: [1] })
    await bench.commit({ put: [put('case', 0)] })
    expect(await bench.commit({ rely, append: [{ log: 'l', body: 'x' }] })).toEqual({ outcome: 'stale' })
  })

  test('the same change again writes nothing and answers what the first one did', async () => {
    const change = {
      id: 'same',
      put: [put('a', 0)],
      append: [
        { log: 'l', body: '1', once: 'o' },
        { log: 'l', body: '2' },
      ],
    }
    expect(await bench.store.commit(change)).toEqual({ outcome: 'committed', seqs: [1, 2] })
    expect(await bench.store.commit(change)).toEqual({ outcome: 'already', seqs: [1, 2] })
    expect(await bench.store.lines('l', 0, 10)).toHaveLength(2)
    expect(await versions('a')).toEqual([1])
  })

  test('the same change five times at once is written once', async () => {
    const change = { id: 'same', append: [{ log: 'l', body: 'x' }] }
    const results = await Promise.all(Array.from({ length: 5 }, () => bench.store.commit(change)))
    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      'already',
      'already',
      'already',
      'already',
      'committed',
    ])
    expect(await bench.store.lines('l', 0, 10)).toHaveLength(1)
  })

  test('a change is remembered for 15 minutes', async () => {
    const change = { id: 'same', append: [{ log: 'l', body: 'x' }] }
    await bench.store.commit(change)
    bench.clock.advance(15 * MINUTE_MS - 1)
    expect(await bench.store.commit(change)).toMatchObject({ outcome: 'already' })
    bench.clock.advance(1)
    expect(await bench.store.commit(change)).toEqual({ outcome: 'committed', seqs: [2] })
    expect(await bench.store.commit(change)).toEqual({ outcome: 'already', seqs: [2] })
  })

  test('a refused change is not remembered: decided anew, it may use its id again', async () => {
    await bench.commit({ put: [put('a', 0)] })
    expect(await bench.store.commit({ id: 'again', put: [put('a', 0)] })).toEqual({ outcome: 'stale' })
    expect(await bench.store.commit({ id: 'again', put: [put('a', 1)] })).toMatchObject({
      outcome: 'committed',
    })
  })

  test("a message seen before is refused with the first one's place, and nothing of the change is written", async () => {
    await bench.commit({
      append: [
        { log: 'other', body: 'x' },
        { log: 'l', body: 'first', once: 'wamid.1' },
      ],
    })
    await bench.commit({ append: [{ log: 'l', body: 'second', once: 'wamid.2' }] })
    expect(
      await bench.commit({
        put: [put('a', 0)],
        append: [
          { log: 'm', body: 'x' },
          { log: 'm', body: 'x', once: 'wamid.2' },
        ],
      }),
    ).toEqual({ outcome: 'duplicate', log: 'l', seq: 2 })
    expect(await versions('a')).toEqual([undefined])
    expect(await bench.store.lines('m', 0, 10)).toEqual([])
  })

  test('a duplicate is told as such even when the change is stale too', async () => {
    const change = { put: [put('a', 0)], append: [{ log: 'l', body: 'x', once: 'o' }] }
    await bench.commit(change)
    expect(await bench.commit(change)).toEqual({ outcome: 'duplicate', log: 'l', seq: 1 })
  })

  test('the same message five times at once is stored once', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, n) => bench.commit({ append: [{ log: 'l', body: `${n}`, once: 'o' }] })),
    )
    expect(results.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1)
    expect(results.filter((result) => result.outcome === 'duplicate' && result.seq === 1)).toHaveLength(4)
  })

  test('a message is remembered for 8 days', async () => {
    const change = { append: [{ log: 'l', body: 'x', once: 'o' }] }
    await bench.commit(change)
    bench.clock.advance(8 * DAY_MS - 1)
    expect(await bench.commit(change)).toMatchObject({ outcome: 'duplicate' })
    bench.clock.advance(1)
    expect(await bench.commit(change)).toMatchObject({ outcome: 'committed', seqs: [2] })
    expect(await bench.commit(change)).toMatchObject({ outcome: 'duplicate', seq: 2 })
  })

  test('a unique name may be taken over from the owner that is named, and from nobody else', async () => {
    const own = (owner: string, insteadOf?: string) =>
      bench.commit({ unique: [{ name: 'open-case/8', owner, ...(insteadOf ? { insteadOf } : {}) }] })
    expect(await own('case/a')).toMatchObject({ outcome: 'committed' })
    expect(await own('case/c', 'case/b')).toMatchObject({ outcome: 'stale' })
    expect(await own('case/b', 'case/a')).toMatchObject({ outcome: 'committed' })
    expect(await bench.store.find('open-case/8')).toBe('case/b')
  })

  test('a name belongs to one record until it is freed', async () => {
    const own = (owner: string | null) => bench.commit({ unique: [{ name: 'open-case/9', owner }] })
    expect(await bench.store.find('open-case/9')).toBeUndefined()
    expect(await own('case/1')).toMatchObject({ outcome: 'committed' })
    expect(await own('case/1')).toMatchObject({ outcome: 'committed' })
    expect(await own('case/2')).toEqual({ outcome: 'stale' })
    expect(await bench.store.find('open-case/9')).toBe('case/1')
    await own(null)
    expect(await bench.store.find('open-case/9')).toBeUndefined()
    expect(await own(null)).toMatchObject({ outcome: 'committed' })
    expect(await own('case/2')).toMatchObject({ outcome: 'committed' })
  })

  test('of twenty that want one name at once, one gets it', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        bench.commit({ put: [put(`case/${n}`, 0)], unique: [{ name: 'only', owner: `case/${n}` }] }),
      ),
    )
    const winner = results.findIndex(({ outcome }) => outcome === 'committed')
    expect(results.filter(({ outcome }) => outcome === 'stale')).toHaveLength(19)
    expect(await bench.store.find('only')).toBe(`case/${winner}`)
    expect((await versions(...results.map((_, n) => `case/${n}`))).filter(Boolean)).toEqual([1])
  })

  test('no update is lost among fifty writers of one record', async () => {
    await bench.commit({ put: [put('sum', 0, '0')] })
    const add = async (): Promise<void> => {
      const [stored] = await bench.store.read(['sum'])
      const result = await bench.commit({
        put: [put('sum', stored?.version ?? 0, String(Number(stored?.body) + 1))],
      })
      if (result.outcome === 'stale') await add()
    }
    await Promise.all(Array.from({ length: 50 }, add))
    expect(await bench.store.read(['sum'])).toMatchObject([{ version: 51, body: '50' }])
  })

  test('a bad change spoils nothing for those that came with it', async () => {
    await bench.commit({ put: [put('a', 0)] })
    const results = await Promise.allSettled([
      bench.commit({ put: [put('b', 0)] }),
      bench.commit({ put: [put('c', 0), put('a', 0)] }),
      bench.commit({ put: [put('', 0)] }),
      bench.commit({ append: [{ log: 'l', body: undefined as unknown as string }] }),
      bench.commit({ put: [put('d', 0)] }),
    ])
    expect(
      results.map((result) => (result.status === 'fulfilled' ? result.value.outcome : 'thrown')),
    ).toEqual(['committed', 'stale', 'thrown', 'thrown', 'committed'])
    expect(await versions('a', 'b', 'c', 'd')).toEqual([1, 1, undefined, 1])
  })

  test.each([
    ['no id', { id: '' }],
    ['a record without a key', { id: 'x', put: [put('', 0)] }],
    ['a version below zero', { id: 'x', put: [put('a', -1)] }],
    ['a score that is no number', { id: 'x', put: [put('a', 0, '{}', [['i', Number.NaN]])] }],
    ['one record twice', { id: 'x', put: [put('a', 0), put('a', 1)] }],
    ['one outside id twice', { id: 'x', append: [1, 2].map(() => ({ log: 'l', body: '', once: 'o' })) }],
    ['nothing kept', { id: 'x', append: [{ log: 'l', body: '', keep: 0 }] }],
    ['a name for nobody', { id: 'x', unique: [{ name: 'u', owner: '' }] }],
  ])('a change that means nothing is a TypeError: %s', async (_, change) => {
    await expect(bench.store.commit(change)).rejects.toBeInstanceOf(TypeError)
  })

  test('odd names are all different names', async () => {
    for (const name of ODD_NAMES) {
      const change = {
        id: name,
        put: [put(name, 0, JSON.stringify(name), [[name, 1]])],
        append: [{ log: name, body: name, once: name, wake: `wake ${name}` }],
        unique: [{ name, owner: name }],
      }
      expect(await bench.store.commit(change)).toEqual({ outcome: 'committed', seqs: [1] })
      expect(await bench.store.commit(change)).toMatchObject({ outcome: 'already' })
    }
    for (const name of ODD_NAMES) {
      expect(await bench.store.read([name])).toMatchObject([{ key: name, body: JSON.stringify(name) }])
      expect(await bench.store.lines(name, 0, 10)).toMatchObject([{ seq: 1, body: name }])
      expect(await bench.store.page(name, undefined, 10)).toEqual([{ member: name, score: 1 }])
      expect(await bench.store.find(name)).toBe(name)
      expect(await bench.take(`wake ${name}`)).toMatchObject([{ member: name, after: 0 }])
      await bench.commit({ consume: [{ log: name, upTo: 1, wake: `wake ${name}` }] })
      expect(await bench.store.page(`wake ${name}`, undefined, 10)).toEqual([])
    }
  })
}
