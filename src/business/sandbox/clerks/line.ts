import type { LINE_VERBS } from '../../verbs/line.ts'
import type { DemoAccount } from '../accounts.ts'
import { type AccountClerk, type Clerk, refused } from '../counter.ts'
import type { Made } from '../ledger.ts'

/** An outage in the area is repaired within so many days. */
const OUTAGE_DAYS = 1
const REPAIR_DAYS = 2

/** Parts of town that the company knows, and how they are. */
const AREAS: Readonly<Record<string, 'clear' | 'outage' | 'works'>> = {
  chapinero: 'outage',
  usaquen: 'works',
  teusaquillo: 'clear',
  suba: 'clear',
  kennedy: 'clear',
  candelaria: 'clear',
}

export const findAreaFaults: Clerk = ({ args, day, found }) => {
  const said = String(args.area).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const area = Object.keys(AREAS).find((name) => said.includes(name))
  const areaState = area && AREAS[area]
  if (!areaState) return refused('no-such-area')
  return found({ areaState, ...(areaState === 'clear' ? {} : { outageUntil: day(OUTAGE_DAYS) }) })
}

export const lineClerks: Record<Exclude<keyof typeof LINE_VERBS, 'find-area-faults'>, AccountClerk> = {
  'check-line': ({ account, made, day, found }) => {
    const lineState = lineStateOf(account, made)
    return found({ lineState, ...(lineState === 'outage' ? { outageUntil: day(OUTAGE_DAYS) } : {}) })
  },

  'restart-line': ({ account, made, done }) => {
    if (account.line === 'fault' && account.restartHelps) made.restarted = true
    return done('LIN', { lineState: lineStateOf(account, made) })
  },

  'report-fault': ({ made, args, day, done }) => {
    if (made.fault) return refused('already-reported')
    const repairBy = day(REPAIR_DAYS)
    made.fault = { what: String(args.faultWhat), repairBy }
    return done('AVE', { repairBy })
  },

  'find-fault': ({ made, found }) => {
    if (!made.fault) return refused('no-fault')
    const faultState = made.booked.length > 0 ? 'visit-booked' : 'open'
    return found({ faultState, faultWhat: made.fault.what, repairBy: made.fault.repairBy })
  },
}

export function lineStateOf(account: DemoAccount, made: Made): DemoAccount['line'] {
  return account.line === 'fault' && made.restarted ? 'up' : account.line
}
