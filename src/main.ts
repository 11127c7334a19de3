import { mkdirSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBusiness, openStore, openUnderstanding, type Understanding } from './adapters.ts'
import { sweepOver } from './archive/sweep.ts'
import { waitingFor } from './archive/write.ts'
import type { Business } from './business/business.ts'
import { SandboxBusiness } from './business/sandbox/sandbox.ts'
import { registerSandbox } from './business/sandbox/server.ts'
import { createCaseLinks } from './cases/case-link.ts'
import { sweepCommitment } from './cases/commitment-sweep.ts'
import { readDuty } from './cases/duty.ts'
import { conversationOfLink } from './cases/my-case.ts'
import { conversationStatus } from './cases/status.ts'
import { sweepAgent, sweepCase } from './cases/sweep.ts'
import type { PushChannel } from './channels/channel.ts'
import { uploadPath } from './channels/uploads.ts'
import { registerDirectLine } from './channels/web/direct-line.ts'
import { type Clock, type Ids, RESTED } from './clock.ts'
import { type Config, loadDotEnv, readConfig } from './config.ts'
import { startCommands } from './control/obey.ts'
import { demoSecret } from './demo-secret.ts'
import { EscotillaError, messageOf } from './errors.ts'
import { registerAgentApi } from './http/agent-api.ts'
import { createSessions } from './http/agent-session.ts'
import { failure } from './http/failure.ts'
import { registerHealth } from './http/health.ts'
import { registerMyCase } from './http/my-case/routes.ts'
import { registerPages } from './http/pages.ts'
import { noted, storeReadiness } from './http/readiness.ts'
import { createServer } from './http/server.ts'
import { readInstallation } from './installation.ts'
import { openDiskSpool } from './spool/disk-spool.ts'
import { holdStill } from './store/embedded/open.ts'
import { idOf, indexName } from './store/keys.ts'
import type { Store } from './store/store.ts'
import { randomIds, systemClock } from './system.ts'
import { createLogger, createMetrics, type Logger } from './telemetry.ts'
import { startAsksAudit } from './turn/asks-audit.ts'
import { startCaller } from './turn/caller.ts'
import { startElection } from './turn/elected.ts'
import { startElectedSender } from './turn/elected-sender.ts'
import { createIntake } from './turn/intake.ts'
import type { Loop } from './turn/loop.ts'
import { createReception } from './turn/reception.ts'
import type { runTurn } from './turn/run-turn.ts'
import { startSealer } from './turn/sealer.ts'
import { startSpoolDrain } from './turn/spool-drain.ts'
import { startSweeper } from './turn/sweeper.ts'
import { welcome } from './turn/welcome.ts'
import { startWorker } from './turn/worker.ts'
import { trainLocal } from './understanding/local/recognizer.ts'
import type { Recognizer } from './understanding/recognizer.ts'
import { watchReadings } from './understanding/watch-readings.ts'
import { startOrphanSearch } from './upkeep/orphans.ts'

/** Parts that a test hands in instead of the real ones. */
export interface Overrides {
  clock?: Clock
  ids?: Ids
  logger?: Logger
  business?: Business
  recognizer?: Recognizer
  turn?: typeof runTurn
  /** Goes between the product and its store: for faults. */
  overStore?: (store: Store) => Store
}

export interface Product {
  /** Where it listens, such as `http://127.0.0.1:3978`. */
  url: string
  store: Store
  /** Takes nothing new, finishes what is in hand, and resolves within ten seconds. */
  stop(): Promise<void>
}

/** The installation's folder, wherever this code was bundled to. */
const ROOT = path.dirname(findPackageJSON(import.meta.url) ?? process.cwd())
/** SIGTERM: everything in hand has so long to finish, ms. */
const STOP_WITHIN_MS = 8_000

/**
 * The composition root. In this order: what the company brings, the adapters, the message path, the doors (what answers
 * requests), the loops (what runs by itself), and then it listens.
 *
 * @throws ConfigFault when `desk.yaml`, the intents or the dialogs are wrong or break the promise; EscotillaError when
 *   the store can't be opened or the port is taken.
 */
export async function startProduct(config: Config, overrides: Overrides = {}): Promise<Product> {
  const machineClock = overrides.clock ?? systemClock
  const ids = overrides.ids ?? randomIds
  const logger = overrides.logger ?? createLogger(config.logLevel)
  const metrics = createMetrics()

  // What the company brings.
  const { desk, intents, house } = await readInstallation(ROOT, config.deskFile)

  // The adapters.
  const understanding: Understanding = overrides.recognizer
    ? { recognizer: overrides.recognizer, note: () => undefined }
    : await openUnderstanding(
        config,
        trainLocal(intents, path.join(ROOT, 'dist', 'intents.model')),
        intents,
        watchReadings(logger, metrics),
      )
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const sessionSecrets = config.demo ? [demoSecret(config.dataDir, ids)] : config.sessionSecrets
  const opened = await openStore(config, machineClock, logger)
  const store = overrides.overStore?.(opened) ?? opened
  // All processes of a desk go by its store's clock: one whose own is wrong does no harm.
  const clock: Clock = { now: () => store.now(), sleep: (ms, signal) => machineClock.sleep(ms, signal) }
  const business = overrides.business ?? (await openBusiness(config, clock, desk.timeZone))

  // The message path.
  const duty = () => readDuty(store, desk, clock.now())
  const by = `${process.pid}-${ids.next()}`
  const links = createCaseLinks(sessionSecrets)
  const common = { store, clock, ids, by, desk, duty, logger, metrics }
  const worker = startWorker({
    ...common,
    botDesk: house,
    caseLink: links.make,
    recognizer: understanding.recognizer,
    ...(overrides.turn ? { turn: overrides.turn } : {}),
  })
  const intake = createIntake({
    ...common,
    welcome: (language) => welcome(house, language),
    hands: worker,
  })
  const spool = openDiskSpool({
    folder: path.join(config.dataDir, 'spool'),
    ids,
    onDamaged: (what) => logger.error({ what }, 'part of a spool can not be read and was put aside'),
  })
  const drain = startSpoolDrain({ ...common, intake, spool })
  const reception = createReception({
    ...common,
    intake,
    conversationOf: (link) => conversationOfLink(store, link),
    spool,
    drain,
  })

  // The doors.
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const http = createServer({ log: logger, secure })
  const sessions = createSessions({ secrets: sessionSecrets, secure, now: () => clock.now() })
  const fail = failure(logger)
  // Loaded when it is needed: an installation without the channel pays nothing for it.
  const whatsapp = config.whatsapp
    ? (await import('./channels/whatsapp/open.ts')).openWhatsApp(http.server, {
        ...common,
        settings: config.whatsapp,
        dataDir: config.dataDir,
        intake,
        reception,
        fail,
        defaultLanguage: 'es',
      })
    : undefined
  registerHealth(http.server, {
    registry: metrics.registry,
    readiness: [
      storeReadiness(store),
      noted('spool', () =>
        spool.size > 0 ? `${spool.size} asks for a person wait for the store` : undefined,
      ),
      noted('business', () => business.note?.()),
      noted('understanding', understanding.note),
      ...(whatsapp ? [whatsapp.readiness] : []),
    ],
    fail,
  })
  if (business instanceof SandboxBusiness) {
    registerSandbox(http.server, {
      sandbox: business,
      options: { fail },
      baseOf: (req) => config.publicUrl ?? `http://${req.headers.host ?? 'localhost'}`,
    })
  }
  registerPages(http.server, { dist: path.join(ROOT, 'dist', 'web'), demo: config.demo })
  registerMyCase(http.server, { store, desk, reception, clock, links, fail })
  registerDirectLine(http, {
    store,
    intake,
    reception,
    clock,
    ids,
    log: logger,
    sessionSecrets,
    directLineSecret: config.directLineSecret,
    identitySecret: config.identitySecret,
    allowedOrigins: config.allowedOrigins,
    demo: config.demo,
    publicUrl: config.publicUrl,
    dataDir: config.dataDir,
    defaultLanguage: 'es',
    statusOf: (head, now) => conversationStatus(store, desk, head, now, links.make),
    isAgent: async (req) => (await sessions.read(req)) !== undefined,
  })
  const agents = registerAgentApi(http.server, {
    store,
    desk,
    ids,
    sessions,
    demo: config.demo,
    ...(config.oidc && config.publicUrl
      ? {
          // Loaded when it is needed: it is not small.
          oidc: (await import('./http/agent-oidc.ts')).createOidc({
            ...config.oidc,
            publicUrl: config.publicUrl,
            secrets: sessionSecrets,
            now: () => clock.now(),
            languagesOf: (account) => desk.agents.find((one) => one.account === account)?.languages,
          }),
        }
      : {}),
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    attachmentUrl: uploadPath,
    business: business.kind,
    vocabulary: house.facts,
    titles: new Map([...house.dialogs].map(([id, { title }]) => [id, title])),
    caseLink: links.make,
    fail,
  })
  http.onClosing(agents.close)

  // The loops. Operators' commands come to the process that has the store; Redis they reach by themselves.
  const commands =
    config.redisUrl === undefined
      ? await startCommands({ ...common, folder: config.dataDir, holdStill: () => holdStill(opened) })
      : undefined
  const channels: PushChannel[] = whatsapp ? [whatsapp.push] : []
  const pushed = channels.map(({ channel }) => channel)
  const { publicUrl } = config
  const receipts =
    publicUrl === undefined ? {} : { receipts: { publicUrl, timeZone: desk.timeZone, caseLink: links.make } }
  const sweep = { store, desk, ids }
  const sweeper = startElection({ ...common, name: 'sweeper' })
  const loops: Loop[] = [
    worker,
    drain,
    sweeper,
    startCaller({ ...common, business }),
    startSweeper({
      ...common,
      pushed,
      isElected: sweeper.holds,
      due: [
        { index: indexName.due('case'), sweep: (key) => sweepCase(sweep, idOf(key)) },
        { index: indexName.due('agent'), sweep: (key) => sweepAgent(sweep, idOf(key)) },
        { index: indexName.due('commitment'), sweep: (key) => sweepCommitment(sweep, idOf(key)) },
        { index: indexName.due('archive'), sweep: (key) => sweepOver(sweep, key) },
      ],
    }),
    ...(whatsapp ? [whatsapp.files] : []),
    ...channels.map((channel) =>
      startElectedSender({ ...common, ...receipts, random: Math.random }, channel),
    ),
    startAsksAudit(common),
    startOrphanSearch({ ...common, pushed, waiting: () => waitingFor(store), isElected: sweeper.holds }),
    startSealer({
      ...common,
      onAnchor: (anchor) => logger.info({ anchor }, 'the seals up to this day are anchored'),
      onError: (thrown) => logger.error({ error: messageOf(thrown) }, 'sealing transcripts failed'),
    }),
  ]

  // Now it listens, until it is stopped.
  const finish = () =>
    Promise.all([http.close(STOP_WITHIN_MS), commands?.close(), ...loops.map((loop) => loop.stop())])
  let address: Awaited<ReturnType<typeof http.listen>>
  try {
    address = await http.listen(config.port, config.host)
  } catch (thrown) {
    await finish()
    spool.close()
    await store.close()
    throw thrown
  }
  const url =
    config.publicUrl ??
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${address.port}`
  let stopping: Promise<void> | undefined

  async function stop(): Promise<void> {
    const over = new AbortController()
    // What is still in hand then (a company's system that doesn't answer) is found after the next start.
    await Promise.race([finish(), clock.sleep(STOP_WITHIN_MS, over.signal)])
    over.abort(RESTED)
    spool.close()
    await store.close()
  }

  return {
    url,
    store,
    stop() {
      stopping ??= stop()
      return stopping
    },
  }
}

async function main(): Promise<void> {
  loadDotEnv()
  const config = readConfig(process.env)
  const starting = startProduct(config)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      starting
        .then((product) => product.stop())
        .then(
          () => process.exit(0),
          (thrown: unknown) => fail(thrown),
        )
    })
  }
  const product = await starting
  process.stdout.write(
    config.demo
      ? `\nEscotilla is ready.\n  Customers:  ${product.url}/\n  Agents:     ${product.url}/agent\n  Supervisor: ${product.url}/agent/insights\n\n`
      : `Escotilla is ready at ${product.url}\n`,
  )
}

/** A fault of the operator's making is told in its own words; any other with its stack. */
function fail(thrown: unknown): never {
  const words =
    thrown instanceof EscotillaError ? thrown.message : ((thrown as Error).stack ?? String(thrown))
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch(fail)
}
