/**
 * The real server, which kills itself with SIGKILL at the failpoint named by FAILPOINT, the first time it gets
 * there. Its clock begins at CLOCK_AT, so that opening hours are the same in every run. Prints the address it
 * listens on.
 */
import { flushCompileCache } from 'node:module'
import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { startProduct } from '../../src/main.ts'
import { overStore } from '../../src/store/over-store.ts'
import type { Change, Store } from '../../src/store/store.ts'
import { systemClock } from '../../src/system.ts'

const failpoint = process.env.FAILPOINT

function dieAt(name: string): void {
  if (failpoint === name) process.kill(process.pid, 'SIGKILL')
}

const isIntake = (change: Change): boolean => change.append?.some((one) => one.once !== undefined) ?? false
const isTurn = (change: Change): boolean => change.put?.some((one) => one.key.startsWith('bot/')) ?? false

function withFailpoints(store: Store): Store {
  return overStore(store, {
    async commit(change) {
      if (isTurn(change)) dieAt('before-turn-commit')
      // A message that intake takes for the worker at once is never taken by itself.
      const { take: _taken, ...left } = change
      const result = await store.commit(failpoint === 'after-take' ? left : change)
      if (isIntake(change)) dieAt('after-intake')
      if (isTurn(change)) dieAt('after-turn-commit')
      return result
    },
    async take(indexes, options) {
      const taken = await store.take(indexes, options)
      if (taken.length > 0 && indexes.includes('inputs')) dieAt('after-take')
      return taken
    },
  })
}

const begun = performance.now()
const clock: Clock = {
  now: () => Math.round(Number(process.env.CLOCK_AT) + performance.now() - begun),
  sleep: systemClock.sleep,
}
const { FAILPOINT: _f, CLOCK_AT: _c, ...settings } = process.env
const product = await startProduct(readConfig(settings), { overStore: withFailpoints, clock })
// Else done by a process that ends by itself, and this one seldom does.
flushCompileCache()
process.stdout.write(`${product.url}\n`)
process.once('SIGTERM', () => {
  void product.stop().then(() => process.exit(0))
})
