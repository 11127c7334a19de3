import { expect, test } from '@jest/globals'
import { ESCAPE_REASONS } from '../../src/turn/turn.ts'
import { matches } from '../../src/web/console/model/views.ts'
import { en } from '../../src/web/console/words/en.ts'
import { es } from '../../src/web/console/words/es.ts'
import { lintText } from '../../src/wording/lint.ts'

test('both languages have every text, and none is empty', () => {
  expect(keysOf(en)).toEqual(keysOf(es))
  const empty = [...emptyTexts(es), ...emptyTexts(en)]
  // A normal priority needs no word.
  expect(empty).toEqual(['priority.normal', 'priority.normal'])
})

test('every reason why the bot lets go has words', () => {
  for (const reason of ESCAPE_REASONS) {
    expect(es.reason[reason]).toBeTruthy()
    expect(en.reason[reason]).toBeTruthy()
  }
})

test('a reply that sends the customer elsewhere is noticed, an ordinary one is not', () => {
  for (const text of [
    'Llame al 018000 123456 para eso',
    'Por favor comuníquese con nuestra línea de atención',
    'Diríjase a la oficina más cercana',
    'Please call us at 555 0100',
    'You should contact our billing department',
    'Eso lo ve otro departamento',
  ]) {
    expect([text, lintText(text, { where: 'agent' })[0]?.rule.guards]).toEqual([text, 'No bouncing'])
  }
  for (const text of [
    'Ya quedó cancelado, la referencia es 4401',
    'Le llamo mañana a las 9',
    'Un momento, lo estoy revisando con el técnico',
    'I will call you tomorrow at nine',
    'Su factura de diciembre será de 45.900',
  ]) {
    expect([text, lintText(text, { where: 'agent' })]).toEqual([text, []])
  }
})

test('search does not mind accents or case, and wants every word', () => {
  expect(matches('ruiz marta', 'Márta RUÍZ Salcedo')).toBe(true)
  expect(matches('marta gómez', 'Marta Ruiz')).toBe(false)
  expect(matches('', undefined)).toBe(true)
})

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
    )
    .sort()
}

function emptyTexts(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? emptyTexts(value, `${prefix}${key}.`)
      : value === ''
        ? [`${prefix}${key}`]
        : [],
  )
}
