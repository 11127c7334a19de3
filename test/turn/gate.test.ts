import { expect, test } from '@jest/globals'
import { Gate } from '../../src/turn/gate.ts'
import { ManualClock } from '../support/manual-clock.ts'

const clock = new ManualClock()

/** Work that the test finishes. */
class Works {
  readonly open: (() => void)[] = []
  most = 0
  #now = 0
  readonly order: number[] = []
  of(n: number): () => Promise<number> {
    return async () => {
      this.order.push(n)
      this.#now += 1
      this.most = Math.max(this.most, this.#now)
      await new Promise<void>((done) => this.open.push(done))
      this.#now -= 1
      return n
    }
  }
}

async function settled(): Promise<void> {
  for (let i = 0; i < 10; i += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('no more than so many are in hand, and the others come in order', async () => {
  const works = new Works()
  const gate = new Gate(clock, { atOnce: 2, waiting: 10 })
  const all = Promise.all([0, 1, 2, 3, 4].map((n) => gate.pass(works.of(n))))
  for (let n = 0; n < 5; n += 1) {
    await settled()
    works.open[n]?.()
  }
  expect(await all).toEqual([0, 1, 2, 3, 4])
  expect(works.order).toEqual([0, 1, 2, 3, 4])
  expect(works.most).toBe(2)
})

test('who would wait in too long a line, or for too long, is told when to come again', async () => {
  const works = new Works()
  const gate = new Gate(clock, { atOnce: 1, waiting: 1, waitMs: 3_000 })
  const first = gate.pass(works.of(0))
  const second = gate.pass(works.of(1))
  const third = gate.pass(works.of(2))
  await expect(third).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
  clock.advance(3_000)
  await expect(second).rejects.toMatchObject({ status: 503, code: 'busy' })
  works.open[0]?.()
  expect(await first).toBe(0)
  // Nobody who left is waited for.
  const next = gate.pass(works.of(3))
  await settled()
  works.open[1]?.()
  expect(await next).toBe(3)
  expect(works.order).toEqual([0, 3])
})

test('work that fails gives its place to the next', async () => {
  const works = new Works()
  const gate = new Gate(clock, { atOnce: 1, waiting: 1 })
  const failing = gate.pass(() => Promise.reject(new Error('no')))
  const next = gate.pass(works.of(1))
  await expect(failing).rejects.toThrow('no')
  await settled()
  works.open[0]?.()
  expect(await next).toBe(1)
})
