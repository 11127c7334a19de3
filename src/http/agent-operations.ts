import { z } from 'zod'
import { answers, bodies } from './agent-shapes.ts'

export const AGENT_API = '/api/agent/v1'

/** One operation of the agent API, as the server registers it and as the OpenAPI document tells it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'del'
  path: string
  summary: string
  /** Needs a session; all do but signing in and the document itself. */
  open?: true
  /** What is sent. `none`: nothing, or an empty object. */
  body?: keyof typeof bodies
  query?: Record<string, string>
  ok: { status: number; answer?: keyof typeof answers; about?: string }
  /** Other expected answers, by status. */
  also?: Record<number, string>
}

const MINE = {
  409: '`not-yours`, `closed`, or `stale`: somebody acted at the same moment',
  404: 'no such case',
}
const SETTLED = {
  404: 'no such commitment',
  409: '`not-yours`: the customer is with another agent; `closed`: it has ended otherwise; or `stale`',
}
const CASE = { status: 200, answer: 'case' } as const

/** Every operation, by name. The routes and the document are both made from this. */
export const OPERATIONS = {
  document: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    open: true,
    ok: { status: 200 },
  },
  signInOptions: {
    method: 'get',
    path: '/session',
    summary: 'How one signs in here',
    open: true,
    ok: { status: 200, answer: 'signIn' },
  },
  signIn: {
    method: 'post',
    path: '/session',
    summary: "Sign in with a demo account, in demo mode and from the server's own machine only",
    open: true,
    body: 'session',
    ok: { status: 200, answer: 'me' },
    also: { 403: '`demo-off` or `not-loopback`', 404: 'no such account' },
  },
  signOut: { method: 'del', path: '/session', summary: 'Sign out', open: true, ok: { status: 204 } },
  oidcBegin: {
    method: 'get',
    path: '/session/oidc',
    summary: "Begin the company's own sign-in",
    open: true,
    ok: { status: 302, about: 'to the issuer' },
    also: { 404: 'not set up' },
  },
  oidcFinish: {
    method: 'get',
    path: '/session/oidc/callback',
    summary: "Come back from the company's own sign-in",
    open: true,
    ok: { status: 302, about: 'to the console' },
    also: { 401: 'the sign-in does not hold', 403: '`no-role`' },
  },
  me: { method: 'get', path: '/me', summary: 'Who is signed in', ok: { status: 200, answer: 'me' } },
  presence: {
    method: 'put',
    path: '/presence',
    summary: 'On duty or off, and how many chats at once',
    body: 'presence',
    ok: { status: 200, answer: 'presence' },
  },
  desk: {
    method: 'get',
    path: '/desk',
    summary: 'Queues, colleagues, outcomes and root causes',
    ok: { status: 200, answer: 'desk' },
  },
  agents: {
    method: 'get',
    path: '/agents',
    summary: 'Colleagues, to hand a chat to',
    ok: { status: 200, answer: 'desk' },
  },
  queue: {
    method: 'get',
    path: '/queue',
    summary: 'Who waits, in the order they will be served',
    query: { after: "a former page's `next`" },
    ok: { status: 200, answer: 'queue' },
  },
  claimNext: {
    method: 'post',
    path: '/queue/claim',
    summary: 'Take the next case; the same id answers the same case',
    body: 'claimNext',
    ok: CASE,
    also: { 204: 'nobody waits', 409: '`at-capacity`' },
  },
  chats: {
    method: 'get',
    path: '/me/chats',
    summary: 'My open chats; who is owed an answer longest comes first',
    ok: { status: 200, answer: 'chats' },
  },
  chatsToo: {
    method: 'get',
    path: '/chats',
    summary: 'The same as /me/chats',
    ok: { status: 200, answer: 'chats' },
  },
  commitments: {
    method: 'get',
    path: '/commitments',
    summary: 'What must be kept by the end of today',
    ok: { status: 200, answer: 'commitments' },
  },
  search: {
    method: 'get',
    path: '/search',
    summary: 'Cases by key or by words',
    query: { q: 'the key or the words' },
    ok: { status: 200, answer: 'search' },
  },
  case: {
    method: 'get',
    path: '/cases/:key',
    summary: 'The whole case',
    ok: CASE,
    also: { 403: '`not-yours`: another agent has it', 404: 'no such case' },
  },
  transcript: {
    method: 'get',
    path: '/cases/:key/transcript',
    summary: 'Older lines of the conversation',
    query: { before: "an answer's `before` or `transcriptBefore`" },
    ok: { status: 200, answer: 'transcript' },
    also: { 403: '`not-yours`', 404: 'no such case' },
  },
  claim: {
    method: 'post',
    path: '/cases/:key/claim',
    summary: 'Take this case; a supervisor may take one over',
    body: 'none',
    ok: CASE,
    also: { ...MINE, 409: '`taken`, `closed`, `at-capacity` or `stale`' },
  },
  release: {
    method: 'post',
    path: '/cases/:key/release',
    summary: 'Give it back to its place in line',
    body: 'none',
    ok: CASE,
    also: MINE,
  },
  transfer: {
    method: 'post',
    path: '/cases/:key/transfer',
    summary: 'Hand it to another queue or agent',
    body: 'transfer',
    ok: CASE,
    also: {
      ...MINE,
      400: '`unknown-queue`',
      409: 'also `not-available` or `at-capacity` of the other agent',
    },
  },
  resolve: {
    method: 'post',
    path: '/cases/:key/resolve',
    summary: 'End it with what came of it and why it came about',
    body: 'resolve',
    ok: CASE,
    also: { ...MINE, 400: '`bad-request`, or `unknown-outcome`: not one of the desk’s, see GET /desk' },
  },
  park: {
    method: 'post',
    path: '/cases/:key/park',
    summary: 'It waits for the customer: no capacity, never closed',
    body: 'none',
    ok: CASE,
    also: MINE,
  },
  unpark: {
    method: 'post',
    path: '/cases/:key/unpark',
    summary: 'Take it up again',
    body: 'none',
    ok: CASE,
    also: MINE,
  },
  stillHere: {
    method: 'post',
    path: '/cases/:key/still-here',
    summary: 'Show life: the chat stays mine',
    body: 'none',
    ok: CASE,
    also: MINE,
  },
  work: {
    method: 'post',
    path: '/cases/:key/work',
    summary: "Say what came of a work item: the company's date and reference, or why it was refused",
    body: 'work',
    ok: CASE,
    also: { ...MINE, 404: 'no such case, or `no-such-work`' },
  },
  checking: {
    method: 'post',
    path: '/cases/:key/checking',
    summary: 'Tell the customer that an answer takes so many minutes',
    body: 'checking',
    ok: CASE,
    also: MINE,
  },
  promise: {
    method: 'post',
    path: '/cases/:key/commitments',
    summary: 'Promise the customer something by a day or by a term of the desk; the same id is one promise',
    body: 'promise',
    ok: CASE,
    also: { ...MINE, 400: '`bad-request`, or `past`: the day is over' },
  },
  confirm: {
    method: 'post',
    path: '/commitments/:id/confirm',
    summary: "Done, under the company's reference: the customer is told, with a receipt",
    body: 'confirm',
    ok: { status: 200, answer: 'commitment' },
    also: SETTLED,
  },
  endCommitment: {
    method: 'post',
    path: '/commitments/:id/end',
    summary: 'It will not be done, or was cancelled with the customer, who is told',
    body: 'end',
    ok: { status: 200, answer: 'commitment' },
    also: SETTLED,
  },
  message: {
    method: 'post',
    path: '/cases/:key/messages',
    summary: 'Write to the customer; the same id is one message',
    body: 'message',
    ok: { status: 202, about: 'stored, and on its way' },
    also: MINE,
  },
  sendAgain: {
    method: 'post',
    path: '/cases/:key/send-again',
    summary: 'Send a message again that its channel could not deliver; pressed twice, it goes once',
    body: 'sendAgain',
    ok: { status: 202, about: 'on its way again' },
    also: { ...MINE, 404: 'no such case, or `no-such-message`' },
  },
  note: {
    method: 'post',
    path: '/cases/:key/notes',
    summary: 'Write a note that only agents see; the same id is one note',
    body: 'message',
    ok: { status: 202, about: 'stored' },
    also: MINE,
  },
  typing: {
    method: 'post',
    path: '/cases/:key/typing',
    summary: 'The agent types; at most every three seconds',
    body: 'none',
    ok: { status: 204 },
    also: MINE,
  },
  read: {
    method: 'post',
    path: '/cases/:key/read',
    summary: 'The agent has seen the chat up to this line',
    body: 'read',
    ok: { status: 204 },
    also: MINE,
  },
  seen: {
    method: 'post',
    path: '/cases/:key/seen',
    summary: 'The same as read',
    body: 'read',
    ok: { status: 204 },
    also: MINE,
  },
  events: {
    method: 'get',
    path: '/events',
    summary: 'Live changes as server-sent events; `Last-Event-ID` resumes, or `reset` is sent',
    query: { after: 'a position to begin after, for a first connection' },
    ok: { status: 200, about: '`text/event-stream`; the data is an AgentEvent' },
  },
} as const satisfies Record<string, Operation>
export type OperationName = keyof typeof OPERATIONS

/** The OpenAPI 3.1 document, from the operations and the shapes that the server itself checks by. */
export function openApi(company: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [operationId, operation] of Object.entries<Operation>(OPERATIONS)) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    const method = operation.method === 'del' ? 'delete' : operation.method
    paths[path] = { ...paths[path], [method]: describe(operationId, operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `Escotilla agent API, ${company}`, version: '1' },
    servers: [{ url: AGENT_API }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'escotilla_session' } },
      schemas: Object.fromEntries(Object.entries(answers).map(([name, shape]) => [name, jsonSchema(shape)])),
    },
  }
}

function describe(operationId: string, o: Operation): Record<string, unknown> {
  const parameters = [
    ...[...o.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(o.query ?? {}).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string' },
    })),
  ]
  const refusals = {
    ...(o.body ? { 400: '`bad-request`, `not-json` or `too-deep`', 413: '`too-large`' } : {}),
    ...(o.open ? {} : { 401: '`signed-out`' }),
    ...o.also,
  }
  return {
    operationId,
    summary: o.summary,
    ...(o.open ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(o.body
      ? {
          requestBody: {
            required: o.body !== 'none',
            content: { 'application/json': { schema: jsonSchema(bodies[o.body]) } },
          },
        }
      : {}),
    responses: {
      [o.ok.status]: {
        description: o.ok.about ?? o.summary,
        ...(o.ok.answer ? { content: contentOf(o.ok.answer) } : {}),
      },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          status,
          { description, ...(Number(status) >= 400 ? { content: contentOf('error') } : {}) },
        ]),
      ),
    },
  }
}

function contentOf(answer: keyof typeof answers): Record<string, unknown> {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } }
}

function jsonSchema(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' }) as Record<string, unknown>
  return schema
}
