import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { dialogs } from '../../dialogs/index.ts'
import { verdictOn } from '../../src/guarantee/verdict.ts'

const checked = { dialogs, intents: { intents: [], outOfScope: { es: [], en: [] } }, desk: 'company: A' }
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'escotilla-verdict-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('a house that was found whole need not be checked again', () => {
  expect(verdictOn(root, checked).isWhole).toBe(false)
  verdictOn(root, checked).keep()
  expect(verdictOn(root, checked).isWhole).toBe(true)
})

test.each([
  ['a dialog', { ...checked, dialogs: dialogs.slice(1) }],
  ['an utterance', { ...checked, intents: { intents: [], outOfScope: { es: ['hola'], en: [] } } }],
  ['the desk', { ...checked, desk: 'company: B' }],
])('when %s has changed, it is', (_, other) => {
  verdictOn(root, checked).keep()
  expect(verdictOn(root, other).isWhole).toBe(false)
})

test('a place that nothing can be written to costs a check and nothing else', () => {
  const file = join(root, 'a-file')
  writeFileSync(file, '')
  verdictOn(file, checked).keep()
  expect(verdictOn(file, checked).isWhole).toBe(false)
})
