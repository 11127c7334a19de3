import { Redis } from 'ioredis'
import { overStore } from '../../src/store/over-store.ts'
import { commitArguments } from '../../src/store/redis/arguments.ts'
import type { Change, Store } from '../../src/store/store.ts'

/**
 * The machine's limit: one script a commit that gets the very arguments and only writes them, each body under a key of
 * its own. It checks nothing, orders nothing, and tells nobody.
 */
const LUA = `
for n = 1, #ARGV do
  if #ARGV[n] > 100 then redis.call('SET', KEYS[1] .. ARGV[1] .. n, ARGV[n]) end
end
return 'committed'`

/** A store that remembers what the last commit was asked. */
export function remembering(store: Store): { store: Store; last(): Change | undefined } {
  let last: Change | undefined
  const over = overStore(store, {
    commit(change) {
      last = change
      return store.commit(change)
    },
  })
  return { store: over, last: () => last }
}

/** Calls the bare script with the arguments of this change, under another id each time. */
export async function bareScript(url: string, change: Change) {
  const redis = new Redis(url)
  redis.defineCommand('bare', { numberOfKeys: 1, lua: LUA })
  const { bare } = redis as unknown as { bare(prefix: string, ...args: (string | number)[]): Promise<string> }
  const [, ...rest] = commitArguments(change)
  return {
    run: (n: number) => bare.call(redis, 'bare:{main}:', `${change.id}-${n}`, ...rest),
    close: () => redis.disconnect(),
  }
}
