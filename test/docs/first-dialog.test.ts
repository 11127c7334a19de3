import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
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

const examples = [
  ...page.matchAll(/### (.+)\n[\s\S]*?```diff\n([\s\S]*?)\n```\n\n```console\n([\s\S]*?)\n```/g),
].map(([, title = '', diff = '', said = '']) => ({ title, diff, said }))

test('the page shows what the check says of the common mistakes', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6)
  // The README shows one of them.
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(examples.some(({ said }) => readme.includes(`\`\`\`console\n${said}\n\`\`\``))).toBe(true)
})

test.each(examples.map((example) => [example.title, example] as const))(
  'what the check says is what the page says: %s',
  async (_, { diff, said }) => {
    const { output, code } = await checked(changed(diff))
    expect(violationsIn(output)).toEqual(said.split('\n\n'))
    expect(code).toBe(1)
  },
)

test('the dialog of the page breaks no promise', async () => {
  expect(violationsIn((await checked(block('ts'))).output)).toEqual([])
})

/** The dialog of the page after the change of a diff block. */
function changed(diff: string): string {
  const side = (sign: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')
  expect(block('ts').split(side('-'))).toHaveLength(2)
  return block('ts').replace(side('-'), side('+'))
}

/** Runs the command over a house that has this one dialog. */
async function checked(dialog: string): Promise<{ output: string; code: number | null }> {
  const house = mkdtempSync(join(tmpdir(), 'first-dialog-'))
  try {
    for (const folder of ['dialogs', 'intents']) mkdirSync(join(house, folder))
    symlinkSync(join(root, 'src'), join(house, 'src'))
    writeFileSync(join(house, 'dialogs/move-house.ts'), dialog)
    writeFileSync(
      join(house, 'dialogs/index.ts'),
      "import { moveHouse } from './move-house.ts'\nexport const dialogs = [moveHouse]\n",
    )
    writeFileSync(join(house, 'intents/move-house.yaml'), block('yaml'))
    const args = ['--house', house, '--only', 'static', '--json', join(house, 'page.json'), '--no-html']
    const child = spawn(process.execPath, ['src/guarantee/main.ts', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    const [code] = (await once(child, 'close')) as [number | null]
    return { output, code }
  } finally {
    rmSync(house, { recursive: true })
  }
}

function violationsIn(output: string): string[] {
  return output.split('\n\n').filter((part) => part.startsWith('VIOLATION'))
}
