import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('where an order is', () => {
  test('is said with its date, in Spanish, by free text', async () => {
    await journey(
      'es',
      `
      > dónde está mi pedido?
      < Veamos dónde está su pedido. ¿Cuál es su número de cuenta? …
      > 445566 1234
      < … ¿Por cuál pregunta? [Audífonos inalámbricos · 21 de noviembre] [Celular Andes 5 · 19 de noviembre] [Repetidor wifi · 10 de noviembre] [Nada de esto]
      > la primera
      < Su pedido (Audífonos inalámbricos) está en preparación. La entrega está prevista para el 26 de noviembre.
      `,
    )
  })

  test('marked as delivered and not there: it is looked for, with a date, and nobody is sent to the courier', async () => {
    const c = await journey(
      'en',
      `
      > it says delivered but I never got it
      < … What is your account number? …
      > 445566 1234
      < … Which one are you asking about? …
      > the last one
      < Your order (Repetidor wifi) is shown as delivered on 14 November. Did you receive it? [Yes, I have it] [It did not arrive] [None of these]
      > It did not arrive
      < The search for Repetidor wifi is open under the reference PED-20261122-0004. We will answer you by 25 November.
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'claim', ref: 'PED-20261122-0004' }])
    expect(c.commitments[0]?.confirmation).toBeUndefined()
  })

  test('when the system does not answer, a person looks at it', async () => {
    await journey(
      'es',
      `
      > mi pedido no llega
      < … ¿Cuál es su número de cuenta? …
      > 445566 1234
      < Ahora mismo no puedo comprobar sus datos desde aquí…
      = person (error)
      `,
      { kind: 'failing' },
    )
  })
})

describe('returning an order', () => {
  test('is collected at home on the day that was said in words, corrected before the yes', async () => {
    const c = await journey(
      'es',
      `
      > quiero devolver algo
      < Claro, le ayudo con la devolución; lo recogemos en su casa, sin costo. …
      > 445566 1234
      < ¿Qué pedido quiere devolver? …
      > la última
      < ¿Cuándo pasamos a recoger Repetidor wifi? …
      > el martes por la mañana
      < Esto es lo que pido: recoger Repetidor wifi en su casa el 24 de noviembre, de 8 a 12, sin costo, y devolverle $ 129.000. ¿Lo pido? …
      > no, mejor el segundo
      < Gracias, lo corrijo. … el 25 de noviembre, de 12 a 17, …
      > sí, recójanlo
      < La recogida quedó registrada con la referencia DEV-20261122-0004: … Le devolvemos $ 129.000 a más tardar el 29 de noviembre.
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'visit' }, { kind: 'refund' }])
  })

  test('by buttons, in English, is let go at a no', async () => {
    const c = await journey(
      'en',
      `
      > Return
      < Of course, I will help you with the return; …
      > 445566 1234
      < Which order would you like to return? …
      > Repetidor wifi · 10 November
      < When shall we collect Repetidor wifi? …
      > 24 November, from 8 to 12
      < … Shall I? [Yes, collect it] [No, leave it] [None of these]
      > No, leave it
      < All right. I have not requested anything: the order stays with you.
      `,
    )
    expect(c.commitments).toEqual([])
  })
})

describe('damage', () => {
  test('an order that came broken is replaced, and what the customer wrote about it is no other matter', async () => {
    const c = await journey(
      'es',
      `
      > el router que compré vino fallado
      < Siento que llegara así. …
      > 445566 1234
      < ¿Qué pedido llegó dañado? …
      > el repetidor
      < ¿Qué le pasa? Con unas palabras basta.
      > no enciende
      < Puedo pedir que le enviemos otro Repetidor wifi …
      > sí, por favor
      < El cambio quedó registrado con la referencia CAM-20261122-0003: … Siento las molestias.
      `,
    )
    expect(c.known('damageText')).toBe('no enciende')
  })

  test('who wants another solution gets a person, who knows all of it', async () => {
    const c = await journey(
      'en',
      `
      > the parcel arrived damaged
      < I am sorry that it arrived like that. …
      > 445566 1234
      < Which order arrived damaged? …
      > 3
      < What is wrong with it? …
      > it is dead
      < … Shall I? [Yes, replace it] [No, another way] [None of these]
      > another way please
      < All right. A person will find another way with you, such as your money back.
      = person (dialog)
      `,
    )
    expect(c.known('orderWhat')).toBe('Repetidor wifi')
  })

  test('done by the company is filed with a date to answer by, and nobody discusses whose fault it was', async () => {
    await journey(
      'es',
      `
      > el técnico me rompió una pared ayer
      < Siento mucho que eso pasara en su casa. …
      > 445566 1234
      < ¿Qué se dañó y cómo fue? …
      > tumbó un pedazo de la pared de la sala
      < El daño quedó registrado con la referencia DAN-20261122-0002. La empresa le responderá a más tardar el 2 de diciembre. …
      `,
    )
  })

  test('of the company, in English, with an account that cannot be proven, goes to a person', async () => {
    await journey(
      'en',
      `
      > your technicians damaged my house
      < I am very sorry that this happened at your home. …
      > 445566
      < To protect your data, …
      > I don't have it
      < That is all right: a person can check it with you in another way.
      = person (dialog)
      `,
    )
  })
})
