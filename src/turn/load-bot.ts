import { messageOf } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { type Bot, botCodec, newBot } from './bot.ts'
import type { TurnOut } from './turn.ts'

export type LoadedBot =
  | { state: 'readable'; record: Versioned<Bot> }
  | { state: 'unreadable'; record: Versioned<Bot>; why: string }

/** A state that can't be read is left behind and replaced: its customer reaches a person. */
export async function loadBot(store: Store, conversationId: string): Promise<LoadedBot> {
  const key = recordKey.bot(conversationId)
  const [stored] = await store.read([key])
  if (!stored) return { state: 'readable', record: { key, version: 0, value: newBot() } }
  try {
    return { state: 'readable', record: botCodec.read(stored) }
  } catch (thrown) {
    const record = { key, version: stored.version, value: newBot() }
    return { state: 'unreadable', record, why: messageOf(thrown) }
  }
}

/** The turn of a bot that is not run: a person takes over. */
export function escapeWithoutBot(reason: 'error' | 'unreadable', detail: string): TurnOut {
  return {
    bot: newBot(),
    facts: [],
    say: [],
    commitments: [],
    timers: [],
    next: { kind: 'escape', reason, detail },
  }
}
