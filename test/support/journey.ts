import { join } from 'node:path'
import { expect } from '@jest/globals'
import { dialogs } from '../../dialogs/index.ts'
import { SandboxBusiness, type SandboxFault } from '../../src/business/sandbox/sandbox.ts'
import { readAsk } from '../../src/escape/ask.ts'
import type { Language } from '../../src/language.ts'
import { botDesk } from '../../src/turn/bot-desk.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { trainLocal } from '../../src/understanding/local/recognizer.ts'
import { BotHarness } from './bot-harness.ts'

export const houseDesk = botDesk({
  company: 'Fibra Andina',
  timeZone: 'America/Bogota',
  region: 'CO',
  dialogs,
})
const recognizer = trainLocal(loadIntents(join(import.meta.dirname, '../../intents')))

/**
 * Plays a conversation with the house's dialogs, the real recogniser and the sandbox company, and holds the bot to
 * what is written:
 *
 *     > what the customer says
 *     < what the bot says on one line, "…" for anything [Button] [Button]
 *     = person (reason)
 *
 * A message that clearly asks for a person never reaches the bot: it shows as `= asked at the door`.
 */
export async function journey(
  language: Language,
  written: string,
  fault?: SandboxFault,
): Promise<BotHarness> {
  const clock = { now: () => Date.UTC(2026, 10, 22, 15), sleep: () => Promise.resolve() }
  const business = new SandboxBusiness({ clock, timeZone: 'America/Bogota' })
  business.setFault(fault)
  const c = new BotHarness({ desk: houseDesk, reader: (text) => recognizer.read(text), business, language })
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  for (const line of lines.filter((one) => one.startsWith('> '))) {
    const text = line.slice(2)
    const ask = readAsk(text)
    if (ask === 'asks') c.transcript.push(line, '= asked at the door')
    else await c.say(text, ask === 'may-ask' ? { ask } : {})
  }
  const said = c.transcript.map((line) => line.replace(/\s+/g, ' ').trim())
  expect(said.map((line, index) => (fits(line, lines[index]) ? lines[index] : line))).toEqual(lines)
  return c
}

function fits(said: string, written = ''): boolean {
  const pattern = written
    .replace(/\s+/g, ' ')
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${pattern}$`, 'u').test(said)
}
