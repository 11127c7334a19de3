import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { dialogs } from '../../../dialogs/index.ts'
import { ConfigFault } from '../../../src/errors.ts'
import { refuseBrokenPromises, refuseNoDialogs } from '../../../src/guarantee/static/at-start.ts'
import { dialogFiles } from '../../../src/guarantee/static/dialog-files.ts'
import { defineDialog } from '../../../src/kit.ts'
import { botDesk } from '../../../src/turn/bot-desk.ts'
import { installedIntents } from '../../../src/understanding/intents.ts'
import { TEXTS } from '../../../src/web/widget/texts.ts'
import { lintText } from '../../../src/wording/lint.ts'
import { toyFacts } from '../../support/toy-dialogs.ts'

const root = join(import.meta.dirname, '../../..')
const t = (es: string) => ({ es, en: es })

test('every dialog of the house is found in its file, by its id in the sources', () => {
  const files = dialogFiles(root)
  expect(Object.keys(files).sort()).toEqual(dialogs.map(({ id }) => id).sort())
  for (const [id, file] of Object.entries(files)) {
    expect(globSync(file, { cwd: root })).toEqual([file])
    expect(readFileSync(join(root, file), 'utf8')).toContain(`'${id}'`)
  }
})

test('an installation without sources has dialogs without files', () => {
  expect(dialogFiles('/nowhere')).toEqual({})
})

test('the house starts', () => {
  const desk = botDesk({ company: 'Fibra Andina', timeZone: 'America/Bogota', region: 'CO', dialogs })
  const house = {
    desk,
    files: dialogFiles(root),
    intents: installedIntents(root),
    emergencyNumber: '123',
  }
  refuseNoDialogs(dialogs, house.files)
  refuseBrokenPromises(house)
})

test('a start with broken dialogs is refused, with all of it in one list', () => {
  const bad = defineDialog(toyFacts, {
    id: 'bad',
    title: t('Malo'),
    start: 'end',
    steps: {
      end: { kind: 'done', text: t('Visite nuestra página para cancelar. Como ya le dije, es fácil.') },
    },
  })
  const desk = botDesk({ company: 'Casa', timeZone: 'Europe/Madrid', dialogs: [bad] })
  const start = () => refuseBrokenPromises({ desk, files: { bad: 'dialogs/bad.ts' } })
  expect(start).toThrow(ConfigFault)
  expect(start).toThrow(
    /does not start: \d+ violations[\s\S]*dialogs\/bad\.ts · dialog bad · step end · text text\.es\n {2}bounces-to-channel: says "visite nuestra página[\s\S]*argues[\s\S]*Change: /,
  )
})

test('what is no dialog is refused before the house is put together, with its file', () => {
  const lost = defineDialog(toyFacts, {
    id: 'lost',
    title: t('Perdido'),
    start: 'end',
    steps: { end: { kind: 'done' }, far: { kind: 'done' } },
  })
  expect(() => refuseNoDialogs([lost], { lost: 'dialogs/lost.ts' })).toThrow(
    'dialogs/lost.ts · dialog lost · step far\n  unreachable: nothing leads here\n  Change: lead to it or remove it',
  )
})

test('what the widget says to a customer keeps to the rules, too', () => {
  for (const language of ['es', 'en'] as const) {
    for (const [key, text] of Object.entries(TEXTS[language])) {
      if (typeof text !== 'string') continue
      // It shows where a stored case stands: its promises are the desk's.
      const found = lintText(text, { language, where: 'bot', licences: ['promise', 'person', 'done'] })
      expect([key, found.map(({ rule }) => rule.name)]).toEqual([key, []])
    }
  }
})
