import type { Texts } from '../../src/kit.ts'
import { date, label, money, oneOfThree, short, text, three } from './kinds.ts'
import { WINDOWS } from './windows.ts'

const ORDER_STATES = {
  preparing: { es: 'en preparación', en: 'being prepared' },
  shipped: { es: 'en camino', en: 'on its way' },
  'out-today': { es: 'sale hoy a reparto', en: 'out for delivery today' },
  late: { es: 'retrasado', en: 'late' },
  delivered: { es: 'entregado', en: 'delivered' },
  lost: { es: 'perdido', en: 'lost' },
  cancelled: { es: 'cancelado', en: 'cancelled' },
  returning: { es: 'en devolución', en: 'being returned' },
} as const satisfies Record<string, Texts>

/** What the customer bought: where it is, its return from home, and damage. */
export const orderFacts = {
  ...three('order', {
    Id: text('Pedido #, número', 'Order #, number'),
    What: short('Pedido #', 'Order #'),
    Date: date('Pedido #, fecha', 'Order #, date'),
    State: label('Pedido #, estado', 'Order #, state', ORDER_STATES),
  }),
  /** Which order the customer means. */
  order: oneOfThree('order', '{What} · {Date}', 'Pedido por el que pregunta', 'Order asked about'),
  orderId: text('Número de pedido', 'Order number'),
  orderWhat: short('Pedido', 'Order'),
  orderState: label('Estado del pedido', 'State of the order', ORDER_STATES),
  orderAmount: money('Importe del pedido', 'Amount of the order'),
  deliveryDate: date('Entrega prevista', 'Delivery expected'),
  deliveredOn: date('Entregado el', 'Delivered on'),
  returnUntil: date('Devolución hasta el', 'Return until'),
  orderRef: text('Referencia del pedido', 'Reference of the order', 'customer'),

  ...three('pickup', {
    Date: date('Recogida #, fecha', 'Collection #, date'),
    Window: label('Recogida #, franja', 'Collection #, part of the day', WINDOWS),
  }),
  /** When the customer wants the parcel collected. */
  pickup: oneOfThree('pickup', '{Date}, {Window}', 'Recogida que prefiere', 'Collection preferred'),
  pickupDate: date('Fecha de recogida', 'Date of collection'),
  pickupWindow: label('Franja de recogida', 'Part of the day of collection', WINDOWS),
  returnRef: text('Referencia de la devolución', 'Return reference', 'customer'),
  damageText: text('Qué se dañó', 'What was damaged'),
  damageRef: text('Referencia del daño', 'Damage reference', 'customer'),
} as const
