import { describe, expect, test } from '@jest/globals'
import { mask, maskDeep } from '../../src/turn/masking.ts'

describe('what is never stored in full', () => {
  test.each([
    ['mi tarjeta es 4111 1111 1111 1111, gracias', 'mi tarjeta es •••• 1111, gracias'],
    ['4111111111111111', '•••• 1111'],
    ['5500-0000-0000-0004', '•••• 0004'],
    ['378282246310005 (Amex)', '•••• 0005 (Amex)'],
    ['dos: 4111111111111111 y 5500000000000004', 'dos: •••• 1111 y •••• 0004'],
    ['4111 1111 1111 1111', '•••• 1111'],
  ])('a card number keeps its last four digits: %s', (text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  test.each([
    ['IBAN ES91 2100 0418 4502 0005 1332 de mi cuenta', 'IBAN ES•• •••• 1332 de mi cuenta'],
    ['es9121000418450200051332', 'ES•• •••• 1332'],
    ['GB82WEST12345698765432.', 'GB•• •••• 5432.'],
    ['ES91-2100-0418-4502-0005-1332 y 4111111111111111', 'ES•• •••• 1332 y •••• 1111'],
  ])('an IBAN keeps its country and its last four: %s', (text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  test.each([
    'pedido 4111 1111 1111 1112',
    'llámeme al +34 600 123 456',
    '+4111111111111111',
    'cuenta 12345678',
    'ES91 2100 0418 4502 0005 1333',
    'el 2026-11-22 a las 04:10',
    '🙂 ١٢٣ hola',
    '1763784705123',
  ])('other numbers stay as they were written: %s', (text) => {
    expect(mask(text)).toBe(text)
  })

  test('strings deep inside a value are masked, and nothing else changes', () => {
    expect(maskDeep({ asked: ['4111111111111111', 3, null, true], at: 1763784705123 })).toEqual({
      asked: ['•••• 1111', 3, null, true],
      at: 1763784705123,
    })
  })
  test('ten thousand digits are read in well under a second', () => {
    expect(mask('4'.repeat(10_000))).toBe('4'.repeat(10_000))
    expect(mask('ES12 '.repeat(2_000))).toBe('ES12 '.repeat(2_000))
  }, 1_000)
})
