import { availableParallelism } from 'node:os'
import type { Texts } from '../language.ts'
import type { CheckResult, Covers, House, Violation } from './check.ts'
import { simulateCustomers } from './customers/customers.ts'
import { exploreWithThreads } from './explore/explore.ts'
import { protocolChecks } from './protocol/protocol-checks.ts'
import { BREAKS } from './static/breaks.ts'
import { checkHouse } from './static/check-house.ts'

/** The parts of the promise, in the order of the README. */
export const PROMISES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'] as const
export type PromiseId = (typeof PROMISES)[number]

/** What a run of the guarantee was asked for, beyond the house. */
export interface CheckOptions {
  /** How many simulated customers; 0: none. */
  customers: number
  seed: number
  /** Dialogs that the exhaustive check explores alone; every one when empty or left out. */
  dialogs?: readonly string[]
  /** The folder that the house is in: its `dialogs/` and `intents/`. */
  folder: string
  /** Path of the desk's file. */
  deskFile: string
  /** Told how far a long check has come, in words. */
  progress?(words: string): void
}

/** One check of the guarantee, as the command knows it. */
export interface Check {
  /** Kebab-case; what `--only` takes. */
  name: string
  /** What a manager calls it. */
  title: Texts
  /** The parts of the promise that it proves, or proves a part of: they count as held when it finds nothing. */
  promises: readonly PromiseId[]
  /**
   * The parts that a violation of a rule counts against, others than `promises` too; that of a rule which isn't here
   * counts against all of `promises`.
   */
  breaks?: Readonly<Record<string, readonly PromiseId[]>>
  /** It runs even if `--only` names others. */
  always?: true
  /** Whether it runs with these options when `--only` names nothing; always without it. */
  runs?(options: CheckOptions): boolean
  /** Its work is done in threads of its own: it is begun first, and goes on beside the others. */
  beside?: true
  /**
   * Throws only when the check itself is at fault: what it finds wrong in the house is a violation. `covers`: of the
   * checks before it, the one that looked at every state; undefined when none did.
   */
  run(house: House, options: CheckOptions, covers?: Covers): CheckResult | Promise<CheckResult>
}

/** Whether every dialog of the list can be run at all: those that can't are in no house, so no other check sees them. */
export function soundDialogs(faults: readonly Violation[]): Check {
  return {
    name: 'dialogs',
    title: { es: 'Diálogos completos', en: 'Whole dialogs' },
    promises: ['G2'],
    always: true,
    run: ({ desk }) => ({
      name: 'dialogs',
      claim: {
        es: 'Cada diálogo está completo: sus pasos, sus datos y sus textos existen, y cada respuesta lleva a alguna parte.',
        en: 'Every dialog is whole: its steps, facts and texts exist, and every answer leads somewhere.',
      },
      figures: { dialogs: desk.dialogs.size },
      violations: faults,
    }),
  }
}

/** Every check, fastest first. */
export const checks: readonly Check[] = [
  {
    name: 'static',
    title: { es: 'Diálogos y textos', en: 'Dialogs and texts' },
    promises: ['G2', 'G6', 'G8'],
    breaks: BREAKS,
    run: checkHouse,
  },
  ...protocolChecks,
  {
    name: 'exhaustive',
    title: { es: 'Cada situación de cada diálogo', en: 'Every situation of every dialog' },
    promises: ['G2', 'G5', 'G8'],
    breaks: {
      'no-answer': ['G2'],
      'dialog-fault': ['G2'],
      'unbounded-stay': ['G2'],
      'unbounded-loop': ['G2'],
      'failure-not-told': ['G8'],
      'unknown-told-as-done': ['G8'],
      'promise-without-commitment': ['G8'],
      'proof-without-confirmation': ['G8'],
      'asked-though-known': ['G5'],
    },
    beside: true,
    run: async (house, { dialogs = [] }) => {
      const { result, uncovered } = await exploreWithThreads(house, {
        threads: availableParallelism(),
        dialogs,
      })
      // With some dialogs left out, every state of theirs would be one that nobody explored.
      return dialogs.length === 0 ? { ...result, covers: uncovered } : result
    },
  },
  {
    name: 'customers',
    title: { es: 'Clientes simulados', en: 'Simulated customers' },
    promises: ['G1', 'G2', 'G4', 'G5', 'G8'],
    breaks: {
      'asked-not-reached': ['G1'],
      'ask-took-longer': ['G1'],
      'unbounded-failure': ['G2'],
      'bot-spoke-over-person': ['G4'],
      'asked-twice': ['G5'],
      'unknown-told-as-done': ['G8'],
      'unsound-abstraction': ['G2', 'G5', 'G8'],
    },
    runs: ({ customers }) => customers > 0,
    run: (house, { customers, seed, folder, deskFile, progress }, covers) =>
      simulateCustomers({
        house,
        covers,
        customers,
        seed,
        folder,
        deskFile,
        onProgress: (done) => progress?.(`${done.toLocaleString('en-US')} customers`),
      }),
  },
]
