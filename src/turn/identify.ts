import { customerCodec } from '../cases/customer.ts'
import type { Ids } from '../clock.ts'
import { recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Head } from './conversation.ts'
import type { Fact } from './facts.ts'
import { withFacts } from './load.ts'

const TRIES = 8

/**
 * The company's own site has signed who its customer is: the account is theirs, for the bot and for every agent, and
 * nothing is asked to prove it. The same identity again changes nothing.
 */
export async function identify(
  parts: { store: Store; ids: Ids },
  head: Head,
  account: string,
  now: number,
): Promise<void> {
  const { store, ids } = parts
  const known: Fact = { class: 'known', value: account, source: 'identity', at: now, conversationId: head.id }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [record] = customerCodec.readable(await store.read([recordKey.customer(head.customerId)]))
    // A record that can't be read is left as it is: its customer proves who they are to a person.
    if (!record) return
    const { proven } = record.value.facts
    if (proven?.class === 'known' && proven.value === account && proven.source === 'identity') return
    const changes = ['account', 'proven'].map((name) => ({ name, fact: known }))
    const put = customerCodec.put({ ...record, value: withFacts(record.value, changes) })
    const { outcome } = await store.commit({ id: ids.next(), put: [put] })
    if (outcome !== 'stale') return
  }
}
