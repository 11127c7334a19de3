import { describe, expect, test } from '@jest/globals'
import { HOUSE } from '../../src/turn/dialog/house-texts.ts'
import { asked, questionOf, talk } from '../support/walk.ts'

const MOVE_ES = ['me mudo de casa, quiero trasladar el servicio', '445566 1234', 'Calle 10 # 5-20, Bogotá']
const MOVE_EN = ['I am moving, I want to move the service', '445566 1234', '12 Oak Street, Bogotá']
const RETURN_ES = ['quiero devolver un pedido', '445566 1234', 'el tercero', 'la primera']
const RETURN_EN = ['I want to return an order', '445566 1234', 'the third one', 'the first one']

describe('an earlier answer in the customer’s own words', () => {
  test.each([
    ['es', [...MOVE_ES, 'perdón, es Calle 12 # 5-20, Bogotá'], 'Calle 12 # 5-20, Bogotá'],
    [
      'es',
      [...MOVE_ES, '5 de diciembre', 'no, la dirección es Calle 12 # 5-20, Bogotá'],
      'Calle 12 # 5-20, Bogotá',
    ],
    ['en', [...MOVE_EN, 'December 5', 'no, the address is 14 Oak Street, Bogotá'], '14 Oak Street, Bogotá'],
    [
      'es',
      ['quiero cambiar mi dirección', '445566 1234', 'Calle 10 # 5-20, Bogotá', 'no, es la Calle 12 # 5-20'],
      'Calle 12 # 5-20',
    ],
  ] as const)(
    'is corrected by its name, or by words near to it (%s: %j)',
    async (language, messages, address) => {
      const c = await talk(language, messages)
      expect(c.known('newAddress')).toBe(address)
      expect(c.transcript.join('\n')).toContain(HOUSE.corrected[language])
    },
  )

  test('does not cost the customer the answers that stand', async () => {
    const c = await talk('es', [...MOVE_ES, '5 de diciembre', 'no, la dirección es Calle 12 # 5-20, Bogotá'])
    expect(c.known('moveDate')).toBe('2026-12-05')
    expect(asked(c)).toBe('yes-or-no')
  })

  test.each([
    ['es', [...MOVE_ES, '5 de diciembre', 'la dirección está mal'], 'newAddress'],
    ['es', [...MOVE_ES, '5 de diciembre', 'me equivoqué de fecha'], 'moveDate'],
    ['en', [...MOVE_EN, 'December 5', 'I made a mistake with the address'], 'newAddress'],
  ] as const)(
    'is asked for again where only that it was wrong is said (%s: %j)',
    async (language, messages, fact) => {
      const c = await talk(language, messages)
      expect(asked(c)).toBe(fact)
      expect(c.text).toContain(HOUSE.correcting[language])
    },
  )

  test.each(['no, deje la dirección como está', 'no quiero otra dirección', 'no, gracias'])(
    'is let be where the customer says no: "%s"',
    async (answer) => {
      const c = await talk('es', [
        'quiero cambiar mi dirección',
        '445566 1234',
        'Calle 10 # 5-20, Bogotá',
        answer,
      ])
      expect(c.text).toContain('No he cambiado nada')
    },
  )
})

describe('what was chosen', () => {
  test.each([
    ['es', [...RETURN_ES, 'no, mejor la segunda'], '2026-11-25'],
    ['en', [...RETURN_EN, 'no, the second time is better'], '2026-11-25'],
  ] as const)('is changed for another one by its place (%s: %j)', async (language, messages, day) => {
    expect((await talk(language, messages)).known('pickupDate')).toBe(day)
  })

  test.each([
    [[...RETURN_ES, 'no era ese pedido'], 'order'],
    [[...RETURN_ES, 'mejor otro'], 'pickup'],
    [['quiero cambiar de plan', '445566 1234', 'Fibra 600', 'no, mejor el otro'], 'planWish'],
  ])('is offered again where it was not that one: %j', async (messages, fact) => {
    const c = await talk('es', messages)
    expect(c.text).toContain(HOUSE.correcting.es)
    expect(asked(c)).toBe(fact)
  })
})

describe('numbers that look alike', () => {
  test('of an address are no day', async () => {
    const c = await talk('es', [...MOVE_ES, 'en la Calle 10 # 5-20'])
    expect(c.known('moveDate')).toBeUndefined()
  })

  test('a telephone is no other account where a telephone is to be asked for', async () => {
    const c = await talk('es', ['quiero actualizar mis datos', '445566 1234', '3105550123'])
    expect(c.known('account')).toBe('445566')
  })
})

test.each([
  ['es', 'quiero cambiar mi correo', 'newEmail'],
  ['en', 'I changed my number, new phone', 'newPhone'],
] as const)(
  'what is to be changed is not asked of who began with it (%s: %s)',
  async (language, opening, fact) => {
    expect(asked(await talk(language, [opening, '445566 1234']))).toBe(fact)
  },
)

describe('what the customer began with is not asked of them', () => {
  test.each([
    ['es', 'me llegó el celular roto', 'damageText', 'order', 'second'],
    ['es', 'quiero devolver el repetidor', 'pickup', 'order', 'third'],
    ['en', 'I was charged for films I never ordered', 'yes-or-no', 'charge', 'first'],
    ['es', 'cambien mi plan a fibra 600', 'yes-or-no', 'planWish', 'second'],
  ] as const)('which one of a list: %s "%s"', async (language, opening, next, fact, value) => {
    const c = await talk(language, [opening, '445566 1234'])
    expect([asked(c), c.known(fact)]).toEqual([next, value])
  })
})

describe('an answer in few words', () => {
  test.each(['sí, esa', 'esa'])('is enough where one thing is shown: "%s"', async (answer) => {
    const c = await talk('es', [
      'me llegó una carta de cobro jurídico y yo estoy al día',
      '445566 1234',
      answer,
    ])
    expect(c.known('notice')).toBe('first')
  })

  test('by the part of a day is a time of that day, in Spanish until it is dark', async () => {
    const c = await talk('es', [
      'quiero cambiar la visita del técnico',
      '445566 1234',
      'el jueves por la tarde',
    ])
    expect(c.known('slot')).toBe('third')
  })

  test.each([
    ['el martes a las 8', 'first'],
    ['a las 3', 'second'],
  ])('by the hour is a time of that day: "%s"', async (answer, slot) => {
    const c = await talk('es', ['quiero cambiar la visita del técnico', '445566 1234', answer])
    expect(c.known('slot')).toBe(slot)
  })

  test('that is a word of a button is that button, whatever else the word is about', async () => {
    const c = await talk('es', ['dónde está mi pedido', '445566 1234', 'audífonos'])
    expect(c.text).toContain('Su pedido (Audífonos inalámbricos)')
  })

  test('that tells the matter again does not let it end', async () => {
    const c = await talk('es', [
      'me cobraron dos veces',
      '445566 1234',
      'la cuota mensual',
      'sí, me la cobraron dos veces',
    ])
    expect(c.text).not.toContain('queda aclarado')
  })

  test('that thanks for nothing is not taken for thanks', async () => {
    const c = await talk('es', ['gracias por nada'])
    expect(c.text).not.toContain('gusto')
    expect(c.text).toContain('Le puedo pasar con una persona')
  })

  test('that greets nobody is no greeting', async () => {
    const c = await talk('en', ['can I change the visit to another day', '445566 1234', 'thursday afternoon'])
    expect(c.text).not.toContain('Hello')
    expect(asked(c)).toBe('slot')
  })

  test('that it is not known yet lets the matter rest', async () => {
    const c = await talk('es', ['me mudo la otra semana', '445566 1234', 'todavía no sé la dirección'])
    expect(c.text).toContain('No he cambiado nada')
  })
})

describe('words that only resemble it change nothing', () => {
  const MOVE_ASKED = [...MOVE_ES, '5 de diciembre']
  const FILMS = ['no reconozco un cobro', '445566 1234', 'las películas']

  test.each([
    ['no, en la Calle 10 ya hay otro servicio', 'Calle 10 # 5-20, Bogotá', '2026-12-05'],
    ['no, el 5 no puedo', 'Calle 10 # 5-20, Bogotá', '2026-12-05'],
    ['uy, el 5 de diciembre es muy pronto', 'Calle 10 # 5-20, Bogotá', '2026-12-05'],
    ['la dirección es la misma', 'Calle 10 # 5-20, Bogotá', '2026-12-05'],
  ])('of where and when to move: "%s"', async (said, address, day) => {
    const c = await talk('es', [...MOVE_ASKED, said])
    expect([c.known('newAddress') ?? address, c.known('moveDate') ?? day]).toEqual([address, day])
    expect(c.transcript.join('\n')).not.toContain(HOUSE.corrected.es)
  })

  test('of an address, where a day is told: "perdón, el 10 de diciembre"', async () => {
    const c = await talk('es', [...MOVE_ES, 'perdón, el 10 de diciembre'])
    expect([c.known('newAddress'), c.known('moveDate')]).toEqual(['Calle 10 # 5-20, Bogotá', '2026-12-10'])
  })

  test.each([
    [['tengo un problema con la visita', '445566 1234', 'vino'], 'visitProblem'],
    [['tengo un problema con la visita', '445566 1234', 'cancelada'], 'visitProblem'],
    [['quiero cambiar de plan, la fibra 600 no me interesa', '445566 1234'], 'planWish'],
    [['no reconozco un cobro, la cuota mensual está bien', '445566 1234'], 'charge'],
    [['me llegó roto un pedido, les mando la foto del celular', '445566 1234'], 'order'],
    [['quiero cambiar la visita del técnico', '445566 1234', 'no me sirve la primera'], 'slot'],
    [['quiero cambiar la visita del técnico', '445566 1234', 'el martes a las 8 no puedo'], 'slot'],
    [['no quiero cambiar mi correo, quiero ver mis datos', '445566 1234'], 'dataWish'],
    [['quiero ver mis facturas, no necesito copia', '445566 1234', 'la primera'], 'invoiceWish'],
    [['me llegó una carta de cobro jurídico y yo estoy al día', '445566 1234', 'ok'], 'notice'],
  ])('of what was to be chosen: %j', async (messages, fact) => {
    const c = await talk('es', messages)
    expect(c.known(fact)).toBeUndefined()
  })

  test('of a complaint, whatever it says is wrong', async () => {
    const c = await talk('es', [
      'quiero poner una queja',
      '445566 1234',
      'la factura',
      'me cobraron en una cuenta equivocada',
    ])
    expect(c.text).toContain('con sus palabras')
    expect(c.known('complaintText')).toBe('me cobraron en una cuenta equivocada')
  })

  test('of a charge that is disowned', async () => {
    const c = await talk('es', [...FILMS, 'ese no es mío'])
    expect(c.known('charge')).toBe('first')
  })

  test.each(['sí, reconozco el cobro', 'sí'])('and a true yes ends it: "%s"', async (answer) => {
    expect((await talk('es', [...FILMS, answer])).text).toContain('queda aclarado')
  })

  test.each(['ya probé y funciona', 'sí, tengo internet'])(
    'and what works is no fault: "%s"',
    async (answer) => {
      expect((await talk('es', ['se me fue el internet', '445566', answer])).text).toContain('Qué bueno')
    },
  )

  test('nor is a "yes, it is correct" a correction', async () => {
    const c = await talk('en', ['I want to cancel my internet', '445566 1234', 'yes, the account is correct'])
    expect(c.known('account')).toBe('445566')
  })

  test('and who cannot decide is not pressed', async () => {
    const c = await talk('es', ['quiero cancelar', '445566 1234', 'no puedo decidir ahora'])
    expect(c.text).toContain('No he cancelado nada')
  })
})

test.each([
  ['es', ['me llegó un aviso y no debo nada', '445566 1234', 'la primera', 'sí']],
  ['en', ['I want to make a complaint', '445566 1234', 'the service', 'yes']],
] as const)('a bare yes is nobody’s own words (%s: %j)', async (language, messages) => {
  const c = await talk(language, messages)
  expect(c.transcript.join('\n')).not.toMatch(/(?:IMP|QUE)-\d/)
  expect(questionOf(c)?.kind).toBe('ask')
})

test.each([
  ['es', ['no tengo internet', '445566', 'ya lo apagué y lo volví a prender']],
  ['en', ['no internet', '445566', 'I already unplugged it']],
] as const)('who has done it already has answered (%s: %j)', async (language, messages) => {
  expect((await talk(language, messages)).escaped).toBe('dialog')
})

test.each([
  ['es', 'hola, cuenta 445566, no tengo internet desde ayer y ya reinicié el módem dos veces'],
  ['en', 'account 445566, my internet is out, I already unplugged the router twice'],
] as const)(
  'nobody is told to do what they came saying they have done (%s: %s)',
  async (language, opening) => {
    const c = await talk(language, [opening])
    expect(c.escaped).toBe('dialog')
    expect(c.transcript.join('\n')).not.toMatch(/30 segundos|30 seconds/)
  },
)

test.each([
  ['es', 'cuenta 445566, no tengo internet y todavía no reinicié el router'],
  ['en', 'account 445566, my internet is out, I have not restarted the router'],
] as const)('who came saying they have not done it is told to (%s: %s)', async (language, opening) => {
  expect((await talk(language, [opening])).transcript.join('\n')).toMatch(/30 segundos|30 seconds/)
})

test('the number that proves who one is is found among others of a longer message', async () => {
  const c = await talk('en', [
    'Hi, my name is Anna, account 445566, last four of my ID 1234. I was billed 19,900 for movies I never ordered.',
  ])
  expect(asked(c)).toBe('charge')
})

test.each([
  ['en', ['do you have a cheaper plan', '445566 1234', 'the cheapest', 'no wait, the 600']],
  ['es', ['quiero cambiar de plan', '445566 1234', 'el más barato', 'no, espere, mejor la de 600']],
] as const)('a choice is taken back with several words before it (%s: %j)', async (language, messages) => {
  expect((await talk(language, messages)).known('planWish')).toBe('second')
})

test('what a question knows of its own matter is answered, and is no yes', async () => {
  const c = await talk('en', [
    'I want to change my plan',
    '445566 1234',
    'the second one',
    'and how much is it?',
    'from when?',
  ])
  expect(c.transcript.join('\n')).toContain('You would pay COP 94,900 a month')
  expect(c.text).toContain('The new plan would start on')
  expect(asked(c)).toBe('yes-or-no')
})

test('a reason is no question', async () => {
  const c = await talk('es', ['quiero cancelar el servicio', '445566 1234', 'porque está muy caro'])
  expect(asked(c)).toBe('yes-or-no')
  expect(c.text).not.toContain(HOUSE.notMine.es)
})
