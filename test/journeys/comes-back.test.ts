import { describe, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('a customer who comes back about a cancellation', () => {
  test('hears what is done and what is open, and the second time a person with authority answers', async () => {
    await journey(
      'es',
      `
      > quiero cancelar la cuenta 445566 1234
      < …
      > sí
      < Su servicio queda cancelado …
      > quiero cancelar mi contrato
      < Esto ya quedó hecho: Cancelación de …(BAJA-…). Esto sigue abierto: Recogida del equipo … [Hablar con una persona]
      > quiero cancelar mi contrato
      < Siento que esto siga sin resolverse.
      = person (repeat-contact)
      `,
    )
  })

  test('in English too', async () => {
    await journey(
      'en',
      `
      > I want to cancel my service
      < …
      > 445566 1234
      < …
      > yes
      < Your service is cancelled…
      > I want to cancel my contract
      < This is already done: … This is still open: … [Talk to a person]
      > I want to cancel my contract
      < I am sorry that this is still not solved.
      = person (repeat-contact)
      `,
    )
  })
})

describe('anger', () => {
  test('is met with a person at once, and shown again it goes to one', async () => {
    await journey(
      'es',
      `
      > no tengo internet, esto es una vergüenza
      < Siento que esto le esté pasando. … [Hablar con una persona]…
      > ya les dije mil veces
      = person (frustrated)
      `,
    )
    await journey(
      'en',
      `
      > I have no internet, this is ridiculous
      < I am sorry that this is happening to you. … [Talk to a person]…
      > I ALREADY TOLD YOU PEOPLE
      = person (frustrated)
      `,
    )
  })
})
