import { expect, test } from '@jest/globals'
import { LANGUAGES } from '../../src/language.ts'
import { installedIntents } from '../../src/understanding/intents.ts'
import { detectLanguage } from '../../src/understanding/language.ts'
import { fold, isOneTypo, plain, words } from '../../src/understanding/words.ts'

test.each([
  ['hola', 'es'],
  ['kiero ablar con algien', 'es'],
  ['cancelar', 'es'],
  ['sí', 'es'],
  ['hi', 'en'],
  ['wifi not working', 'en'],
  ['yes', 'en'],
  ['bill?', 'en'],
  ['ok', undefined],
  ['no', undefined],
  ['internet', undefined],
  ['12345678', undefined],
  ['👍', undefined],
  ['', undefined],
  ['obrigado', undefined],
  ['Ich möchte kündigen', undefined],
  ['merci beaucoup', undefined],
])('the language of "%s" is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})

test('of what customers say, the wrong language is told for less than one in a hundred', () => {
  const { intents, outOfScope } = installedIntents('.')
  const said = [...intents.map(({ utterances }) => utterances), outOfScope]
  const judged = LANGUAGES.flatMap((language) =>
    said.flatMap((one) => one[language].map((text) => ({ text, language }))),
  )
  const wrong = judged.filter(({ text, language }) => ![language, undefined].includes(detectLanguage(text)))
  const unsure = judged.filter(({ text }) => detectLanguage(text) === undefined)
  expect(wrong.length / judged.length).toBeLessThan(0.01)
  expect(unsure.length / judged.length).toBeLessThan(0.05)
})

test('a message is folded to lower case without accents, apostrophes or elongation', () => {
  expect(fold('¡HOOOLA, Ñandú! don’t')).toBe('¡hola, nandu! dont')
})

test('short forms of chat are written out, in both languages', () => {
  expect(plain('xq no anda tmb? pls')).toBe('porque no anda tambien please')
  expect(words('u r gr8 👍')).toEqual(['you', 'are', 'gr8', '👍'])
})

test('one typo is an insertion, a deletion, a substitution or an exchange', () => {
  expect(['agnet', 'agen', 'agennt', 'agemt', 'agent'].every((word) => isOneTypo(word, 'agent'))).toBe(true)
  expect(['agnte', 'event', 'ag', 'argents'].some((word) => isOneTypo(word, 'agent'))).toBe(false)
})
