import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Business } from '../../src/business/business.ts'
import { StoreAway } from '../../src/errors.ts'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import type { Outcome } from '../../src/turn/line.ts'
import { until } from '../support/until.ts'
import { answering, House, type Turn, wordsOf } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

const PERSON = 'quiero hablar con una persona'
const ARGS = { account: '445566', endDate: '2026-11-30' }

/** Calls on "cancele", tells each outcome, echoes all else. */
const calling: Turn = (turn) => {
  if (turn.input.kind === 'outcome') {
    const { call: _, ...bot } = turn.bot
    return { ...answering(turn, `outcome: ${turn.input.outcome.kind}`), bot }
  }
  const words = wordsOf(turn)
  const verb = words === 'cancele' ? 'cancel-service' : words === 'busque' ? 'find-service' : undefined
  if (!verb) return answering(turn, `echo: ${words}`)
  const id = `call:${turn.seed}`
  return {
    ...answering(turn),
    bot: { ...turn.bot, call: { id, verb, args: ARGS, dialog: 'test', step: 'call' } },
    next: { kind: 'call', id, verb, args: ARGS, trying: 'Estoy pidiendo la cancelación', limitMs: 10_000 },
  }
}

/** A company whose answers the test gives when it likes. */
class Company implements Business {
  readonly kind = 'sandbox'
  readonly ids: string[] = []
  answer: (outcome: Outcome) => void = () => undefined
  call: Business['call'] = (_verb, _args, { id }) => {
    this.ids.push(id)
    return new Promise((resolve) => {
      this.answer = resolve
    })
  }
}

const DONE: Outcome = { kind: 'ok', ref: 'R-1', data: {} }

test('a call is made after its turn is stored, and its outcome is the next input', async () => {
  const head = await house.startProven()
  const company = new Company()
  house.worker(calling)
  house.caller(company)
  await house.say(head, 'cancele')
  await until(() => company.ids.length === 1, 'the company was called')
  company.answer(DONE)
  await until(async () => (await house.saidBy(head, 'bot')).length === 1, 'the outcome was told')
  expect(await house.saidBy(head, 'bot')).toEqual(['outcome: ok'])
})

test('after two seconds the customer hears what is being tried, once, and messages wait their turn', async () => {
  const head = await house.startProven()
  const company = new Company()
  house.worker(calling)
  house.caller(company)
  await house.say(head, 'cancele')
  await until(() => company.ids.length === 1, 'the company was called')
  await house.say(head, 'hola?')
  house.clock.advance(1_900)
  expect(await house.saidBy(head, 'bot')).toEqual([])
  house.clock.advance(200)
  await until(async () => (await house.saidBy(head, 'bot')).length === 1, 'the customer was told')
  company.answer(DONE)
  await until(async () => {
    house.clock.advance(300)
    return (await house.saidBy(head, 'bot')).length === 3
  }, 'the message that waited was answered')
  expect(await house.saidBy(head, 'bot')).toEqual([
    'Estoy pidiendo la cancelación',
    'outcome: ok',
    'echo: hola?',
  ])
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toHaveLength(3)
})

test('asking while a call is pending is in line at once; the outcome goes to the case and the bot is silent', async () => {
  const head = await house.startProven()
  const company = new Company()
  house.worker(calling)
  house.caller(company)
  await house.say(head, 'cancele')
  await until(() => company.ids.length === 1, 'the company was called')
  await house.say(head, PERSON)
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' } })
  house.clock.advance(2_100)
  company.answer({ kind: 'unknown', why: 'cut off' })
  await until(
    async () => (await house.lines(head)).some((line) => line.kind === 'outcome'),
    'the outcome is in the transcript',
  )
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual([])
})

test('a change that gets no answer in its time is unknown', async () => {
  const head = await house.startProven()
  const company = new Company()
  house.worker(calling)
  house.caller(company)
  await house.say(head, 'cancele')
  await until(() => company.ids.length === 1, 'the company was called')
  house.clock.advance(10_001)
  await until(async () => (await house.saidBy(head, 'bot')).includes('outcome: unknown'), 'unknown was told')
})

test('a call that throws is unknown when it changes something, and failed when it only reads', async () => {
  const head = await house.startProven()
  house.worker(calling)
  house.caller({ kind: 'sandbox', call: () => Promise.reject(new Error('socket hang up')) })
  await house.say(head, 'cancele')
  await until(async () => (await house.saidBy(head, 'bot')).length === 1, 'the change was told')
  await house.say(head, 'busque')
  await until(async () => (await house.saidBy(head, 'bot')).length === 2, 'the reading was told')
  expect(await house.saidBy(head, 'bot')).toEqual(['outcome: unknown', 'outcome: failed'])
})

test.each([
  ['cancele', 0, 'outcome: unknown'],
  ['busque', 1, 'outcome: ok'],
] as const)('found started after a crash, "%s" is sent %i times again: %s', async (words, again, told) => {
  const head = await house.startProven()
  const worker = house.worker(calling)
  await house.say(head, words)
  await house.quiet()
  await worker.stop()
  const [wanted] = await house.store.page(indexName.due('call'), undefined, 1)
  const key = wanted?.member ?? ''
  const [stored] = await house.store.read([key])
  const started = { ...JSON.parse(stored?.body ?? '{}'), state: { kind: 'started', at: house.clock.now() } }
  await house.store.commit({
    id: 'died-here',
    put: [
      {
        key,
        expect: stored?.version ?? 0,
        schema: 1,
        body: JSON.stringify(started),
        terms: [[indexName.due('call'), house.clock.now() + 15_000]],
      },
    ],
  })
  house.clock.advance(15_001)
  const sent: string[] = []
  house.caller({
    kind: 'sandbox',
    call(_verb, _args, { id }) {
      sent.push(id)
      return Promise.resolve(DONE)
    },
  })
  house.worker(calling)
  await until(async () => (await house.saidBy(head, 'bot')).length === 1, 'the outcome was told')
  expect(await house.saidBy(head, 'bot')).toEqual([told])
  expect(sent.map((id) => recordKey.call(id))).toEqual(again ? [key] : [])
})

test('who left the line after their call was over is answered by the bot again', async () => {
  const head = await house.startProven()
  const company = new Company()
  house.worker((turn) => {
    if (turn.input.kind === 'message' && turn.bot.call) {
      const { call: _, ...bot } = turn.bot
      return { ...answering(turn, `after the call: ${turn.input.text}`), bot }
    }
    return calling(turn)
  })
  house.caller(company)
  await house.say(head, 'cancele')
  await until(() => company.ids.length === 1, 'the company was called')
  await house.say(head, PERSON)
  company.answer(DONE)
  await until(
    async () => (await house.lines(head)).some((line) => line.kind === 'outcome'),
    'the outcome came',
  )
  await house.quiet()
  await house.say(head, 'Ya no lo necesito', { action: 'leave' })
  await house.say(head, 'hola')
  await until(async () => (await house.saidBy(head, 'bot')).length === 1, 'the bot answered')
  expect(await house.saidBy(head, 'bot')).toEqual(['after the call: hola'])
})

test('an outcome is stored although the store did not answer at first', async () => {
  await house.close()
  let away = 0
  house = await House.open((store) =>
    overStore(store, {
      async commit(change) {
        const isOutcome = change.put?.some((put) => put.body.includes('"kind":"done"'))
        if (isOutcome && away === 0) {
          away += 1
          throw new StoreAway('no answer')
        }
        return await store.commit(change)
      },
    }),
  )
  const head = await house.startProven()
  const company = new Company()
  house.worker(calling)
  house.caller(company)
  await house.say(head, 'cancele')
  await until(() => company.ids.length === 1, 'the company was called')
  company.answer(DONE)
  await until(async () => (await house.saidBy(head, 'bot')).length === 1, 'the outcome was told')
  expect([away, await house.saidBy(head, 'bot')]).toEqual([1, ['outcome: ok']])
})

test('nothing personal is asked of the company for who has not proven who they are', async () => {
  const company = new Company()
  house.worker(calling)
  house.caller(company)
  const stranger = await house.start()
  await house.say(stranger, 'cancele')
  await until(async () => (await house.saidBy(stranger, 'bot')).length === 1, 'the outcome was told')
  expect(await house.saidBy(stranger, 'bot')).toEqual(['outcome: failed'])
  expect(company.ids).toEqual([])
})
