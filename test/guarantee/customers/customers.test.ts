import { expect, test } from '@jest/globals'
import type { CustomersRun } from '../../../src/guarantee/customers/customers.ts'
import { replayCustomer, simulateCustomers } from '../../../src/guarantee/customers/customers.ts'
import { loadHouse } from '../../../src/guarantee/house.ts'
import { parseTranscript } from '../../../src/guarantee/transcript.ts'
import { newBot } from '../../../src/turn/bot.ts'

const house = await loadHouse('.', 'desk.yaml')
const simulate = (run: Partial<CustomersRun> = {}) =>
  simulateCustomers({ house, customers: 100, seed: 7, threads: 0, ...run })

/** One run of a thousand people, which several tests look at. */
const thousand = simulate({ customers: 1_000 })

test('a thousand people of a fixed seed are kept every promise', async () => {
  const { figures, violations } = await thousand
  expect(violations.map(({ rule, what, transcript }) => `${rule}: ${what}\n${transcript}`)).toEqual([])
  expect(figures).toMatchObject({
    customers: 1_000,
    messagesUntilPerson: 1,
    questionsAskedTwice: 0,
    askedNotReached: 0,
    botWordsOverPerson: 0,
    unknownToldAsDone: 0,
  })
})

test('people get all that there is: solved, answered, a person for many reasons, and gone by themselves', async () => {
  const { figures } = await thousand
  const ends = ['solvedAndConfirmed', 'answered', 'reachedPerson', 'leftByThemselves']
  const reasons = [
    'Asked',
    'Unmatched',
    'Loop',
    'FailedAnswers',
    'Error',
    'Attachment',
    'Dialog',
    'Commitment',
  ]
  const missing = [...ends, ...reasons.map((reason) => `person${reason}`)].filter((name) => !figures[name])
  expect(missing).toEqual([])
  const sum = ends.reduce((total, name) => total + (figures[name] ?? 0), 0)
  expect(sum).toBe(1_000)
})

test('the same seed is the same people, whatever the number of threads', async () => {
  const figuresOf = async (threads: number) => {
    const { figures } = await simulate({ customers: 120, threads })
    return { ...figures, cpuMs: 0 }
  }
  const alone = await figuresOf(0)
  expect(await figuresOf(2)).toEqual(alone)
  expect({ ...(await simulate({ customers: 120, seed: 8 })).figures, cpuMs: 0 }).not.toEqual(alone)
}, 90_000)

test('one customer is played again, line by line, in the notation of transcripts', async () => {
  const first = await replayCustomer({ house, seed: 7, customer: 41 })
  expect(await replayCustomer({ house, seed: 7, customer: 41 })).toBe(first)
  expect(parseTranscript(first).some((moment) => moment.kind === 'customer')).toBe(true)
  expect(await replayCustomer({ house, seed: 7, customer: 42 })).not.toBe(first)
})

test('progress is told until everybody is through', async () => {
  const told: number[] = []
  await simulate({ onProgress: (done) => told.push(done) })
  expect(told.at(-1)).toBe(100)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('every state that people come into is asked for among the explored ones', async () => {
  const asked: string[] = []
  const { figures } = await simulate({
    covers(bot) {
      asked.push(JSON.stringify(bot.stack.map(({ dialog, step }) => [dialog, step])))
      return undefined
    },
  })
  expect(figures.uncoveredStates).toBe(0)
  expect(asked.length).toBe(figures.visitedStates)
  expect(new Set(asked).size).toBeGreaterThan(10)
})

test('a state that no explored one stands for fails with the conversation that led there', async () => {
  const { figures, violations } = await simulate({
    covers: (bot) => (bot.stack.at(-1)?.step === 'confirm' ? 'nobody explored it' : undefined),
  })
  expect(figures.uncoveredStates).toBeGreaterThan(0)
  const [first] = violations.filter(({ rule }) => rule === 'unsound-abstraction')
  expect(first?.what).toMatch(/^seed 7, customer \d+: .*nobody explored it/)
  expect(first?.where).toMatchObject({ step: 'confirm' })
  expect(first?.transcript).toContain('> ')
})

test('a fault is told with the seed, the customer and the whole conversation', async () => {
  const { violations } = await simulate({
    broken: {
      turn: ({ bot }) => ({
        bot: { ...newBot(), lastAt: bot.lastAt },
        facts: [],
        say: [],
        commitments: [],
        timers: [],
        next: { kind: 'wait' },
      }),
    },
  })
  const [unanswered] = violations.filter(({ rule }) => rule === 'unanswered')
  const [, customer] = /^seed 7, customer (\d+): /.exec(unanswered?.what ?? '') ?? []
  expect(Number(customer)).toBeGreaterThanOrEqual(0)
  expect(unanswered?.transcript).toMatch(/^\(language: /)
})
