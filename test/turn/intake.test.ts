import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { StoreAway } from '../../src/errors.ts'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

test('a message is stored when it is acknowledged, and waits for the bot', async () => {
  const head = await house.start()
  const accepted = await house.say(head, 'hola')
  expect(accepted).toEqual({ outcome: 'stored', seq: 2 })
  expect(await house.transcript(head)).toEqual(['customer: hola'])
  expect((await house.store.rank(indexName.inputs(), 'none')).size).toBe(1)
})

test('the same message posted five times at once is one message and one turn', async () => {
  const head = await house.start()
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => house.say(head, 'hola', { messageId: 'same' })))
  expect(five.filter((accepted) => accepted.outcome === 'stored')).toHaveLength(1)
  expect(new Set(five.map((accepted) => accepted.seq))).toEqual(new Set([2]))
  house.worker(echo)
  await house.quiet()
  expect(await house.transcript(head)).toEqual(['customer: hola', 'bot: echo: hola'])
})

test.each(['quiero hablar con una persona', 'me pasas con alguien?', 'I want to talk to a human', '0'])(
  'asking for a person is a stored case and a receipt at once: %s',
  async (words) => {
    const head = await house.start()
    await house.say(head, words)
    const opened = await house.caseOf(head)
    expect(opened).toMatchObject({ state: { kind: 'queue' }, reason: 'asked', asked: words })
    const said = await house.saidBy(head, 'system')
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(opened?.key)
  },
)

test('the button asks without a word', async () => {
  const head = await house.start()
  await house.say(head, 'Hablar con una persona', { action: 'ask' })
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' }, reason: 'asked' })
})

test('an ask passes although the state of the bot is garbage', async () => {
  const head = await house.start()
  await house.store.commit({
    id: 'garbage',
    put: [{ key: recordKey.bot(head.id), expect: 0, schema: 1, body: '{"broken' }],
  })
  await house.say(head, 'quiero hablar con una persona')
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' } })
})

test('asking five times at once is one case', async () => {
  const head = await house.start()
  await Promise.all([1, 2, 3, 4, 5].map(() => house.say(head, 'quiero hablar con una persona')))
  const opened = await house.caseOf(head)
  const waiting = await house.store.page(indexName.queue(opened?.queue ?? ''), undefined, 10)
  expect(waiting.map((entry) => entry.member)).toEqual([recordKey.case(opened?.key ?? '')])
})

test('the case says what it is about in the words that the customer wrote before asking', async () => {
  const head = await house.start()
  await house.say(head, 'me cobraron dos veces')
  await house.say(head, 'quiero hablar con una persona')
  expect((await house.caseOf(head))?.summary).toContain('me cobraron dos veces')
})

test('in line, each message is added to the case and acknowledged by name', async () => {
  const head = await house.start()
  await house.say(head, 'quiero hablar con una persona')
  await house.say(head, 'es urgente')
  const key = (await house.caseOf(head))?.key ?? 'no case'
  const said = await house.saidBy(head, 'system')
  expect(said).toHaveLength(2)
  expect(said[1]).toContain(key)
})

test('when the store does not answer, nothing is acknowledged', async () => {
  let away = false
  const unsteady = await House.open((store) =>
    overStore(store, {
      commit: (change) => (away ? Promise.reject(new StoreAway('unplugged')) : store.commit(change)),
    }),
  )
  const head = await unsteady.start()
  away = true
  await expect(unsteady.say(head, 'hola')).rejects.toThrow(StoreAway)
  away = false
  expect(await unsteady.transcript(head)).toEqual([])
  await unsteady.close()
})

test('a customer who starts again has the case that people hold', async () => {
  const wanted = { channel: 'web', outsideId: 'same', address: {}, language: 'es' } as const
  const first = await house.intake.start(wanted)
  await house.say(first, 'quiero hablar con una persona')
  const second = await house.intake.start(wanted)
  await house.say(second, 'sigo aquí')
  expect((await house.caseOf(second))?.key).toBe((await house.caseOf(first))?.key)
})

test('a conversation that does not exist is a 404', async () => {
  await expect(
    house.intake.accept('nowhere', { messageId: 'x', text: 'hola', attachments: [] }),
  ).rejects.toMatchObject({
    status: 404,
  })
})

test('a card number written with an ask is on no record in full', async () => {
  const head = await house.start()
  await house.say(head, 'quiero hablar con una persona, mi tarjeta es 4111 1111 1111 1111')
  const opened = await house.caseOf(head)
  expect(JSON.stringify([opened, await house.lines(head)])).not.toMatch(/4111 ?1111 ?1111/)
  expect(opened?.asked).toContain('1111')
})

test('who asks in the other language is waited for and answered in it', async () => {
  const head = await house.start()
  await house.say(head, 'I want to talk to a human please')
  expect(await house.caseOf(head)).toMatchObject({ language: 'en' })
  expect((await house.saidBy(head, 'system'))[0]).toMatch(/person/)
})

test.each([
  ['quiero hablar con una persona', 'asked'],
  ['hola, ¿siguen ahí?', 'unreadable'],
])('a case record that is garbage keeps nobody from a person: %s', async (words, reason) => {
  const head = await house.start()
  await house.say(head, 'quiero hablar con una persona')
  const lost = await house.caseOf(head)
  const key = recordKey.case(lost?.key ?? '')
  const [stored] = await house.store.read([key])
  await house.store.commit({
    id: 'garbage',
    put: [{ key, expect: stored?.version ?? 0, schema: 1, body: '{"broken' }],
  })
  await house.say(head, words)
  const opened = await house.caseOf(head)
  expect(opened).toMatchObject({ reason, state: { kind: 'queue' } })
  expect(opened?.key).not.toBe(lost?.key)
  expect((await house.saidBy(head, 'system')).at(-1)).toContain(opened?.key)
  await house.say(head, 'gracias por avisar')
  expect((await house.caseOf(head))?.key).toBe(opened?.key)
})

test('an ask is stored so that no failover loses it; other messages do not wait for that', async () => {
  const replicated: unknown[] = []
  const watched = await House.open((store) =>
    overStore(store, {
      commit(change) {
        replicated.push(change.replicated)
        return store.commit(change)
      },
    }),
  )
  const head = await watched.start()
  await watched.say(head, 'hola')
  await watched.say(head, 'quiero hablar con una persona')
  await watched.say(head, 'es por mi factura')
  expect(replicated).toEqual([undefined, undefined, true, undefined])
  await watched.close()
})

test('a head that is remembered saves the reading, and when another process has written it that is seen', async () => {
  let reads = 0
  const watched = await House.open((store) =>
    overStore(store, {
      read(keys) {
        reads += 1
        return store.read(keys)
      },
    }),
  )
  const head = await watched.start()
  const { intake } = watched
  const say = async (text: string): Promise<number> => {
    const before = reads
    await intake.accept(head.id, { messageId: text, text, attachments: [] })
    return reads - before
  }
  expect([await say('hola'), await say('buenas')]).toEqual([1, 0])
  await watched.say(head, 'quiero hablar con una persona')
  await say('gracias')
  const thanks = (await watched.lines(head)).find(
    (line) => line.kind === 'message' && line.text === 'gracias',
  )
  expect(thanks).toMatchObject({ toPeople: true })
  await watched.close()
})
