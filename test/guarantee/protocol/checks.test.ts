import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadDesk } from '../../../src/cases/load-desk.ts'
import { checkAsks } from '../../../src/guarantee/protocol/check-asks.ts'
import { checkOneAnswer, checkOneOwner } from '../../../src/guarantee/protocol/check-orders.ts'
import { waysToBot } from '../../../src/guarantee/protocol/imports.ts'
import { replayOverHouse } from '../../../src/guarantee/protocol/replay-house.ts'

const ROOT = join(import.meta.dirname, '../../..')
const desk = await loadDesk('desk.yaml')

test('an ask is a stored case in that same commit, whoever has the conversation and whatever can’t be read', async () => {
  const owners = ['a call has started', 'an agent has parked it', 'a call-back is promised', 'it is resolved']
  const { violations, figures } = await checkAsks(desk, {
    root: ROOT,
    channels: ['whatsapp'],
    languages: ['es'],
    owners,
  })
  expect(violations).toEqual([])
  expect(figures).toEqual({ asks: 4 * 3 * 6 * 6, conversations: 4 * 3 * 6 })
})

test.each([
  'an ask while a turn runs',
  'an agent claims while a turn runs',
  'a line on its way to WhatsApp while an agent claims',
  'the outcome of a change while the customer asks',
])('the bot is silent while people have the conversation, in every order: %s', async (scenario) => {
  const { violations, figures } = await checkOneOwner(desk, { only: [scenario] })
  expect(violations).toEqual([])
  expect(figures).toMatchObject({ scenarios: 1, schedules: expect.any(Number) })
  expect(figures.schedules).toBeGreaterThan(2)
  expect(figures.crashes).toBeGreaterThan(2)
})

test('a message that comes twice is stored and answered once, in every order', async () => {
  const { violations } = await checkOneAnswer(desk, { only: ['the same message sent twice, with a turn'] })
  expect(violations).toEqual([])
})

test('all orders are gone through: of two that ask at once, each is the first in some', async () => {
  const both = `
    > hola
    & > quiero hablar con una persona
    & @ Ana goes on duty`
  const first = await replayOverHouse(`${both}\n| customer: x\n`, desk)
  const second = await replayOverHouse(`${both}\n| Ana: x\n`, desk)
  expect(first.transcript).not.toBe(second.transcript)
  expect([...first.findings, ...second.findings]).toEqual([])
})

test('a way from intake to the bot is told from end to end, and types may pass', () => {
  const root = mkdtempSync(join(tmpdir(), 'escotilla-imports-'))
  try {
    mkdirSync(join(root, 'src/turn'), { recursive: true })
    const files = {
      'intake.ts': "import type { Bot } from './bot.ts'\nimport { a } from './a.ts'\n",
      'a.ts': "export {\n  b,\n} from './run-turn.ts'\n",
      'run-turn.ts': '',
      'bot.ts': '',
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'src/turn', name), text)
    expect(waysToBot(root)).toEqual(['src/turn/intake.ts -> src/turn/a.ts -> src/turn/run-turn.ts'])
  } finally {
    rmSync(root, { recursive: true })
  }
})
