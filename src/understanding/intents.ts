import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { ConfigFault } from '../errors.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { plain } from './words.ts'

/** The file of `intents/` whose utterances belong to no intent at all: the background of what is out of scope. */
export const BACKGROUND = 'none'

const utterances = z.array(z.string().trim().min(1, 'an utterance is empty'))
const byLanguage = z.strictObject({ es: utterances, en: utterances })
const ID = /^[a-z]+(-[a-z]+)*$/
const fileShape = z.strictObject({
  id: z.string().regex(ID, 'an id is kebab-case'),
  languages: byLanguage,
  near_misses: byLanguage.optional(),
})

/** Whether an intent may be called so: kebab-case, and not the name of the background's file. */
export function isIntentId(name: string): boolean {
  return ID.test(name) && name !== BACKGROUND
}

/** What customers say who want one thing, and what resembles it but is something else. */
export interface Intent {
  id: string
  utterances: Record<Language, string[]>
  nearMisses: Record<Language, string[]>
}

export interface Intents {
  intents: Intent[]
  /** What such a business can't do by bot: utterances of no intent (file `none.yaml`). */
  outOfScope: Record<Language, string[]>
}

/**
 * Reads every `*.yaml` of a folder, one intent each, in the order of their names. With a `keptFile`, what was
 * read of these very files before is taken from there: parsing them takes a quarter of a second.
 *
 * @throws ConfigFault naming file and line of every fault at once: YAML that can't be parsed, a wrong field, an id
 * that isn't the file's name, an utterance that is found twice (after folding case, accents and short forms).
 */
export function loadIntents(folder: string, keptFile?: string): Intents {
  const files = readFiles(folder)
  return (keptFile === undefined ? undefined : readKept(keptFile, files)) ?? intentsOf(folder, files)
}

/** The intents of an installation: what its build has read of them, or what is read now when they have changed since. */
export function installedIntents(root: string): Intents {
  return loadIntents(join(root, 'intents'), keptFileOf(root))
}

/** Reads an installation's intents and keeps them: for the build, after which nothing that starts parses them again. */
export function keepIntents(root: string): Intents {
  const folder = join(root, 'intents')
  const files = readFiles(folder)
  const intents = intentsOf(folder, files)
  const kept: Kept = { key: keyOf(files), intents }
  mkdirSync(dirname(keptFileOf(root)), { recursive: true })
  writeFileSync(keptFileOf(root), JSON.stringify(kept))
  return intents
}

function keptFileOf(root: string): string {
  return join(root, 'dist', 'intents.json')
}

/** What was read of files that were the same to the last letter. Of our own making, under the installation's folder. */
interface Kept {
  key: string
  intents: Intents
}

function readKept(keptFile: string, files: readonly YamlFile[]): Intents | undefined {
  try {
    const kept = JSON.parse(readFileSync(keptFile, 'utf8')) as Kept
    return kept.key === keyOf(files) ? kept.intents : undefined
  } catch {
    return undefined
  }
}

function keyOf(files: readonly YamlFile[]): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('base64url')
}

interface YamlFile {
  name: string
  text: string
}

function readFiles(folder: string): YamlFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

function intentsOf(folder: string, files: readonly YamlFile[]): Intents {
  const faults: string[] = []
  const read = files.flatMap(({ name, text }) => readIntent(name, text, faults))
  faults.push(...repeated(read))
  if (read.length === 0 && faults.length === 0) faults.push(`${folder}: no *.yaml file`)
  if (faults.length > 0) throw new ConfigFault(`The intents can't be used:\n${faults.join('\n')}`)
  const outOfScope = read.find((file) => file.intent.id === BACKGROUND)?.intent.utterances
  return {
    intents: read.map((file) => file.intent).filter((intent) => intent.id !== BACKGROUND),
    outOfScope: outOfScope ?? { es: [], en: [] },
  }
}

interface IntentFile {
  intent: Intent
  /** `file:line` of each utterance and near-miss, by its path in the document. */
  lineOf: (path: PropertyKey[]) => string
}

function readIntent(name: string, text: string, faults: string[]): IntentFile[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  if (document.errors.length > 0) {
    for (const error of document.errors) faults.push(`${name}: ${error.message.split('\n')[0]}`)
    return []
  }
  const lineOf = (path: PropertyKey[]): string => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true)
      if (hasRange(node)) return `${name}:${counter.linePos(node.range[0]).line}`
    }
    return name
  }
  const parsed = fileShape.safeParse(document.toJS())
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      faults.push(`${lineOf(issue.path)}: ${issue.path.join('.') || 'file'}: ${issue.message}`)
    }
    return []
  }
  const { id, languages, near_misses } = parsed.data
  if (`${id}.yaml` !== name) faults.push(`${lineOf(['id'])}: id "${id}" is not the file's name`)
  const intent = { id, utterances: languages, nearMisses: near_misses ?? { es: [], en: [] } }
  return [{ intent, lineOf }]
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

/** An utterance in two places would teach the recogniser that one thing is two. */
function repeated(files: IntentFile[]): string[] {
  const faults: string[] = []
  const seen = new Map<string, { at: () => string; place: string; language: Language }>()
  for (const { intent, lineOf } of files) {
    for (const [field, lists] of [
      ['languages', intent.utterances],
      ['near_misses', intent.nearMisses],
    ] as const) {
      for (const language of LANGUAGES) {
        for (const [index, utterance] of lists[language].entries()) {
          // Finding a line costs more than all else here: only a fault needs one.
          const at = () => lineOf([field, language, index])
          const key = plain(utterance)
          const earlier = seen.get(key)
          const place = `${intent.id} ${field}`
          if (key === '') faults.push(`${at()}: "${utterance}" has no words`)
          else if (earlier === undefined) seen.set(key, { at, place, language })
          // "menu" and "bye" are said in both languages of one intent.
          else if (earlier.place !== place || earlier.language === language) {
            faults.push(`${at()}: "${utterance}" is already at ${earlier.at()}`)
          }
        }
      }
    }
  }
  return faults
}
