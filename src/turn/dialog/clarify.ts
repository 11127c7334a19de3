import { LANGUAGES, type Language } from '../../language.ts'
import { matchChoice, namesChoice, readOrdinal } from '../../understanding/entities/choice.ts'
import type { Reading } from '../../understanding/recognizer.ts'
import { plain } from '../../understanding/words.ts'
import type { Dialog } from './dialog.ts'
import { HOUSE } from './house-texts.ts'
import { happened, inFront, ownWords, type TurnDraft } from './turn-draft.ts'

/*
 * A message that could be either of two matters is asked about, once, with both as buttons: nobody's service is
 * cancelled because they spoke of a visit.
 */

/** Scores this close are no preference. On held-out utterances the best guess is then wrong more often than right. */
const CLOSE = 0.2
/** A matter that is less likely is not worth asking about. */
const PLAUSIBLE = 0.2

/** Two matters that a message may be about. */
export type Pair = readonly [Dialog, Dialog]

/** The two matters that a message is about as likely; undefined when one of them is clearly it, or neither is. */
export function closeMatters(draft: TurnDraft, reading: Reading | undefined): Pair | undefined {
  const [best, second] = reading?.candidates ?? []
  if (!best || !second || second.score < PLAUSIBLE || best.score - second.score > CLOSE) return undefined
  const { byIntent } = draft.given.desk
  const [one, other] = [byIntent.get(best.intent), byIntent.get(second.intent)]
  const front = inFront(draft)?.dialog
  if (!one || !other || one === other || one.aside || other.aside) return undefined
  // Who is in the middle of one of them goes on with it.
  return one === front || other === front ? undefined : [one, other]
}

/** Asks which of the two is meant. The second time in one matter a person does: see the router. */
export function clarify(draft: TurnDraft, [one, other]: Pair, text: string): void {
  if (happened(draft, { kind: 'clarify', between: `${one.id} and ${other.id}` })) return
  const { language } = draft
  draft.bot.between = { dialogs: [one.id, other.id], words: ownWords(text) }
  const [question, ...names] =
    one.wish && other.wish
      ? [HOUSE.which, one.wish[language], other.wish[language]]
      : [HOUSE.whichOfThese, one.title[language], other.title[language]]
  const [first = '', second = ''] = names
  draft.paragraphs.push(question[language].replace('{one}', () => first).replace('{other}', () => second))
  draft.buttons.push(matterLabel(one, language), matterLabel(other, language), HOUSE.none[language])
}

/** The button of a matter: what the customer wants, in their words. */
export function matterLabel({ wish, title }: Dialog, language: Language): string {
  const words = wish ?? title
  return `${words[language].charAt(0).toUpperCase()}${words[language].slice(1)}`
}

/** The two that the last message asked about, while it stands. */
export function askedBetween(draft: TurnDraft): Dialog[] {
  return (draft.bot.between?.dialogs ?? []).flatMap((id) => draft.given.desk.dialogs.get(id) ?? [])
}

/** Which of the two a message means, when it says: a button, its place, words that only one of them has. */
export function readMeant(draft: TurnDraft, text: string, reading: Reading | undefined): Dialog | undefined {
  const dialogs = askedBetween(draft)
  if (dialogs.length === 0) return undefined
  const said = plain(text)
  const pressed = dialogs.find((dialog) =>
    LANGUAGES.some((language) => plain(matterLabel(dialog, language)) === said),
  )
  if (pressed) return pressed
  const place = readOrdinal(text, dialogs.length)
  if (place !== undefined) return dialogs[place]
  // "No quiero cancelar el servicio" has all the words of one of them.
  if (/^no[tn]?\b/.test(said)) return undefined
  const labels = dialogs.map((dialog) => matterLabel(dialog, draft.language))
  const about = reading?.intent === undefined ? undefined : draft.given.desk.byIntent.get(reading.intent)
  const isElsewhere = about !== undefined && !dialogs.includes(about)
  const at = matchChoice(text, labels) ?? (isElsewhere ? undefined : namesChoice(text, labels))
  return at === undefined ? undefined : dialogs[at]
}
