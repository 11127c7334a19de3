import type { Bot } from '../turn/bot.ts'
import type { BotDesk } from '../turn/bot-desk.ts'
import type { Facts } from '../turn/facts.ts'
import type { Intents } from '../understanding/intents.ts'

/** One thing that breaks the promise, with all that is needed to find and mend it. */
export interface Violation {
  /** Kebab-case name of the rule that is broken: `bounces`, `unbounded-stay`, `unknown-told-as-done`. */
  rule: string
  where: {
    /** Path from the installation's folder: `dialogs/cancel-service.ts`. */
    file?: string
    dialog?: string
    step?: string
    /** Which text of the step, by its name in the dialog, and the language: `again.es`. */
    text?: string
  }
  /** What is wrong, in one sentence. */
  what: string
  /** What to change. */
  fix: string
  /** A conversation that shows it, in the notation of the journey tests. */
  transcript?: string
}

/** What one check of the guarantee found. */
export interface CheckResult {
  /** Kebab-case. */
  name: string
  /** The part of the promise that it holds, in words for a manager, in Spanish and English. */
  claim: { es: string; en: string }
  /** What was looked at: texts, states, transitions, customers. Whole numbers; a name ending in `Ms` is milliseconds. */
  figures: Readonly<Record<string, number>>
  /** What it says of each dialog, by id. */
  dialogs?: Readonly<Record<string, Readonly<Record<string, number>>>>
  violations: readonly Violation[]
  /** Of the check that looked at every state: what it is that others are held against. */
  covers?: Covers
}

/** Why no explored state stands for a state of a conversation; undefined when one does. */
export type Covers = (bot: Bot, facts: Facts) => string | undefined

/** What is checked: the dialogs of an installation with its desk. */
export interface House {
  desk: BotDesk
  /** The file of each dialog, by the dialog's id. */
  files: Readonly<Record<string, string>>
  /** What customers say; without it, intents are not looked at. */
  intents?: Intents
  /** The one number that a text may name. */
  emergencyNumber?: string
}
