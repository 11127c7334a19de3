import { expect, test } from '@jest/globals'
import type { Desk } from '../../src/cases/desk-file.ts'
import { hoursWords, openWords } from '../../src/cases/hours-words.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'

const desk: Desk = await loadDesk('desk.yaml')
/** 10:00 in Bogota on a Sunday. */
const OPEN = Date.UTC(2026, 10, 22, 15)

test('the week is said in spans of days with the same hours', () => {
  expect(hoursWords(desk, OPEN, 'es')).toBe(
    'lunes a viernes, de 7:00 a 21:00; sábado, de 8:00 a 18:00; domingo, de 9:00 a 14:00',
  )
  expect(hoursWords(desk, OPEN, 'en')).toMatch(/^Monday to Friday, from 7:00 to 21:00; Saturday, /)
})

test('a holiday of the next two weeks is told with it, closed or with its own hours', () => {
  const december = Date.UTC(2026, 11, 20, 15)
  expect(hoursWords(desk, december, 'es')).toContain('el jueves 24 de diciembre, de 8:00 a 14:00')
  expect(hoursWords(desk, december, 'es')).toContain('el viernes 25 de diciembre, cerrado')
  expect(hoursWords(desk, december, 'es')).not.toContain('11 de enero')
})

test('a day without hours is closed, and a day without end is around the clock', () => {
  const hours = { ...desk.hours, saturday: [], sunday: [{ from: 0, to: 24 * 60 }] }
  expect(hoursWords({ ...desk, hours }, OPEN, 'es')).toContain('sábado, cerrado; domingo, las 24 horas')
})

test('whether people are there now is said as it is', () => {
  expect(openWords(desk, OPEN, 'es')).toBe('Ahora mismo hay personas, hasta hoy a las 14:00')
  expect(openWords(desk, Date.UTC(2026, 10, 22, 22), 'es')).toBe(
    'Ahora mismo no hay personas; vuelven mañana a las 7:00',
  )
  expect(openWords(desk, Date.UTC(2026, 10, 22, 22), 'en')).toContain('people are back tomorrow')
})
