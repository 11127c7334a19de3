import { expect } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import type { Outcome } from '../../src/turn/line.ts'
import { toyDesk, toyReader } from './toy-dialogs.ts'

/** A conversation with the toy dialogs, in which every account is its customer's. */
export const conversation = (options: Parameters<typeof toyDesk>[0] = {}) =>
  new BotHarness({ desk: toyDesk(options), reader: toyReader, isBelieved: true })

/** What the company answers when `order` looks the service up. */
export const found: Outcome = { kind: 'ok', ref: 'F-1', data: { plan: 'Fibra', endDate: '2026-12-01' } }

/** Up to the yes-or-no question of `order`. */
export async function upToTheYes(c: BotHarness): Promise<void> {
  await c.say('quiero pedir')
  await c.say('445566')
  await c.say('Grande')
  await c.outcome(found)
  expect(c.text).toBe('¿Pido Fibra Grande para 445566?')
}
