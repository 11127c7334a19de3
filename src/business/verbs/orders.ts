import { give, listOf } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/** What the customer bought: where it is, sending it back from home, and damage. */
export const ORDER_VERBS = {
  /** The latest orders, newest first, at most three. */
  'find-orders': {
    says: { es: 'Consultar los pedidos', en: 'Look up the orders' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give(...listOf('order', 'Id', 'What', 'Date', 'State')),
    sometimes: [
      'order1Id',
      'order1What',
      'order1Date',
      'order1State',
      'order2Id',
      'order2What',
      'order2Date',
      'order2State',
      'order3Id',
      'order3What',
      'order3Date',
      'order3State',
    ],
    refuses: ['no-such-account'],
  },
  /** Where one order is. `deliveryDate` while it is on its way, `deliveredOn` and `returnUntil` once it was delivered. */
  'find-order': {
    says: { es: 'Consultar un pedido', en: 'Look up an order' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account', 'orderId'],
    gives: give('orderWhat', 'orderState', 'orderAmount', 'deliveryDate', 'deliveredOn', 'returnUntil'),
    sometimes: ['deliveryDate', 'deliveredOn', 'returnUntil'],
    refuses: ['no-such-account', 'no-such-order'],
  },
  /** Cancels an order that has not left yet and pays it back. */
  'cancel-order': {
    says: { es: 'Cancelar un pedido', en: 'Cancel an order' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'orderId'],
    gives: give('refundAmount', 'refundDate'),
    refuses: ['no-such-account', 'no-such-order', 'already-cancelled', 'already-shipped'],
  },
  /** It is late, or marked as delivered and isn't there: the company looks for it and answers, or sends it again. */
  'report-lost-order': {
    says: { es: 'Registrar un pedido que no llegó', en: 'Report an order that did not arrive' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'orderId'],
    gives: give('answerBy', 'deliveryDate'),
    sometimes: ['deliveryDate'],
    refuses: ['no-such-account', 'no-such-order', 'already-reported', 'not-late'],
  },
  /** Days on which the company can collect an order at the customer's home, at most three. */
  'find-pickups': {
    says: { es: 'Consultar cuándo se puede recoger un pedido', en: 'Look up when an order can be collected' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account', 'orderId'],
    gives: give('orderWhat', 'orderAmount', ...listOf('pickup', 'Date', 'Window')),
    sometimes: ['pickup2Date', 'pickup2Window', 'pickup3Date', 'pickup3Window'],
    refuses: ['no-such-account', 'no-such-order', 'not-delivered', 'too-late-to-return', 'already-returned'],
  },
  /** The company collects the order at home, free of charge, and pays it back. */
  'return-order': {
    says: { es: 'Recoger y devolver un pedido', en: 'Collect and return an order' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'orderId', 'pickupDate', 'pickupWindow'],
    gives: give('pickupDate', 'pickupWindow', 'refundAmount', 'refundDate'),
    refuses: [
      'no-such-account',
      'no-such-order',
      'not-delivered',
      'too-late-to-return',
      'already-returned',
      'date-not-free',
    ],
  },
  /** It arrived damaged: a new one is sent, and the damaged one collected at the same time. */
  'replace-order': {
    says: { es: 'Reemplazar un pedido dañado', en: 'Replace a damaged order' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'orderId', 'damageText'],
    gives: give('deliveryDate'),
    refuses: ['no-such-account', 'no-such-order', 'not-delivered', 'already-returned', 'none-left'],
  },
  /** The company damaged something at the customer's home: a claim with a date by which it answers. */
  'report-damage': {
    says: { es: 'Registrar un daño causado por la empresa', en: 'Report damage that the company caused' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'damageText'],
    gives: give('answerBy'),
    refuses: ['no-such-account', 'already-reported'],
  },
} as const satisfies Record<string, VerbSpec>
