import { expect, test } from '@jest/globals'
import { readEmail, readPhone } from '../../src/understanding/entities/contacts.ts'

test.each([
  ['al 300 111 2233 por favor', '300 111 2233'],
  ['es +57 (300) 111-2233', '+57 (300) 111-2233'],
  ['3001112233', '3001112233'],
  ['no me llamen más al 601 555 0100, gracias', '601 555 0100'],
])('the telephone of "%s" is %s', (text, phone) => expect(readPhone(text)).toBe(phone))

test.each(['la cuenta 445566', '12', 'lucia3001112233@correo.example', 'ninguno'])(
  'there is no telephone in "%s"',
  (text) => expect(readPhone(text)).toBeUndefined(),
)

test.each([
  ['es lucia.m+1@correo.example.', 'lucia.m+1@correo.example'],
  ['José@peña.example', 'José@peña.example'],
])('the address of "%s" is %s', (text, email) => expect(readEmail(text)).toBe(email))

test.each(['lucia', 'lucia@', 'lucia arroba correo'])('there is no address in "%s"', (text) =>
  expect(readEmail(text)).toBeUndefined(),
)
