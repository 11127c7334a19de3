import { PROVEN } from '../../business/business.ts'
import { EscotillaError } from '../../errors.ts'
import { detail } from '../../escape/details.ts'
import { plain } from '../../understanding/words.ts'
import type { Frame } from '../bot.ts'
import { letTell } from './afterwards.ts'
import { beginCall } from './calls.ts'
import { choiceInWords, isMeant } from './choice-in-words.ts'
import { forgetWhatHangsOn, standBack } from './corrections.ts'
import type { AnyStep, Dialog } from './dialog.ts'
import { HOUSE } from './house-texts.ts'
import { promise } from './promises.ts'
import { choicesOf, putQuestion } from './questions.ts'
import { remembered } from './remembered.ts'
import { isAnsweredBefore, meetAgain, restMatter, tellOpen } from './returns.ts'
import { canFill, fill } from './template.ts'
import {
  happened,
  inFront,
  isOver,
  learn,
  say,
  setFact,
  showing,
  startEscape,
  type TurnDraft,
} from './turn-draft.ts'

/** A turn walks over fewer steps than this; more is a fault of the dialog. */
const MOST_STEPS = 100

/** Starts a dialog in front of the others. What its last run left behind is forgotten; what is known of the customer stays. */
export function startDialog(draft: TurnDraft, dialog: Dialog, words: string): void {
  if (!dialog.aside) delete draft.bot.mayTell
  const waitsOn = new Set(
    draft.bot.stack.flatMap((frame) => {
      const waiting = draft.given.desk.dialogs.get(frame.dialog)
      return waiting ? [...learntIn(waiting)] : []
    }),
  )
  for (const name of factsUsed(dialog)) {
    const stale = dialog.facts[name]?.of === 'matter' || draft.facts[name]?.class === 'refused'
    // The company is asked anew: only if it says something else has a dialog that waits lost what it stands on.
    const isToldAnew = waitsOn.has(name) && learntIn(dialog).has(name)
    if (stale && !isToldAnew && !draft.changed.has(name)) setFact(draft, name, undefined)
  }
  draft.bot.stack.push(newFrame(dialog, words))
  advance(draft)
}

function newFrame(dialog: Dialog, words: string): Frame {
  return { dialog: dialog.id, edition: dialog.edition, step: dialog.start, visits: {}, words }
}

/** A dialog that was edited since: it starts over with its facts, and so stands at its first unanswered question. */
export function renewEdited(draft: TurnDraft): boolean {
  let renewed = false
  draft.bot.stack = draft.bot.stack.flatMap((frame) => {
    const dialog = draft.given.desk.dialogs.get(frame.dialog)
    if (dialog?.edition === frame.edition && dialog.steps[frame.step]) return [frame]
    renewed = true
    return dialog ? [newFrame(dialog, frame.words)] : []
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
    if (meetAgain(draft, front.frame, front.dialog)) {
      if (!isOver(draft)) letRest(draft)
      return
    }
    if (enter(draft, front) === 'waits') return
  }
}

/** The matter in front rests as it is; the one behind it goes on. */
function letRest(draft: TurnDraft): void {
  restMatter(draft)
  if (draft.bot.stack.length > 0) resume(draft, 'back')
}

function enter(
  draft: TurnDraft,
  { frame, dialog, step }: { frame: Frame; dialog: Dialog; step: AnyStep },
): 'waits' | 'goes-on' {
  const visits = (frame.visits[frame.step] ?? 0) + 1
  frame.visits[frame.step] = visits
  if (visits > draft.given.desk.limits.loops) {
    startEscape(
      draft,
      'loop',
      detail('entered-too-often', { where: `${dialog.id}/${frame.step}`, times: visits }),
      undefined,
    )
    // Who comes back from the person is not led round once more.
    draft.bot.stack.pop()
    return 'waits'
  }
  draft.about = { dialog, step: frame.step }
  if (!dialog.aside) comeTo(draft, `${dialog.id}/${frame.step}`)
  draft.entered?.(dialog, frame.step)
  switch (step.kind) {
    case 'ask': {
      const fact = draft.facts[step.fact]
      if (!fact) return wait(draft)
      if (fact.class === 'known' && step.known && !draft.changed.has(step.fact)) say(draft, step.known)
      return go(frame, fact.class === 'known' ? step.next : step.refused)
    }
    case 'choose': {
      const meant =
        visits === 1 && !draft.facts[step.fact] ? choiceInWords(draft, step, frame.words) : undefined
      if (meant !== undefined) learn(draft, step.fact, meant, 'customer')
      const fact = draft.facts[step.fact]
      const chosen = fact?.class === 'known' ? String(fact.value) : undefined
      // What was chosen may be offered no longer: the company was asked again and left it out.
      if (chosen !== undefined && choicesOf(draft, step).some(({ value }) => value === chosen)) {
        return go(frame, step.next[chosen] ?? frame.step)
      }
      setFact(draft, step.fact, undefined)
      return wait(draft)
    }
    case 'confirm': {
      const said = ` ${plain(frame.words)} `
      const isDone = visits === 1 && step.instructs?.told.some((phrase) => isMeant(said, plain(phrase)))
      return isDone ? go(frame, step.no) : wait(draft)
    }
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
    case 'reject':
      return rejectAnswer(draft, frame, dialog, step)
    case 'menu':
      if (draft.bot.stack.length === 1) {
        say(draft, step.text)
        showMenu(draft)
      }
      return endDialog(draft, dialog)
    case 'done':
      if (step.text && !step.chosen && isAnsweredBefore(draft, dialog, step.text)) return 'waits'
      if (step.text) say(draft, step.text)
      if (step.offersPerson) draft.offers = true
      if (step.mayTell && draft.bot.stack.length === 1) letTell(draft, dialog.id, frame.step, step.mayTell)
      return endDialog(draft, dialog)
    case 'person':
      handOver(draft, step)
      return 'waits'
  }
}

function comeTo(draft: TurnDraft, step: string): void {
  if (draft.bot.counters.reached.includes(step)) return
  happened(draft, { kind: 'reached', step })
  draft.isNew = true
}

function wait(draft: TurnDraft): 'waits' {
  putQuestion(draft, 'first')
  return 'waits'
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
function rejectAnswer(
  draft: TurnDraft,
  frame: Frame,
  dialog: Dialog,
  reject: Extract<AnyStep, { kind: 'reject' }>,
): 'waits' {
  const { question } = reject
  const asked = dialog.steps[question]
  const why = fill(reject.text, showing(draft))
  if (asked?.kind === 'ask') {
    forgetWhatHangsOn(draft, dialog, asked.fact)
    setFact(draft, asked.fact, undefined)
  }
  frame.step = question
  frame.visits[question] = (frame.visits[question] ?? 0) + 1
  const enough = happened(draft, { kind: 'refused-answer', question: `${dialog.id}/${question}` })
  // The customer was understood, so there is no being sorry for that.
  if (enough) draft.paragraphs = [why]
  else {
    draft.paragraphs.push(why)
    putQuestion(draft, 'again')
  }
  return 'waits'
}

/** The dialog in front is through. With it ends the matter, unless another waits behind it. */
function endDialog(draft: TurnDraft, dialog: Dialog): 'waits' {
  draft.bot.stack.pop()
  if (dialog.aside) return 'waits'
  draft.progress = true
  draft.isNew = true
  if (draft.bot.stack.length > 0) resume(draft, 'back')
  else {
    happened(draft, { kind: 'matter-done' })
    draft.bot.words = ''
    draft.bot.carriedOut = []
  }
  return 'waits'
}

/** Goes on with the dialog in front: its question once more, unless that has been answered in the meantime. */
export function resume(draft: TurnDraft, how: 'repeat' | 'answered' | 'back'): void {
  if (how === 'back') {
    standBack(draft, draft.bot.stack.slice(-1))
    passProof(draft)
  }
  const step = inFront(draft)?.step
  if (!step) return
  if (how === 'back') say(draft, HOUSE.back)
  if (isOpen(draft, step)) putQuestion(draft, how === 'repeat' ? 'repeat' : 'back')
  else advance(draft)
}

/** Whether a question waits for an answer, and has not been answered in some other way. */
export function isOpen(draft: TurnDraft, step: AnyStep): boolean {
  return (
    step.kind === 'confirm' || ((step.kind === 'ask' || step.kind === 'choose') && !draft.facts[step.fact])
  )
}

/** Who has proven who they are in the dialog in between is not asked to do so again: this one begins with what is known. */
function passProof(draft: TurnDraft): void {
  const front = inFront(draft)
  const { account, [PROVEN]: proven } = draft.facts
  if (front?.step.kind !== 'ask' || front.dialog.facts[front.step.fact]?.kind !== 'proof') return
  if (proven?.class !== 'known' || account?.class !== 'known' || proven.value !== account.value) return
  front.frame.step = front.dialog.start
}

/** A step that hands over ends its dialog: from here on it is a person's. */
export function handOver(draft: TurnDraft, step: Extract<AnyStep, { kind: 'person' }>, why?: string): void {
  const front = inFront(draft)
  const where = front
    ? detail('handed-over', {
        title: front.dialog.title[draft.language],
        where: `${front.dialog.id}/${front.frame.step}`,
      })
    : undefined
  if (step.tellsOpen) tellOpen(draft)
  const said = draft.paragraphs
  const flag = step.flag && canFill(step.flag, showing(draft)) ? fill(step.flag, showing(draft)) : undefined
  startEscape(draft, step.reason ?? 'dialog', why ?? flag ?? where, step.text)
  draft.paragraphs.unshift(...said)
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

/** Facts that the company tells a dialog. */
const learntIn = remembered(
  (dialog: Dialog): ReadonlySet<string> =>
    new Set(
      Object.values(dialog.steps).flatMap((step): readonly string[] =>
        step.kind === 'call' ? step.learns : [],
      ),
    ),
)

const factsUsed = remembered((dialog: Dialog): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const step of Object.values(dialog.steps)) {
    if (step.kind === 'ask' || step.kind === 'choose') names.add(step.fact)
    if (step.kind === 'done' && step.mayTell) names.add(step.mayTell.fact)
    if (step.kind === 'copy') for (const name of Object.keys(step.facts)) names.add(name)
    if (step.kind === 'call')
      for (const name of [...step.learns, ...(step.ref ? [step.ref] : [])]) names.add(name)
  }
  return names
})
