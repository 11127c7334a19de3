import { type Business, VERBS, type Verb, type VerbSpec } from '../../src/business/business.ts'
import { SandboxBusiness, type SandboxFault } from '../../src/business/sandbox/sandbox.ts'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import type { Language } from '../../src/language.ts'
import { type Dialog, isQuestion, type QuestionStep } from '../../src/turn/dialog/dialog.ts'
import { houseDesk, houseIntents, houseReader } from './journey.ts'

/** How somebody goes through a dialog of the house: whose account, and which of a list they mean (0 is the first). */
export interface Walker {
  dialog: Dialog
  language: Language
  by: 'buttons' | 'words'
  account: string
  picks: Readonly<Record<string, number>>
}

const MOST_MESSAGES = 20
const PLACES = {
  es: ['la primera', 'la segunda', 'la tercera', 'la cuarta'],
  en: ['the first one', 'the second one', 'the third one', 'the fourth one'],
} as const

/** What the company does otherwise than it should. */
export interface Trouble {
  fault?: SandboxFault
  /** Refuses a verb with a reason. */
  refusing?: { verb: string; reason: string }
}

/** A conversation with the house, in which nothing has been said yet. */
export function conversationOf(language: Language, { fault, refusing }: Trouble = {}): BotHarness {
  const clock = { now: () => Date.UTC(2026, 10, 22, 15), sleep: () => Promise.resolve() }
  const sandbox = new SandboxBusiness({ clock, timeZone: 'America/Bogota' })
  sandbox.setFault(fault)
  const business: Pick<Business, 'call'> = {
    call: (verb, ...rest) =>
      refusing?.verb === verb
        ? Promise.resolve({ kind: 'refused', reason: refusing.reason })
        : sandbox.call(verb, ...rest),
  }
  return new BotHarness({ desk: houseDesk, reader: houseReader, business: business as Business, language })
}

/** A conversation with the house in which the customer has said this, message by message. */
export async function talk(language: Language, messages: readonly string[]): Promise<BotHarness> {
  const c = conversationOf(language)
  for (const message of messages) await c.say(message)
  return c
}

/** What begins the dialog: its chip where it has one and buttons are pressed, or what customers say who want it. */
export function openingOf({ dialog, language, by }: Walker): string {
  if (by === 'buttons' && dialog.chip) return dialog.chip[language]
  const said = dialog.intents.flatMap(
    (id) => houseIntents.intents.find((intent) => intent.id === id)?.utterances[language] ?? [],
  )
  const clear = said.find((text) => dialog.intents.includes(houseReader(text).intent ?? ''))
  if (clear === undefined) throw new Error(`nobody has words for ${dialog.id} in ${language}`)
  return clear
}

/** The question that the bot waits on. */
export function questionOf(c: BotHarness): QuestionStep | undefined {
  const frame = c.bot.stack.at(-1)
  const step = frame && c.desk.dialogs.get(frame.dialog)?.steps[frame.step]
  return step && isQuestion(step) ? step : undefined
}

/** The fact that the open question asks for; `yes-or-no` where it asks to confirm. */
export function asked(c: BotHarness): string | undefined {
  const question = questionOf(c)
  return question?.kind === 'confirm' ? 'yes-or-no' : question?.fact
}

/** Goes on with the dialog until it is done or a person's. */
export async function goOn(c: BotHarness, walker: Walker): Promise<void> {
  for (let said = 0; said < MOST_MESSAGES; said += 1) {
    const question = questionOf(c)
    if (!question || c.escaped) return
    await c.say(answerTo(c, question, walker))
  }
  throw new Error(`${walker.dialog.id} does not come to an end:\n${c.transcript.join('\n')}`)
}

/** The whole dialog, from its opening. */
export async function walk(walker: Walker, trouble?: Trouble): Promise<BotHarness> {
  const c = conversationOf(walker.language, trouble)
  await c.say(openingOf(walker))
  await goOn(c, walker)
  return c
}

/** Verbs by what they are. */
export function verbOf(verb: string): VerbSpec {
  return VERBS[verb as Verb]
}

function answerTo(c: BotHarness, question: QuestionStep, { language, by, account, picks }: Walker): string {
  switch (question.kind) {
    case 'ask':
      return valueFor(question.fact, account, language)
    case 'choose': {
      const at = picks[question.fact] ?? 0
      return (by === 'buttons' ? c.buttons[at] : PLACES[language][at]) ?? ''
    }
    case 'confirm':
      if (by === 'buttons') return c.buttons[0] ?? ''
      return language === 'es' ? 'sí, por favor' : 'yes, please'
  }
}

function valueFor(fact: string, account: string, language: Language): string {
  const spec = houseDesk.facts[fact]
  if (spec?.kind === 'account') return account
  if (spec?.kind === 'proof') return '1234'
  if (spec?.kind === 'date') return language === 'es' ? 'el 5 de diciembre' : '5 December'
  if (spec && 'finds' in spec) return spec.finds === 'email' ? 'ana@correo.example' : '300 111 2233'
  return /address/i.test(fact) ? 'Calle 10 # 5-20, Bogotá' : 'Se cayó un árbol sobre el patio.'
}
