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
import { type Document, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import { ConfigFault } from '../errors.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { BACKGROUND, type Intents, isIntentId, loadIntents } from './intents.ts'

type Utterances = Record<Language, string[]>

/** Long utterances stay on one line: one line, one thing somebody said. */
const STYLE = { lineWidth: 0 }

/**
 * Writes intents to their files, one each, and `none.yaml`. A file that says the same already is left as it is, and
 * comments stay. Files of other intents are left alone. What could not be loaded again is not written at all.
 *
 * @returns the names of the files that changed.
 * @throws ConfigFault when an intent can't have its name (a file is called by it), or the folder could not be loaded after it.
 */
export function writeIntents(folder: string, intents: Intents): string[] {
  refuseNames(intents)
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

/** Names come from a project file or a keyboard, and each becomes a file's. */
function refuseNames({ intents }: Intents): void {
  const wrong = intents.filter(({ id }) => !isIntentId(id)).map(({ id }) => JSON.stringify(id))
  if (wrong.length === 0) return
  throw new ConfigFault(
    `An intent can't be called ${wrong.join(', ')}: a name is kebab-case, such as "cancel-visit", and "${BACKGROUND}" is what is out of scope`,
  )
}

/** Only lists that are another are touched, and in them only what is gone or new: comments and order stay. */
function setLists(document: Document, field: string, had: Utterances | undefined, wanted: Utterances): void {
  for (const language of LANGUAGES) {
    const old = new Set(had?.[language] ?? [])
    const now = new Set(wanted[language])
    const list = document.getIn([field, language], true)
    if (!isSeq(list) || list.items.length === 0) {
      if (now.size > 0) document.setIn([field, language], document.createNode([...now]))
      continue
    }
    list.items = list.items.filter((item) => isScalar(item) && now.has(String(item.value)))
    for (const text of now) if (!old.has(text)) list.add(document.createNode(text))
    // "es: []" was written in a line.
    if (list.items.length > 0) list.flow = false
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
