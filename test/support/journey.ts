import { join } from 'node:path'
import { expect } from '@jest/globals'
import { dialogs } from '../../dialogs/index.ts'
import { SandboxBusiness, type SandboxFault } from '../../src/business/sandbox/sandbox.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'
import type { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { replayOverBot } from '../../src/guarantee/replay-bot.ts'
import { fits, linesOf } from '../../src/guarantee/transcript.ts'
import type { Language } from '../../src/language.ts'
import { botDesk } from '../../src/turn/bot-desk.ts'
import { installedIntents } from '../../src/understanding/intents.ts'
import { trainLocal } from '../../src/understanding/local/recognizer.ts'
import { lostOnWhatsApp } from './on-whatsapp.ts'

export const houseDesk = botDesk({
  company: 'Fibra Andina',
  timeZone: 'America/Bogota',
  region: 'CO',
  opening: await loadDesk(join(import.meta.dirname, '../../desk.yaml')),
  dialogs,
})
const root = join(import.meta.dirname, '../..')
/** What the house's customers say. */
export const houseIntents = installedIntents(root)
/** Learnt once for all test files, and again when an utterance changes. */
const recognizer = trainLocal(houseIntents, join(root, 'dist/intents.model'))
/** What the house makes of a message. */
export const houseReader = (text: string) => recognizer.read(text)

/**
 * Plays a conversation with the house's dialogs, the real recogniser and the sandbox company, and holds the bot to
 * what is written, in the notation of src/guarantee/transcript.ts:
 *
 *     > what the customer says
 *     < what the bot says on one line, "…" for anything [Button] [Button]
 *     = person (reason)
 *
 * A message that clearly asks for a person never reaches the bot: it shows as `= asked at the door`.
 *
 * Whatever the bot said must also stand on WhatsApp: whole, with all that could be pressed, and with a way to a person.
 */
export async function journey(
  language: Language,
  written: string,
  fault?: SandboxFault,
): Promise<BotHarness> {
  const clock = { now: () => Date.UTC(2026, 10, 22, 15), sleep: () => Promise.resolve() }
  const business = new SandboxBusiness({ clock, timeZone: 'America/Bogota' })
  business.setFault(fault)
  const c = await replayOverBot(written, {
    desk: houseDesk,
    reader: houseReader,
    business,
    language,
  })
  const lines = linesOf(written)
  expect(c.transcript.map((line, i) => (fits(line, lines[i] ?? '') ? lines[i] : line))).toEqual(lines)
  expect(c.said.flatMap(lostOnWhatsApp)).toEqual([])
  return c
}
