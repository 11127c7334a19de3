import { z } from 'zod'
import { codec } from '../store/codec.ts'

/** The bot's state in one conversation: the stack of dialogs, the router's counters, a pending call. */
export const botShape = z.object({})
export type Bot = z.infer<typeof botShape>
export const botCodec = codec<Bot>({ kind: 'bot', schema: 1, shape: botShape })

export function newBot(): Bot {
  return {}
}
