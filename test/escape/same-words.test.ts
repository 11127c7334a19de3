import { describe, expect, test } from '@jest/globals'
import { contentWords, saysTheSame } from '../../src/escape/same-words.ts'

const same = (a: string, b: string) => saysTheSame(contentWords(a), contentWords(b))

describe('saying the same thing again', () => {
  test.each([
    ['quiero cancelar mi servicio de internet', 'le digo que quiero cancelar el servicio'],
    ['necesito una factura con mi RUC', 'que me den la factura con el ruc por favor'],
    ['mi vecino me robó la señal', 'le repito: el vecino está robando la señal'],
    ['I want to change the name on the contract', 'please change the contract name'],
    ['how do I move my line to a new house', 'I said I am moving to a new house and need the line moved'],
    ['cancelación', 'cancelar'],
  ])('"%s" and "%s" say the same', (a, b) => {
    expect(same(a, b)).toBe(true)
  })

  test.each([
    ['quiero cancelar mi servicio', 'no me funciona el router'],
    ['me cobraron dos veces', 'quiero cambiar de plan'],
    ['no tengo internet desde ayer', 'mi cuenta es la 445566'],
    ['I cannot log in', 'how much is the 600 plan'],
    ['de la que le dije', 'lo de la otra'],
    ['', ''],
  ])('"%s" and "%s" do not', (a, b) => {
    expect(same(a, b)).toBe(false)
  })

  test('is told quickly from 10,000 characters', () => {
    const long = 'quiero cancelar '.repeat(700)
    expect(contentWords(long)).toEqual(['cance'])
  })
})
