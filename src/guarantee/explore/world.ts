import type { BotDesk } from '../../turn/bot-desk.ts'
import { defineDialog } from '../../turn/dialog/check.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import { factUse } from './fact-use.ts'
import type { Place } from './position.ts'

/** One dialog to be explored, in a house where every other one is stood in for. */
export interface World extends Place {
  /** The house's desk with the stand-ins. */
  desk: BotDesk
  /** Stands for any other dialog that is turned to: it asks something, and is done or let go. */
  other: Dialog
  /** Facts that some dialog asks for, and so may be refused. */
  asked: ReadonlySet<string>
  /** Verbs of this dialog that change something, and that no other dialog calls. */
  ownChanges: ReadonlySet<string>
  /** Stand for the dialogs that wait below, as many as may. */
  below: readonly Dialog[]
}

const same = (text: string) => ({ es: text, en: text })

/** Stands in for a dialog about which nothing is known but that it asks, and ends. */
function standIn(desk: BotDesk, id: string): Dialog {
  return defineDialog(desk.facts, {
    id,
    title: same(id),
    start: 'question',
    steps: {
      question: {
        kind: 'confirm',
        text: same(`${id}?`),
        again: same(`${id}, yes or no?`),
        yes: 'oneWay',
        no: 'theOther',
      },
      oneWay: { kind: 'done', text: same(`${id}: yes.`) },
      theOther: { kind: 'done', text: same(`${id}: no.`) },
    },
  })
}

const OTHER = 'guarantee-another-matter'
const BELOW = 'guarantee-waits-below-'

/** Whether a dialog stands for those that wait below. */
export function isBelow(id: string): boolean {
  return id.startsWith(BELOW)
}

/** The world of each dialog that is a matter. Small talk leaves no frame behind: it is a move in every world. */
export function worldsOf(house: BotDesk): World[] {
  const other = standIn(house, OTHER)
  const below = Array.from({ length: house.limits.dialogsDeep - 1 }, (_, i) =>
    standIn(house, `${BELOW}${'abcdefgh'[i] ?? 'z'}`),
  )
  const stood = [other, ...below].map((dialog) => [dialog.id, dialog] as const)
  const desk: BotDesk = { ...house, dialogs: new Map([...house.dialogs, ...stood]) }
  const matters = [...house.dialogs.values()].filter((dialog) => !dialog.aside)
  const uses = new Map(matters.map((dialog) => [dialog, factUse(dialog, house.facts)]))
  const asked = new Set(
    matters.flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => (step.kind === 'ask' ? [step.fact] : [])),
    ),
  )
  return matters.map((dialog) => ({
    desk,
    dialog,
    use: uses.get(dialog) ?? factUse(dialog, house.facts),
    vocabulary: house.facts,
    other,
    below,
    asked,
    ownChanges: new Set(
      [...(uses.get(dialog)?.changes ?? [])].filter((verb) =>
        matters.every((one) => one === dialog || !uses.get(one)?.changes.has(verb)),
      ),
    ),
    foreign: new Set(matters.flatMap((one) => (one === dialog ? [] : [...(uses.get(one)?.writes ?? [])]))),
  }))
}
