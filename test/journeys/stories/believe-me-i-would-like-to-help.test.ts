import { expect, test } from '@jest/globals'
import { dialogs } from '../../../dialogs/index.ts'
import { LANGUAGES } from '../../../src/language.ts'
import { textsOf } from '../../../src/turn/dialog/dialog.ts'
import { HOUSE, SORRY } from '../../../src/turn/dialog/house-texts.ts'
import { lintText } from '../../../src/wording/lint.ts'

/*
 * "I understand, and believe me I would like to help, but": sympathy that ends in a no. No text of ours says it, and
 * an agent who types it is told before it is sent.
 */
const EMPTY_SYMPATHY = [
  'Entiendo, y créame que me gustaría ayudarle, pero no es posible.',
  'Entiendo su molestia, pero el sistema no lo permite.',
  'Lo comprendo, pero no puedo hacer nada.',
  'I understand, and believe me I would like to help, but I cannot.',
  'I understand your frustration, but the system does not allow it.',
]

test.each(EMPTY_SYMPATHY)('an agent who types "%s" is told before it is sent', (text) => {
  expect(lintText(text, { where: 'agent' }).length).toBeGreaterThan(0)
})

test('no text of the house says it, nor anything like it', () => {
  const steps = dialogs.flatMap((dialog) =>
    Object.values(dialog.steps).flatMap((s) => Object.values(textsOf(s))),
  )
  const all = [...steps, ...Object.values(HOUSE), ...Object.values(SORRY)]
  const said = all.flatMap((texts) => LANGUAGES.map((language) => texts[language]))
  expect(said.length).toBeGreaterThan(500)
  expect(
    said.filter((text) => /\b(?:entiendo|comprendo|i understand)\b[^.]*\b(?:pero|but)\b/i.test(text)),
  ).toEqual([])
})
