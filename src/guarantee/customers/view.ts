import type { Language } from '../../language.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { type Dialog, isQuestion, type QuestionStep } from '../../turn/dialog/dialog.ts'
import type { Conversation } from './conversation.ts'

/** What the customer sees of the conversation: who has it, what they are asked, and the buttons of the last message. */
export interface View {
  language: Language
  owner: 'bot' | 'people'
  question: { dialog: Dialog; name: string; step: QuestionStep } | undefined
  buttons: readonly string[]
  /** The last thing that was said offers what the bot can do, or a person. */
  menu: boolean
  offered: boolean
  /** The company has not answered yet. */
  isWaiting: boolean
  /** The last message of the bot ended a matter. */
  isDone: boolean
}

export function viewOf(conversation: Conversation, desk: BotDesk): View {
  const { bot, head, lines } = conversation
  const owner = conversation.isWithPeople ? 'people' : 'bot'
  // With the bot again, it is the bot's last question that is open, whatever people said since.
  const last = lines.findLast(
    (line) =>
      line.kind === 'message' && (owner === 'bot' ? line.from.kind === 'bot' : line.from.kind !== 'customer'),
  )
  const said = last?.kind === 'message' ? last : undefined
  const about = said?.about
  const step = about && desk.dialogs.get(about.dialog)?.steps[about.step]
  return {
    language: bot.language ?? head.language,
    owner,
    question: openQuestionOf(conversation, desk),
    buttons: (said?.buttons ?? []).map((button) => button.label),
    menu: bot.menu,
    offered: bot.offered,
    isWaiting: owner === 'bot' && bot.call !== undefined,
    isDone: step?.kind === 'done' && !desk.dialogs.get(about?.dialog ?? '')?.aside,
  }
}

function openQuestionOf({ bot }: Conversation, desk: BotDesk): View['question'] {
  const frame = bot.stack.at(-1)
  const dialog = frame && desk.dialogs.get(frame.dialog)
  const step = frame && dialog?.steps[frame.step]
  return frame && dialog && step && isQuestion(step) && !bot.call
    ? { dialog, name: frame.step, step }
    : undefined
}
