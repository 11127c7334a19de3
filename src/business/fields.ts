import type { ValueKind } from '../turn/dialog/vocabulary.ts'

type Field = ValueKind | readonly string[]

const CHARGES = ['monthly', 'calls', 'data', 'equipment', 'films', 'visit'] as const
const INVOICE_STATES = ['paid', 'due', 'overdue'] as const
const ORDER_STATES = [
  'preparing',
  'shipped',
  'out-today',
  'late',
  'delivered',
  'lost',
  'cancelled',
  'returning',
] as const
/** Parts of a day: 8 to 12, 12 to 17, 17 to 20. */
const WINDOWS = ['morning', 'afternoon', 'evening'] as const
const NOTICES = ['debt', 'cut-off', 'price-rise', 'advertising', 'call'] as const

/**
 * What verbs take and give, by name: a kind of value, or the labels that it may be. A dialog's fact of the same name
 * is of the same kind. `money` is "74900 COP", `date` is "2026-11-30".
 */
export const FIELDS = {
  account: 'account',
  /** A telephone number or an e-mail address that the company has on file. */
  contact: 'text',
  /** What only the customer knows: the last four of their document, the document itself, the amount of the last invoice. */
  proof: 'proof',
  /** The account that the customer has proven to be theirs. */
  proven: 'account',
  holder: 'text',
  email: 'text',
  phone: 'text',
  address: 'text',
  contactKind: ['email', 'phone'],
  newContact: 'text',
  newAddress: 'text',
  coverage: ['covered', 'not-covered', 'unsure'],
  moveDate: 'date',
  moveFee: 'money',
  dataRight: ['copy', 'erase', 'correct', 'no-advertising'],

  plan: 'text',
  monthly: 'money',
  endDate: 'date',
  lastCharge: 'money',
  penalty: 'money',
  collectionDate: 'date',
  cancellationRef: 'text',
  planId: 'text',
  newPlan: 'text',
  newMonthly: 'money',
  planChangeDate: 'date',
  planChangeFee: 'money',
  ...three('plan', { Id: 'text', Name: 'text', Price: 'money' }),
  signedOn: 'date',
  boundUntil: 'date',
  discountUntil: 'date',
  monthlyAfterDiscount: 'money',

  ...three('charge', { Id: 'text', What: CHARGES, Amount: 'money', Date: 'date' }),
  chargeId: 'text',
  chargeWhat: CHARGES,
  chargeAmount: 'money',
  chargeDate: 'date',
  /** Who sold it, when it was not the company itself. */
  chargeSeller: 'text',
  /** What the customer usually pays for it, of their own history. */
  usualAmount: 'money',
  /** The charge beside the customer's own history. `absurd` goes to a person at once. */
  chargeSize: ['usual', 'high', 'absurd', 'first'],
  /** `late`: the answer to its claim is past its date. `denied`: the claim was, with reasons that a person tells. */
  chargeState: ['billed', 'paid', 'disputed', 'late', 'denied', 'refunded'],
  answerBy: 'date',

  balance: 'money',
  ...three('invoice', { Id: 'text', Date: 'date', Amount: 'money', Due: 'date', State: INVOICE_STATES }),
  invoiceId: 'text',
  sentTo: 'text',
  paymentState: ['received', 'not-seen', 'returned'],
  paymentAmount: 'money',
  paymentDate: 'date',
  newDueDate: 'date',

  refundId: 'text',
  /** `late`: it should have been paid by now. */
  refundState: ['asked', 'approved', 'late', 'paid', 'denied'],
  refundAmount: 'money',
  refundDate: 'date',
  refundTo: 'text',
  refundWhy: 'text',

  ...three('order', { Id: 'text', What: 'text', Date: 'date', State: ORDER_STATES }),
  orderId: 'text',
  orderWhat: 'text',
  orderState: ORDER_STATES,
  orderAmount: 'money',
  deliveryDate: 'date',
  deliveredOn: 'date',
  returnUntil: 'date',
  ...three('pickup', { Date: 'date', Window: WINDOWS }),
  pickupDate: 'date',
  pickupWindow: WINDOWS,
  damageText: 'text',

  visitId: 'text',
  visitWhat: ['install', 'repair', 'collection'],
  visitState: ['booked', 'on-the-way', 'missed', 'done', 'cancelled'],
  visitDate: 'date',
  visitWindow: WINDOWS,
  ...three('slot', { Date: 'date', Window: WINDOWS }),
  visitProblem: ['nobody-came', 'came-though-cancelled', 'left-undone'],
  compensation: 'money',

  area: 'text',
  areaState: ['clear', 'outage', 'works'],
  lineState: ['up', 'outage', 'fault'],
  outageUntil: 'date',
  faultWhat: ['no-signal', 'slow', 'cuts', 'wifi'],
  repairBy: 'date',
  faultState: ['open', 'visit-booked', 'repaired'],

  complaintAbout: ['service', 'billing', 'treatment', 'promise', 'delivery', 'other'],
  complaintText: 'text',
  complaintState: ['open', 'answered', 'late'],
  complaintRef: 'text',
  complaintDate: 'date',
  ...three('notice', { Id: 'text', What: NOTICES, Date: 'date', Amount: 'money' }),
  noticeId: 'text',
  noticeWhat: NOTICES,
  noticeDate: 'date',
  noticeAmount: 'money',
  contestText: 'text',
  heldUntil: 'date',
  callsPhone: 'text',
  callsEnd: 'date',
} as const satisfies Readonly<Record<string, Field>>

export type FieldName = keyof typeof FIELDS
type KindOf<F> = F extends readonly string[] ? 'label' : F

/** The kinds of some fields, as a verb's `gives`. */
export function give<const N extends FieldName>(
  ...names: readonly N[]
): { readonly [K in N]: KindOf<(typeof FIELDS)[K]> } {
  const kinds = names.map((name) => [name, kindOf(name)])
  return Object.fromEntries(kinds) as { [K in N]: KindOf<(typeof FIELDS)[K]> }
}

/** The kind of a fact that takes this field. */
export function kindOf(name: FieldName): ValueKind | 'label' {
  const field: Field = FIELDS[name]
  return typeof field === 'string' ? field : 'label'
}

/** The labels that a field may be; undefined when it is a value. */
export function labelsOf(name: FieldName): readonly string[] | undefined {
  const field: Field = FIELDS[name]
  return typeof field === 'string' ? undefined : field
}

/** A list as facts: at most three of them, by their place. `three('order', { Id: 'text' })` is order1Id, order2Id, order3Id. */
function three<const P extends string, const F extends Readonly<Record<string, Field>>>(
  of: P,
  fields: F,
): { readonly [K in keyof F & string as `${P}${1 | 2 | 3}${K}`]: F[K] } {
  const named = [1, 2, 3].flatMap((place) =>
    Object.entries(fields).map(([name, field]) => [`${of}${place}${name}`, field]),
  )
  return Object.fromEntries(named) as { [K in keyof F & string as `${P}${1 | 2 | 3}${K}`]: F[K] }
}

/** The names of a list's fields: `listOf('order', 'Id')` is order1Id, order2Id, order3Id. */
export function listOf<const P extends string, const F extends string>(
  of: P,
  ...fields: readonly F[]
): `${P}${1 | 2 | 3}${F}`[] {
  return ([1, 2, 3] as const).flatMap((place) => fields.map((field) => `${of}${place}${field}` as const))
}
