import { mayBeTold, tellings } from '../../turn/dialog/afterwards.ts'
import { answeredQuestions } from '../../turn/dialog/corrections.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import { choicesOf, openQuestion } from '../../turn/dialog/questions.ts'
import type { Move } from '../../turn/dialog/read-message.ts'
import { isOwnWords } from '../../turn/dialog/taken-back.ts'
import { inFront, type TurnDraft } from '../../turn/dialog/turn-draft.ts'
import { canBeTakenBack, readValue } from '../../turn/dialog/values.ts'

/** What a customer may write as the value of a fact; two of each, so that one can correct the other. */
export const SAMPLE_ANSWERS = [
  '445566',
  '778899',
  '1234',
  '2026-12-01',
  '30/11/2026',
  '19,90 €',
  '300 111 2233',
  'lucia@correo.example',
  'Se cayó un árbol.',
  'Fue ayer por la tarde.',
]

/**
 * Every move of each kind that a customer can make where the bot stands. Total by its type: a kind of move that is
 * added to `Move` and not here does not compile. It may hold moves that no words would make there; a test holds that
 * words make none that is missing.
 */
const MOVES: {
  readonly [K in Move['kind']]: (
    draft: TurnDraft,
    dialogs: readonly Dialog[],
  ) => readonly Extract<Move, { kind: K }>[]
} = {
  person: () => [
    { kind: 'person', why: 'accepted' },
    { kind: 'person', why: 'none-of-these' },
  ],
  answer: (draft) => answersTo(draft).map((value) => ({ kind: 'answer', value })),
  unable: (draft) => (openQuestion(draft)?.kind === 'ask' ? [{ kind: 'unable' }] : []),
  'hold-on': (draft) => (openQuestion(draft) ? [{ kind: 'hold-on' }] : []),
  correction: corrections,
  told: (draft) => {
    const fact = mayBeTold(draft)?.fact
    return fact === undefined ? [] : tellings(draft).map((value) => ({ kind: 'told', fact, value }))
  },
  declined: () => [{ kind: 'declined' }],
  'never-mind': () => [{ kind: 'never-mind' }],
  solved: (draft) => {
    const question = openQuestion(draft)
    return question && question.kind !== 'confirm' ? [{ kind: 'solved' }] : []
  },
  question: (draft) => (openQuestion(draft) ? [{ kind: 'question' }] : []),
  aside: (draft) =>
    [...draft.given.desk.dialogs.values()].flatMap((dialog) =>
      dialog.aside ? [{ kind: 'aside', dialog }] : [],
    ),
  dialog: (draft, dialogs) =>
    dialogs
      .filter((dialog) => dialog !== inFront(draft)?.dialog)
      .flatMap((dialog) => [
        { kind: 'dialog', dialog, pressed: true },
        { kind: 'dialog', dialog, pressed: false },
      ]),
  // Which two it is makes no difference: nothing is begun by asking.
  clarify: (draft, dialogs) => {
    const others = dialogs.filter((dialog) => dialog !== inFront(draft)?.dialog)
    const [one, other = one] = others
    return one && other ? [{ kind: 'clarify', between: [one, other] }] : []
  },
  same: (draft) => (inFront(draft) ? [{ kind: 'same' }] : []),
  several: () => [{ kind: 'several' }],
  refused: (draft) => (openQuestion(draft) ? [{ kind: 'refused' }] : []),
  unmatched: (draft) => (openQuestion(draft) ? [] : [{ kind: 'unmatched' }]),
}

/** Every move of a customer where the bot stands. `dialogs`: those that can be turned to. */
export function movesAt(draft: TurnDraft, dialogs: readonly Dialog[]): Move[] {
  return Object.values(MOVES).flatMap((moves): readonly Move[] => moves(draft, dialogs))
}

function answersTo(draft: TurnDraft): string[] {
  const question = openQuestion(draft)
  if (!question) return []
  return question.kind === 'ask'
    ? valuesOf(draft, question.fact).slice(0, 1)
    : choicesOf(draft, question).map(({ value }) => value)
}

function valuesOf(draft: TurnDraft, fact: string): string[] {
  return SAMPLE_ANSWERS.flatMap((said) => readValue(draft, fact, said) ?? [])
}

/** An answered question of the dialog in front is corrected, with a new answer or none. */
function corrections(draft: TurnDraft): Extract<Move, { kind: 'correction' }>[] {
  const front = inFront(draft)
  if (!front) return []
  return answeredQuestions(draft, front.dialog, front.frame).flatMap(([name, step]) => {
    const known = draft.facts[step.fact]
    const values =
      step.kind === 'choose'
        ? choicesOf(draft, step).map(({ value }) => value)
        : canBeTakenBack(draft, step.fact) || isOwnWords(draft, step.fact)
          ? valuesOf(draft, step.fact)
          : []
    const others = values.filter((value) => known?.class === 'known' && value !== String(known.value))
    // One other value of a kind stands for all of them; each label is another way.
    const meant = step.kind === 'choose' ? others : others.slice(0, 1)
    return [...meant, undefined].map((value) => ({
      kind: 'correction' as const,
      step: name,
      fact: step.fact,
      value,
    }))
  })
}
