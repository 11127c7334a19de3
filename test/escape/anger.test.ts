import { describe, expect, test } from '@jest/globals'
import { readAnger } from '../../src/escape/anger.ts'

describe('anger', () => {
  test.each([
    ['insult', 'son unos inútiles'],
    ['insult', 'qué servicio de mierda'],
    ['insult', 'esto es una vergüenza'],
    ['insult', 'you are useless'],
    ['insult', 'this is bullshit'],
    ['insult', 'ladrones!!'],
    ['shouting', 'NO TENGO INTERNET DESDE AYER'],
    ['shouting', 'WHERE IS MY REFUND'],
    ['already-told', 'ya te lo dije'],
    ['already-told', 'Ya le expliqué mi caso'],
    ['already-told', '¿cuántas veces tengo que decirlo?'],
    ['already-told', 'I already told you that'],
    ['no-use', 'esto no sirve'],
    ['no-use', 'no sirves para nada'],
    ['no-use', 'estoy harta de esperar'],
    ['no-use', 'me tienen cansado de tanto esperar'],
    ['no-use', "you're not helping"],
    ['no-use', 'I am so frustrated'],
    ['threat', 'voy a denunciar'],
    ['threat', 'los voy a demandar'],
    ['threat', 'les escribirá mi abogado'],
    ['threat', 'I will sue you'],
  ])('%s: %s', (sign, text) => {
    expect(readAnger(text)).toBe(sign)
  })

  test.each([
    'el internet no sirve',
    'no me funciona el internet desde ayer',
    'quiero cancelar mi contrato',
    'HOLA',
    'OK GRACIAS',
    'mi cuenta es AB-1234 EN BOGOTÁ',
    'quiero poner una reclamación formal',
    'me llamo Margarita Carajal',
    'tengo dos veces el mismo cobro',
    'my router does not work',
    'I want to cancel',
    'is the FTTH MODEM included in the plan?',
  ])('is not read into: %s', (text) => {
    expect(readAnger(text)).toBeUndefined()
  })
})
