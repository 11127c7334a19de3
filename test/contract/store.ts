import { afterEach, beforeEach, describe } from '@jest/globals'
import { ManualClock } from '../support/manual-clock.ts'
import type { Bench, Place } from './store-bench.ts'
import { commitContract } from './store-commits.ts'
import { durabilityContract, reopeningContract } from './store-durability.ts'
import { hintContract } from './store-hints.ts'
import { indexContract } from './store-indexes.ts'
import { leaseContract, takingContract } from './store-leases.ts'
import { lettingGoContract, mendingContract } from './store-letting-go.ts'
import { logContract } from './store-logs.ts'

const MINUTE_MS = 60_000

/**
 * What every adapter of the store port must do. An adapter needs only a way to make places for its data. The one that
 * checks are run on is not asked what becomes of its data when its process is killed.
 */
export function storeContract(
  adapter: string,
  makePlace: () => Promise<Place>,
  { outlivesItsProcess = true } = {},
): void {
  describe(`the store contract, ${adapter}`, () => {
    const bench = {} as Bench
    let changes = 0

    beforeEach(async () => {
      bench.clock = new ManualClock()
      bench.place = await makePlace()
      bench.store = await bench.place.open(bench.clock)
      bench.reopen = async () => {
        await bench.store.close()
        bench.store = await bench.place.open(bench.clock)
      }
      bench.commit = (change) => {
        changes += 1
        return bench.store.commit({ id: `change-of-the-test-${changes}`, ...change })
      }
      bench.take = (index, n = 100) =>
        bench.store.take([index].flat(), { by: 'test', upTo: bench.store.now(), n, leaseMs: MINUTE_MS })
    })

    afterEach(async () => {
      await bench.store.close()
      await bench.place.remove()
    })

    describe('commits', () => commitContract(bench))
    describe('logs', () => logContract(bench))
    describe('what is let go of', () => lettingGoContract(bench))
    describe('mending', () => mendingContract(bench))
    describe('indexes', () => indexContract(bench))
    describe('leases', () => leaseContract(bench))
    describe('takings by a change', () => takingContract(bench))
    describe('hints', () => hintContract(bench))
    describe('durability', () => {
      reopeningContract(bench)
      if (outlivesItsProcess) durabilityContract(bench)
    })
  })
}
