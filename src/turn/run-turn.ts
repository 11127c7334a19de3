import { messageOf } from '../errors.ts'
import { type Anger, readAnger } from '../escape/anger.ts'
import { detail } from '../escape/details.ts'
import { languageName, otherLanguageOf, unknownLanguage } from '../escape/other-languages.ts'
import { contentWords } from '../escape/same-words.ts'
import { turnsTo } from '../understanding/language.ts'
import { newBot } from './bot.ts'
import { standBack } from './dialog/corrections.ts'
import type { Dialog } from './dialog/dialog.ts'
import { HOUSE, SORRY } from './dialog/house-texts.ts'
import { makeMove } from './dialog/make-move.ts'
import { takeOutcome } from './dialog/outcomes.ts'
import { asksForLine, isButton, openQuestion } from './dialog/questions.ts'
import { type Move, readMessage } from './dialog/read-message.ts'
import { advance, isOpen, renewEdited } from './dialog/runner.ts'
import {
  finish,
  happened,
  inFront,
  isOver,
  openDraft,
  ownWords,
  say,
  startEscape,
  type TurnDraft,
} from './dialog/turn-draft.ts'
import { learnAside } from './dialog/values.ts'
import { lessonId } from './lesson-id.ts'
import { heardLesson, type Solution, solvedLessons } from './lessons.ts'
import type { Input, TurnIn, TurnOut } from './turn.ts'

/** An open question waits this long for its answer; after it the customer begins anew, with all facts kept. */
export const RESUME_WITHIN_MS = 24 * 3_600_000

export interface TurnHooks {
  /** Says what a message does, in place of reading it from its words. */
  read?: typeof readMessage
  /** Told of each step that the turn comes through, in order. */
  entered?: (dialog: Dialog, step: string) => void
}

/**
 * One run of the bot over one input. Pure: the same input gives the same result, however often it is run. A fault
 * inside, of a dialog or of ours, is an escape: the customer gets a person and the agent gets the fault.
 *
 * The guarantee hands in `hooks`, to make every move there is and to see which way the dialogs take.
 */
export function runTurn(turn: TurnIn, hooks: TurnHooks = {}): TurnOut {
  const { read = readMessage, entered } = hooks
  try {
    const draft = openDraft(turn, entered)
    switch (turn.input.kind) {
      case 'message':
        hear(draft, turn.input, read)
        break
      case 'outcome':
        takeOutcome(draft, turn.input.callId, turn.input.outcome)
        break
      case 'timer':
        break
    }
    standBack(draft)
    const { next } = draft
    // They go on waiting: the agent who resolves the case says what solved them.
    if (next.kind === 'escape') tellSolution(draft, { kind: 'person', reason: next.reason })
    return finish(draft)
  } catch (thrown) {
    const draft = openDraft(turn)
    delete draft.bot.call
    startEscape(draft, 'error', messageOf(thrown), SORRY.error)
    // Coming back must not run into the same fault.
    draft.bot.stack.pop()
    return finish(draft)
  }
}

function hear(draft: TurnDraft, input: Extract<Input, { kind: 'message' }>, read: typeof readMessage): void {
  const { now, reading } = draft.given
  const { text } = input
  const code = otherLanguageOf(text)
  const other = code ? languageName(code) : unknownLanguage(text)?.name
  // A name or a street in other letters answers what was asked.
  if (other && !isButton(draft, text) && !(code === undefined && asksForLine(draft))) {
    draft.bot.lastAt = now
    // The case's own words say, in their language, that a person will answer.
    startEscape(draft, 'language', detail('language', { language: other }), undefined)
    if (draft.next.kind === 'escape') draft.next.asked = ownWords(text)
    return
  }
  followLanguage(draft, text)
  if (draft.bot.lastAt > 0 && now - draft.bot.lastAt > RESUME_WITHIN_MS) {
    const { language, counters, capitals } = draft.bot
    // A matter that isn't done is counted on; only what was said then is no longer the same thing said again.
    draft.bot = {
      ...newBot(),
      // No menu is on their screen: "la primera" answers what was asked before, and chooses nothing.
      menu: false,
      ...(language ? { language } : {}),
      ...(capitals ? { capitals } : {}),
      counters: { ...counters, heard: [], trail: [] },
    }
  }
  draft.bot.lastAt = now
  if (input.attachments.length > 0) {
    startEscape(draft, 'attachment', detail('files', { times: input.attachments.length }), SORRY.attachment)
    return
  }
  if (draft.bot.call) {
    leaveCallToItsCase(draft)
    return
  }
  if (renewEdited(draft) || isBetweenQuestions(draft)) {
    walkSilently(draft)
    if (isOver(draft) || draft.paragraphs.length > 0) {
      // What the message said was not heard, however far the dialog came by itself.
      happened(draft, { kind: 'no-progress', words: [] })
      return
    }
  }
  const anger = angerIn(draft, text)
  if (anger && happened(draft, { kind: 'anger', sign: anger })) {
    learnAside(draft, text)
    return
  }
  const heard = read(draft, text, reading)
  // "Gracias por nada" thanks for nothing.
  const isNoThanks =
    anger && heard.kind === 'aside' && heard.dialog.aside !== 'answers' && !openQuestion(draft)
  const move: Move = isNoThanks ? { kind: 'unmatched' } : heard
  const wasAskedWhich = draft.bot.between !== undefined
  draft.bot.menu = false
  draft.bot.offered = false
  delete draft.bot.between
  draft.offers = input.ask === 'may-ask' || anger !== undefined
  if (!isNotUnderstood(move)) happened(draft, { kind: 'matched' })
  // The question that asked which of two it was has not been answered: that message was not understood, either.
  else if (wasAskedWhich && happened(draft, { kind: 'unmatched' })) return
  // What was said before it was asked about tells more than an answer that is none.
  if (isInOwnWords(move) && move.kind !== 'dialog' && !wasAskedWhich) keepWords(draft, text)
  if (move.kind === 'unmatched' || move.kind === 'clarify') keepLesson(draft, move.kind, text)
  if (move.kind === 'dialog')
    solve(draft, { kind: 'intent', intent: move.dialog.intents[0] ?? move.dialog.id })
  if (anger) say(draft, HOUSE.sorry)
  if (!isAnswering(move)) learnAside(draft, text)
  makeMove(draft, move, text)
  countTurn(draft, move, text)
  if (!isOver(draft) && draft.paragraphs.length === 0) {
    startEscape(draft, 'error', `the bot had nothing to say to a message read as "${move.kind}"`, SORRY.error)
  }
}

/** Who writes in capitals from the first word on shouts with none of them, unless they shout with marks. */
function angerIn(draft: TurnDraft, text: string): Anger | undefined {
  const anger = readAnger(text)
  if (draft.given.bot.lastAt === 0 && anger === 'shouting' && !text.includes('!')) draft.bot.capitals = true
  return anger === 'shouting' && draft.bot.capitals && !text.includes('!') ? undefined : anger
}

/** The words that a matter began with go with it to a person. */
function keepWords(draft: TurnDraft, text: string): void {
  const frame = draft.bot.stack.at(-1)
  if (!frame) draft.bot.words = ownWords(text)
  else if (frame.words === '') frame.words = ownWords(text)
}

/** A message that was not understood is kept to learn from. */
function keepLesson(draft: TurnDraft, why: 'unmatched' | 'clarify', text: string): void {
  const { lesson, waiting } = heardLesson(draft.bot.unsolved ?? [], {
    id: lessonId(draft.given.seed),
    at: draft.given.now,
    why: why === 'clarify' ? 'clarified' : 'unmatched',
    language: draft.language,
    text,
  })
  draft.lessons.push(lesson)
  draft.bot.unsolved = waiting
}

/** What the messages before this one were about is known now. */
function solve(draft: TurnDraft, by: Solution): void {
  tellSolution(draft, by)
  delete draft.bot.unsolved
}

function tellSolution(draft: TurnDraft, by: Solution): void {
  draft.lessons.push(...solvedLessons(draft.bot.unsolved ?? [], by, draft.given.now))
}

/** Tells the router whether the message helped the customer on, and what was said. */
function countTurn(draft: TurnDraft, move: Move, text: string): void {
  const said = isInOwnWords(move) ? contentWords(text) : []
  if (draft.progress && draft.isNew) happened(draft, { kind: 'progress', dialog: inFront(draft)?.dialog.id })
  // Who turns to another matter has not said the same thing again, whatever words the two share.
  else happened(draft, { kind: 'no-progress', words: move.kind === 'dialog' ? [] : said })
  happened(draft, { kind: 'heard', words: said })
}

/** A message of some words in the other language turns the conversation to it; "ok" and numbers do not. */
function followLanguage(draft: TurnDraft, text: string): void {
  const language = turnsTo(text, draft.language, draft.given.reading?.language)
  // A button says what it was given to say: a product has one name in all languages. And so has a street.
  if (!language || isButton(draft, text) || asksForLine(draft)) return
  draft.bot.language = language
  draft.language = language
}

/** A message while a call is away comes only when its outcome went to a case: whether it was done is not the bot's to say. */
function leaveCallToItsCase(draft: TurnDraft): void {
  const { call } = draft.bot
  delete draft.bot.call
  draft.bot.stack = []
  startEscape(draft, 'commitment', detail('call-left-open', { verb: call?.verb ?? 'a call' }), undefined)
}

/**
 * Whether the dialog in front waits for nothing: what it asked came to be known with a person or in words about something
 * else, or the call that it was about to make was not made because a person took over.
 */
function isBetweenQuestions(draft: TurnDraft): boolean {
  const step = inFront(draft)?.step
  return step !== undefined && !isOpen(draft, step)
}

/**
 * To the first unanswered question without saying anything, so that the message can answer it. Where the dialog ends or
 * promises something on the way, that is what the customer hears in this turn.
 */
function walkSilently(draft: TurnDraft): void {
  const { counters, stack } = draft.bot
  const deep = stack.length
  advance(draft)
  const isAtQuestion = draft.bot.stack.length === deep && draft.commitments.length === 0
  if (draft.next.kind !== 'wait' || !isAtQuestion) return
  draft.bot.counters = counters
  draft.paragraphs = []
  draft.buttons = []
}

/** What is not clear yet counts neither for nor against the bot; its answer tells. */
function isNotUnderstood({ kind }: Move): boolean {
  return kind === 'unmatched' || kind === 'refused' || kind === 'clarify'
}

/** Whether the move itself takes what the message tells; otherwise a value in it would be lost, and asked for again. */
function isAnswering({ kind }: Move): boolean {
  return ['answer', 'correction', 'dialog', 'refused', 'told'].includes(kind)
}

/** Whether what the customer wants is in this message: not in a button, a yes, a number or a greeting. */
function isInOwnWords(move: Move): boolean {
  return (
    (move.kind === 'dialog' && !move.pressed) ||
    move.kind === 'several' ||
    move.kind === 'clarify' ||
    move.kind === 'same' ||
    move.kind === 'unmatched' ||
    move.kind === 'refused'
  )
}
