import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { reportShape } from '../../../src/guarantee/report.ts'

/** A process of its own shares the machine with other tests. */
jest.setTimeout(90_000)

const ROOT = join(import.meta.dirname, '../../..')
const HOUSES = join(import.meta.dirname, 'houses')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'escotilla-guarantee-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command in an empty folder, as an operator would in theirs. */
function guarantee(...args: string[]) {
  const ran = spawnSync(process.execPath, [join(ROOT, 'src/guarantee/main.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      DESK_FILE: join(ROOT, 'desk.yaml'),
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    },
  })
  return {
    code: ran.status,
    said: ran.stdout,
    complained: ran.stderr,
    last: ran.stdout.trim().split('\n').at(-1),
  }
}

test('dialogs that keep the promise end with 0, a last line that says so, a page and JSON', () => {
  const { code, last } = guarantee('--only', 'dialogs', '--house', join(HOUSES, 'good'))
  expect(last).toMatch(/^guarantee: held · only dialogs · 1 dialog · 0 violations · \d+\.\d s$/)
  expect(code).toBe(0)
  const report = reportShape.parse(JSON.parse(readFileSync(join(folder, 'guarantee.json'), 'utf8')))
  expect(report.summary).toBe(last)
  expect(readFileSync(join(folder, 'guarantee.html'), 'utf8')).toContain(report.contentHash)
})

test('a dialog that breaks it ends with 1, and is told with file, step, text and what to change', () => {
  const files = ['--html', join(folder, 'out/page.html'), '--json', join(folder, 'out/page.json')]
  const { code, said, last } = guarantee('--only', 'dialogs', '--house', join(HOUSES, 'bad'), ...files)
  expect(last).toMatch(/^guarantee: not held · only dialogs · 1 dialog · 1 violation · /)
  expect(code).toBe(1)
  expect(said).toContain('dialogs/move-house.ts · moving · step handOver · text text.es')
  expect(said).toMatch(/ {2}Change: \S/)
  expect(readFileSync(join(folder, 'out/page.html'), 'utf8')).toContain(
    'shows {surname}, which is not declared',
  )
  expect(existsSync(join(folder, 'guarantee.html'))).toBe(false)
})

test.each([
  [['--fast'], '--fast'],
  [['--customers', 'many'], '--customers many: give a whole number'],
  [['--house', '/nowhere'], 'dialogs/index.ts of /nowhere can’t be found'],
])('%j ends with 1, says why, and holds nothing', (args, why) => {
  const { code, complained, last } = guarantee(...args)
  expect(complained).toContain(why)
  expect(complained).not.toMatch(/^\s+at /m)
  expect(last).toBe('guarantee: not held · it could not run')
  expect(code).toBe(1)
  expect(existsSync(join(folder, 'guarantee.html'))).toBe(false)
})

test('--help tells every option and ends with 0', () => {
  const { code, said } = guarantee('--help')
  for (const option of ['customers', 'seed', 'only', 'dialog', 'html', 'no-html', 'json', 'house'])
    expect(said).toContain(`--${option}`)
  expect(code).toBe(0)
})
