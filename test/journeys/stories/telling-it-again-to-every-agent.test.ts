import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runTurn } from '../../../src/turn/run-turn.ts'
import type { Recognizer } from '../../../src/understanding/recognizer.ts'
import { AgentHouse, type Desk } from '../../http/agent-house.ts'
import { houseDesk } from '../../support/journey.ts'
import { lostInHouse } from '../../support/on-whatsapp.ts'

/*
 * Each agent asked for it all again: the account, the document, what had happened. Here facts, proof and transcript
 * are the case's, and travel with it: to the first agent, to the second, and to whoever opens it tomorrow.
 */
const reader: Recognizer = {
  recognize(text) {
    const intent = /dañaron/.test(text) ? 'company-damage' : undefined
    const candidates = intent ? [{ intent, score: 0.95 }] : []
    return Promise.resolve({ intent, candidates, entities: [], language: undefined, by: 'test' })
  },
}
const DAMAGE = 'sus técnicos me dañaron la pared, la cuenta es 445566'

describe.each(['web', 'whatsapp'] as const)('on %s', (channel) => {
  let house: AgentHouse
  beforeEach(async () => {
    house = await AgentHouse.open({ vocabulary: houseDesk.facts })
    house.house.channel = channel
    house.house.worker((given) => runTurn({ ...given, desk: houseDesk }), reader)
  })
  afterEach(async () => {
    expect(await lostInHouse(house.house)).toEqual([])
    await house.close()
  })

  async function seen(who: Desk, key: string) {
    const { facts, transcript } = await who.case(key)
    const said = transcript.flatMap((line) => (line.kind === 'message' ? [line.text] : []))
    return { known: Object.fromEntries(facts.map(({ name, value }) => [name, value])), said }
  }

  test('what was told and proven once is before every agent, through each transfer', async () => {
    const head = await house.house.startProven()
    await house.house.say(head, DAMAGE)
    await house.house.quiet()
    await house.house.say(head, 'quiero hablar con una persona')
    const key = (await house.house.caseOf(head))?.key ?? ''

    const ana = await (await house.signedIn('agent-1')).onDuty()
    const beto = await (await house.signedIn('agent-2')).onDuty()
    await ana.claimNext('c1')
    const first = await seen(ana, key)
    expect(first.known).toMatchObject({ account: '445566', proven: '445566' })
    expect(first.said).toContain(DAMAGE)

    await ana.post(`/cases/${key}/messages`, { id: 'm1', text: 'Ya hablé con el equipo técnico por usted.' })
    const moved = await ana.post(`/cases/${key}/transfer`, { to: { agentId: 'agent-2' } })
    expect([moved.status, moved.text.slice(0, 300)]).toEqual([200, expect.any(String)])
    const second = await seen(beto, key)
    expect(second.known).toEqual(first.known)
    expect(second.said).toEqual(expect.arrayContaining([DAMAGE, 'Ya hablé con el equipo técnico por usted.']))
  })

  test('what an agent resolved is there for the next case of the same customer', async () => {
    const head = await house.house.startProven()
    await house.house.say(head, DAMAGE)
    await house.house.quiet()
    await house.house.say(head, 'quiero hablar con una persona')
    const key = (await house.house.caseOf(head))?.key ?? ''
    const ana = await (await house.signedIn('agent-1')).onDuty()
    await ana.claimNext('c1')
    await ana.post(`/cases/${key}/resolve`, { outcome: 'informed', rootCause: 'information' })
    house.house.clock.advance(40 * 24 * 3_600_000)
    await house.house.say(head, 'quiero hablar con una persona')
    const again = (await house.house.caseOf(head))?.key ?? ''
    const beto = await (await house.signedIn('agent-2')).onDuty()
    await beto.claimNext('c2')
    expect((await seen(beto, again)).known).toMatchObject({ account: '445566', proven: '445566' })
  })
})
