import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { commitmentFrom, commitmentPut } from '../../src/cases/commitments.ts'
import { recordKey } from '../../src/store/keys.ts'
import { houseDesk } from '../support/journey.ts'
import { AgentHouse, type Desk } from './agent-house.ts'

/* Where no system of the company is connected, an agent does what the bot would have asked for, and says what came of it. */
let house: AgentHouse
let ana: Desk
let key: string
beforeEach(async () => {
  house = await AgentHouse.open({ vocabulary: houseDesk.facts, business: 'manual' })
  const { house: inside } = house
  const asked = await house.asker()
  key = asked.key
  const work = { verb: 'cancel-visit', args: { account: '445566', visitId: 'V-2001' } } as const
  const draft = {
    id: 'w1',
    kind: 'change',
    text: 'Cancelar la visita',
    dueAt: inside.clock.now(),
    work,
  } as const
  const value = commitmentFrom(draft, asked.head, inside.desk, inside.clock.now())
  await inside.store.commit({
    id: inside.ids.next(),
    put: [commitmentPut({ key: recordKey.commitment('w1'), version: 0, value })],
  })
  ana = await (await house.signedIn('agent-1')).onDuty()
  await ana.claimNext('c1')
})
afterEach(() => house.close())

const DONE = { id: 'w1', ref: 'VIS-77', on: '2026-11-22' }

test('an agent sees what is to be done with its facts, in the language of the console', async () => {
  const read = await ana.call('GET', `/cases/${key}`, undefined, { 'accept-language': 'en' })
  expect((read.body as { commitments: unknown[] }).commitments).toMatchObject([
    {
      id: 'w1',
      work: {
        says: 'Cancel the visit',
        facts: expect.arrayContaining([expect.objectContaining({ value: '445566' })]),
      },
    },
  ])
})

test('done is told to the customer with the company’s reference, once', async () => {
  expect((await ana.post(`/cases/${key}/work`, DONE)).status).toBe(200)
  const again = await ana.post(`/cases/${key}/work`, { ...DONE, ref: 'VIS-78' })
  expect(again.status).toBe(200)
  const { commitments, transcript } = await ana.case(key)
  expect(commitments).toMatchObject([{ id: 'w1', state: 'confirmed', ref: 'VIS-77' }])
  const told = transcript.filter((line) => line.from?.kind === 'system' && line.text?.includes('VIS-77'))
  expect(told).toHaveLength(1)
  expect(JSON.stringify(transcript)).not.toContain('VIS-78')
})

test('what can not be done is told with its reason', async () => {
  const refused = await ana.post(`/cases/${key}/work`, { id: 'w1', refused: 'on-the-way' })
  expect(refused.status).toBe(200)
  expect((await ana.case(key)).commitments).toMatchObject([{ id: 'w1', state: 'broken' }])
})

test.each([
  ['without a reference', { id: 'w1', on: '2026-11-22' }, 400],
  ['of nobody', { ...DONE, id: 'w9' }, 404],
])('work %s is refused', async (_what, body, status) => {
  expect((await ana.post(`/cases/${key}/work`, body)).status).toBe(status)
})

test('only who has the case finishes its work', async () => {
  const beto = await (await house.signedIn('agent-2')).onDuty()
  expect((await beto.post(`/cases/${key}/work`, DONE)).status).toBe(409)
})
