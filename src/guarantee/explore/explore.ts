import type { Bot } from '../../turn/bot.ts'
import type { Facts } from '../../turn/facts.ts'
import { runTurn } from '../../turn/run-turn.ts'
import type { CheckResult, House, Violation } from '../check.ts'
import { type Bound, boundOf } from './bound.ts'
import type { Fault } from './claims.ts'
import { repeated, transcriptOf, type Way, wayTo } from './counterexample.ts'
import { PLAIN } from './play.ts'
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
 * `dialogs`: just these, by id; every one when empty.
 */
export function exploreHouse(
  house: House,
  { turn = runTurn, dialogs = [] }: { turn?: typeof runTurn; dialogs?: readonly string[] } = {},
): Exploration {
  const asked = worldsOf(house.desk).filter(
    ({ dialog }) => dialogs.length === 0 || dialogs.includes(dialog.id),
  )
  const worlds = asked.map((world): Ended => {
    const explored = search(world, turn)
    return { explored, bound: boundOf(explored, turn) }
  })
  return {
    result: resultOf(house, worlds),
    uncovered: coverage(worlds.map(({ explored }) => explored)),
  }
}

interface Ended {
  explored: Explored
  bound: Bound
}

function resultOf(house: House, worlds: readonly Ended[]): CheckResult {
  const found = worlds.flatMap(({ explored, bound }) => [
    ...explored.found.map(({ fault, node, deed }) => ({ fault, way: wayTo(node, deed) })),
    ...boundFaults(explored, bound),
  ])
  const firsts = new Map<string, Violation>()
  for (const { fault, way } of found) {
    const { rule, dialog, step, what, fix } = fault
    const name = `${rule} ${dialog} ${step}`
    const file = dialog === undefined ? undefined : house.files[dialog]
    const where = { ...(file ? { file } : {}), ...(dialog ? { dialog } : {}), ...(step ? { step } : {}) }
    const before = firsts.get(name)
    if (before?.transcript !== undefined) continue
    const transcript = way && transcriptOf(house.desk, way)
    if (!before || transcript)
      firsts.set(name, { rule, where, what, fix, ...(transcript ? { transcript } : {}) })
  }
  const sum = (of: (one: Ended) => number) => worlds.reduce((total, one) => total + of(one), 0)
  return {
    name: 'exhaustive',
    claim: {
      es: 'Sin pedirlo siquiera, nadie se queda dando vueltas: en cada situación posible de cada diálogo el bot ayuda o pasa a una persona en pocos mensajes, no da por hecho lo que no sabe, no promete nada que nadie tenga a su cargo y no pregunta lo que ya sabe.',
      en: 'Without even asking, nobody is kept going in circles: in every possible situation of every dialog the bot helps or hands over within a few messages, tells nothing as done that it does not know, promises nothing that nobody has to do, and asks for nothing that it knows.',
    },
    figures: {
      states: sum(({ explored }) => explored.nodes.size),
      transitions: sum(({ explored, bound }) => explored.transitions + bound.transitions),
      bound: Math.max(0, ...worlds.map(({ bound }) => bound.messages)),
    },
    dialogs: Object.fromEntries(
      worlds.map(({ explored, bound }) => [
        explored.world.dialog.id,
        {
          states: explored.nodes.size,
          transitions: explored.transitions + bound.transitions,
          bound: bound.messages,
        },
      ]),
    ),
    violations: [...firsts.values()],
  }
}

function boundFaults({ world }: Explored, bound: Bound): { fault: Fault; way: Way | undefined }[] {
  const dialog = world.dialog.id
  const { turnsWithoutProgress, loops } = world.desk.limits
  return [
    ...bound.uncounted.map(({ node, ran }) => ({
      fault: {
        rule: 'unbounded-stay',
        dialog,
        step: node.spot.bot.stack[0]?.step ?? '',
        what: 'a message that brings the customer no step further is not counted: it can be written for ever without a person taking over',
        fix: 'count every message that enters no new step as one without progress',
      },
      way: repeated(
        wayTo(node, { kind: 'message', move: ran.move, around: PLAIN }),
        turnsWithoutProgress + 1,
      ),
    })),
    ...bound.unbounded.map(({ ran }) => ({
      fault: {
        rule: 'unbounded-loop',
        dialog,
        step: ran.entered[0]?.split('/')[1] ?? '',
        what: `a step that was entered ${loops} times is entered once more`,
        fix: `hand over when a step would be entered more than ${loops} times`,
      },
      way: undefined,
    })),
  ]
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
