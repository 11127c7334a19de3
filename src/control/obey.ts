import { type Archived, writeArchive } from '../archive/write.ts'
import type { Ids } from '../clock.ts'
import type { Store } from '../store/store.ts'
import type { Obey } from './listen.ts'

/** A copy that takes longer is void: the database's log would grow without end. */
export const STILL_MS = 10 * 60_000

/** What a server does at an operator's command. */
export function createObey(parts: {
  store: Store
  ids: Ids
  by: string
  /** Leaves the store's file as it is until what it answers is called. */
  holdStill: () => Promise<() => void>
}): Obey {
  const { store, ids, by, holdStill } = parts
  return async (request, gone): Promise<Archived | undefined> => {
    switch (request.do) {
      case 'archive':
        return writeArchive({
          store,
          ids,
          by: `${by}-${ids.next()}`,
          folder: request.folder,
          dryRun: request.dryRun,
        })
      case 'hold-still': {
        const goOn = await holdStill()
        const end = AbortSignal.any([gone, AbortSignal.timeout(STILL_MS)])
        if (end.aborted) goOn()
        else end.addEventListener('abort', goOn, { once: true })
        return undefined
      }
    }
  }
}
