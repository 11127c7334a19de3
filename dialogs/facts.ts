import { defineFacts } from '../src/kit.ts'
import { billingFacts } from './facts/billing.ts'
import { complaintFacts } from './facts/complaints.ts'
import { customerFacts } from './facts/customer.ts'
import { orderFacts } from './facts/orders.ts'
import { serviceFacts } from './facts/service.ts'
import { visitFacts } from './facts/visits.ts'

/** Everything that the dialogs of an internet provider may know, by topic. What verbs give has the verbs' names. */
export const facts = defineFacts({
  ...customerFacts,
  ...serviceFacts,
  ...billingFacts,
  ...orderFacts,
  ...visitFacts,
  ...complaintFacts,
})
