/** `npm run verify`: holds what is stored against its digests, its seals and the daily anchors. */
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Config, loadDotEnv, readConfig } from './config.ts'
import { findServer } from './control/command.ts'
import { ConfigFault } from './errors.ts'
import { type Audit, audit, auditShape } from './proof/audit.ts'
import { describeAudit, holdsAll } from './proof/describe.ts'
import { differingAnchors } from './proof/kept-anchors.ts'
import { DATABASE_FILE } from './store/embedded/database.ts'
import { openEmbedded } from './store/embedded/open.ts'
import type { Store } from './store/store.ts'
import { systemClock } from './system.ts'
import { runCommand } from './understanding/commands/command.ts'

const HELP = `npm run verify [-- OPTIONS]

Shows whether anything that was said has been changed, left out or moved since: each line against its digest, each
conversation against its seals, and the seals against the anchor of each day. Lines that were erased leave their digest,
so the rest can still be shown. Servers may run meanwhile; nothing is written.

  --archive FOLDER  also what npm run archive has written there. All of its files
  --log FILE        also holds the anchors against those in the servers' log (JSON lines), which who can write to the
                    store can't write to

Ends with 0 when everything holds, and with 1 otherwise, and says what does not.`

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      archive: { type: 'string' },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  loadDotEnv()
  const config = readConfig(process.env)
  const folder = values.archive === undefined ? undefined : path.resolve(values.archive)
  const found = await verify(config, folder)
  const differing = values.log === undefined ? [] : await differingAnchors(found.anchors, linesOf(values.log))
  if (!holdsAll(found) || differing.length > 0) process.exitCode = 1
  return describeAudit(found, differing)
})

async function verify(config: Config, archive: string | undefined): Promise<Audit> {
  const options = archive === undefined ? {} : { archive }
  const server = config.redisUrl === undefined ? await findServer(config.dataDir) : undefined
  if (server) {
    try {
      return auditShape.parse(await server.ask({ do: 'verify', ...options }))
    } finally {
      server.leave()
    }
  }
  const store = await open(config)
  try {
    return await audit(store, options)
  } finally {
    await store.close()
  }
}

async function open({ redisUrl, deskId, dataDir }: Config): Promise<Store> {
  if (redisUrl === undefined) {
    if (!existsSync(path.join(dataDir, DATABASE_FILE)))
      throw new ConfigFault(`there is no store in ${dataDir}`)
    return openEmbedded({ folder: dataDir, clock: systemClock })
  }
  const { openRedis } = await import('./store/redis/open.ts')
  return openRedis({ url: redisUrl, desk: deskId })
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
}
