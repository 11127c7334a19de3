import { test } from '@jest/globals'
import { journey } from '../../support/journey.ts'

/*
 * "For sales press one": none of the options was the customer's, and there was no way out. Here every menu ends in
 * "none of these", which is a person with the customer's own words; a number past the end and zero are one, too.
 */
test('none of the options is an option, and it leads to a person', async () => {
  await journey(
    'es',
    `
    > hola
    < … ¿En qué le puedo ayudar? [Cancelar] … [Nada de esto]
    > Nada de esto
    < Cuénteme aquí con sus palabras qué necesita, y lo leerá la persona que le atienda.
    = person (unmatched)
    `,
  )
})

test('said in other words, too, and inside a matter with the words that it began with', async () => {
  await journey(
    'es',
    `
    > quiero poner una queja
    < …
    > 445566
    < ¿De qué se queja? …
    > ninguna de esas
    = person (unmatched)
    `,
  )
  await journey(
    'en',
    `
    > hello
    < … How can I help you? …
    > none of those
    < Tell me here in your own words what you need, and the person who helps you will read it.
    = person (unmatched)
    `,
  )
})

test('zero is a person everywhere, as on every telephone', async () => {
  await journey(
    'es',
    `
    > hola
    < …
    > 0
    = asked at the door
    `,
  )
})
