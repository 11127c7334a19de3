import type { Move } from '../../turn/dialog/read-message.ts'
import type { History } from '../../turn/history.ts'
import type { Outcome } from '../../turn/line.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import { languagesOf, readsBelow, surroundingsAt, WITH_PROOF } from './around.ts'
import { atTheLimit, isCounted, isUncounted, onceMore } from './bound.ts'
import { type Fault, faultsOf } from './claims.ts'
import { historiesOf } from './histories.ts'
import { meanwhileAt } from './meanwhile.ts'
import {
  type Around,
  answered,
  frameOf,
  idleBot,
  messages,
  moving,
  PLAIN,
  type Ran,
  type Spot,
  spotAfter,
  varied,
  withOneBelow,
} from './play.ts'
import { keyWith, positionOf, sampleFact } from './position.ts'
import { factsAtEdit, factsBefore, outcomesAt } from './surroundings.ts'
import { everyWay, lacksFacts } from './ways.ts'
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
  /** Facts that are still to be decided: the first turn that reads one is run with each thing that it can be. */
  undecided: readonly string[]
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

/** A turn that keeps the customer without being counted, or that comes to a step once more than it may. */
export interface Stay {
  kind: 'uncounted' | 'unbounded'
  node: Node
  ran: Ran
}

/** All that was found in one world. */
export interface Explored {
  world: World
  nodes: ReadonlyMap<string, Node>
  transitions: number
  found: readonly Found[]
  stays: readonly Stay[]
  /** Messages that a customer can write at most in a row without being helped on or handed over. */
  bound: number
}

/** More positions than these in one dialog are too many to look at. */
const MOST_POSITIONS = 20_000
/** An edition that no dialog has. */
const EARLIER = 'earlier'

/** Explores one dialog, breadth first, from every way that it can begin. */
export function search(world: World, turn: typeof runTurn): Explored {
  const search = new Search(world, turn)
  search.run()
  return search
}

class Search implements Explored {
  readonly world: World
  readonly nodes = new Map<string, Node>()
  readonly found: Found[] = []
  readonly stays: Stay[] = []
  transitions = 0
  bound = 0
  readonly #turn: typeof runTurn
  readonly #queue: Node[] = []
  /** What is explored once for each step, and has been. */
  readonly #once = new Set<string>()

  constructor(world: World, turn: typeof runTurn) {
    this.world = world
    this.#turn = turn
  }

  run(): void {
    const { world } = this
    const idle: Spot = { bot: idleBot(), facts: {} }
    const arounds = [...languagesOf(world), { ...PLAIN, below: 1 }, { ...PLAIN, ask: 'may-ask' as const }]
    for (const around of arounds) {
      for (const ran of messages(this.#turn, world, idle, around)) {
        this.#take(ran, undefined, { kind: 'message', move: ran.move, around }, false)
      }
    }
    for (const begin of beginnings(world, this.#turn)) this.#take(begin.ran, begin.node, begin.deed, false)
    for (const spot of edited(world)) this.#reach(spot, { node: undefined, deed: { kind: 'given', spot } })
    for (const node of this.#queue) this.#visit(node)
  }

  #reach(spot: Spot | undefined, from: Node['from']): void {
    const { world, nodes } = this
    const frame = spot?.bot.stack.find(({ dialog }) => dialog === world.dialog.id)
    if (!spot || !frame) return
    const position = positionOf(world, frame, spot.bot, spot.facts)
    const { holes, undecided } = position
    for (const hole of holes.length === 0 ? [undefined] : holes) {
      const key = keyWith(position, hole)
      if (nodes.has(key)) continue
      const depth = (from?.node?.depth ?? 0) + (from?.deed.kind === 'given' ? 0 : 1)
      const node: Node = { key, spot: this.#withOneHole(spot, holes, hole), hole, undecided, from, depth }
      nodes.set(key, node)
      this.#queue.push(node)
      if (nodes.size > MOST_POSITIONS)
        throw new RangeError(`${world.dialog.id} has more than ${MOST_POSITIONS} positions`)
    }
  }

  /** Facts that are missing together are missed one at a time: the first text that shows one ends the run. */
  #withOneHole(spot: Spot, holes: readonly string[], hole: string | undefined): Spot {
    const facts = { ...spot.facts }
    for (const name of holes) if (name !== hole) facts[name] = sampleFact(name, this.world.desk.facts)
    return { ...spot, facts }
  }

  /** Looks at every way that a turn can go, and where each leads. */
  #take(ran: Ran, node: Node | undefined, deed: Deed, mayLackFacts: boolean): void {
    const { world } = this
    const first = { ran, isGiven: false, lacksFacts: mayLackFacts }
    for (const way of everyWay(this.#turn, world, first, node?.undecided ?? [])) {
      const at = way.isGiven ? changed(node, way.ran) : node
      this.#look(way.ran, at, deed, way.lacksFacts)
      if (way.ran.given.bot.stack.length > 0 && readsBelow(way.ran)) {
        this.#look(withOneBelow(this.#turn, world, way.ran), at, onOneBelow(deed), way.lacksFacts)
      }
      // The matter was looked up among the earlier contacts: whatever might have been found there.
      if (way.ran.out.contacts === undefined) continue
      for (const history of historiesOf(way.ran)) {
        const again = varied(this.#turn, way.ran, { history })
        this.#look(again, at, toldOf(deed, history), way.lacksFacts)
      }
    }
  }

  /** One turn: what is wrong with it, and where it leads. */
  #look(ran: Ran, node: Node | undefined, deed: Deed, mayLackFacts: boolean): void {
    const { world } = this
    this.transitions += 1
    for (const fault of faultsOf(ran, { mayLackFacts })) this.found.push({ fault, node, deed })
    const after = spotAfter(world, ran)
    this.#reach(after, { node, deed })
    // A call that the turn was about to make is not made when its counts hand the customer over.
    if (after?.bot.call) this.#reach(withoutCall(after), { node, deed })
    this.#hearAfterwards(ran, node, deed)
    if (!node || node.hole !== undefined || !isCounted(world, node.spot)) return
    if (isUncounted(ran)) this.stays.push({ kind: 'uncounted', node, ran })
    // Which step is entered says all: it hands over before anything else is done there.
    const [entered] = ran.entered
    if (entered === undefined || !this.#isFirst(node, `enters ${entered} by ${ran.move?.kind}`)) return
    const more = onceMore(this.#turn, world, ran)
    if (!more) return
    this.transitions += 1
    if (more.entered.some((entry) => entry.startsWith(`${world.dialog.id}/`))) {
      this.stays.push({ kind: 'unbounded', node, ran: more })
    }
  }

  /** The matter is done, and something may be told of it: whatever the customer writes then. Once for each step. */
  #hearAfterwards({ given, out }: Ran, from: Node | undefined, deed: Deed): void {
    const { world } = this
    const { mayTell } = out.bot
    if (!mayTell || given.bot.mayTell) return
    const key = `afterwards ${mayTell.dialog}/${mayTell.step}`
    if (this.#once.has(key)) return
    this.#once.add(key)
    const facts = { ...given.facts }
    for (const { name, fact } of out.facts) {
      if (fact) facts[name] = fact
      else delete facts[name]
    }
    const spot: Spot = { bot: { ...idleBot(), mayTell }, facts }
    const node: Node = { key, spot, hole: undefined, undecided: [], from: { node: from, deed }, depth: 0 }
    for (const around of languagesOf(world)) {
      for (const ran of messages(this.#turn, world, spot, around)) {
        this.#take(ran, node, { kind: 'message', move: ran.move, around }, true)
      }
    }
  }

  #isFirst({ spot }: Node, what: string): boolean {
    const step = spot.bot.stack.map((frame) => `${frame.dialog}@${frame.edition}/${frame.step}`).join('>')
    const key = `${step} ${what}`
    if (this.#once.has(key)) return false
    this.#once.add(key)
    return true
  }

  #visit(node: Node): void {
    const { world } = this
    const { spot } = node
    const isEdited = spot.bot.stack.some(
      ({ dialog, edition }) => dialog === world.dialog.id && edition === EARLIER,
    )
    const mayLackFacts = node.hole !== undefined || isEdited
    if (spot.bot.call) this.#answerCall(node, mayLackFacts)
    else this.#hear(node, mayLackFacts)
  }

  #answerCall(node: Node, mayLackFacts: boolean): void {
    const { world } = this
    const { spot } = node
    for (const around of languagesOf(world)) {
      for (const outcome of outcomesAt(world, spot)) {
        const lacks = mayLackFacts || lacksFacts(world, spot, outcome)
        const ran = answered(this.#turn, world, spot, around, outcome)
        this.#take(ran, node, { kind: 'outcome', outcome, around }, lacks)
      }
    }
    // A later outcome of another call, and a message after the outcome has gone to a case: nothing else is looked at.
    if (!this.#isFirst(node, 'while a call is away')) return
    const late: Outcome = { kind: 'ok', ref: 'REF-late', data: {} }
    this.#take(answered(this.#turn, world, spot, PLAIN, late, 'another call'), node, { kind: 'given' }, true)
    for (const ran of messages(this.#turn, world, spot, PLAIN)) {
      this.#take(ran, node, { kind: 'message', move: ran.move, around: PLAIN }, mayLackFacts)
    }
  }

  #hear(node: Node, mayLackFacts: boolean): void {
    const { world } = this
    const { spot } = node
    for (const { around, matters, oncePerStep } of surroundingsAt(world, spot, node.hole)) {
      if (oncePerStep && !this.#isFirst(node, JSON.stringify(around))) continue
      for (const ran of messages(this.#turn, world, spot, around, matters)) {
        this.#take(ran, node, { kind: 'message', move: ran.move, around }, mayLackFacts)
      }
    }
    for (const other of meanwhileAt(world, node)) {
      this.#reach(other, { node, deed: { kind: 'given', spot: other } })
    }
    if (node.hole === undefined && isCounted(world, spot) && this.#isFirst(node, 'at the limit')) {
      this.#stayAtTheLimit(node)
    }
  }

  /** Each message adds one to the count (test/escape): what holds at both ends holds between them. */
  #stayAtTheLimit(node: Node): void {
    const { turnsWithoutProgress } = this.world.desk.limits
    for (const ran of atTheLimit(this.#turn, this.world, node.spot)) {
      this.transitions += 1
      this.bound = turnsWithoutProgress
      const isAway = ran.out.next.kind === 'call'
      if (isUncounted(ran) && !isAway) this.stays.push({ kind: 'uncounted', node, ran })
    }
  }
}

/** Every way that the dialog can begin: what is known, pressed or said, with the account and its proof or without. */
function* beginnings(
  world: World,
  turn: typeof runTurn,
): Generator<{ ran: Ran; node: Node | undefined; deed: Deed }> {
  const { dialog } = world
  const texts = [PLAIN.text, '445566', WITH_PROOF]
  for (const facts of factsBefore(world)) {
    for (const text of texts) {
      for (const { language } of languagesOf(world)) {
        // What is pressed has no words of the customer's in it.
        for (const pressed of text === PLAIN.text ? [false, true] : [false]) {
          const around: Around = { ...PLAIN, text, language }
          const move: Move = { kind: 'dialog', dialog, pressed }
          const spot: Spot = { bot: idleBot(), facts }
          yield {
            ran: moving(turn, world, spot, around, move),
            node: Object.keys(facts).length > 0 ? givenAt(spot) : undefined,
            deed: { kind: 'message', move, around },
          }
        }
      }
    }
  }
}

function withoutCall({ bot: { call: _, ...bot }, facts }: Spot): Spot {
  return { bot, facts }
}

/** Where nothing is under way, and something is known from elsewhere. */
function givenAt(spot: Spot): Node {
  const from: Node['from'] = { node: undefined, deed: { kind: 'given', spot } }
  return { key: '', spot, hole: undefined, undecided: [], from, depth: 0 }
}

/** A position as a turn found it, where something that was left open is decided. */
function changed(node: Node | undefined, { given }: Ran): Node | undefined {
  const spot: Spot = { bot: given.bot, facts: given.facts }
  return node && { ...node, spot, undecided: [], from: { node, deed: { kind: 'given', spot } } }
}

/** The same with other contacts before it. */
function toldOf(deed: Deed, history: History): Deed {
  return deed.kind === 'given' ? deed : { ...deed, around: { ...deed.around, history } }
}

/** The same with another dialog waiting below. */
function onOneBelow(deed: Deed): Deed {
  return deed.kind === 'given' ? deed : { ...deed, around: { ...deed.around, below: 1 } }
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
