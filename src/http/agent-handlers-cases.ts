import { Temporal } from 'temporal-polyfill'
import { type Case, isOpen } from '../cases/case.ts'
import { readCaseKey } from '../cases/case-key.ts'
import type { LinkMaker } from '../cases/case-link.ts'
import type { Commitment } from '../cases/commitments.ts'
import * as desk from '../cases/desk.ts'
import { claim, claimNext } from '../cases/desk-claim.ts'
import { allAgents } from '../cases/desk-presence.ts'
import { promise, type Settled, settle } from '../cases/desk-promises.ts'
import { sendAgain } from '../cases/desk-send-again.ts'
import { sameHolder } from '../cases/same-holder.ts'
import { finishWork, type WorkResult } from '../cases/work.ts'
import { HttpFault } from '../errors.ts'
import { caseView, chatsView, readCustomer, type ViewDeps } from './agent-case-view.ts'
import type { EventStreams } from './agent-events.ts'
import { type Handlers, refusal } from './agent-handlers.ts'
import { commitmentView, eventPosition, openCommitments, queueView, search } from './agent-queue-view.ts'
import type { Session } from './agent-session.ts'
import { readTranscript } from './agent-transcript.ts'
import type { Answer, Call } from './routes.ts'
import type { CommitmentsView } from './wire.ts'

type Names =
  | 'queue'
  | 'claimNext'
  | 'chats'
  | 'chatsToo'
  | 'commitments'
  | 'search'
  | 'case'
  | 'transcript'
  | 'claim'
  | 'release'
  | 'transfer'
  | 'resolve'
  | 'park'
  | 'unpark'
  | 'stillHere'
  | 'work'
  | 'checking'
  | 'promise'
  | 'confirm'
  | 'endCommitment'
  | 'message'
  | 'note'
  | 'sendAgain'
  | 'typing'
  | 'read'
  | 'seen'
  | 'events'

export interface CaseHandlersDeps {
  desk: desk.DeskDeps
  views: ViewDeps
  streams: EventStreams
  /** Makes the links of receipts. */
  caseLink?: LinkMaker
}

/** The line, the agent's own chats, and everything that is done to a case. */
export function caseHandlers(deps: CaseHandlersDeps): Handlers<Names> {
  const { views, streams } = deps
  const { store, desk: house } = deps.desk

  async function visible(text: string | undefined, session: Session): Promise<Case> {
    const found = await desk.readCase(store, keyOf(text))
    if (!found) throw refusal('not-found')
    if (!(await maySee(found.value, session))) {
      throw new HttpFault(403, 'not-yours', 'another agent has this case: ask a supervisor')
    }
    return found.value
  }

  /** Agents see the line, their own cases, and the earlier ones of the customers they are with; supervisors all. */
  async function maySee(c: Case, session: Session): Promise<boolean> {
    if (maySeeItself(c, session)) return true
    const customer = await readCustomer(store, c.customerId)
    for (const { openCase } of customer ? [customer, ...(await sameHolder(store, customer))] : []) {
      if (openCase === undefined || openCase === c.key) continue
      const current = (await desk.readCase(store, openCase))?.value
      if (current?.state.kind === 'agent' && current.state.agentId === session.id) return true
    }
    return false
  }

  async function answer(acted: desk.Acted, session: Session): Promise<Answer> {
    if (acted.outcome !== 'done') throw refusal(acted.outcome)
    return { status: 200, body: await caseView(views, acted.case, session) }
  }

  function done(acted: desk.Acted, status: number): Answer {
    if (acted.outcome !== 'done') throw refusal(acted.outcome)
    return { status }
  }

  const promises = { ...deps.desk, ...(deps.caseLink ? { caseLink: deps.caseLink } : {}) }
  function settled(done: Settled): Answer {
    if (done.outcome === 'not-found') throw new HttpFault(404, 'not-found', 'there is no such commitment')
    if (done.outcome !== 'done') throw refusal(done.outcome)
    return { status: 200, body: commitmentView(done.commitment) }
  }

  const chats = async (_call: unknown, session: Session): Promise<Answer> => ({
    status: 200,
    body: await chatsView(store, house, session.id),
  })
  const seen = async ({ params, body }: Call<{ seq: number }>, session: Session): Promise<Answer> =>
    done(await desk.seen(deps.desk, keyOf(params.key), session, body.seq), 204)

  return {
    queue: async ({ query }) => ({
      status: 200,
      body: await queueView(store, house, query.get('after') ?? undefined),
    }),

    async claimNext({ body }, session) {
      const claimed = await claimNext(deps.desk, session.id, body.id)
      switch (claimed.outcome) {
        case 'none':
          return { status: 204 }
        case 'done':
          return answer(claimed, session)
        default:
          throw refusal(claimed.outcome)
      }
    },

    chats,
    chatsToo: chats,

    async commitments(_call, session) {
      const at = await eventPosition(store)
      const zone = Temporal.Instant.fromEpochMilliseconds(store.now()).toZonedDateTimeISO(house.timeZone)
      const tonight = zone.startOfDay().add({ days: 1 }).epochMilliseconds
      const due = await openCommitments(store, tonight)
      const theirs = due.filter((one) => isTheirs(one, session))
      const view: CommitmentsView = {
        at,
        commitments: await Promise.all(theirs.map(commitmentRow)),
      }
      return { status: 200, body: view }
    },

    async search({ query }, session) {
      const everybody = session.role === 'supervisor' ? await allAgents(deps.desk) : []
      const agentIds = [...new Set([session.id, ...everybody.map((agent) => agent.id)])]
      const text = (query.get('q') ?? '').slice(0, 200)
      const body = await search(store, house, text, { agentIds, maySee: (c) => maySeeItself(c, session) })
      return { status: 200, body }
    },

    case: async ({ params }, session) => ({
      status: 200,
      body: await caseView(views, await visible(params.key, session), session),
    }),

    async transcript({ params, query }, session) {
      const c = await visible(params.key, session)
      const before = query.get('before') ?? undefined
      return { status: 200, body: await readTranscript(store, c.conversations, before, views.attachmentUrl) }
    },

    claim: async ({ params }, session) =>
      answer(await claim(deps.desk, session.id, keyOf(params.key)), session),
    release: async ({ params }, session) =>
      answer(await desk.release(deps.desk, keyOf(params.key), session), session),
    transfer: async ({ params, body }, session) =>
      answer(await desk.transfer(deps.desk, keyOf(params.key), session, body.to, body.note), session),
    resolve: async ({ params, body }, session) =>
      answer(await desk.resolve(deps.desk, keyOf(params.key), session, body), session),
    park: async ({ params }, session) =>
      answer(await desk.park(deps.desk, keyOf(params.key), session), session),
    unpark: async ({ params }, session) =>
      answer(await desk.unpark(deps.desk, keyOf(params.key), session), session),
    stillHere: async ({ params }, session) =>
      answer(await desk.stillHere(deps.desk, keyOf(params.key), session), session),
    async work({ params, body }, session) {
      const result: WorkResult =
        'refused' in body
          ? { kind: 'refused', reason: body.refused }
          : { kind: 'done', ref: body.ref, on: body.on, facts: body.facts }
      const finished = await finishWork(deps.desk, keyOf(params.key), session, body.id, result)
      if (finished.outcome === 'no-such-work') throw refusal(finished.outcome)
      return answer(finished, session)
    },
    checking: async ({ params, body }, session) =>
      answer(await desk.checking(deps.desk, keyOf(params.key), session, body.minutes), session),

    async promise({ params, body }, session) {
      const due = 'rule' in body.due ? body.due : { at: Date.parse(body.due.at) }
      const made = await promise(promises, keyOf(params.key), session, { ...body, due })
      if (made.outcome !== 'done') throw refusal(made.outcome)
      return answer(made, session)
    },
    confirm: async ({ params, body }, session) =>
      settled(await settle(promises, params.id ?? '', session, { how: 'confirmed', ref: body.ref })),
    endCommitment: async ({ params, body }, session) =>
      settled(await settle(promises, params.id ?? '', session, body)),

    message: async ({ params, body }, session) => ({
      ...done(await desk.reply(deps.desk, keyOf(params.key), session, body), 202),
      body: { id: body.id },
    }),
    sendAgain: async ({ params, body }, session) => {
      const sent = await sendAgain(deps.desk, keyOf(params.key), session, body)
      if (sent.outcome !== 'done') throw refusal(sent.outcome)
      return { status: 202 }
    },
    note: async ({ params, body }, session) => ({
      ...done(await desk.note(deps.desk, keyOf(params.key), session, body), 202),
      body: { id: body.id },
    }),
    typing: async ({ params }, session) =>
      done(await desk.typing(deps.desk, keyOf(params.key), session), 204),
    read: seen,
    seen,

    async events({ req, res, query }, session) {
      const last = req.headers['last-event-id']
      const after = (typeof last === 'string' ? last : undefined) ?? query.get('after') ?? undefined
      await streams.open(session, after, res)
      return 'sent' as const
    },
  }

  async function commitmentRow(c: Commitment): Promise<CommitmentsView['commitments'][number]> {
    const { caseKey } = c
    return {
      ...commitmentView(c),
      ...(caseKey === undefined ? {} : { caseKey }),
      customerName: (await readCustomer(store, c.customerId))?.name ?? '',
    }
  }
}

function maySeeItself(c: Case, session: Session): boolean {
  if (session.role === 'supervisor') return true
  switch (c.state.kind) {
    case 'agent':
      return c.state.agentId === session.id
    case 'resolved':
      return c.state.by === session.id
    default:
      return isOpen(c)
  }
}

function isTheirs(c: Commitment, session: Session): boolean {
  return session.role === 'supervisor' || c.owner.kind === 'queue' || c.owner.agentId === session.id
}

/** A key in any spelling that a person would write. Throws 404. */
function keyOf(text: string | undefined): string {
  const key = readCaseKey(text ?? '')
  if (key === undefined) throw refusal('not-found')
  return key
}
