import type { runTurn } from '../../turn/run-turn.ts'
import type { House, Violation } from '../check.ts'
import { type Explored, search } from './search.ts'
import { ofEachPlace, shortestShown, suspectOf, suspectOfStay } from './suspects.ts'
import type { World } from './world.ts'

/** What was found of one dialog. Nothing in it but data, so that a thread can hand it over. */
export interface DialogFound {
  dialog: string
  /** Keys of its positions. */
  keys: ReadonlySet<string>
  transitions: number
  bound: number
  violations: readonly Violation[]
}

/** Explores one dialog. */
export function exploreDialog(house: House, world: World, turn: typeof runTurn): DialogFound {
  const explored = search(world, turn)
  const { nodes, transitions, bound } = explored
  return {
    dialog: world.dialog.id,
    keys: new Set(nodes.keys()),
    transitions,
    bound,
    violations: violationsOf(house, explored, turn),
  }
}

/** One violation for each rule and step, with a conversation that shows it where there is one. */
function violationsOf(house: House, { world, found, stays }: Explored, turn: typeof runTurn): Violation[] {
  const suspects = [...found.map(suspectOf), ...stays.map((stay) => suspectOfStay(world, turn, stay))]
  return ofEachPlace(suspects).map(({ fault, among }): Violation => {
    const { rule, dialog, step, what, fix } = fault
    const file = dialog === undefined ? undefined : house.files[dialog]
    const where = { ...(file ? { file } : {}), ...(dialog ? { dialog } : {}), ...(step ? { step } : {}) }
    const transcript = shortestShown({ house, world, turn }, among)
    return { rule, where, what, fix, ...(transcript === undefined ? {} : { transcript }) }
  })
}
