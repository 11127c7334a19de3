import { type Calendar, plainCalendar } from '../cases/deadlines.ts'
import type { OpeningHours } from '../cases/hours-words.ts'
import { ConfigFault } from '../errors.ts'
import { type Limits, stricter } from '../escape/limits.ts'
import type { Dialog } from './dialog/dialog.ts'
import { faultSentence } from './dialog/faults.ts'
import type { Vocabulary } from './dialog/vocabulary.ts'

/** What a turn needs to know of the house: dialogs, facts, limits, time zone. Built once at start. */
export interface BotDesk {
  company: string
  timeZone: string
  /** When people answer, for texts that say so. */
  opening: OpeningHours | undefined
  /** ISO 3166; how amounts of money are written. */
  region: string | undefined
  /** Working days and terms: what due dates are reckoned from. */
  calendar: Calendar
  dialogs: ReadonlyMap<string, Dialog>
  /** The dialog that an intent starts. */
  byIntent: ReadonlyMap<string, Dialog>
  /** What the bot can do, in the order of its menu. */
  menu: readonly Dialog[]
  facts: Vocabulary
  limits: Limits
}

/**
 * Puts a house's dialogs together. `limits` may only be stricter than the built-in ones.
 *
 * @throws ConfigFault for what a dialog can't be run with, two dialogs of one id or intent, or one fact declared in two ways.
 */
export function botDesk(house: {
  company: string
  timeZone: string
  opening?: OpeningHours | undefined
  region?: string | undefined
  dialogs: readonly Dialog[]
  limits?: Readonly<Record<string, number>>
  calendar?: Calendar
}): BotDesk {
  const faults: string[] = []
  const dialogs = new Map<string, Dialog>()
  const byIntent = new Map<string, Dialog>()
  const facts: Record<string, Vocabulary[string]> = {}
  for (const dialog of house.dialogs) {
    faults.push(...dialog.faults.map((fault) => faultSentence(dialog, fault)))
    if (dialogs.has(dialog.id)) faults.push(`two dialogs are called ${dialog.id}: rename one`)
    dialogs.set(dialog.id, dialog)
    for (const intent of dialog.intents) {
      const other = byIntent.get(intent)
      if (other) faults.push(`intent ${intent} starts both ${other.id} and ${dialog.id}: give it to one`)
      byIntent.set(intent, dialog)
    }
    for (const [name, spec] of Object.entries(dialog.facts)) {
      const other = facts[name]
      if (other && JSON.stringify(other) !== JSON.stringify(spec)) {
        faults.push(`dialog ${dialog.id} declares the fact ${name} in another way than the dialogs before it`)
      }
      facts[name] = spec
    }
  }
  if (faults.length > 0) throw new ConfigFault(faults.join('\n'))
  return {
    company: house.company,
    timeZone: house.timeZone,
    opening: house.opening,
    region: house.region,
    calendar: house.calendar ?? plainCalendar(house.timeZone),
    dialogs,
    byIntent,
    menu: house.dialogs.filter((dialog) => dialog.chip),
    facts,
    limits: stricter(house.limits),
  }
}
