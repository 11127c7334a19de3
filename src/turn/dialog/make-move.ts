import { detail } from '../../escape/details.ts'
import type { Texts } from '../../language.ts'
import type { Frame } from '../bot.ts'
import { takeTold } from './afterwards.ts'
import { clarify } from './clarify.ts'
import { forgetWhatHangsOn } from './corrections.ts'
import type { Dialog } from './dialog.ts'
import { HOUSE, SORRY } from './house-texts.ts'
import { answerOf, choicesOf, openQuestion, putQuestion, showChoices } from './questions.ts'
import type { Move } from './read-message.ts'
import { advance, resume, showMenu, startDialog } from './runner.ts'
import {
  happened,
  inFront,
  isOver,
  learn,
  offerPerson,
  ownWords,
  say,
  setFact,
  startEscape,
  type TurnDraft,
} from './turn-draft.ts'
import { learnInPassing, learnProofInPassing } from './values.ts'

/** Carries out what the customer does. Every way ends with something said, a call, or a person. */
export function makeMove(draft: TurnDraft, move: Move, text: string): void {
  switch (move.kind) {
    case 'person':
      toPerson(draft, move.why)
      break
    case 'answer':
      takeAnswer(draft, move.value, text)
      break
    case 'unable':
      takeAnswer(draft, undefined, text)
      break
    case 'hold-on':
      say(draft, HOUSE.noHurry)
      break
    case 'correction':
      correct(draft, move, text)
      break
    case 'never-mind':
      letGo(draft)
      break
    case 'solved':
      letGo(draft, HOUSE.solved)
      break
    case 'question':
      admit(draft, text)
      break
    case 'told':
      takeTold(draft, move)
      break
    case 'declined':
      say(draft, HOUSE.declined)
      if (openQuestion(draft)) putQuestion(draft, 'repeat')
      else showMenu(draft)
      break
    case 'aside':
      answerAside(draft, move.dialog)
      break
    case 'dialog':
      turnTo(draft, move, text)
      break
    case 'clarify':
      clarify(draft, move.between, text)
      break
    case 'same':
      putQuestion(draft, 'repeat')
      break
    case 'several':
      say(draft, HOUSE.several)
      showMenu(draft)
      offerPerson(draft)
      break
    case 'refused':
      refuse(draft)
      break
    case 'unmatched':
      if (happened(draft, { kind: 'unmatched' })) return
      // Words that may ask for a person were understood well enough not to be sorry for them.
      say(draft, draft.offers ? HOUSE.mayAsk : HOUSE.unmatched)
      showMenu(draft)
      offerPerson(draft)
  }
}

function toPerson(draft: TurnDraft, why: 'accepted' | 'none-of-these'): void {
  if (why === 'accepted') {
    startEscape(draft, 'asked', detail('accepted', {}), undefined)
    return
  }
  const hasWords = (draft.bot.stack.at(-1)?.words || draft.bot.words) !== ''
  startEscape(draft, 'unmatched', detail('none-of-these', {}), hasWords ? undefined : HOUSE.ownWords)
}

/** `value` undefined: the customer can't or won't say. */
function takeAnswer(draft: TurnDraft, value: string | undefined, text: string): void {
  const front = inFront(draft)
  const question = openQuestion(draft)
  if (!front || !question) return
  const { frame, dialog } = front
  const { now, head } = draft.given
  happened(draft, { kind: 'question-answered', question: `${dialog.id}/${frame.step}` })
  draft.progress = true
  if (question.kind === 'confirm') {
    const cannot = value === 'cannot' ? question.cannot?.to : undefined
    frame.step = cannot ?? (value === 'yes' ? question.yes : question.no)
  } else if (question.kind === 'choose' && question.cannot && value === 'cannot') {
    frame.step = question.cannot.to
  } else {
    if (value !== undefined) {
      learn(draft, question.fact, value, 'customer')
      if (draft.given.desk.facts[question.fact]?.kind === 'account') learnProofInPassing(draft, dialog, text)
    } else setFact(draft, question.fact, { class: 'refused', at: now, conversationId: head.id })
  }
  advance(draft)
}

/**
 * Takes the new answer, forgets what hung on the old one, and walks again from that question. Without a new answer
 * ("me equivoqué") the question is asked again.
 */
function correct(draft: TurnDraft, move: Extract<Move, { kind: 'correction' }>, text: string): void {
  const front = inFront(draft)
  if (!front) return
  forgetWhatHangsOn(draft, front.dialog, move.fact)
  for (const name of Object.keys(front.dialog.steps)) {
    happened(draft, { kind: 'question-answered', question: `${front.dialog.id}/${name}` })
  }
  draft.progress = true
  const { frame } = front
  // What came after it is to come again: nobody goes on from a later question before the ones between are answered.
  const entered = Object.entries(frame.visits)
  const at = entered.findIndex(([name]) => name === move.step)
  frame.visits = Object.fromEntries(entered.slice(0, at + 1))
  frame.step = move.step
  if (move.value === undefined) {
    setFact(draft, move.fact, undefined)
    say(draft, HOUSE.correcting)
    putQuestion(draft, 'again')
    return
  }
  learn(draft, move.fact, move.value, 'customer')
  learnProofInPassing(draft, front.dialog, text)
  say(draft, HOUSE.corrected)
  advance(draft)
}

/** "Never mind": the matter in front is let go at once, without a word of persuasion. */
function letGo(draft: TurnDraft, said: Texts = HOUSE.dropped): void {
  const { bot } = draft
  const dropped = bot.stack.pop()
  if (!dropped) {
    say(draft, HOUSE.nothingOpen)
    return
  }
  say(draft, bot.carriedOut.length > 0 ? HOUSE.droppedAfterChange : said)
  resume(draft, 'back')
}

/** Small talk, or a question of the customer's: a word back, and on with the open question. */
function answerAside(draft: TurnDraft, dialog: Dialog): void {
  startDialog(draft, dialog, '')
  if (dialog.aside === 'leaves' || isOver(draft)) return
  // Who was answered has not been led in circles, however often they ask on the way: messages without progress bound it.
  resume(draft, dialog.aside === 'answers' ? 'answered' : 'repeat')
}

/** Another matter comes first: it is put in front, and the one before it waits behind it. */
function turnTo(draft: TurnDraft, move: Extract<Move, { kind: 'dialog' }>, text: string): void {
  const { bot } = draft
  const { dialog } = move
  if (happened(draft, { kind: 'dialog', dialog: dialog.id })) return
  const before = bot.stack.find((frame) => frame.dialog === dialog.id)
  if (before) {
    bringForward(draft, before)
    return
  }
  if (bot.stack.length >= draft.given.desk.limits.dialogsDeep) {
    startEscape(
      draft,
      'loop',
      detail('too-many-matters', { times: bot.stack.length, where: dialog.id }),
      SORRY.loop,
    )
    return
  }
  const said = move.words ?? (move.pressed ? '' : text)
  // What is told with the answer to "which of the two?" counts as much as what was told with the question.
  for (const told of new Set([said, text])) learnInPassing(draft, dialog, told)
  startDialog(draft, dialog, ownWords(said))
}

/** A dialog is never twice in the stack: the one that waited comes to the front as it was. */
function bringForward(draft: TurnDraft, frame: Frame): void {
  draft.bot.stack = [...draft.bot.stack.filter((other) => other !== frame), frame]
  resume(draft, 'back')
}

function refuse(draft: TurnDraft): void {
  if (!wasEnough(draft)) putQuestion(draft, 'again')
}

/**
 * A question instead of an answer: what the dialog knows is answered; else offers who can answer it. What the bot asked
 * for, it says in other words.
 */
function admit(draft: TurnDraft, text: string): void {
  const question = openQuestion(draft)
  const answer = question && answerOf(question, text)
  if (question?.kind === 'confirm' && answer) {
    say(draft, answer)
    say(draft, question.again)
    showChoices(draft, choicesOf(draft, question))
    return
  }
  if (!question || wasEnough(draft)) return
  if (question.kind === 'ask') {
    putQuestion(draft, 'again')
    draft.offers = true
    return
  }
  say(draft, HOUSE.notMine)
  showChoices(draft, choicesOf(draft, question))
  offerPerson(draft)
}

/** Counts an answer that could not be used; true when it was one too many. */
function wasEnough(draft: TurnDraft): boolean {
  const front = inFront(draft)
  if (!front) return true
  return happened(draft, { kind: 'refused-answer', question: `${front.dialog.id}/${front.frame.step}` })
}
