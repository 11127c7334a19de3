import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { recordKey } from '../../src/store/keys.ts'
import { ANSWER_DEADLINE_MS } from '../../src/turn/sweeper.ts'
import { ana, asker, onDuty, PERSON, person } from '../cases/people.ts'
import { echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

/** The record as a newer version of the program, or a fault of the disk, may leave it. */
async function garble(key: string): Promise<void> {
  const [stored] = await house.store.read([key])
  const put = { key, expect: stored?.version ?? 0, schema: 1, body: '{"broken' }
  expect(await house.store.commit({ id: `garble ${key}`, put: [put] })).toMatchObject({
    outcome: 'committed',
  })
}

async function keyOfCase(head: { id: string }): Promise<string> {
  return recordKey.case((await house.caseOf(head as never))?.key ?? '')
}

async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 1_000) {
    house.clock.advance(1_000)
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a case that can’t be read keeps nobody else from being served', async () => {
  await onDuty(house, ana)
  await garble(await keyOfCase(await asker(house)))
  const second = await asker(house)
  const got = await claimNext(house.deskDeps, ana.id, 'c1')
  expect(got).toMatchObject({ outcome: 'done', case: { key: (await house.caseOf(second))?.key } })
})

test('an agent’s record that can’t be read keeps nobody from asking for a person', async () => {
  const beto = person(2)
  await onDuty(house, ana)
  await onDuty(house, beto)
  await garble(recordKey.agent(beto.id))
  expect(await house.caseOf(await asker(house))).toMatchObject({ state: { kind: 'queue' } })
})

test('records that can’t be read keep the sweeper from nobody else', async () => {
  await garble(await keyOfCase(await asker(house)))
  const broken = await house.start()
  await house.say(broken, 'hola')
  await garble(recordKey.head(broken.id))
  const head = await house.start()
  await house.say(head, 'hola')
  house.sweeper()
  await pass(ANSWER_DEADLINE_MS + 5_000)
  expect(await house.caseOf(head)).toMatchObject({ reason: 'error' })
})

test('a customer whose record can’t be read reaches a person by asking, and is never left to the bot', async () => {
  const asks = await house.start()
  await garble(recordKey.customer(asks.customerId))
  await house.say(asks, PERSON)
  expect(await house.caseOf(asks)).toMatchObject({ state: { kind: 'queue' }, reason: 'asked' })

  const writes = await house.start()
  await garble(recordKey.customer(writes.customerId))
  await house.say(writes, 'hola')
  house.worker(echo)
  await house.quiet()
  expect(await house.caseOf(writes)).toMatchObject({ state: { kind: 'queue' }, reason: 'unreadable' })
  await house.say(writes, 'sigo aquí')
  expect(await house.caseOf(writes)).toMatchObject({ state: { kind: 'queue' } })
})
