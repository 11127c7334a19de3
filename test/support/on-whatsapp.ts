import { render } from '../../src/channels/whatsapp/render.ts'
import { replyText } from '../../src/channels/whatsapp/reply-id.ts'
import { readAsk } from '../../src/escape/ask.ts'
import type { Language } from '../../src/language.ts'
import type { Say } from '../../src/turn/turn.ts'
import { graphMessageShape, shown } from './graph-messages.ts'

/**
 * What a customer on WhatsApp would miss of what the bot says: a message that Meta refuses, words that are not there,
 * something that can't be pressed or typed, no way to a person. None of it is right.
 */
export function lostOnWhatsApp({ say, language }: { say: Say; language: Language }): string[] {
  const line = {
    from: { kind: 'bot' } as const,
    text: say.text,
    ...(say.buttons ? { buttons: say.buttons } : {}),
  }
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
  const isOffered = (label: string): boolean => choices.includes(label) || text.includes(`. ${label}`)
  const way = [...choices, ...messages.map(({ footer }) => /[«"](.+)[»"]/.exec(footer ?? '')?.[1] ?? '')]
  return [
    ...refused,
    ...(text.includes(say.text) ? [] : [`words: ${say.text}`]),
    ...(say.buttons ?? []).filter(({ label }) => !isOffered(label)).map(({ label }) => `choice: ${label}`),
    ...(way.some((words) => readAsk(words) === 'asks') || say.text.length > 1_024
      ? []
      : [`way out: ${say.text}`]),
  ]
}
