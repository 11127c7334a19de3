import { count, type Happening } from '../../escape/router.ts'
import type { Language, Texts } from '../../language.ts'
import type { Bot, Frame } from '../bot.ts'
import type { Fact } from '../facts.ts'
import type { Contact } from '../history.ts'
import type { Lesson } from '../lessons.ts'
import type { LineReceipt } from '../line.ts'
import type { CommitmentDraft, EscapeReason, Next, TurnIn, TurnOut } from '../turn.ts'
import type { AnyStep, Dialog } from './dialog.ts'
import { HOUSE, SORRY } from './house-texts.ts'
import { remembered } from './remembered.ts'
import { fill, type Showing } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A turn being made: copies of what it may change, and what it says. Nothing of it is visible outside before
 * `finish`, so a turn that throws has changed nothing.
 */
export interface TurnDraft {
  readonly given: TurnIn
  language: Language
  bot: Bot
  facts: Record<string, Fact>
  /** Names of facts that this turn changed. */
  changed: Set<string>
  paragraphs: string[]
  /** Labels of the buttons under the message. */
  buttons: string[]
  about: { dialog: Dialog; step: string } | undefined
  commitments: CommitmentDraft[]
  /** Earlier contacts that this turn adds to. */
  contacts: Contact[]
  /** What can be learnt from this turn. */
  lessons: Lesson[]
  next: Next
  /** An answer was taken, or a dialog came to its end. */
  progress: boolean
  /** A step was entered that this matter had not come to before. Going over the same ground again is no progress. */
  isNew: boolean
  /** The message ends with the offer of a person. */
  offers: boolean
  ids: number
  readonly entered: ((dialog: Dialog, step: string) => void) | undefined
}

export function openDraft(given: TurnIn, entered?: TurnDraft['entered']): TurnDraft {
  const { counters, ...state } = given.bot
  // Counters are counted into new ones, never changed.
  const bot = { ...copyOf(state), counters }
  return {
    given,
    language: bot.language ?? given.head.language,
    bot,
    facts: { ...given.facts },
    changed: new Set(),
    paragraphs: [],
    buttons: [],
    about: undefined,
    commitments: [],
    contacts: [],
    lessons: [],
    next: { kind: 'wait' },
    progress: false,
    isNew: false,
    offers: false,
    ids: 0,
    entered,
  }
}

/** The state is plain data, for which this takes a tenth of the time of `structuredClone`. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf) as T
  const copy: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) copy[key] = copyOf(part)
  return copy as T
}

export function finish(draft: TurnDraft): TurnOut {
  if (draft.offers && !draft.bot.offered && draft.next.kind !== 'escape') {
    say(draft, HOUSE.offer)
    offerPerson(draft)
  }
  const { about, given, next } = draft
  // What the company confirmed in this turn: the message that says so is the customer's proof.
  const proof =
    draft.commitments.find((commitment) => commitment.confirmation) ??
    draft.commitments.find((commitment) => commitment.ref !== undefined)
  const escaped = next.kind === 'escape'
  const text = draft.paragraphs.join('\n\n')
  const buttons = escaped ? [] : [...new Set(draft.buttons)]
  return {
    bot: escaped ? withNothingOffered(draft.bot) : draft.bot,
    ...(draft.language === given.head.language ? {} : { language: draft.language }),
    facts: [...draft.changed].map((name) => ({ name, fact: draft.facts[name] })),
    ...(draft.contacts.length > 0 ? { contacts: draft.contacts } : {}),
    say:
      text === ''
        ? []
        : [
            {
              text,
              ...(buttons.length > 0 ? { buttons: buttons.map((label) => ({ label })) } : {}),
              ...(proof ? { receipt: receiptOf(proof, given.now), promise: proof.id } : {}),
              ...(about
                ? {
                    about: {
                      dialog: about.dialog.id,
                      step: about.step,
                      title: about.dialog.title[draft.language],
                    },
                  }
                : {}),
            },
          ],
    commitments: draft.commitments,
    timers: [],
    ...(draft.lessons.length > 0 ? { lessons: draft.lessons } : {}),
    next,
  }
}

/** With a person now: the buttons of the bot's last message choose nothing any more. */
function withNothingOffered({ between: _, mayTell: __, ...bot }: Bot): Bot {
  return { ...bot, menu: false, offered: false }
}

/** What the customer can keep: done on the company's word, or taken in and owed by a day. */
function receiptOf({ text, ref, dueAt, confirmation }: CommitmentDraft, now: number): LineReceipt {
  return confirmation ? { title: text, ...confirmation } : { title: text, ref: ref ?? '', at: now, dueAt }
}

/** The customer leaves the bot, which ends the turn: the first reason stands, and what was about to be said is not. */
export function startEscape(
  draft: TurnDraft,
  reason: EscapeReason,
  detail: string | undefined,
  sorry: Texts | undefined,
): void {
  if (draft.next.kind === 'escape') return
  // A call that this very turn was about to make has not been made.
  if (draft.next.kind === 'call') delete draft.bot.call
  const words = draft.bot.stack.at(-1)?.words || draft.bot.words
  draft.paragraphs = sorry ? [fill(sorry, showing(draft))] : []
  draft.buttons = []
  draft.next = {
    kind: 'escape',
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(words === '' ? {} : { asked: words }),
  }
}

export function isOver(draft: TurnDraft): boolean {
  return draft.next.kind !== 'wait'
}

/** Tells the router what happened; true when that is enough and the turn has become an escape. */
export function happened(draft: TurnDraft, happening: Happening): boolean {
  const { counters, verdict } = count(draft.bot.counters, happening, draft.given.desk.limits)
  draft.bot.counters = counters
  if (!verdict) return false
  startEscape(draft, verdict.reason, verdict.detail, SORRY[verdict.reason])
  return true
}

export function say(draft: TurnDraft, texts: Texts): void {
  draft.paragraphs.push(fill(texts, showing(draft)))
}

export function showing(draft: TurnDraft): Showing {
  const { desk, now } = draft.given
  return {
    facts: draft.facts,
    vocabulary: desk.facts,
    company: desk.company,
    opening: desk.opening,
    language: draft.language,
    timeZone: desk.timeZone,
    region: desk.region,
    now,
  }
}

/** As much of the customer's own words as goes with them to a person. */
export function ownWords(text: string): string {
  return text.slice(0, 1_000)
}

/** Sets a fact, or forgets it. What hangs on it is forgotten with its old value: another account is another customer's. */
export function setFact(draft: TurnDraft, name: string, fact: Fact | undefined): void {
  const before = draft.facts[name]
  if (fact) draft.facts[name] = fact
  else if (!before) return
  else delete draft.facts[name]
  draft.changed.add(name)
  if (before?.class !== 'known' || (fact?.class === 'known' && fact.value === before.value)) return
  for (const other of hangingOn(draft.given.desk.facts, name)) setFact(draft, other, undefined)
}

function hangingOn(vocabulary: Vocabulary, name: string): readonly string[] {
  return hanging(vocabulary).get(name) ?? []
}

const hanging = remembered((vocabulary: Vocabulary): ReadonlyMap<string, string[]> => {
  const by = new Map<string, string[]>()
  for (const [other, { hangsOn }] of Object.entries(vocabulary)) {
    if (hangsOn !== undefined) by.set(hangsOn, [...(by.get(hangsOn) ?? []), other])
  }
  return by
})

export function learn(
  draft: TurnDraft,
  name: string,
  value: string | number | boolean,
  source: 'customer' | 'business',
): void {
  const { head, now } = draft.given
  setFact(draft, name, { class: 'known', value, source, at: now, conversationId: head.id })
}

/** A new id: the same when the turn is run again. */
export function freshId(draft: TurnDraft, what: string): string {
  draft.ids += 1
  return `${draft.given.seed}-${what}-${draft.ids}`
}

/** The dialog in front, with the step it stands at. */
export function inFront(draft: TurnDraft): { frame: Frame; dialog: Dialog; step: AnyStep } | undefined {
  const frame = draft.bot.stack.at(-1)
  const dialog = frame && draft.given.desk.dialogs.get(frame.dialog)
  const step = frame && dialog?.steps[frame.step]
  return frame && dialog && step ? { frame, dialog, step } : undefined
}

/** Offers a person in the same message: a button, and a bare "yes" to the next one. */
export function offerPerson(draft: TurnDraft): void {
  const label = HOUSE.person[draft.language]
  const none = HOUSE.none[draft.language]
  draft.bot.offered = true
  draft.buttons = [
    ...draft.buttons.filter((button) => button !== none && button !== label),
    label,
    ...(draft.buttons.includes(none) ? [none] : []),
  ]
}
