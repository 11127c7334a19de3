import type { Texts } from '../language.ts'
import type { CheckResult, House } from './check.ts'

/** The parts of the promise, as DESIGN and the README number them. */
export const PROMISES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'] as const
export type PromiseId = (typeof PROMISES)[number]

/** What a run of the guarantee was asked for, beyond the house. */
export interface CheckOptions {
  /** How many simulated customers; 0: none were asked for. */
  customers: number
  seed: number
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
  /** The parts of the promise that it speaks about. */
  promises: readonly PromiseId[]
  /** Which of them a rule belongs to; a violation of a rule that isn't here counts against them all. */
  breaks?: Readonly<Record<string, readonly PromiseId[]>>
  /** Whether it runs with these options when `--only` names nothing; always without it. */
  runs?(options: CheckOptions): boolean
  /** Throws only when the check itself is at fault: what it finds wrong in the house is a violation. */
  run(house: House, options: CheckOptions): CheckResult | Promise<CheckResult>
}

/** Every check, fastest first. */
export const checks: readonly Check[] = []
