import type { runTurn } from '../../turn/run-turn.ts'
import { COUNTED, counted, messages, PLAIN, type Ran, type Spot, varied } from './play.ts'
import type { World } from './world.ts'

/**
 * How long a dialog can keep a customer without helping. Each turn is run with every step come to already and a count
 * of messages without progress: a message must raise it or end the run, and an outcome must not lower it. The count
 * hands over at its limit, so a run is no longer than that.
 */

/** A turn after which a customer is still in the dialog, and that is not counted: it could go on for ever. */
export function isUncounted({ given, out, move }: Ran): boolean {
  if (out.next.kind === 'escape') return false
  const before = given.bot.counters.turnsWithoutProgress
  // A dialog that has come to its end has helped. One that was dropped has not, while another waits behind it.
  const wasDropped = move?.kind === 'never-mind' || move?.kind === 'solved'
  const isDone = out.bot.stack.length === 0 ? out.bot.counters.reached.length === 0 : !wasDropped
  const ended = out.bot.stack.length < given.bot.stack.length && isDone
  const after = out.bot.counters.turnsWithoutProgress
  return !ended && (given.input.kind === 'message' ? after <= before : after < before)
}

/** Whether the count of a spot says anything: not where a stand-in is in front, or where an edit moves it on by itself. */
export function isCounted(world: World, { bot }: Spot): boolean {
  const front = bot.stack.at(-1)
  const { dialog } = world
  return (
    front?.dialog === dialog.id &&
    front.edition === dialog.edition &&
    bot.counters.turnsWithoutProgress === COUNTED
  )
}

/** Turns with one message without progress left: those that leave the customer there all the same. */
export function* atTheLimit(turn: typeof runTurn, world: World, spot: Spot): Generator<Ran> {
  const before = world.desk.limits.turnsWithoutProgress - 1
  yield* messages(turn, world, { ...spot, bot: { ...spot.bot, counters: counted(world, before) } }, PLAIN)
}

/** The same turn where every step was entered as often as it may be; undefined when it enters none. */
export function onceMore(turn: typeof runTurn, world: World, ran: Ran): Ran | undefined {
  const { dialog } = world
  const isNewRun = ran.out.bot.stack.length > ran.given.bot.stack.length
  if (isNewRun || !ran.entered.some((entry) => entry.startsWith(`${dialog.id}/`))) return undefined
  const { bot } = ran.given
  const { loops } = world.desk.limits
  const stack = bot.stack.map((frame) => {
    if (frame.dialog !== dialog.id) return frame
    // What has been passed stays in its order: corrections go by it.
    const names = new Set([...Object.keys(frame.visits), ...Object.keys(dialog.steps)])
    return { ...frame, visits: Object.fromEntries([...names].map((name) => [name, loops])) }
  })
  return varied(turn, ran, { bot: { ...bot, stack } })
}
