import { VERBS, type VerbSpec } from '../../business/business.ts'
import type { LANGUAGES } from '../../language.ts'
import type { Move } from '../../turn/dialog/read-message.ts'
import type { History } from '../../turn/history.ts'
import type { Outcome } from '../../turn/line.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import { type Fault, faultsOf } from './claims.ts'
import { historiesOf } from './histories.ts'
import {
  type Around,
  again,
  answered,
  frameOf,
  idleBot,
  messages,
  moving,
  PLAIN,
  type Ran,
  type Spot,
  spotAfter,
} from './play.ts'
import { keyWith, positionOf, sampleFact } from './position.ts'
import { carriedOutBefore, factsAtEdit, factsBefore, meanwhile, outcomesAt } from './surroundings.ts'
import type { World } from './world.ts'

/** What happened between two positions. */
export type Deed =
  | { kind: 'message'; move: Move | undefined; around: Around }
  | { kind: 'outcome'; outcome: Outcome; around: Around }
  /** From elsewhere: facts known, what other dialogs did meanwhile, an edit. `spot`: how things are then. */
  | { kind: 'given'; spot?: Spot }

/** A position that was reached, with the shortest way to it. */
export interface Node {
  key: string
  spot: Spot
  /** It lacks a fact that the company left out. */
  hole: string | undefined
  from: { node: Node | undefined; deed: Deed } | undefined
  /** Messages and outcomes on the way. */
  depth: number
}

/** A turn that breaks the promise, and the way to it. */
export interface Found {
  fault: Fault
  node: Node | undefined
  deed: Deed
}

/** All that was found in one world. */
export interface Explored {
  world: World
  nodes: ReadonlyMap<string, Node>
  transitions: number
  found: readonly Found[]
}

/** More positions than these in one dialog are too many to look at. */
const MOST_POSITIONS = 20_000
/** Words that tell an account and prove whose it is, beside whatever else they do. */
const WITH_PROOF = '445566 1234'
/** An edition that no dialog has. */
const EARLIER = 'earlier'
const OTHER_LANGUAGE: (typeof LANGUAGES)[number] = 'en'

/** Explores one dialog, breadth first, from every way that it can begin. */
export function search(world: World, turn: typeof runTurn): Explored {
  const nodes = new Map<string, Node>()
  const queue: Node[] = []
  const found: Found[] = []
  let transitions = 0

  function reach(spot: Spot | undefined, from: Node['from']): void {
    if (!spot) return
    const frame = spot.bot.stack.find(({ dialog }) => dialog === world.dialog.id)
    if (!frame) return
    const position = positionOf(world, frame, spot.bot, spot.facts)
    const holes = position.holes.length === 0 ? [undefined] : position.holes
    for (const hole of holes) {
      const key = keyWith(position, hole)
      if (nodes.has(key)) continue
      const depth = (from?.node?.depth ?? 0) + (from?.deed.kind === 'given' ? 0 : 1)
      const node: Node = { key, spot: withOneHole(spot, position.holes, hole), hole, from, depth }
      nodes.set(key, node)
      queue.push(node)
      if (nodes.size > MOST_POSITIONS)
        throw new RangeError(`${world.dialog.id} has more than ${MOST_POSITIONS} positions`)
    }
  }

  /** Facts that are missing together are missed one at a time: the first text that shows one ends the run. */
  function withOneHole(spot: Spot, holes: readonly string[], hole: string | undefined): Spot {
    const facts = { ...spot.facts }
    for (const name of holes) if (name !== hole) facts[name] = sampleFact(name, world.desk.facts)
    return { ...spot, facts }
  }

  function take(ran: Ran, node: Node | undefined, deed: Deed, mayLackFacts: boolean): void {
    transitions += 1
    for (const fault of faultsOf(ran, { mayLackFacts })) found.push({ fault, node, deed })
    reach(spotAfter(world, ran), { node, deed })
    // The matter was looked up among the earlier contacts: whatever might have been found there.
    if (ran.out.contacts === undefined || ran.given.history?.contacts.length !== 0) return
    for (const history of historiesOf(ran)) {
      take(again(turn, ran, history), node, toldOf(deed, history), mayLackFacts)
    }
  }

  function visit(node: Node): void {
    const { spot } = node
    const isEdited = spot.bot.stack.some(
      ({ dialog, edition }) => dialog === world.dialog.id && edition === EARLIER,
    )
    const mayLackFacts = node.hole !== undefined || isEdited
    if (spot.bot.call) {
      for (const around of bases()) {
        for (const outcome of outcomesAt(world, spot)) {
          const lacks = mayLackFacts || lacksFacts(world, spot, outcome)
          take(
            answered(turn, world, spot, around, outcome),
            node,
            { kind: 'outcome', outcome, around },
            lacks,
          )
        }
      }
      // A later outcome of another call, and a message after the outcome has gone to a case.
      const late: Outcome = { kind: 'ok', ref: 'REF-late', data: {} }
      take(answered(turn, world, spot, PLAIN, late, 'another call'), node, { kind: 'given' }, true)
      for (const ran of messages(turn, world, spot, PLAIN)) {
        take(ran, node, { kind: 'message', move: ran.move, around: PLAIN }, mayLackFacts)
      }
      return
    }
    for (const around of aroundMessages(world, node)) {
      for (const ran of messages(turn, world, spot, around, movesThatMatter(around, spot))) {
        take(ran, node, { kind: 'message', move: ran.move, around }, mayLackFacts)
      }
    }
    for (const changed of elsewhere(world, spot))
      reach(changed, { node, deed: { kind: 'given', spot: changed } })
  }

  const idle: Spot = { bot: idleBot(), facts: {} }
  for (const around of [...bases(), { ...PLAIN, ask: 'may-ask' as const }]) {
    for (const ran of messages(turn, world, idle, around)) {
      take(ran, undefined, { kind: 'message', move: ran.move, around }, false)
    }
  }
  for (const begin of beginnings(world, turn)) take(begin.ran, begin.node, begin.deed, false)
  for (const spot of edited(world)) reach(spot, { node: undefined, deed: { kind: 'given', spot } })
  for (const node of queue) visit(node)
  return { world, nodes, transitions, found }
}

/** Every way that the dialog can begin: what is known, what was changed before, what waits below, pressed or said. */
function* beginnings(
  world: World,
  turn: typeof runTurn,
): Generator<{ ran: Ran; node: Node | undefined; deed: Deed }> {
  const { dialog } = world
  for (const carriedOut of carriedOutBefore(world)) {
    for (const facts of factsBefore(world)) {
      for (const around of [...bases(), { ...PLAIN, text: '445566' }, { ...PLAIN, text: WITH_PROOF }]) {
        for (const pressed of [false, true]) {
          const spot: Spot = { bot: idleBot(carriedOut), facts }
          const move: Move = { kind: 'dialog', dialog, pressed }
          const known = Object.keys(facts).length > 0 || carriedOut.length > 0
          yield {
            ran: moving(turn, world, spot, around, move),
            node: known ? givenAt(spot) : undefined,
            deed: { kind: 'message', move, around },
          }
        }
      }
    }
  }
}

/** Where nothing is under way, and something is known from elsewhere. */
function givenAt(spot: Spot): Node {
  return {
    key: '',
    spot,
    hole: undefined,
    from: { node: undefined, deed: { kind: 'given', spot } },
    depth: 0,
  }
}

/** The same with other contacts before it. */
function toldOf(deed: Deed, history: History): Deed {
  return deed.kind === 'given' ? deed : { ...deed, around: { ...deed.around, history } }
}

/** Spots of an earlier edition of the dialog: its steps are gone, the facts are there, a call may be away. */
function* edited(world: World): Generator<Spot> {
  const { dialog } = world
  for (const facts of factsAtEdit(world)) {
    yield { bot: { ...idleBot(), stack: [frameOf(world, EARLIER)] }, facts }
  }
  for (const [name, step] of Object.entries(dialog.steps)) {
    if (step.kind !== 'call') continue
    const call = { id: 'turn-call-1', verb: step.verb, args: {}, dialog: dialog.id, step: name }
    yield { bot: { ...idleBot(), stack: [{ ...frameOf(world, EARLIER), step: name }], call }, facts: {} }
  }
}

/** Where it matters what waits below: when the dialog ends or is let go, and when one more is begun. */
function bases(): Around[] {
  return [PLAIN, { ...PLAIN, below: 1 }, { ...PLAIN, language: OTHER_LANGUAGE }]
}

function aroundMessages(world: World, { spot, hole }: Node): Around[] {
  if (spot.bot.stack.length > 1) return [PLAIN]
  // A missing fact is waited for to be shown, in either language; nothing else comes of it.
  if (hole !== undefined) return [PLAIN, { ...PLAIN, language: OTHER_LANGUAGE }]
  return [
    ...bases(),
    { ...PLAIN, below: world.below.length },
    { ...PLAIN, ask: 'may-ask' },
    { ...PLAIN, text: WITH_PROOF },
    { ...PLAIN, also: 'attachment' },
    { ...PLAIN, also: 'silence' },
    { ...PLAIN, also: 'turns-language' },
  ]
}

/** Moves for which the surroundings can make a difference; undefined: all. */
function movesThatMatter(
  { below, also, text }: Around,
  { bot }: Spot,
): ((move: Move, i: number) => boolean) | undefined {
  // While another dialog is in front, what concerns this one is that it comes back.
  if (bot.stack.length > 1) return (move) => ['answer', 'never-mind', 'dialog'].includes(move.kind)
  // How deep the stack is matters only to one more dialog.
  if (below > 1) return (move) => move.kind === 'dialog'
  // What comes before the message is read is the same for every move.
  if (also !== undefined) return (_, i) => i === 0
  if (text !== PLAIN.text) return (move) => move.kind === 'answer' || move.kind === 'correction'
  return undefined
}

/** What may change at a spot while nobody writes here: other dialogs at work, or a change that was another after all. */
function elsewhere(world: World, spot: Spot): Spot[] {
  const front = spot.bot.stack.at(-1)
  const frame = spot.bot.stack.find(({ dialog }) => dialog === world.dialog.id)
  if (!frame) return []
  if (front !== frame) return meanwhile(world, spot, frame)
  // What was carried out may have been the same change with something else after all.
  return spot.bot.carriedOut.length === 0 ? [] : [{ ...spot, bot: { ...spot.bot, carriedOut: [] } }]
}

/** Whether an answer lacks something that the verb always gives: then the company broke its word, not the dialog. */
function lacksFacts(world: World, spot: Spot, outcome: Outcome): boolean {
  const step = world.dialog.steps[spot.bot.call?.step ?? '']
  if (outcome.kind !== 'ok' || step?.kind !== 'call') return false
  const live = world.use.live.get(step.ok)
  const { sometimes = [] }: VerbSpec = VERBS[step.verb]
  return (step.learns as readonly string[]).some((name) => {
    if (!live?.has(name)) return false
    const value = outcome.data[name]
    const spec = world.vocabulary[name]
    const isUnlisted =
      value !== undefined && spec?.kind === 'label' && !Object.hasOwn(spec.labels, String(value))
    return isUnlisted || (value === undefined && !sometimes.includes(name))
  })
}
