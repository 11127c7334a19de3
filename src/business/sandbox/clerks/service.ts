import type { SERVICE_VERBS } from '../../verbs/service.ts'
import { PLANS, type Plan } from '../accounts.ts'
import { type AccountClerk, type AccountCounter, amountOf, listed, pesos, refused } from '../counter.ts'
import { lineStateOf } from './line.ts'

export const serviceClerks: Record<keyof typeof SERVICE_VERBS, AccountClerk> = {
  'find-service': (counter) => {
    if (counter.made.cancelled) return refused('already-cancelled')
    const plan = planOf(counter)
    return counter.found({ plan: plan.name, monthly: plan.monthly, ...cancelTerms(counter) })
  },

  'cancel-service': (counter) => {
    const { made, args } = counter
    if (made.cancelled) return refused('already-cancelled')
    const { penalty: _, ...terms } = cancelTerms(counter)
    if (args.endDate !== terms.endDate) return refused('date-changed')
    const outcome = counter.done('BAJA', terms)
    made.cancelled = { ref: outcome.ref, endDate: terms.endDate }
    return outcome
  },

  'find-plans': (counter) => {
    const barred = barredFromSelling(counter)
    if (barred) return refused(barred)
    const now = planOf(counter)
    const others = PLANS.filter((plan) => plan !== now)
    const rows = others.map(({ id, name, monthly }) => ({ Id: id, Name: name, Price: monthly }))
    return counter.found({ plan: now.name, monthly: now.monthly, ...listed('plan', rows) })
  },

  'quote-plan': (counter) => {
    const quote = quotePlan(counter)
    return typeof quote === 'string' ? refused(quote) : counter.found(quote)
  },

  'change-plan': (counter) => {
    const quote = quotePlan(counter)
    if (typeof quote === 'string') return refused(quote)
    if (counter.args.newMonthly !== quote.newMonthly) return refused('price-changed')
    counter.made.plan = String(counter.args.planId)
    const { newPlan, newMonthly, planChangeDate } = quote
    return counter.done('PLAN', { newPlan, newMonthly, planChangeDate })
  },

  'find-contract': (counter) => {
    const { account, day, found } = counter
    const { name, monthly } = planOf(counter)
    const { boundDays, discount } = account.contract
    return found({
      plan: name,
      monthly,
      signedOn: day(-account.contract.signedDaysAgo),
      ...(boundDays === undefined ? {} : { boundUntil: day(boundDays) }),
      ...(discount === undefined
        ? {}
        : { discountUntil: day(discount.endsInDays), monthlyAfterDiscount: discount.monthlyAfter }),
    })
  },
}

function planOf({ account, made }: AccountCounter): Plan {
  const plan = PLANS.find((one) => (made.plan ? one.id === made.plan : one.name === account.plan))
  return plan ?? { id: 'F0', name: account.plan, monthly: account.monthly }
}

/** What ending the service now would mean. */
function cancelTerms(counter: AccountCounter) {
  const { account, day } = counter
  const { noticeDays, collectionDays, penalty } = account
  return {
    endDate: day(noticeDays),
    lastCharge: pesos((amountOf(planOf(counter).monthly) * Math.min(noticeDays, 30)) / 30),
    penalty,
    ...(collectionDays === undefined ? {} : { collectionDate: day(collectionDays) }),
  }
}

/** Nothing is sold to who is leaving or has no service. */
function barredFromSelling({ account, made }: AccountCounter): string | undefined {
  if (made.cancelled) return 'already-cancelled'
  return lineStateOf(account, made) === 'up' && !made.fault ? undefined : 'in-fault'
}

function quotePlan(counter: AccountCounter) {
  const barred = barredFromSelling(counter)
  if (barred) return barred
  const now = planOf(counter)
  const wanted = PLANS.find((plan) => plan.id === counter.args.planId)
  if (!wanted) return 'no-such-plan'
  if (wanted === now) return 'same-plan'
  return {
    plan: now.name,
    monthly: now.monthly,
    newPlan: wanted.name,
    newMonthly: wanted.monthly,
    planChangeDate: counter.day(1),
    planChangeFee: pesos(0),
  }
}
