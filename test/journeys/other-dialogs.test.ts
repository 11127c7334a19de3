import { describe, expect, test } from '@jest/globals'
import { welcome } from '../../src/turn/welcome.ts'
import { houseDesk, journey } from '../support/journey.ts'

describe('a charge that the customer does not recognise', () => {
  test('is found by the amount that they named, explained, and disputed', async () => {
    const c = await journey(
      'es',
      `
      > me aparece un cobro de 19.900 pesos que no reconozco
      < Veamos ese cobro. ¿Cuál es su número de cuenta? Está arriba en su factura.
      > 445566 1234
      < El cobro de $ 19.900 del 18 de noviembre es por: Películas, de Cine en Casa, cobrado en su factura. ¿Lo reconoce? Si no, lo reclamo por usted aquí mismo: de Cine en Casa nos encargamos nosotros. [Sí, lo reconozco] [No, reclamarlo] [Nada de esto]
      > no
      < Su reclamo por $ 19.900 quedó registrado con la referencia REC-20261122-0004. Le responderemos a más tardar el 27 de noviembre; no tiene que hacer nada más.
      `,
    )
    expect(c.commitments).toMatchObject([
      { kind: 'claim', text: expect.stringContaining('REC-20261122-0004') },
    ])
    expect(c.commitments[0]?.confirmation).toBeUndefined()
  })

  test('is chosen from the latest ones, and the choice can be corrected', async () => {
    await journey(
      'en',
      `
      > there's a charge on my bill I don't recognise
      < …
      > 445566 1234
      < These are your latest charges. Which one do you not recognise? [Films · COP 19,900 · 18 November] [Monthly fee · COP 74,900 · 1 November] [Calls abroad · COP 8,500 · 20 October] [None of these]
      > the second one
      < The charge of COP 74,900 on 1 November is for: Monthly fee. …
      > no, the first one
      < Thank you, I have corrected that.
      < The charge of COP 19,900 on 18 November is for: Films, from Cine en Casa, …
      > Yes, I recognise it
      < Good, that is cleared up. I have not changed anything.
      `,
    )
  })

  test('that is none of the latest goes to a person', async () => {
    const c = await journey(
      'es',
      `
      > no reconozco un cargo de hace tres meses
      < …
      > 778899 1234
      < … [Visita técnica · $ 60.000 · 16 de noviembre] [Cuota mensual · $ 94.900 · 3 de noviembre] [Nada de esto]
      > Nada de esto
      = person (unmatched)
      `,
    )
    expect(c.last?.next).toMatchObject({ asked: 'no reconozco un cargo de hace tres meses' })
  })

  test('on an account without charges goes to a person with that', async () => {
    await journey(
      'es',
      `
      > Un cobro
      < …
      > 112233 1234
      < No veo cobros recientes en la cuenta 112233. Una persona puede revisar los anteriores.
      = person (dialog)
      `,
    )
  })
})

describe('no internet', () => {
  test('restarts the line, asks whether it is back, and is done', async () => {
    await journey(
      'es',
      `
      > se me fue el internet
      < Reviso su línea ahora mismo. ¿Cuál es su número de cuenta? Está arriba en su factura.
      > 778899
      < A su equipo no le llegaba señal. Reinicié su línea y ya responde. ¿Le volvió el internet? [Sí, ya funciona] [No, sigue igual] [No estoy en casa] [Nada de esto]
      > sí, ya volvió
      < Qué bueno. Disculpe la molestia.
      `,
    )
  })

  test('tells of an outage with its date, and somebody owes a look that day', async () => {
    const c = await journey(
      'en',
      `
      > my wifi is down
      < …
      > 112233
      < There is an outage in your area … it should be back by 23 November. …
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'answer' }])
  })

  test('that stays dead goes to a person who has all of it', async () => {
    const c = await journey(
      'es',
      `
      > Sin internet
      < …
      > 556677
      < A su equipo no le llega señal. Reinicié su línea y no bastó, así que una persona lo verá con usted.
      = person (dialog)
      `,
    )
    expect(c.known('lineState')).toBe('fault')
  })

  test('takes "it works now" and "ya no quiero" as people say them', async () => {
    await journey(
      'en',
      `
      > my internet is down, account 445566
      < …
      > it works now
      < Good to hear. Sorry for the trouble.
      > I want to cancel my internet
      < … the last 4 digits …
      > 1234
      < …
      > I don't want to cancel any more
      < All right, …
      `,
    )
  })

  test('asks for the router only when the line works, and believes the answer', async () => {
    await journey(
      'es',
      `
      > no tengo internet
      < …
      > 445566
      < Su línea funciona hasta su casa, … ¿Ya tiene internet? [Sí, ya funciona] [No, sigue igual] [No puedo hacerlo] [Nada de esto]
      > no, sigue igual
      < Entonces hace falta alguien que lo revise, …
      = person (dialog)
      `,
    )
  })
})

describe('in the middle of something', () => {
  test('another matter is answered first, and what was waiting comes back with what is known by then', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < … ¿Cuál es su número de cuenta? …
      > la verdad es que no tengo internet
      < Reviso su línea ahora mismo. ¿Cuál es su número de cuenta? …
      > 445566
      < … ¿Ya tiene internet? …
      > sí, ya funciona
      < Qué bueno. … Sigamos con lo de antes. Claro, le ayudo a cancelar el servicio de su cuenta 445566. Para cuidar sus datos, …
      > 1234
      < Esto es lo que se cancela: …
      > No, dejarlo
      < De acuerdo. No he cancelado nada: su servicio sigue igual.
      `,
    )
  })

  test('"me pasas con alguien?" is asked at the door: no bot is needed for it', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > me pasas con alguien?
      = asked at the door
      `,
    )
  })

  test('a question about being a robot gets the truth and the offer, and "sí" takes it', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > ¿eres un robot?
      < Sí, soy un programa: el asistente automático de Fibra Andina. … ¿Cuál es su número de cuenta? … Y si prefiere, le paso con una persona. ¿Quiere? [Hablar con una persona]
      > sí
      = person (asked)
      `,
    )
  })

  test('"never mind" lets go', async () => {
    await journey(
      'en',
      `
      > I'd like to cancel my plan
      < …
      > never mind
      < All right, we leave it there. I have not changed anything.
      > thanks, bye
      < Goodbye, take care. I am here whenever you need me.
      `,
    )
  })
})

describe('without a match', () => {
  test('the bot says what it can do and offers a person, and then hands over', async () => {
    await journey(
      'es',
      `
      > quiero contratar un seguro de vida
      < Perdone, no le entendí, … [Cancelar] [Un cobro] [Sin internet] … [Hablar con una persona] [Nada de esto]
      > quiero contratar fútbol
      < Perdone, no le estoy entendiendo.
      = person (unmatched)
      `,
    )
  })

  test('a long message about several matters is offered a person at once', async () => {
    await journey(
      'es',
      `
      > hola, miren, llevo dos días sin internet y además me cobraron una visita técnica que nunca pedí y quiero cancelar todo
      < Son varias cosas, y una persona puede verlas todas juntas. … [Hablar con una persona] [Nada de esto]
      > sí, mejor
      = person (asked)
      `,
    )
  })

  test('a long message about one matter is helped with', async () => {
    await journey(
      'es',
      `
      > desde ayer por la noche no tengo internet en casa, ya apagué y encendí el router varias veces y la luz roja sigue encendida
      < Reviso su línea ahora mismo. …
      `,
    )
  })
})

describe('the welcome', () => {
  test('says at once that it is automatic, and that a person can be asked for', () => {
    const { text, buttons = [] } = welcome(houseDesk, 'es')
    expect(text).toBe('Soy el asistente automático. Cuénteme qué necesita, o pida una persona cuando quiera.')
    expect(buttons.slice(0, 3).map(({ label }) => label)).toEqual(['Cancelar', 'Un cobro', 'Sin internet'])
    expect(buttons.at(-1)).toEqual({ label: 'Nada de esto' })
  })

  test('is followed by its buttons, by their places, and by small talk', async () => {
    await journey(
      'es',
      `
      > hola
      < ¡Hola! Gracias por escribir. ¿En qué le puedo ayudar? [Cancelar] [Un cobro] [Sin internet] … [Nada de esto]
      > ¿qué puedes hacer?
      < Puedo cancelar su servicio o cambiarle el plan, aclarar un cobro o un reembolso, revisar su internet, …
      > el segundo
      < Veamos ese cobro. …
      > adiós
      < Hasta luego, que le vaya bien. Aquí estoy cuando me necesite.
      `,
    )
  })
})

describe('who cannot do what the check of the line asks', () => {
  test.each([
    ['es', 'No puedo hacerlo', 'No hace falta que lo haga usted. …'],
    ['es', 'es que no estoy en casa', 'No hace falta que lo haga usted. …'],
    ['es', 'soy ciega y no alcanzo el router', 'No hace falta que lo haga usted. …'],
    ['en', "I can't do it", 'You do not have to do it. …'],
  ] as const)('is led on (%s): "%s"', async (language, words, said) => {
    const c = await journey(
      language,
      `
      > ${language === 'es' ? 'no tengo internet' : 'my internet is down'}
      < …
      > 445566
      < … [${language === 'es' ? 'No puedo hacerlo' : "I can't do it"}] …
      > ${words}
      < ${said}
      = person (dialog)
      `,
    )
    expect(c.last?.next).toMatchObject({
      detail: expect.stringMatching(/OJO: el cliente no puede|NOTE: the customer/),
    })
  })

  test('or is not at home to see whether it is back, goes on from there later', async () => {
    await journey(
      'es',
      `
      > se me fue el internet
      < …
      > 778899
      < … ¿Le volvió el internet? …
      > no estoy en casa
      < De acuerdo. La línea ya responde. …
      `,
    )
  })

  test('"no puedo navegar" is no more than a no', async () => {
    await journey(
      'es',
      `
      > no tengo internet
      < …
      > 445566
      < …
      > no puedo navegar
      < Entonces hace falta alguien que lo revise, …
      = person (dialog)
      `,
    )
  })
})
