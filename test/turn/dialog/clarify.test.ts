import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../../src/guarantee/bot-harness.ts'
import { botShape } from '../../../src/turn/bot.ts'
import type { Reading } from '../../../src/understanding/recognizer.ts'
import { houseDesk } from '../../support/journey.ts'

const NOTHING = reading()
const EITHER = reading(['cancel-service', 0.48], ['cancel-visit', 0.41], ['no-internet', 0.02])

/** What understanding says of a message; an intent is believed from 0.3 on. */
function reading(...candidates: [string, number][]): Reading {
  const scored = candidates.map(([intent, score]) => ({ intent, score }))
  const best = scored.find(({ score }) => score >= 0.3)
  return { intent: best?.intent, candidates: scored, entities: [], language: undefined, by: 'test' }
}

const conversation = (language: 'es' | 'en' = 'es') =>
  new BotHarness({ desk: houseDesk, reader: () => NOTHING, isBelieved: true, language })

/** A customer who has said something that could be either. */
async function asked(language: 'es' | 'en' = 'es') {
  const c = conversation(language)
  const text = language === 'es' ? 'cancélenme eso de la cuenta 445566' : 'please cancel that for me'
  await c.say(text, { reading: EITHER })
  return c
}

const BUTTONS = ['Cancelar el servicio', 'Cancelar la visita', 'Nada de esto']

describe('a message that could be either of two matters', () => {
  test('is asked about in the customer’s words, with both as buttons', async () => {
    const c = await asked()
    expect(c.text).toBe('¿Quiere cancelar el servicio o cancelar la visita?')
    expect(c.buttons).toEqual(BUTTONS)
    expect(c.bot.stack).toEqual([])
    expect(botShape.parse(JSON.parse(JSON.stringify(c.bot)))).toEqual(c.bot)
  })

  test('is asked about in English, too', async () => {
    expect((await asked('en')).text).toBe('Would you like to cancel the service or cancel the visit?')
  })

  test('is asked about though it is not sure enough to be believed', async () => {
    const c = conversation()
    await c.say('cancélenme eso', { reading: reading(['cancel-service', 0.27], ['cancel-visit', 0.24]) })
    expect(c.buttons).toEqual(BUTTONS)
  })

  test.each([
    ['the other is far behind', ['cancel-service', 0.7], ['cancel-visit', 0.3], 'cancelar su servicio'],
    ['the other is small talk', ['cancel-service', 0.5], ['thanks', 0.45], 'cancelar su servicio'],
    ['the other is hardly likely', ['cancel-service', 0.31], ['cancel-visit', 0.15], 'cancelar su servicio'],
  ] as const)('is not asked about when %s', async (_why, best, second, words) => {
    const c = conversation()
    await c.say('cancelen', { reading: reading([...best], [...second]) })
    expect(c.text).toContain(words)
  })
})

describe('the answer', () => {
  test.each([
    ['Cancelar la visita', 'cancel-visit'],
    ['cancelar el servicio', 'cancel-service'],
    ['la visita', 'cancel-visit'],
    ['la segunda', 'cancel-visit'],
    ['1', 'cancel-service'],
    ['pues la visita esa que tenía', 'cancel-visit'],
    ['Cancel the visit', 'cancel-visit'],
  ])('"%s" begins what is meant, with what was said before', async (text, dialog) => {
    const c = await asked()
    await c.say(text)
    expect(c.bot.stack.at(-1)?.dialog ?? c.bot.call?.dialog).toBe(dialog)
    expect(c.known('account')).toBe('445566')
    expect(c.bot.stack.at(-1)?.words).toContain('cancélenme eso')
    expect(c.bot.between).toBeUndefined()
  })

  test.each(['Nada de esto', 'ninguna de las dos', 'ninguno', '3'])(
    '"%s" leads to a person, who gets the customer’s words',
    async (text) => {
      const c = await asked()
      const out = await c.say(text)
      expect(c.escaped ?? c.text).toBe('unmatched')
      expect(out.next).toMatchObject({ asked: 'cancélenme eso de la cuenta 445566' })
    },
  )

  test('in other words that are clear begins what they say', async () => {
    const c = await asked()
    await c.say('que no venga el técnico', { reading: reading(['cancel-visit', 0.93]) })
    expect(c.bot.stack.at(-1)?.dialog).toBe('cancel-visit')
  })

  test('may be another matter altogether', async () => {
    const c = await asked()
    await c.say('no tengo servicio de internet', { reading: reading(['no-internet', 0.9]) })
    expect(c.bot.stack.at(-1)?.dialog).toBe('no-internet')
  })

  test('that says what is not meant begins nothing', async () => {
    const c = await asked()
    await c.say('no quiero cancelar el servicio')
    expect(c.bot.stack).toEqual([])
  })
})

describe('nobody is asked twice, and nothing is guessed', () => {
  test('when the answer can not be understood either, a person takes over', async () => {
    const c = await asked()
    const out = await c.say('zarandaja perifollo')
    expect(c.escaped).toBe('unmatched')
    expect(c.detail).toBe('not understood 2 times in a row')
    expect(out.next).toMatchObject({ asked: expect.stringContaining('cancélenme') })
  })

  test('when the answer could be either again, a person takes over', async () => {
    const c = await asked()
    await c.say('pues que la cancelen', { reading: EITHER })
    expect(c.escaped).toBe('unmatched')
  })

  test('later in the same matter, too', async () => {
    const c = conversation()
    await c.say('cancélenme eso', { reading: EITHER })
    await c.say('el servicio')
    expect(c.text).toContain('número de cuenta')
    await c.say('o qué pasa con mi pedido, devuélvanlo', {
      reading: reading(['return-order', 0.6], ['order-status', 0.55]),
    })
    expect(c.escaped).toBe('unmatched')
    expect(c.detail).toBe('not clear for the second time which is meant: return-order and order-status')
  })

  test('a question that was asked stands while it is asked which of two others is meant', async () => {
    const c = conversation()
    await c.say('no tengo internet', { reading: reading(['no-internet', 0.95]) })
    const question = c.bot.stack.at(-1)?.step
    await c.say('además cancélenme eso', { reading: reading(['cancel-service', 0.6], ['cancel-visit', 0.5]) })
    expect(c.buttons).toEqual(BUTTONS)
    expect(c.bot.stack.map(({ dialog, step }) => [dialog, step])).toEqual([['no-internet', question]])
    await c.say('la visita')
    expect(c.bot.stack.map(({ dialog }) => dialog)).toEqual(['no-internet', 'cancel-visit'])
  })

  test('who is in the middle of one of the two is not asked', async () => {
    const c = conversation()
    await c.say('quiero cancelar el servicio', { reading: reading(['cancel-service', 0.95]) })
    await c.say('cancélenme eso', { reading: reading(['cancel-visit', 0.6], ['cancel-service', 0.55]) })
    expect(c.buttons).not.toEqual(BUTTONS)
    expect(c.escaped).toBeUndefined()
  })
})
