import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
  Object.assign(house.desk.roster, { agents: 1, callsPerAgentPerHour: 1 })
})
afterEach(() => house.close())

test('the last place of a call-back window is promised to one of two who take it at the same moment', async () => {
  const heads = await Promise.all([house.start(), house.start()])
  for (const head of heads) {
    await house.say(head, 'quiero hablar con una persona')
    await house.say(head, 'Que me llamen')
  }
  const [first] = heads
  const offer = (await house.lines(first)).findLast((line) => line.kind === 'message')
  const [label = ''] = offer?.kind === 'message' ? (offer.buttons ?? []).map((one) => one.label) : []
  await Promise.all(heads.map((head) => house.say(head, label)))
  const states = await Promise.all(heads.map(async (head) => (await house.caseOf(head))?.state.kind))
  expect(states.toSorted()).toEqual(['queue', 'scheduled'])
  const other = heads[states.indexOf('queue')] ?? first
  const said = (await house.lines(other)).findLast((line) => line.kind === 'message')
  const offered = said?.kind === 'message' ? (said.buttons ?? []).map((one) => one.label) : []
  expect(offered.length).toBeGreaterThan(1)
  expect(offered).not.toContain(label)
})
