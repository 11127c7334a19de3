/** `npm run archive`: writes what is over to files, and lets go of it in the store. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Archived, writeArchive } from './archive/write.ts'
import { uploadsFolder } from './channels/uploads.ts'
import { type Config, loadDotEnv, readConfig } from './config.ts'
import { findServer } from './control/command.ts'
import { openEmbedded } from './store/embedded/open.ts'
import type { Store } from './store/store.ts'
import { randomIds, systemClock } from './system.ts'
import { runCommand } from './understanding/commands/command.ts'

const HELP = `npm run archive [-- OPTIONS]

Writes cases, conversations and promises that are over, and that nobody asks for any more, to files (JSON lines, one file
a day), and lets go of them in the store, and of the files that customers sent with them (uploads/ in DATA_DIR). Servers may run meanwhile. With the embedded store the server that has it does the
writing. Killed in the middle, the next run goes on; what is then in the files twice has the same key.

  --folder DIR   where the files go (archive/ in DATA_DIR)
  --dry-run      says what would be written, and writes nothing

Ends with 0 when all is written, or another process is at it; with 1 when something went wrong, and says what.`

const archivedShape: z.ZodType<Archived> = z.object({
  outcome: z.enum(['done', 'busy']),
  cases: z.number(),
  conversations: z.number(),
  rows: z.record(z.string(), z.number()),
  passed: z.number(),
  files: z.array(z.string()),
})

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  loadDotEnv()
  const config = readConfig(process.env)
  const folder = path.resolve(values.folder ?? path.join(config.dataDir, 'archive'))
  const dryRun = values['dry-run']
  return tell(await archive(config, folder, dryRun), dryRun)
})

async function archive(config: Config, folder: string, dryRun: boolean): Promise<Archived> {
  const server = config.redisUrl === undefined ? await findServer(config.dataDir) : undefined
  if (server) {
    try {
      return archivedShape.parse(await server.ask({ do: 'archive', folder, dryRun }))
    } finally {
      server.leave()
    }
  }
  const store = await open(config)
  try {
    const by = `archive-${process.pid}-${randomIds.next()}`
    const uploads = uploadsFolder(config.dataDir)
    return await writeArchive({ store, ids: randomIds, by, folder, uploads, dryRun })
  } finally {
    await store.close()
  }
}

async function open({ redisUrl, deskId, dataDir }: Config): Promise<Store> {
  if (redisUrl === undefined) return openEmbedded({ folder: dataDir, clock: systemClock })
  const { openRedis } = await import('./store/redis/open.ts')
  return openRedis({ url: redisUrl, desk: deskId })
}

function tell({ outcome, cases, conversations, rows, passed, files }: Archived, dryRun: boolean): string {
  const counted = Object.entries(rows).map(([kind, n]) => `${n} ${kind}`)
  const what = `${cases} cases and ${conversations} conversations (${counted.join(', ') || 'no rows'})`
  const left = passed > 0 ? `; ${passed} are gone or needed again` : ''
  if (dryRun) return `would write ${what}${left}`
  const wrote = `wrote ${what}${left}${files.length > 0 ? ` to ${files.join(', ')}` : ''}`
  return outcome === 'busy' ? `another process is writing the archive; here: ${wrote}` : wrote
}
