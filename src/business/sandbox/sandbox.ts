import type { Clock } from '../../clock.ts'
import type { Outcome } from '../../turn/line.ts'
import { type Business, VERBS, type Verb } from '../business.ts'
import { DEMO_ACCOUNTS, type DemoAccount } from './accounts.ts'
import { Ledger } from './ledger.ts'

type Args = Readonly<Record<string, string | number | boolean>>
type Ok = Extract<Outcome, { kind: 'ok' }>

const DAY_MS = 24 * 3_600_000
/** A slow account answers after so long. */
const SLOW_MS = 5_000
/** Claims about charges are answered within so many days. */
const CLAIM_DAYS = 5
/** An outage in the area is repaired within so many days. */
const OUTAGE_DAYS = 1
const MOST_CHARGES = 3

/** How the company's systems misbehave, for demos and tests: every verb, or only some. */
export interface SandboxFault {
  kind: 'slow' | 'failing' | 'unknown'
  verbs?: readonly Verb[]
}

/** The demo company's systems. Remembers what it did under `path`; carries out each call id once. */
export class SandboxBusiness implements Business {
  readonly kind = 'sandbox'
  private readonly clock: Clock
  private readonly timeZone: string
  private readonly ledger: Ledger
  private fault: SandboxFault | undefined

  constructor(options: { clock: Clock; timeZone: string; path?: string }) {
    this.clock = options.clock
    this.timeZone = options.timeZone
    this.ledger = new Ledger(options.path)
  }

  /** Switches a fault on for all accounts, or off again. */
  setFault(fault: SandboxFault | undefined): void {
    this.fault = fault
  }

  async call(verb: Verb, args: Args, { id, signal }: { id: string; signal: AbortSignal }): Promise<Outcome> {
    const { answered } = this.ledger.state
    const account = DEMO_ACCOUNTS.find((one) => one.number === String(args.account))
    const fault = this.faultOf(verb, account)
    if (fault === 'slow') await this.clock.sleep(SLOW_MS, signal)
    if (signal.aborted) return this.lost(verb, 'gave up waiting')
    const before = answered[id]
    if (before) return before
    if (fault === 'failing') return { kind: 'failed', why: 'the company system is down' }
    const outcome = account ? this.carryOut(verb, account, args) : refused('no-such-account')
    answered[id] = outcome
    this.ledger.save()
    return fault === 'unknown' ? this.lost(verb, 'no answer from the company system') : outcome
  }

  /** An account's own fault shows only in changes, so that one gets as far as the question. */
  private faultOf(verb: Verb, account: DemoAccount | undefined): SandboxFault['kind'] | undefined {
    if (this.fault && (this.fault.verbs?.includes(verb) ?? true)) return this.fault.kind
    return account?.fault && (account.fault === 'slow' || VERBS[verb].changes) ? account.fault : undefined
  }

  private lost(verb: Verb, why: string): Outcome {
    return VERBS[verb].changes ? { kind: 'unknown', why } : { kind: 'failed', why }
  }

  private carryOut(verb: Verb, account: DemoAccount, args: Args): Outcome {
    switch (verb) {
      case 'prove-identity':
        return this.proveIdentity(account, String(args.proof))
      case 'find-service':
        return this.findService(account)
      case 'cancel-service':
        return this.cancelService(account, args)
      case 'find-charges':
        return this.findCharges(account)
      case 'dispute-charge':
        return this.disputeCharge(account, String(args.chargeId))
      case 'check-line':
        return this.checkLine(account)
      case 'restart-line':
        return this.restartLine(account)
      default:
        return { kind: 'failed', why: `the sandbox company does not answer ${verb} yet` }
    }
  }

  private proveIdentity(account: DemoAccount, proof: string): Outcome {
    const lastInvoice = account.monthly.split(' ')[0]
    const knows = [account.document, account.document.slice(-4), lastInvoice]
    return knows.includes(proof)
      ? this.found({ proven: account.number, holder: account.holder })
      : refused('no-match')
  }

  private findService(account: DemoAccount): Outcome {
    if (this.ledger.state.cancelled[account.number]) return refused('already-cancelled')
    return this.found({ plan: account.plan, ...this.terms(account) })
  }

  private cancelService(account: DemoAccount, args: Args): Outcome {
    const { cancelled } = this.ledger.state
    if (cancelled[account.number]) return refused('already-cancelled')
    const terms = this.terms(account)
    if (args.endDate !== terms.endDate) return refused('date-changed')
    const ref = this.ref('BAJA')
    cancelled[account.number] = { ref, endDate: terms.endDate }
    const { penalty: _, ...told } = terms
    return { kind: 'ok', ref, data: told }
  }

  /** What ending the service now would mean. */
  private terms(account: DemoAccount): {
    endDate: string
    lastCharge: string
    penalty: string
    collectionDate?: string
  } {
    return {
      endDate: this.day(account.noticeDays),
      lastCharge: partOfMonth(account.monthly, account.noticeDays),
      penalty: account.penalty,
      ...(account.collectionDays === undefined ? {} : { collectionDate: this.day(account.collectionDays) }),
    }
  }

  private findCharges(account: DemoAccount): Outcome {
    const data: Ok['data'] = {}
    for (const [index, charge] of account.charges.slice(0, MOST_CHARGES).entries()) {
      data[`charge${index + 1}Id`] = charge.id
      data[`charge${index + 1}What`] = charge.what
      data[`charge${index + 1}Amount`] = charge.amount
      data[`charge${index + 1}Date`] = this.day(-charge.daysAgo)
    }
    return this.found(data)
  }

  private disputeCharge(account: DemoAccount, chargeId: string): Outcome {
    const { disputed } = this.ledger.state
    if (!account.charges.some((charge) => charge.id === chargeId)) return refused('no-such-charge')
    if (disputed[chargeId]) return refused('already-disputed')
    const ref = this.ref('REC')
    disputed[chargeId] = { ref }
    return { kind: 'ok', ref, data: { answerBy: this.day(CLAIM_DAYS) } }
  }

  private checkLine(account: DemoAccount): Outcome {
    const isBack = this.ledger.state.restarted.includes(account.number)
    const lineState = isBack ? 'up' : account.line
    return this.found({
      lineState,
      ...(lineState === 'outage' ? { outageUntil: this.day(OUTAGE_DAYS) } : {}),
    })
  }

  private restartLine(account: DemoAccount): Outcome {
    const { restarted } = this.ledger.state
    if (account.line === 'fault' && account.restartHelps && !restarted.includes(account.number)) {
      restarted.push(account.number)
    }
    const lineState = restarted.includes(account.number) ? 'up' : account.line
    return { kind: 'ok', ref: this.ref('LIN'), data: { lineState } }
  }

  private found(data: Ok['data']): Ok {
    return { kind: 'ok', ref: this.ref('CON'), data }
  }

  private ref(kind: string): string {
    const { state } = this.ledger
    const number = String(state.nextRef).padStart(4, '0')
    state.nextRef += 1
    return `${kind}-${this.day(0).replaceAll('-', '')}-${number}`
  }

  /** The calendar day so many days from now, where the company is. */
  private day(days: number): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone }).format(
      this.clock.now() + days * DAY_MS,
    )
  }
}

function refused(reason: string): Outcome {
  return { kind: 'refused', reason }
}

/** The share of a monthly fee for the days that are left of it, in whole pesos. */
function partOfMonth(monthly: string, days: number): string {
  const [amount, currency] = monthly.split(' ')
  return `${Math.round((Number(amount) * Math.min(days, 30)) / 30)} ${currency}`
}
