import { expect, test } from '@jest/globals'
import { journey } from '../../support/journey.ts'

/**
 * An unjust charge of a third party's: the same answer six times, and "take it up with the seller". Here the company
 * takes the claim itself, tells its state the first time the customer is back, and the next time a person with
 * authority has it.
 */
test.each([
  [
    'es',
    `
    > me cobraron unas películas que nunca pedí
    < …
    > 445566 1234
    < El cobro de $ 19.900 del 18 de noviembre es por: Películas, de Cine en Casa, cobrado en su factura. ¿Lo reconoce? Si no, lo reclamo por usted aquí mismo: de Cine en Casa nos encargamos nosotros. …
    > yo no pedí eso
    < Su reclamo por $ 19.900 quedó registrado con la referencia REC-…. Le responderemos a más tardar el 27 de noviembre; no tiene que hacer nada más.
    > me siguen cobrando algo que no pedí
    < …
    < …
    > las películas
    < Esto sigue abierto: Respuesta al reclamo REC-… por $ 19.900, a más tardar el 27 de noviembre. Y si prefiere, le paso con una persona. ¿Quiere? [Hablar con una persona]
    > hay un cobro que no reconozco
    < …
    < …
    > las películas
    < …
    = person (repeat-contact)
    `,
  ],
  [
    'en',
    `
    > I was charged for films I never ordered
    < …
    > 445566 1234
    < The charge of COP 19,900 on 18 November is for: Films, from Cine en Casa, on your bill. Do you recognise it? If not, I will dispute it for you right here: Cine en Casa is for us to deal with. …
    > I never ordered that
    < Your claim for COP 19,900 has been filed under the reference REC-…. …
    > there is a charge I don't recognise
    < …
    < …
    > films
    < This is still open: Answer to claim REC-… for COP 19,900, by 27 November. …
    > I don't recognise a charge
    < …
    < …
    > films
    < …
    = person (repeat-contact)
    `,
  ],
] as const)(
  'an unjust charge is never answered twice with the same text, and nobody is sent to the seller (%s)',
  async (language, written) => {
    const c = await journey(language, written)
    expect(c.commitments).toMatchObject([{ kind: 'claim', ref: expect.stringMatching(/^REC-/) }])
    expect(c.calls.filter(({ verb }) => verb === 'dispute-charge')).toHaveLength(1)
    const said = c.transcript.join('\n')
    expect(said).not.toMatch(
      /(?:hable|contacte|comuníquese|reclame) (?:con|a|al)|contact (?:the|them)|speak to the/i,
    )
    const answers = c.transcript.filter((line) => /REC-/.test(line))
    expect(new Set(answers).size).toBe(answers.length)
  },
)
