import type { Language, Texts } from '../language.ts'
import type { Button, CustomerAction } from '../turn/line.ts'

/** What a customer in line can choose. A press sends the label as text, so that every channel can answer by typing. */
export const LABELS = {
  ask: { es: 'Hablar con una persona', en: 'Talk to a person' },
  'call-back': { es: 'Que me llamen', en: 'Call me back' },
  'written-answer': { es: 'Prefiero una respuesta escrita', en: 'Send me a written answer' },
  'keep-open': { es: 'Dejar el chat abierto', en: 'Keep the chat open' },
  leave: { es: 'Ya no lo necesito', en: 'I no longer need it' },
  return: { es: 'Volver a la fila', en: 'Back in line' },
  supervisor: { es: 'Hablar con su supervisora', en: 'Talk to a supervisor' },
} as const satisfies Record<Exclude<CustomerAction, 'survey'>, Texts>

/** The last button of every menu. */
export const NONE_OF_THESE: Texts = { es: 'Nada de esto', en: 'None of these' }

/** The two answers of the survey after "resolved", and what they count. */
export const SURVEY = [
  { es: '👍 Sí, quedó resuelto', en: '👍 Yes, it is solved', value: 5 },
  { es: '👎 No del todo', en: '👎 Not quite', value: 1 },
] as const

export function buttons(language: Language, ...actions: (keyof typeof LABELS)[]): Button[] {
  return actions.map((action) => ({ label: LABELS[action][language] }))
}

/** Letters and digits only, lower case, without accents: what a label and a typed label have in common. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}👍👎]+/gu, ' ')
    .trim()
}

const ACTIONS_BY_LABEL = new Map<string, CustomerAction>(
  Object.entries(LABELS).flatMap(([action, texts]) => [
    [plain(texts.es), action as CustomerAction],
    [plain(texts.en), action as CustomerAction],
  ]),
)

/** The choice that a message makes by saying exactly a button's label; anything longer is a message to a person. */
export function actionOf(text: string): CustomerAction | undefined {
  return ACTIONS_BY_LABEL.get(plain(text))
}

/** The survey's answer, given by a tap or by its label. */
export function surveyOf(text: string, value: string | undefined): number | undefined {
  const tapped = SURVEY.find((one) => plain(one.es) === plain(text) || plain(one.en) === plain(text))
  if (tapped) return tapped.value
  const number = Number(value)
  return value !== undefined && Number.isInteger(number) && number >= 1 && number <= 5 ? number : undefined
}
