import type { runTurn } from '../../turn/run-turn.ts'
import type { House } from '../check.ts'
import { type Fault, faultsOf } from './claims.ts'
import { type Conversation, repeated, transcriptOf, type Way, wayTo } from './counterexample.ts'
import { answered, messages, PLAIN, type Spot, spotAfter } from './play.ts'
import { positionOf } from './position.ts'
import type { Deed, Found, Node, Stay } from './search.ts'
import { outcomesAt } from './surroundings.ts'
import type { World } from './world.ts'

/** A fault with a way to it, and how to see it in the conversation that this way is. */
export interface Suspect {
  fault: Fault
  /** How much there is to read on the way, to look at the shortest first. */
  cost: number
  /** Undefined for a fault that no one way shows. Asked for when it is looked at, as some take a search. */
  way(): Way | undefined
  shows(conversation: Conversation): boolean
}

/** A turn that breaks the promise: its conversation ends with a turn that breaks the same rule. */
export function suspectOf({ fault, node, deed }: Found): Suspect {
  return {
    fault,
    cost: costOf(wayTo(node, deed)),
    way: () => wayTo(node, deed),
    shows(conversation) {
      const last = conversation.at(-1)
      const found = last ? faultsOf(last, { mayLackFacts: false }) : []
      return found.some(({ rule, step }) => rule === fault.rule && step === fault.step)
    },
  }
}

/** A turn that keeps the customer: its conversation goes on so for longer than it may. */
export function suspectOfStay(world: World, turn: typeof runTurn, { kind, node, ran }: Stay): Suspect {
  const dialog = world.dialog.id
  const { turnsWithoutProgress, loops } = world.desk.limits
  if (kind === 'uncounted') {
    const step = node.spot.bot.stack[0]?.step ?? ''
    const deed = { kind: 'message', move: ran.move, around: PLAIN } as const
    return {
      fault: {
        rule: 'unbounded-stay',
        dialog,
        step,
        what: 'a message that brings the customer no step further is not counted: it can be written for ever without a person taking over',
        fix: 'count every message that enters no new step as one without progress',
      },
      cost: costOf(wayTo(node)),
      way: () => repeated(wayTo(node, deed), turnsWithoutProgress + 1),
      shows: (conversation) => staysAsItIs(conversation, step, turnsWithoutProgress),
    }
  }
  return {
    fault: {
      rule: 'unbounded-loop',
      dialog,
      step: ran.entered[0]?.split('/')[1] ?? '',
      what: `a step that was entered ${loops} times is entered once more`,
      fix: `hand over when a step would be entered more than ${loops} times`,
    },
    cost: costOf(wayTo(node)),
    way: () => roundAndRound(world, turn, node, loops),
    shows: (conversation) => isEnteredOften(conversation, loops),
  }
}

/** So many messages at the end have brought nobody to a new step, and nobody has taken over. */
function staysAsItIs(conversation: Conversation, step: string, limit: number): boolean {
  const steps = new Set(conversation.slice(-limit - 1).map(({ out }) => out.bot.counters.reached.join()))
  const last = conversation.at(-1)?.out
  return steps.size === 1 && last?.next.kind === 'wait' && last.bot.stack.at(-1)?.step === step
}

function isEnteredOften(conversation: Conversation, limit: number): boolean {
  const last = conversation.at(-1)?.out
  if (!last || last.next.kind === 'escape') return false
  return last.bot.stack.some(({ visits }) => Object.values(visits).some((times) => times > limit))
}

/** Deeds that may lead back to where they began, at most. */
const LONGEST_ROUND = 5

/** The way to a position, and from there back to it so many times; undefined when none leads back. */
function roundAndRound(world: World, turn: typeof runTurn, node: Node, times: number): Way | undefined {
  const round = wayBack(world, turn, node)
  return round && [...wayTo(node), ...Array.from({ length: times }, () => round).flat()]
}

/** The shortest way from a position back to it: what is answered, and what the company says to it. */
function wayBack(world: World, turn: typeof runTurn, node: Node): Way | undefined {
  const keyOf = (spot: Spot) => {
    const frame = spot.bot.stack.at(-1)
    return frame && positionOf(world, frame, spot.bot, spot.facts).key
  }
  const goal = keyOf(node.spot)
  const seen = new Set<string>()
  let front: { spot: Spot; way: Way }[] = [{ spot: node.spot, way: [] }]
  for (let length = 1; length <= LONGEST_ROUND; length += 1) {
    const next: typeof front = []
    for (const { spot, way } of front) {
      for (const { deed, after } of stepsOn(world, turn, spot)) {
        const key = after && keyOf(after)
        if (!after || key === undefined) continue
        if (key === goal) return [...way, deed]
        if (seen.has(key)) continue
        seen.add(key)
        next.push({ spot: after, way: [...way, deed] })
      }
    }
    front = next
  }
  return undefined
}

function* stepsOn(
  world: World,
  turn: typeof runTurn,
  spot: Spot,
): Generator<{ deed: Deed; after: Spot | undefined }> {
  if (spot.bot.call) {
    for (const outcome of outcomesAt(world, spot)) {
      const ran = answered(turn, world, spot, PLAIN, outcome)
      yield { deed: { kind: 'outcome', outcome, around: PLAIN }, after: spotAfter(world, ran) }
    }
    return
  }
  for (const ran of messages(turn, world, spot, PLAIN, ({ kind }) => kind === 'answer')) {
    if (ran.out.next.kind === 'escape') continue
    yield { deed: { kind: 'message', move: ran.move, around: PLAIN }, after: spotAfter(world, ran) }
  }
}

/** Ways to the same fault that are tried before it is told without a conversation. */
const MOST_TRIED = 30

/** The faults of each rule and place, with every way to them. */
export function ofEachPlace(suspects: readonly Suspect[]): { fault: Fault; among: Suspect[] }[] {
  const places = new Map<string, { fault: Fault; among: Suspect[] }>()
  for (const suspect of suspects) {
    const { rule, dialog, step } = suspect.fault
    const name = JSON.stringify([rule, dialog, step])
    const place = places.get(name) ?? { fault: suspect.fault, among: [] }
    place.among.push(suspect)
    places.set(name, place)
  }
  return [...places.values()]
}

/** The shortest conversation that shows one of these, without anything from elsewhere if there is one. */
export function shortestShown(
  at: { house: House; world: World; turn: typeof runTurn },
  among: readonly Suspect[],
): string | undefined {
  for (const { way, shows } of among.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_TRIED)) {
    const one = way()
    const transcript = one && transcriptOf(at, one, shows)
    if (transcript !== undefined) return transcript
  }
  return undefined
}

/** What a reader has to take in; what comes from elsewhere or goes on below is taken only when nothing else shows it. */
function costOf(way: Way): number {
  return way.reduce((sum, deed) => {
    if (deed.kind === 'given') return sum + 100
    const { below, language, also, history } = deed.around
    return sum + 1 + 20 * below + (language === 'es' ? 0 : 20) + (also ? 10 : 0) + (history ? 100 : 0)
  }, 0)
}
