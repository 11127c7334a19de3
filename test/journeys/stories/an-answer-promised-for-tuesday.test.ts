import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sweepCommitment } from '../../../src/cases/commitment-sweep.ts'
import { AgentHouse } from '../../http/agent-house.ts'

/*
 * "You will have an answer on Tuesday", and on Tuesday nothing. Here the promise is a record: unconfirmed at its time,
 * it opens a case by itself, ahead of others, and the customer is told before they ask.
 */
let house: AgentHouse
beforeEach(async () => {
  house = await AgentHouse.open()
})
afterEach(() => house.close())

test('an answer that did not come opens a case by itself and tells the customer so', async () => {
  const { house: inside } = house
  const { head, key } = await house.asker()
  const ana = await (await house.signedIn('agent-1')).onDuty()
  await ana.claimNext('c1')
  const tuesday = new Date(inside.clock.now() + 2 * 24 * 3_600_000).toISOString()
  const promise = { id: 'p1', kind: 'answer', text: 'Respuesta sobre su queja', due: { at: tuesday } }
  expect((await ana.post(`/cases/${key}/commitments`, promise)).status).toBe(200)
  const made = (await ana.case(key)).commitments.at(-1)
  await ana.post(`/cases/${key}/resolve`, { outcome: 'informed', rootCause: 'information' })
  expect(await inside.caseOf(head)).toMatchObject({ state: { kind: 'resolved' } })

  inside.clock.advance(9 * 24 * 3_600_000)
  expect(await sweepCommitment(inside.deskDeps, made?.id ?? '')).toBe('raised')
  const opened = await inside.caseOf(head)
  expect(opened).toMatchObject({ reason: 'commitment', priority: 'urgent', state: { kind: 'queue' } })
  const told = (await inside.saidBy(head, 'system')).at(-1)
  expect(told).toContain('«Respuesta sobre su queja». Es una falta nuestra')
})
