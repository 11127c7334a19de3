import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('a refund', () => {
  test('that is approved is a commitment with its date', async () => {
    const c = await journey(
      'es',
      `
      > dónde está mi reembolso?
      < Veamos su reembolso. ¿Cuál es su número de cuenta? …
      > 445566 1234
      < Su reembolso de $ 8.500 figura aprobado y va en camino: le llega a Banco ···· 4821 a más tardar el 26 de noviembre. …
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'refund', ref: 'R-1001' }])
    expect(c.commitments[0]?.confirmation).toBeUndefined()
  })

  test('that is only requested has a date to answer by', async () => {
    const c = await journey(
      'en',
      `
      > I want my money back
      < …
      > 556677 1234
      < Your refund of COP 12,000 is requested and not approved yet. We will answer you by 28 November; …
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'answer' }])
  })

  test('that is late is our fault and goes to a person', async () => {
    const c = await journey(
      'es',
      `
      > mi reembolso no llega
      < …
      > 778899 1234
      < Su reembolso de $ 30.000 ya debería haberle llegado. Es una falta nuestra, y lo siento. …
      = person (commitment)
      `,
    )
    expect(c.detail).toMatch(/^OJO: el reembolso R-1004 .* fuera de plazo$/)
  })

  test('that was denied goes to a person who tells the reasons', async () => {
    await journey(
      'en',
      `
      > what happened to my refund?
      < …
      > 334455 1234
      < The refund of COP 45,000 is shown as denied. You have a right to know why: …
      = person (dialog)
      `,
    )
  })

  test('that was paid and is not there is traced by a person', async () => {
    await journey(
      'es',
      `
      > el reembolso no aparece
      < …
      > 112233 1234
      < Su reembolso de $ 9.900 figura pagado el 19 de noviembre a Banco ···· 4821. ¿Le llegó? [Sí, ya lo tengo] [No me ha llegado] [Nada de esto]
      > no lo veo en la cuenta
      < Entonces hay que buscarlo. …
      = person (dialog)
      `,
    )
  })

  test('that nobody asked for is asked for here, and corrected before the yes', async () => {
    const c = await journey(
      'es',
      `
      > quiero un reembolso, cuenta 900004, documento 1234
      < No veo ningún reembolso en curso en la cuenta 900004. Veamos qué habría que devolverle.
      < ¿Qué cobro habría que devolverle? …
      > el primero
      < Puedo pedir que le devuelvan $ 74.900 por Cuota mensual, del 10 de noviembre. ¿Lo pido? [Sí, pídalo] [No, dejarlo] [Nada de esto]
      > perdón, la cuenta es la 778899, documento 1234
      < Gracias, lo corrijo.
      < Su reembolso de $ 30.000 ya debería haberle llegado. …
      = person (commitment)
      `,
    )
    expect(c.calls.map(({ verb }) => verb)).not.toContain('request-refund')
  })

  test('whose systems do not answer goes to a person', async () => {
    await journey(
      'en',
      `
      > refund status
      < …
      > 445566 1234
      < I cannot see your refunds from here right now. …
      = person (error)
      `,
      { kind: 'failing', verbs: ['find-refund'] },
    )
  })
})

describe('invoices', () => {
  test('are shown with what is owed, and a copy is sent with its reference', async () => {
    await journey(
      'es',
      `
      > Facturas
      < …
      > 445566 1234
      < Saldo pendiente: $ 74.900. ¿Qué factura quiere ver? [17 de noviembre · $ 74.900 · por pagar] [18 de octubre · $ 74.900 · pagada] [18 de septiembre · $ 74.900 · pagada] [Nada de esto]
      > la del 18 de octubre
      < Factura del 18 de octubre: $ 74.900, pagada; fecha de pago: 2 de noviembre. ¿Qué necesita? [Una copia] [Saber si llegó mi pago] [Más plazo para pagar] [Solo quería verlo] [Nada de esto]
      > Una copia
      < La copia de la factura del 18 de octubre, por $ 74.900, va a l•••@correo.example. Referencia: COP-….
      `,
    )
  })

  test('are only looked at when that is all that was wanted', async () => {
    const c = await journey(
      'en',
      `
      > how much do I owe?
      < …
      > 445566 1234
      < Balance owed: COP 74,900. Which bill would you like to see? …
      > the first one
      < Bill of 17 November: COP 74,900, to be paid; due on 2 December. What do you need? …
      > I just wanted to see it
      < You are welcome. I have not changed anything.
      `,
    )
    expect(c.commitments).toEqual([])
  })

  test('whose copy perhaps left are never told as sent', async () => {
    await journey(
      'es',
      `
      > quiero una copia de mi factura
      < …
      > 445566 1234
      < …
      > la primera
      < Pedí el envío de la copia, pero no sé si salió. Una persona lo comprobará.
      = person (commitment)
      `,
      { kind: 'unknown', verbs: ['send-invoice'] },
    )
  })
})

describe('a payment', () => {
  test('that came in is told with its day', async () => {
    await journey(
      'en',
      `
      > did my payment come in?
      < …
      > 445566 1234
      < The payment of which invoice? …
      > the second one
      < Yes: the payment of the invoice of 18 October, for COP 74,900, came in on 26 October.
      `,
    )
  })

  test('that is not seen is looked for by a person, and nobody is told that they did not pay', async () => {
    const c = await journey(
      'es',
      `
      > ya pagué y me sigue saliendo la deuda
      < …
      > 445566 1234
      < …
      > la primera
      < El pago de la factura del 17 de noviembre, por $ 74.900, todavía no me aparece. ¿Ya pagó? Si es así, una persona lo busca. [Sí, ya pagué] [No he pagado] [Nada de esto]
      > sí, ya pagué
      < Entonces hay que buscarlo. Una persona seguirá su pago de $ 74.900; …
      = person (dialog)
      `,
    )
    expect(c.detail).toMatch(/^OJO: el cliente ya pagó la factura F-445566-3/)
  })

  test('can wait: the only one still to be paid is meant, and more time is given with a date and a reference', async () => {
    const c = await journey(
      'es',
      `
      > no puedo pagar este mes
      < …
      > 556677 1234
      < Puedo pedir más plazo para la factura del 17 de noviembre, por $ 74.900 (fecha de pago: 21 de noviembre). Hasta la fecha nueva no hay corte ni intereses. ¿Lo pido? [Sí, pida plazo] [No, dejarlo] [Nada de esto]
      > sí, por favor
      < Tiene hasta el 7 de diciembre para pagar la factura de $ 74.900, sin corte ni intereses. Referencia: PLAZO-….
      `,
    )
    expect(c.commitments).toMatchObject([
      { kind: 'change', confirmation: { ref: expect.stringMatching(/^PLAZO-/) } },
    ])
  })

  test.each([
    ['failing', 'I could not request more time: it is not granted. …', 'error'],
    ['unknown', 'I requested more time, but I do not know whether it was registered. …', 'commitment'],
  ] as const)('for which more time ends in "%s" has no more time', async (kind, said, reason) => {
    await journey(
      'en',
      `
      > can I have more time to pay?
      < …
      > 445566 1234
      < … Shall I? …
      > yes
      < ${said}
      = person (${reason})
      `,
      { kind, verbs: ['extend-payment'] },
    )
  })
})

describe('changing the plan', () => {
  test('says price before and after, date, fee and what binds in one message, before a single yes', async () => {
    const c = await journey(
      'es',
      `
      > quiero más velocidad
      < …
      > 445566 1234
      < Hoy tiene Fibra 300 por $ 74.900 al mes. ¿A cuál quiere cambiar? [Fibra 100 · $ 54.900] [Fibra 600 · $ 94.900] [Fibra 1000 · $ 129.900] [Nada de esto]
      > el de 1000
      < Esto es lo que cambia en la cuenta 445566: · Hoy: Fibra 300, $ 74.900 al mes · Después: Fibra 1000, $ 129.900 al mes, desde el 23 de noviembre · Costo del cambio: $ 0 · Sin permanencia nueva ¿Lo cambio? [Sí, cambiar] [No, dejarlo] [Nada de esto]
      > no, mejor el segundo
      < Gracias, lo corrijo.
      < … Después: Fibra 600, $ 94.900 al mes, …
      > sí, cámbielo
      < Su plan queda cambiado: Fibra 600 por $ 94.900 al mes desde el 23 de noviembre. Referencia: PLAN-….
      `,
    )
    expect(c.commitments).toMatchObject([
      { kind: 'change', confirmation: { ref: expect.stringMatching(/^PLAN-/) } },
    ])
  })

  test('down to a cheaper one is as easy, by buttons, in English', async () => {
    await journey(
      'en',
      `
      > Change plan
      < …
      > 445566 1234
      < Today you have Fibra 300 for COP 74,900 a month. …
      > Fibra 100 · COP 54,900
      < … After: Fibra 100, COP 54,900 a month, from 23 November …
      > Yes, change
      < Your plan is changed: Fibra 100 for COP 54,900 a month from 23 November. Reference: PLAN-….
      `,
    )
  })

  test('is not sold to somebody whose line is down: the fault comes first', async () => {
    const c = await journey(
      'es',
      `
      > Cambiar de plan
      < …
      > 556677 1234
      < Su línea tiene una avería sin resolver, y mientras dure no le cambio el plan: … ¿Quiere que una persona se ocupe ahora de la avería? [Sí, la avería] [Ahora no] [Nada de esto]
      > sí
      < De acuerdo, primero la avería. Una persona se ocupará de ella con usted.
      = person (dialog)
      `,
    )
    expect(c.transcript.join('\n')).not.toMatch(/Fibra (?:100|600|1000)/)
  })

  test('is not sold to somebody who has just cancelled', async () => {
    await journey(
      'en',
      `
      > cancel account 445566, document 1234
      < …
      > yes
      < Your service is cancelled, …
      > Change plan
      < Of course, let us look at the plans for your account 445566.
      < The service of account 445566 is shown as ending: there is no plan to change, and nothing else to do. …
      `,
    )
  })

  test.each([
    ['failing', 'No pude cambiar el plan: no está hecho. …', 'error'],
    ['unknown', 'Pedí el cambio de plan, pero no sé si quedó hecho. …', 'commitment'],
  ] as const)('that ends in "%s" is never told as done', async (kind, said, reason) => {
    const c = await journey(
      'es',
      `
      > Cambiar de plan
      < …
      > 445566 1234
      < …
      > el de 600
      < …
      > sí
      < ${said}
      = person (${reason})
      `,
      { kind, verbs: ['change-plan'] },
    )
    expect(c.transcript.join('\n')).not.toMatch(/queda cambiado/)
  })
})

describe('something else than was promised', () => {
  test('is filed in the customer’s own words, after the contract was shown', async () => {
    const c = await journey(
      'en',
      `
      > I was promised something else
      < …
      > 778899 1234
      < I am sorry that it is not what you were told. This is what the contract of account 778899 says today: · Fibra 600, COP 94,900 a month, signed on 6 May · Bound until 6 May 2027 Tell me in your own words …
      > the salesman said I could leave any time
      < Thank you for telling me. It has been filed in your words, under the reference QUE-…. We will answer you with reasons by 13 December. …
      `,
    )
    expect(c.calls.at(-1)?.args).toMatchObject({
      complaintAbout: 'promise',
      complaintText: 'the salesman said I could leave any time',
    })
    expect(c.commitments).toMatchObject([{ kind: 'answer', ref: expect.stringMatching(/^QUE-/) }])
  })

  test('need not be written down: a person files it', async () => {
    await journey(
      'es',
      `
      > me prometieron otra cosa
      < …
      > 445566 1234
      < … Cuénteme con sus palabras …
      > no sé
      < No hace falta escribirlo: una persona lo hablará con usted y lo dejará registrado.
      = person (dialog)
      `,
    )
  })

  test.each([
    ['failing', 'No pude registrarlo: no está registrado. …', 'error'],
    ['unknown', 'Lo envié, pero no sé si quedó registrado. …', 'commitment'],
  ] as const)('whose filing ends in "%s" is never told as filed', async (kind, said, reason) => {
    await journey(
      'es',
      `
      > no es lo que me dijeron
      < …
      > 445566 1234
      < …
      > me dijeron que incluía la tele
      < ${said}
      = person (${reason})
      `,
      { kind, verbs: ['file-complaint'] },
    )
  })
})
