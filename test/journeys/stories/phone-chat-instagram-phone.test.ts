import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { dialogs } from '../../../dialogs/index.ts'
import { LANGUAGES } from '../../../src/language.ts'
import { textsOf } from '../../../src/turn/dialog/dialog.ts'
import { lintText } from '../../../src/wording/lint.ts'
import { BOUNCES } from '../../../src/wording/rules-bounces.ts'
import { AgentHouse } from '../../http/agent-house.ts'
import { lostInHouse } from '../../support/on-whatsapp.ts'

/*
 * The telephone sent the customer to the chat, the chat to Instagram, Instagram to the telephone. Here no text sends
 * anybody anywhere, and whoever changes place by themselves finds their case there, under the same key.
 */
describe.each(['web', 'whatsapp'] as const)('on %s', (channel) => {
  let house: AgentHouse
  beforeEach(async () => {
    house = await AgentHouse.open()
    house.house.channel = channel
  })
  afterEach(async () => {
    expect(await lostInHouse(house.house)).toEqual([])
    await house.close()
  })

  test('no text of the house sends the customer elsewhere', () => {
    const bounces = new Set(BOUNCES.map(({ name }) => name))
    const sent = dialogs.flatMap(({ id, steps }) =>
      Object.entries(steps).flatMap(([step, one]) =>
        Object.values(textsOf(one)).flatMap((texts) =>
          LANGUAGES.flatMap((language) =>
            lintText(texts[language], { language, where: 'bot' })
              .filter(({ rule }) => bounces.has(rule.name))
              .map(({ rule }) => `${id}/${step}: ${rule.name}`),
          ),
        ),
      ),
    )
    expect(sent).toEqual([])
  })

  test('who comes back in another conversation finds their case there, and asking again joins it', async () => {
    const { house: inside } = house
    const arrive = () => inside.startAs('the same customer')
    const first = await arrive()
    await inside.say(first, 'quiero hablar con una persona, mi pedido no llega')
    const before = await inside.caseOf(first)
    const second = await arrive()
    expect((await inside.caseOf(second))?.key).toBe(before?.key)
    inside.clock.advance(60_000)
    await inside.say(second, 'quiero hablar con una persona')
    const after = await inside.caseOf(second)
    expect(after).toMatchObject({ key: before?.key, askedAt: before?.askedAt, dueAt: before?.dueAt })
    expect(after?.conversations).toEqual([first.id, second.id])
    expect((await inside.saidBy(second, 'system')).at(-1)).toContain(String(before?.key))

    const ana = await (await house.signedIn('agent-1')).onDuty()
    const seen = await ana.claimNext('c1')
    expect(seen.key).toBe(before?.key)
    expect(JSON.stringify(seen)).toContain('mi pedido no llega')
  })
})
