import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { defineDialog } from '../../src/kit.ts'
import { RESUME_WITHIN_MS } from '../../src/turn/run-turn.ts'
import { conversation, found, upToTheYes } from '../support/toy-conversation.ts'
import { look, order, tale, toyDesk, toyFacts, toyReader, visit } from '../support/toy-dialogs.ts'

describe('an interruption', () => {
  test('is answered first, and then the question comes back', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('antes quiero contarle una historia')
    expect(c.text).toBe('¿Qué pasó?')
    await c.say('se cayó un árbol')
    expect(c.text).toBe('Anotado.\n\nSigamos con lo de antes.\n\n¿Cuenta?')
    await c.say('445566')
    expect(c.text).toBe('¿Qué tamaño?')
  })

  test('that answers the waiting question too is not asked again', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('quiero mirar')
    await c.say('445566')
    expect(c.text).toBe('Mirado.\n\nSigamos con lo de antes.\n\n¿Qué tamaño?')
  })

  test('by small talk is answered, and the question repeated; a goodbye lets go', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('hola')
    expect(c.text).toBe('¡Hola!\n\n¿Cuenta?')
    await c.say('adiós')
    expect(c.text).toBe('Adiós.')
    await c.say('445566')
    expect(c.text).toBe('¿Qué tamaño?')
  })

  test('back and forth without an answer is going in circles', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('quiero mirar')
    await c.say('no, ordenar')
    expect(c.escaped).toBe('loop')
    expect(c.detail).toContain('order, look, order')
  })

  test('that was answered is progress: turning back then is no circle', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('quiero contarle algo')
    await c.say('se cayó un árbol')
    await c.say('quiero contarle otra historia')
    expect(c.escaped).toBeUndefined()
    expect(c.text).toBe('¿Qué pasó?')
  })

  test('a question of theirs that was answered is no circle; without any progress it ends all the same', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    for (let times = 1; times <= 4; times += 1) {
      await c.say('¿eres un robot?')
      expect(c.escaped).toBeUndefined()
      expect(c.text).toContain('¿Cuenta?')
    }
    await c.say('¿eres un robot?')
    expect(c.escaped).toBe('no-progress')
  })

  test('never goes deeper than three dialogs', async () => {
    const c = conversation({ dialogs: [order, tale, look, visit] })
    await c.say('quiero pedir')
    await c.say('quiero mirar')
    await c.say('visita')
    expect(c.bot.stack).toHaveLength(3)
    await c.say('quiero contarle algo')
    expect(c.escaped).toBe('loop')
  })

  test('never puts a dialog twice in the stack: the one that waited comes forward', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('visita')
    await c.say('no sé')
    await c.say('quiero contarle algo')
    expect(c.bot.stack.map((frame) => frame.dialog)).toEqual(['order', 'visit', 'tale'])
    c.bot.counters.trail = ['tale']
    await c.say('quiero pedir')
    expect(c.bot.stack.map((frame) => frame.dialog)).toEqual(['visit', 'tale', 'order'])
    expect(c.text).toContain('¿Qué tamaño?')
  })
})

describe('an unmatched message', () => {
  test('is told what the bot can do, in buttons, and offered a person', async () => {
    const c = conversation()
    await c.say('xyz')
    expect(c.buttons).toEqual(['Pedir', 'Contar', 'Mirar', 'Hablar con una persona', 'Nada de esto'])
    expect(c.text).toContain('¿Le paso con una?')
  })

  test('is a person the second time', async () => {
    const c = conversation()
    await c.say('xyz')
    await c.say('otra cosa distinta')
    expect(c.escaped).toBe('unmatched')
    expect(c.last?.next).toMatchObject({ asked: 'otra cosa distinta' })
  })

  test('is a person the third time in a conversation', async () => {
    const c = conversation()
    await c.say('xyz')
    await c.say('quiero mirar la 445566')
    await c.say('rosas')
    await c.say('visita')
    await c.say('Grande')
    await c.say('camellos')
    expect(c.escaped).toBe('unmatched')
    expect(c.detail).toContain('3 times in this conversation')
  })

  test('may be followed by a place in the menu', async () => {
    const c = conversation()
    await c.say('xyz')
    await c.say('la segunda')
    expect(c.text).toBe('¿Qué pasó?')
  })
})

describe('an offer of a person', () => {
  test.each(['sí', 'Si, por favor', 'yes', 'dale'])('is taken by a bare "%s"', async (yes) => {
    const c = conversation()
    await c.say('xyz')
    await c.say(yes)
    expect(c.escaped).toBe('asked')
  })

  test('is not taken by words about something else', async () => {
    const c = conversation()
    await c.say('xyz')
    await c.say('quiero pedir')
    expect(c.text).toBe('¿Cuenta?')
  })

  test('that is declined is not a failure', async () => {
    const c = conversation()
    await c.say('xyz')
    await c.say('no')
    expect(c.escaped).toBeUndefined()
    expect(c.buttons).toContain('Pedir')
  })

  test('holds for one message only', async () => {
    const c = conversation()
    await c.say('xyz')
    await c.say('quiero mirar')
    await c.say('sí')
    expect(c.escaped).toBeUndefined()
  })

  test('comes with the answer when the customer may be asking for one', async () => {
    const c = conversation()
    await c.say('quiero pedir', { ask: 'may-ask' })
    expect(c.text).toBe('¿Cuenta?\n\nY si prefiere, le paso con una persona. ¿Quiere?')
    expect(c.buttons).toContain('Hablar con una persona')
    await c.say('sí')
    expect(c.escaped).toBe('asked')
  })

  test('comes with the truth about being a robot, also in the middle of a yes-or-no question', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('¿es usted un robot?')
    expect(c.text).toContain('Sí, soy un programa de Casa.')
    expect(c.buttons).toEqual(['Sí', 'No', 'Hablar con una persona', 'Nada de esto'])
    await c.say('bueno')
    expect(c.escaped).toBe('asked')
    expect(c.calls.map((call) => call.verb)).toEqual(['find-service'])
  })

  test('comes at once with a long message about several matters', async () => {
    const c = new BotHarness({
      desk: toyDesk(),
      reader: async (text, language) => ({
        ...(await toyReader(text, language)),
        matters: ['order', 'hello', 'look'],
      }),
    })
    await c.say('quiero pedir y además quiero mirar')
    expect(c.text).toContain('varias cosas')
    expect(c.buttons).toContain('Hablar con una persona')
    expect(c.bot.stack).toEqual([])
  })
})

describe('the router ends it', () => {
  test('when the customer says the same thing again in other words', async () => {
    const c = conversation()
    await c.say('quiero pedir un router nuevo')
    await c.say('le digo que quiero pedir ese router nuevo')
    expect(c.escaped).toBe('loop')
  })

  test('when the same question would be put for the third time', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('hola')
    await c.say('hola, buenas')
    expect(c.escaped).toBe('loop')
    expect(c.detail).toContain('order/account')
  })

  test('at the sixth message without progress', async () => {
    const c = conversation()
    for (const text of ['hola', 'hola hola', 'olvídelo', 'hola', 'no importa']) {
      await c.say(text)
      expect(c.escaped).toBeUndefined()
    }
    await c.say('hola')
    expect(c.escaped).toBe('no-progress')
  })

  test('when a step is entered for the sixth time', async () => {
    const c = conversation()
    await upToTheYes(c)
    for (let loop = 1; loop <= 4; loop += 1) {
      await c.say('sí')
      await c.outcome({ kind: 'refused', reason: 'date-changed' })
      await c.outcome(found)
      expect(c.escaped).toBeUndefined()
    }
    await c.say('sí')
    await c.outcome({ kind: 'refused', reason: 'date-changed' })
    expect(c.escaped).toBe('loop')
    expect(c.detail).toContain('entered 6 times')
  })

  test('with an attachment, which it cannot use', async () => {
    const c = conversation()
    await c.say('', { attachments: [{ contentType: 'image/png' }] })
    expect(c.escaped).toBe('attachment')
  })

  test('with a dialog that throws, and the agent reads why', async () => {
    const c = conversation()
    await c.say('está roto')
    expect(c.escaped).toBe('error')
    expect(c.detail).toContain('{plan}')
    expect(c.text).toBe('Perdone, algo me ha fallado.')
  })

  test('sooner when the operator is stricter', async () => {
    const c = conversation({ limits: { unmatchedInARow: 1 } })
    await c.say('xyz')
    expect(c.escaped).toBe('unmatched')
  })

  test('and starts counting again only when the matter is done', async () => {
    const c = conversation()
    await c.say('quiero mirar')
    await c.say('mmm')
    await c.say('445566')
    expect(c.bot.counters.refusedAnswers).toEqual({})
    expect(c.bot.counters.questions).toEqual({})
  })
})

describe('coming back', () => {
  test('to the bot resumes at the open question', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    await c.say('Nada de esto')
    await c.say('Grande')
    expect(c.last?.next).toMatchObject({ kind: 'call', verb: 'find-service' })
  })

  test('after a day begins anew, and keeps what is known', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    c.now += RESUME_WITHIN_MS + 1
    await c.say('Grande')
    expect(c.text).toContain('no le entendí')
    await c.say('quiero pedir')
    expect(c.text).toContain('Su cuenta es 445566.')
  })

  test('to a dialog that was edited keeps the facts and stands at the first unanswered question', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('445566')
    const edited = defineDialog(toyFacts, {
      id: 'order',
      title: order.title,
      start: 'number',
      steps: {
        number: {
          kind: 'ask',
          fact: 'account',
          text: { es: '¿Número?', en: 'Number?' },
          again: { es: '¿Qué número?', en: 'Which number?' },
          next: 'why',
          refused: 'end',
        },
        why: {
          kind: 'ask',
          fact: 'story',
          text: { es: '¿Para qué?', en: 'What for?' },
          again: { es: 'Cuénteme para qué.', en: 'Tell me what for.' },
          next: 'end',
          refused: 'end',
        },
        end: { kind: 'done', text: { es: 'Para {story}.', en: 'For {story}.' } },
      },
    })
    c.desk = toyDesk({ dialogs: [edited, look] })
    await c.say('para mi casa')
    expect(c.text).toBe('Para para mi casa.')
    expect(c.known('account')).toBe('445566')
  })

  test('to a dialog that is gone is no error', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    c.desk = toyDesk({ dialogs: [look] })
    await c.say('445566')
    expect(c.escaped).toBeUndefined()
    expect(c.text).toContain('no le entendí')
  })
})
