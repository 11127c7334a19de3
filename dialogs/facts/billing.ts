import type { Texts } from '../../src/kit.ts'
import { date, label, money, oneOfThree, text, three } from './kinds.ts'

const CHARGES = {
  monthly: { es: 'Cuota mensual', en: 'Monthly fee' },
  calls: { es: 'Llamadas al extranjero', en: 'Calls abroad' },
  data: { es: 'Datos adicionales', en: 'Extra data' },
  equipment: { es: 'Alquiler del equipo', en: 'Equipment rental' },
  films: { es: 'Películas', en: 'Films' },
  visit: { es: 'Visita técnica', en: 'Technician visit' },
} as const satisfies Record<string, Texts>

const INVOICE_STATES = {
  paid: { es: 'pagada', en: 'paid' },
  due: { es: 'por pagar', en: 'to be paid' },
  overdue: { es: 'vencida', en: 'overdue' },
} as const satisfies Record<string, Texts>

/** Charges, invoices, payments and refunds. */
export const billingFacts = {
  ...three('charge', {
    Id: text('Cobro #, número', 'Charge #, number'),
    What: label('Cobro #', 'Charge #', CHARGES),
    Amount: money('Cobro #, importe', 'Charge #, amount'),
    Date: date('Cobro #, fecha', 'Charge #, date'),
  }),
  /** Which of the three the customer means. */
  charge: oneOfThree(
    'charge',
    '{What} · {Amount} · {Date}',
    'Cobro por el que pregunta',
    'Charge asked about',
  ),
  chargeId: text('Número del cobro', 'Charge number'),
  chargeWhat: label('Concepto', 'What it is for', CHARGES),
  chargeAmount: money('Importe', 'Amount'),
  chargeDate: date('Fecha del cobro', 'Date of the charge'),
  chargeSeller: text('Vendido por', 'Sold by'),
  usualAmount: money('Lo que suele pagar', 'What is usually paid'),
  /** The charge beside the customer's own history. */
  chargeSize: label('Importe frente a lo habitual', 'Amount beside the usual one', {
    usual: { es: 'como siempre', en: 'as usual' },
    high: { es: 'más alto que de costumbre', en: 'higher than usual' },
    absurd: { es: 'absurdo frente a su historial', en: 'absurd beside their history' },
    first: { es: 'la primera vez que aparece', en: 'there for the first time' },
  }),
  chargeState: label('Estado del cobro', 'State of the charge', {
    billed: { es: 'facturado', en: 'billed' },
    paid: { es: 'pagado', en: 'paid' },
    disputed: { es: 'reclamado', en: 'disputed' },
    late: { es: 'reclamado, con la respuesta fuera de plazo', en: 'disputed, with the answer past its date' },
    denied: { es: 'reclamo rechazado', en: 'claim denied' },
    refunded: { es: 'reembolsado', en: 'refunded' },
  }),
  claimRef: text('Referencia del reclamo', 'Claim reference', 'customer'),
  answerBy: date('Respuesta antes del', 'Answer by'),

  balance: money('Saldo pendiente', 'Balance owed'),
  ...three('invoice', {
    Id: text('Factura #, número', 'Invoice #, number'),
    Date: date('Factura #, fecha', 'Invoice #, date'),
    Amount: money('Factura #, importe', 'Invoice #, amount'),
    Due: date('Factura #, vence', 'Invoice #, due'),
    State: label('Factura #, estado', 'Invoice #, state', INVOICE_STATES),
  }),
  /** Which invoice the customer means. */
  invoice: oneOfThree(
    'invoice',
    '{Date} · {Amount} · {State}',
    'Factura por la que pregunta',
    'Invoice asked about',
  ),
  invoiceId: text('Número de factura', 'Invoice number'),
  invoiceDate: date('Fecha de la factura', 'Date of the invoice'),
  invoiceAmount: money('Importe de la factura', 'Amount of the invoice'),
  invoiceDue: date('Vencimiento de la factura', 'Due date of the invoice'),
  invoiceState: label('Estado de la factura', 'State of the invoice', INVOICE_STATES),
  /** What the customer wants of their invoices. */
  invoiceWish: label('Qué necesita de sus facturas', 'Wanted of their invoices', {
    copy: { es: 'Una copia', en: 'A copy' },
    payment: { es: 'Saber si llegó mi pago', en: 'Did my payment come in' },
    time: { es: 'Más plazo para pagar', en: 'More time to pay' },
    enough: { es: 'Solo quería verlo', en: 'I just wanted to see it' },
  }),
  copyRef: text('Referencia de la copia', 'Reference of the copy', 'customer'),
  sentTo: text('Copia enviada a', 'Copy sent to'),
  paymentState: label('Estado del pago', 'State of the payment', {
    received: { es: 'recibido', en: 'received' },
    'not-seen': { es: 'aún no aparece', en: 'not seen yet' },
    returned: { es: 'devuelto por el banco', en: 'returned by the bank' },
  }),
  paymentAmount: money('Importe del pago', 'Amount paid'),
  paymentDate: date('Fecha del pago', 'Date of the payment'),
  newDueDate: date('Nuevo plazo de pago', 'New date to pay by'),
  paymentRef: text('Referencia del plazo', 'Reference of the extension', 'customer'),

  refundId: text('Número del reembolso', 'Refund number'),
  refundState: label('Estado del reembolso', 'State of the refund', {
    asked: { es: 'pedido', en: 'requested' },
    approved: { es: 'aprobado, aún no pagado', en: 'approved, not paid yet' },
    late: { es: 'fuera de plazo', en: 'past its date' },
    paid: { es: 'pagado', en: 'paid' },
    denied: { es: 'rechazado', en: 'denied' },
  }),
  refundAmount: money('Importe del reembolso', 'Amount of the refund'),
  refundDate: date('Fecha del reembolso', 'Date of the refund'),
  refundTo: text('Reembolso a', 'Refunded to'),
  refundWhy: text('Motivo del reembolso', 'Reason of the refund'),
  refundRef: text('Referencia del reembolso', 'Refund reference', 'customer'),
} as const
