import { describe, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('what simulated people brought to light', () => {
  test('a number typed where buttons cannot be pressed is the button', async () => {
    await journey(
      'es',
      `
      > 3
      < …número de cuenta…
      > 445566
      < …¿Ya tiene internet? …
      > 1
      < Qué bueno. Disculpe la molestia.
      `,
    )
  })

  test('the number of "none of these" leads to a person', async () => {
    await journey(
      'es',
      `
      > sin internet
      < …
      > 445566
      < …¿Ya tiene internet? …
      > 4
      < Cuénteme aquí con sus palabras qué necesita, …
      = person (unmatched)
      `,
    )
  })

  test('an account said in passing is not asked for, though the rest was not understood', async () => {
    await journey(
      'es',
      `
      > es la 445566
      < Perdone, no le entendí, …
      > sin internet
      < Reviso ahora mismo la línea de su cuenta 445566.
      < …
      `,
    )
  })

  test('a telephone number is no account', async () => {
    await journey(
      'es',
      `
      > mi celular es 3001234567
      < …
      > sin internet
      < Reviso su línea ahora mismo. ¿Cuál es su número de cuenta? …
      `,
    )
  })

  test('"buen día" greets', async () => {
    await journey(
      'es',
      `
      > buen día
      < ¡Hola! Gracias por escribir. …
      `,
    )
  })

  test('a "correcto" with a slip is a yes, and takes nothing back', async () => {
    await journey(
      'es',
      `
      > sin internet
      < …
      > 445566
      < …¿Ya tiene internet? …
      > correcot
      < Qué bueno. Disculpe la molestia.
      `,
    )
  })

  test('what was proven in one matter stands in the other that waits behind it', async () => {
    await journey(
      'es',
      `
      > Un cobro
      < …¿Cuál es su número de cuenta? …
      > quiero cancelar el servicio
      < …¿Cuál es su número de cuenta? …
      > 445566
      < …las 4 últimas cifras de su documento…
      > 1234
      < Esto es lo que se cancela: …
      > No, dejarlo
      < De acuerdo. No he cancelado nada: su servicio sigue igual. Sigamos con lo de antes. …
      < Estos son sus últimos cobros. …
      `,
    )
  })

  test('who waits at the question for a proof and proves it elsewhere is not asked again', async () => {
    await journey(
      'es',
      `
      > Un cobro
      < …
      > 445566
      < …las 4 últimas cifras de su documento…
      > quiero cancelar el servicio
      < …las 4 últimas cifras de su documento…
      > 1234
      < Esto es lo que se cancela: …
      > No, dejarlo
      < De acuerdo. No he cancelado nada: su servicio sigue igual. Sigamos con lo de antes. …
      < Estos son sus últimos cobros. …
      `,
    )
  })
})

test.each([
  [
    'es',
    `
    > quiero dar de baja el internet
    < …
    > eres un robot?
    < …
    > a qué hora atienden?
    < … ¿Cuál es su número de cuenta? …
    > 445566 1234
    < … ¿Lo cancelo? …
    `,
  ],
  [
    'en',
    `
    > I want to cancel my internet
    < …
    > are you a robot?
    < …
    > what are your opening hours?
    < … What is your account number? …
    > 445566 1234
    < … Shall I cancel it? …
    `,
  ],
] as const)(
  'who asks two things on the way is answered twice and goes on (%s)',
  async (language, written) => {
    await journey(language, written)
  },
)

test('"de una" is a yes where people say so', async () => {
  await journey(
    'es',
    `
    > quiero dar de baja el internet
    < …
    > 445566 1234
    < … ¿Lo cancelo? …
    > de una
    < Su servicio queda cancelado con fin el 30 de noviembre. …
    `,
  )
})
