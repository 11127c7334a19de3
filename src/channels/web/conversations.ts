import type { IncomingMessage } from 'node:http'
import type { Server } from 'restify'
import { z } from 'zod'
import { customerCodec } from '../../cases/customer.ts'
import type { Ids } from '../../clock.ts'
import { HttpFault, isNotStored } from '../../errors.ts'
import {
  type Answer,
  BODY_LIMIT_BYTES,
  parseJson,
  type RouteDefaults,
  readBytes,
  route,
} from '../../http/routes.ts'
import { LANGUAGES, type Language } from '../../language.ts'
import type { Versioned } from '../../store/codec.ts'
import { recordKey } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import type { Head } from '../../turn/conversation.ts'
import { identify } from '../../turn/identify.ts'
import { loadHead } from '../../turn/load.ts'
import type { Caller, Intake } from '../channel.ts'
import { plainText } from '../plain-text.ts'
import type { Access } from './access.ts'
import type { ConversationAnswer, GenerateAnswer, TokenAnswer } from './activity.ts'
import { readIdentity } from './identity.ts'
import { type Grant, LIFETIME_S, type Tokens } from './tokens.ts'

/** User ids that begin so are ours to give: they come from a token, never from a body. */
const OWN_USERS = 'dl_'
const NAME_LIMIT = 80

const userShape = z
  .object({ id: z.string().max(256).nullish(), name: z.string().max(1_000).nullish() })
  .nullish()
const locale = z.string().max(100).nullish()
const generateShape = z.object({
  resume: z.string().max(4_096).nullish(),
  /** Signed by the company's own site; see identity.ts. */
  identity: z.string().max(4_096).nullish(),
  user: userShape,
  locale,
})
const startShape = z.object({ user: userShape, locale })

export interface ConversationsDeps {
  store: Store
  intake: Intake
  ids: Ids
  tokens: Tokens
  access: Access
  /** What the company's site signs its customers' identity with. */
  identitySecret?: string | undefined
  now(): number
  /** The language of a customer whose browser speaks none of ours. */
  defaultLanguage: Language
  /** The address that the client reached us at: `https://host`. */
  baseOf(req: IncomingMessage): string
  routeOptions: RouteDefaults
}

/** Tokens, and how conversations begin and go on after a loss. */
export function registerConversations(server: Server, deps: ConversationsDeps): void {
  const { access, tokens, routeOptions: options } = deps
  const base = '/v3/directline'

  route(server, 'post', `${base}/tokens/generate`, options, async ({ req }) => {
    const by = access.mayMint(req)
    const wanted = await optionalBody(req, generateShape)
    return { status: 200, body: await generate(deps, by, wanted) }
  })

  route(server, 'post', `${base}/tokens/refresh`, options, ({ req }) => {
    const holder = access.holder(req)
    return { status: 200, body: tokenAnswer(tokens, holder) }
  })

  route(server, 'post', `${base}/conversations`, options, async ({ req }) => {
    const fromServer = access.hasSecret(req)
    const known = fromServer ? undefined : access.holder(req)
    const wanted = await optionalBody(req, startShape)
    const holder = known ?? newHolder(deps.ids, wanted.user, { trusted: true })
    return start(deps, req, holder, wanted.locale ?? undefined)
  })

  route(server, 'get', `${base}/conversations/:conversationId`, options, async ({ req, params, query }) => {
    const holder = access.holder(req)
    mustBeTheirs(holder, params.conversationId)
    await mustExist(deps.store, holder.conversationId)
    const after = watermark(query.get('watermark'))
    return { status: 200, body: conversationAnswer(deps, req, holder, after) }
  })

  // Clients ask for it to sign in with cards, which we have none of, and go on without.
  route(server, 'get', `${base}/session/getsessionid`, options, () => {
    throw new HttpFault(404, 'no-session-ids', 'this server has no session ids: go on without one')
  })
}

async function generate(
  deps: ConversationsDeps,
  by: 'server' | 'page',
  wanted: z.infer<typeof generateShape>,
): Promise<GenerateAnswer> {
  const { tokens } = deps
  // A credential that is no longer good begins a new conversation: nobody is kept out for having been here before.
  const verdict = wanted.resume ? tokens.verify('resume', wanted.resume) : undefined
  const identity = await readIdentity(deps.identitySecret, wanted.identity, deps.now())
  const earlier = verdict?.outcome === 'ok' ? verdict.grant : undefined
  // Who is signed in now may be another customer than the one who wrote from this browser before.
  const goesOn =
    earlier && !(identity && (await isAnothers(deps.store, earlier.conversationId, identity.account)))
  const known = goesOn ? earlier : newHolder(deps.ids, wanted.user, { trusted: by === 'server' })
  const holder: Grant = identity
    ? { ...known, ...(identity.name ? { userName: identity.name } : {}), account: identity.account }
    : known
  const head = goesOn ? await headOrAway(deps.store, holder.conversationId) : undefined
  if (head && head !== 'away' && identity) await identify(deps, head.value, identity.account, deps.now())
  return {
    ...tokenAnswer(tokens, holder),
    resume: tokens.sign('resume', holder),
    resumed: head !== undefined,
    ...(wanted.identity ? { identified: identity !== undefined } : {}),
  }
}

/**
 * While the store is away nobody knows whether the conversation was ever begun. Its customer comes back to it all the
 * same: they may ask for a person, and who begins with that begins the conversation.
 */
async function headOrAway(
  store: Store,
  conversationId: string,
): Promise<Versioned<Head> | 'away' | undefined> {
  try {
    return await loadHead(store, conversationId)
  } catch (thrown) {
    if (isNotStored(thrown)) return 'away'
    throw thrown
  }
}

/** Whether a conversation is with somebody who has proven to hold another account. */
async function isAnothers(store: Store, conversationId: string, account: string): Promise<boolean> {
  const head = await loadHead(store, conversationId)
  const stored = head ? await store.read([recordKey.customer(head.value.customerId)]) : []
  const proven = customerCodec.readable(stored)[0]?.value.facts.proven
  return proven?.class === 'known' && proven.value !== account
}

/** Starting is safe to repeat: the token names the conversation, and a second start answers the first one. */
async function start(
  deps: ConversationsDeps,
  req: IncomingMessage,
  holder: Grant,
  wantedLocale: string | undefined,
): Promise<Answer> {
  const isNew = !(await exists(deps.store, holder.conversationId))
  const head = isNew
    ? await deps.intake.start(callerOf(holder, req, deps.defaultLanguage, wantedLocale))
    : { id: holder.conversationId }
  if ('customerId' in head && holder.account !== undefined)
    await identify(deps, head, holder.account, deps.now())
  const body = conversationAnswer(deps, req, { ...holder, conversationId: head.id }, 0)
  return { status: isNew ? 201 : 200, body }
}

/** The holder's conversation, with all that it takes to begin it. */
export function callerOf(
  holder: Grant,
  req: IncomingMessage,
  defaultLanguage: Language,
  wantedLocale?: string,
): Caller {
  const languages = [wantedLocale, req.headers['accept-language']].filter((text) => text !== undefined)
  return {
    id: holder.conversationId,
    channel: 'web',
    outsideId: holder.userId,
    ...(holder.userName === undefined ? {} : { customerName: holder.userName }),
    address: { userId: holder.userId },
    language: languageOf(languages.join(','), defaultLanguage),
  }
}

function conversationAnswer(
  deps: ConversationsDeps,
  req: IncomingMessage,
  holder: Grant,
  after: number,
): ConversationAnswer {
  const base = deps.baseOf(req).replace(/^http/, 'ws')
  const ticket = deps.tokens.sign('stream', holder)
  const path = `/v3/directline/conversations/${encodeURIComponent(holder.conversationId)}/stream`
  return {
    ...tokenAnswer(deps.tokens, holder),
    streamUrl: `${base}${path}?watermark=${after === 0 ? '-' : after}&t=${ticket}`,
  }
}

function tokenAnswer(tokens: Tokens, holder: Grant): TokenAnswer {
  return {
    conversationId: holder.conversationId,
    token: tokens.sign('token', holder),
    expires_in: LIFETIME_S.token,
  }
}

/** Who a new token is for. A page's word about who its visitor is counts for nothing; a server's with the secret does. */
function newHolder(ids: Ids, user: z.infer<typeof userShape>, by: { trusted: boolean }): Grant {
  const claimed = by.trusted ? user?.id : undefined
  if (claimed?.startsWith(OWN_USERS)) {
    throw new HttpFault(
      400,
      'reserved-user',
      `user ids that begin with "${OWN_USERS}" are given by this server only`,
    )
  }
  const name = plainText(user?.name ?? '').slice(0, NAME_LIMIT)
  return {
    conversationId: ids.next(),
    userId: claimed ? claimed : `${OWN_USERS}${ids.next()}`,
    ...(name === '' ? {} : { userName: name }),
  }
}

async function exists(store: Store, conversationId: string): Promise<boolean> {
  const [head] = await store.read([recordKey.head(conversationId)])
  return head !== undefined
}

async function mustExist(store: Store, conversationId: string): Promise<void> {
  if (!(await exists(store, conversationId))) {
    throw new HttpFault(404, 'no-conversation', 'there is no such conversation: start a new one')
  }
}

/** Throws 403 for a token of another conversation. */
export function mustBeTheirs(holder: Grant, conversationId: string | undefined): void {
  if (holder.conversationId !== conversationId) {
    throw new HttpFault(403, 'not-yours', 'the token is for another conversation')
  }
}

/** The place after which a client wants to hear; none, or `-`: everything. Throws 400. */
export function watermark(text: string | null): number {
  if (text === null || text === '' || text === '-') return 0
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new HttpFault(
    400,
    'bad-watermark',
    'the watermark is not one of this server: leave it out to get everything',
  )
}

/** The first of our languages among those a browser names, best first. */
export function languageOf(wanted: string, otherwise: Language): Language {
  for (const tag of wanted.toLowerCase().split(',')) {
    const found = LANGUAGES.find((language) => new RegExp(`^\\s*${language}\\b`).test(tag))
    if (found) return found
  }
  return otherwise
}

/** Clients may leave these bodies out. */
async function optionalBody<T>(req: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  const bytes = await readBytes(req, BODY_LIMIT_BYTES)
  return parseJson(bytes.length === 0 ? Buffer.from('{}') : bytes, shape)
}
