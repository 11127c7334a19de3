import type { Bot } from '../../turn/bot.ts'
import type { Facts } from '../../turn/facts.ts'
import { runTurn } from '../../turn/run-turn.ts'
import type { CheckResult, House, Violation } from '../check.ts'
import { keyWith, positionOf } from './position.ts'
import { type Explored, search } from './search.ts'
import { type World, worldsOf } from './world.ts'

export interface Exploration {
  result: CheckResult
  /** Why a state of a conversation is none that was explored; undefined when it is one. */
  uncovered(bot: Bot, facts: Facts): string | undefined
}

/**
 * The exhaustive check of a house's dialogs over the real, pure turn. `turn` is handed in so that tests can break it.
 */
export function exploreHouse(house: House, options: { turn?: typeof runTurn } = {}): Exploration {
  const turn = options.turn ?? runTurn
  const explored = worldsOf(house.desk).map((world) => search(world, turn))
  return { result: resultOf(house, explored), uncovered: coverage(explored) }
}

function resultOf(house: House, explored: readonly Explored[]): CheckResult {
  const violations: Violation[] = explored.flatMap(({ found }) => {
    const seen = new Set<string>()
    return found.flatMap(({ fault: { rule, dialog, step, what, fix } }) => {
      const name = `${rule} ${dialog} ${step}`
      if (seen.has(name)) return []
      seen.add(name)
      const file = dialog === undefined ? undefined : house.files[dialog]
      const where = { ...(file ? { file } : {}), ...(dialog ? { dialog } : {}), ...(step ? { step } : {}) }
      return [{ rule, where, what, fix }]
    })
  })
  return {
    name: 'exhaustive',
    claim: {
      es: 'Sin pedirlo siquiera, nadie se queda dando vueltas: en cada situación posible de cada diálogo el bot ayuda o pasa a una persona en pocos mensajes, no da por hecho lo que no sabe, no promete nada que nadie tenga a su cargo y no pregunta lo que ya sabe.',
      en: 'Without even asking, nobody is kept going in circles: in every possible situation of every dialog the bot helps or hands over within a few messages, tells nothing as done that it does not know, promises nothing that nobody has to do, and asks for nothing that it knows.',
    },
    figures: {
      states: explored.reduce((sum, { nodes }) => sum + nodes.size, 0),
      transitions: explored.reduce((sum, { transitions }) => sum + transitions, 0),
    },
    dialogs: Object.fromEntries(
      explored.map(({ world, nodes, transitions }) => [world.dialog.id, { states: nodes.size, transitions }]),
    ),
    violations,
  }
}

function coverage(explored: readonly Explored[]): Exploration['uncovered'] {
  const worlds = new Map<string, { world: World; keys: ReadonlyMap<string, unknown> }>(
    explored.map(({ world, nodes }) => [world.dialog.id, { world, keys: nodes }]),
  )
  return (bot, facts) => {
    for (const frame of bot.stack) {
      const found = worlds.get(frame.dialog)
      if (!found) return `dialog ${frame.dialog} is under way, and was not explored`
      const { world, keys } = found
      const position = positionOf(world, frame, bot, facts)
      const holes = position.holes.length === 0 ? [undefined] : position.holes
      const missing = holes.map((hole) => keyWith(position, hole)).find((key) => !keys.has(key))
      if (missing !== undefined) return `not explored: ${missing}`
    }
    return undefined
  }
}
