import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import type { Outcome } from '../../src/turn/line.ts'
import { conversation, upToTheYes } from '../support/toy-conversation.ts'
import { toyDesk, toyReader } from '../support/toy-dialogs.ts'

const carriedOut: Outcome = { kind: 'ok', ref: 'R-7', data: { endDate: '2026-12-01' } }

describe('a dialog', () => {
  test('asks, calls, confirms, and is done only when the company has done it', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('sí')
    expect(c.text).toBe('')
    expect(c.last?.next).toMatchObject({
      kind: 'call',
      verb: 'cancel-service',
      args: { account: '445566', endDate: '2026-12-01' },
      trying: 'Lo pido; aún no está hecho.',
    })
    await c.outcome(carriedOut)
    expect(c.text).toBe('Hecho: R-7.')
    expect(c.commitments).toMatchObject([
      { kind: 'cancellation', text: 'Pedido R-7', confirmation: { ref: 'R-7' } },
    ])
    expect(new Date(c.commitments[0]?.dueAt ?? 0).toISOString()).toBe('2026-12-01T22:59:59.000Z')
  })

  test.each([
    ['a label', 'Grande', 'large'],
    ['a label in other letters', 'GRANDE!!', 'large'],
    ['the label of the other language', 'Grande (en)', 'large'],
    ['a place in the list', 'la segunda', 'large'],
    ['a number', '1', 'small'],
    ['words around it', 'pues me llevo el grande', 'large'],
    ['a typo', 'pequeñp', 'small'],
  ])('takes %s as an answer: "%s"', async (_, text, label) => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say(text)
    expect(c.known('size')).toBe(label)
  })

  test('every menu ends in "none of these", which leads to a person with the customer\'s own words', async () => {
    const c = conversation()
    await c.say('quiero pedir algo para mi casa')
    await c.say('445566')
    expect(c.buttons.at(-1)).toBe('Nada de esto')
    await c.say('Nada de esto')
    expect(c.last?.next).toMatchObject({ kind: 'escape', asked: 'quiero pedir algo para mi casa' })
  })

  test('"none of these" before any words invites them, and is a person all the same', async () => {
    const c = conversation()
    await c.say('Nada de esto')
    expect(c.escaped).toBe('unmatched')
    expect(c.text).toContain('con sus palabras')
  })

  test('takes what the first message says already', async () => {
    const c = conversation()
    await c.say('quiero pedir para la cuenta 445566')
    expect(c.known('account')).toBe('445566')
    expect(c.text).toBe('¿Qué tamaño?')
  })

  test('does not ask what is known from before: it says so, and goes on', async () => {
    const c = conversation()
    await c.say('quiero mirar')
    await c.say('445566')
    await c.say('quiero pedir')
    expect(c.text).toBe('Su cuenta es 445566.\n\n¿Qué tamaño?')
  })

  test('asks anew about a new matter what only belonged to the old one', async () => {
    const c = conversation()
    await c.say('visita')
    await c.say('Grande')
    await c.say('visita otra vez')
    expect(c.text).toBe('¿Visita de qué tamaño?')
  })

  test('goes where the author says when the customer does not have the answer', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('no lo tengo a mano')
    expect(c.facts.account).toMatchObject({ class: 'refused' })
    expect(c.escaped).toBe('dialog')
    expect(c.text).toBe('Una persona lo ve.')
  })

  test('speaks the language that the customer turns to', async () => {
    const english = new BotHarness({
      desk: toyDesk(),
      reader: async (text, language) => ({ ...(await toyReader(text, language)), language: 'en' }),
    })
    await english.say('quiero pedir in English')
    expect(english.text).toBe('¿Cuenta? (en)')
    expect(english.last?.language).toBe('en')
  })
})

describe('an answer that cannot be used', () => {
  test('is asked for again in other words with choices, and the second one brings a person', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('pues mire usted')
    expect(c.text).toBe('Seis cifras, por favor.')
    expect(c.buttons).toEqual(['No lo tengo', 'Nada de esto'])
    await c.say('la de siempre')
    expect(c.escaped).toBe('failed-answers')
    expect(c.last?.next).toMatchObject({ asked: 'quiero pedir' })
  })

  test('is one that the company does not know, too', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('111111')
    await c.say('Grande')
    await c.outcome({ kind: 'refused', reason: 'no-such-account' })
    expect(c.text).toBe('No existe 111111.\n\nSeis cifras, por favor.')
    await c.say('222222')
    await c.outcome({ kind: 'refused', reason: 'no-such-account' })
    expect(c.text).toBe('No existe 222222.')
    expect(c.escaped).toBe('failed-answers')
  })

  test('is not "un momento": there is no hurry', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('un momento, la busco')
    expect(c.text).toContain('sin prisa')
    await c.say('445566')
    expect(c.text).toBe('¿Qué tamaño?')
  })
})

describe('a correction', () => {
  test('of an earlier answer is taken, and what hung on it is learnt anew', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('no, la cuenta es la 778899')
    expect(c.known('account')).toBe('778899')
    expect(c.known('plan')).toBeUndefined()
    expect(c.known('size')).toBe('large')
    expect(c.transcript.at(-1)).toBe('< Gracias, lo corrijo.')
    expect(c.last?.next).toMatchObject({ kind: 'call', verb: 'find-service', args: { account: '778899' } })
    await c.outcome({ kind: 'ok', ref: 'F-2', data: { plan: 'Cobre', endDate: '2026-12-02' } })
    expect(c.text).toBe('¿Pido Cobre Grande para 778899?')
  })

  test.each(['perdón', 'Perdóneme', 'i made a mistake'])(
    'of a choice needs a word that takes it back: "%s"',
    async (word) => {
      const c = conversation()
      await upToTheYes(c)
      await c.say(`${word}, el pequeño`)
      expect(c.known('size')).toBe('small')
    },
  )

  test('is never mistaken for a yes or a no', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('no, 778899')
    expect(c.calls.map((call) => call.verb)).toEqual(['find-service', 'find-service'])
  })

  test('without the new answer asks for it', async () => {
    const c = conversation()
    await c.say('quiero mirar')
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('me equivoqué')
    expect(c.text).toBe('Claro, corrijámoslo.\n\nSeis cifras, por favor.')
    await c.say('778899')
    expect(c.known('account')).toBe('778899')
  })
})

describe('"never mind"', () => {
  test('lets the matter go at once, without a question', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('olvídelo')
    expect(c.text).toBe('De acuerdo, lo dejamos así. No he cambiado nada.')
    expect(c.bot.stack).toEqual([])
  })

  test('goes back to what was interrupted', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('quiero contarle algo')
    await c.say('olvídelo')
    expect(c.text).toContain('Sigamos con lo de antes.\n\n¿Cuenta?')
  })

  test('with nothing open is no failure', async () => {
    const c = conversation()
    await c.say('no importa')
    await c.say('déjelo')
    expect(c.escaped).toBeUndefined()
  })
})
