import { newCounters } from '../../escape/router.ts'
import type { Language } from '../../language.ts'
import { type Bot, type Frame, newBot } from '../../turn/bot.ts'
import { type Move, readMessage } from '../../turn/dialog/read-message.ts'
import type { TurnDraft } from '../../turn/dialog/turn-draft.ts'
import type { Fact } from '../../turn/facts.ts'
import type { History } from '../../turn/history.ts'
import type { Outcome } from '../../turn/line.ts'
import { RESUME_WITHIN_MS, type runTurn } from '../../turn/run-turn.ts'
import type { TurnIn, TurnOut } from '../../turn/turn.ts'
import { standsFor } from './fact-use.ts'
import { movesAt } from './moves.ts'
import { passedQuestions } from './position.ts'
import { isBelow, type World } from './world.ts'

/** A concrete state that stands for every state of its position. */
export interface Spot {
  bot: Bot
  facts: Readonly<Record<string, Fact>>
}

/** What the surroundings of a turn are, beyond the position. */
export interface Around {
  /** How many dialogs wait below. */
  below: number
  language: Language
  ask: 'may-ask' | 'no'
  text: string
  /** What the customer came about before; nothing when left out. */
  history?: History
  /** What else the message is or comes after. */
  also?: 'attachment' | 'silence' | 'turns-language'
}

const NO_HISTORY: History = { contacts: [], promised: [] }
/** Words that mean nothing and are in no language. */
const NO_WORDS = 'xq zq'
export const PLAIN: Around = { below: 0, language: 'es', ask: 'no', text: NO_WORDS }

/** A turn as it was run. */
export interface Ran {
  given: TurnIn
  out: TurnOut
  /** Steps that the turn came through, of any dialog: `dialog/step`. */
  entered: readonly string[]
  /** What the customer did; undefined when the message wasn't read. */
  move: Move | undefined
}

export const NOW = Date.UTC(2026, 10, 22, 15)

/** One turn of the real bot at a spot. */
function play(
  turn: typeof runTurn,
  world: World,
  spot: Spot,
  input: TurnIn['input'],
  around: Around,
  read?: typeof readMessage,
): Ran {
  const turnsLanguage = around.also === 'turns-language'
  const given: TurnIn = {
    ...turnAt(world, spot, around),
    input,
    ...(turnsLanguage
      ? { reading: { intent: undefined, candidates: [], entities: [], language: 'en', by: 'guarantee' } }
      : {}),
    now: NOW + (around.also === 'silence' ? RESUME_WITHIN_MS + 1 : 0),
  }
  const entered: string[] = []
  let move: Move | undefined
  const out = turn(given, {
    read(draft, text, reading) {
      move = (read ?? readMessage)(draft, text, reading)
      return move
    },
    entered: (dialog, step) => entered.push(`${dialog.id}/${step}`),
  })
  return { given, out, entered, move }
}

/** A turn at a spot, before anything happens there. */
export function turnAt(world: World, spot: Spot, around: Around = PLAIN): TurnIn {
  return {
    head: {
      id: 'c',
      channel: 'web',
      address: {},
      customerId: 'customer',
      language: around.language,
      startedAt: 0,
    },
    bot: { ...spot.bot, stack: [...framesBelow(world, around.below), ...spot.bot.stack] },
    facts: spot.facts,
    input: { kind: 'timer', id: 't', timerId: 't', name: 'nothing' },
    now: NOW,
    seed: 'turn',
    desk: world.desk,
    history: around.history ?? NO_HISTORY,
  }
}

/**
 * Every turn that a message can lead to at a spot: one for each move there is where the message is read, or just for
 * some of them. A message that isn't read leads to one turn.
 */
export function* messages(
  turn: typeof runTurn,
  world: World,
  spot: Spot,
  around: Around,
  matters: (move: Move, draft: TurnDraft) => boolean = () => true,
): Generator<Ran> {
  const input: TurnIn['input'] = {
    kind: 'message',
    id: 'm',
    text: around.also === 'turns-language' ? 'please do this now' : around.text,
    attachments: around.also === 'attachment' ? [{ contentType: 'image/png' }] : [],
    ask: around.ask,
  }
  let moves: readonly Move[] = []
  const first = play(turn, world, spot, input, around, (draft) => {
    moves = distinct(world, movesAt(draft, [world.dialog, world.other])).filter((one) => matters(one, draft))
    return moves[0] ?? NONE
  })
  // A message that isn't read is one turn; one whose moves don't matter here is none.
  if (first.move !== NONE) yield first
  for (const move of moves.slice(1)) yield play(turn, world, spot, input, around, () => move)
}

const NONE: Move = { kind: 'never-mind' }

/** Of the answers that the dialog can't tell apart one. */
function distinct(world: World, moves: readonly Move[]): Move[] {
  const seen = new Set<string>()
  return moves.filter((move) => {
    if (move.kind !== 'correction' || move.value === undefined) return true
    const step = world.dialog.steps[move.step]
    if (step?.kind !== 'choose') return true
    const key = `${move.step} ${standsFor(world.use, move.fact, move.value)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The turn of one given move. */
export function moving(turn: typeof runTurn, world: World, spot: Spot, around: Around, move: Move): Ran {
  const input = { kind: 'message', id: 'm', text: around.text, attachments: [], ask: around.ask } as const
  return play(turn, world, spot, input, around, () => move)
}

/** The turn over what a call came to: the pending one, unless another id is given. */
export function answered(
  turn: typeof runTurn,
  world: World,
  spot: Spot,
  around: Around,
  outcome: Outcome,
  callId = spot.bot.call?.id ?? '',
): Ran {
  const verb = spot.bot.call?.verb ?? ''
  return play(turn, world, spot, { kind: 'outcome', id: 'o', callId, verb, outcome }, around)
}

/** The same turn where something was otherwise before it. */
export function varied(
  turn: typeof runTurn,
  ran: Ran,
  before: Partial<Pick<TurnIn, 'facts' | 'bot' | 'history'>>,
): Ran {
  const { move } = ran
  const entered: string[] = []
  const given = { ...ran.given, ...before }
  const out = turn(given, {
    ...(move ? { read: () => move } : {}),
    entered: (dialog, step) => entered.push(`${dialog.id}/${step}`),
  })
  return { ...ran, given, out, entered }
}

/** The same turn with another dialog waiting below. */
export function withOneBelow(turn: typeof runTurn, world: World, ran: Ran): Ran {
  const { bot } = ran.given
  return varied(turn, ran, { bot: { ...bot, stack: [...framesBelow(world, 1), ...bot.stack] } })
}

/** The spot after a turn, for the dialog that is explored; undefined when its dialog is no longer under way. */
export function spotAfter(world: World, { given, out }: Pick<Ran, 'given' | 'out'>): Spot | undefined {
  const facts: Record<string, Fact> = { ...given.facts }
  for (const { name, fact } of out.facts) {
    if (fact) facts[name] = fact
    else delete facts[name]
  }
  return spotOf(world, out.bot, facts)
}

/** How many messages without progress there were before any turn that is explored: one that isn't counted shows. */
export const COUNTED = 1

/** Every step come to already, and so many messages since without progress: the customer is as far as they can come. */
export function counted({ dialog, other }: World, before: number): Bot['counters'] {
  const reached = [dialog, other].flatMap(({ id, steps }) =>
    Object.keys(steps).map((step) => `${id}/${step}`),
  )
  return { ...newCounters(), reached, turnsWithoutProgress: before }
}

/** A state without what positions leave out: words, times, changes carried out, and the dialogs that wait below. */
export function spotOf(world: World, bot: Bot, facts: Readonly<Record<string, Fact>>): Spot | undefined {
  const at = bot.stack.findIndex(({ dialog }) => dialog === world.dialog.id)
  if (at < 0) return undefined
  const stack = bot.stack
    .slice(at)
    .filter(({ dialog }) => !isBelow(dialog))
    .map((frame) => ({ ...frame, visits: visitsOf(world, frame), words: '' }))
  return {
    bot: {
      ...newBot(),
      lastAt: NOW - 60_000,
      menu: false,
      stack,
      ...(bot.call ? { call: bot.call } : {}),
      counters: counted(world, COUNTED),
    },
    facts,
  }
}

function visitsOf(world: World, frame: Frame): Frame['visits'] {
  const passed = frame.dialog === world.dialog.id ? passedQuestions(world.dialog, frame) : []
  return Object.fromEntries(passed.map((name) => [name, 0]))
}

function framesBelow(world: World, count: number): Frame[] {
  return world.below
    .slice(0, count)
    .map(({ id, edition, start }) => ({ dialog: id, edition, step: start, visits: {}, words: '' }))
}

/** A frame of a dialog at its beginning. */
export function frameOf(world: World, edition = world.dialog.edition): Frame {
  return { dialog: world.dialog.id, edition, step: world.dialog.start, visits: {}, words: '' }
}

/** A bot with nothing under way. */
export function idleBot(): Bot {
  return { ...newBot(), lastAt: NOW - 60_000, menu: false }
}
