import { describe, expect, test } from '@jest/globals'
import { asked, talk } from '../support/walk.ts'

const ORDERS_ES = ['dónde está mi pedido', '445566 1234']
const ORDERS_EN = ["where's my order", '445566 1234']
const CHARGES_ES = ['me cobraron algo que no pedí', '445566 1234']
const CHARGES_EN = ['there is a charge I do not recognise', '445566 1234']
const PLANS_ES = ['quiero cambiar de plan', '445566 1234']

describe('what is meant of a list', () => {
  test.each([
    ['es', [...CHARGES_ES, 'el más reciente'], 'charge', 'first'],
    ['es', [...CHARGES_ES, 'el más caro'], 'charge', 'second'],
    ['en', [...CHARGES_EN, 'the cheapest one'], 'charge', 'third'],
    ['en', [...CHARGES_EN, 'the oldest'], 'charge', 'third'],
    ['es', [...CHARGES_ES, 'el de octubre'], 'charge', 'third'],
    ['es', ['quiero cambiar de plan', '445566 1234', 'el más barato'], 'planWish', 'first'],
    ['es', ['quiero cambiar de plan', '445566 1234', 'la más rápida'], 'planWish', 'third'],
    ['es', ['mejor quiero el plan de 600 megas', '445566 1234'], 'planWish', 'second'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'lo antes posible'], 'slot', 'first'],
    ['en', ['I want to move my appointment', '445566 1234', 'the 26th'], 'slot', 'third'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'el 26'], 'slot', 'third'],
    ['en', [...ORDERS_EN, 'the phone'], 'order', 'second'],
    ['es', [...ORDERS_ES, 'los auriculares'], 'order', 'first'],
    ['es', ['quiero el recibo de septiembre', '445566 1234'], 'invoice', 'third'],
    ['es', ['necesito copia de la última factura', '445566 1234'], 'invoice', 'first'],
    ['en', ['I need my september bill by email please', '445566 1234'], 'invoice', 'third'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'no, la segunda'], 'slot', 'second'],
    ['es', [...PLANS_ES, 'quiero 600'], 'planWish', 'second'],
    ['es', [...PLANS_ES, 'el más alto'], 'planWish', 'third'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'es urgente, cuanto antes'], 'slot', 'first'],
    ['es', [...PLANS_ES, 'creo que la de 600 megas'], 'planWish', 'second'],
    ['es', ['quiero devolver un pedido', '445566 1234', 'no quiero el repetidor'], 'order', 'third'],
    ['es', ['quiero ver la factura del mes pasado', '445566 1234'], 'invoice', 'second'],
    ['en', ["I want to see last month's bill", '445566 1234'], 'invoice', 'second'],
    ['es', [...CHARGES_ES, 'el cobro de octubre no lo reconozco'], 'charge', 'third'],
  ] as const)(
    'is understood by its end, day, month, number or name (%s: %j)',
    async (language, messages, fact, value) => {
      expect((await talk(language, messages)).known(fact)).toBe(value)
    },
  )

  test.each([
    ['es', [...CHARGES_ES, '¿el más caro?'], 'charge'],
    ['es', [...CHARGES_ES, 'no es el más caro'], 'charge'],
    ['es', [...CHARGES_ES, 'pagué el 15 de noviembre 85 mil pesos en el banco'], 'charge'],
    [
      'es',
      ['me llegó un aviso y no debo nada', '445566 1234', 'pagué el 15 de noviembre en el banco'],
      'notice',
    ],
    ['es', ['quiero cambiar la visita', '445566 1234', 'el 28'], 'slot'],
    ['es', [...ORDERS_ES, 'el router'], 'order'],
    ['es', [...CHARGES_ES, 'todos menos la cuota mensual'], 'charge'],
    ['es', [...CHARGES_ES, 'en octubre yo estaba de vacaciones'], 'charge'],
    ['es', [...CHARGES_ES, 'lo más pronto posible por favor'], 'charge'],
    ['en', [...CHARGES_EN, "it's not the monthly fee"], 'charge'],
    ['es', ['me cobraron 8500 de más en la cuota mensual', '445566 1234'], 'charge'],
    ['es', [...ORDERS_ES, 'no es el celular'], 'order'],
    ['es', [...ORDERS_ES, 'le escribo del celular de mi esposa'], 'order'],
    ['es', [...ORDERS_ES, 'lo quiero lo antes posible'], 'order'],
    ['es', ['quiero devolver un pedido', '445566 1234', 'me quedo con el celular'], 'order'],
    ['es', [...PLANS_ES, 'mi vecino tiene el de 1000 y le va mal'], 'planWish'],
    ['es', [...PLANS_ES, 'no quiero la de 1000'], 'planWish'],
    ['es', [...PLANS_ES, 'quiero pagar 600 al mes'], 'planWish'],
    ['es', [...PLANS_ES, 'el internet es lo más caro que pago'], 'planWish'],
    ['es', [...PLANS_ES, 'el más barato cuánto cuesta'], 'planWish'],
    ['es', ['vivo en la calle 100 y quiero cambiar de plan', '445566 1234'], 'planWish'],
    ['es', ['quiero cambiar de plan, antes tenía fibra 600', '445566 1234'], 'planWish'],
    ['en', ['I want to change my plan', '445566 1234', 'the cheapest one is too slow'], 'planWish'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'no la segunda'], 'slot'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'cualquier día menos el jueves'], 'slot'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'la noche es muy tarde'], 'slot'],
    ['es', ['quiero cambiar la visita', '445566 1234', 'mi cumpleaños es el 26'], 'slot'],
    ['en', ['I want to move my appointment', '445566 1234', 'good evening'], 'slot'],
    ['es', ['el mes pasado me cambié de casa y quiero ver mi factura', '445566 1234'], 'invoice'],
    ['es', ['quiero ver todas mis facturas menos la de octubre', '445566 1234'], 'invoice'],
  ] as const)('is not guessed (%s: %j)', async (language, messages, fact) => {
    const c = await talk(language, messages)
    expect(c.known(fact)).toBeUndefined()
  })

  test('a thing of no row begins no other matter', async () => {
    const c = await talk('es', [...ORDERS_ES, 'el router'])
    expect(c.bot.stack.map(({ dialog }) => dialog)).toEqual(['order-status'])
  })
})

describe('a "no" with words behind it', () => {
  test.each([
    ['es', [...CHARGES_ES, 'la segunda', 'no, no lo reclame']],
    ['es', [...CHARGES_ES, 'la segunda', 'no quiero reclamarlo']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, nunca dije que no lo pedí']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, es que no me acuerdo']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, ese no es el cobro']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, todavía no']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, gracias']],
    ['en', [...CHARGES_EN, 'the second one', "don't do anything"]],
    ['en', [...CHARGES_EN, 'the second one', "no, don't dispute it"]],
    ['es', [...ORDERS_ES, 'el tercero', 'no, mi esposa lo recibió']],
  ] as const)('files nothing where it may mean to let it be (%s: %j)', async (language, messages) => {
    const c = await talk(language, messages)
    expect(c.transcript.join('\n')).not.toMatch(/(?:REC|PED)-\d/)
  })

  test.each(['todavía no', 'no me ha llegado nada'])(
    'is plain of what has not come: "%s"',
    async (answer) => {
      const c = await talk('es', [...ORDERS_ES, 'el tercero', answer])
      expect(c.transcript.join('\n')).toMatch(/PED-\d/)
    },
  )

  test('is none where the words tell to do it', async () => {
    const c = await talk('es', ['quiero cancelar el servicio', '445566 1234', 'no, hágalo'])
    expect(asked(c)).toBe('yes-or-no')
  })

  test.each([
    ['en', [...CHARGES_EN, 'the second one', 'no I never ordered that']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, yo nunca pedí eso']],
    ['es', [...CHARGES_ES, 'la segunda', 'no lo reconozco, gracias']],
    ['es', [...CHARGES_ES, 'la segunda', 'no, reclámelo']],
    ['es', [...CHARGES_ES, 'la segunda', 'claro que no']],
    ['en', [...CHARGES_EN, 'the second one', "no I don't recognise it"]],
  ] as const)('answers, whatever else the words speak of (%s: %j)', async (language, messages) => {
    const c = await talk(language, messages)
    expect(c.transcript.join('\n')).toMatch(/REC-\d/)
  })

  test.each([
    ['es', ['quiero cancelar el servicio', '445566 1234', 'no, quiero cancelar']],
    ['en', ['I want to cancel my service', '445566 1234', 'no, cancel it']],
  ] as const)(
    'is none where the words ask for the very thing: it is asked again (%s: %j)',
    async (language, messages) => {
      const c = await talk(language, messages)
      expect(asked(c)).toBe('yes-or-no')
      expect(c.transcript.join('\n')).not.toMatch(/No he cancelado|not cancelled|BAJA-/)
    },
  )

  test.each([
    ['es', ['quiero cancelar el servicio', '445566 1234', 'no, no quiero cancelar']],
    ['en', ['I want to cancel my service', '445566 1234', "no, don't cancel it"]],
  ] as const)('is one where they deny it (%s: %j)', async (language, messages) => {
    const c = await talk(language, messages)
    expect(c.transcript.join('\n')).toMatch(/No he cancelado|not cancelled/)
  })
})

test.each(['si cancelo pierdo el número', 'si lo cancelo me cobran algo'])(
  'an "if" without its accent is no yes: "%s"',
  async (answer) => {
    const c = await talk('es', ['quiero cancelar el servicio', '445566 1234', answer])
    expect(c.transcript.join('\n')).not.toMatch(/BAJA-/)
  },
)

test.each(['si confirmo', 'si, cancelo', 'sí, cancelar'])('a plain yes is one: "%s"', async (answer) => {
  const c = await talk('es', ['quiero cancelar el servicio', '445566 1234', answer])
  expect(c.transcript.join('\n')).toMatch(/BAJA-/)
})
