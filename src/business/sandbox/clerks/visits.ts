import type { VISIT_VERBS } from '../../verbs/visits.ts'
import type { DemoVisit } from '../accounts.ts'
import { type AccountClerk, type AccountCounter, listed, pesos, refused } from '../counter.ts'
import { file } from './orders.ts'

const REPORT_DAYS = 2
/** What the company owes for a visit that it missed. */
const COMPENSATION = pesos(20_000)
/** When technicians are free: days from now, and the part of the day. */
const SLOTS = [
  [2, 'morning'],
  [2, 'afternoon'],
  [4, 'evening'],
] as const

interface Visit {
  id: string
  what: DemoVisit['what']
  state: DemoVisit['state']
  date: string
  window: DemoVisit['window']
}

export const visitClerks: Record<keyof typeof VISIT_VERBS, AccountClerk> = {
  'find-visit': (counter) => {
    const visits = visitsOf(counter)
    const visit = visits.findLast((one) => isAhead(one)) ?? visits.at(-1)
    if (!visit) return refused('no-visit')
    return counter.found({
      visitId: visit.id,
      visitWhat: visit.what,
      visitState: visit.state,
      visitDate: visit.date,
      visitWindow: visit.window,
    })
  },

  'find-slots': ({ day, found }) =>
    found(
      listed(
        'slot',
        SLOTS.map(([days, window]) => ({ Date: day(days), Window: window })),
      ),
    ),

  'book-visit': (counter) => {
    if (visitsOf(counter).some(isAhead)) return refused('already-booked')
    const slot = slotOf(counter)
    if (!slot) return refused('date-not-free')
    const id = `V-${String(counter.state.nextRef).padStart(4, '0')}`
    counter.made.booked.push({ id, ...slot })
    return counter.done('VIS', { visitId: id, visitDate: slot.date, visitWindow: slot.window })
  },

  'move-visit': (counter) => {
    const visit = visitOf(counter)
    if (!visit) return refused('no-such-visit')
    if (visit.state === 'cancelled') return refused('already-cancelled')
    if (visit.state === 'on-the-way') return refused('on-the-way')
    const slot = slotOf(counter)
    if (!slot) return refused('date-not-free')
    counter.made.visits[visit.id] = slot
    return counter.done('VIS', { visitDate: slot.date, visitWindow: slot.window })
  },

  'cancel-visit': (counter) => {
    const visit = visitOf(counter)
    if (!visit) return refused('no-such-visit')
    if (visit.state === 'cancelled') return refused('already-cancelled')
    if (visit.state === 'on-the-way') return refused('on-the-way')
    if (visit.state !== 'booked') return refused('already-done')
    counter.made.visits[visit.id] = { ...dated(visit), cancelled: true }
    return counter.done('VIS', { visitDate: visit.date, visitWindow: visit.window })
  },

  'report-visit': (counter) => {
    const visit = visitOf(counter)
    if (!visit) return refused('no-such-visit')
    const { visitProblem } = counter.args
    if (!file(counter, `visit ${visit.id} ${visitProblem}`)) return refused('already-reported')
    counter.made.visits[visit.id] = { ...counter.made.visits[visit.id], ...dated(visit) }
    return counter.done('VIS', {
      answerBy: counter.day(REPORT_DAYS),
      ...(visitProblem === 'left-undone' ? {} : { compensation: COMPENSATION }),
    })
  },
}

function visitsOf({ account, made, day }: AccountCounter): Visit[] {
  const seeded = account.visits.map(({ inDays, ...visit }): Visit => ({ ...visit, date: day(inDays) }))
  const booked = made.booked.map((one): Visit => ({ ...one, what: 'repair', state: 'booked' }))
  return [...seeded, ...booked].map((visit) => {
    const { cancelled, date, window } = made.visits[visit.id] ?? {}
    return {
      ...visit,
      ...(date && window ? { state: 'booked', date, window } : {}),
      ...(cancelled ? { state: 'cancelled' } : {}),
      // A visit that was reported is over, however it ended: another one can be booked.
      ...(isReported(made.filed, visit.id) ? { state: 'missed' } : {}),
    }
  })
}

/** The demo's days are counted from today; a visit that was dealt with stays on its own. */
function dated({ date, window }: Visit): Pick<Visit, 'date' | 'window'> {
  return { date, window }
}

function isReported(filed: readonly string[], id: string): boolean {
  return filed.some((what) => what.startsWith(`visit ${id} `))
}

function visitOf(counter: AccountCounter): Visit | undefined {
  return visitsOf(counter).find((visit) => visit.id === counter.args.visitId)
}

function isAhead({ state }: Visit): boolean {
  return state === 'booked' || state === 'on-the-way'
}

function slotOf({ args, day }: AccountCounter): { date: string; window: Visit['window'] } | undefined {
  const slot = SLOTS.find(([days, window]) => day(days) === args.visitDate && window === args.visitWindow)
  return slot && { date: day(slot[0]), window: slot[1] }
}
