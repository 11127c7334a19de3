import { readEmail, readPhone } from '../../understanding/entities/contacts.ts'
import { readAccountNumber, readProof, readProofInPassing } from '../../understanding/entities/identifiers.ts'
import { words } from '../../understanding/words.ts'
import { readDayAhead } from './days.ts'
import type { AnyStep, Dialog } from './dialog.ts'
import { remembered } from './remembered.ts'
import { learn, type TurnDraft } from './turn-draft.ts'
import type { FactSpec } from './vocabulary.ts'

/** The longest answer in the customer's own words that is kept as a fact. */
export const MOST_CHARACTERS = 1_000

/** The value that a message gives a fact of this kind; undefined when it gives none, or more than one. */
export function readValue(draft: TurnDraft, factName: string, text: string): string | undefined {
  const kind = draft.given.desk.facts[factName]?.kind
  const finds = findsOf(draft, factName)
  if (finds) return finds === 'phone' ? readPhone(text) : readEmail(text)
  if (kind === 'date') return readDayAhead(draft, text)
  if (kind === 'text') return readAs(kind, text)?.slice(0, mostOf(draft, factName))
  // The account said once more beside the proof is no second proof.
  return kind === 'proof' ? readProof(text, accountOf(draft)) : readAs(kind, text)
}

/** What buttons show besides is short: the rest of a longer answer would not fit, and the customer reads it back. */
function mostOf(draft: TurnDraft, factName: string): number {
  const spec = draft.given.desk.facts[factName]
  return (spec && 'most' in spec && spec.most) || MOST_CHARACTERS
}

/** What a fact is known to be; undefined while it isn't, and where the customer could not say. */
export function knownValue(draft: TurnDraft, factName: string): string | undefined {
  const fact = draft.facts[factName]
  return fact?.class === 'known' ? String(fact.value) : undefined
}

/** A message read as a value of some kind. Kinds that aren't here can be learnt and shown, and never asked for. */
export function readAs(kind: FactSpec['kind'] | undefined, text: string): string | undefined {
  switch (kind) {
    case 'account':
      return readAccountNumber(text)
    case 'proof':
      return readProof(text, undefined)
    case 'text': {
      const said = text.trim()
      return said === '' ? undefined : said.slice(0, MOST_CHARACTERS)
    }
    default:
      return undefined
  }
}

/** Whether a value of this kind stands out in any message, so that it can be taken without having been asked for. */
export function standsOut(draft: TurnDraft, factName: string): boolean {
  const kind = draft.given.desk.facts[factName]?.kind
  return kind === 'account' || isFound(draft, factName)
}

/** Whether a message that takes something back can name another value of this fact: "no, mejor el 7 de diciembre". */
export function canBeTakenBack(draft: TurnDraft, factName: string): boolean {
  return standsOut(draft, factName) || draft.given.desk.facts[factName]?.kind === 'date'
}

/** Whether the value is a part of a message that is told from everything else in it. */
export function isFound(draft: TurnDraft, factName: string): boolean {
  return findsOf(draft, factName) !== undefined
}

function findsOf(draft: TurnDraft, factName: string): 'phone' | 'email' | undefined {
  const spec = draft.given.desk.facts[factName]
  return spec && 'finds' in spec ? spec.finds : undefined
}

/** The facts that a dialog asks for with a question, by the step that asks. */
export const askSteps = remembered((dialog: Dialog): [string, Extract<AnyStep, { kind: 'ask' }>][] =>
  Object.entries(dialog.steps).flatMap(([name, step]) => (step.kind === 'ask' ? [[name, step]] : [])),
)

/** What the message says already is not asked for: "quiero cancelar la cuenta 445566". */
export function learnInPassing(draft: TurnDraft, dialog: Dialog, text: string): void {
  for (const [, step] of askSteps(dialog)) {
    const isProof = draft.given.desk.facts[step.fact]?.kind === 'proof'
    if (!isProof && !standsOut(draft, step.fact)) continue
    const value = isProof ? readProofInPassing(text) : readValue(draft, step.fact, text)
    if (value !== undefined) learn(draft, step.fact, value, 'customer')
  }
}

/** In a longer message the number may be anything's. */
const WORDS_ASIDE = 40
/** A number soon after these is a telephone's. */
const PHONE =
  /\b(?:tel|telefono|cel|celular|movil|whatsapp|llam\w+|marc\w+|phone|cell|mobile|call) (?:\S+ ){0,2}\d/

/**
 * A value of the customer's in a message that was no answer to anything: "es la 445566" days after it was asked for,
 * "no anda nada, cuenta 445566" of somebody who is not understood. What is known stays.
 */
export function learnAside(draft: TurnDraft, text: string): void {
  const said = words(text)
  if (said.length > WORDS_ASIDE || PHONE.test(said.join(' '))) return
  for (const fact of askedFacts(draft.given.desk.dialogs)) {
    const isTheirs = draft.given.desk.facts[fact]?.of === 'customer' && standsOut(draft, fact)
    if (!isTheirs || draft.facts[fact]) continue
    const value = readValue(draft, fact, text)
    if (value !== undefined) learn(draft, fact, value, 'customer')
  }
}

/** Every fact that some dialog asks for. */
const askedFacts = remembered(
  (dialogs: ReadonlyMap<string, Dialog>): ReadonlySet<string> =>
    new Set([...dialogs.values()].flatMap((dialog) => askSteps(dialog).map(([, { fact }]) => fact))),
)

/** A proof that came with the answer to another question: "445566 1234" to "what is your account number?". */
export function learnProofInPassing(draft: TurnDraft, dialog: Dialog, text: string): void {
  for (const [, step] of askSteps(dialog)) {
    if (draft.given.desk.facts[step.fact]?.kind !== 'proof') continue
    const value = readProofInPassing(text)
    if (value !== undefined) learn(draft, step.fact, value, 'customer')
  }
}

function accountOf(draft: TurnDraft): string | undefined {
  const { account } = draft.facts
  return account?.class === 'known' ? String(account.value) : undefined
}
