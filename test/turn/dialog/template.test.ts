import { describe, expect, test } from '@jest/globals'
import type { Language } from '../../../src/language.ts'
import { canFill, fill, type Showing } from '../../../src/turn/dialog/template.ts'
import { defineFacts } from '../../../src/turn/dialog/vocabulary.ts'
import type { Facts } from '../../../src/turn/facts.ts'

const t = (text: string) => ({ es: text, en: text })
const vocabulary = defineFacts({
  price: { kind: 'money', of: 'matter', label: t('price') },
  day: { kind: 'date', of: 'matter', label: t('day') },
  name: { kind: 'text', of: 'matter', label: t('name') },
  what: {
    kind: 'label',
    of: 'matter',
    label: t('what'),
    labels: { fee: { es: 'Cuota', en: 'Fee' }, full: t('{what} {price}') },
  },
})

const showing = (values: Record<string, string>, language: Language = 'es', region?: string): Showing => ({
  facts: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { class: 'known', value, source: 'customer', at: 0, conversationId: 'c' },
    ]),
  ) as Facts,
  vocabulary,
  company: 'Casa',
  language,
  timeZone: 'Europe/Madrid',
  region,
  now: Date.UTC(2026, 10, 22),
})

describe('a text', () => {
  test.each([
    ['es', '1234.5 EUR', '1234,50 €'],
    ['en', '1234.5 EUR', '€1,234.50'],
    ['es', '19.9 USD', '19,90 US$'],
    ['es', '0.00 EUR', '0,00 €'],
  ] as const)('shows money as %s writes it', (language, value, shown) => {
    expect(fill(t('{price}'), showing({ price: value }, language)).replace(/\u00a0/g, ' ')).toBe(shown)
  })

  test.each([
    ['es', '89900 COP', '$ 89.900'],
    ['en', '89900 COP', 'COP 89,900'],
    ['es', '12 USD', 'US$ 12,00'],
  ] as const)('shows money in %s as the company’s country writes it', (language, value, shown) => {
    const text = fill(t('{price}'), showing({ price: value }, language, 'CO'))
    expect(text.replace(/\u00a0/g, ' ')).toBe(shown)
  })

  test.each([
    ['es', '2026-11-30', '30 de noviembre'],
    ['en', '2026-11-30', '30 November'],
    ['es', '2027-01-05', '5 de enero de 2027'],
    ['en', '2025-12-31', '31 December 2025'],
  ] as const)(
    'shows dates as %s says them, with the year only when it is another one',
    (language, value, shown) => {
      expect(fill(t('{day}'), showing({ day: value }, language))).toBe(shown)
    },
  )

  test('shows labels in the customer’s language, and the company', () => {
    expect(fill(t('{company}: {what}'), showing({ what: 'fee' }, 'en'))).toBe('Casa: Fee')
  })

  test('with a fact that is not known is never said', () => {
    expect(canFill(t('{name}'), showing({}))).toBe(false)
    expect(() => fill(t('Hola {name}'), showing({}))).toThrow(/\{name\}, which is not known/)
  })

  test('shows what a customer wrote as it is: braces in it are no template', () => {
    expect(fill(t('Hola {name}'), showing({ name: '{price} {company}' }))).toBe('Hola {price} {company}')
  })

  test('whose labels show each other for ever is a fault and not a hang', () => {
    expect(() => fill(t('{what}'), showing({ what: 'full', price: '1.00 EUR' }))).toThrow(/not known/)
  })
})
