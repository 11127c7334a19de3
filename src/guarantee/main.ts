import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadDotEnv } from '../config.ts'
import { ConfigFault, EscotillaError } from '../errors.ts'
import { systemClock } from '../system.ts'
import { HELP, readArguments } from './arguments.ts'
import type { House } from './check.ts'
import { checks, soundDialogs } from './checks.ts'
import { contentHash } from './content-hash.ts'
import { replayCustomer } from './customers/customers.ts'
import { loadHouse } from './house.ts'
import { renderPage } from './page/page.ts'
import { runChecks } from './run.ts'
import { checkLines, reportLines } from './terminal.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * `npm run guarantee`: the composition root of the checks. Answers the exit code: 0 only when everything that was
 * asked for has been checked and held.
 */
async function main(args: readonly string[]): Promise<number> {
  const names = [soundDialogs([]), ...checks].map(({ name }) => name)
  const asked = readArguments(args, names)
  if (asked.help) {
    process.stdout.write(HELP)
    return 0
  }
  loadDotEnv()
  const folder = path.resolve(asked.house ?? ROOT)
  const deskFile = path.resolve(process.env.DESK_FILE || 'desk.yaml')
  const house = await loadHouse(folder, deskFile)
  if (asked.customer !== undefined) {
    const { customer, seed } = asked
    print([await replayCustomer({ house, folder, deskFile, customer, seed })])
    return 0
  }
  refuseUnknown(asked.dialogs, house)
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const report = await runChecks(house, [soundDialogs(house.faults), ...checks], {
    version,
    contentHash: contentHash(ROOT, folder, deskFile),
    only: asked.only,
    customers: asked.customers,
    seed: asked.seed,
    dialogs: asked.dialogs,
    folder,
    deskFile,
    progress: showProgress,
    clock: systemClock,
    elapsed: () => performance.now(),
    ended(check) {
      showProgress('')
      print(checkLines(check))
    },
  })
  print(reportLines(report))
  write(asked.json, `${JSON.stringify(report, null, 2)}\n`)
  if (asked.html !== undefined) write(asked.html, await renderPage(report, house))
  print([
    `${asked.html === undefined ? '' : `The page: ${asked.html} · `}JSON: ${asked.json}`,
    report.summary,
  ])
  return report.held ? 0 : 1
}

/** Small talk is in every dialog's exploration, and is none of its own. */
function refuseUnknown(dialogs: readonly string[], { desk }: House): void {
  const matters = [...desk.dialogs.values()].flatMap(({ id, aside }) => (aside ? [] : [id]))
  const unknown = dialogs.find((id) => !matters.includes(id))
  if (unknown !== undefined)
    throw new ConfigFault(`--dialog ${unknown}: there is no such dialog; use ${matters.join(', ')}`)
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** One line that is written over, where somebody watches. */
function showProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`)
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  writeFileSync(file, content)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (thrown) {
  const words =
    thrown instanceof EscotillaError ? thrown.message : ((thrown as Error).stack ?? String(thrown))
  process.stderr.write(`${words}\n`)
  print(['guarantee: not held · it could not run'])
  process.exitCode = 1
}
