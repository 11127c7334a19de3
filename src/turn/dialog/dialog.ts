import type { VERBS, Verb } from '../../business/business.ts'
import type { FIELDS } from '../../business/fields.ts'
import type { TermName } from '../../cases/deadlines.ts'
import type { Texts } from '../../language.ts'
import type { CommitmentKind, EscapeReason } from '../turn.ts'
import type { DialogFault } from './faults.ts'
import type { FactOf, FactSpec, LabelsOf, ValueKind, Vocabulary } from './vocabulary.ts'

/**
 * The steps of a dialog. `N` are the names of its steps and `V` the facts it may use, so that a step that leads
 * nowhere, a forgotten label or a fact that nobody declared does not compile.
 *
 * Texts are templates: `{account}` shows a fact in the customer's language. What the house itself knows is there without
 * being declared: `{company}`, and when people answer (`{hours}` of the week, `{open}` now).
 */
export type Step<N extends string, V extends Vocabulary> =
  | AskStep<N, V>
  | ChooseStep<N, V>
  | ConfirmStep<N>
  | SayStep<N>
  | DecideStep<N, V>
  | CopyOf<N, FactOf<V>>
  | CallStep<N, V>
  | RejectStep<N>
  | PromiseOf<N, FactOf<V, 'date'>, FactOf<V, 'text'>, FactOf<V>>
  | MenuStep
  | DoneStep<V>
  | PersonStep

/** Asks for a fact, unless it is known. */
export interface AskOf<N extends string, F extends string> {
  kind: 'ask'
  fact: F
  text: Texts
  /** The same question in other words, said with choices when an answer can't be used. */
  again: Texts
  /** Said in place of the question when the fact is known from before. */
  known?: Texts
  next: N
  /** The customer can't or won't say. */
  refused: N
  /**
   * What is asked for is told in words that may be of any matter: a complaint says "llevo un mes sin internet y me
   * cobran igual". Whatever is written is the answer; it begins no other matter.
   */
  takesAnyWords?: boolean
}
type AskStep<N extends string, V extends Vocabulary> = AskOf<N, FactOf<V, ValueKind>>

/** A menu of a label fact's labels. "None of these" is added and leads to a person. A label that shows an unknown fact is left out. */
export interface ChooseOf<N extends string, F extends string, L extends string> {
  kind: 'choose'
  fact: F
  text: Texts
  again: Texts
  /**
   * Other words that mean a label, matched without case and accents anywhere in the answer, and in the words that the
   * dialog began with: who wrote "no vino nadie" is not asked what happened.
   */
  says?: Readonly<Partial<Record<L, readonly string[]>>>
  next: Readonly<Record<L, N>>
  /** Where those go for whom none of it is possible, such as times at which they aren't at home: one more button. */
  cannot?: { to: N; label: Texts }
}
type ChooseStep<N extends string, V extends Vocabulary> = {
  [F in FactOf<V, 'label'>]: ChooseOf<N, F, LabelsOf<V[F]>>
}[FactOf<V, 'label'>]

/** A yes or no that is asked each time, as before a change. It leaves no fact behind. */
export interface ConfirmStep<N extends string> {
  kind: 'confirm'
  text: Texts
  again: Texts
  /** What the buttons say; "Sí" and "No" without it. */
  labels?: { yes: Texts; no: Texts }
  yes: N
  no: N
  /**
   * Other words for yes and no at this question, matched without case and accents: "ya volvió", "y nada". Anywhere in
   * the message; but an answer that makes the company change something must be one of them and nothing else.
   */
  says?: Readonly<Partial<Record<'yes' | 'no', readonly string[]>>>
  /** What it answers when the customer says again what the dialog is about: "sigo sin internet" is a no. */
  restated?: 'yes' | 'no'
  /**
   * The customer has to do something first: then "ok, lo hago" is no yes yet. `told`: words of somebody who came saying
   * that they have done it; they are not told to do it again, and go on as with a no.
   */
  instructs?: { told: readonly string[] }
  /**
   * Where those go who can't do or see what is asked of them, or aren't there: a third button, "No puedo hacerlo" without
   * a label of its own. Every step that needs sight, hands or presence at home has it. `isOfDay`: only who isn't there on
   * the day that it shows, and no other "no puedo".
   */
  cannot?: { to: N; label?: Texts; isOfDay?: true }
  /**
   * What customers ask here and the dialog knows ("¿cuánto me van a cobrar?"): a question with one of the phrases in it is
   * answered, and the step's own is put again behind the answer. To ask is no failure.
   */
  answers?: readonly { asked: readonly string[]; text: Texts }[]
}

export interface SayStep<N extends string> {
  kind: 'say'
  text: Texts
  next: N
}

/** Where to go by what is known of a fact. Total: every class has its step. */
export interface DecideOf<N extends string, F extends string, C extends string> {
  kind: 'decide'
  fact: F
  when: Readonly<Record<'unknown' | 'refused' | C, N>>
}
type DecideStep<N extends string, V extends Vocabulary> = {
  [F in keyof V & string]: DecideOf<N, F, ClassesOf<V[F]>>
}[keyof V & string]
type ClassesOf<S extends FactSpec> = S extends { kind: 'label' } ? LabelsOf<S> : 'known'

/** Takes facts over from others of their kind: `{ chargeId: 'charge1Id' }`. */
export interface CopyOf<N extends string, F extends string> {
  kind: 'copy'
  facts: Readonly<Partial<Record<F, F>>>
  next: N
}

/** Has the company's systems do or find something. It is never "done" by itself: only `ok` is. */
export interface CallOf<
  N extends string,
  K extends Verb,
  F extends string,
  Takes extends string,
  Gives extends string,
  Refuses extends string,
> {
  kind: 'call'
  verb: K
  /** Facts given to the verb, by what it calls them. */
  args: Readonly<Record<Takes, F>>
  /** Arguments that are the same in every run of this step: a complaint that is about a promise, and nothing else. */
  fixed?: Readonly<Record<string, string>>
  /** Facts learnt from `ok`; those that the answer leaves out become unknown. */
  learns: readonly Gives[]
  /** The fact that takes the company's reference. */
  ref?: F
  /** Said after two seconds: what is being tried, and that it isn't done yet. */
  trying: Texts
  /** Milliseconds; ten seconds without it. */
  limitMs?: number
  ok: N
  refused: Readonly<Record<Refuses | 'other', N>>
  /** Certainly not carried out. A `person` step. */
  failed: N
  /** Perhaps carried out. A `person` step: nobody may be told that it is done. */
  unknown: N
}
type CallStep<N extends string, V extends Vocabulary> = {
  [K in Verb]:
    | (CallTaking<N, V, K, TakesOf<K>> & { fixed?: never })
    | (CallTaking<N, V, K, Exclude<TakesOf<K>, keyof NamedArgs<K>>> & { fixed: NamedArgs<K> })
}[Verb]
type CallTaking<N extends string, V extends Vocabulary, K extends Verb, Takes extends string> = CallOf<
  N,
  K,
  FactOf<V>,
  Takes,
  keyof (typeof VERBS)[K]['gives'] & FactOf<V>,
  (typeof VERBS)[K]['refuses'][number]
>
type TakesOf<K extends Verb> = (typeof VERBS)[K]['takes'][number]
/** What a verb takes that is one of a few named values: only those can be fixed. */
type NamedArgs<K extends Verb> = {
  readonly [A in TakesOf<K> & keyof typeof FIELDS as (typeof FIELDS)[A] extends readonly string[]
    ? A
    : never]: (typeof FIELDS)[A] extends readonly (infer L extends string)[] ? L : never
}

/** An answer turned out wrong (no such account): it counts as refused, and its question is asked again in other words. */
export interface RejectStep<N extends string> {
  kind: 'reject'
  question: N
  text: Texts
}

/** Something that the company has promised, with its due date: a record that somebody owns. */
export interface PromiseOf<N extends string, D extends string, R extends string, F extends string> {
  kind: 'promise'
  what: Exclude<CommitmentKind, 'verify'>
  text: Texts
  /** On a day; after so many hours; or by a term of `desk.yaml`, in working days that know the holidays. */
  due: { on: D } | { hours: number } | { rule: TermName }
  /** The company's reference. With it, and `confirmed`, the promise is already kept. */
  ref?: R
  /** Which thing it is about, where that is not the dialog's own object. */
  about?: F
  /** What is off from now on: open promises of these kinds about the same thing. A visit that is cancelled. */
  ends?: readonly Exclude<CommitmentKind, 'verify'>[]
  /** Whether the company's system has confirmed the thing itself and not just taken it in. */
  confirmed?: boolean
  next: N
}

/** Shows what the bot can do, in buttons, and ends the dialog. Left out in the middle of another matter. */
export interface MenuStep {
  kind: 'menu'
  text: Texts
}

export interface DoneOf<M> {
  kind: 'done'
  text?: Texts
  /** Ends the message with the offer of a person: a button, and a bare "yes" takes it. */
  offersPerson?: boolean
  /** The customer chose this end ("no, leave it"): it may be said again, where an answer never is twice. */
  chosen?: boolean
  /**
   * What the customer may tell now that it is done, with one tap, and need not: why they leave. It is said once, under
   * the text, and left out in the middle of another matter. Nothing waits for it, and nothing hangs on it.
   */
  mayTell?: M
}
type DoneStep<V extends Vocabulary> = DoneOf<
  { [F in FactOf<V, 'label'>]: MayTellOf<F, LabelsOf<V[F]>> }[FactOf<V, 'label'>]
>

/** Something that may be told afterwards: which label of a fact. */
export interface MayTellOf<F extends string, L extends string = string> {
  fact: F
  text: Texts
  /** Other words that mean a label, matched without case and accents; of several labels the first one here is meant. */
  says?: Readonly<Partial<Record<L, readonly string[]>>>
  /** The label of a reason ("porque…") that is none of the others. */
  otherwise?: L
}

/** Hands the customer to a person, with everything known. */
export interface PersonStep {
  kind: 'person'
  text: Texts
  reason?: EscapeReason
  /** For the agent, ahead of everything: what is odd about this case. Left out when it shows a fact nobody knows. */
  flag?: Texts
  /** Says first what is open for this customer, whatever the matter: nobody has to tell it again. */
  tellsOpen?: boolean
}

/** A dialog as its author writes it. */
export interface DialogDraft<N extends string, V extends Vocabulary> {
  /** Kebab-case; stays the same for ever, since stored conversations carry it. */
  id: string
  /** For agents: what the customer was about. */
  title: Texts
  /** The button that starts it, in menus of what the bot can do. */
  chip?: Texts
  /**
   * What the customer wants, as it follows "¿Quiere …?": `cancelar el servicio`. Said, and shown as a button of its own,
   * where a message may be about this or about another matter; the title stands in for it.
   */
  wish?: Texts
  /** Intents that start it; the id when left out. */
  intents?: readonly string[]
  /**
   * Said on the side. `answers`: a question of the customer's was answered, and the open one is put as after any other
   * interruption. `stays`: small talk, after which it is repeated, which counts. `leaves`: it is left alone.
   */
  aside?: 'answers' | 'stays' | 'leaves'
  /**
   * The fact that tells one matter of this dialog from another: the charge, the account, the order. Who comes again
   * about the same one within 30 days is told what is open, and the third time goes to a person with authority.
   */
  object?: FactOf<V>
  /** The customer came to buy: only then may its texts name offers. */
  sells?: boolean
  start: NoInfer<N>
  steps: { readonly [K in N]: Step<NoInfer<N>, V> }
}

/** A step as the runner sees it: names and facts are words, which `defineDialog` has checked. */
export type AnyStep =
  | AskOf<string, string>
  | ChooseOf<string, string, string>
  | ConfirmStep<string>
  | SayStep<string>
  | DecideOf<string, string, string>
  | CopyOf<string, string>
  | CallOf<string, Verb, string, string, string, string>
  | RejectStep<string>
  | PromiseOf<string, string, string, string>
  | MenuStep
  | DoneOf<MayTellOf<string>>
  | PersonStep
export type QuestionStep = Extract<AnyStep, { kind: 'ask' | 'choose' | 'confirm' }>

/** A declared dialog, with what it can't be run with: none where a house has been put together of it. */
export interface Dialog {
  id: string
  title: Texts
  chip: Texts | undefined
  wish: Texts | undefined
  intents: readonly string[]
  aside: 'answers' | 'stays' | 'leaves' | undefined
  object: string | undefined
  sells: boolean
  start: string
  steps: Readonly<Record<string, AnyStep>>
  facts: Vocabulary
  /** Changes when the steps do: a conversation stored under another edition starts over with its facts. */
  edition: string
  faults: readonly DialogFault[]
}

export function isQuestion(step: AnyStep): step is QuestionStep {
  return step.kind === 'ask' || step.kind === 'choose' || step.kind === 'confirm'
}

/** The steps that a step leads to. */
export function nextSteps(step: AnyStep): string[] {
  switch (step.kind) {
    case 'ask':
      return [step.next, step.refused]
    case 'choose':
      return [...Object.values(step.next), ...(step.cannot ? [step.cannot.to] : [])]
    case 'confirm':
      return [step.yes, step.no, ...(step.cannot ? [step.cannot.to] : [])]
    case 'say':
    case 'copy':
    case 'promise':
      return [step.next]
    case 'decide':
      return Object.values(step.when)
    case 'call':
      return [step.ok, ...Object.values(step.refused), step.failed, step.unknown]
    case 'reject':
      return [step.question]
    case 'menu':
    case 'done':
    case 'person':
      return []
  }
}

/** The texts of a step that a customer reads, by what they are called in it. */
export function textsOf(step: AnyStep): Record<string, Texts> {
  const texts: Record<string, Texts> = {}
  if ('text' in step && step.text) texts.text = step.text
  if ('again' in step) texts.again = step.again
  if (step.kind === 'ask' && step.known) texts.known = step.known
  if (step.kind === 'confirm' && step.labels) {
    texts['labels.yes'] = step.labels.yes
    texts['labels.no'] = step.labels.no
  }
  if ((step.kind === 'confirm' || step.kind === 'choose') && step.cannot?.label)
    texts['labels.cannot'] = step.cannot.label
  if (step.kind === 'confirm')
    for (const [at, { text }] of (step.answers ?? []).entries()) texts[`answers.${at + 1}`] = text
  if (step.kind === 'call') texts.trying = step.trying
  if (step.kind === 'done' && step.mayTell) texts['mayTell.text'] = step.mayTell.text
  return texts
}
