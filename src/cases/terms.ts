import type { Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put } from '../store/store.ts'
import { type Case, caseCodec } from './case.ts'
import { STAYS_MS } from './stays.ts'

/** A case's record with every index term that it is found by. They follow from the case alone. */
export function casePut(record: Versioned<Case>): Put {
  return caseCodec.put(record, termsOf(record.value))
}

/** Where a case stands, and at what score. */
export function termsOf(c: Case): [string, number][] {
  if (c.archivedAt !== undefined) return []
  const terms: [string, number][] = [[indexName.casesOfCustomer(c.customerId), c.openedAt]]
  switch (c.state.kind) {
    case 'queue':
      terms.push([indexName.queue(c.queue), c.dueAt])
      break
    case 'agent':
      terms.push([indexName.agentCases(c.state.agentId), c.state.since])
      if (!c.state.parked) terms.push([indexName.agentLoad(c.state.agentId), c.state.since])
      break
    case 'scheduled':
      terms.push([indexName.scheduled(), c.state.window.from])
      break
    case 'resolved':
    case 'withdrawn':
      terms.push([indexName.due('archive'), Math.max(c.state.at + STAYS_MS, c.archiveAt ?? 0)])
      break
  }
  if (c.sweepAt !== undefined) terms.push([indexName.due('case'), c.sweepAt])
  return terms
}
