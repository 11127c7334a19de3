/** `npm run backup -- --to FOLDER`: a copy of the data folder of the embedded store, while its server runs. */
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { constants, copyFile, open } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { loadDotEnv, readConfig } from './config.ts'
import { findServer } from './control/command.ts'
import { ConfigFault, EscotillaError } from './errors.ts'
import { DATABASE_FILE } from './store/embedded/database.ts'
import { holdStill, openEmbedded } from './store/embedded/open.ts'
import { systemClock } from './system.ts'
import { runCommand } from './understanding/commands/command.ts'

const HELP = `npm run backup -- --to FOLDER

Copies everything in DATA_DIR that a restore needs to an empty folder, consistent as of one moment, while the server runs
or not, and checks the copy. A server starts over it with DATA_DIR=FOLDER. For Redis see docs/operating.md.`

/** Beside the database. What is in the spool is on its way into the store. */
const BESIDE = ['session-secret', 'sandbox.json', 'uploads', 'spool']

await runCommand(async () => {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) return HELP
  if (values.to === undefined) throw new ConfigFault(HELP)
  loadDotEnv()
  const { dataDir, redisUrl } = readConfig(process.env)
  if (redisUrl !== undefined)
    throw new ConfigFault('REDIS_URL is set: back Redis up as docs/operating.md says')
  const to = path.resolve(values.to)
  if (existsSync(to) && readdirSync(to).length > 0) throw new ConfigFault(`${to} is not empty: give another`)
  if (!existsSync(path.join(dataDir, DATABASE_FILE))) throw new ConfigFault(`there is no store in ${dataDir}`)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const copy = path.join(to, DATABASE_FILE)
  await copyDatabase(dataDir, copy)
  for (const name of BESIDE) {
    const from = path.join(dataDir, name)
    if (existsSync(from)) cpSync(from, path.join(to, name), { recursive: true, preserveTimestamps: true })
  }
  return `backed up ${dataDir} to ${to}: ${check(copy)} records, ${statSync(copy).size} bytes, checked`
})

async function copyDatabase(dataDir: string, copy: string): Promise<void> {
  const from = path.join(dataDir, DATABASE_FILE)
  const server = await findServer(dataDir)
  if (!server) {
    const store = openEmbedded({ folder: dataDir, clock: systemClock })
    const goOn = await holdStill(store)
    await copied(from, copy)
    goOn()
    await store.close()
    return
  }
  await server.ask({ do: 'hold-still' })
  const first = await Promise.race([copied(from, copy), server.gone.then(() => 'gone' as const)])
  server.leave()
  if (first === 'gone')
    throw new EscotillaError('server-gone', `the server ended meanwhile: ${copy} is no backup. Do it again`)
}

/** Where the disk can, without copying a byte. */
async function copied(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  const file = await open(to, 'r+')
  await file.sync()
  await file.close()
}

/** How many records the copy has. */
function check(copy: string): number {
  const db = new DatabaseSync(copy)
  try {
    const { quick_check: verdict } = db.prepare('PRAGMA quick_check').get() as { quick_check: string }
    if (verdict !== 'ok') throw new EscotillaError('backup-broken', `${copy} is no good: ${verdict}`)
    return (db.prepare('SELECT count(*) AS n FROM records').get() as { n: number }).n
  } finally {
    db.close()
  }
}
