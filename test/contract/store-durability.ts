import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@jest/globals'
import type { Bench } from './store-bench.ts'

const WRITER = join(import.meta.dirname, 'writer.ts')
/** Enough that the killed process was in the middle of its work, whatever its pace. */
const ACKNOWLEDGED_BEFORE_KILL = 300

export function reopeningContract(bench: Bench): void {
  test('everything is there after the store was closed and opened again', async () => {
    const change = {
      id: 'first',
      put: [{ key: 'a', expect: 0, schema: 2, body: '{"n":1}', terms: [['queue', 5]] as [string, number][] }],
      append: [1, 2, 3].map((n) => ({
        log: 'l',
        body: `${n}`,
        wake: ['inputs', 'unsealed'],
        once: `in/${n}`,
      })),
      unique: [{ name: 'u', owner: 'a' }],
    }
    await bench.store.commit(change)
    await bench.commit({ consume: [{ log: 'l', upTo: 2, wake: 'inputs' }] })
    const lines = await bench.store.lines('l', 0, 10)
    await bench.reopen()

    expect(await bench.store.read(['a'])).toEqual([{ key: 'a', version: 1, schema: 2, body: '{"n":1}' }])
    expect(await bench.store.lines('l', 0, 10)).toEqual(lines)
    expect(await bench.store.page('queue', undefined, 10)).toEqual([{ member: 'a', score: 5 }])
    expect(await bench.store.find('u')).toBe('a')
    expect(await bench.store.commit(change)).toEqual({ outcome: 'already', seqs: [1, 2, 3] })
    expect(await bench.commit({ append: [{ log: 'l', body: 'x', once: 'in/2' }] })).toEqual({
      outcome: 'duplicate',
      log: 'l',
      seq: 2,
    })
    expect(await bench.take('inputs')).toMatchObject([{ member: 'l', after: 2, attempts: 1 }])
    expect(await bench.take('unsealed')).toMatchObject([{ member: 'l', after: 0 }])
    expect(await bench.commit({ append: [{ log: 'l', body: '4' }] })).toMatchObject({ seqs: [4] })
  })

  test('a taking counts although its taker died', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    await bench.take('inputs')
    await bench.reopen()
    bench.clock.advance(60_000)
    expect(await bench.take('inputs')).toMatchObject([{ member: 'l', attempts: 2 }])
  })

  test('an item put back for later stays there', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    const [taken] = await bench.take('inputs')
    if (taken) await bench.store.yield(taken, bench.store.now() + 60_000)
    await bench.reopen()
    expect(await bench.take('inputs')).toEqual([])
    bench.clock.advance(60_000)
    expect(await bench.take('inputs')).toHaveLength(1)
  })

  test('what was accepted is written before the store closes', async () => {
    const commits = Promise.all(
      Array.from({ length: 1_000 }, (_, n) => bench.commit({ append: [{ log: 'l', body: `${n}` }] })),
    )
    await bench.reopen()
    expect((await commits).every(({ outcome }) => outcome === 'committed')).toBe(true)
    expect(await bench.store.lines('l', 0, 2_000)).toHaveLength(1_000)
  })

  test('a closed store says that it is away, whatever it is asked', async () => {
    await bench.commit({ append: [{ log: 'l', body: '1', wake: 'inputs' }] })
    const [taken] = await bench.take('inputs')
    await bench.store.close()
    await bench.store.close()
    const away = { code: 'store-away' }
    await expect(bench.commit({ append: [{ log: 'l', body: 'x' }] })).rejects.toMatchObject(away)
    await expect(bench.take('i')).rejects.toMatchObject(away)
    if (taken) await expect(bench.store.yield(taken)).rejects.toMatchObject(away)
    await expect(bench.store.read(['a'])).rejects.toMatchObject(away)
    await expect(bench.store.find('a')).rejects.toMatchObject(away)
    await expect(bench.store.lines('l', 0, 1)).rejects.toMatchObject(away)
    await expect(bench.store.linesBefore('l', 0, 1)).rejects.toMatchObject(away)
    await expect(bench.store.page('i', undefined, 1)).rejects.toMatchObject(away)
    await expect(bench.store.rank('i', 'a')).rejects.toMatchObject(away)
    expect(await bench.store.health()).toMatchObject({ ok: false })
  })
}

/** What outlives its process, or is not worth the name of a store. */
export function durabilityContract(bench: Bench): void {
  test('all that was acknowledged is there, whole and once, after kill -9', async () => {
    await bench.store.close()
    const { module = '', argument } = bench.place.elsewhere ?? {}
    const child = spawn(process.execPath, [WRITER, module, JSON.stringify(argument)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const acknowledged = new Set<number>()
    for await (const line of createInterface({ input: child.stdout })) {
      // Killed in the middle of a line, the last one may be cut.
      if (line !== '') acknowledged.add(Number(line))
      if (acknowledged.size >= ACKNOWLEDGED_BEFORE_KILL && !child.killed) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')

    bench.store = await bench.place.open(bench.clock)
    const lines = await bench.store.lines('conversation/c', 0, 1_000_000)
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, n) => n + 1))
    const written = new Set(lines.map(({ body }) => Number(body)))
    expect(written.size).toBe(lines.length)
    expect([...acknowledged].slice(0, -1).filter((n) => !written.has(n))).toEqual([])
    expect(await bench.store.rank('queue/all', '')).toEqual({ before: undefined, size: lines.length })
    for (const n of written) {
      expect(await bench.store.read([`case/${n}`])).toMatchObject([{ version: 1, body: `{"n":${n}}` }])
      expect(await bench.store.find(`open-case/${n}`)).toBe(`case/${n}`)
    }
    const again = await bench.commit({
      append: [{ log: 'conversation/c', body: '', once: `in/${lines.at(0)?.body}` }],
    })
    expect(again).toMatchObject({ outcome: 'duplicate', seq: 1 })
  })

  test('a healthy store says so', async () => {
    expect(await bench.store.health()).toMatchObject({ ok: true, durable: true })
  })
}
