import type { Bot } from '../../turn/bot.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import { answered, messages, PLAIN, type Ran, type Spot, spotAfter } from './play.ts'
import type { Explored, Node } from './search.ts'
import { outcomesAt } from './surroundings.ts'
import type { World } from './world.ts'

/** A message that brings a matter no step further and is not counted: it could be written for ever. */
export interface Uncounted {
  node: Node
  ran: Ran
  /** How many such messages there were before it. */
  before: number
}

export interface Bound {
  /** Messages that a customer can write at most in a row without being helped on or handed over. */
  messages: number
  transitions: number
  uncounted: readonly Uncounted[]
  /** A turn that comes to a step for more than the limit of times. */
  unbounded: readonly { node: Node; ran: Ran }[]
}

/**
 * How long a dialog can keep a customer without helping. From each of its positions, with every step come to already
 * and all other counters at zero (which can only make a run longer), each message must be counted or end the run;
 * what is counted reaches its limit. So a run is at most as long as the count goes up to.
 */
export function boundOf({ world, nodes }: Explored, turn: typeof runTurn): Bound {
  const { turnsWithoutProgress: limit, loops } = world.desk.limits
  const uncounted: Uncounted[] = []
  const unbounded: { node: Node; ran: Ran }[] = []
  let longest = 0
  let transitions = 0
  for (const node of nodes.values()) {
    const isWaiting = node.spot.bot.stack.at(-1)?.dialog !== world.dialog.id
    if (node.hole !== undefined || isWaiting || isEdited(node, world) || node.spot.bot.call) continue
    // Each message adds one to the count (test/escape): what holds at both ends holds between them.
    for (const before of new Set([0, limit - 1])) {
      for (const ran of messages(turn, world, countedAt(world, node.spot, before), PLAIN)) {
        transitions += 1
        const ends = restOf(turn, world, ran)
        transitions += ends.length - 1
        const counts = ends.flatMap((end) => stillCounting(end) ?? [])
        if (counts.some((count) => count <= before)) uncounted.push({ node, ran, before })
        longest = Math.max(longest, ...counts.map((count) => count + 1), before + 1)
      }
    }
    for (const ran of messages(turn, world, visitedAt(world, node.spot, loops), PLAIN)) {
      transitions += 1
      if (ran.entered.some((entry) => entry.startsWith(`${world.dialog.id}/`) && !isNewRun(ran))) {
        unbounded.push({ node, ran })
      }
    }
  }
  return { messages: Math.min(longest, limit), transitions, uncounted, unbounded }
}

/** An edit moves a dialog on by itself, once: what the customer writes then is read at another position. */
function isEdited({ spot }: Node, { dialog }: World): boolean {
  return spot.bot.stack.some((frame) => frame.dialog === dialog.id && frame.edition !== dialog.edition)
}

/** The turns that follow when the company answers at once, until somebody waits for the customer. */
function restOf(turn: typeof runTurn, world: World, ran: Ran, depth = 0): Ran[] {
  if (ran.out.next.kind !== 'call' || depth > MOST_CALLS) return [ran]
  const facts = spotAfter(world, ran)?.facts
  if (!facts) return [ran]
  const spot: Spot = { bot: ran.out.bot, facts }
  return outcomesAt(world, spot).flatMap((outcome) =>
    outcome.kind === 'failed' || outcome.kind === 'unknown'
      ? []
      : restOf(turn, world, answered(turn, world, spot, PLAIN, outcome), depth + 1),
  )
}

/** Calls in a row that are followed; visits end longer ones. */
const MOST_CALLS = 4

/** The count of messages without progress after a turn that neither helped nor handed over. */
function stillCounting({ given, out }: Ran): number | undefined {
  if (out.next.kind === 'escape' || out.next.kind === 'call') return undefined
  // A dialog that has come to its end has helped: its matter is done, and counters start again.
  const ended =
    given.bot.stack.length > 0 && out.bot.stack.length === 0 && out.bot.counters.reached.length === 0
  return ended ? undefined : out.bot.counters.turnsWithoutProgress
}

function countedAt(world: World, spot: Spot, before: number): Spot {
  const reached = [world.dialog, world.other].flatMap(({ id, steps }) =>
    Object.keys(steps).map((step) => `${id}/${step}`),
  )
  const { counters } = spot.bot
  return withCounters(spot, { ...counters, reached, turnsWithoutProgress: before })
}

function visitedAt(world: World, spot: Spot, times: number): Spot {
  const visits = Object.fromEntries(Object.keys(world.dialog.steps).map((step) => [step, times]))
  const stack = spot.bot.stack.map((frame) =>
    frame.dialog === world.dialog.id ? { ...frame, visits } : frame,
  )
  return { ...spot, bot: { ...spot.bot, stack } }
}

function isNewRun({ given, out }: Ran): boolean {
  return out.bot.stack.length > given.bot.stack.length
}

function withCounters(spot: Spot, counters: Bot['counters']): Spot {
  return { ...spot, bot: { ...spot.bot, counters } }
}
