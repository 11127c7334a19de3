import { render } from '../../src/channels/whatsapp/render.ts'
import { replyText } from '../../src/channels/whatsapp/reply-id.ts'
import { readAsk } from '../../src/escape/ask.ts'
import type { Language } from '../../src/language.ts'
import type { MessageLine } from '../../src/turn/line.ts'
import type { Say } from '../../src/turn/turn.ts'
import type { House } from '../turn/house.ts'
import { graphMessageShape, shown } from './graph-messages.ts'

/**
 * What a customer on WhatsApp would miss of what the bot says: a message that Meta refuses, words that are not there,
 * something that can't be pressed or typed, no way to a person. None of it is right.
 */
export function lostOnWhatsApp({ say, language }: { say: Say; language: Language }): string[] {
  return lostOf({ from: { kind: 'bot' }, ...say }, language)
}

/** The same of all that was said in the conversations of a house, by bot, desk and agents. */
export async function lostInHouse(house: House): Promise<string[]> {
  const logs = await Promise.all(house.begun.map((head) => house.lines(head)))
  return logs
    .flat()
    .flatMap((line) => (line.kind === 'message' && line.from.kind !== 'customer' ? lostOf(line, 'es') : []))
}

function lostOf(said: Pick<MessageLine, 'text' | 'buttons' | 'from'>, language: Language): string[] {
  const { text: words, buttons = [] } = said
  const line = { from: said.from, text: words, buttons }
  const address = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '573001112233' }
  const parsed = render(line, language).map((content) =>
    graphMessageShape.safeParse({ ...address, ...content }),
  )
  const refused = parsed.flatMap(
    ({ error }) => error?.issues.map(({ message }) => `refused: ${message}`) ?? [],
  )
  const messages = parsed.flatMap(({ data }) => (data ? [shown(data)] : []))
  const text = messages.map((one) => one.text).join('\n')
  const choices = messages.flatMap((one) => one.choices.map(replyText))
  const isBot = said.from.kind === 'bot'
  const isOffered = (label: string): boolean => choices.includes(label) || text.includes(`. ${label}`)
  const way = [...choices, ...messages.map(({ footer }) => /[«"](.+)[»"]/.exec(footer ?? '')?.[1] ?? '')]
  return [
    ...refused,
    ...(text.includes(words) ? [] : [`words: ${words}`]),
    ...buttons.filter(({ label }) => !isOffered(label)).map(({ label }) => `choice: ${label}`),
    ...(isBot && !way.some((one) => readAsk(one) === 'asks') && words.length <= 1_024
      ? [`way out: ${words}`]
      : []),
  ]
}
