import { LANGUAGES } from '../../language.ts'
import { answeredQuestions } from '../../turn/dialog/corrections.ts'
import { openQuestion } from '../../turn/dialog/questions.ts'
import type { Move } from '../../turn/dialog/read-message.ts'
import { inFront, type TurnDraft } from '../../turn/dialog/turn-draft.ts'
import { type Around, PLAIN, type Ran, type Spot } from './play.ts'
import type { World } from './world.ts'

/** Surroundings that can make another turn of a message, and the moves for which they can. */
export interface Surrounding {
  around: Around
  /** All moves without it. */
  matters?: (move: Move, draft: TurnDraft) => boolean
  /** What they do depends on the step alone: they are explored once for each step. */
  oncePerStep?: true
}

/** Words that tell an account and prove whose it is, beside whatever else they do. */
export const WITH_PROOF = '445566 1234'

/** The languages that can make a difference: the first of them, when the texts of all show the same facts. */
export function languagesOf({ use }: World): readonly Around[] {
  const [first] = LANGUAGES
  const languages = use.isOneInAllLanguages ? [first] : LANGUAGES
  return languages.map((language) => ({ ...PLAIN, language }))
}

/** With what surroundings the messages at a position are explored. */
export function surroundingsAt(world: World, spot: Spot, hole: string | undefined): Surrounding[] {
  const plain = languagesOf(world)
  // While another dialog is in front, what concerns this one is that it comes back.
  if (spot.bot.stack.length > 1) return [{ around: PLAIN, matters: comesBack }]
  // A missing fact is waited for to be shown; nothing else comes of it.
  if (hole !== undefined) return plain.map((around) => ({ around }))
  return [
    ...plain.map((around) => ({ around })),
    { around: { ...PLAIN, text: WITH_PROOF }, matters: takesProof },
    // How deep the stack is matters only to one more dialog.
    {
      around: { ...PLAIN, below: world.below.length },
      matters: ({ kind }) => kind === 'dialog',
      oncePerStep: true,
    },
    // It adds the offer of a person to whatever is said.
    { around: { ...PLAIN, ask: 'may-ask' }, matters: isRemark, oncePerStep: true },
    // What comes before the message is read is the same for every move.
    { around: { ...PLAIN, also: 'attachment' }, matters: isRemark, oncePerStep: true },
    { around: { ...PLAIN, also: 'silence' }, matters: isRemark, oncePerStep: true },
    { around: { ...PLAIN, also: 'turns-language' }, matters: isRemark, oncePerStep: true },
  ]
}

function comesBack({ kind }: Move): boolean {
  return kind === 'answer' || kind === 'never-mind' || kind === 'dialog'
}

function isRemark({ kind }: Move): boolean {
  return kind === 'declined'
}

/** The turn takes a proof that is told beside the account, or beside a new answer. */
function takesProof(move: Move, draft: TurnDraft): boolean {
  const { facts } = draft.given.desk
  const front = inFront(draft)
  if (!front) return false
  if (move.kind === 'correction') {
    return move.value !== undefined && answeredQuestions(draft, front.dialog, front.frame).length > 0
  }
  const question = openQuestion(draft)
  return move.kind === 'answer' && question?.kind === 'ask' && facts[question.fact]?.kind === 'account'
}

/**
 * Whether it matters to a turn that another dialog waits below: only to one that ends or drops a dialog, or begins one.
 * No other reads the stack below its front.
 */
export function readsBelow({ given, out }: Ran): boolean {
  return given.bot.stack.length !== out.bot.stack.length
}
