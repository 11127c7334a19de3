import type { Bot, Frame } from '../../turn/bot.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import type { Vocabulary } from '../../turn/dialog/vocabulary.ts'
import type { Fact, Facts } from '../../turn/facts.ts'
import { type FactUse, standsFor } from './fact-use.ts'

/** What is known of a fact, as the kit classifies it. `unlisted`: a label that the house has no name for. */
export function classOf(facts: Facts, name: string, vocabulary: Vocabulary): string {
  const fact = facts[name]
  if (!fact) return 'unknown'
  if (fact.class === 'refused') return 'refused'
  const spec = vocabulary[name]
  if (spec?.kind !== 'label') return 'known'
  return Object.hasOwn(spec.labels, String(fact.value)) ? String(fact.value) : 'unlisted'
}

/** Whether a text could show the fact. */
export function canShow(facts: Facts, name: string, vocabulary: Vocabulary): boolean {
  return !['unknown', 'refused', 'unlisted'].includes(classOf(facts, name, vocabulary))
}

/** A dialog in its house. */
export interface Place {
  dialog: Dialog
  use: FactUse
  vocabulary: Vocabulary
  /** Facts that other dialogs may write while this one waits. */
  foreign: ReadonlySet<string>
}

/**
 * Facts that can still matter to a dialog where it stands: those that some way on reads, and those of the questions
 * that it has come through, since a correction leads back there.
 */
export function liveAt({ dialog, use, foreign }: Place, frame: Frame, facts: Facts): ReadonlySet<string> {
  const live = new Set(use.live.get(frame.step))
  const passed = passedQuestions(dialog, frame)
  const open = passed.indexOf(frame.step)
  for (const name of passed.slice(0, open < 0 ? undefined : open)) {
    const step = dialog.steps[name]
    if (step?.kind !== 'ask' && step?.kind !== 'choose') continue
    live.add(step.fact)
    // What isn't known can't be corrected, before the dialog has come through the question once more.
    if (facts[step.fact]?.class !== 'known' && !foreign.has(step.fact)) continue
    for (const fact of use.live.get(name) ?? []) live.add(fact)
  }
  return live
}

/** Where a dialog stands, with all that its course can depend on but the counters. */
export interface Position {
  key: string
  /** Facts that are shown somewhere ahead and not known. The first text that shows one is a fault and not said. */
  holes: readonly string[]
  /**
   * Facts that others may have written and that no step has read yet: what they are is decided in the turn that comes
   * to a step which reads them, in each way that it can be.
   */
  undecided: readonly string[]
}

/**
 * The abstraction: what is kept of a dialog under way. Its step, whether a call is pending, which questions it has
 * passed and the class of each fact that can still matter. Values, counters, times, words, and which changes were carried
 * out before are left out (docs/decisions/guarantee.md says why that loses nothing).
 */
export function positionOf(place: Place, frame: Frame, bot: Bot, facts: Facts): Position {
  const { dialog, use, vocabulary } = place
  const live = liveAt(place, frame, facts)
  const undecided = undecidedAt(place, frame, live)
  const inOffers = new Set<string>()
  const offers: string[] = []
  // What the company left out is left out as a whole: who isn't offered the second charge never meets its number.
  const leftOut = new Set<string>()
  for (const { step, label, shows } of use.offers) {
    if (!shows.some((name) => live.has(name))) continue
    for (const name of shows) if (!use.steering.has(name)) inOffers.add(name)
    if (shows.every((name) => canShow(facts, name, vocabulary))) offers.push(`${step}.${label}`)
    else for (const name of shows) leftOut.add(itemOf(name))
  }
  const classes: string[] = []
  const holes: string[] = []
  for (const name of [...live].sort()) {
    if (undecided.includes(name)) continue
    if (use.steering.has(name)) {
      classes.push(`${name}=${standsFor(use, name, classOf(facts, name, vocabulary))}`)
    } else if (!inOffers.has(name) && !leftOut.has(itemOf(name)) && !canShow(facts, name, vocabulary)) {
      holes.push(name)
    }
  }
  const front = bot.stack.at(-1)
  const parts = [
    `${front === frame ? '' : 'waiting '}${dialog.id}/${frame.step}`,
    frame.edition === dialog.edition ? '' : 'of an earlier edition',
    isMet(dialog, frame, facts) ? '' : 'not met',
    bot.call?.dialog === dialog.id && front === frame ? 'calling' : '',
    `passed ${passedQuestions(dialog, frame).join(',')}`,
    classes.join(','),
    `offers ${offers.sort().join(',')}`,
  ]
  return { key: parts.join(' | '), holes, undecided }
}

/**
 * Facts of the matter that others may have written and that this run of the dialog has not looked at: its own answers,
 * whose questions it has not come to.
 */
function undecidedAt(place: Place, frame: Frame, live: ReadonlySet<string>): string[] {
  const { dialog, use, vocabulary, foreign } = place
  const read = new Set(passedQuestions(dialog, frame).map((name) => answersOf(dialog, name)))
  return [...live].filter(
    (name) =>
      foreign.has(name) &&
      use.answers.has(name) &&
      vocabulary[name]?.of === 'matter' &&
      !read.has(name) &&
      !use.readers.get(name)?.has(frame.step),
  )
}

/** The fact that a question is for. */
function answersOf(dialog: Dialog, name: string): string | undefined {
  const step = dialog.steps[name]
  return step?.kind === 'ask' || step?.kind === 'choose' ? step.fact : undefined
}

/** The item of a list that a fact tells of, `charge2` for `charge2Id`; the fact itself where there is no list. */
export function itemOf(name: string): string {
  return /^[a-z]+\d/i.exec(name)?.[0] ?? name
}

/** Whether it has been looked at whether the customer came about this before. */
function isMet(dialog: Dialog, frame: Frame, facts: Facts): boolean {
  const object = dialog.object === undefined ? undefined : facts[dialog.object]
  return object?.class !== 'known' || frame.met === String(object.value)
}

/** The full key of a position with at most one hole. */
export function keyWith(position: Position, hole: string | undefined): string {
  return hole === undefined ? position.key : `${position.key} | without ${hole}`
}

/** Questions for facts that this run of the dialog has come through: what a correction can go back to, in order. */
export function passedQuestions(dialog: Dialog, frame: Frame): string[] {
  return Object.keys(frame.visits).filter((name) =>
    ['ask', 'choose'].includes(dialog.steps[name]?.kind ?? ''),
  )
}

/** Values that stand for all others, by fact: of each kind one, amounts all different. */
export function sampleFact(name: string, vocabulary: Vocabulary, value?: string): Fact {
  return {
    class: 'known',
    value: value ?? sampleValue(name, vocabulary),
    source: 'business',
    at: 0,
    conversationId: 'c',
  }
}

export function sampleValue(name: string, vocabulary: Vocabulary): string {
  const spec = vocabulary[name]
  switch (spec?.kind) {
    case 'account':
      return '445566'
    case 'date':
      return '2026-12-01'
    case 'money': {
      const amounts = Object.keys(vocabulary).filter((fact) => vocabulary[fact]?.kind === 'money')
      return `${10 + amounts.indexOf(name)}.50 EUR`
    }
    case 'label':
      return Object.keys(spec.labels)[0] ?? ''
    default:
      return `${name}-1`
  }
}
