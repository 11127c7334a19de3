import { VERBS, type VerbSpec } from '../../business/business.ts'
import { hangingOn } from '../../turn/dialog/corrections.ts'
import { type AnyStep, type Dialog, isQuestion, nextSteps } from '../../turn/dialog/dialog.ts'
import { isHouseSlot, slotsOf } from '../../turn/dialog/template.ts'

/** What is certain when a step is reached, whatever way led there. */
export interface Certain {
  /** Facts that are known. */
  known: ReadonlySet<string>
  /** Facts that may be known: none of the others can be corrected. */
  maybe: ReadonlySet<string>
  /** A promise of this dialog has been written down. */
  promised: boolean
  /** The company's systems have done something, or have said that it was done before. */
  confirmed: boolean
  /** Facts that may hold the reference of what was done: one of them proves it. */
  proofs: ReadonlySet<string>
}

/** A way from one step to another, and what it makes certain. */
interface Way {
  to: string
  after(before: Certain): Certain
}

/**
 * What is certain at every step: the facts known on every path, a promise on every path, a confirmation on every path.
 * Nothing is taken for known at the start, since a dialog can begin with a stranger. A correction, which leads from any
 * open question back to an earlier one and forgets what hung on it, is a way, too.
 */
export function certainAt(dialog: Dialog): ReadonlyMap<string, Certain> {
  const ofCustomer = Object.keys(dialog.facts).filter((fact) => dialog.facts[fact]?.of === 'customer')
  const atStart = {
    known: new Set<string>(),
    maybe: new Set(ofCustomer),
    promised: false,
    confirmed: false,
    proofs: new Set<string>(),
  }
  const certain = new Map<string, Certain>([[dialog.start, atStart]])
  const open = [dialog.start]
  const back = corrections(dialog)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = dialog.steps[name]
    const here = certain.get(name)
    if (!step || !here) continue
    const taken = (back.get(name) ?? []).filter(({ fact }) => here.maybe.has(fact))
    for (const way of [...waysFrom(dialog, name, step), ...taken]) {
      const arriving = way.after(here)
      const before = certain.get(way.to)
      const now = before ? both(before, arriving) : arriving
      if (before && isSame(before, now)) continue
      certain.set(way.to, now)
      open.push(way.to)
    }
  }
  return certain
}

/** Which steps can be reached from a step. */
export function reachedFrom(dialog: Dialog, start: string, without?: (name: string) => boolean): Set<string> {
  const reached = new Set<string>()
  const open = nextSteps(dialog.steps[start] as AnyStep)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = dialog.steps[name]
    if (!step || reached.has(name) || without?.(name)) continue
    reached.add(name)
    open.push(...nextSteps(step))
  }
  return reached
}

function waysFrom(dialog: Dialog, name: string, step: AnyStep): Way[] {
  switch (step.kind) {
    case 'ask':
      return [
        way(step.next, { makes: [step.fact] }),
        way(step.refused, { loses: withHanging(dialog, [step.fact]) }),
      ]
    case 'choose':
      return Object.entries(step.next).map(([label, to]) =>
        way(to, { makes: [step.fact, ...shownBy(dialog, name, step, label)] }),
      )
    case 'confirm':
      return nextSteps(step).map((to) => way(to, {}))
    case 'say':
      return [way(step.next, {})]
    case 'decide':
      return Object.entries(step.when).map(([known, to]) =>
        way(
          to,
          known === 'unknown' || known === 'refused'
            ? { loses: [step.fact] }
            : { makes: [step.fact, ...givenWith(dialog, step.fact)] },
        ),
      )
    case 'copy':
      return [{ to: step.next, after: (before) => copied(before, step.facts) }]
    case 'promise':
      return [{ to: step.next, after: (before) => ({ ...before, promised: true }) }]
    case 'call':
      return callWays(dialog, step)
    case 'reject': {
      const asked = dialog.steps[step.question]
      const loses =
        asked?.kind === 'ask' ? withHanging(dialog, [asked.fact, ...hangingOn(dialog, asked.fact)]) : []
      return [way(step.question, { loses })]
    }
    default:
      return []
  }
}

function callWays(dialog: Dialog, step: Extract<AnyStep, { kind: 'call' }>): Way[] {
  const verb: VerbSpec = VERBS[step.verb]
  const learns: readonly string[] = step.learns
  const always = learns.filter((fact) => !verb.sometimes?.includes(fact))
  const proof = step.ref === undefined ? [] : [step.ref]
  // What proves who the customer is, is forgotten once it has been looked at; a refusal may ask for it again.
  const spent = Object.values(step.args).filter((fact) => dialog.facts[fact]?.kind === 'proof')
  const ok = way(step.ok, {
    loses: withHanging(dialog, [...learns, ...spent]),
    makes: [...always, ...proof],
    mayMake: learns,
  })
  return [
    {
      to: step.ok,
      after(before) {
        const after = ok.after(before)
        return verb.changes ? { ...after, confirmed: true, proofs: new Set(proof) } : after
      },
    },
    ...Object.entries(step.refused).map(([reason, to]) => ({
      to,
      // "Already cancelled" is the company's word that it is done.
      after: (before: Certain) =>
        reason.startsWith('already-') ? { ...before, confirmed: true, proofs: new Set<string>() } : before,
    })),
    way(step.failed, { loses: spent }),
    way(step.unknown, { loses: spent }),
  ]
}

function way(
  to: string,
  change: { makes?: readonly string[]; loses?: readonly string[]; mayMake?: readonly string[] },
): Way {
  const { makes = [], loses = [], mayMake = [] } = change
  return {
    to,
    after(before) {
      const lost = new Set(loses)
      const left = (facts: ReadonlySet<string>) => [...facts].filter((fact) => !lost.has(fact))
      return {
        ...before,
        known: new Set([...left(before.known), ...makes]),
        maybe: new Set([...left(before.maybe), ...mayMake, ...makes]),
      }
    },
  }
}

function copied(before: Certain, facts: Readonly<Partial<Record<string, string>>>): Certain {
  const known = new Set(before.known)
  const maybe = new Set(before.maybe)
  for (const [to, from] of Object.entries(facts)) {
    for (const set of [known, maybe]) {
      if (from !== undefined && (set === known ? before.known : before.maybe).has(from)) set.add(to)
      else set.delete(to)
    }
  }
  return { ...before, known, maybe }
}

/**
 * The facts that a chosen label showed: a label that shows an unknown fact isn't offered. Only where the choice is made
 * at this step and nowhere else, and not kept from an earlier round.
 */
function shownBy(
  dialog: Dialog,
  name: string,
  step: Extract<AnyStep, { kind: 'choose' }>,
  label: string,
): string[] {
  const spec = dialog.facts[step.fact]
  const others = Object.entries(dialog.steps).filter(([other, one]) => other !== name && sets(one, step.fact))
  if (spec?.kind !== 'label' || spec.of !== 'matter' || others.length > 0) return []
  if (reachedFrom(dialog, name).has(name)) return []
  const slots = slotsOf(spec.labels[label]?.es ?? '').filter((slot) => !isHouseSlot(slot))
  return slots.flatMap((slot) => [slot, ...givenWith(dialog, slot)])
}

/** Fields of one item of a list, `charge1Id` and `charge1What`, have this in common. */
const ITEM = /^[a-z]+\d(?=[A-Z])/

/** Facts that are known when this one is: calls give them together, and nothing else in the dialog sets them. */
function givenWith(dialog: Dialog, fact: string): string[] {
  const steps = Object.values(dialog.steps)
  const setters = steps.filter((step) => sets(step, fact))
  const [first] = setters
  if (first?.kind !== 'call' || setters.some((step) => step.kind !== 'call' || step.verb !== first.verb))
    return []
  const spec: VerbSpec = VERBS[first.verb]
  const item = ITEM.exec(fact)?.[0]
  if (item === undefined || !spec.sometimes?.includes(fact)) return []
  return Object.keys(spec.gives).filter(
    (other) =>
      other !== fact &&
      ITEM.exec(other)?.[0] === item &&
      steps.every((step) => sets(step, other) === sets(step, fact)),
  )
}

function sets(step: AnyStep, fact: string): boolean {
  switch (step.kind) {
    case 'ask':
    case 'choose':
      return step.fact === fact
    case 'copy':
      return fact in step.facts
    case 'call':
      return step.ref === fact || (step.learns as readonly string[]).includes(fact)
    default:
      return false
  }
}

/** Facts, and those that are forgotten with them because they tell something of them. */
function withHanging(dialog: Dialog, facts: readonly string[]): string[] {
  const all = new Set(facts)
  for (const fact of all) {
    for (const [other, spec] of Object.entries(dialog.facts)) if (spec.hangsOn === fact) all.add(other)
  }
  return [...all]
}

/** From each open question back to every question before it whose answer can be taken back. */
function corrections(dialog: Dialog): Map<string, (Way & { fact: string })[]> {
  const ways = new Map<string, (Way & { fact: string })[]>()
  for (const [asked, step] of Object.entries(dialog.steps)) {
    if (step.kind !== 'ask' && step.kind !== 'choose') continue
    const loses = withHanging(dialog, [...hangingOn(dialog, step.fact), step.fact])
    for (const open of reachedFrom(dialog, asked)) {
      const question = dialog.steps[open]
      if (!question || !isQuestion(question)) continue
      // A question that a reject has opened again comes before the other: who corrects a later answer there gets a
      // person, since nothing may be shown of an account that nobody knows.
      if (question.kind !== 'confirm' && reachedFrom(dialog, open).has(asked) && open !== asked) continue
      const again = way(asked, { loses })
      ways.set(open, [
        ...(ways.get(open) ?? []),
        // What was promised or done was about the old answer.
        {
          to: asked,
          fact: step.fact,
          after: (before) => ({
            ...again.after(before),
            promised: false,
            confirmed: false,
            proofs: new Set(),
          }),
        },
      ])
    }
  }
  return ways
}

function both(a: Certain, b: Certain): Certain {
  return {
    known: new Set([...a.known].filter((fact) => b.known.has(fact))),
    maybe: new Set([...a.maybe, ...b.maybe]),
    promised: a.promised && b.promised,
    confirmed: a.confirmed && b.confirmed,
    proofs: new Set([...a.proofs, ...b.proofs]),
  }
}

function isSame(a: Certain, b: Certain): boolean {
  return (
    a.known.size === b.known.size &&
    a.maybe.size === b.maybe.size &&
    a.proofs.size === b.proofs.size &&
    a.promised === b.promised &&
    a.confirmed === b.confirmed
  )
}
