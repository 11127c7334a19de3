import { describe, expect, test } from '@jest/globals'
import { facts } from '../../dialogs/facts.ts'
import { identify } from '../../dialogs/identify.ts'
import { defineDialog } from '../../src/kit.ts'
import { readProof, readProofInPassing } from '../../src/understanding/entities/identifiers.ts'
import { journey } from '../support/journey.ts'

const same = (text: string) => ({ es: text, en: text })

describe('a proof as people write it', () => {
  test.each([
    ['1234', '1234'],
    ['son 1234', '1234'],
    ['1.032.451.234', '1032451234'],
    ['C.C. 1032451234', '1032451234'],
    ['74.900', '74900'],
    ['$ 74.900,00', '74900'],
    ['678Z', '678Z'],
    ['la cuenta 445566 y 1234', '1234'],
  ])('"%s" is %s', (text, proof) => {
    expect(readProof(text, '445566')).toBe(proof)
  })

  test.each(['no lo sé', '445566', '1234 o 4321', ''])('"%s" is none', (text) => {
    expect(readProof(text, '445566')).toBeUndefined()
  })

  test.each([
    ['445566 1234', '1234'],
    ['es la 445566, 1234', '1234'],
    ['quiero cancelar la cuenta 445566, documento 1234', '1234'],
    ['me cobraron 8500 en la cuenta 445566 sin avisar', undefined],
    ['1234', undefined],
  ])('said beside the account in "%s": %s', (text, proof) => {
    expect(readProofInPassing(text)).toBe(proof)
  })
})

describe('a dialog that shows something personal', () => {
  const find = {
    kind: 'call',
    verb: 'find-invoices',
    args: { account: 'account' },
    learns: ['balance'],
    trying: same('Busco.'),
    ok: 'told',
    refused: { 'no-such-account': 'told', other: 'told' },
    failed: 'noProof',
    unknown: 'noProof',
  } as const
  const told = { kind: 'done', text: same('Ya.') } as const
  const shell = { id: 'balance', title: same('Saldo'), start: 'account' } as const

  test('through identify() is sound', () => {
    const dialog = defineDialog(facts, {
      ...shell,
      steps: { ...identify({ text: same('¿Cuenta?'), known: same('Su cuenta.'), next: 'find' }), find, told },
    })
    expect(dialog.faults).toEqual([])
  })

  test('without asking who the customer is, is refused, and told what to do', () => {
    const dialog = defineDialog(facts, {
      ...shell,
      steps: {
        account: {
          kind: 'ask',
          fact: 'account',
          text: same('¿Cuenta?'),
          again: same('Seis cifras.'),
          next: 'find',
          refused: 'noProof',
        },
        find,
        told,
        noProof: { kind: 'person', text: same('Una persona.') },
      },
    })
    expect(dialog.faults).toMatchObject([
      { rule: 'unproven', step: 'find', fix: expect.stringContaining('identify()') },
    ])
  })
})

describe('proving who one is', () => {
  test('takes at most four messages to have cancelled, with the proof by itself', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < … ¿Cuál es su número de cuenta? …
      > 445566
      < Para cuidar sus datos, …
      > 1234
      < … ¿Lo cancelo? …
      > sí
      < Su servicio queda cancelado …
      `,
    )
  })

  test('a wrong proof is said to be wrong, and the second wrong one brings a person', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566
      < …
      > 9999
      < Ese dato no coincide con la cuenta 445566. Solo necesito una de las dos cosas: …
      > 8888
      < Ese dato no coincide con la cuenta 445566.
      = person (failed-answers)
      `,
    )
  })

  test('whoever can’t prove it gets a person, and a whole document is no other account', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566
      < …
      > no lo tengo
      < No pasa nada: una persona puede comprobarlo con usted de otra manera.
      = person (dialog)
      `,
    )
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566
      < …
      > mi cédula es 1.032.451.234
      < … ¿Lo cancelo? …
      `,
    )
  })

  test('proven once, it is asked for no more; another account has to be proven anew', async () => {
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566 1234
      < … ¿Lo cancelo? …
      > no
      < De acuerdo. …
      > tengo un cobro que no reconozco
      < Veamos los cobros de su cuenta 445566.
      < Estos son sus últimos cobros. …
      > Nada de esto
      = person (unmatched)
      `,
    )
    await journey(
      'es',
      `
      > quiero cancelar
      < …
      > 445566 1234
      < … ¿Lo cancelo? …
      > no, la cuenta es la 778899
      < Gracias, lo corrijo. Para cuidar sus datos, …
      `,
    )
  })
})
