import { expect, test } from '@jest/globals'
import type { MessageLine } from '../../src/turn/line.ts'
import { summarize } from '../../src/turn/matter.ts'

function line(seq: number, text: string): MessageLine & { seq: number } {
  return { id: `m${seq}`, seq, at: seq, kind: 'message', from: { kind: 'customer' }, text, attachments: [] }
}

/** What the receipt says was asked, when these are the customer's messages and the last one led to a person. */
function asked(...texts: string[]): string {
  const lines = texts.map((text, at) => line(at + 1, text))
  return summarize(lines, lines.at(-1)).asked
}

test.each([
  [['me cobraron unas películas', '445566 1234', 'sí'], 'me cobraron unas películas'],
  [['llevo tres días sin internet', 'Hablar con una persona'], 'llevo tres días sin internet'],
  [['my bill is wrong', 'None of these'], 'my bill is wrong'],
  [['hola', 'quiero hablar con alguien de una vez'], 'quiero hablar con alguien de una vez'],
  [['Hablar con una persona'], 'Hablar con una persona'],
  [['persona'], 'persona'],
])('of %j what was asked is "%s"', (texts, words) => {
  expect(asked(...texts)).toBe(words)
})
