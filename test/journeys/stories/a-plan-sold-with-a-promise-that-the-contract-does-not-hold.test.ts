import { expect, test } from '@jest/globals'
import { journey } from '../../support/journey.ts'

/**
 * Sold "60,000 fixed for a year"; the contract says three months. Was told that what counts is what was signed, and
 * that nobody could have said that. Here nobody argues: the contract is shown, the customer's words are filed with a
 * date to answer by, and a person is one tap away.
 */
test.each([
  [
    'es',
    `
    > me dijeron un precio fijo por un año y me van a cobrar otro
    < …
    > 556677 1234
    < Siento que no sea lo que le dijeron. Esto es lo que figura hoy en el contrato de la cuenta 556677: · Fibra 300, $ 74.900 al mes, firmado el 23 de septiembre · Precio rebajado hasta el 22 de diciembre; después, $ 99.900 al mes Cuénteme con sus palabras …
    > la señorita de la tienda me juró que eran 74.900 fijos por un año
    < Gracias por contarlo. Quedó registrado con sus palabras, con la referencia QUE-…. Le responderemos con motivos a más tardar el 13 de diciembre. Y si prefiere, le paso con una persona. ¿Quiere? [Hablar con una persona]
    > sí
    = person (asked)
    `,
    'la señorita de la tienda me juró que eran 74.900 fijos por un año',
  ],
  [
    'en',
    `
    > I was promised a fixed price and that's not what the contract says
    < …
    > 556677 1234
    < I am sorry that it is not what you were told. … · Reduced price until 22 December; after that, COP 99,900 a month Tell me in your own words …
    > the woman in the shop swore it was 74,900 fixed for a year
    < Thank you for telling me. It has been filed in your words, under the reference QUE-…. We will answer you with reasons by 13 December. … [Talk to a person]
    > yes please
    = person (asked)
    `,
    'the woman in the shop swore it was 74,900 fixed for a year',
  ],
] as const)(
  'a plan sold with a promise that the contract does not hold is filed, not argued about (%s)',
  async (language, written, words) => {
    const c = await journey(language, written)
    const filed = c.calls.find(({ verb }) => verb === 'file-complaint')
    expect(filed?.args).toMatchObject({ complaintAbout: 'promise', complaintText: words })
    expect(c.commitments).toMatchObject([{ kind: 'answer', ref: expect.stringMatching(/^QUE-/) }])
    expect(c.transcript.join('\n')).not.toMatch(
      /usted firmó|debió|no pudo|lo que cuenta|letra pequeña|you signed|should have|could not have|small print/i,
    )
  },
)
