import { expect, test } from '@jest/globals'
import type { Bench } from './store-bench.ts'

export function hintContract(bench: Bench): void {
  /** Resolves with the first hint about any of these. */
  const hint = (...names: string[]) =>
    new Promise<[string, string | undefined]>((resolve) => {
      const stop = bench.store.watch(names, (name, signal) => {
        stop()
        resolve([name, signal])
      })
    })

  test('a hint comes when a watched log has a new line, which can then be read', async () => {
    const hinted = hint('other', 'l').then(async ([name]) => [name, await bench.store.lines('l', 0, 1)])
    await bench.commit({ append: [{ log: 'l', body: 'x' }] })
    expect(await hinted).toMatchObject(['l', [{ body: 'x' }]])
  })

  test('a hint comes when an index has something new to take', async () => {
    const queue = hint('queue')
    await bench.commit({ put: [{ key: 'a', expect: 0, schema: 1, body: '', terms: [['queue', 1]] }] })
    expect(await queue).toEqual(['queue', undefined])

    const inputs = hint('inputs')
    await bench.commit({ append: [{ log: 'l', body: 'x', wake: 'inputs' }] })
    expect(await inputs).toEqual(['inputs', undefined])
  })

  test('a hint comes when an item is given back or more of a log waits', async () => {
    await bench.commit({ append: [1, 2].map((n) => ({ log: 'l', body: `${n}`, wake: 'inputs' })) })
    const [taken] = await bench.take('inputs')
    const yielded = hint('inputs')
    if (taken) await bench.store.yield(taken)
    expect(await yielded).toEqual(['inputs', undefined])
    await bench.take('inputs')
    const more = hint('inputs')
    await bench.commit({ consume: [{ log: 'l', upTo: 1, wake: 'inputs' }] })
    expect(await more).toEqual(['inputs', undefined])
  })

  test('a refused change gives no hint', async () => {
    const heard: string[] = []
    bench.store.watch(['l', 'end'], (name) => heard.push(name))
    await bench.commit({ rely: [{ key: 'a', version: 7 }], append: [{ log: 'l', body: 'x' }] })
    const ended = hint('end')
    await bench.commit({ append: [{ log: 'end', body: 'x' }] })
    await ended
    expect(heard).toEqual(['end'])
  })

  test('who stopped watching hears no more, and the others still do', async () => {
    const heard: string[] = []
    const listener = (name: string): unknown => heard.push(name)
    const stop = bench.store.watch(['l'], listener)
    bench.store.watch(['l'], listener)
    stop()
    stop()
    const last = hint('l')
    await bench.commit({ append: [{ log: 'l', body: 'x' }] })
    await last
    expect(heard).toEqual(['l'])
  })

  test('a watcher that throws stops neither the commit nor the other watchers', async () => {
    bench.store.watch(['l'], () => {
      throw new Error('a watcher failed')
    })
    const other = hint('l')
    expect(await bench.commit({ append: [{ log: 'l', body: 'x' }] })).toMatchObject({ outcome: 'committed' })
    expect(await other).toEqual(['l', undefined])
  })

  test('a signal reaches the watchers of its name with its body', async () => {
    const heard = hint('typing/c1')
    bench.store.signal('typing/c2', 'no')
    bench.store.signal('typing/c1', '{"from":"agent"}')
    expect(await heard).toEqual(['typing/c1', '{"from":"agent"}'])
  })
}
