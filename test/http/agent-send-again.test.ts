import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { PushChannel } from '../../src/channels/channel.ts'
import { NotDeliverable } from '../../src/errors.ts'
import type { TranscriptLine } from '../../src/http/wire.ts'
import { until } from '../support/until.ts'
import { AgentHouse, type Desk, PERSON } from './agent-house.ts'

let house: AgentHouse
let ana: Desk
let key: string
const got: string[] = []
let isRefusing = false
const channel: PushChannel = {
  channel: 'whatsapp',
  async send(_head, { text }) {
    if (isRefusing) throw new NotDeliverable('131047: more than 24 hours')
    got.push(text)
  },
}

beforeEach(async () => {
  house = await AgentHouse.open()
  ana = await (await house.signedIn('agent-1')).onDuty()
  await house.house.say(await house.house.start('whatsapp'), PERSON)
  key = (await ana.claimNext('claim-1')).key
  house.house.sender(channel)
})
afterEach(() => house.close())

async function replied(): Promise<TranscriptLine | undefined> {
  return (await ana.case(key)).transcript.find((line) => line.agentMessageId === 'm1')
}

test('what could not be delivered says so and why; sent again it is on its way, and another agent may not', async () => {
  isRefusing = true
  await ana.post(`/cases/${key}/messages`, { id: 'm1', text: 'Ya está resuelto.' })
  await until(async () => (await replied())?.delivery === 'failed', 'it stepped aside')
  const line = await replied()
  expect(line).toMatchObject({ delivery: 'failed', failure: '131047: more than 24 hours' })
  isRefusing = false
  const place = { conversationId: line?.conversationId, seq: line?.seq }
  const beto = await (await house.signedIn('agent-2')).onDuty()
  expect((await beto.post(`/cases/${key}/send-again`, place)).status).toBe(409)
  expect((await ana.post(`/cases/${key}/send-again`, { ...place, seq: 0 })).status).toBe(400)
  expect((await ana.post(`/cases/${key}/send-again`, { ...place, seq: 999 })).status).toBe(404)
  const answers = await Promise.all([1, 2].map(() => ana.post(`/cases/${key}/send-again`, place)))
  expect(answers.map(({ status }) => status)).toEqual([202, 202])
  await until(() => got.includes('Ya está resuelto.'), 'it is sent')
  expect(got.filter((text) => text === 'Ya está resuelto.')).toHaveLength(1)
  expect((await replied())?.delivery).toBe('stored')
  expect((await ana.case(key)).transcript.some(({ name }) => name === 'sent-again')).toBe(true)
})
