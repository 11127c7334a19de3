import { expect, test } from '@jest/globals'
import { journey } from '../../support/journey.ts'

/*
 * The company's technicians damaged the customer's home; for months it was refused, denied and sent from one to the
 * other. Here it is filed with a date that somebody owes, nobody discusses whose fault it was, and who comes back is
 * met with what is open and then with a person of authority.
 */
test('damage by the company is filed with a date, and who comes back is not made to start over', async () => {
  const c = await journey(
    'es',
    `
    > sus técnicos me dañaron la pared
    < Siento mucho que eso pasara en su casa. Lo registro para que la empresa responda. …
    > 445566 1234
    < ¿Qué se dañó y cómo fue? Con sus palabras basta.
    > rompieron la pared de la sala al pasar el cable
    < El daño quedó registrado con la referencia DAN-20261122-0002. La empresa le responderá a más tardar el 2 de diciembre. …
    > sus técnicos me dañaron la pared y nadie responde
    < Esto sigue abierto: Respuesta sobre el daño en su casa (referencia DAN-20261122-0002), a más tardar el 2 de diciembre. …
    > sus técnicos me dañaron la pared
    < Siento que esto siga sin resolverse.
    = person (repeat-contact)
    `,
  )
  expect(c.commitments).toMatchObject([{ kind: 'claim', ref: 'DAN-20261122-0002' }])
})

test('in English too', async () => {
  await journey(
    'en',
    `
    > your technicians damaged my house
    < I am very sorry that this happened at your home. I will file it, so that the company answers for it. …
    > 445566 1234
    < What was damaged, and how did it happen? …
    > they broke the living room wall
    < The damage is filed under the reference DAN-20261122-0002. The company will answer you by 2 December. …
    > your technicians damaged my house
    < This is still open: Answer about the damage at your home (reference DAN-20261122-0002), by 2 December. …
    `,
  )
})
