import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

describe('a charge', () => {
  test('of an absurd amount goes to a person at once, flagged for whoever takes it', async () => {
    const c = await journey(
      'es',
      `
      > me llegó un cobro de locos, cuenta 334455, documento 1234
      < … ¿Cuál no reconoce? [Datos adicionales · $ 1.874.900 · 17 de noviembre] …
      > la primera
      < Ese cobro de $ 1.874.900 no tiene sentido al lado de lo que usted suele pagar ($ 15.000), y siento el susto. Una persona lo revisará con usted; ya tiene todos los datos.
      = person (dialog)
      `,
    )
    expect(c.detail).toMatch(/^OJO: importe absurdo .* Cobro C-3302: \$\s1\.874\.900$/)
    expect(c.known('chargeSize')).toBe('absurd')
  })

  test('named by its absurd amount is not even asked for', async () => {
    await journey(
      'en',
      `
      > you charged me 1,874,900 and I don't know why
      < … What is your account number? …
      > 334455 1234
      < That charge of COP 1,874,900 makes no sense beside what you usually pay (COP 15,000), and I am sorry for the fright. …
      = person (dialog)
      `,
    )
  })

  test('that is higher than usual is said to be, and disputed at a no', async () => {
    const c = await journey(
      'en',
      `
      > A charge
      < …
      > 445566 1234
      < …
      > Calls abroad · COP 8,500 · 20 October
      < … is for: Calls abroad. It is more than you usually pay for that (COP 4,200). Do you recognise it? If not, I will dispute it for you. [Yes, I recognise it] [No, dispute it] [None of these]
      > No, dispute it
      < Your claim for COP 8,500 has been filed under the reference REC-…. We will answer you by 27 November; there is nothing else to do.
      `,
    )
    expect(c.commitments).toMatchObject([{ kind: 'claim' }])
  })

  test('whose claim was denied is looked at again by a person who tells the reasons', async () => {
    const c = await journey(
      'es',
      `
      > Un cobro
      < …
      > 334455 1234
      < …
      > la última
      < El reclamo por este cobro de $ 45.000 figura rechazado. Tiene derecho a saber por qué: una persona …
      = person (dialog)
      `,
    )
    expect(c.detail).toMatch(/^OJO: el reclamo del cobro C-3290 fue rechazado/)
  })

  test('whose claim is late is our fault, and a person has it at once', async () => {
    await journey(
      'en',
      `
      > I don't recognise a charge
      < …
      > 556677 1234
      < …
      > the second one
      < Your claim for COP 12,000 should have been answered by now, and it has not been. That is our fault, and I am sorry. …
      = person (commitment)
      `,
    )
  })

  test('is asked about again after another matter came between', async () => {
    await journey(
      'es',
      `
      > Un cobro
      < …
      > 445566 1234
      < … ¿Cuál no reconoce? …
      > ¿dónde está mi pedido?
      < Veamos los pedidos de su cuenta 445566.
      < Estos son sus últimos pedidos. …
      > la primera
      < Su pedido (Audífonos inalámbricos) … Sigamos con lo de antes. Estos son sus últimos cobros. ¿Cuál no reconoce? …
      > el segundo
      < El cobro de $ 74.900 del 1 de noviembre es por: Cuota mensual. …
      > sí, ese sí
      < Perfecto, queda aclarado. No he cambiado nada.
      `,
    )
  })

  test.each([
    ['failing', 'No pude registrar el reclamo: no está hecho. …', 'error'],
    ['unknown', 'Envié el reclamo, pero no sé si quedó registrado. …', 'commitment'],
  ] as const)('whose claim ends in "%s" is never told as filed', async (kind, said, reason) => {
    const c = await journey(
      'es',
      `
      > Un cobro
      < …
      > 445566 1234
      < …
      > la primera
      < …
      > no, reclámelo
      < ${said}
      = person (${reason})
      `,
      { kind, verbs: ['dispute-charge'] },
    )
    expect(c.transcript.join('\n')).not.toMatch(/su reclamo .* quedó registrado/i)
  })

  test('that cannot be looked at goes to a person', async () => {
    await journey(
      'en',
      `
      > A charge
      < …
      > 445566 1234
      < …
      > the first one
      < I cannot see your charges from here right now, and I have not changed anything. …
      = person (error)
      `,
      { kind: 'failing', verbs: ['explain-charge'] },
    )
  })
})
