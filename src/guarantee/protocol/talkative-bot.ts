import { newBot } from '../../turn/bot.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import type { TurnIn } from '../../turn/turn.ts'
import type { Reading, Recognizer } from '../../understanding/recognizer.ts'

/**
 * The bot that talks the most: it answers whatever it hears, and calls the company when told to. What the protocol
 * keeps silent here, it keeps silent whatever the dialogs are; the dialogs themselves are explored elsewhere.
 *
 *     > consulte     a look-up, which may be repeated
 *     > cancele      a change, which may not
 *     > falle        the bot throws
 */
export const talkativeBot: typeof runTurn = (turn) => {
  const said = wordsOf(turn)
  if (said === 'falle') throw new Error('the bot failed')
  const call = CALLS[said]
  const { call: _, ...rest } = turn.bot
  const bot = { ...newBot(), ...rest, lastAt: turn.now }
  return {
    bot: call ? { ...bot, call: { ...call, id: `call-${turn.seed}`, dialog: 'model', step: 'call' } } : bot,
    facts: [],
    say: [{ text: `he oído: ${said}` }],
    commitments: [],
    timers: [],
    next: call
      ? { kind: 'call', ...call, id: `call-${turn.seed}`, trying: 'Lo intento.', limitMs: 8_000 }
      : { kind: 'wait' },
  }
}

const CALLS: Readonly<Record<string, { verb: string; args: Record<string, string> } | undefined>> = {
  consulte: { verb: 'find-service', args: { account: '445566' } },
  cancele: { verb: 'cancel-service', args: { account: '445566', endDate: '2026-11-30' } },
}

function wordsOf({ input }: TurnIn): string {
  switch (input.kind) {
    case 'message':
      return input.text
    case 'outcome':
      return input.outcome.kind
    case 'timer':
      return input.name
  }
}

/** Understands nothing, at once. */
export const deafRecognizer: Recognizer = {
  recognize(_text, language): Promise<Reading> {
    return Promise.resolve({ intent: undefined, candidates: [], entities: [], language, by: 'model' })
  },
}
