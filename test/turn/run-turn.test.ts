import { describe, expect, test } from '@jest/globals'
import { defineDialog } from '../../src/kit.ts'
import type { Outcome } from '../../src/turn/line.ts'
import { RESUME_WITHIN_MS, runTurn } from '../../src/turn/run-turn.ts'
import { BotHarness } from '../support/bot-harness.ts'
import { look, order, tale, toyDesk, toyFacts, toyReader, visit } from '../support/toy-dialogs.ts'

const conversation = (options: Parameters<typeof toyDesk>[0] = {}) =>
  new BotHarness({ desk: toyDesk(options), reader: toyReader })
const found: Outcome = { kind: 'ok', ref: 'F-1', data: { plan: 'Fibra', endDate: '2026-12-01' } }
const carriedOut: Outcome = { kind: 'ok', ref: 'R-7', data: { endDate: '2026-12-01' } }

/** Up to the yes-or-no question of `order`. */
async function upToTheYes(c: BotHarness): Promise<void> {
  await c.say('quiero pedir')
  await c.say('445566')
  await c.say('Grande')
  await c.outcome(found)
  expect(c.text).toBe('¿Pido Fibra Grande para 445566?')
}

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

describe('a correction', () => {
  test('of an earlier answer is taken, and what hung on it is learnt anew', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('no, la cuenta es la 778899')
    expect(c.known('account')).toBe('778899')
    expect(c.known('plan')).toBeUndefined()
    expect(c.known('size')).toBe('large')
    expect(c.text).toBe('Gracias, lo corrijo.')
    expect(c.last?.next).toMatchObject({ kind: 'call', verb: 'find-service', args: { account: '778899' } })
    await c.outcome({ kind: 'ok', ref: 'F-2', data: { plan: 'Cobre', endDate: '2026-12-02' } })
    expect(c.text).toBe('¿Pido Cobre Grande para 778899?')
  })

  test('of a choice needs a word that takes it back', async () => {
    const c = conversation()
    await upToTheYes(c)
    await c.say('perdón, el pequeño')
    expect(c.known('size')).toBe('small')
  })

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

describe('an unmatched message', () => {
  test('is told what the bot can do, in buttons, and offered a person', async () => {
    const c = conversation()
    await c.say('xyz')
    expect(c.buttons).toEqual(['Pedir', 'Contar', 'Mirar', 'Hablar con una persona', 'Nada de esto'])
    expect(c.text).toContain('¿Prefiere una persona?')
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

test('the toys are whole', () => {
  expect([order, tale, look, visit].every((dialog) => dialog.edition.length === 12)).toBe(true)
})
