import { describe, expect, test } from '@jest/globals'
import { matchChoice, readOrdinal } from '../../src/understanding/entities/choice.ts'
import { isClosing } from '../../src/understanding/entities/closing.ts'
import { isoDay, readDay } from '../../src/understanding/entities/dates.ts'
import {
  findAccountNumbers,
  readAccountNumber,
  readEmail,
  readPhone,
} from '../../src/understanding/entities/identifiers.ts'
import { findAmounts, readAmount, readNumber } from '../../src/understanding/entities/money.ts'
import { isNeverMind } from '../../src/understanding/entities/never-mind.ts'
import { readYesNo } from '../../src/understanding/entities/yes-no.ts'

describe('yes or no', () => {
  test.each([
    'sí',
    'totalmente',
    'sisi',
    'ta bien',
    'SIII',
    'sip',
    'dale',
    'de acuerdo',
    'claro que sí',
    'bueno, dale',
    'vale',
    'está bien',
    'sí, cancélelo ya',
    'por qué no',
    'no hay problema',
    'creo que sí',
    '👍',
    'yes',
    'yep',
    'sure thing',
    'yes please',
    'go ahead',
    'of course',
    'i guess so',
    'ok',
  ])('"%s" is a yes', (text) => {
    expect(readYesNo(text)).toBe('yes')
  })

  test.each([
    'no',
    'nooo',
    'de ninguna forma',
    'nel',
    'mejor no',
    'claro que no',
    'para nada',
    'no gracias',
    'todavía no',
    'creo que no',
    'ni loco',
    '👎',
    'nope',
    'no way',
    'not really',
    'of course not',
    "I don't think so",
    'no funciona',
    'no quiero',
  ])('"%s" is a no', (text) => {
    expect(readYesNo(text)).toBe('no')
  })

  test.each([
    'no sé',
    'sí, pero mañana',
    'si cancelo pierdo el número?',
    'tal vez',
    'depende',
    "I don't know",
    'maybe',
    'yes and no',
    '12345678',
    'quiero cancelar',
    '',
    'ya no',
  ])('"%s" is neither', (text) => {
    expect(readYesNo(text)).toBeUndefined()
  })
})

describe('closing', () => {
  test.each([
    'gracias',
    'Muchas gracias, que tenga buen día',
    'thanks bye',
    '👍',
    'ok listo',
    'perfecto, mil gracias!!',
    'no, gracias',
    'eso es todo, gracias',
    'hasta luego',
    'ok',
    'thank you so much for your help 🙏',
    'all good, thanks',
    'ya quedó, gracias',
    'excelente atención',
  ])('"%s" closes', (text) => {
    expect(isClosing(text)).toBe(true)
  })

  test.each([
    'gracias pero sigue sin funcionar',
    'thanks for nothing',
    'sí',
    'no',
    'gracias?',
    'hola',
    'gracias, y otra cosa',
    'thanks, but it is still broken',
    'ok y ahora qué',
    'no funciona',
    '',
    'gracias por nada',
    'quiero hablar con alguien, gracias',
  ])('"%s" does not close', (text) => {
    expect(isClosing(text)).toBe(false)
  })
})

test.each([
  'olvídelo',
  'déjalo así',
  'never mind',
  'ya no, gracias',
  'no importa',
  'forget it please',
  'nvm',
])('"%s" takes it back', (text) => {
  expect(isNeverMind(text)).toBe(true)
})

test.each(['olvidé mi clave', 'no', 'gracias', "I don't mind the price", 'ya no tengo internet'])(
  '"%s" takes nothing back',
  (text) => {
    expect(isNeverMind(text)).toBe(false)
  },
)

describe('amounts', () => {
  test.each([
    ['45,90 €', 45.9, 'EUR'],
    ['$1,200.50', 1200.5, undefined],
    ['45 euros', 45, 'EUR'],
    ['1.200,50 EUR', 1200.5, 'EUR'],
    ['US$ 20', 20, 'USD'],
    ['S/ 30', 30, 'PEN'],
    ['1.200 pesos', 1200, undefined],
    ['me cobraron 20 dólares ayer', 20, 'USD'],
    ['£9.99', 9.99, 'GBP'],
    ['74 mil pesos', 74000, undefined],
    ['$30k', 30000, undefined],
    ['2.3 millones de pesos', 2300000, undefined],
    ['30 US$', 30, 'USD'],
    ['S/. 30', 30, 'PEN'],
    ['30 euros con 50', 30.5, 'EUR'],
    ['45 dólares con 9 centavos', 45.09, 'USD'],
    ['treinta euros', 30, 'EUR'],
    ['cien mil pesos', 100000, undefined],
    ['me sacaron veintidós euros', 22, 'EUR'],
    ['ciento veinte mil quinientos pesos', 120500, undefined],
    ['two hundred and fifty dollars', 250, 'USD'],
    ['a hundred bucks', 100, 'USD'],
  ])('"%s" is %d %s', (text, value, currency) => {
    expect(findAmounts(text)).toMatchObject([{ value, currency }])
  })

  test('a number without a currency is an amount only as an answer', () => {
    expect(findAmounts('45.90')).toEqual([])
    expect(readAmount('fueron 45.90')?.value).toBe(45.9)
    expect(readAmount('entre 10 y 20')).toBeUndefined()
  })

  test('thousands said as an answer are no units', () => {
    expect(['74 mil', '50k', '50 lucas', '2.5 millones'].map((text) => readAmount(text)?.value)).toEqual([
      74000, 50000, 50000, 2500000,
    ])
  })

  test('what only has words of numbers is no amount', () => {
    const said = 'uno de los dos cobros, mil gracias, 30 euros y 20 minutos'
    expect(findAmounts(said).map(({ value }) => value)).toEqual([30])
    expect(findAmounts('cuatro cinco euros')).toEqual([])
  })

  test('both conventions of writing numbers are read', () => {
    expect(['1.200', '1,200', '1.20', '1,2', '12', '1.234.567,89'].map(readNumber)).toEqual([
      1200, 1200, 1.2, 1.2, 12, 1234567.89,
    ])
  })
})

describe('identifiers', () => {
  test('an account number is found however it is grouped, with its leading zeros', () => {
    expect(readAccountNumber('es la 123 456 789')).toBe('123456789')
    expect(readAccountNumber('12.345.678')).toBe('12345678')
    expect(readAccountNumber('cuenta: 0012-3456')).toBe('00123456')
  })

  test.each([
    'cuatro cuatro cinco cinco seis seis',
    'doble cuatro, doble cinco, doble seis',
    'four four double five six six',
    'es la cuarenta y cuatro cincuenta y cinco sesenta y seis',
    'forty four fifty five 66',
    '44-55-66',
    '44.55.66',
    '４４５５６６',
  ])('"%s" is the account 445566', (text) => {
    expect(readAccountNumber(text)).toBe('445566')
  })

  test.each([
    'tengo dos líneas, una visita y tres cobros de cuatro meses',
    'uno, dos, tres, probando',
    'three or four people, five at most, six no',
    'cuatro cuatro cinco. Luego seis seis cinco',
  ])('"%s" spells no account', (text) => {
    expect(readAccountNumber(text)).toBeUndefined()
  })

  test.each([
    ['juan punto perez arroba gmail punto com', 'juan.perez@gmail.com'],
    ['mi correo es juan.perez arroba gmail.com', 'juan.perez@gmail.com'],
    ['juan guion bajo perez arroba hotmail punto com', 'juan_perez@hotmail.com'],
    ['john dot smith at gmail dot com', 'john.smith@gmail.com'],
    ['john underscore smith at mail dot co dot uk', 'john_smith@mail.co.uk'],
    ['juan.perez @ gmail.com', 'juan.perez@gmail.com'],
    ['juan[at]gmail[dot]com', 'juan@gmail.com'],
  ])('"%s" spells %s', (text, email) => {
    expect(readEmail(text)).toBe(email)
  })

  test.each([
    'juan perez arroba gmail punto com',
    'look at the shop, dot com',
    'it arrived at example dot com',
    'estoy at home',
  ])('"%s" spells no address that is sure', (text) => {
    expect(readEmail(text)).toBeUndefined()
  })

  test('a telephone is understood when its digits are said', () => {
    expect(readPhone('tres uno cero cinco cinco cinco uno dos tres cuatro')).toBe('3105551234')
    expect(readPhone('hace dos o tres días, o cuatro')).toBeUndefined()
  })

  test('money, dates and short numbers are no account numbers', () => {
    expect(findAccountNumbers('pagué $ 1200000 el 12/03/2026, son 3 meses')).toEqual([])
  })

  test('of two account numbers none is chosen', () => {
    expect(readAccountNumber('1234567 o 7654321')).toBeUndefined()
    expect(readAccountNumber('1234567, repito 1234567')).toBe('1234567')
  })

  test('telephone numbers and addresses are put in one form', () => {
    expect(readPhone('mi tel es +34 600 111 222')).toBe('+34600111222')
    expect(readPhone('(011) 4321-5678')).toBe('01143215678')
    expect(readEmail('escríbame a Juan.Perez@Mail.com.ar por favor')).toBe('juan.perez@mail.com.ar')
    expect(readEmail('no tengo')).toBeUndefined()
  })
})

describe('choices', () => {
  const CHARGES = ['Netflix 12,99 €', 'Router alquiler', 'Cuota de instalación', 'Nada de esto']

  test.each([
    ['netflix', 0],
    ['neflix', 0],
    ['la segunda', 1],
    ['the 2nd one', 1],
    ['2', 1],
    ['opción 3', 2],
    ['INSTALACION', 2],
    ['la última', 3],
    ['nada de esto', 3],
    ['alquiler del router', 1],
    ['the second one', 1],
    ['el de la instalación', 2],
  ])('"%s" chooses %d', (text, index) => {
    expect(matchChoice(text, CHARGES)).toBe(index)
  })

  test.each(['7', 'no sé', 'la primera y la segunda', '', 'hola'])('"%s" chooses nothing', (text) => {
    expect(matchChoice(text, CHARGES)).toBeUndefined()
  })

  test('a number that one label begins with and that is the place of another chooses neither', () => {
    expect(matchChoice('2', ['2 de marzo', '5 de marzo'])).toBeUndefined()
  })

  test('a position is read only when nothing else is said', () => {
    expect(readOrdinal('la primera', 3)).toBe(0)
    expect(readOrdinal('una', 3)).toBe(0)
    expect(readOrdinal('quiero cancelar la primera factura', 3)).toBeUndefined()
    expect(readOrdinal('la cuarta', 3)).toBeUndefined()
  })

  test.each([
    ['la de arriba', 0],
    ['the top one', 0],
    ['la de en medio', 1],
    ['the middle one', 1],
    ['2ª', 1],
    ['el de abajo', 2],
    ['la penúltima', 1],
  ])('of three, "%s" is at %d', (text, at) => {
    expect(readOrdinal(text, 3)).toBe(at)
  })

  test.each(['las dos', 'los dos', 'ambas', 'both', 'the two', 'las tres', 'a las dos', 'todas', 'either'])(
    '"%s" is no place in a list',
    (text) => {
      expect(readOrdinal(text, 3)).toBeUndefined()
      expect(readOrdinal(text, 2)).toBeUndefined()
    },
  )
})

describe('days', () => {
  const today = { year: 2026, month: 11, day: 22 }

  test.each([
    ['3/4', '2026-04-03'],
    ['2026-04-03', '2026-04-03'],
    ['el 3 de abril', '2026-04-03'],
    ['April 3rd', '2026-04-03'],
    ['ayer', '2026-11-21'],
    ['el lunes', '2026-11-16'],
    ['1 de diciembre', '2025-12-01'],
    ['13/05/25', '2025-05-13'],
    ['anteayer', '2026-11-20'],
    ['1st of may 2025', '2025-05-01'],
    ['el tres de abril', '2026-04-03'],
    ['hace dos semanas', '2026-11-08'],
    ['3 days ago', '2026-11-19'],
    ['a week ago', '2026-11-15'],
    ['the day before yesterday', '2026-11-20'],
    ['anoche', '2026-11-21'],
    ['April third', '2026-04-03'],
    ['hace un mes', '2026-10-22'],
    ['a month ago', '2026-10-22'],
    ['esta mañana', '2026-11-22'],
  ])('looking back, "%s" is %s', (text, day) => {
    const read = readDay(text, { today, toward: 'past' })
    expect(read && isoDay(read)).toBe(day)
  })

  test.each([
    ['mañana por la mañana', '2026-11-23'],
    ['pasado mañana', '2026-11-24'],
    ['el lunes', '2026-11-23'],
    ['3/4', '2027-04-03'],
    ['dentro de tres días', '2026-11-25'],
    ['in two weeks', '2026-12-06'],
    ['the day after tomorrow', '2026-11-24'],
    ['hoy', '2026-11-22'],
    ['pasado mañana a las 3 y media', '2026-11-24'],
    ['a fin de mes', '2026-11-30'],
    ['at the end of the month', '2026-11-30'],
    ['esta tarde', '2026-11-22'],
    ['in a couple of days', '2026-11-24'],
    ['three days from now', '2026-11-25'],
    ['a week from tomorrow', '2026-11-30'],
    ['de hoy en ocho', '2026-11-29'],
    ['dentro de dos meses', '2027-01-22'],
    ['el martes de la semana que viene', '2026-11-24'],
    ['Sunday next week', '2026-11-29'],
    ['December the third', '2026-12-03'],
  ])('looking ahead, "%s" is %s', (text, day) => {
    const read = readDay(text, { today, toward: 'future' })
    expect(read && isoDay(read)).toBe(day)
  })

  test.each([
    '31/02',
    '45.90',
    'nunca',
    'por la mañana',
    '99/99/2026',
    'may I',
    'set two alarms',
    'son dos semanas',
    'en tres días hábiles',
    'in 3 working days',
    'ni hoy ni mañana',
    'una vez al mes',
    'la semana que viene',
    'toda la tarde',
  ])('"%s" is no day', (text) => {
    expect(readDay(text, { today, toward: 'past' })).toBeUndefined()
  })
})
