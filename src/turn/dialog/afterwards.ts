import { LANGUAGES } from '../../language.ts'
import { matchChoice, namesChoice, readOrdinal } from '../../understanding/entities/choice.ts'
import { readYesNo } from '../../understanding/entities/yes-no.ts'
import { plain, words } from '../../understanding/words.ts'
import type { MayTellOf } from './dialog.ts'
import { HOUSE } from './house-texts.ts'
import { isUnable } from './remarks.ts'
import { learn, say, type TurnDraft } from './turn-draft.ts'
import type { FactSpec } from './vocabulary.ts'

/*
 * What a customer may tell when everything is done, and need not: why they leave. No question is open then, so that
 * whatever else they write is heard as if nothing had been said of it. It is said once.
 */

/** How people begin to say why. */
const BECAUSE = /^(?:(?:pues|bueno|well) )?(?:porque|por que|porq|xq|es que|because|cause|cuz|bc)\b/
/** A "no" of so few words declines to tell. */
const BARE_WORDS = 4

/** Says what may be told, with a button for each thing, and remembers which step said it. */
export function letTell(draft: TurnDraft, dialog: string, step: string, mayTell: MayTellOf<string>): void {
  draft.bot.mayTell = { dialog, step }
  say(draft, mayTell.text)
  for (const texts of Object.values(labelsOf(draft, mayTell))) draft.buttons.push(texts[draft.language])
}

/** What may be told where the bot stands: nothing while a matter is under way. */
export function mayBeTold(draft: TurnDraft): MayTellOf<string> | undefined {
  const { mayTell, stack } = draft.bot
  if (!mayTell || stack.length > 0) return undefined
  // The dialog may have been edited since.
  const step = draft.given.desk.dialogs.get(mayTell.dialog)?.steps[mayTell.step]
  return step?.kind === 'done' ? step.mayTell : undefined
}

/** Everything that may be told, by the label that stands for it. */
export function tellings(draft: TurnDraft): string[] {
  const mayTell = mayBeTold(draft)
  return mayTell ? Object.keys(labelsOf(draft, mayTell)) : []
}

/**
 * What a message tells of what may be told: a button at any time; other words only while nothing else has been offered.
 * `none`: they would rather not. `isElsewhere`: the message is surely about another matter.
 */
export function readTold(
  draft: TurnDraft,
  text: string,
  isElsewhere: boolean,
): { fact: string; value: string } | 'none' | undefined {
  const mayTell = mayBeTold(draft)
  if (!mayTell) return undefined
  const { bot, language } = draft
  const { fact } = mayTell
  const labels = Object.entries(labelsOf(draft, mayTell))
  const said = plain(text)
  const pressed = labels.find(([, texts]) => LANGUAGES.some((one) => plain(texts[one]) === said))
  if (pressed) return { fact, value: pressed[0] }
  if (bot.menu || bot.offered || bot.between) return undefined
  const saysWhy = BECAUSE.test(said)
  if (isElsewhere && !saysWhy) return undefined
  if (!saysWhy && (isUnable(text) || (readYesNo(text) === 'no' && words(text).length <= BARE_WORDS)))
    return 'none'
  const shown = labels.map(([, texts]) => texts[language])
  const at = readOrdinal(text, shown.length) ?? matchChoice(text, shown)
  const value =
    (at === undefined ? undefined : labels[at]?.[0]) ??
    meantBy(mayTell, said) ??
    labels[namesChoice(text, shown) ?? -1]?.[0] ??
    (saysWhy ? mayTell.otherwise : undefined)
  return value === undefined ? undefined : { fact, value }
}

/** Keeps it as a fact of the matter, with a word of thanks. It can't be told twice. */
export function takeTold(draft: TurnDraft, { fact, value }: { fact: string; value: string }): void {
  delete draft.bot.mayTell
  learn(draft, fact, value, 'customer')
  draft.progress = true
  draft.isNew = true
  say(draft, HOUSE.told)
}

/** The first label, in its author's order, one of whose phrases the message holds. */
function meantBy({ says = {} }: MayTellOf<string>, said: string): string | undefined {
  const meant = Object.entries(says).find(([, phrases]) =>
    phrases?.some((phrase) => ` ${said} `.includes(` ${plain(phrase)} `)),
  )
  return meant?.[0]
}

function labelsOf(
  draft: TurnDraft,
  { fact }: MayTellOf<string>,
): Extract<FactSpec, { kind: 'label' }>['labels'] {
  const spec = draft.given.desk.facts[fact]
  return spec?.kind === 'label' ? spec.labels : {}
}
