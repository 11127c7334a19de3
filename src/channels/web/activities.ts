import type { IncomingMessage } from 'node:http'
import type { Request, Server } from 'restify'
import type { Clock, Ids } from '../../clock.ts'
import { HttpFault } from '../../errors.ts'
import { FloodLimit } from '../../flood-limit.ts'
import { parseJson, type RouteDefaults, route } from '../../http/routes.ts'
import type { Language } from '../../language.ts'
import { logName } from '../../store/keys.ts'
import { signalConversation } from '../../turn/signal.ts'
import type { Reception } from '../channel.ts'
import type { Uploads } from '../uploads.ts'
import type { Access } from './access.ts'
import type { ActivitySet, ConversationStatus, PostAnswer } from './activity.ts'
import { type ConversationsDeps, callerOf, mustBeTheirs, watermark } from './conversations.ts'
import { incomingShape, type Meaning, readIncoming } from './incoming.ts'
import { activityId, messageActivity, stateActivity } from './outgoing.ts'
import type { Grant } from './tokens.ts'
import { customerPage } from './transcript-view.ts'
import { confirmWatermark, type ViewDesk } from './view-desk.ts'

/** Lines of one answer to a poll; the rest comes with the next. */
const POLL_PAGE = 200
const UPLOADS_PER_CONVERSATION = { burst: 20, everyMs: 30_000 }
const TYPING_PER_CONVERSATION = { burst: 5, everyMs: 1_000 }

export interface ActivitiesDeps extends ViewDesk {
  reception: Pick<Reception, 'accept'>
  /** Of a customer whose browser speaks none of our languages. */
  defaultLanguage: Language
  clock: Clock
  ids: Ids
  access: Access
  uploads: Uploads
  baseOf: ConversationsDeps['baseOf']
  /** Whether a signed-in agent asks: agents read customers' files. */
  isAgent(req: IncomingMessage): Promise<boolean>
  routeOptions: RouteDefaults
}

/** What a customer's client sends and fetches. */
export function registerActivities(server: Server, deps: ActivitiesDeps): void {
  const { access, uploads, routeOptions: options } = deps
  const base = '/v3/directline/conversations/:conversationId'
  const uploadLimit = new FloodLimit(UPLOADS_PER_CONVERSATION, deps.clock)
  const typingLimit = new FloodLimit(TYPING_PER_CONVERSATION, deps.clock)

  function holderOf(req: IncomingMessage, conversationId: string | undefined): Grant {
    const holder = access.holder(req)
    mustBeTheirs(holder, conversationId)
    return holder
  }

  route(server, 'post', `${base}/activities`, { ...options, body: incomingShape }, async (call) => {
    const holder = holderOf(call.req, call.params.conversationId)
    const meaning = readIncoming(call.body, [], () => deps.ids.next())
    return { status: 200, body: await carryOut(holder, meaning, call.req) }
  })

  route(server, 'get', `${base}/activities`, options, async ({ req, params, query }) => {
    const holder = holderOf(req, params.conversationId)
    const after = watermark(query.get('watermark'))
    return { status: 200, body: await poll(deps, req, holder, after) }
  })

  route(server, 'post', `${base}/upload`, options, async ({ req, params }) => {
    const holder = holderOf(req, params.conversationId)
    const { conversationId } = holder
    const waitMs = uploadLimit.take(conversationId)
    if (waitMs > 0) {
      throw new HttpFault(429, 'too-many-files', 'many files at once: try again in a while', undefined, {
        'retry-after': String(Math.ceil(waitMs / 1_000)),
      })
    }
    return { status: 200, body: await upload(holder, req) }
  })

  route(server, 'get', '/v3/directline/uploads/:uploadId', options, async ({ req, res, params, query }) => {
    const token = query.get('t')
    const holder =
      token !== null
        ? access.holderOf('file', token)
        : req.headers.authorization === undefined
          ? undefined
          : access.holder(req)
    const isAgent = holder === undefined && (await deps.isAgent(req))
    if (!holder && !isAgent) {
      throw new HttpFault(401, 'no-token', 'a file is read with its signed address, or by a signed-in agent')
    }
    const found = await uploads.find(params.uploadId ?? '')
    if (holder) mustBeTheirs(holder, found.conversationId)
    return uploads.serve(found, req, res)
  })

  async function carryOut(holder: Grant, meaning: Meaning, req: IncomingMessage): Promise<PostAnswer> {
    const { conversationId } = holder
    switch (meaning.kind) {
      case 'message': {
        const caller = callerOf(holder, req, deps.defaultLanguage)
        const received = await deps.reception.accept(caller, meaning.inbound)
        if (received.outcome !== 'kept') return { id: activityId(conversationId, received.seq) }
        const { receipt, words } = received
        const askedAt = new Date(receipt.askedAt).toISOString()
        return {
          id: `${conversationId}|${deps.ids.next()}`,
          escotilla: { kept: true, caseKey: receipt.key, askedAt, text: words },
        }
      }
      case 'typing':
        if (typingLimit.take(conversationId) === 0) {
          signalConversation(deps.store, conversationId, { kind: 'typing', from: 'customer' })
        }
        break
      case 'read':
        await markRead(deps, conversationId, meaning.seq)
    }
    return { id: `${conversationId}|${deps.ids.next()}` }
  }

  async function upload(holder: Grant, req: Request): Promise<PostAnswer> {
    const { conversationId } = holder
    // The parser and the table of file types are large: they are loaded when the first file comes.
    const { readUploadForm } = await import('./upload-form.ts')
    const form = await readUploadForm(req, await uploads.folder(), () => deps.ids.next())
    try {
      if (form.files.length === 0) throw noFile()
      const activity = parseJson(form.activity ?? Buffer.from('{"type":"message"}'), incomingShape)
      const named = form.files.map(({ contentType, name, bytes }) => ({ contentType, name, bytes }))
      const meaning = readIncoming(activity, named, () => deps.ids.next())
      if (meaning.kind !== 'message') throw noFile()
      const { inbound } = meaning
      const kept = await uploads.keep(conversationId, inbound.messageId, form.files)
      return await carryOut(holder, { kind: 'message', inbound: { ...inbound, ...kept } }, req)
    } finally {
      // What was kept has another name by now.
      await uploads.discard(form.files)
    }
  }
}

function noFile(): HttpFault {
  return new HttpFault(400, 'no-file', 'an upload is a message with at least one file')
}

/** A mark past the end of the conversation would mark what is yet to be said. */
async function markRead(deps: ActivitiesDeps, conversationId: string, seq: number): Promise<void> {
  const [last] = await deps.store.linesBefore(logName.conversation(conversationId), undefined, 1)
  deps.marks.read(conversationId, Math.min(seq, last?.seq ?? 0))
}

async function poll(
  deps: ActivitiesDeps,
  req: IncomingMessage,
  holder: Grant,
  after: number,
): Promise<ActivitySet> {
  const { conversationId } = holder
  const lines = await deps.store.lines(logName.conversation(conversationId), after, POLL_PAGE)
  await confirmWatermark(deps, conversationId, after)
  const page = customerPage(lines, after)
  const tellsHeader = after === 0 || page.hasEvents
  const status: ConversationStatus =
    tellsHeader || page.hasSaid ? await deps.statusOf(conversationId) : { owner: 'bot' }
  const viewer = {
    conversationId,
    userId: holder.userId,
    status,
    fileUrl: page.hasFiles ? deps.fileUrls(holder, deps.baseOf(req)) : () => undefined,
  }
  return {
    activities: [
      ...(tellsHeader ? [stateActivity(conversationId, status)] : []),
      ...page.messages.map((line) => messageActivity(line, viewer)),
    ],
    watermark: String(page.upTo),
  }
}
