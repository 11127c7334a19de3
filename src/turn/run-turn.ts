import type { TurnIn, TurnOut } from './turn.ts'

export function runTurn(turn: TurnIn): TurnOut {
  return { bot: turn.bot, facts: [], say: [], commitments: [], timers: [], next: { kind: 'wait' } }
}
