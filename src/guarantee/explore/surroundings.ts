import { NEEDS_PERSON, VERBS, type VerbSpec } from '../../business/business.ts'
import type { AnyStep } from '../../turn/dialog/dialog.ts'
import type { FactSpec } from '../../turn/dialog/vocabulary.ts'
import type { Fact } from '../../turn/facts.ts'
import type { Outcome } from '../../turn/line.ts'
import { combinations, type Given } from './combinations.ts'
import { labelsOf } from './fact-use.ts'
import type { Spot } from './play.ts'
import { itemOf, sampleFact, sampleValue } from './position.ts'
import type { World } from './world.ts'

/** What the world around a dialog may do: what calls come to, what is known before, what others do meanwhile. */

/** A label that no house has a name for. */
export const UNLISTED = 'unlisted label'

/** Everything that the pending call of a spot may come to. */
export function outcomesAt(world: World, spot: Spot): Outcome[] {
  const { call } = spot.bot
  const step = call && world.dialog.steps[call.step]
  if (step?.kind !== 'call') return []
  const verb: VerbSpec = VERBS[step.verb]
  return [
    ...answersOf(world, step).map(
      (given): Outcome => ({ kind: 'ok', ref: `REF-${step.verb}`, data: dataOf(given, world, spot) }),
    ),
    ...[...verb.refuses, 'for a reason that nobody has heard of'].map(
      (reason): Outcome => ({ kind: 'refused', reason }),
    ),
    { kind: 'failed', why: 'not sent' },
    { kind: 'failed', why: NEEDS_PERSON },
    { kind: 'unknown', why: 'no answer in time' },
  ]
}

/**
 * Every answer of the company to a call, by what of it can matter: what a verb may leave out is there or not, an item
 * of a list (`charge2…`) as a whole; a label that the dialog decides on is any label, or one nobody has a name for.
 */
function answersOf(world: World, call: Extract<AnyStep, { kind: 'call' }>): Given[] {
  const { vocabulary, use } = world
  const { sometimes = [] }: VerbSpec = VERBS[call.verb]
  const learns = call.learns as readonly string[]
  const live = use.live.get(call.ok)
  let answers: Given[] = [
    Object.fromEntries(learns.map((name) => [name, { value: sampleValue(name, vocabulary) }])),
  ]
  const optional = new Map<string, string[]>()
  for (const name of learns) {
    if (!live?.has(name)) continue
    const spec = vocabulary[name]
    if (spec?.kind === 'label' && use.steering.has(name)) {
      const values = [...labelsOf(use, vocabulary, name), UNLISTED]
      answers = answers.flatMap((given) => values.map((value) => ({ ...given, [name]: { value } })))
    }
    if (!sometimes.includes(name)) continue
    const item = itemOf(name)
    optional.set(item, [...(optional.get(item) ?? []), name])
  }
  for (const names of optional.values()) {
    const none = Object.fromEntries(names.map((name) => [name, undefined]))
    answers = answers.flatMap((given) => [given, { ...given, ...none }])
  }
  return answers
}

/** What the company says of an account is said of the one that it was asked for. */
function dataOf(given: Given, { vocabulary }: World, spot: Spot): Record<string, string> {
  const { account } = spot.bot.call?.args ?? {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, one]) => {
      if (typeof one !== 'object') return []
      return [
        [name, vocabulary[name]?.kind === 'account' && account !== undefined ? String(account) : one.value],
      ]
    }),
  )
}

/** A number or an address may come with words that are about something else. */
export function isToldInPassing(spec: FactSpec | undefined): boolean {
  return spec !== undefined && (spec.kind === 'account' || 'finds' in spec)
}

/** What may be known where the dialog begins: without what it forgets then, facts of the matter that it gives values to. */
export function factsBefore(world: World): Record<string, Fact>[] {
  const { dialog, use, vocabulary } = world
  const names = [...(use.live.get(dialog.start) ?? [])].filter(
    (name) =>
      vocabulary[name]?.of === 'customer' ||
      !use.writes.has(name) ||
      isToldInPassing(vocabulary[name]) ||
      // What a dialog that waits was told by the company is not forgotten before the company is asked again.
      (use.learns.has(name) && world.foreign.has(name)),
  )
  const given = combinations(names, use, vocabulary, (name) => world.asked.has(name))
  // What nobody knows anything of comes first: the shortest conversations begin so.
  const count = (one: Given) => Object.values(one).filter((value) => value !== undefined).length
  return given.toSorted((a, b) => count(a) - count(b)).map((one) => withFacts({}, one, world))
}

/** What may have been known of the matter when the dialog was edited: nothing, or everything. */
export function factsAtEdit(world: World): Record<string, Fact>[] {
  const all: Given = Object.fromEntries(
    [...world.use.writes].map((name) => [name, { value: sampleValue(name, world.vocabulary) }]),
  )
  return [...factsBefore(world), withFacts({}, all, world)]
}

/** A spot where some facts may be anything. */
export interface Unsettled {
  spot: Spot
  undecided: readonly string[]
}

/** The same spot with a fact as others may have left it. */
export function otherwise(world: World, spot: Spot, name: string): Spot[] {
  return foreignValues(world, spot, name).map((fact) => {
    const facts = { ...spot.facts }
    if (fact) facts[name] = fact
    else delete facts[name]
    return { ...spot, facts }
  })
}

/** What another dialog may make of a fact. What hangs on a fact of the customer is lost with it, and not by itself. */
export function foreignValues(world: World, spot: Spot, name: string): (Fact | undefined)[] {
  const { vocabulary } = world
  const spec = vocabulary[name]
  const before = spot.facts[name]
  const isHeld = spec?.hangsOn !== undefined && spec.of === 'customer' && before?.class === 'known'
  const base = spec?.hangsOn === undefined ? undefined : spot.facts[spec.hangsOn]
  if (spec?.hangsOn !== undefined && base?.class !== 'known') return []
  const values =
    spec?.kind === 'label'
      ? [...labelsOf(world.use, vocabulary, name), UNLISTED]
      : [sampleOther(before, name)]
  const known = values
    .filter((value) => before?.class !== 'known' || value !== before.value)
    // What says whose the account is says so of this account.
    .map((value) =>
      sampleFact(
        name,
        vocabulary,
        base?.class === 'known' && spec?.kind === 'account' ? String(base.value) : value,
      ),
    )
  if (isHeld) return []
  const refused: Fact = { class: 'refused', at: 0, conversationId: 'c' }
  return [
    ...known,
    ...(before ? [undefined] : []),
    ...(before?.class === 'refused' || !world.asked.has(name) ? [] : [refused]),
  ]

  function sampleOther(fact: Fact | undefined, of: string): string {
    const sample = sampleValue(of, vocabulary)
    if (fact?.class !== 'known' || fact.value !== sample) return sample
    return spec?.kind === 'account' ? '778899' : sample
  }
}

function withFacts(facts: Spot['facts'], given: Given, { vocabulary }: World): Record<string, Fact> {
  const result: Record<string, Fact> = { ...facts }
  for (const [name, one] of Object.entries(given)) {
    if (one === undefined) delete result[name]
    else if (one === 'refused') result[name] = { class: 'refused', at: 0, conversationId: 'c' }
    else result[name] = sampleFact(name, vocabulary, one.value)
  }
  // What hangs on a fact is not known without it.
  for (const [name, { hangsOn }] of Object.entries(vocabulary)) {
    if (hangsOn !== undefined && result[hangsOn]?.class !== 'known') delete result[name]
  }
  return result
}
