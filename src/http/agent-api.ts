import type { IncomingMessage } from 'node:http'
import type { Server } from 'restify'
import type { Business } from '../business/business.ts'
import type { LinkMaker } from '../cases/case-link.ts'
import type { DeskDeps } from '../cases/desk.ts'
import { heard } from '../cases/desk-presence.ts'
import { type HttpFault, StoreAway } from '../errors.ts'
import type { Texts } from '../language.ts'
import type { Vocabulary } from '../turn/dialog/vocabulary.ts'
import { createEventStreams } from './agent-events.ts'
import { type AnyHandler, type Handlers, needsSession } from './agent-handlers.ts'
import { caseHandlers } from './agent-handlers-cases.ts'
import { sessionHandlers } from './agent-handlers-session.ts'
import type { OidcSignIn } from './agent-oidc.ts'
import { AGENT_API, OPERATIONS, type Operation, type OperationName } from './agent-operations.ts'
import { checkOrigin, type Sessions } from './agent-session.ts'
import { bodies } from './agent-shapes.ts'
import { acceptedLanguage, BODY_LIMIT_BYTES, parseJson, readBytes, route } from './routes.ts'

/** Well within the time after which an agent whose console is silent is off duty. */
const HEARD_EVERY_MS = 20_000

export interface AgentApiDeps extends DeskDeps {
  sessions: Sessions
  /** Demo accounts exist. */
  demo: boolean
  oidc?: OidcSignIn
  publicUrl?: string
  /** Where agents read a customer's file. */
  attachmentUrl(uploadId: string): string
  /** What stands for the company's systems. */
  business: Business['kind']
  /** What facts are called, and how their values read. */
  vocabulary: Vocabulary
  /** What dialogs are called, by id. */
  titles?: ReadonlyMap<string, Texts>
  /** Makes the links of receipts. */
  caseLink?: LinkMaker
  fail(thrown: unknown, req: IncomingMessage): HttpFault
  heartbeatMs?: number
}

/** Everything the console talks to. `close` ends the live streams; consoles then come back elsewhere. */
export interface AgentApi {
  streams(): number
  close(): void
}

export function registerAgentApi(server: Server, deps: AgentApiDeps): AgentApi {
  const { store, desk, ids, sessions, demo, oidc, attachmentUrl, vocabulary } = deps
  const commands: DeskDeps = { store, desk, ids }
  const heardAt = new Map<string, number>()
  /** Whatever an agent's console asks for shows that it is there; written at most every so often. */
  async function present(agentId: string): Promise<void> {
    const now = store.now()
    if (now - (heardAt.get(agentId) ?? 0) < HEARD_EVERY_MS) return
    heardAt.set(agentId, now)
    try {
      await heard(commands, agentId)
    } catch (thrown) {
      // What the agent asks for may only read: a store that is full must not keep it from them.
      if (!(thrown instanceof StoreAway)) throw thrown
    }
  }
  const streams = createEventStreams({
    store,
    attachmentUrl,
    heard: present,
    ...(deps.heartbeatMs === undefined ? {} : { heartbeatMs: deps.heartbeatMs }),
  })
  const handlers: Handlers = {
    ...sessionHandlers({
      desk: commands,
      business: deps.business,
      sessions,
      demo,
      ...(oidc ? { oidc } : {}),
    }),
    ...caseHandlers({
      desk: commands,
      views: { store, desk, attachmentUrl, vocabulary, ...(deps.titles ? { titles: deps.titles } : {}) },
      streams,
      ...(deps.caseLink ? { caseLink: deps.caseLink } : {}),
    }),
  }
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    register(server, deps, OPERATIONS[name], present, handlers[name] as AnyHandler)
  }
  return { streams: streams.size, close: streams.close }
}

/** One route: origin and session first, then the body, then the handler. */
function register(
  server: Server,
  deps: AgentApiDeps,
  operation: Operation,
  present: (agentId: string) => Promise<void>,
  handle: AnyHandler,
): void {
  const shape = operation.body && bodies[operation.body]
  route(server, operation.method, `${AGENT_API}${operation.path}`, { fail: deps.fail }, async (call) => {
    // The body is read before anything is refused: a client that is still sending would not hear the answer.
    const bytes = shape ? await readBytes(call.req, BODY_LIMIT_BYTES) : undefined
    if (operation.method !== 'get') checkOrigin(call.req, deps.publicUrl)
    const session = needsSession(operation) ? await deps.sessions.require(call.req) : undefined
    if (session) await present(session.id)
    const reads = acceptedLanguage(call.req)
    const isEmpty = operation.body === 'none' && bytes?.length === 0
    const body = shape && bytes ? (isEmpty ? {} : parseJson<unknown>(bytes, shape)) : undefined
    // `query` is a getter of `call`, so the call is extended and not copied.
    const reader = session && reads ? { ...session, reads } : session
    return handle(Object.assign(call, { body }) as Parameters<AnyHandler>[0], reader)
  })
}
