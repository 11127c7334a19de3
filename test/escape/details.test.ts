import { expect, test } from '@jest/globals'
import { detail, detailWords, type Names } from '../../src/escape/details.ts'

const TITLES: Readonly<Record<string, string>> = { 'unknown-charge': 'Un cobro', invoice: 'La factura' }
const names: Names = {
  dialog: (id) => TITLES[id],
  verb: (verb) => (verb === 'cancel-service' ? 'Cancelar el servicio' : undefined),
}
const es = (stored: string) => detailWords(stored, 'es', names)

test.each([
  [detail('danger', { danger: 'hazard' }), 'palabras de peligro: fuego, gas o un cable'],
  [detail('not-understood-in-a-row', { times: 2 }), 'no se le entendió 2 veces seguidas'],
  [
    detail('circles', { where: 'unknown-charge, invoice, unknown-charge' }),
    'daba vueltas entre Un cobro, La factura, Un cobro',
  ],
  [
    detail('asked-again', { where: 'invoice/whichOne', times: 3 }),
    'se le iba a preguntar lo mismo 3 veces en «La factura»',
  ],
  [detail('handed-over', { title: 'A charge', where: 'unknown-charge/noCharges' }), 'Un cobro'],
  [
    detail('contact-number', {
      where: 'unknown-charge',
      object: 'C-9001',
      number: 3,
      times: 3,
      first: '2026-11-01',
    }),
    'Un cobro (C-9001): es la vez 3 que escribe por esto; la primera, el 2026-11-01',
  ],
  [
    detail('call-failed', { verb: 'cancel-service', why: 'the system is down' }),
    'falló «Cancelar el servicio»: the system is down',
  ],
  [detail('anger', { times: 2, sign: 'insult' }), '2 señales de enojo; la última, un insulto'],
  [detail('language', { language: 'French' }), 'escribe en francés'],
])('"%s" is read by an agent in Spanish as "%s"', (stored, words) => {
  expect(es(stored)).toBe(words)
})

test('in English it reads as people speak, without the names of steps', () => {
  const stored = detail('answers-not-usable', { times: 2, where: 'invoice/account' })
  const english = { ...names, dialog: () => 'Invoices' }
  expect(detailWords(stored, 'en', english)).toBe('2 answers to Invoices not usable')
})

test('what a dialog flags, and a fault in its own words, are told as they are', () => {
  for (const told of [
    'OJO: el reembolso R-1004 está fuera de plazo',
    'no such step',
    'fetch failed (ECONNREFUSED)',
  ]) {
    expect(es(told)).toBe(told)
  }
})
