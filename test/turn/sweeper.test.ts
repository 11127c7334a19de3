import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { ANSWER_DEADLINE_MS } from '../../src/turn/sweeper.ts'
import { until } from '../support/until.ts'
import { answering, echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

/** Time passes in steps that the sweeper sees. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 1_000) {
    house.clock.advance(1_000)
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a message that nobody answered in time goes to a person, whatever the cause', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  house.sweeper()
  await pass(ANSWER_DEADLINE_MS - 5_000)
  expect(await house.caseOf(head)).toBeUndefined()
  await pass(10_000)
  expect(await house.caseOf(head)).toMatchObject({ reason: 'error', asked: 'hola' })
  expect(await house.saidBy(head, 'system')).toHaveLength(1)
})

test('an outage sends nobody to a person: only time in which a worker could have run counts', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  house.sweeper()
  await pass(5_000)
  house.clock.advance(ANSWER_DEADLINE_MS * 2)
  await pass(5_000)
  expect(await house.caseOf(head)).toBeUndefined()
})

test('a timer wakes the bot once, when it is due', async () => {
  const head = await house.start()
  house.worker((turn) =>
    turn.input.kind === 'timer'
      ? answering(turn, `timer: ${turn.input.name}`)
      : {
          ...answering(turn, 'wait'),
          timers: [{ id: 'timer-1', name: 'remind', at: house.clock.now() + 60_000 }],
        },
  )
  await house.say(head, 'hola')
  await house.quiet()
  house.sweeper()
  await pass(30_000)
  expect(await house.saidBy(head, 'bot')).toEqual(['wait'])
  await pass(40_000)
  await until(async () => (await house.saidBy(head, 'bot')).length === 2, 'the timer was told')
  await pass(120_000)
  expect(await house.saidBy(head, 'bot')).toEqual(['wait', 'timer: remind'])
  expect((await house.store.rank(indexName.due('timer'), recordKey.timer('timer-1'))).size).toBe(0)
})

test('a case that people hold is never escaped again', async () => {
  const head = await house.start()
  await house.say(head, 'quiero hablar con una persona')
  house.sweeper()
  house.worker(echo)
  await pass(ANSWER_DEADLINE_MS + 10_000)
  expect(await house.caseOf(head)).toMatchObject({ reason: 'asked' })
})
