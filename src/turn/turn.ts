import type { Language } from '../language.ts'
import type { Reading } from '../understanding/recognizer.ts'
import type { Bot } from './bot.ts'
import type { BotDesk } from './bot-desk.ts'
import type { Head } from './conversation.ts'
import type { FactChange, Facts } from './facts.ts'
import type { Contact, History, Matter } from './history.ts'
import type { Lesson } from './lessons.ts'
import type { Attachment, Button, LineReceipt, Outcome } from './line.ts'

/** What a turn runs over. */
export type Input =
  | {
      kind: 'message'
      id: string
      text: string
      attachments: readonly Attachment[]
      /** What the ask recogniser said. A clear ask never gets here: intake has opened the case. */
      ask: 'may-ask' | 'no'
    }
  | { kind: 'outcome'; id: string; callId: string; verb: string; outcome: Outcome }
  | { kind: 'timer'; id: string; timerId: string; name: string }

/** Why the customer leaves the bot. */
export const ESCAPE_REASONS = [
  'asked',
  'unmatched',
  'loop',
  'failed-answers',
  'error',
  'no-progress',
  'frustrated',
  'danger',
  'repeat-contact',
  'attachment',
  'language',
  'unreadable',
  'commitment',
  'supervisor',
  'dialog',
] as const
export type EscapeReason = (typeof ESCAPE_REASONS)[number]

/** One message of the bot, ready to be read by the customer. */
export interface Say {
  text: string
  buttons?: Button[]
  about?: { dialog: string; step: string; title: string }
  /** The company confirmed something, or took it in under a reference: what the customer can keep as proof. */
  receipt?: LineReceipt
  /** The commitment that the receipt is of. */
  promise?: string
}

/** What can be promised to a customer. `verify`: to find out whether something was carried out. */
export const COMMITMENT_KINDS = [
  'verify',
  'cancellation',
  'claim',
  'refund',
  'visit',
  'visit-cancellation',
  'call-back',
  'answer',
  'change',
] as const
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number]

/** Something promised to the customer. `confirmation` is the company's reference; without it, it isn't done. */
export interface CommitmentDraft {
  /** Deterministic within the turn, so that a turn run again promises once. */
  id: string
  kind: CommitmentKind
  /** What was promised, in the customer's language. */
  text: string
  dueAt: number
  /** How the due date was reckoned: a term of the house, a day that was agreed. */
  rule?: string
  /** The matter it belongs to; see history.ts. */
  matter?: Matter
  /** With this promise, open ones of these kinds about the same object are off: nobody speaks of them as on. */
  ends?: readonly CommitmentKind[]
  /** The company's reference of what it took in; only `confirmation` says that it is done. */
  ref?: string
  callId?: string
  /** A call that no system carries out: an agent does. */
  work?: { verb: string; args: Readonly<Record<string, string | number | boolean>> }
  confirmation?: { ref: string; at: number }
}

export interface TimerDraft {
  id: string
  name: string
  at: number
}

export type Next =
  | { kind: 'wait' }
  | {
      kind: 'call'
      /** The idempotency key given to the company's system. */
      id: string
      verb: string
      args: Readonly<Record<string, string | number | boolean>>
      /** Said after two seconds without an outcome: what is being tried, and that it isn't done. */
      trying: string
      /** How long the call may take, milliseconds. */
      limitMs: number
    }
  | {
      kind: 'escape'
      reason: EscapeReason
      /** For the agent: what happened, without stack or secrets. */
      detail?: string
      /** What the customer wants, in their own words, when the last message doesn't say it (a button, a "yes"). */
      asked?: string
    }

/**
 * One run of the bot over one input. Pure: no clock, chance or I/O, so that tests, the checker and simulators run
 * the same function. The caller commits all of the result or none of it.
 */
export interface TurnIn {
  head: Head
  bot: Bot
  facts: Facts
  input: Input
  /** What understanding made of a message; absent when the recogniser failed. */
  reading?: Reading
  now: number
  /** Makes this turn's ids; the same for a turn that is run again. */
  seed: string
  desk: BotDesk
  /** What the customer came about before, on any channel; absent: nothing is known. */
  history?: History
}

export interface TurnOut {
  bot: Bot
  /** The language that the customer turned to: the head follows it. */
  language?: Language
  facts: FactChange[]
  /** Contacts that this turn made or answered; they replace those about the same matter. */
  contacts?: Contact[]
  say: Say[]
  commitments: CommitmentDraft[]
  timers: TimerDraft[]
  /** What can be learnt from this turn; see lessons.ts. */
  lessons?: Lesson[]
  next: Next
}
