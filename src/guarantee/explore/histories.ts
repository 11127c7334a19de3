import { contactNow, ENOUGH_CONTACTS, type History, SAME_VISIT_MS } from '../../turn/history.ts'
import type { Ran } from './play.ts'

/**
 * What a turn might have been told of earlier contacts, where it looks: that the customer came before, with nothing
 * promised, something open, late or done; that they have come too often; that they were given this very answer.
 */
export function historiesOf({ given, out }: Ran): History[] {
  const before = given.now - SAME_VISIT_MS - 60_000
  return (out.contacts ?? []).flatMap((made) => {
    const { intent, object } = made
    const first = contactNow(undefined, { intent, object }, { now: before, conversationId: 'earlier' })
    const promised = { kind: 'answer', text: 'guarantee: a promise', matter: { intent, object } }
    const later = given.now + 60_000
    return [
      { contacts: [first], promised: [] },
      { contacts: [first], promised: [{ ...promised, dueAt: later, state: 'open' }] },
      { contacts: [first], promised: [{ ...promised, dueAt: before, state: 'open' }] },
      {
        contacts: [first],
        promised: [{ ...promised, dueAt: later, state: 'confirmed', ref: 'REF-earlier' }],
      },
      { contacts: [{ ...first, times: ENOUGH_CONTACTS - 1, answered: true }], promised: [] },
      // The same visit, in which the answer of this turn was given already.
      { contacts: [{ ...made, lastAt: given.now, conversationId: given.head.id }], promised: [] },
    ] satisfies History[]
  })
}
