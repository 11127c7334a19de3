import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import * as desk from '../../src/cases/desk.ts'
import { claim, claimNext } from '../../src/cases/desk-claim.ts'
import { loadOf, setPresence } from '../../src/cases/desk-presence.ts'
import { House } from '../turn/house.ts'
import { DAY, MINUTE, SECOND } from './fixtures.ts'
import { ana, asker, beto, carmen, onDuty, person, takenBy } from './people.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

describe('claim-next', () => {
  test('serves those who are due first, and then nobody', async () => {
    await onDuty(house, ana)
    const first = await asker(house)
    house.clock.advance(SECOND)
    await asker(house)
    expect(await takenBy(house, ana)).toBe((await house.caseOf(first))?.key)
    await takenBy(house, ana)
    expect(await claimNext(house.deskDeps, ana.id, 'c3')).toEqual({ outcome: 'none' })
  })

  test('of two agents who claim one case at once, one gets it', async () => {
    await onDuty(house, ana)
    await onDuty(house, beto)
    await asker(house)
    const results = await Promise.all(
      [ana, beto].map((who) => claimNext(house.deskDeps, who.id, `c-${who.id}`)),
    )
    expect(results.map((one) => one.outcome).sort()).toEqual(['done', 'none'])
  })

  test('of many at once each gets another case', async () => {
    const agents = Array.from({ length: 12 }, (_, i) => person(i + 10))
    for (const who of agents) await onDuty(house, who)
    for (let i = 0; i < 10; i += 1) await asker(house)
    const results = await Promise.all(agents.map((who) => claimNext(house.deskDeps, who.id, `c-${who.id}`)))
    const keys = results.flatMap((one) => (one.outcome === 'done' ? [one.case.key] : []))
    expect(keys).toHaveLength(10)
    expect(new Set(keys).size).toBe(10)
  })

  test('with the same id answers the same case, also at the same moment', async () => {
    await onDuty(house, ana)
    await asker(house)
    await asker(house)
    const results = await Promise.all([1, 2, 3].map(() => claimNext(house.deskDeps, ana.id, 'same')))
    const keys = new Set(results.map((one) => (one.outcome === 'done' ? one.case.key : one.outcome)))
    expect(keys.size).toBe(1)
    expect(await loadOf(house.deskDeps, ana.id)).toBe(1)
  })

  test('never gives more than the capacity, however many claims come at once', async () => {
    await onDuty(house, ana, 2)
    for (let i = 0; i < 4; i += 1) await asker(house)
    const results = await Promise.all([1, 2, 3, 4].map((n) => claimNext(house.deskDeps, ana.id, `c${n}`)))
    const outcomes = results.map((one) => one.outcome)
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(2)
    expect(outcomes).toContain('at-capacity')
    expect(await loadOf(house.deskDeps, ana.id)).toBe(2)
  })

  test('a supervisor’s line is an agent’s only while no supervisor is on duty', async () => {
    await onDuty(house, ana)
    await onDuty(house, carmen)
    const head = await house.start()
    await house.say(head, 'Hablar con su supervisora', { action: 'supervisor' })
    expect((await house.caseOf(head))?.queue).toBe('supervision')
    expect(await claimNext(house.deskDeps, ana.id, 'c1')).toEqual({ outcome: 'none' })
    await setPresence(house.deskDeps, carmen, { status: 'away' })
    expect(await claimNext(house.deskDeps, ana.id, 'c2')).toMatchObject({ outcome: 'done' })
  })
})

describe('a picked case', () => {
  test('goes to one of two agents; the other hears that it is taken', async () => {
    await onDuty(house, ana)
    await onDuty(house, beto)
    const key = (await house.caseOf(await asker(house)))?.key ?? ''
    const results = await Promise.all([ana, beto].map((who) => claim(house.deskDeps, who.id, key)))
    expect(results.map((one) => one.outcome).sort()).toEqual(['done', 'taken'])
  })
})

describe('the same agent first', () => {
  test('a case that was reopened is kept for who knows it, and then is anybody’s', async () => {
    await onDuty(house, ana)
    await onDuty(house, beto)
    const head = await asker(house)
    const key = await takenBy(house, ana)
    await desk.resolve(house.deskDeps, key, ana, { outcome: 'solved', rootCause: 'other' })
    await house.say(head, 'no, sigue sin funcionar')
    expect(await claimNext(house.deskDeps, beto.id, 'c1')).toEqual({ outcome: 'none' })
    house.clock.advance(2 * MINUTE)
    expect(await claimNext(house.deskDeps, beto.id, 'c2')).toMatchObject({ outcome: 'done', case: { key } })
  })

  test('nobody waits for an agent who is off duty', async () => {
    await onDuty(house, ana)
    await onDuty(house, beto)
    const head = await asker(house)
    const key = await takenBy(house, ana)
    await desk.resolve(house.deskDeps, key, ana, { outcome: 'solved', rootCause: 'other' })
    await setPresence(house.deskDeps, ana, { status: 'away' })
    await house.say(head, 'no, sigue sin funcionar')
    expect(await claimNext(house.deskDeps, beto.id, 'c1')).toMatchObject({ outcome: 'done', case: { key } })
  })
})

describe('parking', () => {
  test('frees capacity, and the customer’s next message brings the chat back to the same agent', async () => {
    await onDuty(house, ana, 1)
    const head = await asker(house)
    await asker(house)
    const key = await takenBy(house, ana)
    await desk.reply(house.deskDeps, key, ana, { id: 'm1', text: '¿Me manda una foto?' })
    await desk.park(house.deskDeps, key, ana)
    expect(await loadOf(house.deskDeps, ana.id)).toBe(0)
    await takenBy(house, ana)
    house.clock.advance(DAY)
    await house.say(head, 'aquí está')
    expect((await house.caseOf(head))?.state).toMatchObject({ kind: 'agent', agentId: ana.id })
    expect(await loadOf(house.deskDeps, ana.id)).toBe(2)
  })
})
