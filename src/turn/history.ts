import { z } from 'zod'

/**
 * What a customer has been in contact about, kept with the customer on every channel. A matter is an intent and its
 * object: "this charge", "this account". It is part of what a turn is given, and nothing of it is read by the clock:
 * a checker may take it as a free choice of `History`.
 */
export const matterShape = z.object({
  /** The dialog that handles it. */
  intent: z.string(),
  /** The value of the dialog's object fact. */
  object: z.string(),
})
export type Matter = z.infer<typeof matterShape>

export const contactShape = matterShape.extend({
  firstAt: z.number(),
  lastAt: z.number(),
  /** Where it was last. */
  conversationId: z.string(),
  /** How often the customer has come about it: 1 is the first time. */
  times: z.number(),
  /** The dialog came to its end since the customer last came. */
  answered: z.boolean().optional(),
  /** Digests of what was answered: the same answer is not given again. */
  answers: z.array(z.string()).optional(),
})
export type Contact = z.infer<typeof contactShape>

/** What was promised in a matter, as the customer may be told. */
export interface Promised {
  kind: string
  text: string
  dueAt: number
  matter: Matter
  state: 'open' | 'confirmed'
  /** The company's reference. */
  ref?: string
}

/** What a turn is told of earlier contacts. */
export interface History {
  contacts: readonly Contact[]
  promised: readonly Promised[]
}

const DAY = 24 * 3_600_000
/** Who comes again later than this comes with a new matter. */
export const SAME_MATTER_MS = 30 * DAY
/** Within so long in one conversation it is the same visit, as long as no answer was given. */
export const SAME_VISIT_MS = 6 * 3_600_000
/** Contacts kept with a customer, the latest. */
export const CONTACTS_KEPT = 30
const ANSWERS_KEPT = 8
/** The contact that goes to a person with authority by itself: the second return. */
export const ENOUGH_CONTACTS = 3

/** The earlier contact about a matter, if it is not too long ago. */
export function earlierContact(
  contacts: readonly Contact[],
  matter: Matter,
  now: number,
): Contact | undefined {
  return contacts.find((one) => isSameMatter(one, matter) && now - one.lastAt < SAME_MATTER_MS)
}

/** The contact that the customer makes now: another visit to the same matter counts, going on with one does not. */
export function contactNow(
  earlier: Contact | undefined,
  matter: Matter,
  at: { now: number; conversationId: string },
): Contact {
  const { now, conversationId } = at
  if (!earlier) return { ...matter, firstAt: now, lastAt: now, conversationId, times: 1 }
  const isSameVisit =
    earlier.conversationId === conversationId && now - earlier.lastAt < SAME_VISIT_MS && !earlier.answered
  const { answered: _, ...rest } = earlier
  return { ...rest, lastAt: now, conversationId, times: earlier.times + (isSameVisit ? 0 : 1) }
}

/** The contact with an answer given. */
export function answeredContact(contact: Contact, digest: string): Contact {
  const answers = [...(contact.answers ?? []).filter((one) => one !== digest), digest].slice(-ANSWERS_KEPT)
  return { ...contact, answered: true, answers }
}

/** A customer's contacts with those of a turn: one for each matter, the latest kept. */
export function withContacts(before: readonly Contact[], made: readonly Contact[]): Contact[] {
  const others = before.filter((one) => !made.some((other) => isSameMatter(one, other)))
  return [...others, ...made].toSorted((a, b) => a.lastAt - b.lastAt).slice(-CONTACTS_KEPT)
}

export function isSameMatter(a: Matter, b: Matter): boolean {
  return a.intent === b.intent && a.object === b.object
}

/** A short name of a text: two answers with one name are the same answer (FNV-1a, 32 bits). */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  }
  return hash.toString(36)
}
