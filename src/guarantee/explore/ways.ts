import { VERBS, type VerbSpec } from '../../business/business.ts'
import type { Bot } from '../../turn/bot.ts'
import type { Outcome } from '../../turn/line.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import { type Ran, type Spot, spotAfter, varied } from './play.ts'
import { otherwise, outcomesAt } from './surroundings.ts'
import type { World } from './world.ts'

/** One way that a turn can go. */
export interface OneWay {
  ran: Ran
  /** It is so by what happened elsewhere or before: no single conversation shows it. */
  isGiven: boolean
  /** It lacks something that the company always gives. */
  lacksFacts: boolean
}

/**
 * Every way that a turn can go by what its position leaves open: what others made of the facts that it comes to read,
 * and whether the change that it comes to was carried out before. Decided where the turn looks, and nowhere else.
 */
export function* everyWay(
  turn: typeof runTurn,
  world: World,
  way: OneWay,
  undecided: readonly string[],
): Generator<OneWay> {
  yield way
  const { ran } = way
  let left = undecided
  for (let name = firstRead(world, ran, left); name !== undefined; name = firstRead(world, ran, left)) {
    const read = name
    left = left.filter((one) => one !== read)
    for (const { facts } of otherwise(world, { bot: ran.given.bot, facts: ran.given.facts }, read)) {
      yield* everyWay(turn, world, { ...way, ran: varied(turn, ran, { facts }), isGiven: true }, left)
    }
  }
  const { bot } = ran.given
  for (const { done, lacks } of carriedOutBefore(world, ran)) {
    const before = { bot: { ...bot, carriedOut: [...bot.carriedOut, done] } }
    const next = { ran: varied(turn, ran, before), isGiven: true, lacksFacts: way.lacksFacts || lacks }
    yield* everyWay(turn, world, next, left)
  }
}

/** The first of some facts that the turn came to read. */
function firstRead(world: World, { entered, out }: Ran, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const { dialog, use } = world
  const frame = out.bot.stack.find((one) => one.dialog === dialog.id)
  const steps = new Set(entered.filter((entry) => entry.startsWith(`${dialog.id}/`)))
  if (frame) steps.add(`${dialog.id}/${frame.step}`)
  return names.find((name) =>
    [...(use.readers.get(name) ?? [])].some((step) => steps.has(`${dialog.id}/${step}`)),
  )
}

/** The change that a turn asks for, as it may have been carried out before, with each answer that there can have been. */
function carriedOutBefore(world: World, ran: Ran): { done: Bot['carriedOut'][number]; lacks: boolean }[] {
  const { call } = ran.out.bot
  if (ran.out.next.kind !== 'call' || call?.dialog !== world.dialog.id) return []
  const step = world.dialog.steps[call.step]
  if (step?.kind !== 'call' || !VERBS[step.verb].changes) return []
  const spot: Spot = { bot: ran.out.bot, facts: spotAfter(world, ran)?.facts ?? ran.given.facts }
  return outcomesAt(world, spot).flatMap((outcome) =>
    outcome.kind === 'ok'
      ? [
          {
            done: { verb: call.verb, args: JSON.stringify(call.args), ref: outcome.ref, data: outcome.data },
            lacks: lacksFacts(world, spot, outcome),
          },
        ]
      : [],
  )
}

/** Whether an answer lacks something that the verb always gives: then the company broke its word, not the dialog. */
export function lacksFacts(world: World, spot: Spot, outcome: Outcome): boolean {
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
