import { detail } from '../../escape/details.ts'
import type { Texts } from '../../language.ts'
import type { Frame } from '../bot.ts'
import {
  answeredContact,
  type Contact,
  contactNow,
  digestOf,
  ENOUGH_CONTACTS,
  earlierContact,
  isSameMatter,
  type Matter,
  type Promised,
} from '../history.ts'
import type { Dialog } from './dialog.ts'
import { SORRY } from './house-texts.ts'
import { objectOf } from './promises.ts'
import { fill } from './template.ts'
import { happened, say, showing, startEscape, type TurnDraft } from './turn-draft.ts'

/**
 * A customer who comes back about the same matter: told what is open, and the second time they come back, with a
 * person who has authority. Looked at as soon as it is known which thing the dialog is about.
 */

const RETURNS = {
  before: {
    es: 'Veo que ya nos había escrito por esto; seguimos desde ahí.',
    en: 'I see that you have written to us about this before; we go on from there.',
  },
  open: { es: 'Esto sigue abierto: {what}.', en: 'This is still open: {what}.' },
  done: { es: 'Esto ya quedó hecho: {what}.', en: 'This is already done: {what}.' },
  late: {
    es: 'Esto ya debería estar y no lo tenemos confirmado: {what}. Es una falta nuestra.',
    en: 'This should be done by now and we have no confirmation of it: {what}. That is our fault.',
  },
} as const satisfies Record<string, Texts>

/** True when that ends the turn or the dialog: nothing more is asked. */
export function meetAgain(draft: TurnDraft, frame: Frame, dialog: Dialog): boolean {
  const { history, now, head } = draft.given
  const object = objectOf(draft, dialog)
  if (!history || object === undefined || frame.met === object) return false
  frame.met = object
  const matter = { intent: dialog.id, object }
  const earlier = contactOf(draft, matter)
  const contact = contactNow(earlier, matter, { now, conversationId: head.id })
  keep(draft, contact)
  if (!earlier || contact.times === earlier.times) return false
  if (contact.times >= ENOUGH_CONTACTS) {
    comesBack(draft, contact, 'contact-number')
    return true
  }
  const rests = greet(
    draft,
    history.promised.filter((one) => isSameMatter(one.matter, matter)),
  )
  // What is open was the answer to this visit: asking once more is another one.
  if (rests) keep(draft, { ...contact, answered: true })
  return rests
}

/** An answer is about to be given in a dialog that ends. True when it was given before: a person answers instead. */
export function isAnsweredBefore(draft: TurnDraft, dialog: Dialog, text: Texts): boolean {
  const object = objectOf(draft, dialog)
  const contact = object === undefined ? undefined : contactOf(draft, { intent: dialog.id, object })
  if (!contact) return false
  const digest = digestOf(fill(text, showing(draft)))
  if (contact.answers?.includes(digest)) {
    comesBack(draft, contact, 'same-answer')
    return true
  }
  keep(draft, answeredContact(contact, digest))
  return false
}

/** Says what is open or done. With something open there is nothing to begin anew: the dialog ends here. */
function greet(draft: TurnDraft, promised: readonly Promised[]): boolean {
  draft.offers = true
  if (promised.length === 0) {
    say(draft, RETURNS.before)
    return false
  }
  draft.paragraphs.push(...promised.map((one) => standing(draft, one)))
  return promised.some((one) => one.state === 'open')
}

/** How a promise stands, with the company's reference. */
function standing(draft: TurnDraft, { text, state, dueAt, ref }: Promised): string {
  const isLate = state === 'open' && dueAt < draft.given.now
  const texts = state === 'confirmed' ? RETURNS.done : isLate ? RETURNS.late : RETURNS.open
  const reference = ref !== undefined && !text.includes(ref) ? ` (${ref})` : ''
  return texts[draft.language].replace('{what}', () => `${text}${reference}`)
}

/** Promises told at once to a customer who has come back about something. */
const MOST_TOLD = 3

/** Says what is open for the customer, on whatever matter, what is due first before the rest. */
export function tellOpen(draft: TurnDraft): void {
  const promised = draft.given.history?.promised ?? []
  const open = promised.filter((one) => one.state === 'open').toSorted((a, b) => a.dueAt - b.dueAt)
  for (const one of open.slice(0, MOST_TOLD)) draft.paragraphs.push(standing(draft, one))
}

function comesBack(draft: TurnDraft, contact: Contact, why: 'contact-number' | 'same-answer'): void {
  const { intent, object, firstAt, times } = contact
  const first = new Date(firstAt).toISOString().slice(0, 10)
  const told = detail(why, { where: intent, object, number: times, times, first })
  startEscape(draft, 'repeat-contact', told, SORRY['repeat-contact'])
  // From here on it is a person's: after them the dialog doesn't go on where it stopped.
  draft.bot.stack.pop()
}

function contactOf(draft: TurnDraft, matter: Matter): Contact | undefined {
  const made = draft.contacts.find((one) => isSameMatter(one, matter))
  return made ?? earlierContact(draft.given.history?.contacts ?? [], matter, draft.given.now)
}

function keep(draft: TurnDraft, contact: Contact): void {
  draft.contacts = [...draft.contacts.filter((one) => !isSameMatter(one, contact)), contact]
}

/** What is open has been said: the matter rests until it is done. */
export function restMatter(draft: TurnDraft): void {
  draft.bot.stack.pop()
  draft.progress = true
  draft.isNew = true
  if (draft.bot.stack.length > 0) return
  happened(draft, { kind: 'matter-done' })
  draft.bot.words = ''
  draft.bot.carriedOut = []
}
