import { openEmbedded } from '../../src/store/embedded/open.ts'
import type { Store } from '../../src/store/store.ts'

/** For processes that tests start: they live in real time. */
export async function open({ folder }: { folder: string }): Promise<Store> {
  return openEmbedded({ folder, clock: { now: () => Date.now(), sleep: () => Promise.resolve() } })
}
