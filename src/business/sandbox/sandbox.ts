import type { Clock } from '../../clock.ts'
import type { Outcome } from '../../turn/line.ts'
import { type Business, VERBS, type Verb, type VerbArgs, type VerbSpec } from '../business.ts'
import { DEMO_ACCOUNTS, type DemoAccount } from './accounts.ts'
import { billingClerks } from './clerks/billing.ts'
import { complaintClerks, stopCalls } from './clerks/complaints.ts'
import { checkCoverage, customerClerks, findCustomer, proveIdentity } from './clerks/customer.ts'
import { findAreaFaults, lineClerks } from './clerks/line.ts'
import { orderClerks } from './clerks/orders.ts'
import { serviceClerks } from './clerks/service.ts'
import { visitClerks } from './clerks/visits.ts'
import { type AccountClerk, type Clerk, openCounter, refused } from './counter.ts'
import { Ledger } from './ledger.ts'

/** A slow account answers after so long. */
const SLOW_MS = 5_000

/** `twice`: the call comes twice, as over a network that repeats it. `forgetting`: it says done, and forgets it. */
export const FAULT_KINDS = ['slow', 'failing', 'unknown', 'twice', 'forgetting'] as const

/** How the company's systems misbehave, for demos and tests: every verb, or only some. */
export interface SandboxFault {
  kind: (typeof FAULT_KINDS)[number]
  verbs?: readonly Verb[]
}

type WithoutAccount = 'find-customer' | 'check-coverage' | 'find-area-faults' | 'stop-calls'
const WITHOUT_ACCOUNT: Record<WithoutAccount, Clerk> = {
  'find-customer': findCustomer,
  'check-coverage': checkCoverage,
  'find-area-faults': findAreaFaults,
  'stop-calls': stopCalls,
}
const BY_ACCOUNT: Record<Exclude<Verb, WithoutAccount>, AccountClerk> = {
  'prove-identity': proveIdentity,
  ...customerClerks,
  ...serviceClerks,
  ...billingClerks,
  ...orderClerks,
  ...visitClerks,
  ...lineClerks,
  ...complaintClerks,
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

  async call(
    verb: Verb,
    args: VerbArgs,
    { id, signal }: { id: string; signal: AbortSignal },
  ): Promise<Outcome> {
    const account = DEMO_ACCOUNTS.find((one) => one.number === String(args.account))
    const fault = this.faultOf(verb, account)
    if (fault === 'slow') await this.clock.sleep(SLOW_MS, signal)
    if (signal.aborted) return this.lost(verb, 'gave up waiting')
    const before = this.ledger.state.answered[id]
    if (before) return before
    if (fault === 'failing') return { kind: 'failed', why: 'the company system is down' }
    if (fault === 'forgetting') return this.carryOutAndForget(verb, account, args)
    const outcome = this.carryOut(verb, account, args, id)
    if (fault === 'twice') return this.carryOut(verb, account, args, id)
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

  /** Once for an id. What only reads may read anew. */
  private carryOut(verb: Verb, account: DemoAccount | undefined, args: VerbArgs, id: string): Outcome {
    const { state } = this.ledger
    const before = state.answered[id]
    if (before) return before
    const counter = openCounter(state, args, { now: this.clock.now(), timeZone: this.timeZone })
    const spec: VerbSpec = VERBS[verb]
    const outcome = isWithoutAccount(verb)
      ? WITHOUT_ACCOUNT[verb](counter)
      : account
        ? BY_ACCOUNT[verb]({ ...counter, account, made: this.ledger.madeFor(account.number) })
        : refused('no-such-account')
    if (spec.changes) state.answered[id] = outcome
    // Tries to prove who one is are counted, though nothing changes.
    if (spec.changes || verb === 'prove-identity') this.ledger.save()
    return outcome
  }

  /** Says what it would have done, and knows nothing of it afterwards. */
  private carryOutAndForget(verb: Verb, account: DemoAccount | undefined, args: VerbArgs): Outcome {
    const before = structuredClone(this.ledger.state)
    const outcome = this.carryOut(verb, account, args, 'forgotten')
    this.ledger.state = { ...before, nextRef: this.ledger.state.nextRef }
    this.ledger.save()
    return outcome
  }
}

function isWithoutAccount(verb: Verb): verb is WithoutAccount {
  return Object.hasOwn(WITHOUT_ACCOUNT, verb)
}
