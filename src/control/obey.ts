import { writeArchive } from '../archive/write.ts'
import { uploadsFolder } from '../channels/uploads.ts'
import type { Ids } from '../clock.ts'
import { audit } from '../proof/audit.ts'
import type { Store } from '../store/store.ts'
import { readLessons } from '../turn/lessons.ts'
import { listenForCommands, type Obey } from './listen.ts'

/** A copy that takes longer is void: the database's log would grow without end. */
export const STILL_MS = 10 * 60_000

/** Obeys an operator's commands while the store of this folder is ours. Undefined: see `listenForCommands`. */
export function startCommands(parts: ObeyParts): ReturnType<typeof listenForCommands> {
  return listenForCommands(parts.folder, createObey(parts))
}

interface ObeyParts {
  /** The data folder. */
  folder: string
  store: Store
  ids: Ids
  by: string
  /** Leaves the store's file as it is until what it answers is called. */
  holdStill: () => Promise<() => void>
}

function createObey({ folder, store, ids, by, holdStill }: ObeyParts): Obey {
  return async (request, gone): Promise<unknown> => {
    switch (request.do) {
      case 'archive':
        return writeArchive({
          store,
          ids,
          by: `${by}-${ids.next()}`,
          folder: request.folder,
          uploads: uploadsFolder(folder),
          dryRun: request.dryRun,
        })
      case 'hold-still': {
        const goOn = await holdStill()
        const end = AbortSignal.any([gone, AbortSignal.timeout(STILL_MS)])
        if (end.aborted) goOn()
        else end.addEventListener('abort', goOn, { once: true })
        return undefined
      }
      case 'lessons':
        return readLessons(store)
      case 'verify':
        return audit(store, request.archive === undefined ? {} : { archive: request.archive })
    }
  }
}
