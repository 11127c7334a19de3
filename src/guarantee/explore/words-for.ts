import type { Language } from '../../language.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import { HOUSE } from '../../turn/dialog/house-texts.ts'
import { choicesOf, openQuestion } from '../../turn/dialog/questions.ts'
import { type Move, OWN_INTENTS } from '../../turn/dialog/read-message.ts'
import { openDraft } from '../../turn/dialog/turn-draft.ts'
import type { TurnIn } from '../../turn/turn.ts'
import type { House } from '../check.ts'
import { SAMPLE_ANSWERS } from './moves.ts'
import type { World } from './world.ts'

/** Words that may make a move, and what understanding has to make of them: an intent, or several. */
export interface Words {
  text: string
  reads?: string
}

/** Where words are looked for. */
export interface Place {
  house: House
  world: World
  /** The turn that the message would begin. */
  given: TurnIn
  language: Language
  /** Messages before it: who says the same twice is heard to. */
  at: number
}

const [NEVER_MIND = '', CORRECTION = ''] = OWN_INTENTS

/**
 * What a customer may write to make a move, likeliest first: buttons, values, what people say who want it. Nothing
 * says that it will be read so; who uses it looks.
 */
export function* wordsFor(move: Move, place: Place): Generator<Words> {
  const { language, given, at } = place
  const isSpanish = language === 'es'
  const draft = openDraft(given)
  const question = openQuestion(draft)
  switch (move.kind) {
    case 'person':
      yield { text: HOUSE.none[language] }
      yield { text: isSpanish ? 'sí, por favor' : 'yes, please' }
      break
    case 'answer': {
      const choices = question ? choicesOf(draft, question) : []
      for (const { label, value } of choices) if (value === move.value) yield { text: label }
      yield { text: move.value }
      for (const text of SAMPLE_ANSWERS) yield { text }
      break
    }
    case 'unable':
      yield { text: HOUSE.unable[language] }
      break
    case 'hold-on':
      yield { text: isSpanish ? 'un momento' : 'one moment' }
      yield { text: 'ok' }
      break
    case 'correction': {
      const step = draft.given.desk.dialogs.get(given.bot.stack.at(-1)?.dialog ?? '')?.steps[move.step]
      const labels = step
        ? choicesOf(draft, step).flatMap((one) => (one.value === move.value ? one.label : []))
        : []
      for (const value of [...labels, ...(move.value === undefined ? [] : [move.value, ...SAMPLE_ANSWERS])])
        yield { text: isSpanish ? `no, es ${value}` : `no, it is ${value}` }
      // Words near to those that they correct.
      const before = draft.facts[move.fact]
      if (before?.class === 'known' && move.value !== undefined)
        yield { text: isSpanish ? `no, es ${before.value} 2` : `no, it is ${before.value} 2` }
      yield { text: isSpanish ? 'me equivoqué' : 'my mistake', reads: CORRECTION }
      break
    }
    case 'told': {
      const spec = draft.given.desk.facts[move.fact]
      const texts = spec?.kind === 'label' ? spec.labels[move.value] : undefined
      if (texts) yield { text: texts[language] }
      break
    }
    case 'declined':
      yield { text: 'no' }
      break
    case 'never-mind':
      yield { text: isSpanish ? 'olvídelo' : 'never mind' }
      yield { text: isSpanish ? 'mejor no' : 'rather not', reads: NEVER_MIND }
      break
    case 'solved':
      yield { text: isSpanish ? 'ya funciona' : 'it works now' }
      break
    case 'question':
      yield { text: isSpanish ? '¿cuánto cuesta eso?' : 'how much is that?' }
      break
    case 'aside':
      yield* wordsToward(move.dialog, place)
      break
    case 'same':
      yield* wordsToward(draft.given.desk.dialogs.get(given.bot.stack.at(-1)?.dialog ?? ''), place)
      break
    case 'dialog':
      for (const dialog of dialogsMeant(move.dialog, place)) {
        if (dialog.chip) yield readAsIts(dialog, dialog.chip[language])
        yield* wordsToward(dialog, place)
      }
      break
    case 'several': {
      const ids = place.house.desk.menu.flatMap(({ intents }) => intents[0] ?? []).slice(0, 2)
      yield { text: `${nonsense(at)} ${nonsense(at + 1)}`, reads: `several ${ids.join(' ')}` }
      break
    }
    case 'clarify': {
      const front = given.bot.stack.at(-1)?.dialog
      const ids = place.house.desk.menu.flatMap(({ id, intents }) => (id === front ? [] : (intents[0] ?? [])))
      yield { text: nonsense(at), reads: `either ${ids.slice(0, 2).join(' ')}` }
      break
    }
    case 'refused':
    case 'unmatched':
      yield { text: nonsense(at) }
      break
  }
}

function readAsIts({ intents: [reads] }: Dialog, text: string): Words {
  return reads === undefined ? { text } : { text, reads }
}

/** The dialog itself; for the one that stands for all others, any that isn't under way. */
function dialogsMeant(dialog: Dialog, { house, world, given }: Place): Dialog[] {
  if (dialog !== world.other) return [dialog]
  const isFree = (one: Dialog) =>
    one !== world.dialog && !given.bot.stack.some((frame) => frame.dialog === one.id)
  return [...house.desk.dialogs.values()].filter((one) => !one.aside && isFree(one))
}

/** What people say who want what a dialog does: in the house's intents, or else its name. */
function* wordsToward(dialog: Dialog | undefined, { house, language, at }: Place): Generator<Words> {
  for (const reads of dialog?.intents ?? []) {
    const known = house.intents?.intents.find(({ id }) => id === reads)?.utterances[language] ?? []
    const some = known.slice(at % 5, (at % 5) + 3)
    for (const text of [...some, `${dialog?.title[language]} ${nonsense(at)}`]) yield { text, reads }
  }
}

/** A word that means nothing, another one each time. */
function nonsense(at: number): string {
  return `${'bcdfghjklm'[at % 10]}${'aeiou'[Math.floor(at / 10) % 5]}lopa`
}
