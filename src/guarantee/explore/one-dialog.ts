import type { runTurn } from '../../turn/run-turn.ts'
import type { House, Violation } from '../check.ts'
import type { Fault } from './claims.ts'
import { repeated, transcriptOf, type Way, wayTo } from './counterexample.ts'
import { PLAIN } from './play.ts'
import { type Explored, type Stay, search } from './search.ts'
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
    violations: violationsOf(house, explored),
  }
}

/** One violation for each rule and step, with a conversation that shows it where there is one. */
function violationsOf(house: House, { world, found, stays }: Explored): Violation[] {
  const all = [
    ...found.map(({ fault, node, deed }) => ({ fault, way: wayTo(node, deed) })),
    ...stays.map((stay) => stayFault(world, stay)),
  ]
  const firsts = new Map<string, Violation>()
  for (const { fault, way } of all) {
    const { rule, dialog, step, what, fix } = fault
    const name = `${rule} ${dialog} ${step}`
    const file = dialog === undefined ? undefined : house.files[dialog]
    const where = { ...(file ? { file } : {}), ...(dialog ? { dialog } : {}), ...(step ? { step } : {}) }
    const before = firsts.get(name)
    if (before?.transcript !== undefined) continue
    const transcript = way && transcriptOf(house.desk, way)
    if (before && !transcript) continue
    firsts.set(name, { rule, where, what, fix, ...(transcript ? { transcript } : {}) })
  }
  return [...firsts.values()]
}

function stayFault(
  { dialog, desk }: World,
  { kind, node, ran }: Stay,
): { fault: Fault; way: Way | undefined } {
  const { turnsWithoutProgress, loops } = desk.limits
  if (kind === 'uncounted') {
    const deed = { kind: 'message', move: ran.move, around: PLAIN } as const
    return {
      fault: {
        rule: 'unbounded-stay',
        dialog: dialog.id,
        step: node.spot.bot.stack[0]?.step ?? '',
        what: 'a message that brings the customer no step further is not counted: it can be written for ever without a person taking over',
        fix: 'count every message that enters no new step as one without progress',
      },
      way: repeated(wayTo(node, deed), turnsWithoutProgress + 1),
    }
  }
  return {
    fault: {
      rule: 'unbounded-loop',
      dialog: dialog.id,
      step: ran.entered[0]?.split('/')[1] ?? '',
      what: `a step that was entered ${loops} times is entered once more`,
      fix: `hand over when a step would be entered more than ${loops} times`,
    },
    way: undefined,
  }
}
