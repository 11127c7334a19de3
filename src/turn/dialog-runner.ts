import { EscotillaError } from '../errors.ts'
import type { Frame } from './bot.ts'
import type { AnyStep, Dialog } from './dialog.ts'
import { beginCall } from './dialog-calls.ts'
import { putQuestion } from './dialog-questions.ts'
import { HOUSE } from './house-texts.ts'
import { promise } from './promises.ts'
import {
  happened,
  inFront,
  isOver,
  offerPerson,
  say,
  setFact,
  startEscape,
  type TurnDraft,
} from './turn-draft.ts'

/** A turn walks over fewer steps than this; more is a fault of the dialog. */
const MOST_STEPS = 100

/** Starts a dialog in front of the others. What its last run left behind is forgotten; what is known of the customer stays. */
export function startDialog(draft: TurnDraft, dialog: Dialog): void {
  for (const name of factsUsed(dialog)) {
    const stale = dialog.facts[name]?.of === 'matter' || draft.facts[name]?.class === 'refused'
    if (stale && !draft.changed.has(name)) setFact(draft, name, undefined)
  }
  draft.bot.stack.push(newFrame(dialog))
  advance(draft)
}

function newFrame(dialog: Dialog): Frame {
  return { dialog: dialog.id, edition: dialog.edition, step: dialog.start, visits: {}, answered: [] }
}

/** A dialog that was edited since: it starts over with its facts, and so stands at its first unanswered question. */
export function renewEdited(draft: TurnDraft): boolean {
  let renewed = false
  draft.bot.stack = draft.bot.stack.flatMap((frame) => {
    const dialog = draft.given.desk.dialogs.get(frame.dialog)
    if (dialog?.edition === frame.edition && dialog.steps[frame.step]) return [frame]
    renewed = true
    return dialog ? [newFrame(dialog)] : []
  })
  return renewed
}

/** Walks the dialog in front until it waits for the customer or the company's systems, or the turn is over. */
export function advance(draft: TurnDraft): void {
  for (let steps = 0; !isOver(draft); steps += 1) {
    const front = inFront(draft)
    if (!front) return
    if (steps > MOST_STEPS)
      throw new EscotillaError('dialog-fault', `dialog ${front.dialog.id} does not come to rest`)
    if (enter(draft, front) === 'waits') return
  }
}

function enter(
  draft: TurnDraft,
  { frame, dialog, step }: { frame: Frame; dialog: Dialog; step: AnyStep },
): 'waits' | 'goes-on' {
  const visits = (frame.visits[frame.step] ?? 0) + 1
  frame.visits[frame.step] = visits
  if (visits > draft.given.desk.limits.loops) {
    startEscape(draft, 'loop', `step ${dialog.id}/${frame.step} entered ${visits} times`, undefined)
    return 'waits'
  }
  draft.about = { dialog, step: frame.step }
  switch (step.kind) {
    case 'ask':
    case 'choose': {
      const fact = draft.facts[step.fact]
      if (step.kind === 'ask' && fact) {
        if (fact.class === 'known' && step.known && !draft.changed.has(step.fact)) say(draft, step.known)
        return go(frame, fact.class === 'known' ? step.next : step.refused)
      }
      const next = step.kind === 'choose' && fact?.class === 'known' && step.next[String(fact.value)]
      if (next) return go(frame, next)
      putQuestion(draft, 'first')
      return 'waits'
    }
    case 'confirm':
      putQuestion(draft, 'first')
      return 'waits'
    case 'say':
      say(draft, step.text)
      return go(frame, step.next)
    case 'decide':
      return go(frame, whereTo(step, classOf(draft, step.fact)))
    case 'copy':
      for (const [to, from] of Object.entries(step.facts)) {
        const fact = from === undefined ? undefined : draft.facts[from]
        setFact(draft, to, fact)
      }
      return go(frame, step.next)
    case 'promise':
      promise(draft, step)
      return go(frame, step.next)
    case 'call':
      return beginCall(draft, frame, step)
    case 'reject': {
      say(draft, step.text)
      return rejectAnswer(draft, frame, dialog, step.question)
    }
    case 'menu':
      if (draft.bot.stack.length === 1) {
        say(draft, step.text)
        showMenu(draft)
      }
      endDialog(draft, dialog)
      return 'goes-on'
    case 'done':
      if (step.text) say(draft, step.text)
      if (step.offersPerson) offerPerson(draft)
      endDialog(draft, dialog)
      return 'goes-on'
    case 'person':
      handOver(draft, step)
      return 'waits'
  }
}

function go(frame: Frame, step: string): 'goes-on' {
  frame.step = step
  return 'goes-on'
}

function whereTo(step: Extract<AnyStep, { kind: 'decide' }>, known: string): string {
  const to = step.when[known]
  if (to === undefined)
    throw new EscotillaError('dialog-fault', `decides on {${step.fact}}, but not for "${known}"`)
  return to
}

/** What is known of a fact, as `decide` sees it: a label fact's value that has no label counts as unknown. */
function classOf(draft: TurnDraft, name: string): string {
  const fact = draft.facts[name]
  if (!fact) return 'unknown'
  if (fact.class === 'refused') return 'refused'
  const spec = draft.given.desk.facts[name]
  if (spec?.kind !== 'label') return 'known'
  return Object.hasOwn(spec.labels, String(fact.value)) ? String(fact.value) : 'unknown'
}

/** The company does not know what the customer answered: that answer is refused, like one that can't be read. */
function rejectAnswer(draft: TurnDraft, frame: Frame, dialog: Dialog, question: string): 'waits' {
  const step = dialog.steps[question]
  if (step?.kind === 'ask') setFact(draft, step.fact, undefined)
  frame.step = question
  frame.visits[question] = (frame.visits[question] ?? 0) + 1
  frame.answered = frame.answered.filter((name) => name !== question)
  if (happened(draft, { kind: 'refused-answer', question: `${dialog.id}/${question}` })) return 'waits'
  putQuestion(draft, 'again')
  return 'waits'
}

/** The dialog in front is through. With it ends the matter, unless another waits behind it. */
function endDialog(draft: TurnDraft, dialog: Dialog): void {
  draft.bot.stack.pop()
  if (dialog.aside) return
  draft.progress = true
  if (draft.bot.stack.length > 0) {
    if (inFront(draft)) putQuestion(draft, 'back')
    return
  }
  happened(draft, { kind: 'matter-done' })
  draft.bot.words = ''
  draft.bot.carriedOut = []
}

/** A step that hands over ends its dialog: from here on it is a person's. */
export function handOver(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'person' }>,
  detail?: string,
): void {
  const front = inFront(draft)
  const where = front
    ? `${front.dialog.title[draft.language]} (${front.dialog.id}/${front.frame.step})`
    : undefined
  startEscape(draft, step.reason ?? 'dialog', detail ?? where, step.text)
  draft.bot.stack.pop()
}

/** What the bot can do, in buttons. */
export function showMenu(draft: TurnDraft): void {
  for (const dialog of draft.given.desk.menu) {
    if (dialog.chip) draft.buttons.push(dialog.chip[draft.language])
  }
  draft.buttons.push(HOUSE.none[draft.language])
  draft.bot.menu = true
}

function factsUsed(dialog: Dialog): Set<string> {
  const names = new Set<string>()
  for (const step of Object.values(dialog.steps)) {
    if (step.kind === 'ask' || step.kind === 'choose') names.add(step.fact)
    if (step.kind === 'copy') for (const name of Object.keys(step.facts)) names.add(name)
    if (step.kind === 'call')
      for (const name of [...step.learns, ...(step.ref ? [step.ref] : [])]) names.add(name)
  }
  return names
}
