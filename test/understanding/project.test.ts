import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeIntents } from '../../src/understanding/intent-files.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { intentsOf, NONE, projectOf } from '../../src/understanding/project/project.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const HOUSE = path.join(ROOT, 'intents')
const intents = loadIntents(HOUSE)
const project = projectOf(intents, 'help-desk')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-project-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fresh = (name: string) => mkdtempSync(path.join(folder, `${name}-`))
const filesIn = (of: string) =>
  Object.fromEntries(readdirSync(of).map((name) => [name, readFileSync(path.join(of, name), 'utf8')]))

describe('the project file', () => {
  test('is a multilingual project of conversations, with every intent and None', () => {
    expect(project).toMatchObject({
      projectFileVersion: '2023-04-01',
      stringIndexType: 'Utf16CodeUnit',
      metadata: { projectKind: 'Conversation', projectName: 'help-desk', multilingual: true, language: 'es' },
      assets: { projectKind: 'Conversation' },
    })
    expect(project.assets.intents.map(({ category }) => category)).toEqual([
      ...intents.intents.map(({ id }) => id),
      NONE,
    ])
    const languages = new Set(project.assets.utterances.map(({ language }) => language))
    expect([...languages].sort()).toEqual(['en', 'es'])
  })

  test('has near-misses and the background as utterances of None', () => {
    const none = project.assets.utterances.filter(({ intent }) => intent === NONE).map(({ text }) => text)
    const [first] = intents.intents.flatMap(({ nearMisses }) => nearMisses.es)
    expect(none).toContain(first)
    expect(none).toContain(intents.outOfScope.en[0])
  })

  test('holds out a fifth of each intent and language for testing', () => {
    for (const { category } of project.assets.intents.filter((one) => one.category !== NONE)) {
      for (const language of ['es', 'en']) {
        const own = project.assets.utterances.filter(
          (one) => one.intent === category && one.language === language,
        )
        const tested = own.filter(({ dataset }) => dataset === 'Test').length
        expect([category, tested]).toEqual([category, Math.floor(own.length / 5)])
      }
    }
  })

  test('labels values where they stand, and declares every label that it uses', () => {
    const one = {
      id: 'unknown-charge',
      utterances: { es: ['😡 me cobraron 19,90 € en la cuenta 445566'], en: [] },
      nearMisses: { es: [], en: [] },
    }
    const { assets } = projectOf({ intents: [one], outOfScope: { es: [], en: [] } }, 'x')
    const [utterance] = assets.utterances
    expect(
      utterance?.entities?.map(({ offset, length }) => utterance.text.slice(offset, offset + length)),
    ).toEqual(['19,90 €', '445566'])
    expect(assets.entities.map(({ category }) => category)).toEqual(['account-number', 'amount'])
    const declared = new Set(project.assets.entities.map(({ category }) => category))
    for (const { text, entities } of project.assets.utterances) {
      for (const { category, offset, length } of entities ?? []) {
        expect(declared.has(category)).toBe(true)
        expect(text.slice(offset, offset + length).trim()).not.toBe('')
      }
    }
  })

  test('is refused when CLU would refuse an utterance', () => {
    const long = { id: 'x', utterances: { es: ['a'.repeat(501)], en: [] }, nearMisses: { es: [], en: [] } }
    expect(() => projectOf({ intents: [long], outOfScope: { es: [], en: [] } }, 'x')).toThrow(
      /501 characters/,
    )
  })
})

describe('there and back', () => {
  test('intents come back from their project as they were', () => {
    expect(intentsOf(JSON.parse(JSON.stringify(project)))).toEqual(intents)
    expect(projectOf(intentsOf(project), 'help-desk')).toEqual(project)
  })

  test('by the commands, into an empty folder, nothing is lost', () => {
    const file = path.join(folder, 'project.json')
    const into = fresh('empty')
    run('export', file, '--project', 'help-desk')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(project)
    run('import', file, '--intents', into)
    expect(loadIntents(into)).toEqual(intents)
  })

  test('into the folder that it came from, no file is touched', () => {
    const into = fresh('same')
    cpSync(HOUSE, into, { recursive: true })
    expect(writeIntents(into, intentsOf(project))).toEqual([])
    expect(filesIn(into)).toEqual(filesIn(HOUSE))
  })

  test('what was added in the service comes back as a line at the end of its file, comments and all', () => {
    const into = fresh('grown')
    const before = '# ours\nid: greeting\nlanguages:\n  es:\n    - hola # the shortest\n  en:\n    - hello\n'
    writeFileSync(path.join(into, 'greeting.yaml'), before)
    const grown = projectOf(loadIntents(into), 'x')
    grown.assets.utterances.push(
      { text: 'qué tal', intent: 'greeting', language: 'es-MX' },
      { text: 'quiero un préstamo', intent: NONE, language: 'es' },
    )
    expect(writeIntents(into, intentsOf(grown))).toEqual(['greeting.yaml', 'none.yaml'])
    expect(filesIn(into)['greeting.yaml']).toBe(
      before.replace('the shortest\n', 'the shortest\n    - qué tal\n'),
    )
    expect(loadIntents(into).outOfScope.es).toEqual(['quiero un préstamo'])
  })

  test('in another order, nothing changes; what is gone goes, and the rest keeps its place and its comments', () => {
    const into = fresh('edited')
    const before =
      "# ours\nid: greeting\nlanguages:\n  es:\n    - hola # the shortest\n    - buenas\n    - 'sí, hola'\n  en:\n    - hello\n"
    writeFileSync(path.join(into, 'greeting.yaml'), before)
    const edited = projectOf(loadIntents(into), 'x')
    edited.assets.utterances.reverse()
    expect(writeIntents(into, intentsOf(edited))).toEqual([])
    edited.assets.utterances = edited.assets.utterances.filter(({ text }) => text !== 'buenas')
    edited.assets.utterances.unshift({ text: 'qué tal', intent: 'greeting', language: 'es' })
    expect(writeIntents(into, intentsOf(edited))).toEqual(['greeting.yaml'])
    expect(filesIn(into)['greeting.yaml']).toBe(
      before.replace('    - buenas\n', '').replace("'sí, hola'\n", "'sí, hola'\n    - qué tal\n"),
    )
  })

  test('a near-miss of an intent that was deleted in the service stays in its file, or is out of scope', () => {
    const without = structuredClone(project)
    const { assets } = without
    assets.intents = assets.intents.filter(({ category }) => category !== 'invoice')
    assets.utterances = assets.utterances.filter(({ intent }) => intent !== 'invoice')
    const [near = ''] = intents.intents.find(({ id }) => id === 'invoice')?.nearMisses.es ?? []
    expect(intentsOf(without).outOfScope.es).toContain(near)
    expect(intentsOf(without, new Set(['invoice'])).outOfScope.es).not.toContain(near)
  })

  test.each(['../../evil', 'Buy Boat', 'none'])(
    'an intent called "%s" is refused: no file can be',
    (name) => {
      const named = structuredClone(project)
      named.assets.intents.push({ category: name })
      expect(() => intentsOf(named)).toThrow(/rename it there/)
      const intent = { id: name, utterances: { es: ['un barco'], en: [] }, nearMisses: { es: [], en: [] } }
      const into = fresh('named')
      expect(() => writeIntents(into, { intents: [intent], outOfScope: { es: [], en: [] } })).toThrow(
        /called/,
      )
      expect(filesIn(into)).toEqual({})
    },
  )

  test('what the server would refuse to start with is not written', () => {
    const into = fresh('twice')
    cpSync(HOUSE, into, { recursive: true })
    const twice = structuredClone(project)
    twice.assets.utterances.push({ text: 'Quiero CANCELAR el servicio', intent: 'greeting', language: 'es' })
    expect(() => writeIntents(into, intentsOf(twice))).toThrow(/is already at/)
    expect(filesIn(into)).toEqual(filesIn(HOUSE))
  })

  test.each([
    ['no project', { hello: 1 }, /no project file of CLU/],
    [
      'an orchestration',
      { ...project, metadata: { ...project.metadata, projectKind: 'Orchestration' } },
      /projectKind/,
    ],
    [
      'another language',
      {
        ...project,
        assets: { ...project.assets, utterances: [{ text: 'ciao', intent: 'greeting', language: 'it' }] },
      },
      /"ciao" is in "it"/,
    ],
    [
      'an utterance of no intent',
      {
        ...project,
        assets: { ...project.assets, utterances: [{ text: 'x', intent: 'lost', language: 'es' }] },
      },
      /"lost", which is no intent/,
    ],
  ])('a file with %s is refused in words', (_what, body, words) => {
    expect(() => intentsOf(body)).toThrow(words)
  })
})

function run(command: string, ...args: string[]): string {
  return execFileSync(
    process.execPath,
    [path.join(ROOT, `src/understanding/commands/${command}.ts`), ...args],
    {
      encoding: 'utf8',
      cwd: ROOT,
    },
  )
}
