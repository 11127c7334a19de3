import type { Server } from 'restify'
import type { Clock, Ids } from '../../clock.ts'
import { messageOf } from '../../errors.ts'
import type { Readiness } from '../../http/health.ts'
import { noted } from '../../http/readiness.ts'
import type { RouteDefaults } from '../../http/routes.ts'
import type { Language } from '../../language.ts'
import type { Store } from '../../store/store.ts'
import type { Logger, Metrics } from '../../telemetry.ts'
import type { Loop } from '../../turn/loop.ts'
import type { Intake, PushChannel, Reception } from '../channel.ts'
import { createUploads } from '../uploads.ts'
import { ChannelState } from './channel-state.ts'
import { Graph } from './graph.ts'
import { startMediaFetcher } from './media.ts'
import { WhatsAppPush } from './push.ts'
import { ReadReceipts } from './read-receipts.ts'
import { ReceptionDesk } from './reception-desk.ts'
import { Threads } from './threads.ts'
import { registerWebhook } from './webhook.ts'

/** The settings of the channel: all of them, or it isn't there. */
export interface WhatsAppSettings {
  appSecret: string
  verifyToken: string
  accessToken: string
  phoneNumberId: string
  /** With the version: https://graph.facebook.com/v23.0 */
  graphUrl: string
  /** What is sent once the 24 hours are over; undefined: nothing. */
  template?: string | undefined
}

export interface WhatsAppParts {
  settings: WhatsAppSettings
  store: Store
  clock: Clock
  ids: Ids
  intake: Intake
  reception: Reception
  logger: Logger
  metrics: Metrics
  fail: RouteDefaults['fail']
  defaultLanguage: Language
  /** Names this process. */
  by: string
  /** Files of customers are kept under it. */
  dataDir: string
}

export interface WhatsApp {
  push: PushChannel
  /** Fetches what customers send. */
  files: Loop
  readiness: Readiness
}

const CHECK_LIMIT_MS = 15_000

/** The WhatsApp Cloud API channel of one phone number: its webhook on `server`, and the way out. */
export function openWhatsApp(server: Server, parts: WhatsAppParts): WhatsApp {
  const { settings, store, ids, logger } = parts
  const { accessToken, phoneNumberId } = settings
  const graph = new Graph({ url: settings.graphUrl, accessToken, phoneNumberId })
  const state = new ChannelState(logger)
  const threads = new Threads(store, ids, phoneNumberId)
  const receipts = new ReadReceipts(store, graph)
  const desk = new ReceptionDesk({
    ...parts,
    graph,
    state,
    threads,
    onStored: (message) => receipts.give(message),
  })
  registerWebhook(server, { ...settings, fail: parts.fail, take: (items) => desk.take(items) })
  // An operator hears of a wrong token at the start, not with the first message.
  state
    .watch(() => graph.check(AbortSignal.timeout(CHECK_LIMIT_MS)))
    .catch((thrown: unknown) => logger.warn({ error: messageOf(thrown) }, 'WhatsApp could not be asked'))
  return {
    files: startMediaFetcher({
      ...parts,
      graph,
      state,
      uploads: createUploads({ store, clock: parts.clock, dataDir: parts.dataDir }),
    }),
    push: new WhatsAppPush({ graph, store, state, template: settings.template }),
    readiness: noted('whatsapp', () => state.note()),
  }
}
