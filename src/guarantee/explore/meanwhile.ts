import { PROVEN } from '../../business/business.ts'
import type { Frame } from '../../turn/bot.ts'
import { standBack } from '../../turn/dialog/corrections.ts'
import { remembered } from '../../turn/dialog/remembered.ts'
import { openDraft, setFact } from '../../turn/dialog/turn-draft.ts'
import { type Spot, turnAt } from './play.ts'
import { liveAt, sampleFact } from './position.ts'
import { foreignValues, isToldInPassing, otherwise, type Unsettled } from './surroundings.ts'
import type { World } from './world.ts'

/** What may become of a dialog between two of its turns, one thing at a time: more is found by doing one more. */
export function meanwhileAt(world: World, at: Unsettled): Spot[] {
  const { stack } = at.spot.bot
  const place = stack.findIndex(({ dialog }) => dialog === world.dialog.id)
  const frame = stack[place]
  if (!frame) return []
  if (place === stack.length - 1) return metOrNot(world, at.spot, aside(world, at.spot))
  // What is in front may hand over, and is gone then: this dialog is found where it waited.
  const left: Spot = { ...at.spot, bot: { ...at.spot.bot, stack: stack.slice(0, place + 1) } }
  return [...metOrNot(world, at.spot, changedByOthers(world, at, frame)), left]
}

/** What another dialog may do to one that waits. The product's own rules say what becomes of the dialog. */
function changedByOthers(world: World, { spot, undecided }: Unsettled, frame: Frame): Spot[] {
  const spots: Spot[] = []
  const { object } = world.dialog
  // Which thing the dialog is about says whether the customer was met with it.
  const looked = new Set([...liveAt(world, frame, spot.facts), ...(object === undefined ? [] : [object])])
  for (const name of looked) {
    if (!world.foreign.has(name)) continue
    // What nobody has looked at may have been known, and be something else now.
    const befores = undecided.includes(name) ? [spot, ...otherwise(world, spot, name)] : [spot]
    for (const before of befores) {
      for (const fact of foreignValues(world, before, name)) {
        const draft = openDraft(turnAt(world, before))
        setFact(draft, name, fact)
        standBack(draft)
        spots.push({ bot: draft.bot, facts: draft.facts })
      }
    }
  }
  return spots
}

/**
 * What of the customer may come to be known while the dialog in front waits for them: told in words that were about
 * something else, proven to a person, signed by the company's site.
 */
function aside(world: World, { bot, facts }: Spot): Spot[] {
  const { vocabulary } = world
  return toldAside(world).flatMap((name) => {
    const hangsOn = vocabulary[name]?.hangsOn
    const base = hangsOn === undefined ? undefined : facts[hangsOn]
    if (facts[name] || (hangsOn !== undefined && base?.class !== 'known')) return []
    const value = base?.class === 'known' ? String(base.value) : undefined
    return [{ bot, facts: { ...facts, [name]: sampleFact(name, vocabulary, value) } }]
  })
}

const toldAside = remembered(({ asked, vocabulary }: World) =>
  Object.entries(vocabulary).flatMap(([name, spec]) => {
    const isTold = asked.has(name) && spec.of === 'customer' && isToldInPassing(spec)
    return isTold || name === PROVEN ? [name] : []
  }),
)

/**
 * A position doesn't keep with which thing the customer was met while it isn't known which it is: where it comes to be
 * known, it is one that they were met with before, or not.
 */
function metOrNot({ dialog }: World, before: Spot, after: readonly Spot[]): Spot[] {
  const { object } = dialog
  if (object === undefined || before.facts[object]?.class === 'known') return [...after]
  return after.flatMap((spot) => {
    const known = spot.facts[object]
    if (known?.class !== 'known') return [spot]
    return [String(known.value), NEVER].map((met) => {
      const stack = spot.bot.stack.map((frame) => (frame.dialog === dialog.id ? { ...frame, met } : frame))
      return { ...spot, bot: { ...spot.bot, stack } }
    })
  })
}

/** A thing that nobody has. */
const NEVER = 'guarantee: another thing'
