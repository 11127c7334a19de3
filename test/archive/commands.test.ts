import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { resolve } from '../../src/cases/desk.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { sealDue } from '../../src/turn/sealer.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { until } from '../support/until.ts'
import { House } from '../turn/house.ts'

const AGENT = { id: 'agent-1', name: 'Lucía', role: 'supervisor' } as const
const ROOT = path.join(import.meta.dirname, '../..')

let folder: string
let servers: ServerProcess[]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-commands-'))
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const here = (name: string) => path.join(folder, name)

/** What a command said, or why it failed, as an operator sees it. */
async function run(command: string, ...options: string[]): Promise<string> {
  const args = ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'src', `${command}.ts`), ...options]
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, DATA_DIR: here('data') }
  try {
    return (await promisify(execFile)(process.execPath, args, { env, cwd: ROOT })).stdout
  } catch (thrown) {
    const { code, stderr } = thrown as { code: number; stderr: string }
    return `${code}: ${stderr}`
  }
}

/** A case that was resolved eight months before the servers of tests live. */
async function fillData(): Promise<void> {
  const house = await House.open(undefined, (clock) => openEmbedded({ folder: here('data'), clock }))
  const head = await house.start()
  await house.say(head, 'hola, quiero hablar con una persona')
  const key = (await house.caseOf(head))?.key ?? ''
  const end = { outcome: house.desk.outcomes[0]?.name ?? '', rootCause: house.desk.rootCauses[0]?.name ?? '' }
  await resolve(house.deskDeps, key, AGENT, end)
  house.clock.advance(60_000)
  await sealDue({ store: house.store, by: 'test', onError: () => undefined })
  await house.close()
}

test('archive and backup work while a server has the data, and the backup goes on where it was', async () => {
  await fillData()
  expect(await run('archive')).toMatch(/^wrote 0 cases/)
  servers.push(await startServer(here('data')))
  expect(await run('backup', '--to', here('backup'))).toMatch(/backed up .*: \d+ records, \d+ bytes, checked/)
  expect(await run('backup', '--to', here('backup'))).toMatch(/^1: .*is not empty/)

  // The sweeper puts it on the stream within a second or two.
  await until(async () => (await run('archive', '--dry-run')).startsWith('would write 1 cases'), 'it is over')
  expect(await run('archive', '--folder', here('no/where'))).toMatch(/^1: .*can't be written/)
  expect(await run('archive', '--folder', here('files'))).toMatch(
    /^wrote 1 cases .*archive-2026-11-23\.jsonl\n$/,
  )
  const [file] = readdirSync(here('files'))
  const rows = readFileSync(path.join(here('files'), file ?? ''), 'utf8')
    .trimEnd()
    .split('\n')
  expect(rows.map((row) => (JSON.parse(row) as { kind: string }).kind)).toEqual([
    'case',
    ...Array.from({ length: rows.length - 1 }, () => 'line'),
  ])
  expect(await run('archive')).toMatch(/^wrote 0 cases/)
  expect(await run('verify', '--archive', here('files'))).toMatch(
    /\nin the archive: 1 conv.*everything holds\n$/s,
  )

  // The backup was made before, so it has the case still.
  const restored = openEmbedded({
    folder: here('backup'),
    clock: { now: () => Date.UTC(2026, 10, 24), sleep: () => Promise.resolve() },
  })
  const { key } = JSON.parse(rows[0] ?? '') as { key: string }
  expect(await restored.read([key])).toMatchObject([{ key }])
  await restored.close()
}, 60_000)
