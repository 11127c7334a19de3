import type { Reader } from '../../src/guarantee/bot-harness.ts'

/** A reader for tests that are about the bot: each intent by words that only it has. */
export function readByWords(byIntent: Readonly<Record<string, RegExp>>): Reader {
  return (text) => {
    const candidates = Object.entries(byIntent)
      .filter(([, pattern]) => pattern.test(text))
      .map(([intent]) => ({ intent, score: 0.9 }))
    return { intent: candidates[0]?.intent, candidates, entities: [], language: undefined, by: 'test' }
  }
}
