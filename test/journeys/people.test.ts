import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('a formal complaint', () => {
  test('is filed in the customer’s own words, whatever they speak of, with a reference and a date', async () => {
    const c = await journey(
      'es',
      `
      > quiero poner una queja
      < Registro su queja ahora mismo, … ¿Cuál es su número de cuenta? …
      > 445566
      < ¿De qué se queja? [El servicio] [La factura] [La atención recibida] [Una promesa que no se cumplió] [Un pedido o una visita] [Otro motivo] [Nada de esto]
      > la atención
      < Escriba la queja en un mensaje, con sus palabras. No le cambio ni una coma.
      > llevo un mes sin internet, me cobran igual y quiero cancelar
      < Su queja quedó registrada con la referencia QUE-20261122-0001, con sus palabras. Le responderemos a más tardar el 13 de diciembre. …
      `,
    )
    expect(c.known('complaintText')).toBe('llevo un mes sin internet, me cobran igual y quiero cancelar')
    expect(c.commitments).toMatchObject([{ kind: 'claim', ref: 'QUE-20261122-0001' }])
    expect(c.commitments[0]?.confirmation).toBeUndefined()
  })

  test('by buttons in English, with the account corrected, and its state afterwards', async () => {
    await journey(
      'en',
      `
      > I want to make a formal complaint
      < … What is your account number? …
      > 445566
      < What is your complaint about? …
      > sorry, it is 778899
      < Thank you, I have corrected that. What is your complaint about? …
      > The bill
      < Write the complaint in one message, in your own words. I do not change a comma.
      > three months of the wrong amount
      < Your complaint is filed under the reference QUE-20261122-0001, in your own words. …
      > how is my complaint going
      < Let us see how the complaint on your account 778899 is going. …
      > 1234
      < Your complaint QUE-20261122-0001 (The bill), of 22 November, is under review. The answer is due by 13 December. …
      `,
    )
  })

  test('waits while something else is asked, and goes on where it was', async () => {
    await journey(
      'es',
      `
      > quiero presentar una queja formal
      < … ¿Cuál es su número de cuenta? …
      > ¿a qué hora cierran?
      < Aquí puede escribir a cualquier hora, … ¿Cuál es su número de cuenta? …
      > 445566
      < ¿De qué se queja? …
      `,
    )
  })

  test('that cannot be filed is not told as filed, and a person has its words', async () => {
    const c = await journey(
      'es',
      `
      > quiero poner una queja
      < …
      > 445566
      < …
      > otro motivo
      < …
      > llevo un mes esperando una solución
      < No pude registrar la queja: no está registrada. Una persona lo hará con lo que usted escribió.
      = person (error)
      `,
      { kind: 'failing', verbs: ['file-complaint'] },
    )
    expect(c.known('complaintText')).toBe('llevo un mes esperando una solución')
  })

  test('of which nobody knows whether it was filed is verified by a person', async () => {
    await journey(
      'en',
      `
      > I want to file a complaint
      < …
      > 445566
      < …
      > another reason
      < …
      > nobody ever answers me
      < I sent your complaint, but I do not know whether it was filed. A person will check and give you the reference.
      = person (commitment)
      `,
      { kind: 'unknown', verbs: ['file-complaint'] },
    )
  })
})

describe('contact data', () => {
  test('are shown and changed after one yes, corrected before it', async () => {
    await journey(
      'es',
      `
      > cambiar mi correo
      < Veamos los datos que tenemos de usted. …
      > 445566 1234
      < Esto es lo que tenemos: · Titular: Lucía Romero … ¿Cuál es su correo nuevo?
      > es lucia.n@correo.example
      < Su correo pasa a ser lucia.n@correo.example. ¿Lo cambio? …
      > no, es lucia.m@correo.example
      < Gracias, lo corrijo. Su correo pasa a ser lucia.m@correo.example. ¿Lo cambio? …
      > sí
      < Su correo ya es lucia.m@correo.example. Referencia: DAT-…
      `,
    )
  })

  test('a new telephone is no account number', async () => {
    await journey(
      'en',
      `
      > I changed my phone number
      < Let us look at the data we have about you. …
      > 445566 1234
      < … Would you like to change anything? …
      > Change the telephone
      < What is your new telephone number?
      > 301 555 6677
      < Your telephone number will be 301 555 6677. Shall I change it? [Yes, change it] [No, leave it] [None of these]
      > No, leave it
      < All right. I have not changed anything.
      `,
    )
  })

  test('when the change fails it is not told as done', async () => {
    await journey(
      'es',
      `
      > quiero cambiar mi dirección, 445566 1234
      < ¿A qué dirección enviamos sus cartas y facturas? …
      > Carrera 9 # 10-11, Bogotá
      < La dirección de sus cartas y facturas pasa a ser esta: Carrera 9 # 10-11, Bogotá. ¿La cambio? …
      > sí, cambiarla
      < No pude hacer el cambio: no está hecho. …
      = person (error)
      `,
      { kind: 'failing', verbs: ['change-address'] },
    )
  })

  test('the address for letters changes by free text', async () => {
    await journey(
      'en',
      `
      > my bills go to another address
      < Let us change the address for your letters and bills. …
      > 445566 1234
      < What address shall we send your letters and bills to? …
      > 5 High Street, Leeds
      < The address for your letters and bills will be this one: 5 High Street, Leeds. …
      > yes
      < The address for your letters and bills is now 5 High Street, Leeds. Reference: DAT-…
      `,
    )
  })
})

describe('moving house', () => {
  test('says the price before and after and the day, and takes a day in words back', async () => {
    const c = await journey(
      'es',
      `
      > me voy a mudar
      < Veamos el traslado de su servicio. …
      > 445566 1234
      < ¿A qué dirección se muda? …
      > Calle 10 # 5-20, Bogotá
      < Sí llegamos a esa dirección. ¿Qué día quiere el traslado? …
      > el 5 de diciembre
      < … · Día: 5 de diciembre · Costo del traslado, una sola vez: $ 30.000 · Cuota mensual: hoy $ 74.900, después $ 74.900 ¿Lo pido? …
      > mejor el 7 de diciembre
      < Gracias, lo corrijo.
      < … · Día: 7 de diciembre · …
      > sí
      < El traslado quedó pedido para el 7 de diciembre, con la referencia TRA-…
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'change', text: expect.stringContaining('7 de diciembre') }])
  })

  test('to where there is no service goes to a person, and nothing has been changed', async () => {
    await journey(
      'en',
      `
      > I'm moving house and want to take the line with me
      < Let us see about moving your service. …
      > 445566 1234
      < What address are you moving to? …
      > Amazonas island 4
      < We do not reach that address yet, and I am sorry. I have not changed anything; …
      = person (dialog)
      `,
    )
  })

  test('of which nobody knows whether it was registered is never told as done', async () => {
    await journey(
      'en',
      `
      > I am moving house
      < …
      > 445566 1234
      < …
      > Calle 10 # 5-20, Bogotá
      < …
      > next Friday
      < … Shall I request it? …
      > Yes, request it
      < I requested the move, but I do not know whether it was registered. …
      = person (commitment)
      `,
      { kind: 'unknown', verbs: ['move-service'] },
    )
  })
})

describe('rights over personal data', () => {
  test('are filed after one yes, with a date, and nobody is asked why', async () => {
    const c = await journey(
      'es',
      `
      > quiero que borren mis datos
      < Está en su derecho, y lo registro aquí mismo. …
      > 445566 1234
      < Registro esta solicitud a nombre del titular de la cuenta 445566: Borrar mis datos. ¿La registro? …
      > sí, registrarla
      < Su solicitud (Borrar mis datos) quedó registrada con la referencia DAT-… Le responderemos a más tardar el 7 de diciembre.
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'answer' }])
  })

  test('are let go at a no, in English', async () => {
    await journey(
      'en',
      `
      > I want a copy of everything you know about me
      < That is your right, …
      > 445566 1234
      < … A copy of my data. Shall I file it? …
      > no, stop advertising
      < … Stop advertising. Shall I file it? …
      > No, leave it
      < All right. I have not filed anything.
      `,
    )
  })
})

describe('a notice or a call that the customer contests', () => {
  test('is put on hold in the customer’s words, and nobody argues', async () => {
    const c = await journey(
      'es',
      `
      > me llegó un aviso de deuda que no es mía
      < Lo revisamos, y mientras tanto lo dejo en suspenso. …
      > 112233 1234
      < ¿De cuál se trata? [Aviso de deuda · 19 de noviembre] [Llamada · 20 de noviembre] [Nada de esto]
      > la segunda
      < ¿Qué tiene de malo? …
      > perdón, es la primera
      < Gracias, lo corrijo. ¿Qué tiene de malo? …
      > nunca he tenido ese contrato, me cobran lo de otra persona
      < Quedó registrado con la referencia IMP-…: Aviso de deuda, del 19 de noviembre. No tiene ningún efecto para usted hasta el 22 de diciembre, …
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'claim' }])
  })

  test('that is not on file is filed as a complaint, or looked into by a person', async () => {
    await journey(
      'en',
      `
      > I got a collection letter and owe nothing
      < …
      > 778899 1234
      < I see no recent notices or calls of ours to account 778899. … [Yes, file it] [No, look into it] [None of these]
      > No, look into it
      < All right. A person will look with you where it came from; …
      = person (dialog)
      `,
    )
    const c = await journey(
      'es',
      `
      > quiero impugnar una notificación
      < …
      > 778899 1234
      < No veo avisos ni llamadas nuestras recientes a la cuenta 778899. …
      > sí, regístrelo
      < Escriba la queja en un mensaje, …
      > me llegó una carta de una deuda que no es mía
      < Su queja quedó registrada con la referencia QUE-…
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'claim' }])
  })

  test('calls stop on the number that was written with it, without proof', async () => {
    const c = await journey(
      'es',
      `
      > no me llamen más al 300 111 2233
      < Listo: desde el 23 de noviembre no le llamamos al 300 111 2233. Referencia: LLA-…
      `,
    )
    expect(c.commitments[0]?.confirmation).toBeDefined()
  })

  test('calls: the number is asked for, and an incomplete one is asked for again', async () => {
    await journey(
      'en',
      `
      > take me off your call list
      < I am sorry about the calls. Which number should we not call any more? …
      > it is 12
      < Write just the number that is being called, with all its digits. …
      > 300 111 2233
      < Done: from 23 November on, 300 111 2233 gets no calls from us. Reference: LLA-…
      `,
    )
  })
})

describe('a person with authority', () => {
  test('is given at once to who asks for one above the others', async () => {
    await journey(
      'es',
      `
      > quiero subir esto de nivel
      = asked at the door
      `,
    )
    await journey(
      'en',
      `
      > take this up a level
      < There is no need to explain anything to me.
      = person (supervisor)
      `,
    )
  })

  test('is given to who has been in contact before, and nothing is asked again', async () => {
    await journey(
      'es',
      `
      > quiero cancelar la cuenta 445566 1234
      < …
      > sí
      < Su servicio queda cancelado …
      > ya los contacté por esto
      < Esto sigue abierto: Recogida del equipo de la cuenta 445566 el 2 de diciembre. Siento que tenga que volver a contactarnos. No tiene que contarlo otra vez.
      = person (repeat-contact)
      `,
    )
    await journey(
      'en',
      `
      > I've contacted you about this before
      < I am sorry that you have to contact us again. You do not have to tell it again.
      = person (repeat-contact)
      `,
    )
  })
})

describe('opening hours', () => {
  test('are those of desk.yaml, with whether people are there now', async () => {
    await journey(
      'es',
      `
      > a qué hora abren
      < Aquí puede escribir a cualquier hora, también de noche y en festivos. Las personas del equipo atienden así: lunes a viernes, de 7:00 a 21:00; sábado, de 8:00 a 18:00; domingo, de 9:00 a 14:00. Ahora mismo hay personas, hasta hoy a las 14:00. …
      `,
    )
    await journey(
      'en',
      `
      > are you open on sundays
      < You can write here at any time, at night and on holidays too. … People are here right now, until today at 2:00 PM. …
      `,
    )
  })
})
