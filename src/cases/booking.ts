import { indexName, recordKey } from '../store/keys.ts'
import type { Put, Store } from '../store/store.ts'
import type { Case } from './case.ts'
import { STAYS_MS } from './stays.ts'

/**
 * Two customers who take the last place of a call-back window at the same moment: each booking writes the window's
 * record, so the second finds its commit stale and looks again. Read this before counting who has booked.
 *
 * @returns undefined when no call-back is promised anew.
 */
export async function bookingOf(store: Store, before: Case, after: Case): Promise<Put | undefined> {
  const { state } = after
  if (state.kind !== 'scheduled' || state.what !== 'call-back') return undefined
  const isSame = before.state.kind === 'scheduled' && before.state.window.from === state.window.from
  if (isSame) return undefined
  const key = recordKey.callBackWindow(state.window.from)
  const [stored] = await store.read([key])
  const terms = [[indexName.due('archive'), state.window.from + STAYS_MS] as const]
  return { key, expect: stored?.version ?? 0, schema: 1, body: '{}', terms }
}
