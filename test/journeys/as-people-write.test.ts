import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('a yes or no in other words', () => {
  test('"no lo reconozco" is no "sí, lo reconozco"', async () => {
    await journey(
      'es',
      `
      > me cobraron 19.900 pesos que yo no pedí nunca, ladrones
      < …
      > 445566 1234
      < El cobro de $ 19.900 del 18 de noviembre es por: Películas, de Cine en Casa, …
      > que no lo reconozco!!!
      < Su reclamo por $ 19.900 quedó registrado …
      `,
    )
  })

  test('with both in it is asked again', async () => {
    await journey(
      'es',
      `
      > tengo un cobro raro
      < …
      > 445566 1234
      < …
      > el de las películas
      < El cobro de $ 19.900 …
      > no no, ya lo reconozco
      < ¿Reconoce el cobro de $ 19.900 por Películas? …
      `,
    )
  })

  test.each([
    'ya lo hice y nada',
    'no, sigue igual',
    'va y viene',
    'el router tiene una luz roja',
    'sigo sin internet',
  ])('"%s" after the restart of the router is a no', async (text) => {
    await journey(
      'es',
      `
        > no me anda el wifi
        < …
        > 445566
        < … ¿Ya tiene internet? …
        > ${text}
        < Entonces hace falta alguien que lo revise, …
        = person (dialog)
        `,
    )
  })

  test.each(['ya quedó, mil gracias', 'ya, ya volvió', 'listo, ya funciona el wifi'])(
    '"%s" after the restart of the router is a yes',
    async (text) => {
      await journey(
        'es',
        `
        > no hay internet
        < …
        > 445566
        < … ¿Ya tiene internet? …
        > ${text}
        < Qué bueno. Disculpe la molestia.
        `,
      )
    },
  )

  test('"cancele ya" confirms a cancellation; an order to cancel something else does not', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566 1234
      < … ¿Lo cancelo? …
      > cancele ya
      < Su servicio queda cancelado …
      `,
    )
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566 1234
      < … ¿Lo cancelo? …
      > cancele la visita
      < Veamos la visita de su cuenta 445566.
      < Esto es lo que se cancela: la visita …
      `,
    )
  })
})

describe('instead of an answer', () => {
  test('a question that the bot cannot answer is said to be so, and a bare "sí" is then for the person', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566 1234
      < … ¿Lo cancelo? …
      > ¿y si cancelo pierdo mi número de teléfono?
      < Eso no se lo sé contestar yo; una persona sí. … [Sí, cancelar] [No, dejarlo] [No estoy ese día] [Hablar con una persona] [Nada de esto]
      > sí
      = person (asked)
      `,
    )
  })

  test('"no" to that person goes back to the question', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566 1234
      < …
      > ¿y mi número de teléfono lo pierdo?
      < Eso no se lo sé contestar yo; …
      > no
      < De acuerdo, seguimos aquí. Esto es lo que se cancela: …
      `,
    )
  })

  test('asking where to find it is told where, and offered a person', async () => {
    await journey(
      'es',
      `
      > no tengo internet
      < …
      > ay no sé hija, ¿dónde está eso?
      < … arriba en su factura. … Y si prefiere, le paso con una persona. … [Hablar con una persona] [Nada de esto]
      `,
    )
  })

  test('a moment is given, also to who does not remember yet', async () => {
    await journey(
      'es',
      `
      > quiero dar de baja el servicio
      < …
      > no me acuerdo el número, esperá que lo busco
      < Claro, sin prisa. Aquí sigo.
      > ok
      < Claro, sin prisa. Aquí sigo.
      > 445566 1234
      < … ¿Lo cancelo? …
      `,
    )
    await journey(
      'en',
      `
      > cancel my plan please
      < …
      > hang on let me get my bill
      < Of course, take your time. I am here.
      `,
    )
  })

  test('"it works now" ends the matter without an account number', async () => {
    await journey(
      'en',
      `
      > my internet is down
      < …
      > it works now
      < Good to hear. I am here if you need anything else.
      `,
    )
  })

  test('"ninguno de esos" is "none of these", and "todos" is no greeting', async () => {
    await journey(
      'es',
      `
      > tengo un cobro raro
      < …
      > 445566 1234
      < Estos son sus últimos cobros. …
      > todos
      < ¿Por cuál me pregunta? …
      > ninguno de esos
      = person (unmatched)
      `,
    )
  })
})

test('"yes please, go ahead and cancel it" is a yes, and thanks end it', async () => {
  await journey(
    'en',
    `
    > I'd like to terminate my contract as I'm moving abroad.
    < …
    > 445566 1234
    < … Shall I cancel it? …
    > Yes please, go ahead and cancel it.
    < Your service is cancelled, …
    > thank you very much
    < You are welcome.
    `,
  )
})

test('a charge is named by its amount or a word of it, and disputed in the words of who never asked for it', async () => {
  await journey(
    'es',
    `
    > me debitaron algo q no reconozco, fijate porfa
    < …
    > 445566 1234
    < Estos son sus últimos cobros. …
    > los 8500
    < El cobro de $ 8.500 … es por: Llamadas al extranjero. …
    > perdón, la de películas
    < Gracias, lo corrijo.
    < El cobro de $ 19.900 … es por: Películas, de Cine en Casa, …
    > no sé qué es eso
    < Su reclamo por $ 19.900 quedó registrado …
    `,
  )
})

test('second thoughts before a cancellation are given time; a penalty is no account number', async () => {
  await journey(
    'es',
    `
    > quiero cancelar
    < …
    > 778899 1234
    < … ¿Lo cancelo? …
    > no, espere
    < Claro, sin prisa. Aquí sigo.
    > 900000 de multa
    < ¿Cancelo Fibra 600 …
    > uy no tanto, mejor no
    < De acuerdo. No he cancelado nada: su servicio sigue igual.
    `,
  )
})

test('of a long message the one clause that says what it is about is enough', async () => {
  await journey(
    'es',
    `
    > buenas tardes, fíjese que llevo dos horas sin internet, trabajo desde la casa y tengo una reunión importantísima a las tres con unos clientes de afuera
    < Reviso su línea ahora mismo. …
    `,
  )
})

test.each(['ok', 'vale, lo hago', '👍'])(
  '"%s" to an instruction is no yes to its question yet',
  async (text) => {
    await journey(
      'es',
      `
    > no tengo internet
    < …
    > 445566
    < … ¿Ya tiene internet? …
    > ${text}
    < Claro, sin prisa. Aquí sigo.
    > sí
    < Qué bueno. Disculpe la molestia.
    `,
    )
  },
)

test('"sí, quiero que lo reclame" is a claim, though it begins like "sí, lo reconozco"', async () => {
  await journey(
    'es',
    `
    > tengo un cobro raro
    < …
    > 445566 1234
    < …
    > el primero
    < … ¿Lo reconoce? Si no, lo reclamo por usted aquí mismo: …
    > sí, quiero que lo reclame
    < Su reclamo por $ 19.900 quedó registrado …
    `,
  )
})

describe('what is not the service', () => {
  test.each([
    ['quiero cancelar la cita con el técnico', 'Claro, le ayudo a cancelar la visita. …'],
    ['necesito cancelar la visita del tecnico de mañana', 'Claro, le ayudo a cancelar la visita. …'],
    ['cancel my technician appointment', 'Of course, I will help you cancel the visit. …'],
  ])('"%s" begins no cancellation of it', async (text, answer) => {
    await journey(
      text.startsWith('cancel my') ? 'en' : 'es',
      `
      > ${text}
      < ${answer}
      `,
    )
  })

  test('moving house ends no service', async () => {
    const c = await journey(
      'es',
      `
      > me mudo, quiero trasladar el servicio
      < …
      `,
    )
    expect(c.text).not.toContain('cancelar su servicio')
  })
})

test('a 👍 out of the blue is not "not understood"', async () => {
  await journey(
    'es',
    `
    > 👍
    < De acuerdo. Aquí estoy si necesita algo.
    `,
  )
})

test('three words in the other language turn the conversation to it', async () => {
  await journey(
    'en',
    `
    > hello
    < …
    > no tengo internet
    < Reviso su línea ahora mismo. …
    `,
  )
})

test('a person is offered once in a message', async () => {
  await journey(
    'es',
    `
    > nadie me resuelve nada
    < Le puedo pasar con una persona. ¿Le paso? Con esto también le puedo ayudar yo. [Cancelar] [Un cobro] [Sin internet] … [Hablar con una persona] [Nada de esto]
    `,
  )
})
