import { give } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/** Who the customer is, and what the company keeps about them. */
export const CUSTOMER_VERBS = {
  /** The account of a telephone number or e-mail address, for who hasn't their account number at hand. Not shown before it is proven. */
  'find-customer': {
    says: { es: 'Buscar la cuenta de un cliente', en: "Find a customer's account" },
    repeatable: true,
    changes: false,
    needsProof: false,
    takes: ['contact'],
    gives: give('account'),
    refuses: ['no-such-customer', 'several-accounts'],
  },
  /** Whether who writes is the account's holder. What counts as proof is the company's to say; tries are limited by account. */
  'prove-identity': {
    says: { es: 'Comprobar la identidad', en: 'Prove who the customer is' },
    repeatable: true,
    changes: false,
    needsProof: false,
    takes: ['account', 'proof'],
    gives: give('proven', 'holder'),
    sometimes: ['holder'],
    refuses: ['no-such-account', 'no-match', 'too-many-tries'],
  },
  /** What the company has on file about the customer. */
  'find-profile': {
    says: { es: 'Consultar los datos personales', en: 'Look up the personal data' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('holder', 'email', 'phone', 'address'),
    sometimes: ['email', 'phone'],
    refuses: ['no-such-account'],
  },
  /** Another e-mail address or telephone number. */
  'change-contact': {
    says: { es: 'Cambiar el correo o el teléfono', en: 'Change the e-mail address or telephone number' },
    repeatable: true,
    changes: true,
    needsProof: true,
    takes: ['account', 'contactKind', 'newContact'],
    gives: give('email', 'phone'),
    sometimes: ['email', 'phone'],
    refuses: ['no-such-account', 'not-valid', 'same-as-now'],
  },
  /** Another address for letters and bills. The service stays where it is. */
  'change-address': {
    says: { es: 'Cambiar la dirección de correspondencia', en: 'Change the address for letters' },
    repeatable: true,
    changes: true,
    needsProof: true,
    takes: ['account', 'newAddress'],
    gives: give('address'),
    refuses: ['no-such-account', 'not-valid', 'same-as-now'],
  },
  /** Whether there is service at an address. */
  'check-coverage': {
    says: { es: 'Comprobar la cobertura de una dirección', en: 'Check whether an address is covered' },
    repeatable: true,
    changes: false,
    needsProof: false,
    takes: ['newAddress'],
    gives: give('coverage'),
    refuses: ['not-valid'],
  },
  /** What moving the service to another address would mean. Said before `move-service`. */
  'quote-move': {
    says: { es: 'Consultar el traslado del servicio', en: 'Look up what moving the service means' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account', 'newAddress', 'moveDate'],
    gives: give('moveDate', 'moveFee', 'monthly', 'newMonthly'),
    refuses: ['no-such-account', 'no-coverage', 'not-valid', 'date-not-free', 'already-cancelled'],
  },
  /** Moves the service to another address on a day. */
  'move-service': {
    says: { es: 'Trasladar el servicio', en: 'Move the service' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'newAddress', 'moveDate'],
    gives: give('moveDate', 'moveFee', 'newMonthly'),
    refuses: ['no-such-account', 'no-coverage', 'not-valid', 'date-not-free', 'already-cancelled'],
  },
  /** A customer's rights over their data: a copy, erasure, correction, no more advertising. */
  'request-data-right': {
    says: { es: 'Registrar una solicitud sobre datos personales', en: 'File a request about personal data' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'dataRight'],
    gives: give('answerBy'),
    refuses: ['no-such-account', 'already-asked'],
  },
} as const satisfies Record<string, VerbSpec>
