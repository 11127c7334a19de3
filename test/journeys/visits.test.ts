import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('a technician visit', () => {
  test('is said with its day, and moved in words, in Spanish', async () => {
    const c = await journey(
      'es',
      `
      > cuándo viene el técnico?
      < Veamos su visita. …
      > 445566 1234
      < Su visita para instalar el servicio es el 24 de noviembre, de 12 a 17. ¿Le queda bien? Para anularla, escriba «cancelar la visita». [Sí, está bien] [No, otro momento] [Nada de esto]
      > quiero cambiarla
      < ¿Para cuándo la cambio? …
      > mejor el jueves
      < … pasaría al 26 de noviembre, de 17 a 20. En la fecha anterior no iría nadie, y no tiene costo. ¿La cambio? …
      > sí
      < La visita quedó para el 26 de noviembre, de 17 a 20. Referencia: VIS-20261122-0004.
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'visit', ends: ['visit'], ref: 'VIS-20261122-0004' }])
  })

  test('is cancelled with one yes, and is off from then on', async () => {
    const c = await journey(
      'en',
      `
      > cancel the technician visit
      < Of course, I will help you cancel the visit. …
      > 445566 1234
      < This is what will be cancelled: the visit for installing the service on 24 November, from 12 to 17. … [Yes, cancel it] [No, keep it] [None of these]
      > Yes, cancel it
      < The visit of 24 November is cancelled: nobody will come to your home. Reference: VIS-20261122-0003.
      `,
    )
    expect(c.commitments).toMatchObject([
      { kind: 'visit-cancellation', ends: ['visit'], confirmation: { ref: 'VIS-20261122-0003' } },
    ])
  })

  test('whose technicians are on their way is stopped by a person, not promised by the bot', async () => {
    await journey(
      'es',
      `
      > que no venga el técnico
      < … ¿Cuál es su número de cuenta? …
      > 556677 1234
      < Los técnicos ya van en camino, y desde aquí no puedo pararlos. Una persona los llama ahora.
      = person (dialog)
      `,
    )
  })

  test('a cancellation nobody knows the end of is not told as done', async () => {
    const c = await journey(
      'es',
      `
      > cancelar la visita del técnico
      < … ¿Cuál es su número de cuenta? …
      > 445566 1234
      < Esto es lo que se cancela: …
      > sí
      < Pedí la cancelación de la visita, pero no sé si quedó hecha. Una persona lo comprobará, para que no vaya nadie a su casa.
      = person (commitment)
      `,
      { kind: 'unknown', verbs: ['cancel-visit'] },
    )
    expect(c.commitments).toMatchObject([{ kind: 'verify' }])
  })
})

describe('a visit that went wrong', () => {
  test('who said already that nobody came is not asked what happened', async () => {
    const c = await journey(
      'es',
      `
      > el técnico no vino ayer y no avisaron
      < Siento que pasara eso con su visita. …
      > 778899 1234
      < Quedó registrado con la referencia VIS-20261122-0003, y la empresa le reconoce $ 20.000. … ¿Le busco otra visita? …
      > sí
      < Estas son las primeras horas libres. …
      > el martes por la mañana
      < La visita quedó reservada para el 24 de noviembre, de 8 a 12. … Siento de nuevo lo que pasó.
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'claim' }, { kind: 'visit' }])
    expect(c.known('visitProblem')).toBe('nobody-came')
  })

  test('technicians at the door of a visit that was cancelled are a claim, in English', async () => {
    const c = await journey(
      'en',
      `
      > there is a problem with the visit of the technician
      < I am sorry that this happened with your visit. …
      > 334455 1234
      < What happened with the visit of 21 November? …
      > they came all the same
      < It is filed under the reference VIS-20261122-0003, …
      > No need
      < All right, I have booked nothing else. Again, I am sorry for what happened.
      `,
    )
    expect(c.known('visitProblem')).toBe('came-though-cancelled')
  })

  test('is moved although a complaint about it waits behind', async () => {
    await journey(
      'es',
      `
      > un problema con la visita técnica
      < Siento que pasara eso con su visita. …
      > 445566 1234
      < ¿Qué pasó con la visita del 24 de noviembre? …
      > cuándo viene el técnico?
      < Veamos la visita de su cuenta 445566.
      < Su visita para instalar el servicio es el 24 de noviembre, de 12 a 17. …
      > No, otro momento
      < ¿Para cuándo la cambio? …
      > mejor el jueves
      < … pasaría al 26 de noviembre, de 17 a 20. …
      > sí
      < La visita quedó para el 26 de noviembre, de 17 a 20. Referencia: …
      < ¿Qué pasó con la visita del 26 de noviembre? …
      `,
    )
  })

  test.each([
    [
      'es',
      `
      > quiero cambiar la visita del técnico
      < …
      > 445566 1234
      < ¿Para cuándo la cambio? … [Necesito otro momento] [Nada de esto]
      > no estoy en casa esos días
      < ¿Qué días y a qué horas puede? Con eso, una persona le busca un momento.
      > solo puedo los sábados por la mañana
      < De acuerdo. No he reservado nada nuevo; una persona le busca un momento que le sirva.
      = person (dialog)
      `,
      'El cliente puede: solo puedo los sábados por la mañana',
    ],
    [
      'en',
      `
      > I want to return an order
      < …
      > 445566 1234
      < …
      > the third one
      < When shall we collect Repetidor wifi? … [I need another time] [None of these]
      > none of them works for me
      < Which days and times can you do? With that, a person finds you one.
      > after six on weekdays
      < All right. I have booked nothing new; a person finds a time that suits you.
      = person (dialog)
      `,
      'The customer can: after six on weekdays',
    ],
  ] as const)(
    'at times when nobody is at home leads on to a person who knows when they can (%s)',
    async (language, written, told) => {
      const c = await journey(language, written)
      expect(c.detail).toBe(told)
    },
  )

  test('goes to a person when the system does not answer', async () => {
    await journey(
      'en',
      `
      > the technician never came
      < … What is your account number? …
      > 778899 1234
      < I could not file it: it is not filed. A person will do it, and you will not have to repeat anything.
      = person (error)
      `,
      { kind: 'failing', verbs: ['report-visit'] },
    )
  })
})
