import { dayFormat } from '../../formats.ts'
import type { Outcome } from '../../turn/line.ts'
import type { VerbArgs } from '../business.ts'
import type { DemoAccount } from './accounts.ts'
import type { Made, SandboxState } from './ledger.ts'

type Ok = Extract<Outcome, { kind: 'ok' }>
export type Refused = Extract<Outcome, { kind: 'refused' }>

const DAY_MS = 24 * 3_600_000

/** What a clerk of the sandbox company has at hand for one call. */
export interface Counter {
  args: VerbArgs
  state: SandboxState
  /** The calendar day so many days from now, where the company is: "2026-11-30". */
  day(days: number): string
  now: number
  /** Found: nothing has changed. */
  found(data: Ok['data']): Ok
  /** Done, under a reference of its own. */
  done(kind: string, data: Ok['data']): Ok
}

/** The same for a call about an account: who it is, and what was done for it so far. */
export interface AccountCounter extends Counter {
  account: DemoAccount
  made: Made
}

export type Clerk = (counter: Counter) => Outcome
export type AccountClerk = (counter: AccountCounter) => Outcome

export function openCounter(
  state: SandboxState,
  args: VerbArgs,
  when: { now: number; timeZone: string },
): Counter {
  const day = (days: number): string => dayFormat(when.timeZone).format(when.now + days * DAY_MS)
  const ref = (kind: string): string => {
    const number = String(state.nextRef).padStart(4, '0')
    state.nextRef += 1
    return `${kind}-${day(0).replaceAll('-', '')}-${number}`
  }
  return {
    args,
    state,
    day,
    now: when.now,
    found: (data) => ({ kind: 'ok', ref: ref('CON'), data }),
    done: (kind, data) => ({ kind: 'ok', ref: ref(kind), data }),
  }
}

export function refused(reason: string): Refused {
  return { kind: 'refused', reason }
}

/** Facts of a list by place, at most three: `order1Id`, `order1What`, … */
export function listed(
  name: string,
  rows: readonly Readonly<Record<string, string | undefined>>[],
): Ok['data'] {
  const data: Ok['data'] = {}
  for (const [index, row] of rows.slice(0, 3).entries()) {
    for (const [field, value] of Object.entries(row)) {
      if (value !== undefined) data[`${name}${index + 1}${field}`] = value
    }
  }
  return data
}

/** The number of "74900 COP". */
export function amountOf(money: string): number {
  return Number(money.split(' ')[0])
}

/** So many pesos, whole. */
export function pesos(amount: number): string {
  return `${Math.round(amount)} COP`
}
