import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../../src/guarantee/bot-harness.ts'
import { exploreHouse } from '../../../src/guarantee/explore/explore.ts'
import { replayOverBot } from '../../../src/guarantee/replay-bot.ts'
import { runTurn } from '../../../src/turn/run-turn.ts'
import { bye, hello, look, order, robot, tale, toyDesk, toyReader, visit } from '../../support/toy-dialogs.ts'

const desk = toyDesk({ dialogs: [order, tale, look, visit, hello, bye, robot] })
const house = { desk, files: {} }
const explored = exploreHouse(house)

describe('a house that keeps the promise', () => {
  test('breaks nothing in any position', () => {
    expect(explored.result.violations).toEqual([])
    expect(explored.result.figures.states).toBeGreaterThan(50)
  })

  test('keeps nobody longer than the count of messages without progress', () => {
    expect(explored.result.figures.bound).toBe(desk.limits.turnsWithoutProgress)
  })

  test('is never, in a conversation, where it was not explored', async () => {
    const c = new BotHarness({ desk, reader: toyReader })
    for (const text of [
      'quiero pedir',
      'visita',
      'Grande',
      '445566',
      'hola',
      'no, la 778899',
      'un momento',
    ]) {
      await c.say(text)
      expect(explored.uncovered(c.bot, c.facts)).toBeUndefined()
    }
  })

  test('says which state was not explored', () => {
    const frame = { dialog: 'order', edition: order.edition, step: 'nowhere', visits: {}, words: '' }
    const bot = { ...new BotHarness({ desk, reader: toyReader }).bot, stack: [frame] }
    expect(explored.uncovered(bot, {})).toContain('order/nowhere')
  })
})

describe('a turn that breaks the promise is caught', () => {
  const rulesOf = (turn: typeof runTurn) =>
    exploreHouse(house, { turn }).result.violations.map(({ rule }) => rule)

  test('when messages that help nobody are not counted, with a conversation that shows it', async () => {
    const forgetful: typeof runTurn = (given, hooks) => {
      const out = runTurn(given, hooks)
      const counters = { ...out.bot.counters, turnsWithoutProgress: 0 }
      return { ...out, bot: { ...out.bot, counters } }
    }
    const { violations } = exploreHouse(house, { turn: forgetful }).result
    const stay = violations.find(({ rule, transcript }) => rule === 'unbounded-stay' && transcript)
    expect(stay).toBeDefined()
    const c = await replayOverBot(stay?.transcript ?? '', { desk, reader: toyReader })
    expect(c.transcript.length).toBeGreaterThan(desk.limits.turnsWithoutProgress)
  })

  test('when a promise has no commitment', () => {
    const careless: typeof runTurn = (given, hooks) => ({ ...runTurn(given, hooks), commitments: [] })
    expect(rulesOf(careless)).toEqual(
      expect.arrayContaining(['promise-without-commitment', 'unknown-told-as-done']),
    )
  })

  test('when a failure is met with silence', () => {
    const silent: typeof runTurn = (given, hooks) => {
      const out = runTurn(given, hooks)
      const failed = given.input.kind === 'outcome' && given.input.outcome.kind === 'failed'
      return failed ? { ...out, say: [], next: { kind: 'wait' } } : out
    }
    expect(rulesOf(silent)).toEqual(expect.arrayContaining(['failure-not-told', 'no-answer']))
  })
})
