import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Document, parseDocument, stringify } from 'yaml'
import { LANGUAGES, type Language } from '../language.ts'
import { BACKGROUND, type Intents, loadIntents } from './intents.ts'

type Utterances = Record<Language, string[]>

/** Long utterances stay on one line: one line, one thing somebody said. */
const STYLE = { lineWidth: 0 }

/**
 * Writes intents to their files, one each, and `none.yaml`. A file that says the same already is left as it is, and
 * comments stay. Files of other intents are left alone. What could not be loaded again is not written at all.
 *
 * @returns the names of the files that changed.
 * @throws ConfigFault when the folder could not be loaded after it.
 */
export function writeIntents(folder: string, intents: Intents): string[] {
  const files = [
    ...intents.intents.map(({ id, utterances, nearMisses }) => fileOf(folder, id, utterances, nearMisses)),
    ...(isEmpty(intents.outOfScope) ? [] : [fileOf(folder, BACKGROUND, intents.outOfScope, empty())]),
  ].filter((file) => file.text !== file.before)
  tryOut(folder, files)
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of files) {
    const fresh = path.join(folder, `${name}.${process.pid}.new`)
    writeFileSync(fresh, text)
    renameSync(fresh, path.join(folder, name))
  }
  return files.map(({ name }) => name)
}

interface IntentText {
  name: string
  before: string | undefined
  text: string
}

function fileOf(folder: string, id: string, utterances: Utterances, nearMisses: Utterances): IntentText {
  const name = `${id}.yaml`
  const at = path.join(folder, name)
  const wanted = {
    id,
    languages: utterances,
    ...(isEmpty(nearMisses) ? {} : { near_misses: nearMisses }),
  }
  if (!existsSync(at)) return { name, before: undefined, text: stringify(wanted, STYLE) }
  const before = readFileSync(at, 'utf8')
  const document = parseDocument(before)
  const had = document.toJS() as { languages?: Utterances; near_misses?: Utterances }
  setLists(document, 'languages', had.languages, utterances)
  if (!isEmpty(nearMisses) || had.near_misses) setLists(document, 'near_misses', had.near_misses, nearMisses)
  const isSame = isDeepStrictEqual(document.toJS(), had)
  return { name, before, text: isSame ? before : document.toString(STYLE) }
}

/** Only lists that are another are touched, and of those only the end when the beginning stands. */
function setLists(document: Document, field: string, had: Utterances | undefined, wanted: Utterances): void {
  for (const language of LANGUAGES) {
    const old = had?.[language] ?? []
    const now = wanted[language]
    if (isDeepStrictEqual(old, now)) continue
    if (old.length > 0 && isDeepStrictEqual(now.slice(0, old.length), old)) {
      for (const text of now.slice(old.length)) document.addIn([field, language], text)
    } else document.setIn([field, language], document.createNode(now))
  }
}

/** Loads the folder as it would be: nothing is written that the server would refuse to start with. */
function tryOut(folder: string, files: readonly IntentText[]): void {
  const trial = mkdtempSync(path.join(tmpdir(), 'escotilla-intents-'))
  try {
    for (const { name, text } of [...namesIn(folder), ...files]) writeFileSync(path.join(trial, name), text)
    loadIntents(trial)
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}

function namesIn(folder: string): { name: string; text: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))
}

function isEmpty(utterances: Utterances): boolean {
  return LANGUAGES.every((language) => utterances[language].length === 0)
}

function empty(): Utterances {
  return { es: [], en: [] }
}
