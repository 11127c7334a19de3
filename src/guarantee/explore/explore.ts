import type { Bot } from '../../turn/bot.ts'
import type { Facts } from '../../turn/facts.ts'
import { runTurn } from '../../turn/run-turn.ts'
import type { CheckResult, House } from '../check.ts'
import { type DialogFound, exploreDialog } from './one-dialog.ts'
import { keyWith, positionOf } from './position.ts'
import { exploreInThreads } from './threads.ts'
import { type World, worldsOf } from './world.ts'

export interface Exploration {
  result: CheckResult
  /** Why a state of a conversation is none that was explored; undefined when it is one. */
  uncovered(bot: Bot, facts: Facts): string | undefined
}

/**
 * The exhaustive check of a house's dialogs over the real, pure turn. `turn` is handed in so that tests can break it.
 * `dialogs`: just these, by id; every one when empty.
 */
export function exploreHouse(
  house: House,
  { turn = runTurn, dialogs = [] }: { turn?: typeof runTurn; dialogs?: readonly string[] } = {},
): Exploration {
  const worlds = worldsOf(house.desk)
  const asked = worlds.filter(({ dialog }) => isAsked(dialogs, dialog.id))
  return explorationOf(
    worlds,
    asked.map((world) => exploreDialog(house, world, turn)),
  )
}

/** The same over the product's own turn, in several threads. What is found doesn't depend on their number. */
export async function exploreWithThreads(
  house: House,
  { threads, dialogs = [] }: { threads: number; dialogs?: readonly string[] },
): Promise<Exploration> {
  const worlds = worldsOf(house.desk)
  const ids = worlds.map(({ dialog }) => dialog.id).filter((id) => isAsked(dialogs, id))
  // A thread of its own takes longer to start than one dialog to explore.
  if (ids.length < 2) return exploreHouse(house, { dialogs: ids })
  const found = await exploreInThreads(house, ids, threads)
  return explorationOf(worlds, found)
}

function isAsked(dialogs: readonly string[], id: string): boolean {
  return dialogs.length === 0 || dialogs.includes(id)
}

function explorationOf(worlds: readonly World[], found: readonly DialogFound[]): Exploration {
  return { result: resultOf(found), uncovered: coverage(worlds, found) }
}

function resultOf(found: readonly DialogFound[]): CheckResult {
  const sum = (of: (one: DialogFound) => number) => found.reduce((total, one) => total + of(one), 0)
  return {
    name: 'exhaustive',
    claim: {
      es: 'Sin pedirlo siquiera, nadie se queda dando vueltas: en cada situación posible de cada diálogo el bot ayuda o pasa a una persona en pocos mensajes, no da por hecho lo que no sabe, no promete nada que nadie tenga a su cargo y no pregunta lo que ya sabe.',
      en: 'Without even asking, nobody is kept going in circles: in every possible situation of every dialog the bot helps or hands over within a few messages, tells nothing as done that it does not know, promises nothing that nobody has to do, and asks for nothing that it knows.',
    },
    figures: {
      states: sum(({ keys }) => keys.size),
      transitions: sum(({ transitions }) => transitions),
      bound: Math.max(0, ...found.map(({ bound }) => bound)),
    },
    dialogs: Object.fromEntries(
      found.map(({ dialog, keys, transitions, bound }) => [
        dialog,
        { states: keys.size, transitions, bound },
      ]),
    ),
    violations: found.flatMap(({ violations }) => violations),
  }
}

function coverage(worlds: readonly World[], found: readonly DialogFound[]): Exploration['uncovered'] {
  const placed = new Map(worlds.map((world) => [world.dialog.id, world]))
  const keysOf = new Map(found.map(({ dialog, keys }) => [dialog, keys]))
  return (bot, facts) => {
    for (const frame of bot.stack) {
      const world = placed.get(frame.dialog)
      const keys = keysOf.get(frame.dialog)
      if (!world || !keys) return `dialog ${frame.dialog} is under way, and was not explored`
      const position = positionOf(world, frame, bot, facts)
      const holes = position.holes.length === 0 ? [undefined] : position.holes
      const missing = holes.map((hole) => keyWith(position, hole)).find((key) => !keys.has(key))
      if (missing !== undefined) return `not explored: ${missing}`
    }
    return undefined
  }
}
