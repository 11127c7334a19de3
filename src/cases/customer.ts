import { z } from 'zod'
import { type Codec, codec } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put } from '../store/store.ts'
import { factShape } from '../turn/facts.ts'
import { contactShape } from '../turn/history.ts'

/** A customer across channels, keyed by our own id; outside ids point to it by unique names. */
export const customerShape = z.object({
  id: z.string(),
  name: z.string().optional(),
  identities: z.array(z.object({ channel: z.string(), outsideId: z.string() })),
  facts: z.record(z.string(), factShape),
  /** At most one; a second ask joins it. */
  openCase: z.string().optional(),
  /** What they came about before, the latest 30 matters. */
  contacts: z.array(contactShape).optional(),
  createdAt: z.number(),
})
export type Customer = z.infer<typeof customerShape>

const records = codec<Customer>({ kind: 'customer', schema: 1, shape: customerShape })
/** A customer's record is found by the account that they proved, on whatever channel: see same-holder.ts. */
export const customerCodec: Codec<Customer> = {
  ...records,
  put(record) {
    const account = provenAccount(record.value)
    const terms: Put['terms'] =
      account === undefined ? [] : [[indexName.customersOfAccount(account), record.value.createdAt]]
    return records.put(record, terms)
  },
}

/** The account that this customer has proven to be theirs. What customers say of themselves proves nothing. */
export function provenAccount({ facts }: Pick<Customer, 'facts'>): string | undefined {
  const { proven } = facts
  const isProven = proven?.class === 'known' && proven.source !== 'customer' && proven.value !== ''
  return isProven ? String(proven.value) : undefined
}
