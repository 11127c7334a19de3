import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('cancelling the service', () => {
  test('by free text, in Spanish: who they are, one message with what it means, one yes', async () => {
    const c = await journey(
      'es',
      `
      > Buenas, quisiera dar de baja mi internet
      < Claro, le ayudo a cancelar su servicio. ¿Cuál es su número de cuenta? Está arriba en su factura.
      > es la 445566 1234
      < Esto es lo que se cancela: Fibra 300, cuenta 445566. · Tiene servicio hasta el 30 de noviembre · Último cobro: $ 19.973 · Penalización: $ 0 · Recogemos el equipo en su casa el 2 de diciembre, sin costo ¿Lo cancelo? [Sí, cancelar] [No, dejarlo] [No estoy ese día] [Nada de esto]
      > sí, por favor
      < Su servicio queda cancelado con fin el 30 de noviembre. Último cobro: $ 19.973. Pasamos por el equipo el 2 de diciembre. Referencia: BAJA-20261122-0003. Si quiere, cuéntenos por qué se va. No hace falta. [Es caro] …
      > muchas gracias
      < Con mucho gusto.
      `,
    )
    expect(c.commitments).toMatchObject([
      { kind: 'cancellation', confirmation: { ref: 'BAJA-20261122-0003' } },
      { kind: 'visit', text: 'Recogida del equipo de la cuenta 445566 el 2 de diciembre' },
    ])
    expect(c.commitments[1]?.confirmation).toBeUndefined()
  })

  test('what it costs, until when and what becomes of the equipment is answered to who asks, as often as they ask', async () => {
    await journey(
      'es',
      `
      > quiero cancelar mi servicio
      < …
      > 445566 1234
      < Esto es lo que se cancela: …
      > ¿cuánto me van a cobrar?
      < El último cobro es de $ 19.973, y la penalización, de $ 0. ¿Cancelo Fibra 300 con fin el 30 de noviembre? Dígame sí o no. [Sí, cancelar] [No, dejarlo] [No estoy ese día] [Nada de esto]
      > y el equipo?
      < Pasamos por el equipo a su casa el 2 de diciembre, sin costo. ¿Cancelo Fibra 300 …
      > y hasta cuándo tengo internet?
      < Tiene servicio hasta el 30 de noviembre. ¿Cancelo Fibra 300 …
      > y si me arrepiento?
      < Eso no se lo sé contestar yo; una persona sí. ¿Le paso con una? …
      > sí, cancelar
      < Su servicio queda cancelado …
      `,
    )
  })

  test('by buttons, in English', async () => {
    await journey(
      'en',
      `
      > Cancel
      < Of course, I will help you cancel your service. What is your account number?…
      > 778899 1234
      < This is what will be cancelled: Fibra 600, account 778899. · You have service until 7 December · Last charge: COP 47,450 · Penalty: COP 90,000 · You have no equipment to return Shall I cancel it? [Yes, cancel] [No, keep it] [None of these]
      > Yes, cancel
      < Your service is cancelled, ending on 7 December. Last charge: COP 47,450. Reference: BAJA-20261122-0003. If you like, tell us why you are leaving. You do not have to. [It is expensive] …
      `,
    )
  })

  test('with the account in the first message, and a correction before the yes', async () => {
    await journey(
      'es',
      `
      > quiero cancelar el servicio de la cuenta 445566, documento 1234
      < … Fibra 300, cuenta 445566. …
      > no, la cuenta es la 778899, documento 1234
      < Gracias, lo corrijo.
      < … Fibra 600, cuenta 778899. …
      > dale
      < Su servicio queda cancelado con fin el 7 de diciembre. …
      `,
    )
  })

  test.each([
    [
      'es',
      'with a button',
      `
      > quiero cancelar el servicio de la cuenta 445566, documento 1234
      < … Recogemos el equipo en su casa el 2 de diciembre, sin costo ¿Lo cancelo? [Sí, cancelar] [No, dejarlo] [No estoy ese día] [Nada de esto]
      > No estoy ese día
      < No hay problema: el equipo se recoge otro día, sin costo. ¿Cancelo ya Fibra 300, cuenta 445566, con fin el 30 de noviembre? [Sí, cancelar] [No, dejarlo] [Nada de esto]
      > sí
      < Su servicio queda cancelado con fin el 30 de noviembre. Último cobro: $ 19.973. Referencia: BAJA-20261122-0003. ¿Qué días y a qué horas podemos pasar por el equipo? Con eso, una persona busca el día.
      > los sábados por la mañana
      < De acuerdo. Su cancelación está hecha, referencia BAJA-20261122-0003, y una persona cambia el día de la recogida.
      = person (dialog)
      `,
      'los sábados por la mañana',
    ],
    [
      'en',
      'in words',
      `
      > I want to cancel my internet, account 445566, document 1234
      < … We collect the equipment at your home on 2 December, free of charge Shall I cancel it? [Yes, cancel] [No, keep it] [Not home that day] [None of these]
      > I won't be home that day
      < No problem: we collect the equipment on another day, free of charge. …
      > Yes, cancel
      < Your service is cancelled, ending on 30 November. … On which days and times can we collect the equipment? …
      > after six, any day
      < All right. Your cancellation is done, reference …
      = person (dialog)
      `,
      'after six, any day',
    ],
  ] as const)(
    'is done first where the customer is not at home for the collection (%s, %s)',
    async (language, _how, told, when) => {
      const c = await journey(language, told)
      // What stands is promised, and what does not is not.
      expect(c.commitments).toMatchObject([
        { kind: 'cancellation', confirmation: { ref: 'BAJA-20261122-0003' } },
      ])
      expect(c.detail).toContain(when)
    },
  )

  test('is let go at the slightest "no", without argument', async () => {
    const c = await journey(
      'es',
      `
      > Cancelar
      < … ¿Cuál es su número de cuenta? …
      > 445566 1234
      < … ¿Lo cancelo? …
      > mejor no
      < De acuerdo. No he cancelado nada: su servicio sigue igual.
      `,
    )
    expect(c.commitments).toEqual([])
  })

  test.each(['quiero contratar fútbol', 'sí, pero primero dígame cuánto tarda', '¿ok?'])(
    'is not done for "%s": only a plain yes changes anything',
    async (text) => {
      const c = await journey(
        'es',
        `
        > quiero cancelar la cuenta 445566, documento 1234
        < … ¿Lo cancelo? …
        > ${text}
        < ¿Cancelo Fibra 300 con fin el 30 de noviembre? Dígame sí o no. [Sí, cancelar] [No, dejarlo] [No estoy ese día] [Nada de esto]
        `,
      )
      expect(c.calls.map((call) => call.verb)).toEqual(['prove-identity', 'find-service'])
    },
  )

  test.each(['quiero saber cuánto debo', 'sí, pero primero dígame cuánto debo'])(
    'waits for "%s", which is answered first, and is done only with a yes of its own',
    async (text) => {
      const c = await journey(
        'es',
        `
        > quiero cancelar la cuenta 445566, documento 1234
        < … ¿Lo cancelo? …
        > ${text}
        < Veamos las facturas de su cuenta 445566.
        < Saldo pendiente: $ 74.900. ¿Qué factura quiere ver? …
        > la primera
        < … ¿Qué necesita? …
        > Solo quería verlo
        < Con gusto. No he cambiado nada. … ¿Lo cancelo? [Sí, cancelar] [No, dejarlo] [No estoy ese día] [Nada de esto]
        `,
      )
      expect(c.calls.map((call) => call.verb)).not.toContain('cancel-service')
    },
  )

  test('asks for no reason before it is done, and offers nothing to stay', async () => {
    const c = await journey(
      'es',
      `
      > Cancelar
      < …
      > 445566 1234
      < …
      > sí
      < …
      `,
    )
    const said = c.transcript.join('\n')
    expect(said.slice(0, said.indexOf('Referencia'))).not.toMatch(/por qué|motivo|razón/i)
    expect(said).not.toMatch(/oferta|descuento|quédese/i)
  })

  test('a second time says what is done and what is still to come', async () => {
    await journey(
      'es',
      `
      > quiero cancelar la cuenta 445566, documento 1234
      < …
      > sí
      < Su servicio queda cancelado …
      > quiero cancelar mi contrato
      < Esto ya quedó hecho: Cancelación de …(BAJA-…). Esto sigue abierto: Recogida del equipo … [Hablar con una persona]
      `,
    )
  })
})

describe('a cancellation that the company could not carry out', () => {
  test('is told as not done, and a person gets it with the facts', async () => {
    const c = await journey(
      'es',
      `
      > quiero cancelar la cuenta 900002, documento 1234
      < …
      > sí
      < No pude hacer la cancelación: no está hecha. Una persona la hará, sin que usted repita nada.
      = person (error)
      `,
    )
    expect(c.known('account')).toBe('900002')
    expect(c.commitments).toEqual([])
    expect(c.last?.next).toMatchObject({ asked: 'quiero cancelar la cuenta 900002, documento 1234' })
  })

  test('or that nobody knows about is never told as done', async () => {
    const c = await journey(
      'en',
      `
      > I want to cancel account 900003, document 1234
      < …
      > yes
      < I requested the cancellation, but I do not know whether it went through. A person will check and give you the date and the reference.
      = person (commitment)
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'verify' }])
    expect(c.transcript.join('\n')).not.toMatch(/is cancelled/)
  })

  test('or that cannot even be looked up leaves nothing cancelled', async () => {
    await journey(
      'es',
      `
      > quiero cancelar la cuenta 445566, documento 1234
      < Ahora mismo no puedo ver su servicio desde aquí. No he cancelado nada todavía.
      = person (error)
      `,
      { kind: 'failing', verbs: ['find-service'] },
    )
  })

  test('for an account that does not exist is asked for once more, and then by a person', async () => {
    await journey(
      'es',
      `
      > Cancelar
      < …
      > 111111 1234
      < No encuentro la cuenta 111111. Necesito su número de cuenta: … [No lo tengo] [Nada de esto]
      > 111112 1234
      < No encuentro la cuenta 111112.
      = person (failed-answers)
      `,
    )
  })
})
