import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Next, Request, Response } from 'restify'
import type { Clock, Ids } from '../../clock.ts'
import { HttpFault } from '../../errors.ts'
import { failure, type HttpLogger } from '../../http/failure.ts'
import { queryOf, type RouteDefaults, send } from '../../http/routes.ts'
import type { HttpServer } from '../../http/server.ts'
import type { Language } from '../../language.ts'
import { recordKey } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { type Head, headCodec } from '../../turn/conversation.ts'
import type { Delivery } from '../../turn/delivery.ts'
import type { Intake, Reception } from '../channel.ts'
import { createUploads, uploadPath } from '../uploads.ts'
import { createAccess } from './access.ts'
import { registerActivities } from './activities.ts'
import type { ConversationStatus } from './activity.ts'
import { mustBeTheirs, registerConversations, watermark } from './conversations.ts'
import { DeliveryMarks } from './delivery-marks.ts'
import { StreamHub } from './stream-hub.ts'
import { createTokens } from './tokens.ts'
import { confirmWatermark, type ViewDesk } from './view-desk.ts'

export interface DirectLineDeps {
  store: Store
  intake: Intake
  /** Where messages go. Default: to intake, so that while the store is away asks are refused as well. */
  reception?: Pick<Reception, 'accept'>
  clock: Clock
  ids: Ids
  log: HttpLogger
  /** The first signs, all verify. */
  sessionSecrets: readonly string[]
  /** Lets other servers of the company mint tokens. */
  directLineSecret?: string | undefined
  /** What the company's site signs its customers' identity with. */
  identitySecret?: string | undefined
  /** Sites that may embed the widget. */
  allowedOrigins: readonly string[]
  /** Pages on this machine may embed it too. */
  demo: boolean
  /** Where customers reach us; undefined: at the address that they asked. */
  publicUrl?: string | undefined
  /** Files of customers are kept under it. */
  dataDir: string
  /** Of a customer whose browser speaks none of our languages. */
  defaultLanguage: Language
  /** What the header of a conversation shows now. */
  statusOf(head: Head, now: number): Promise<ConversationStatus>
  /** Whether a request comes from a signed-in agent, who may read customers' files. */
  isAgent(req: IncomingMessage): Promise<boolean>
}

export interface DirectLine {
  /** How far a conversation's lines have got, up to this moment. */
  deliveryOf(conversationId: string): Promise<Delivery>
  /** Open sockets. */
  readonly sockets: number
}

/** What browsers ask leave for before they call from another site. */
const PREFLIGHTED = [
  'tokens/generate',
  'tokens/refresh',
  'conversations',
  'conversations/:conversationId',
  'conversations/:conversationId/activities',
  'conversations/:conversationId/upload',
  'session/getsessionid',
]

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream\?/

/**
 * The web channel: a Direct Line 3.0 server, REST and WebSocket, over the conversation's log. The log is the outbox
 * and its sequence number the watermark, so delivery is exactly once and a lost connection loses nothing.
 * Protocol: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-concepts
 */
export function registerDirectLine(http: HttpServer, deps: DirectLineDeps): DirectLine {
  const { store, clock, ids, log } = deps
  const ownOrigin = deps.publicUrl === undefined ? [] : [new URL(deps.publicUrl).origin]
  const tokens = createTokens({ secrets: deps.sessionSecrets, clock })
  const access = createAccess({
    tokens,
    allowedOrigins: [...deps.allowedOrigins, ...ownOrigin],
    demo: deps.demo,
    directLineSecret: deps.directLineSecret,
  })
  const marks = new DeliveryMarks(store, ids)
  const baseOf = (req: IncomingMessage): string =>
    deps.publicUrl ?? `http://${req.headers.host ?? `${req.socket.localAddress}:${req.socket.localPort}`}`
  const routeOptions: RouteDefaults = { before: access.openToOrigin, fail: failure(log) }

  const desk: ViewDesk = {
    store,
    marks,
    log,
    async statusOf(conversationId) {
      const [stored] = await store.read([recordKey.head(conversationId)])
      if (!stored) return { owner: 'bot' }
      const head = headCodec.read(stored).value
      return head.caseKey === undefined ? { owner: 'bot' } : deps.statusOf(head, clock.now())
    },
    async agentReadTo(conversationId) {
      return (await marks.of(conversationId)).agentReadTo
    },
    fileUrls(holder, base) {
      const ticket = tokens.sign('file', holder)
      return (uploadId) => `${base}${uploadPath(uploadId)}?t=${ticket}`
    },
  }

  registerConversations(http.server, {
    store,
    intake: deps.intake,
    ids,
    tokens,
    access,
    identitySecret: deps.identitySecret,
    now: () => clock.now(),
    defaultLanguage: deps.defaultLanguage,
    baseOf,
    routeOptions,
  })
  registerActivities(http.server, {
    ...desk,
    reception: deps.reception ?? { accept: ({ id }, inbound) => deps.intake.accept(id, inbound) },
    defaultLanguage: deps.defaultLanguage,
    clock,
    ids,
    access,
    uploads: createUploads({ store, clock, dataDir: deps.dataDir }),
    baseOf,
    isAgent: deps.isAgent,
    routeOptions,
  })
  for (const path of PREFLIGHTED) {
    http.server.opts(`/v3/directline/${path}`, (req: Request, res: Response, next: Next) => {
      access.openToOrigin(req, res)
      send(res, { status: 204 })
      next(false)
    })
  }

  const hub = new StreamHub({ ...desk, clock, admit })
  http.server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    hub.upgrade(req, socket, head)
  })
  http.onClosing(() => hub.close())

  async function admit(req: IncomingMessage) {
    const conversationId = STREAM_PATH.exec(req.url ?? '')?.[1]
    if (conversationId === undefined)
      throw new HttpFault(404, 'not-found', 'there is no stream at this address')
    const { origin } = req.headers
    if (origin !== undefined && !access.allowsOrigin(origin)) {
      throw new HttpFault(403, 'origin-not-allowed', 'this site may not open streams: see ALLOWED_ORIGINS')
    }
    const query = queryOf(req)
    const holder = access.holderOf('stream', query.get('t') ?? '')
    mustBeTheirs(holder, conversationId)
    const after = watermark(query.get('watermark'))
    await confirmWatermark(desk, holder.conversationId, after)
    return { holder, after, base: baseOf(req) }
  }

  return {
    deliveryOf: (conversationId) => marks.of(conversationId),
    get sockets() {
      return hub.size
    },
  }
}
