import path from 'node:path'
import type { Business } from './business/business.ts'
import { ManualBusiness } from './business/manual/manual.ts'
import { SandboxBusiness } from './business/sandbox/sandbox.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { messageOf } from './errors.ts'
import { openEmbedded } from './store/embedded/open.ts'
import type { Store } from './store/store.ts'
import type { Logger } from './telemetry.ts'
import type { Intents } from './understanding/intents.ts'
import type { LocalRecognizer } from './understanding/local/recognizer.ts'
import { serviceFirst } from './understanding/policy.ts'
import type { Recognizer } from './understanding/recognizer.ts'
import type { watchReadings } from './understanding/watch-readings.ts'

/**
 * Which adapter each port gets, by the settings. What is not configured is not even loaded: an installation without
 * Redis, without CLU or without systems of its own pays nothing for their clients.
 */

/** Redis if there is one, otherwise the embedded store. Throws EscotillaError when it can't be opened. */
export async function openStore(config: Config, clock: Clock, logger: Logger): Promise<Store> {
  const watcherFailed = (thrown: unknown) => logger.error({ error: messageOf(thrown) }, 'a watcher threw')
  if (config.redisUrl === undefined) return openEmbedded({ folder: config.dataDir, clock, watcherFailed })
  const { openRedis } = await import('./store/redis/open.ts')
  const store = await openRedis({ url: config.redisUrl, desk: config.deskId, watcherFailed })
  const { durable, detail } = await store.health()
  if (durable) logger.info(detail)
  else logger.warn(`the promise is not durable: ${detail}`)
  return store
}

/** A recogniser, and what `/readyz` should say of it. */
export interface Understanding {
  recognizer: Recognizer
  note: () => string | undefined
}

/** How long reading may take beyond CLU's own limit: by then the local recogniser has answered. */
const READING_MARGIN_MS = 500

/** CLU before the local model if it is configured, otherwise the local model alone. */
export async function openUnderstanding(
  config: Config,
  local: LocalRecognizer,
  { intents }: Intents,
  observe: ReturnType<typeof watchReadings>,
): Promise<Understanding> {
  if (!config.clu) return { recognizer: local, note: () => undefined }
  const { CluRecognizer } = await import('./understanding/clu/recognizer.ts')
  const service = new CluRecognizer(config.clu)
  const recognizer = serviceFirst({
    service,
    local,
    intents: new Set(intents.map(({ id }) => id)),
    limitMs: config.clu.timeoutMs + READING_MARGIN_MS,
    observe,
  })
  return { recognizer, note: () => service.note() }
}

/** The sandbox in a demo, the company's systems over HTTP if they are configured, otherwise its people. */
export async function openBusiness(config: Config, clock: Clock, timeZone: string): Promise<Business> {
  if (config.demo) {
    return new SandboxBusiness({ clock, timeZone, path: path.join(config.dataDir, 'sandbox.json') })
  }
  if (!config.business) return new ManualBusiness()
  const { HttpBusiness } = await import('./business/http/http.ts')
  return new HttpBusiness(config.business)
}
