import { give, listOf } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/** The customer's subscription: ending it, changing it, and what the contract says. */
export const SERVICE_VERBS = {
  /** The service of an account, and what ending it now would mean. `cancellationRef` only when it is ending already. */
  'find-service': {
    says: { es: 'Consultar el servicio', en: 'Look up the service' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('plan', 'monthly', 'endDate', 'lastCharge', 'penalty', 'collectionDate', 'cancellationRef'),
    sometimes: ['collectionDate', 'cancellationRef'],
    refuses: ['no-such-account', 'already-cancelled'],
  },
  /** Ends the service on the date that `find-service` gave. Equipment is collected at the customer's home. */
  'cancel-service': {
    says: { es: 'Cancelar el servicio', en: 'Cancel the service' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'endDate'],
    gives: give('endDate', 'lastCharge', 'collectionDate'),
    sometimes: ['collectionDate'],
    refuses: ['no-such-account', 'already-cancelled', 'date-changed'],
  },
  /** The plans that the customer may change to, at most three. Refused where nothing may be sold: in a fault, in a cancellation. */
  'find-plans': {
    says: { es: 'Consultar los planes disponibles', en: 'Look up the plans on offer' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('plan', 'monthly', ...listOf('plan', 'Id', 'Name', 'Price')),
    sometimes: ['plan2Id', 'plan2Name', 'plan2Price', 'plan3Id', 'plan3Name', 'plan3Price'],
    refuses: ['no-such-account', 'already-cancelled', 'in-fault', 'no-other-plan'],
  },
  /** The price before (`monthly`) and after (`newMonthly`), from when, and what the change itself costs. Said before `change-plan`. */
  'quote-plan': {
    says: { es: 'Calcular un cambio de plan', en: 'Work out a change of plan' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account', 'planId'],
    gives: give('plan', 'monthly', 'newPlan', 'newMonthly', 'planChangeDate', 'planChangeFee', 'boundUntil'),
    sometimes: ['boundUntil'],
    refuses: ['no-such-account', 'already-cancelled', 'in-fault', 'no-such-plan', 'same-plan'],
  },
  /** Changes the plan at the price that was said; another price is refused. */
  'change-plan': {
    says: { es: 'Cambiar el plan', en: 'Change the plan' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'planId', 'newMonthly'],
    gives: give('newPlan', 'newMonthly', 'planChangeDate'),
    refuses: [
      'no-such-account',
      'already-cancelled',
      'in-fault',
      'no-such-plan',
      'same-plan',
      'price-changed',
    ],
  },
  /** What the customer's contract says, for who was promised something else. */
  'find-contract': {
    says: { es: 'Consultar el contrato', en: 'Look up the contract' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('plan', 'monthly', 'signedOn', 'boundUntil', 'discountUntil', 'monthlyAfterDiscount'),
    sometimes: ['boundUntil', 'discountUntil', 'monthlyAfterDiscount'],
    refuses: ['no-such-account'],
  },
} as const satisfies Record<string, VerbSpec>
