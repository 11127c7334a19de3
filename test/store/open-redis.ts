import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'

/** For processes that tests start: they live in real time. */
export async function open(argument: { url: string; desk: string }): Promise<Store> {
  return openRedis(argument)
}
