import { indexName, recordKey } from '../../src/store/keys.ts'
import type { Put, Store } from '../../src/store/store.ts'
import { randomIds } from '../../src/system.ts'
import { type Figure, measure } from './measure.ts'

const QUEUE = indexName.queue('general')
const LOADED_AT_ONCE = 1_000
/** Five rounds of them must leave somebody in the shortest line. */
const CLAIMS = 180
const AT_ONCE = 16
const LEASE_MS = 60_000

/** Cases in line as the store sees them: a record of a real case's size, and its place. */
export async function fillLine(store: Store, many: number, body: string): Promise<void> {
  for (let from = 0; from < many; from += LOADED_AT_ONCE) {
    const put = Array.from(
      { length: Math.min(LOADED_AT_ONCE, many - from) },
      (_, n): Put => ({
        key: recordKey.case(`waits-${from + n}`),
        expect: 0,
        schema: 1,
        body,
        terms: [[QUEUE, from + n]],
      }),
    )
    await store.commit({ id: randomIds.next(), put })
  }
}

/** Takes the next one and writes that it is an agent's: what every claim comes down to. */
export async function claimNexts(store: Store, what: string, body: string): Promise<Figure> {
  const claimed = new Set<string>()
  const figure = await measure(what, { times: CLAIMS, atOnce: AT_ONCE }, async () => {
    const [taken] = await store.take([QUEUE], {
      by: 'bench',
      upTo: Number.MAX_SAFE_INTEGER,
      n: 1,
      leaseMs: LEASE_MS,
    })
    if (!taken || claimed.has(taken.member))
      throw new Error(`claimed twice, or nobody waits: ${taken?.member}`)
    claimed.add(taken.member)
    const put = [
      { key: taken.member, expect: 1, schema: 1, body, terms: [[indexName.agentCases('a'), 1]] as const },
    ]
    const { outcome } = await store.commit({ id: randomIds.next(), put })
    if (outcome !== 'committed') throw new Error(`a claim was ${outcome}`)
  })
  return figure
}
