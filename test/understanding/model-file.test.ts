import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { loadIntents } from '../../src/understanding/intents.ts'
import { trainLocal } from '../../src/understanding/local/recognizer.ts'

const intents = loadIntents(join(import.meta.dirname, '../../intents'))
const WORDS = ['quiero dar de baja el internet', 'hola', 'no reconozco este cobro', 'asdf qwer']
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'escotilla-model-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a model that is read again reads messages as the one that was trained', () => {
  const file = join(folder, 'intents.model')
  const trained = trainLocal(intents, file)
  const kept = readFileSync(file)
  const again = trainLocal(intents, file)
  expect(readFileSync(file)).toEqual(kept)
  expect(again.threshold).toBe(trained.threshold)
  for (const words of WORDS) expect(again.read(words)).toEqual(trained.read(words))
})

test('a file of other utterances, or a broken one, is learnt again', () => {
  const file = join(folder, 'intents.model')
  const { intents: list, outOfScope } = intents
  trainLocal({ intents: list.slice(0, 2), outOfScope }, file)
  const all = trainLocal(intents, file)
  writeFileSync(file, 'not a model')
  const again = trainLocal(intents, file)
  for (const words of WORDS) expect(again.read(words)).toEqual(all.read(words))
})
