import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import type { Outcome } from '../../src/turn/line.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { conversation, found, upToTheYes } from '../support/toy-conversation.ts'

describe('a call', () => {
  test('that failed is told as not done, with a person', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('sí')
    await c.outcome({ kind: 'failed', why: 'the system is down' })
    expect(c.text).toBe('No está hecho.')
    expect(c.escaped).toBe('error')
    expect(c.detail).toBe('cancel-service failed: the system is down')
    expect(c.commitments).toEqual([])
  })

  test('with an unknown outcome is never told as done: somebody has to verify it', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('sí')
    await c.outcome({ kind: 'unknown', why: 'no answer' })
    expect(c.text).toBe('No sé si quedó hecho.')
    expect(c.escaped).toBe('commitment')
    expect(c.commitments).toMatchObject([{ kind: 'verify', callId: c.calls.at(-1)?.id }])
    expect(c.commitments[0]?.confirmation).toBeUndefined()
  })

  test('that only reads and did not answer has nothing to verify', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('Grande')
    await c.outcome({ kind: 'unknown', why: 'no answer' })
    expect(c.escaped).toBe('error')
    expect(c.commitments).toEqual([])
  })

  test('is moved by its first outcome only', async () => {
    const c = conversation()
    await upToTheYes(c)
    const before = structuredClone(c.bot)
    await c.outcome(found, 'another-call')
    expect(c.last).toMatchObject({ say: [], facts: [], next: { kind: 'wait' } })
    expect(c.bot).toEqual(before)
  })

  test('that was carried out in this matter is not made again', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('sí')
    c.bot.carriedOut = [{ verb: 'find-service', args: '{}', ref: 'x' }]
    const loopsBack: Outcome = { kind: 'refused', reason: 'date-changed' }
    await c.outcome(loopsBack)
    await c.outcome(found)
    c.bot.carriedOut.push({
      verb: 'cancel-service',
      args: JSON.stringify({ account: '445566', endDate: '2026-12-01' }),
      ref: 'R-7',
    })
    c.facts.ref = { class: 'known', value: 'R-7', source: 'business', at: 0, conversationId: 'x' }
    await c.say('sí')
    expect(c.text).toBe('Hecho: R-7.')
    expect(c.calls.filter((call) => call.verb === 'cancel-service')).toHaveLength(1)
  })

  test('never leaves facts of another answer behind', async () => {
    const c = conversation()
    c.facts.plan = { class: 'known', value: 'Viejo', source: 'business', at: 0, conversationId: 'x' }
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('Grande')
    await c.outcome({ kind: 'ok', ref: 'F', data: { endDate: '2026-12-01', secret: 'x' } })
    expect(c.text).not.toContain('Viejo')
    expect(c.detail).toContain('{plan}, which is not known')
    expect(c.facts.secret).toBeUndefined()
  })

  test('whose outcome went to a case leaves the bot honest when the customer comes back', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('sí')
    await c.say('¿quedó?')
    expect(c.escaped).toBe('commitment')
    expect(c.bot.call).toBeUndefined()
  })
})

describe('a turn', () => {
  test('is pure: it changes nothing that it is given, and gives the same again', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    const given = {
      head: {
        id: 'c',
        channel: 'web' as const,
        address: {},
        customerId: 'x',
        language: 'es' as const,
        startedAt: 0,
      },
      bot: c.bot,
      facts: c.facts,
      input: {
        kind: 'message' as const,
        id: 'm',
        text: '445566',
        attachments: [],
        ask: 'no' as const,
      },
      now: c.now,
      seed: 's',
      desk: c.desk,
    }
    const before = JSON.stringify([given.bot, given.facts])
    expect(runTurn(given)).toEqual(runTurn(given))
    expect(JSON.stringify([given.bot, given.facts])).toBe(before)
  })

  test('without a reading still takes answers, and else offers a person', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    const away = new BotHarness({
      desk: c.desk,
      reader: () => {
        throw new Error('not called')
      },
    })
    const turn = (text: string) =>
      runTurn({
        head: {
          id: 'c',
          channel: 'web',
          address: {},
          customerId: 'x',
          language: 'es',
          startedAt: 0,
        },
        bot: text === '445566' ? c.bot : away.bot,
        facts: {},
        input: { kind: 'message', id: 'm', text, attachments: [], ask: 'no' },
        now: 1,
        seed: 's',
        desk: c.desk,
      })
    expect(turn('445566').say[0]?.text).toBe('¿Qué tamaño?')
    expect(turn('quiero pedir').say[0]?.buttons?.map((button) => button.label)).toContain(
      'Hablar con una persona',
    )
  })

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['emoji', '🤖💥👨‍👩‍👧‍👦'],
    ['right-to-left text', 'أريد إلغاء الخدمة'],
    ['braces', '{account} {company} {constructor}'],
    ['10,000 characters', 'cancelar '.repeat(1_112)],
    ['the name of an object key', '__proto__'],
  ])('over %s answers or hands over, in every state', async (_, text) => {
    for (const before of [[], ['quiero pedir'], ['quiero contarle algo'], ['quiero pedir', '445566']]) {
      const c = conversation()
      for (const said of before) await c.say(said)
      await c.say(text)
      expect(c.escaped ?? c.text).not.toBe('')
      expect(c.escaped).not.toBe('error')
    }
  })
})
