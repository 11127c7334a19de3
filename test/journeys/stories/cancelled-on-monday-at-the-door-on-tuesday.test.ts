import { expect, test } from '@jest/globals'
import { journey } from '../../support/journey.ts'

/*
 * The visit was cancelled on Monday, and on Tuesday the technicians were at the door. Here a cancellation is done only
 * with the company's reference, nothing speaks of the visit as on any more, and if somebody comes all the same it is a
 * claim with a date at once, without a word about whether it was cancelled.
 */
test('a cancelled visit is off everywhere, and technicians who come all the same are a claim at once', async () => {
  const c = await journey(
    'es',
    `
    > quiero cancelar la visita del técnico
    < Claro, le ayudo a cancelar la visita. …
    > 445566 1234
    < … No irá nadie a su casa ese día y no tiene costo. ¿La cancelo? …
    > sí
    < La visita del 24 de noviembre quedó cancelada: no irá nadie a su casa. Referencia: VIS-…
    > los técnicos vinieron a mi casa aunque cancelé la visita
    < Siento que pasara eso con la visita de su cuenta 445566. Lo arreglo con usted.
    < ¿Qué pasó con la visita del 24 de noviembre? …
    > vinieron igual
    < Quedó registrado con la referencia VIS-…, y la empresa le reconoce $ 20.000. Le responderemos a más tardar el 24 de noviembre. …
    `,
  )
  const [cancelled, claim] = c.commitments
  expect(cancelled).toMatchObject({ kind: 'visit-cancellation', ends: ['visit'] })
  expect(cancelled?.confirmation?.ref).toMatch(/^VIS-/)
  expect(claim).toMatchObject({ kind: 'claim' })
})

test('who asks afterwards hears that nobody comes, in English too', async () => {
  await journey(
    'en',
    `
    > I want to cancel the technician visit
    < …
    > 445566 1234
    < …
    > yes
    < The visit of 24 November is cancelled: nobody will come to your home. Reference: VIS-…
    > when is my visit
    < Let us look at the visit of your account 445566.
    < The visit of 24 November is shown as cancelled: nobody will come to your home. …
    `,
  )
})

test('a cancellation of which nobody knows whether it went through is not told as done', async () => {
  const c = await journey(
    'es',
    `
    > quiero cancelar la visita del técnico
    < …
    > 445566 1234
    < …
    > sí
    < … no sé …
    = person (commitment)
    `,
    { kind: 'unknown', verbs: ['cancel-visit'] },
  )
  expect(c.commitments.filter(({ confirmation }) => confirmation)).toEqual([])
})
