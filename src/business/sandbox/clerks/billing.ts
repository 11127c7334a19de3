import type { BILLING_VERBS } from '../../verbs/billing.ts'
import type { DemoCharge } from '../accounts.ts'
import { type AccountClerk, type AccountCounter, amountOf, listed, pesos, refused } from '../counter.ts'

/** Claims about charges are answered within so many days. */
const CLAIM_DAYS = 5
const EXTENSION_DAYS = 15
const REFUND_DAYS = 7
/** Beside what the customer usually pays: from here on it is high, and absurd. */
const HIGH = 1.5
const ABSURD = 5
const BANK = 'Banco ···· 4821'

export const billingClerks: Record<keyof typeof BILLING_VERBS, AccountClerk> = {
  'find-invoices': (counter) => {
    const invoices = invoicesOf(counter)
    const owed = invoices
      .filter((one) => one.State !== 'paid')
      .reduce((sum, one) => sum + amountOf(one.Amount), 0)
    return counter.found({
      balance: pesos(owed),
      ...listed(
        'invoice',
        invoices.map(({ paidOn: _, ...row }) => row),
      ),
    })
  },

  'send-invoice': (counter) => {
    const email = counter.made.email ?? counter.account.email
    if (!invoiceOf(counter)) return refused('no-such-invoice')
    if (email === '') return refused('no-email')
    return counter.done('COP', { sentTo: email.replace(/^(.).*(?=@)/, '$1•••') })
  },

  'find-payment': (counter) => {
    const invoice = invoiceOf(counter)
    if (!invoice) return refused('no-such-invoice')
    if (invoice.State !== 'paid') return counter.found({ paymentState: 'not-seen' })
    return counter.found({
      paymentState: 'received',
      paymentAmount: invoice.Amount,
      paymentDate: invoice.paidOn,
    })
  },

  'extend-payment': (counter) => {
    const invoice = invoiceOf(counter)
    if (!invoice) return refused('no-such-invoice')
    if (invoice.State === 'paid') return refused('already-paid')
    if (counter.made.extended[invoice.Id]) return refused('already-extended')
    const newDueDate = counter.day(EXTENSION_DAYS)
    counter.made.extended[invoice.Id] = newDueDate
    return counter.done('PLAZO', { newDueDate })
  },

  'find-charges': ({ account, day, found }) =>
    found(
      listed(
        'charge',
        account.charges.map((charge) => ({
          Id: charge.id,
          What: charge.what,
          Amount: charge.amount,
          Date: day(-charge.daysAgo),
        })),
      ),
    ),

  'explain-charge': (counter) => {
    const charge = chargeOf(counter)
    if (!charge) return refused('no-such-charge')
    return counter.found({
      chargeWhat: charge.what,
      chargeAmount: charge.amount,
      chargeDate: counter.day(-charge.daysAgo),
      chargeSize: sizeOf(charge),
      chargeState: stateOf(charge, counter),
      ...(charge.usual ? { usualAmount: charge.usual } : {}),
      ...(charge.seller ? { chargeSeller: charge.seller } : {}),
    })
  },

  'dispute-charge': (counter) => {
    const charge = chargeOf(counter)
    if (!charge) return refused('no-such-charge')
    const claim = `dispute ${charge.id}`
    if (counter.made.filed.includes(claim)) return refused('already-disputed')
    counter.made.filed.push(claim)
    return counter.done('REC', { answerBy: counter.day(CLAIM_DAYS) })
  },

  'find-refund': ({ account, made, day, found }) => {
    const last = made.refunds.at(-1)
    if (last) {
      return found({
        refundId: last.id,
        refundState: 'approved',
        refundAmount: last.amount,
        refundDate: last.date,
        refundTo: last.to,
        refundWhy: last.why,
      })
    }
    if (!account.refund) return refused('no-refund')
    const { id, state, amount, inDays, why } = account.refund
    return found({
      refundId: id,
      refundState: state,
      refundAmount: amount,
      ...(state === 'denied' ? {} : { refundDate: day(inDays), refundTo: BANK }),
      refundWhy: why,
    })
  },

  'request-refund': (counter) => {
    const charge = chargeOf(counter)
    if (!charge) return refused('no-such-charge')
    if (stateOf(charge, counter) === 'refunded') return refused('already-refunded')
    // What is odd a person looks at; what the customer is used to paying was right.
    if (sizeOf(charge) !== 'first') return refused('needs-review')
    return counter.done('REE', refund(counter, charge.amount, `${charge.what} ${charge.id}`))
  },
}

/** Pays an amount back to the customer's bank, and remembers it. */
export function refund({ made, day, state }: AccountCounter, amount: string, why: string) {
  const id = `R-${String(state.nextRef).padStart(4, '0')}`
  const refundDate = day(REFUND_DAYS)
  made.refunds.push({ id, amount, date: refundDate, to: BANK, why })
  return { refundId: id, refundAmount: amount, refundDate, refundTo: BANK }
}

function chargeOf({ account, args }: AccountCounter): DemoCharge | undefined {
  return account.charges.find((charge) => charge.id === args.chargeId)
}

function stateOf(charge: DemoCharge, { made }: AccountCounter) {
  if (made.refunds.some((one) => one.why.endsWith(` ${charge.id}`))) return 'refunded'
  if (made.filed.includes(`dispute ${charge.id}`)) return 'disputed'
  return charge.claim ?? 'billed'
}

function sizeOf({ amount, usual }: DemoCharge): 'usual' | 'high' | 'absurd' | 'first' {
  if (!usual) return 'first'
  const times = amountOf(amount) / amountOf(usual)
  if (times >= ABSURD) return 'absurd'
  return times >= HIGH ? 'high' : 'usual'
}

/** The last three monthly invoices: one to be paid, two paid. */
function invoicesOf({ account, made, day }: AccountCounter) {
  return [5, 35, 65].map((daysAgo, index) => {
    const Id = `F-${account.number}-${3 - index}`
    const due = made.extended[Id] ?? day(account.overdue && index === 0 ? -1 : 15 - daysAgo)
    const owed = account.overdue && !made.extended[Id] ? 'overdue' : 'due'
    return {
      Id,
      Date: day(-daysAgo),
      Amount: account.monthly,
      Due: due,
      State: index === 0 ? owed : 'paid',
      paidOn: day(8 - daysAgo),
    }
  })
}

function invoiceOf(counter: AccountCounter) {
  return invoicesOf(counter).find((invoice) => invoice.Id === counter.args.invoiceId)
}
