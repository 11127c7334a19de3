import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import type { Recognizer } from '../../src/understanding/recognizer.ts'
import { until } from '../support/until.ts'
import { answering, echo, House, type Turn, wordsOf } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

const PERSON = 'quiero hablar con una persona'

test('messages are answered one at a time and in order', async () => {
  const head = await house.start()
  for (const words of ['uno', 'dos', 'tres']) await house.say(head, words)
  house.worker(echo)
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual(['echo: uno', 'echo: dos', 'echo: tres'])
})

test('a customer who asks while the bot is thinking is in line, and the bot says nothing', async () => {
  const head = await house.start()
  let release: () => void = () => undefined
  const thinking = new Promise<void>((resolve) => {
    release = resolve
  })
  let began = false
  const slow: Recognizer = {
    async recognize() {
      began = true
      await thinking
      return { intent: undefined, candidates: [], entities: [], language: 'es', by: 'test' }
    },
  }
  house.worker(echo, slow)
  await house.say(head, 'hola')
  await until(() => began, 'the turn began')
  await house.say(head, PERSON)
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' } })
  release()
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual([])
})

test('what was still unread when the customer asked is left to the person', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  await house.say(head, PERSON)
  house.worker(echo)
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual([])
})

test('a dialog that throws is a person, with the error on the case', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  house.worker(() => {
    throw new Error('no such step')
  })
  await house.quiet()
  expect(await house.caseOf(head)).toMatchObject({ reason: 'error', detail: 'no such step' })
})

test('a bot state that cannot be read is a person', async () => {
  const head = await house.start()
  await house.store.commit({
    id: 'garbage',
    put: [{ key: recordKey.bot(head.id), expect: 0, schema: 1, body: '{"stack":7}' }],
  })
  await house.say(head, 'hola')
  house.worker(echo)
  await house.quiet()
  expect(await house.caseOf(head)).toMatchObject({ reason: 'unreadable', asked: 'hola' })
})

test('a message that killed its worker twice goes to a person the third time, without the bot', async () => {
  const head = await house.start()
  await house.say(head, 'poison')
  for (const by of ['first', 'second']) {
    const taken = await house.store.take(['inputs'], { by, upTo: house.store.now(), n: 1, leaseMs: 1_000 })
    expect(taken).toHaveLength(1)
    house.clock.advance(1_001)
  }
  let ran = 0
  house.worker((turn) => {
    ran += 1
    return echo(turn)
  })
  await house.quiet()
  expect(ran).toBe(0)
  expect(await house.caseOf(head)).toMatchObject({ reason: 'error', asked: 'poison' })
})

test('understanding that hangs does not keep the customer waiting', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  let asked = false
  house.worker(echo, {
    recognize() {
      asked = true
      return new Promise(() => undefined)
    },
  })
  await until(() => asked, 'understanding was asked')
  house.clock.advance(2_000)
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual(['echo: hola'])
})

test('understanding that fails still gives the turn its words', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  house.worker(echo, { recognize: () => Promise.reject(new Error('down')) })
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual(['echo: hola'])
})

test('an escape says the bot’s last words and then the receipt, and keeps the facts', async () => {
  const head = await house.start()
  await house.say(head, 'mi cuenta es 445566')
  const turn: Turn = (given) => ({
    ...answering(given, 'No pude.'),
    facts: [
      {
        name: 'account',
        fact: {
          class: 'known',
          value: '445566',
          source: 'customer',
          at: given.now,
          conversationId: given.head.id,
        },
      },
    ],
    next: { kind: 'escape', reason: 'unmatched' },
  })
  house.worker(turn)
  await house.quiet()
  const said = await house.transcript(head)
  expect(said[1]).toBe('bot: No pude.')
  expect(said[2]).toContain((await house.caseOf(head))?.key)
  const [customer] = await house.store.read([recordKey.customer(head.customerId)])
  expect(JSON.parse(customer?.body ?? '{}')).toMatchObject({ facts: { account: { value: '445566' } } })
})

test('a stale turn is run again on what is now true', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  let runs = 0
  house.worker((turn) => {
    runs += 1
    if (runs === 1) {
      void house.store.commit({
        id: 'meddler',
        put: [{ key: recordKey.bot(head.id), expect: 0, schema: 1, body: JSON.stringify(turn.bot) }],
      })
    }
    return answering(turn, `run ${runs}: ${wordsOf(turn)}`)
  })
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual(['run 2: hola'])
})

test('a worker that had its hold for too long does not answer again what another has answered', async () => {
  await house.close()
  let goOn: () => void = () => undefined
  const stuck = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let taken = 0
  house = await House.open((store) =>
    overStore(store, {
      async take(indexes, options) {
        const items = await store.take(indexes, options)
        if (items.length > 0) taken += 1
        if (taken === 1 && items.length > 0) await stuck
        return items
      },
    }),
  )
  const head = await house.start()
  house.worker(echo)
  await house.say(head, 'hola')
  await until(() => taken === 1, 'the first worker has it')
  house.clock.advance(20_000)
  house.worker(echo)
  await house.quiet()
  goOn()
  const stale = async () => (await house.metrics.staleCommits.get()).values[0]?.value ?? 0
  await until(async () => (await stale()) > 0, 'the first worker has tried')
  expect(await house.transcript(head)).toEqual(['customer: hola', 'bot: echo: hola'])
})

test('what the bot says of a person who will come follows lines that no failover loses; other turns wait for nothing', async () => {
  const behind: unknown[] = []
  await house.close()
  house = await House.open((store) =>
    overStore(store, {
      commit(change) {
        if (change.consume) behind.push(change.behind)
        return store.commit(change)
      },
    }),
  )
  const head = await house.start()
  house.worker((turn) =>
    wordsOf(turn) === 'hola'
      ? echo(turn)
      : { ...answering(turn, 'sorry'), next: { kind: 'escape', reason: 'error' } },
  )
  for (const text of ['hola', 'no funciona']) {
    await house.say(head, text)
    await house.quiet()
  }
  expect(behind).toEqual([undefined, `conversation/${head.id}`])
})
