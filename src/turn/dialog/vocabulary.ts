import type { Texts } from '../../language.ts'

/**
 * Kinds of facts that are read and shown as values. `money` is "19.90 EUR", `date` is "2026-11-30". A `proof` is what
 * only the customer knows: shown to nobody, and forgotten once the company has looked at it.
 */
export const VALUE_KINDS = ['account', 'date', 'money', 'text', 'proof'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

interface Known {
  /** What the fact is called on the agent's card. */
  label: Texts
  /** A fact of the customer stays known; a fact of the matter is forgotten when its dialog starts anew. */
  of: 'customer' | 'matter'
  /** Another fact that it tells something of: when that one changes, this one is forgotten. */
  hangsOn?: string
  /** Of a list that was offered to choose from: agents have it in the transcript, and what was chosen is another fact. */
  isOption?: true
}

/** One typed thing that dialogs may know. A `label` fact takes one of a few named values. */
export type FactSpec =
  | (Known & {
      kind: ValueKind
      /** The most characters of a text that is shown in buttons: what the company gives beyond them is cut. */
      most?: number
      /** Which part of a message is the value of a text: it stands out wherever it is written. */
      finds?: 'phone' | 'email'
    })
  | (Known & { kind: 'label'; labels: Readonly<Record<string, Texts>> })

/** All facts of a company's dialogs, by name. */
export type Vocabulary = Readonly<Record<string, FactSpec>>

/** Declares the facts that dialogs share. Nothing else can be asked, learnt or shown. */
export function defineFacts<const V extends Vocabulary>(facts: V): V {
  return facts
}

/** Names of the facts of some kinds. */
export type FactOf<V extends Vocabulary, K extends FactSpec['kind'] = FactSpec['kind']> = {
  [F in keyof V & string]: V[F]['kind'] extends K ? F : never
}[keyof V & string]

/** The labels of a label fact. */
export type LabelsOf<S extends FactSpec> = S extends { labels: infer L } ? keyof L & string : never
