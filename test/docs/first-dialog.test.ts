import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { moveHouse } from '../../docs/examples/move-house.ts'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { botDesk } from '../../src/turn/bot-desk.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { trainLocal } from '../../src/understanding/local/recognizer.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/first-dialog.md'), 'utf8')

function block(kind: 'yaml' | 'ts' | 'text'): string {
  return new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\n\`\`\``).exec(page)?.[1] ?? ''
}

test('the code of the page is the example that runs', () => {
  const example = readFileSync(join(root, 'docs/examples/move-house.ts'), 'utf8').trim()
  expect(block('ts')).toBe(example.replace('../../src/kit.ts', '../src/kit.ts'))
})

test('the conversation of the page is what the bot says, with the utterances of the page', async () => {
  const intents = mkdtempSync(join(tmpdir(), 'intents-'))
  cpSync(join(root, 'intents'), intents, { recursive: true })
  writeFileSync(join(intents, 'move-house.yaml'), block('yaml'))
  const recognizer = trainLocal(loadIntents(intents))
  const desk = botDesk({ company: 'Fibra Andina', timeZone: 'Europe/Madrid', dialogs: [moveHouse] })
  const c = new BotHarness({ desk, reader: (text) => recognizer.read(text) })
  const written = block('text').split('\n')
  for (const line of written) if (line.startsWith('> ')) await c.say(line.slice(2))
  expect(c.transcript.map((line) => line.replace(/\s+/g, ' '))).toEqual(written)
  expect(c.known('newAddress')).toBe('Calle Mayor 5, Segovia')
})
