import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ConfigFault, messageOf } from '../../src/errors.ts'
import { installedIntents, keepIntents, loadIntents } from '../../src/understanding/intents.ts'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'intents-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

function faultsOf(files: Record<string, string>): string {
  try {
    loadIntents(folderWith(files))
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ConfigFault)
    return messageOf(thrown)
  }
  return ''
}

const PAY = 'id: pay\nlanguages:\n  es:\n    - quiero pagar\n  en:\n    - I want to pay\n'

test('each intent that ships has thirty utterances or more in each language', () => {
  const { intents, outOfScope } = loadIntents('intents')
  expect(intents.map(({ id }) => id)).toContain('cancel-service')
  for (const { utterances } of intents) {
    expect(Math.min(utterances.es.length, utterances.en.length)).toBeGreaterThanOrEqual(30)
  }
  expect(outOfScope.es.length).toBeGreaterThan(30)
})

test('a folder is read in the order of its names, and none.yaml is the background', () => {
  const none = PAY.replace('id: pay', 'id: none')
    .replace('quiero pagar', 'qué hora es')
    .replace('I want to pay', 'what time is it')
  const { intents, outOfScope } = loadIntents(
    folderWith({ 'pay.yaml': PAY, 'none.yaml': none, 'notes.txt': 'x' }),
  )
  expect(intents).toEqual([
    {
      id: 'pay',
      utterances: { es: ['quiero pagar'], en: ['I want to pay'] },
      nearMisses: { es: [], en: [] },
    },
  ])
  expect(outOfScope).toEqual({ es: ['qué hora es'], en: ['what time is it'] })
})

test('every fault is told at once, with file and line', () => {
  const message = faultsOf({
    'broken.yaml': 'id: [',
    'other.yaml': PAY.replace('quiero pagar', 'hola'),
    'pay.yaml': PAY.replace('quiero pagar', "''"),
    'wrong.yaml': `${PAY.replace('id: pay', 'id: wrong')}colour: red\n`,
  })
  expect(message).toContain('broken.yaml')
  expect(message).toContain('other.yaml:1: id "pay" is not the file\'s name')
  expect(message).toContain('pay.yaml:4: languages.es.0: an utterance is empty')
  expect(message).toMatch(/wrong\.yaml.*colour/)
})

test('an utterance of two intents is a fault, however it is written', () => {
  const owe = PAY.replace('id: pay', 'id: owe')
    .replace('quiero pagar', '¡QUIERO págar!')
    .replace('I want to pay', 'wanna pay')
  const message = faultsOf({ 'owe.yaml': owe, 'pay.yaml': PAY })
  expect(message).toContain('pay.yaml:4: "quiero pagar" is already at owe.yaml:4')
})

test('a word that both languages have may be in both lists of an intent', () => {
  const menu = 'id: menu\nlanguages:\n  es:\n    - menú\n  en:\n    - menu\n'
  expect(loadIntents(folderWith({ 'menu.yaml': menu })).intents).toHaveLength(1)
})

test('an empty folder is a fault', () => {
  expect(faultsOf({})).toContain('no *.yaml file')
})

test('what the build has read is taken as it is until a letter of a file changes', () => {
  const root = mkdtempSync(join(tmpdir(), 'installation-'))
  mkdirSync(join(root, 'intents'))
  const write = (text: string) => writeFileSync(join(root, 'intents/pay.yaml'), text)
  const utterances = () => installedIntents(root).intents.map((intent) => intent.utterances.es)
  write(PAY)
  expect(keepIntents(root)).toEqual(loadIntents(join(root, 'intents')))
  const kept = join(root, 'dist/intents.json')
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('quiero pagar', 'as kept'))
  expect(utterances()).toEqual([['as kept']])
  write(PAY.replace('quiero pagar', 'quisiera pagar'))
  expect(utterances()).toEqual([['quisiera pagar']])
  write(PAY)
  writeFileSync(kept, 'half a fil')
  expect(utterances()).toEqual([['quiero pagar']])
})
