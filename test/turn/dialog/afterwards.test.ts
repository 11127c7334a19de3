import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../../src/guarantee/bot-harness.ts'
import { exploreHouse } from '../../../src/guarantee/explore/explore.ts'
import { readAs } from '../../../src/guarantee/replay-bot.ts'
import { botShape, newBot } from '../../../src/turn/bot.ts'
import { runTurn } from '../../../src/turn/run-turn.ts'
import { houseDesk } from '../../support/journey.ts'

/** A conversation whose matter has just been done, and which has said what may be told of it. */
function done() {
  const c = new BotHarness({ desk: houseDesk, reader: () => readAs('nothing') })
  c.bot = { ...newBot(), menu: false, mayTell: { dialog: 'cancel-service', step: 'cancelled' } }
  return c
}

describe('what may be told afterwards', () => {
  test('is kept with the bot, and forgotten once it is told', async () => {
    const c = done()
    expect(botShape.parse(JSON.parse(JSON.stringify(c.bot)))).toEqual(c.bot)
    await c.say('Es caro')
    expect(c.bot.mayTell).toBeUndefined()
    expect(c.known('leavingBecause')).toBe('price')
  })

  test('is chosen by its number only while no other list is shown', async () => {
    const c = done()
    await c.say('hola', { reading: readAs('greeting') })
    await c.say('2')
    expect(c.facts.leavingBecause).toBeUndefined()
    expect(c.bot.stack.at(-1)?.dialog).toBe('unknown-charge')
  })

  test('is gone when the dialog has been edited, or another begins', async () => {
    const c = done()
    c.bot = { ...c.bot, mayTell: { dialog: 'cancel-service', step: 'no-longer-there' } }
    await c.say('Es caro')
    expect(c.facts.leavingBecause).toBeUndefined()
    const other = done()
    await other.say('Sin internet')
    expect(other.bot.mayTell).toBeUndefined()
  })

  test('is explored: a bot that asks for it again is caught', () => {
    const desk = houseDesk
    const urging: typeof runTurn = (given, hooks) => {
      const out = runTurn(given, hooks)
      if (!given.bot.mayTell || out.bot.stack.length > 0) return out
      const step = desk.dialogs.get('cancel-service')?.steps.cancelled
      const text = step?.kind === 'done' ? (step.mayTell?.text.es ?? '') : ''
      return { ...out, say: [...out.say, { text }] }
    }
    const rules = exploreHouse(
      { desk, files: {} },
      { turn: urging, dialogs: ['cancel-service'] },
    ).result.violations.map(({ rule }) => rule)
    expect(rules).toContain('asked-afterwards-again')
  })
})
