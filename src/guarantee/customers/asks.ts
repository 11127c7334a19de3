import type { Ask } from '../../escape/ask.ts'
import type { ReadLine } from '../../turn/transcript.ts'

/** What a pass over one transcript finds of the asks in it. */
export interface Asks {
  asks: number
  /** Asks that nobody had after them. */
  notReached: string[]
  /** The most messages that somebody needed from their ask on, that one included; 0 when nobody asked. */
  messages: number
}

/**
 * Counts the promise from the transcript alone, never from the cases, as `src/turn/asks-audit.ts` does over stored
 * ones. An ask is what the recogniser calls one, and what the customer clearly meant as one.
 */
export function asksIn(
  lines: readonly ReadLine[],
  readAsk: (text: string) => Ask,
  meant: ReadonlySet<string>,
): Asks {
  const found: Asks = { asks: 0, notReached: [], messages: 0 }
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'message' || line.from.kind !== 'customer') continue
    const isAsk = line.action === 'ask' || meant.has(line.id) || readAsk(line.text) === 'asks'
    if (!isAsk) continue
    found.asks += 1
    const messages = messagesUntilPeople(lines, index)
    if (messages === undefined) found.notReached.push(line.text)
    else found.messages = Math.max(found.messages, messages)
  }
  return found
}

function messagesUntilPeople(lines: readonly ReadLine[], from: number): number | undefined {
  let messages = 0
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (line?.kind === 'message' && line.from.kind === 'customer') messages += 1
    if (line?.kind === 'event' && /^case-(?:opened|joined|returned|reopened)$/.test(line.name))
      return messages
  }
  return undefined
}
