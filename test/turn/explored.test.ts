import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { defineDialog, defineFacts } from '../../src/kit.ts'
import { RESUME_WITHIN_MS } from '../../src/turn/run-turn.ts'
import { readByWords } from '../support/read-by-words.ts'
import { conversation, found, upToTheYes } from '../support/toy-conversation.ts'
import { toyDesk, toyFacts, toyReader } from '../support/toy-dialogs.ts'

/** Faults of the bot that the exhaustive check has found, each kept from coming back. */

const same = (text: string) => ({ es: text, en: text })

describe('progress', () => {
  test('is a step that was not reached before: correcting the same answer back and forth is none', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    const accounts = ['778899', '445566', '778899', '445566', '778899']
    for (const [i, account] of accounts.entries()) {
      await c.say(`no, la ${account}`)
      if (c.escaped !== undefined) break
      expect(c.bot.counters.turnsWithoutProgress).toBe(i + 1)
    }
    expect(c.escaped).toBe('loop')
  })

  test('is not made by letting a matter go and beginning it again', async () => {
    const c = conversation()
    await c.say('quiero mirar')
    await c.say('olvídelo')
    await c.say('Mirar')
    expect(c.bot.counters.turnsWithoutProgress).toBe(3)
  })
})

describe('a day of silence', () => {
  test('keeps the counters of a matter that is not done', async () => {
    const c = conversation()
    for (const text of ['hola', 'hola', 'hola', 'hola', 'hola']) await c.say(text)
    expect(c.escaped).toBeUndefined()
    c.now += RESUME_WITHIN_MS + 1
    await c.say('hola')
    expect(c.escaped).toBe('no-progress')
  })

  test('leaves no menu to choose from: "el primero" is not understood', async () => {
    const c = conversation()
    await c.say('hola')
    await c.say('xyz')
    expect(c.buttons[0]).toBe('Pedir')
    c.now += RESUME_WITHIN_MS + 1
    await c.say('el primero')
    expect(c.bot.stack).toEqual([])
    expect(c.escaped).toBe('unmatched')
  })
})

describe('a dialog that waits', () => {
  test('begins again with what is known after another has changed a fact that it stands on', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('quiero mirar la 778899')
    expect(c.text).not.toContain('445566')
    expect(c.last?.next).toMatchObject({ kind: 'call', verb: 'find-service', args: { account: '778899' } })
    await c.outcome(found)
    expect(c.text).toBe('¿Pido Fibra Grande para 778899?')
  })
})

describe('a correction', () => {
  test('cannot jump past an open question: what came after it is to come again', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('me equivoqué')
    expect(c.text).toContain('Elija un tamaño.')
    await c.say('me equivoqué')
    expect(c.text).toContain('Seis cifras, por favor.')
    await c.say('no, Pequeño')
    expect(c.bot.stack[0]?.step).toBe('account')
    expect(c.known('size')).toBeUndefined()
  })

  test('cannot jump past the proof: another account is another to be proven', async () => {
    const c = new BotHarness({ desk: toyDesk(), reader: toyReader })
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('Grande')
    await c.outcome({ kind: 'ok', ref: 'ID', data: { proven: '445566' } })
    await c.outcome(found)
    await c.say('no, la 778899')
    expect(c.last?.next).toMatchObject({
      kind: 'call',
      verb: 'prove-identity',
      args: { account: '778899' },
    })
  })

  test('after an account that was refused asks for nothing whose words show it', async () => {
    const c = new BotHarness({
      desk: toyDesk({ dialogs: [sized] }),
      reader: readByWords({ sized: /tallas/, 'correct-answer': /equivoqué/ }),
    })
    await c.say('tallas')
    await c.say('445566')
    await c.say('Grande')
    expect(c.text).toBe('¿Qué más?')
    await c.say('me equivoqué')
    expect(c.text).toContain('Elija para 445566.')
    await c.say('me equivoqué')
    await c.say('no sé')
    expect(c.text).toBe('¿Qué más?')
    await c.say('me equivoqué')
    expect(c.escaped).not.toBe('error')
  })
})

/** A question whose second wording shows what was answered before it. */
const sized = defineDialog(toyFacts, {
  id: 'sized',
  title: same('Tallas'),
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: same('¿Cuenta?'),
      again: same('Seis cifras.'),
      next: 'size',
      refused: 'story',
    },
    size: {
      kind: 'choose',
      fact: 'size',
      text: same('¿Qué tamaño?'),
      again: same('Elija para {account}.'),
      next: { small: 'story', large: 'story' },
    },
    story: {
      kind: 'ask',
      fact: 'story',
      text: same('¿Qué más?'),
      again: same('Cuente.'),
      next: 'end',
      refused: 'end',
    },
    end: { kind: 'done', text: same('Anotado.') },
  },
})

test('a choice that the company offers no longer is asked for again', async () => {
  const facts = defineFacts({
    ...toyFacts,
    which: {
      kind: 'label',
      of: 'matter',
      label: same('which'),
      labels: { plan: same('El plan {plan}'), day: same('El día {endDate}') },
    },
  })
  const person = { kind: 'person', text: same('Una persona lo ve.') } as const
  const pick = defineDialog(facts, {
    id: 'pick',
    title: same('Elegir'),
    start: 'isProven',
    steps: {
      isProven: {
        kind: 'decide',
        fact: 'proven',
        when: { known: 'find', unknown: 'help', refused: 'help' },
      },
      find: {
        kind: 'call',
        verb: 'find-service',
        args: { account: 'account' },
        learns: ['plan', 'endDate'],
        trying: same('Busco.'),
        ok: 'which',
        refused: { 'no-such-account': 'help', 'already-cancelled': 'help', other: 'help' },
        failed: 'help',
        unknown: 'help',
      },
      which: {
        kind: 'choose',
        fact: 'which',
        text: same('¿Cuál?'),
        again: same('Elija uno.'),
        next: { plan: 'sure', day: 'sure' },
      },
      sure: {
        kind: 'confirm',
        text: same('¿Ese?'),
        again: same('¿Sí o no?'),
        yes: 'end',
        no: 'find',
      },
      end: { kind: 'done', text: same('Anotado.') },
      help: person,
    },
  })
  const c = new BotHarness({ desk: toyDesk({ dialogs: [pick] }), reader: readByWords({ pick: /elegir/ }) })
  for (const name of ['account', 'proven']) {
    c.facts[name] = { class: 'known', value: '445566', source: 'business', at: 0, conversationId: 'c' }
  }
  await c.say('elegir')
  await c.outcome(found)
  expect(c.buttons).toHaveLength(3)
  await c.say('2')
  expect(c.text).toBe('¿Ese?')
  await c.say('No')
  await c.outcome({ kind: 'ok', ref: 'F-2', data: { plan: 'Fibra' } })
  expect(c.text).toBe('¿Cuál?')
  expect(c.buttons).toEqual(['El plan Fibra', 'Nada de esto'])
})

test('a change that was carried out before keeps what the company answered', async () => {
  const c = conversation()
  await upToTheYes(c)
  const args = JSON.stringify({ account: '445566', endDate: '2026-12-01' })
  c.bot.carriedOut = [{ verb: 'cancel-service', args, ref: 'R-1', data: { endDate: '2026-12-31' } }]
  await c.say('sí')
  expect(c.text).toBe('Hecho: R-1.')
  expect(c.known('endDate')).toBe('2026-12-31')
  expect(c.commitments[0]?.dueAt).toBeGreaterThan(Date.UTC(2026, 11, 30))
})

describe('back from a person', () => {
  const known = (value: string) =>
    ({ class: 'known', value, source: 'agent', at: 0, conversationId: 'c' }) as const

  test('what the person was told is not asked once more: the message answers the question after it', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    c.facts.account = known('445566')
    await c.say('Grande')
    expect(c.known('size')).toBe('large')
    expect(c.text).not.toContain('¿Cuenta?')
  })

  test('a call that was not made because the person took over is made now', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('Grande')
    const { call: _, ...bot } = c.bot
    c.bot = bot
    await c.say('¿y entonces?')
    expect(c.bot.call?.verb).toBe('find-service')
  })

  test('a dialog that went in circles is not gone on with', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    const [frame] = c.bot.stack
    c.bot.stack = frame ? [{ ...frame, visits: { ...frame.visits, size: c.desk.limits.loops } }] : []
    await c.say('445566')
    expect(c.escaped).toBe('loop')
    expect(c.bot.stack).toEqual([])
  })
})

test('a choice in about its words is that choice, though it may sound like taking an answer back', async () => {
  const c = conversation()
  await c.say('quiero pedir')
  await c.say('445566')
  const intent = 'correct-answer'
  const candidates = [{ intent, score: 0.95 }]
  await c.say('Gradne', {
    reading: { intent, candidates, matters: [], entities: [], language: 'es', by: 'test' },
  })
  expect(c.known('size')).toBe('large')
  expect(c.known('account')).toBe('445566')
})
