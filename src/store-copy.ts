/** `npm run store:copy -- --to redis|embedded`: moves a desk between the embedded store and Redis, while nothing runs. */
import { parseArgs } from 'node:util'
import { loadDotEnv, readConfig } from './config.ts'
import { ConfigFault } from './errors.ts'
import { copyStore } from './store/copy/copy.ts'
import { openEmbeddedDepot } from './store/embedded/depot.ts'
import { openRedisDepot } from './store/redis/depot.ts'
import { runCommand } from './understanding/commands/command.ts'

const HELP = `npm run store:copy -- --to redis|embedded

Copies the desk between DATA_DIR and REDIS_URL, which must be set, into the one that is named. Stop every server first. The
target must be empty. Both are counted and hashed afterwards; the source stays as it is.`

await runCommand(async () => {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) return HELP
  loadDotEnv()
  const { redisUrl, deskId, dataDir } = readConfig(process.env)
  if (redisUrl === undefined) throw new ConfigFault('REDIS_URL: required, to copy from it or to it')
  if (values.to !== 'redis' && values.to !== 'embedded') throw new ConfigFault(HELP)
  const embedded = await openEmbeddedDepot(dataDir)
  const redis = await openRedisDepot(redisUrl, deskId)
  try {
    const { counts, hash } = await (values.to === 'redis'
      ? copyStore(embedded, redis)
      : copyStore(redis, embedded))
    const told = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
    return `copied and compared: ${told.join(', ')}; sha256 sum ${hash}`
  } finally {
    await redis.close()
    await embedded.close()
  }
})
