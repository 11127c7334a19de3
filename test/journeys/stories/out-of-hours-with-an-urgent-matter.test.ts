import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { AgentHouse } from '../../http/agent-house.ts'
import { lostInHouse } from '../../support/on-whatsapp.ts'

/*
 * It was night, it was urgent, and the machine said to try again in office hours. Here the ask is stored at once with a
 * receipt, it is said truthfully when somebody is there, a call-back can be chosen, and danger shows the emergency
 * number before anything else. In the morning the case is first in line.
 */
const HOUR = 3_600_000
describe.each(['web', 'whatsapp'] as const)('on %s', (channel) => {
  let house: AgentHouse
  beforeEach(async () => {
    house = await AgentHouse.open()
    house.house.channel = channel
    // 10:00 in Bogota; 13 hours later it is 23:00.
    house.house.clock.advance(13 * HOUR)
  })
  afterEach(async () => {
    expect(await lostInHouse(house.house)).toEqual([])
    await house.close()
  })

  test('at night an ask is kept with a receipt, and it is said when somebody answers', async () => {
    const { house: inside } = house
    const { head, key } = await house.asker()
    const told = (await inside.saidBy(head, 'system')).at(-1) ?? ''
    expect(told).toContain(key)
    expect(told).toContain('mañana a las 7:00')
    expect(told).toContain('Su lugar está guardado')
    expect(await inside.caseOf(head)).toMatchObject({ state: { kind: 'queue' } })

    await inside.say(head, 'Que me llamen', { action: 'call-back' })
    const offered = (await inside.lines(head)).findLast((line) => line.kind === 'message')
    const labels = offered?.kind === 'message' ? (offered.buttons ?? []).map((one) => one.label) : []
    expect(labels.length).toBeGreaterThan(1)

    inside.clock.advance(9 * HOUR)
    const ana = await (await house.signedIn('agent-1')).onDuty()
    expect((await ana.claimNext('c1')).key).toBe(key)
  })

  test('danger at night shows the emergency number at once, and goes before who asked earlier', async () => {
    const { house: inside } = house
    await house.asker()
    const head = await inside.start()
    await inside.say(head, 'se cayó un cable de ustedes y está echando chispas en la puerta de mi casa')
    const told = (await inside.saidBy(head, 'system')).at(-1) ?? ''
    expect(told).toContain('123')
    const opened = await inside.caseOf(head)
    expect(opened).toMatchObject({ reason: 'danger', priority: 'danger' })
    inside.clock.advance(9 * HOUR)
    const ana = await (await house.signedIn('agent-1')).onDuty()
    const { waiting } = await ana.queue()
    expect(waiting).toHaveLength(2)
    expect(waiting[0]?.key).toBe(opened?.key)
  })
})
