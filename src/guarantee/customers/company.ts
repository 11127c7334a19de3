import { type Business, VERBS, type Verb, type VerbSpec } from '../../business/business.ts'
import { DEMO_ACCOUNTS } from '../../business/sandbox/accounts.ts'
import { SandboxBusiness } from '../../business/sandbox/sandbox.ts'
import type { Outcome } from '../../turn/line.ts'
import type { Random } from './random.ts'

/** Most accounts are in order: so many customers have one of those for each that the company's systems fail. */
const IN_ORDER = 4

/** The sandbox company's customers, with what proves that they are themselves. */
export const HOLDERS: readonly { account: string; document: string }[] = DEMO_ACCOUNTS.flatMap(
  ({ number, document, fault }) =>
    Array.from({ length: fault ? 1 : IN_ORDER }, () => ({ account: number, document })),
)

/** What a call comes to, and when. */
export interface Answered {
  outcome: Outcome
  /** After so long, milliseconds. */
  tookMs: number
  /** The same outcome is stored a second time so much later: two processes had the call. */
  againAfterMs: number | undefined
}

type Trouble = 'none' | 'slow' | 'failing' | 'unknown' | 'refused' | 'late' | 'twice'

const LATE_MS = 3_000

/**
 * The sandbox company with the days that company systems have: slow, down, silent, refusing, answering too late or
 * twice. The sandbox carries everything out itself; only what comes back is troubled. What the caller makes of a
 * late answer (`src/turn/caller.ts`) is done here: nobody waits in a simulation.
 */
export class Company {
  readonly #business: Business & Pick<SandboxBusiness, 'setFault'>
  readonly #chance: Random
  /** How often a call has trouble at all. */
  readonly #troubled: number
  #sleptMs = 0

  constructor(options: { timeZone: string; now: () => number; chance: Random; troubled: number }) {
    const { timeZone, now, chance, troubled } = options
    this.#chance = chance
    this.#troubled = troubled
    const sleep = (ms: number): Promise<void> => {
      this.#sleptMs += ms
      return Promise.resolve()
    }
    this.#business = new SandboxBusiness({ clock: { now, sleep }, timeZone })
  }

  async call(
    verb: string,
    args: Readonly<Record<string, string | number | boolean>>,
    options: { id: string; limitMs: number },
  ): Promise<Answered> {
    const trouble = this.#trouble()
    const spec: VerbSpec | undefined = VERBS[verb as Verb]
    const chance = this.#chance
    if (!spec) return answered({ kind: 'failed', why: `there is no verb ${verb}` }, 0)
    if (trouble === 'refused') {
      const reason = chance.pick([...spec.refuses, 'something-else'])
      return answered({ kind: 'refused', reason }, 300 + chance.below(2_000))
    }
    const isFault = trouble === 'slow' || trouble === 'failing' || trouble === 'unknown'
    this.#business.setFault(isFault ? { kind: trouble } : undefined)
    this.#sleptMs = trouble === 'late' ? options.limitMs + LATE_MS : 100 + chance.below(1_500)
    const { signal } = new AbortController()
    const outcome = await this.#business.call(verb as Verb, args, { id: options.id, signal })
    if (this.#sleptMs > options.limitMs) {
      const why = `no answer in ${Math.round(options.limitMs / 1_000)} seconds`
      return answered({ kind: spec.changes ? 'unknown' : 'failed', why }, options.limitMs)
    }
    return { outcome, tookMs: this.#sleptMs, againAfterMs: trouble === 'twice' ? 1_000 : undefined }
  }

  #trouble(): Trouble {
    if (!this.#chance.chance(this.#troubled)) return 'none'
    return this.#chance.weighted({
      none: 0,
      slow: 3,
      failing: 2,
      unknown: 2,
      refused: 3,
      late: 2,
      twice: 3,
    })
  }
}

function answered(outcome: Outcome, tookMs: number): Answered {
  return { outcome, tookMs, againAfterMs: undefined }
}
