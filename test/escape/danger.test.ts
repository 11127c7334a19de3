import { describe, expect, test } from '@jest/globals'
import { readDanger } from '../../src/escape/danger.ts'
import { DANGER, SAFE } from './danger-sentences.ts'

describe.each(['es', 'en'] as const)('words of danger (%s)', (language) => {
  test.each(DANGER[language])('are recognised: %s', (text) => {
    expect(readDanger(text)).toBeDefined()
  })

  test.each(SAFE[language])('are not what only sounds like them: %s', (text) => {
    expect(readDanger(text)).toBeUndefined()
  })
})

test('the kind says what to do', () => {
  expect(readDanger('me quiero matar')).toBe('self')
  expect(readDanger('mi marido me está pegando')).toBe('violence')
  expect(readDanger('hay un cable caído en la calle')).toBe('hazard')
  expect(readDanger('no puedo respirar')).toBe('health')
})

test('are found among many others, at either end of a long message', () => {
  const filler = 'llevo tres semanas con el mismo problema y nadie me contesta. '.repeat(200)
  expect(readDanger(`${filler} hay fuego en el poste`)).toBe('hazard')
  expect(readDanger(`hay fuego en el poste ${filler}`)).toBe('hazard')
})

test('a joke beside a danger hides nothing', () => {
  expect(readDanger('este internet me mata, y ahora sale humo del router')).toBe('hazard')
})

test('reading never throws, whatever is written', () => {
  for (const text of ['', '🔥🔥🔥', '\u0000', '(((((', 'a'.repeat(20_000), '\ud800']) {
    expect(() => readDanger(text)).not.toThrow()
  }
})

test('reading the longest message stays within a few milliseconds', () => {
  const long = 'me quiero quejar del cable y del servicio que se cae y me mata '.repeat(200)
  const took = Array.from({ length: 20 }, () => {
    const begin = performance.now()
    readDanger(long)
    return performance.now() - begin
  })
  // What else runs on the machine makes it slower, never quicker.
  expect(Math.min(...took)).toBeLessThan(10)
})
