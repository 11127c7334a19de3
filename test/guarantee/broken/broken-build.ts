import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Violation } from '../../../src/guarantee/check.ts'
import { replay } from '../../../src/guarantee/replay-any.ts'
import type { Report } from '../../../src/guarantee/report.ts'
import { fits, linesOf } from '../../../src/guarantee/transcript.ts'

/**
 * A build of Escotilla that breaks the promise on purpose, to see that the guarantee says so. Anything else than
 * being caught, with a counterexample that shows the fault and nothing but the fault, fails the test.
 */
export interface BrokenBuild {
  /** The end of the sentence "A build … is caught": `in which the dialog reads a message before the ask is looked for`. */
  name: string
  /** `text` must stand exactly once in the file: a patch whose place is gone fails, so that it can't rot. */
  breaks: readonly { file: string; text: string; by: string }[]
  /** The check that must catch it, as `--only` takes it, and the rule that it must name. */
  check: string
  rule: string
  /** The dialog that shows it, where the check can look at one alone: all of them take too long here. */
  dialog?: string
  /** A fault that no conversation shows: there is no transcript to replay. Say why. */
  withoutTranscript?: string
}

const ROOT = join(import.meta.dirname, '../../..')
const CHECK = 'test/guarantee/broken/check-and-replay.ts'
const COPIED = ['src', 'dialogs', 'intents', 'desk.yaml', 'package.json', CHECK]
/** What the build has made of the same utterances: a transcript may need it. */
const BUILT = ['dist/intents.model', 'dist/intents.json']
/** Pages for browsers have no part in the guarantee, and are half of the tree. */
const LEFT_OUT = /\/src\/web(\/|$)/
/** A child that hangs has not caught anything; one that takes seconds alone takes its time on a busy machine. */
const LIMIT_MS = 120_000

/** One test per build. All of a file are broken in one copy, one after the other: code that is read again is cached. */
export function testsThatAreCaught(builds: readonly BrokenBuild[]): void {
  let tree = ''
  beforeAll(() => {
    tree = copyTree()
  })
  afterAll(() => rmSync(tree, { recursive: true }))

  test.each(builds.map((build) => [build.name, build] as const))(
    'a build %s is caught',
    async (_, build) => {
      const mend = breakTree(tree, build)
      try {
        await holdCaught(tree, build)
      } finally {
        mend()
      }
    },
    2 * LIMIT_MS,
  )
}

async function holdCaught(tree: string, build: BrokenBuild): Promise<void> {
  const { code, violations, output, replayed } = await runCheck(tree, build)
  const found = violations.filter(({ rule }) => rule === build.rule)
  // The output tells what went wrong when nothing was caught.
  expect({ code, rules: violations.map(({ rule }) => rule), output }).toMatchObject({
    code: 1,
    rules: expect.arrayContaining([build.rule]),
  })
  if (build.withoutTranscript !== undefined) return
  const transcript = found.find((violation) => violation.transcript)?.transcript ?? ''
  expect(linesOf(transcript).length).toBeGreaterThan(1)
  // A journey test with this transcript passes on the broken build, and on no other.
  expect(asWritten(replayed, transcript)).toEqual(linesOf(transcript))
  expect(asWritten(await replay(transcript), transcript)).not.toEqual(linesOf(transcript))
}

/** A copy of what the guarantee needs, and of what else is named, to be broken. */
export function copyTree(also: readonly string[] = []): string {
  const tree = mkdtempSync(join(tmpdir(), 'escotilla-broken-'))
  for (const name of [...COPIED, ...also]) {
    cpSync(join(ROOT, name), join(tree, name), { recursive: true, filter: (from) => !LEFT_OUT.test(from) })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  for (const name of BUILT) if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(tree, name))
  return tree
}

/**
 * Puts the faults of a build into a copy. Answers the way to mend it. Throws when a text that one replaces isn't there
 * once.
 */
export function breakTree(tree: string, { breaks }: Pick<BrokenBuild, 'breaks'>): () => void {
  const sound = new Map(
    breaks.map(({ file }) => [join(tree, file), readFileSync(join(tree, file), 'utf8')] as const),
  )
  for (const { file, text, by } of breaks) {
    const parts = readFileSync(join(tree, file), 'utf8').split(text)
    if (parts.length !== 2) {
      throw new Error(`${file} holds this ${parts.length - 1} times, once is meant; mend the build:\n${text}`)
    }
    writeFileSync(join(tree, file), parts.join(by))
  }
  return () => {
    for (const [path, content] of sound) writeFileSync(path, content)
  }
}

interface Ran {
  code: number
  violations: Violation[]
  output: string
  /** What came, on the same tree, of the first transcript that breaks the rule; empty when there is none. */
  replayed: string
}

/** Runs one check of the guarantee on a tree. */
export async function runCheck(
  tree: string,
  { check, rule, dialog }: Pick<BrokenBuild, 'check' | 'rule' | 'dialog'>,
): Promise<Ran> {
  const json = join(tree, 'guarantee.json')
  const played = join(tree, 'replayed.txt')
  // What an earlier build of the same tree left is not this one's.
  for (const file of [json, played]) rmSync(file, { force: true })
  const { code, output } = await runNode(tree, [
    CHECK,
    ...[rule, played],
    ...['--only', check],
    ...(dialog === undefined ? [] : ['--dialog', dialog]),
    ...['--json', json],
    '--no-html',
  ])
  const report = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Report) : undefined
  return {
    code,
    output,
    violations: report?.checks.flatMap(({ violations }) => violations) ?? [],
    replayed: existsSync(played) ? readFileSync(played, 'utf8') : '',
  }
}

/** The lines of what was said; those that fit what is written (`…`) as they are written. */
function asWritten(said: string, transcript: string): string[] {
  const written = linesOf(transcript)
  return linesOf(said).map((line, i) => (fits(line, written[i] ?? '') ? (written[i] ?? '') : line))
}

/** Runs Node in a folder: how it ended, and what it printed. */
export function runNode(cwd: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd,
      env: { ...process.env, NODE_COMPILE_CACHE: join(cwd, '.compile-cache') },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    let output = ''
    const keep = (chunk: Buffer): unknown => (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })
}
