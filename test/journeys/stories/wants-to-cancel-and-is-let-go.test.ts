import { expect, test } from '@jest/globals'
import { journey } from '../../support/journey.ts'

/**
 * Wanted to cancel: was asked why, offered a discount, passed on to "retention", told to call, and charged for two
 * more months.
 */
test.each([
  [
    'es',
    `
    > quiero dar de baja el internet
    < Claro, le ayudo a cancelar su servicio. …
    > 445566 1234
    < Esto es lo que se cancela: Fibra 300, cuenta 445566. · Tiene servicio hasta el 30 de noviembre · Último cobro: $ 19.973 · Penalización: $ 0 · Recogemos el equipo en su casa el 2 de diciembre, sin costo ¿Lo cancelo? …
    > sí
    < Su servicio queda cancelado con fin el 30 de noviembre. … Referencia: BAJA-…. Si quiere, cuéntenos por qué se va. No hace falta. …
    `,
  ],
  [
    'en',
    `
    > I want to leave, cancel account 778899, document 1234
    < This is what will be cancelled: Fibra 600, account 778899. … · Penalty: COP 90,000 …
    > yes
    < Your service is cancelled, ending on 7 December. … Reference: BAJA-…. If you like, tell us why you are leaving. You do not have to. …
    `,
  ],
] as const)(
  'wants to cancel and is let go, with proof and without a why before it (%s)',
  async (language, written) => {
    const c = await journey(language, written)
    const theirs = c.transcript.filter((line) => line.startsWith('>'))
    expect(theirs.length).toBeLessThanOrEqual(4)
    const done = c.commitments.find(({ kind }) => kind === 'cancellation')
    expect(done?.confirmation?.ref).toMatch(/^BAJA-/)
    expect(c.transcript.at(-1)).toContain(done?.confirmation?.ref)
    const before = c.transcript.slice(0, -1).join('\n')
    expect(before).not.toMatch(/por qué|motivo|razón|why|reason/i)
    expect(c.transcript.join('\n')).not.toMatch(/oferta|descuento|quedarse|offer|discount|stay with/i)
  },
)
