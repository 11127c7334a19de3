import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'
import { BOT, INTAKE, waysToBot } from '../src/guarantee/protocol/imports.ts'

/** The rules of who may import whom, held over the files as they are. */
const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['src', 'dialogs', 'test', 'bench']
const MOST_LINES = 400

/** Folders that only the composition root may build from. A port's own file stands beside them. */
const ADAPTERS = [
  'src/store/embedded/',
  'src/store/redis/',
  'src/spool/',
  'src/business/sandbox/',
  'src/business/manual/',
  'src/business/http/',
  'src/understanding/local/',
  'src/understanding/clu/',
  'src/channels/web/',
  'src/channels/whatsapp/',
  'src/channels/teams/',
]
/** What both a server and a browser may read texts with. */
const WORDING = /^src\/wording\//
const BROWSER = /^src\/web\/(widget|console|demo|shared)\//

interface Import {
  /** A file of ours by its path from the root, or a package's name. */
  to: string
  typeOnly: boolean
}

interface SourceFile {
  path: string
  lines: number
  imports: Import[]
  hasDefaultExport: boolean
}

const files = FOLDERS.flatMap(sourcesIn).map(readSource)
const byPath = new Map(files.map((file) => [file.path, file]))

test('there are files to hold the rules over, and every import of ours finds its file', () => {
  expect(files.length).toBeGreaterThan(30)
  const lost = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ to }) => to.includes('/../') || (isOurs(to) && !to.endsWith('.css') && !byPath.has(to)))
      .map(({ to }) => `${path} -> ${to}`),
  )
  expect(lost).toEqual([])
})

test('a dialog imports the kit and the shared facts and nothing else; their list imports the dialogs', () => {
  expect(
    breaches(
      /^dialogs\//,
      (to, from) =>
        to === 'src/kit.ts' ||
        to === 'dialogs/facts.ts' ||
        to === 'dialogs/identify.ts' ||
        // Steps that several dialogs share.
        to.startsWith('dialogs/steps/') ||
        (/^dialogs\/facts(\/|\.ts$)/.test(from) && to.startsWith('dialogs/facts/')) ||
        (from === 'dialogs/index.ts' && to.startsWith('dialogs/')),
    ),
  ).toEqual([])
})

test.each(INTAKE)('%s needs nothing of the bot, not even through others', (start) => {
  expect(byPath.has(start)).toBe(true)
  const reached = reachedFrom(start)
  expect(reached.filter((path) => BOT.some((bot) => bot.test(path)))).toEqual([])
})

test('the guarantee, which reads imports for itself, finds none of the bot either', () => {
  expect(waysToBot(ROOT)).toEqual([])
})

test('only checks and tests build on the store of the model checker', () => {
  expect(
    breaches(/^(?!src\/guarantee\/|test\/)/, (to) => !to.startsWith('src/guarantee/protocol/'), 'types too'),
  ).toEqual([])
})

test('only the composition root, the build, the commands and the guarantee take adapters', () => {
  expect(
    breaches(
      /^src\/(?!(main|adapters|build|review|store-copy|archive|backup|verify|guarantee\/.*)\.ts$)/,
      (to, from) => {
        const adapter = ADAPTERS.find((folder) => to.startsWith(folder))
        return adapter === undefined || from.startsWith(adapter)
      },
    ),
  ).toEqual([])
})

test('nothing of the product imports tests, benchmarks or the composition root', () => {
  expect(
    breaches(
      /^(src|dialogs)\//,
      (to, from) =>
        !/^(test|bench)\/|^src\/(main|adapters)\.ts$/.test(to) ||
        (from === 'src/main.ts' && to === 'src/adapters.ts'),
      'types too',
    ),
  ).toEqual([])
})

test('browser code takes only types from the server, and the rules for words, which need nothing', () => {
  expect(breaches(BROWSER, (to) => !isOurs(to) || BROWSER.test(to) || WORDING.test(to))).toEqual([])
  expect(breaches(WORDING, (to) => WORDING.test(to), 'types too')).toEqual([])
})

test('browser code imports no module of Node', () => {
  expect(breaches(BROWSER, (to) => !to.startsWith('node:'), 'types too')).toEqual([])
})

test('botbuilder stays in its folder', () => {
  expect(
    breaches(
      /^(?!src\/channels\/teams\/|bench\/)/,
      (to) => !/^(botbuilder|botframework-connector)/.test(to),
      'types too',
    ),
  ).toEqual([])
})

test('there are no default exports', () => {
  expect(files.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path)).toEqual([])
})

test(`no file is longer than ${MOST_LINES} lines`, () => {
  expect(
    files.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => `${path}: ${lines}`),
  ).toEqual([])
})

test('imports go round in no circle', () => {
  expect(circles()).toEqual([])
})

function isOurs(to: string): boolean {
  return FOLDERS.some((folder) => to.startsWith(`${folder}/`))
}

/** Imports of matching files that the rule does not allow. Types are gone before anything runs, so they may pass. */
function breaches(
  of: RegExp,
  allows: (to: string, from: string) => boolean,
  types: 'types too' | 'values only' = 'values only',
): string[] {
  return files
    .filter(({ path }) => of.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ to, typeOnly }) => (types === 'types too' || !typeOnly) && !allows(to, path))
        .map(({ to }) => `${path} -> ${to}`),
    )
}

function reachedFrom(start: string): string[] {
  const reached = new Set([start])
  for (const path of reached) {
    for (const { to, typeOnly } of byPath.get(path)?.imports ?? [])
      if (!typeOnly && isOurs(to)) reached.add(to)
  }
  return [...reached]
}

function circles(): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) found.push([...way.slice(at), path].join(' -> '))
    if (at >= 0 || done.has(path)) return
    for (const { to, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (!typeOnly && isOurs(to)) visit(to, [...way, path])
    }
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return found
}

function sourcesIn(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.tsx?$/.test(path) && !/^test\/(output|fixtures)\//.test(path))
  } catch {
    return []
  }
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports: Import[] = []
  let hasDefaultExport = false
  walk(parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2024' }))
  return { path, lines: text.trimEnd().split('\n').length, imports, hasDefaultExport }

  function walk(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) note(value as Record<string, unknown>)
    for (const inner of Object.values(value)) walk(inner)
  }

  function note(node: Record<string, unknown>): void {
    if (/^ExportDefault/.test(String(node.type))) hasDefaultExport = true
    if (node.type === 'CallExpression' && (node.callee as { type: string }).type === 'Import') {
      const [first] = node.arguments as { expression: { value?: unknown } }[]
      add(first?.expression.value, false)
    }
    if (node.type === 'TsImportType') add((node.argument as { value?: unknown }).value, true)
    if (/^(Import|Export(Named|All))Declaration$/.test(String(node.type)) && node.source) {
      const names = (node.specifiers ?? []) as { isTypeOnly?: boolean }[]
      const onlyTypes = names.length > 0 && names.every(({ isTypeOnly }) => isTypeOnly)
      add((node.source as { value?: unknown }).value, node.typeOnly === true || onlyTypes)
    }
  }

  function add(source: unknown, typeOnly: boolean): void {
    if (typeof source !== 'string') return
    const to = source.startsWith('.') ? relative(ROOT, normalize(join(ROOT, dirname(path), source))) : source
    imports.push({ to, typeOnly })
  }
}
