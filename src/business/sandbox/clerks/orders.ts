import type { ORDER_VERBS } from '../../verbs/orders.ts'
import type { DemoOrder } from '../accounts.ts'
import { type AccountClerk, type AccountCounter, listed, refused } from '../counter.ts'
import { refund } from './billing.ts'

/** An order can be sent back this long after it was delivered, days. */
const RETURN_DAYS = 30
const SEARCH_DAYS = 3
const REPLACEMENT_DAYS = 3
const DAMAGE_DAYS = 10
/** When the company can collect at home: days from now, and the part of the day. */
const PICKUPS = [
  [2, 'morning'],
  [3, 'afternoon'],
  [5, 'evening'],
] as const

type Order = Omit<DemoOrder, 'state'> & { state: DemoOrder['state'] | 'returning' }

export const orderClerks: Record<keyof typeof ORDER_VERBS, AccountClerk> = {
  'find-orders': ({ account, made, day, found }) =>
    found(
      listed(
        'order',
        account.orders.map(({ id, what, daysAgo, state }) => ({
          Id: id,
          What: what,
          Date: day(-daysAgo),
          State: made.orders[id] ?? state,
        })),
      ),
    ),

  'find-order': (counter) => {
    const order = orderOf(counter)
    if (!order) return refused('no-such-order')
    const { what, state, amount, arrivesInDays, deliveredDaysAgo } = order
    return counter.found({
      orderWhat: what,
      orderState: state,
      orderAmount: amount,
      ...(arrivesInDays === undefined ? {} : { deliveryDate: counter.day(arrivesInDays) }),
      ...(deliveredDaysAgo === undefined
        ? {}
        : {
            deliveredOn: counter.day(-deliveredDaysAgo),
            returnUntil: counter.day(RETURN_DAYS - deliveredDaysAgo),
          }),
    })
  },

  'cancel-order': (counter) => {
    const order = orderOf(counter)
    if (!order) return refused('no-such-order')
    if (order.state === 'cancelled') return refused('already-cancelled')
    if (order.state !== 'preparing') return refused('already-shipped')
    counter.made.orders[order.id] = 'cancelled'
    const { refundAmount, refundDate } = refund(counter, order.amount, order.what)
    return counter.done('PED', { refundAmount, refundDate })
  },

  'report-lost-order': (counter) => {
    const order = orderOf(counter)
    if (!order) return refused('no-such-order')
    if (!['late', 'lost', 'delivered', 'out-today'].includes(order.state)) return refused('not-late')
    if (!file(counter, `lost ${order.id}`)) return refused('already-reported')
    return counter.done('PED', {
      answerBy: counter.day(SEARCH_DAYS),
      ...(order.state === 'lost' ? { deliveryDate: counter.day(REPLACEMENT_DAYS) } : {}),
    })
  },

  'find-pickups': (counter) => {
    const order = returnable(counter)
    if (typeof order === 'string') return refused(order)
    const rows = PICKUPS.map(([days, window]) => ({ Date: counter.day(days), Window: window }))
    return counter.found({ orderWhat: order.what, orderAmount: order.amount, ...listed('pickup', rows) })
  },

  'return-order': (counter) => {
    const order = returnable(counter)
    if (typeof order === 'string') return refused(order)
    const { pickupDate, pickupWindow } = counter.args
    const pickup = PICKUPS.find(
      ([days, window]) => counter.day(days) === pickupDate && window === pickupWindow,
    )
    if (!pickup) return refused('date-not-free')
    counter.made.orders[order.id] = 'returning'
    const { refundAmount, refundDate } = refund(counter, order.amount, order.what)
    return counter.done('DEV', {
      pickupDate: counter.day(pickup[0]),
      pickupWindow: pickup[1],
      refundAmount,
      refundDate,
    })
  },

  'replace-order': (counter) => {
    const order = orderOf(counter)
    if (!order) return refused('no-such-order')
    if (order.state === 'returning') return refused('already-returned')
    if (order.state !== 'delivered') return refused('not-delivered')
    if (order.noneLeft) return refused('none-left')
    counter.made.orders[order.id] = 'returning'
    return counter.done('CAM', { deliveryDate: counter.day(REPLACEMENT_DAYS) })
  },

  'report-damage': (counter) => {
    if (!file(counter, 'damage')) return refused('already-reported')
    return counter.done('DAN', { answerBy: counter.day(DAMAGE_DAYS) })
  },
}

/** Notes what was reported; false when it had been before. */
export function file({ made }: AccountCounter, what: string): boolean {
  if (made.filed.includes(what)) return false
  made.filed.push(what)
  return true
}

function orderOf({ account, made, args }: AccountCounter): Order | undefined {
  const order = account.orders.find((one) => one.id === args.orderId)
  return order && { ...order, state: made.orders[order.id] ?? order.state }
}

/** The order, or why it can't be sent back. */
function returnable(counter: AccountCounter): Order | string {
  const order = orderOf(counter)
  if (!order) return 'no-such-order'
  if (order.state === 'returning') return 'already-returned'
  if (order.state !== 'delivered') return 'not-delivered'
  return (order.deliveredDaysAgo ?? 0) > RETURN_DAYS ? 'too-late-to-return' : order
}
