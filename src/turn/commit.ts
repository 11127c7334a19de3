import { StoreAway } from '../errors.ts'
import type { Change, CommitResult, Store } from '../store/store.ts'

/** How often a commit whose outcome is unknown is sent again with the same id before that is passed on. */
const TRIES = 3

/** Commits; when the store doesn't answer, asks again with the same id, which writes at most once. */
export async function commitFirmly(store: Store, change: Change): Promise<CommitResult> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.commit(change)
    } catch (thrown) {
      if (!(thrown instanceof StoreAway) || tries >= TRIES) throw thrown
    }
  }
}
