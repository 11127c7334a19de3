import { give, listOf } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/** Invoices, payments, charges and refunds. */
export const BILLING_VERBS = {
  /** What is owed, and the latest invoices, newest first, at most three. */
  'find-invoices': {
    says: { es: 'Consultar las facturas', en: 'Look up the invoices' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('balance', ...listOf('invoice', 'Id', 'Date', 'Amount', 'Due', 'State')),
    sometimes: [
      'invoice1Id',
      'invoice1Date',
      'invoice1Amount',
      'invoice1Due',
      'invoice1State',
      'invoice2Id',
      'invoice2Date',
      'invoice2Amount',
      'invoice2Due',
      'invoice2State',
      'invoice3Id',
      'invoice3Date',
      'invoice3Amount',
      'invoice3Due',
      'invoice3State',
    ],
    refuses: ['no-such-account'],
  },
  /** Sends a copy of an invoice to the e-mail address on file; `sentTo` shows it only in part. */
  'send-invoice': {
    says: { es: 'Enviar una copia de la factura', en: 'Send a copy of the invoice' },
    repeatable: true,
    changes: true,
    needsProof: true,
    takes: ['account', 'invoiceId'],
    gives: give('sentTo'),
    refuses: ['no-such-account', 'no-such-invoice', 'no-email'],
  },
  /** Whether the customer's payment of an invoice has come in. */
  'find-payment': {
    says: { es: 'Buscar un pago', en: 'Look for a payment' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account', 'invoiceId'],
    gives: give('paymentState', 'paymentAmount', 'paymentDate'),
    sometimes: ['paymentAmount', 'paymentDate'],
    refuses: ['no-such-account', 'no-such-invoice'],
  },
  /** More time to pay an invoice, without a cut-off or interest until then. */
  'extend-payment': {
    says: { es: 'Dar más plazo para pagar', en: 'Give more time to pay' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'invoiceId'],
    gives: give('newDueDate'),
    refuses: ['no-such-account', 'no-such-invoice', 'already-paid', 'already-extended'],
  },
  /** The latest charges of an account, newest first, at most three. */
  'find-charges': {
    says: { es: 'Consultar los cobros', en: 'Look up the charges' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give(...listOf('charge', 'Id', 'What', 'Amount', 'Date')),
    sometimes: [
      'charge1Id',
      'charge1What',
      'charge1Amount',
      'charge1Date',
      'charge2Id',
      'charge2What',
      'charge2Amount',
      'charge2Date',
      'charge3Id',
      'charge3What',
      'charge3Amount',
      'charge3Date',
    ],
    refuses: ['no-such-account'],
  },
  /** One charge beside the customer's own history. `chargeSize` is `absurd` when no usual amount explains it. */
  'explain-charge': {
    says: { es: 'Consultar el detalle de un cobro', en: 'Look up the details of a charge' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account', 'chargeId'],
    gives: give(
      'chargeWhat',
      'chargeAmount',
      'chargeDate',
      'chargeSize',
      'chargeState',
      'usualAmount',
      'chargeSeller',
    ),
    sometimes: ['usualAmount', 'chargeSeller'],
    refuses: ['no-such-account', 'no-such-charge'],
  },
  /** Files a claim against a charge, also of a third party's: the company answers for it, and nobody is sent to the seller. */
  'dispute-charge': {
    says: { es: 'Registrar un reclamo por un cobro', en: 'File a claim about a charge' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'chargeId'],
    gives: give('answerBy'),
    refuses: ['no-such-account', 'no-such-charge', 'already-disputed'],
  },
  /** The latest refund and where it is. */
  'find-refund': {
    says: { es: 'Consultar un reembolso', en: 'Look up a refund' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('refundId', 'refundState', 'refundAmount', 'refundDate', 'refundTo', 'refundWhy'),
    sometimes: ['refundDate', 'refundTo', 'refundWhy'],
    refuses: ['no-such-account', 'no-refund'],
  },
  /** Pays a charge back that the company agrees was wrong. */
  'request-refund': {
    says: { es: 'Pedir el reembolso de un cobro', en: 'Request the refund of a charge' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'chargeId'],
    gives: give('refundId', 'refundAmount', 'refundDate', 'refundTo'),
    sometimes: ['refundTo'],
    refuses: ['no-such-account', 'no-such-charge', 'already-refunded', 'needs-review'],
  },
} as const satisfies Record<string, VerbSpec>
