import { describe, expect, test } from '@jest/globals'
import { journey } from '../support/journey.ts'

const CANCELLED = `
  > quiero cancelar la cuenta 445566, documento 1234
  < …
  > sí
  < Su servicio queda cancelado … Referencia: BAJA-…. Si quiere, cuéntenos por qué se va. No hace falta. [Es caro] [Falla mucho] [Me atendieron mal] [Me mudo] [Lo uso poco] [Por otra razón]
`

describe('why they leave is theirs to tell, once it is done', () => {
  test('with one tap, in Spanish; it is a fact of the matter', async () => {
    const c = await journey(
      'es',
      `
      ${CANCELLED}
      > Falla mucho
      < Gracias por decírmelo.
      `,
    )
    expect(c.known('leavingBecause')).toBe('faults')
  })

  test('with one tap, in English, and by its number', async () => {
    const c = await journey(
      'en',
      `
      > Cancel
      < …
      > 778899 1234
      < …
      > Yes, cancel
      < Your service is cancelled, … If you like, tell us why you are leaving. You do not have to. [It is expensive] [It often fails] [I was treated badly] [Moving home] [I hardly use it] [Another reason]
      > the first one
      < Thank you for telling me.
      `,
    )
    expect(c.known('leavingBecause')).toBe('price')
  })

  test.each([
    ['está muy caro', 'price'],
    ['porque se cae a cada rato', 'faults'],
    ['porque mi ex se quedó con la casa', 'other'],
    ['es que me voy del país', 'moving'],
    ['me cobraban de más y nadie me respondía, por eso', 'price'],
  ])('in their own words: "%s"', async (words, reason) => {
    const c = await journey(
      'es',
      `
      ${CANCELLED}
      > ${words}
      < Gracias por decírmelo.
      `,
    )
    expect(c.known('leavingBecause')).toBe(reason)
  })

  test.each(['no', 'no, gracias', 'prefiero no decir'])('"%s" is taken as it is', async (words) => {
    const c = await journey(
      'es',
      `
      ${CANCELLED}
      > ${words}
      < De acuerdo. Aquí estoy si necesita algo.
      `,
    )
    expect(c.facts.leavingBecause).toBeUndefined()
  })

  test('unanswered it is not asked again, nor counted; the button can still be tapped after a word of thanks', async () => {
    const c = await journey(
      'es',
      `
      ${CANCELLED}
      > gracias
      < Con mucho gusto.
      > Me mudo
      < Gracias por decírmelo.
      `,
    )
    expect(c.known('leavingBecause')).toBe('moving')
    expect(c.bot.counters.unmatched).toBe(0)
  })

  test('whatever else they came for goes first, and nothing of it is left', async () => {
    const c = await journey(
      'es',
      `
      ${CANCELLED}
      > ¿dónde está mi pedido?
      < …
      < Estos son sus últimos pedidos. …
      `,
    )
    expect(c.bot.mayTell).toBeUndefined()
    expect(c.last?.say[0]?.text).not.toContain('por qué')
  })

  test('with another matter behind it, that one goes on and nothing is asked', async () => {
    const c = await journey(
      'es',
      `
      > tengo un cobro que no reconozco de la cuenta 445566, documento 1234
      < …
      > mejor quiero cancelar el servicio
      < …
      < … ¿Lo cancelo? …
      > sí, cancelar
      < … Referencia: BAJA-…. Sigamos con lo de antes. …
      `,
    )
    expect(c.bot.mayTell).toBeUndefined()
  })

  test('who has told it is not heard to twice: the same words again are words like any others', async () => {
    const c = await journey(
      'es',
      `
      ${CANCELLED}
      > Es caro
      < Gracias por decírmelo.
      > Es caro
      < …
      `,
    )
    expect(c.last?.say[0]?.text).not.toContain('Gracias por decírmelo')
  })
})
