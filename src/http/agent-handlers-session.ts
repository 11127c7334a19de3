import { VERBS } from '../business/business.ts'
import { REFUSALS } from '../business/refusals.ts'
import type { DeskDeps } from '../cases/desk.ts'
import { allAgents, type Identity, loadOf, readAgent, setPresence, signIn } from '../cases/desk-presence.ts'
import { returnsAt } from '../cases/leases.ts'
import { HttpFault } from '../errors.ts'
import type { Texts } from '../language.ts'
import { indexName } from '../store/keys.ts'
import type { Handlers } from './agent-handlers.ts'
import type { OidcSignIn } from './agent-oidc.ts'
import { AGENT_API, openApi } from './agent-operations.ts'
import { customerNames, iso, readCases } from './agent-queue-view.ts'
import { isLoopback, type Session, type Sessions } from './agent-session.ts'
import type { DeskView, MeView, PresenceView, SignInView } from './wire.ts'

/** The demo's people. Anybody on the server's own machine may be any of them, in demo mode only. */
const DEMO_ACCOUNTS: readonly Identity[] = [
  { id: 'agent-1', name: 'Lucía Herrera', role: 'agent', languages: ['es', 'en'] },
  { id: 'agent-2', name: 'Andrés Quiroga', role: 'agent', languages: ['es', 'en'] },
  { id: 'supervisor-1', name: 'Carmen Ríos', role: 'supervisor', languages: ['es', 'en'] },
]
/** A demo session that is used is renewed when it is this old; the company's own sign-in is asked for anew. */
const RENEW_AFTER_MS = 3_600_000

type Names =
  | 'document'
  | 'signInOptions'
  | 'signIn'
  | 'signOut'
  | 'oidcBegin'
  | 'oidcFinish'
  | 'me'
  | 'presence'
  | 'desk'
  | 'agents'

export interface SessionDeps {
  desk: DeskDeps
  /** What stands for the company's systems. */
  business: DeskView['business']
  sessions: Sessions
  demo: boolean
  oidc?: OidcSignIn
}

/** Signing in and out, duty, and what the console needs to know of the house. */
export function sessionHandlers(deps: SessionDeps): Handlers<Names> {
  const { sessions, demo, oidc } = deps
  const house = deps.desk.desk
  // Made when it is first asked for: most starts never show it.
  let document: ReturnType<typeof openApi> | undefined

  async function meView(identity: Identity, isDemo: boolean): Promise<MeView> {
    const { id, name, role, languages } = identity
    return { id, name, role, languages, demo: isDemo, presence: await presenceView(deps.desk, identity) }
  }

  return {
    document() {
      document ??= openApi(house.company)
      return { status: 200, body: document }
    },

    signInOptions({ req }) {
      const view: SignInView = {
        company: house.company,
        demoAccounts:
          demo && isLoopback(req) ? DEMO_ACCOUNTS.map(({ id, name, role }) => ({ id, name, role })) : [],
        ...(oidc ? { oidcUrl: `${AGENT_API}/session/oidc` } : {}),
      }
      return { status: 200, body: view }
    },

    async signIn({ req, body }) {
      if (!demo) {
        throw new HttpFault(
          403,
          'demo-off',
          "demo accounts exist in demo mode only: use the company's sign-in",
        )
      }
      if (!isLoopback(req)) {
        throw new HttpFault(403, 'not-loopback', "demo accounts work from the server's own machine only")
      }
      const account = DEMO_ACCOUNTS.find((one) => one.id === body.demo)
      if (!account) {
        const known = DEMO_ACCOUNTS.map((one) => one.id).join(', ')
        throw new HttpFault(404, 'no-such-account', `there is no such demo account: choose one of ${known}`)
      }
      await signIn(deps.desk, account)
      return {
        status: 200,
        body: await meView(account, true),
        headers: { 'set-cookie': await sessions.issue(account, true) },
      }
    },

    async signOut({ req }) {
      const session = await sessions.read(req)
      if (session) await setPresence(deps.desk, identityOf(session), { status: 'away' })
      return { status: 204, headers: { 'set-cookie': sessions.end() } }
    },

    async oidcBegin() {
      const { location, cookie } = await configured(oidc).begin()
      return { status: 302, headers: { location, 'set-cookie': cookie } }
    },

    async oidcFinish({ req, res }) {
      const { identity, cookie } = await configured(oidc).finish(req)
      await signIn(deps.desk, identity)
      res.setHeader('set-cookie', [cookie, await sessions.issue(identity, false)])
      return { status: 302, headers: { location: '/agent' } }
    },

    async me(_call, session) {
      const body = await meView(identityOf(session), session.demo)
      // Who has left the company must not stay signed in by looking: its sign-in ends when it said.
      const isFresh = deps.desk.store.now() - session.issuedAt <= RENEW_AFTER_MS
      if (!session.demo || isFresh) return { status: 200, body }
      const cookie = await sessions.issue(identityOf(session), session.demo)
      return { status: 200, body, headers: { 'set-cookie': cookie } }
    },

    async presence({ body }, session) {
      await setPresence(deps.desk, identityOf(session), body)
      return { status: 200, body: await presenceView(deps.desk, identityOf(session)) }
    },

    desk: async () => ({ status: 200, body: await deskView(deps.desk, deps.business) }),
    agents: async () => ({ status: 200, body: await deskView(deps.desk, deps.business) }),
  }
}

export function identityOf({ id, name, role, languages }: Session): Identity {
  return { id, name, role, languages }
}

function configured(oidc: OidcSignIn | undefined): OidcSignIn {
  if (!oidc)
    throw new HttpFault(404, 'not-set-up', 'no sign-in is set up here: set OIDC_ISSUER and its others')
  return oidc
}

async function presenceView(deps: DeskDeps, identity: Identity): Promise<PresenceView> {
  const agent = (await readAgent(deps, identity.id)) ?? (await signIn(deps, identity))
  const { status, capacity } = agent
  const view = { status, capacity, load: await loadOf(deps, identity.id) }
  return status === 'available' ? view : { ...view, openChats: await openChats(deps, identity.id) }
}

/** What stays with an agent who is off duty, and where each chat goes when its lease ends. */
async function openChats({ store, desk }: DeskDeps, agentId: string): Promise<PresenceView['openChats']> {
  const entries = await store.page(indexName.agentCases(agentId), undefined, 100)
  const cases = await readCases(
    store,
    entries.map((entry) => entry.member),
  )
  const names = await customerNames(store, cases)
  return cases.map((c) => {
    const until = returnsAt(c, desk)
    const queue = desk.queues.find((one) => one.name === c.queue)
    return {
      key: c.key,
      customerName: names.get(c.customerId) ?? '',
      ...(until === undefined ? {} : { staysUntil: iso(until) }),
      thenQueue: queue?.title[c.language] ?? c.queue,
    }
  })
}

async function deskView(deps: DeskDeps, business: DeskView['business']): Promise<DeskView> {
  const choice = ({ name, title }: { name: string; title: Texts }) => ({ name, title })
  const [agents, health] = await Promise.all([allAgents(deps), deps.store.health()])
  return {
    company: deps.desk.company,
    business,
    ...(health.ok ? { durable: health.durable } : {}),
    queues: deps.desk.queues.map(choice),
    agents: await Promise.all(
      agents.map(async ({ id, name, status, capacity }) => ({
        id,
        name,
        status,
        capacity,
        load: await loadOf(deps, id),
      })),
    ),
    outcomes: deps.desk.outcomes.map(choice),
    rootCauses: deps.desk.rootCauses.map(choice),
    verbs: Object.entries(VERBS).map(([name, { says }]) => ({ name, title: says })),
    refusals: Object.entries(REFUSALS).map(([name, title]) => ({ name, title })),
  }
}
