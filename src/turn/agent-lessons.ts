import type { Case } from '../cases/case.ts'
import { recordKey } from '../store/keys.ts'
import type { Append, Store } from '../store/store.ts'
import { type Bot, botCodec } from './bot.ts'
import { lessonAppend, SOLVED_WITHIN_MS } from './lessons.ts'

/**
 * What an agent's resolving teaches: it is what finally solved the messages that the bot had not understood shortly before
 * the customer asked, or before the bot itself called a person. Asking writes nothing of it, since it must not need the
 * bot's state. A state that can't be read teaches nothing, and hinders nobody.
 */
export async function agentLessons(
  store: Store,
  c: Case,
  end: { outcome: string; rootCause: string },
): Promise<Append[]> {
  const { outcome, rootCause } = end
  const from = Math.min(c.askedAt, c.openedAt) - SOLVED_WITHIN_MS
  const bots = botCodec.readable(await store.read(c.conversations.map(recordKey.bot)))
  return bots
    .flatMap(({ value }) => value.unsolved ?? [])
    .filter(({ at }) => at >= from)
    .map(({ id }) => lessonAppend({ kind: 'solved', id, by: { kind: 'agent', outcome, rootCause } }))
}

/** The bot's state without the messages that a resolved case has taken over: no later turn says what solved them. */
export function withoutResolved(bot: Bot, c: Case | undefined): Bot {
  if (!bot.unsolved || c?.state.kind !== 'resolved') return bot
  const { at: resolvedAt } = c.state
  const { unsolved, ...rest } = bot
  const waiting = unsolved.filter(({ at }) => at > resolvedAt)
  return waiting.length > 0 ? { ...rest, unsolved: waiting } : rest
}
