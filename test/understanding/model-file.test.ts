import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Intent, Intents } from '../../src/understanding/intents.ts'
import { trainLocal } from '../../src/understanding/local/recognizer.ts'

const cancel = intent('cancel', ['quiero dar de baja el internet', 'cancelar el servicio', 'deme de baja'])
const charge = intent('charge', ['no reconozco este cobro', 'me cobraron de más', 'un cobro que no es mío'])
const hello = intent('hello', ['hola', 'buenos días', 'qué tal'])
const intents: Intents = {
  intents: [cancel, charge, hello],
  outOfScope: { es: ['la capital de Francia', 'una pizza con queso'], en: [] },
}
const WORDS = ['quiero dar de baja el internet', 'hola', 'no reconozco este cobro', 'asdf qwer']
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'escotilla-model-'))
  file = join(folder, 'intents.model')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a model that is read again reads messages as the one that was trained', () => {
  const trained = trainLocal(intents, file)
  const kept = readFileSync(file)
  const again = trainLocal(intents, file)
  expect(readFileSync(file)).toEqual(kept)
  expect(again.threshold).toBe(trained.threshold)
  for (const words of WORDS) expect(again.read(words)).toEqual(trained.read(words))
})

test('what was learnt from the same utterances is read: the file is not written again', () => {
  trainLocal(intents, file)
  // A file that is kept takes the place of the one before and so has another number.
  const written = statSync(file).ino
  trainLocal(intents, file)
  expect(statSync(file).ino).toBe(written)
  trainLocal({ ...intents, intents: [cancel, hello] }, file)
  expect(statSync(file).ino).not.toBe(written)
})

test('a file of other utterances, or a broken one, is learnt again', () => {
  const fresh = trainLocal(intents)
  const spoilt = [
    () => trainLocal({ ...intents, intents: [cancel, hello] }, file),
    () => writeFileSync(file, 'not a model'),
  ]
  for (const spoil of spoilt) {
    spoil()
    const again = trainLocal(intents, file)
    for (const words of WORDS) expect(again.read(words)).toEqual(fresh.read(words))
  }
})

function intent(id: string, es: string[]): Intent {
  return { id, utterances: { es, en: [] }, nearMisses: { es: [], en: [] } }
}
