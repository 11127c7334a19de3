import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { movesAt, SAMPLE_ANSWERS } from '../../../src/guarantee/explore/moves.ts'
import { sampleFact } from '../../../src/guarantee/explore/position.ts'
import { loadHouse } from '../../../src/guarantee/house.ts'
import { readAs } from '../../../src/guarantee/replay-bot.ts'
import { type Bot, newBot } from '../../../src/turn/bot.ts'
import { type Dialog, isQuestion } from '../../../src/turn/dialog/dialog.ts'
import { HOUSE } from '../../../src/turn/dialog/house-texts.ts'
import { choicesOf, openQuestion } from '../../../src/turn/dialog/questions.ts'
import { type Move, readMessage } from '../../../src/turn/dialog/read-message.ts'
import { openDraft, type TurnDraft } from '../../../src/turn/dialog/turn-draft.ts'
import type { Fact } from '../../../src/turn/facts.ts'

const ROOT = join(import.meta.dirname, '../../..')
const { desk, intents } = await loadHouse(ROOT, join(ROOT, 'desk.yaml'))
const matters = [...desk.dialogs.values()].filter(({ aside }) => !aside)
const CORRECTION = 'correct-answer'
const CHIPS = matters.flatMap(({ chip }: Dialog) => (chip ? [chip.es, chip.en] : []))

/** Of all that people say, every so many are read at each state; another share at each. */
const SHARE = 31
/** The same for what the menu offers. */
const CHIPS_SHARE = 7

const UTTERANCES = (intents?.intents ?? []).flatMap(({ id, utterances, nearMisses }) =>
  [...utterances.es, ...utterances.en, ...nearMisses.es, ...nearMisses.en].map((text) => ({ text, id })),
)
const ODD = [
  '',
  ' ',
  '?',
  '???',
  '...',
  '👍',
  '0',
  '1',
  '2',
  '3',
  '9',
  '12',
  'el primero',
  'la última',
  'ninguno',
  'sí',
  'no',
  'ok',
  'no sé',
  'un momento',
  'me equivoqué',
  'no, la 778899',
  'perdón, es la segunda',
  'ya funciona',
  'olvídelo',
  '¿cuánto cuesta?',
  '<script>alert(1)</script>',
  'x'.repeat(2_000),
  '445566 778899',
  '445566 1234',
  '31/02/2027',
  'mañana',
  'الو',
]

/** What may be known at a state: everything, nothing, or every other fact. */
const KNOWN: readonly ((at: number) => boolean)[] = [() => true, () => false, (at) => at % 2 === 0]

/** The bot before anything, and at each question of each dialog, with what came before it passed. */
function* states(): Generator<{ bot: Bot; facts: Record<string, Fact> }> {
  for (const menu of [true, false]) yield { bot: { ...newBot(), menu, offered: menu }, facts: {} }
  for (const dialog of matters) {
    const questions = Object.entries(dialog.steps).filter(([, step]) => isQuestion(step))
    for (const [at, [step]] of questions.entries()) {
      const visits = Object.fromEntries(questions.slice(0, at + 1).map(([name]) => [name, 1]))
      const frame = { dialog: dialog.id, edition: dialog.edition, step, visits, words: '' }
      for (const isKnown of KNOWN) {
        const names = Object.keys(desk.facts).filter((_, i) => isKnown(i))
        const facts = Object.fromEntries(names.map((name) => [name, sampleFact(name, desk.facts)]))
        yield { bot: { ...newBot(), menu: false, offered: at % 2 === 0, stack: [frame] }, facts }
      }
    }
  }
}

function draftOf({ bot, facts }: { bot: Bot; facts: Record<string, Fact> }): TurnDraft {
  return openDraft({
    head: { id: 'c', channel: 'web', address: {}, customerId: 'k', language: 'es', startedAt: 0 },
    bot,
    facts,
    input: { kind: 'timer', id: 't', timerId: 't', name: 'nothing' },
    now: Date.UTC(2026, 10, 22, 15),
    seed: 'turn',
    desk,
  })
}

/** What tells moves apart where the exploration looks: one value of a kind stands for all, labels don't. */
function nameOf(draft: TurnDraft, move: Move): string {
  const isLabel = (fact: string) => desk.facts[fact]?.kind === 'label'
  switch (move.kind) {
    case 'answer':
      return `answer ${openQuestion(draft)?.kind === 'ask' ? 'a value' : move.value}`
    case 'correction':
      return `correction ${move.step} ${move.value === undefined || isLabel(move.fact) ? move.value : 'a value'}`
    case 'person':
      return `person ${move.why}`
    case 'aside':
      return `aside ${move.dialog.id}`
    case 'dialog':
      return `dialog ${move.dialog.id} ${move.pressed}`
    default:
      return move.kind
  }
}

test('whatever people write wherever the bot stands, what it is read as is a move that is explored', () => {
  const seen = new Set<Move['kind']>()
  let read = 0
  for (const [i, state] of [...states()].entries()) {
    const draft = draftOf(state)
    const question = openQuestion(draft)
    const explored = new Set(movesAt(draft, matters).map((move) => nameOf(draft, move)))
    const buttons = question ? choicesOf(draft, question).map(({ label }) => label) : []
    const chips = CHIPS.filter((_, at) => at % CHIPS_SHARE === i % CHIPS_SHARE)
    const said = UTTERANCES.filter((_, at) => at % SHARE === i % SHARE)
    const texts = [
      ...[...buttons, ...chips, ...SAMPLE_ANSWERS, ...ODD, HOUSE.none.es, HOUSE.unable.en].flatMap((text) =>
        ['nothing', CORRECTION].map((id) => ({ text, id })),
      ),
      ...said,
      ...said.map(({ text }) => ({ text, id: 'nothing' })),
      ...buttons.map((label) => ({ text: `no, ${label}`, id: CORRECTION })),
      { text: 'una cosa y otra', id: 'several cancel-service move-visit' },
    ]
    for (const { text, id } of texts) {
      const move = readMessage(draft, text, readAs(id))
      read += 1
      seen.add(move.kind)
      if (!explored.has(nameOf(draft, move))) {
        const at = state.bot.stack.map(({ dialog, step }) => `${dialog}/${step}`).join()
        expect({ at, text, id, move: nameOf(draft, move) }).toBe('explored')
      }
    }
  }
  expect(read).toBeGreaterThan(15_000)
  // Texts that were all read the same way would show nothing.
  expect(seen.size).toBeGreaterThan(13)
})
