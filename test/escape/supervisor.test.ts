import { expect, test } from '@jest/globals'
import { readAsk } from '../../src/escape/ask.ts'
import { asksForSupervisor } from '../../src/escape/supervisor.ts'

test.each([
  'quiero hablar con un supervisor',
  'páseme con su jefe',
  'comuníqueme con la gerente',
  'exijo hablar con el encargado',
  'I want to speak to a manager',
  'put me through to your supervisor',
  'let me talk to your boss',
  'quiero subir esto de nivel',
  'I want to talk with higher management',
])('"%s" asks for a person with authority', (text) => {
  expect(readAsk(text)).toBe('asks')
  expect(asksForSupervisor(text)).toBe(true)
})

test.each(['quiero hablar con una persona', 'un asesor por favor', 'I want an agent', 'get me a human'])(
  '"%s" asks for a person, whoever it is',
  (text) => {
    expect(readAsk(text)).toBe('asks')
    expect(asksForSupervisor(text)).toBe(false)
  },
)
