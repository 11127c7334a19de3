/**
 * `npm test`: everything that must hold, fastest first. Stops at the first failure with its output; the last line
 * counts the tests.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '../..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const report = join(root, 'test/output/jest.json')
// As in jest.config.js, and so early that what the build compiles is there for the tests.
process.env.NODE_COMPILE_CACHE ??= join(root, 'test/output/compile-cache')

/** What tests need that npm does not bring, and how Debian calls it. */
const PROGRAMS = [
  { what: 'Chromium', path: '/usr/bin/chromium', debian: 'chromium' },
  { what: 'Redis', path: '/usr/bin/redis-server', debian: 'redis-server' },
]

interface Step {
  name: string
  /** Commands that run at the same time. */
  commands: string[][]
  /** Shown as it comes instead of only when it fails. */
  live?: boolean
}

const STEPS: Step[] = [
  {
    name: 'types, lint, format and build',
    commands: [
      // Several checkers work out most types several times over: beside the others, one is sooner done on two cores.
      [bin('tsc'), '-p', 'tsconfig.json', '--singleThreaded'],
      [bin('tsc'), '-p', 'src/web/tsconfig.json', '--singleThreaded'],
      [bin('biome'), 'ci', '--colors=off', '.'],
      [process.execPath, 'src/build.ts'],
    ],
  },
  {
    name: 'boundaries, unit, contract, journey and browser tests',
    commands: [
      [
        process.execPath,
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
        '--json',
        `--outputFile=${report}`,
        ...process.argv.slice(2),
      ],
    ],
    live: true,
  },
]

/** Installs what is missing where we may (root on Debian); elsewhere says what to install. */
async function preparePrograms(): Promise<boolean> {
  const missing = PROGRAMS.filter(({ path }) => !existsSync(path))
  if (missing.length === 0) return true
  const names = missing.map(({ debian }) => debian)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${names.join(', ')} from Debian, which the tests need.`)
    const aptGet = (...args: string[]): Promise<Ran> =>
      run(['/usr/bin/apt-get', '-q', '-y', ...args], { DEBIAN_FRONTEND: 'noninteractive' })
    // An old package list may still do, so its refresh may fail.
    await aptGet('update')
    const installed = await aptGet('install', '--no-install-recommends', ...names)
    if (installed.code === 0) return true
    console.log(installed.output)
  }
  for (const { what, path } of missing) console.error(`Missing: ${what} at ${path}.`)
  console.error(`The tests can't run without. On Debian: sudo apt-get install ${names.join(' ')}`)
  return false
}

interface Ran {
  code: number
  output: string
}

function run(command: string[], env: Record<string, string> = {}, live = false): Promise<Ran> {
  return new Promise((resolve) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      // jest tells what happens on stderr and writes its JSON to the file.
      stdio: ['ignore', live ? 'ignore' : 'pipe', live ? 'inherit' : 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer): unknown => (output += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${program}: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

async function runStep(step: Step): Promise<boolean> {
  const started = performance.now()
  const results = await Promise.all(step.commands.map((command) => run(command, {}, step.live)))
  const failed = results.filter(({ code }) => code !== 0)
  for (const { output } of failed) process.stdout.write(output)
  console.log(`${failed.length === 0 ? 'ok    ' : 'FAILED'} ${step.name}, ${seconds(started)}`)
  return failed.length === 0
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** The plain closing line: what jest counted, a file that could not even start among the failures. */
function closingLine(): string {
  const counted = JSON.parse(readFileSync(report, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numRuntimeErrorTestSuites',
    number
  >
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites
  const skipped = counted.numPendingTests > 0 ? `, ${counted.numPendingTests} skipped` : ''
  return `Tests: ${counted.numPassedTests} passed, ${failed} failed${skipped}`
}

async function main(): Promise<number> {
  const started = performance.now()
  mkdirSync(join(root, 'test/output'), { recursive: true })
  if (!(await preparePrograms())) return 1
  for (const step of STEPS) {
    const passed = await runStep(step)
    if (step.live) {
      console.log(`all of it, ${seconds(started)}`)
      console.log(closingLine())
    }
    if (!passed) return 1
  }
  return 0
}

process.exitCode = await main()
