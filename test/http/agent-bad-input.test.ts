import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { OPERATIONS, type Operation } from '../../src/http/agent-operations.ts'
import { AgentHouse, type Desk } from './agent-house.ts'

let house: AgentHouse
let ana: Desk
let key: string
// One house for all: whatever is refused must leave it as it was.
beforeAll(async () => {
  house = await AgentHouse.open()
  ana = await (await house.signedIn('agent-1')).onDuty()
  key = (await house.asker()).key
  await ana.claimNext('a')
})
afterAll(() => house.close())

const METHODS = { get: 'GET', post: 'POST', put: 'PUT', del: 'DELETE' } as const
const all = Object.entries<Operation>(OPERATIONS)
const taking = all.filter(([, operation]) => operation.body !== undefined)

const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`
const BAD: [string, string][] = [
  ['not JSON', 'hola'],
  ['half a document', '{"id":'],
  ['not UTF-8', '\ud800'],
  ['null', 'null'],
  ['a number', '42'],
  ['a list', '[]'],
  ['nested 200 levels', deep],
  ['5 MB', JSON.stringify({ id: 'x', text: 'x'.repeat(5_000_000) })],
]

/** What must be as it was. */
async function state(): Promise<string> {
  const view = await ana.case(key)
  const chats = await ana.get('/me/chats')
  const queue = await ana.queue()
  return JSON.stringify([
    view.state,
    view.transcript,
    view.owedSince,
    chats.body,
    queue.waiting,
    (await ana.get('/me')).body,
  ])
}

describe.each(taking)('%s', (_, operation) => {
  test('answers bad input with the contract’s error and changes nothing', async () => {
    const before = await state()
    const path = operation.path.replace(':key', key)
    for (const [what, body] of BAD) {
      const reply = await ana.call(METHODS[operation.method], path, body)
      expect([what, reply.body]).toEqual([
        what,
        { error: { code: expect.any(String), message: expect.any(String) } },
      ])
      expect([what, reply.status >= 400 && reply.status < 500]).toEqual([what, true])
    }
    expect(await state()).toBe(before)
  })
})

const long = 'a'.repeat(10_000)
const WRONG: [string, string, string, unknown][] = [
  ['a text that is no text', 'POST', '/cases/:key/messages', { id: 'm', text: 5 }],
  ['a text of 10,000 characters', 'POST', '/cases/:key/messages', { id: 'm', text: long }],
  ['a text of spaces', 'POST', '/cases/:key/messages', { id: 'm', text: ' \n ' }],
  ['a text with control characters', 'POST', '/cases/:key/messages', { id: 'm', text: 'a\u0000b' }],
  ['a text with an escape sequence', 'POST', '/cases/:key/messages', { id: 'm', text: '\u001b[31mred' }],
  ['a text that is no Unicode', 'POST', '/cases/:key/messages', '{"id":"m","text":"\\ud800"}'],
  ['an id of 10,000 characters', 'POST', '/cases/:key/messages', { id: long, text: 'x' }],
  ['an id with a space', 'POST', '/cases/:key/messages', { id: 'a b', text: 'x' }],
  ['an id that is no text', 'POST', '/queue/claim', { id: { a: 1 } }],
  ['no id', 'POST', '/queue/claim', {}],
  ['emoji for an id', 'POST', '/queue/claim', { id: '👋' }],
  ['a note of control characters', 'POST', '/cases/:key/notes', { id: 'n', text: '\u0007' }],
  ['a transfer to nowhere', 'POST', '/cases/:key/transfer', { to: {} }],
  ['a transfer to no such queue', 'POST', '/cases/:key/transfer', { to: { queue: 'nope' } }],
  ['a transfer to no such agent', 'POST', '/cases/:key/transfer', { to: { agentId: 'nope' } }],
  ['a resolve without an outcome', 'POST', '/cases/:key/resolve', { rootCause: 'other' }],
  ['a resolve with a number', 'POST', '/cases/:key/resolve', { outcome: 1, rootCause: 'other' }],
  ['half a minute', 'POST', '/cases/:key/checking', { minutes: 0.5 }],
  ['a day', 'POST', '/cases/:key/checking', { minutes: 1_440 }],
  ['a negative place', 'POST', '/cases/:key/read', { seq: -1 }],
  ['a presence of neither kind', 'PUT', '/presence', { status: 'lunch' }],
  ['no capacity', 'PUT', '/presence', { status: 'away', capacity: 0 }],
  ['a capacity of a million', 'PUT', '/presence', { status: 'away', capacity: 1_000_000 }],
  ['an account that is not there', 'POST', '/session', { demo: 'root' }],
]

test.each(WRONG)('%s is refused and changes nothing', async (_, method, path, body) => {
  const before = await state()
  const reply = await ana.call(method, path.replace(':key', key), body)
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
  expect(reply.body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
  expect(await state()).toBe(before)
})

test.each([
  ['emoji', '👩🏽‍💻👍🏿'],
  ['right-to-left', 'مرحبا, שלום'],
  ['lines and tabs', 'uno\n\tdos'],
  ['markup', '<img src=x onerror=alert(1)>'],
])('a message with %s arrives as it was typed', async (what, text) => {
  const id = what.replaceAll(' ', '-')
  expect((await ana.post(`/cases/${key}/messages`, { id, text })).status).toBe(202)
  expect((await ana.case(key)).transcript.at(-1)?.text).toBe(text)
})

test.each([
  '/cases/nope',
  '/cases/K7M-4QX',
  '/cases/%00',
  '/cases/..%2f..%2fetc',
  `/cases/${'K'.repeat(5_000)}`,
  '/cases/%E0%A4%A',
  '/nothing',
])('%j is not there, in the contract’s words', async (path) => {
  const reply = await ana.get(path)
  expect([400, 404, 414, 431]).toContain(reply.status)
  expect(reply.body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
})

test.each([
  '/queue?after=nonsense',
  '/queue?after=%F0',
  '/cases/:key/transcript?before=%%%',
  '/cases/:key/transcript?before=%25%25:5,1.x,-1.y,9e99.z',
  '/search?q=%00',
  '/search',
])('%j is answered without a fault', async (path) => {
  expect((await ana.get(path.replace(':key', key))).status).toBeLessThan(500)
})

test('without a session nothing but signing in is answered', async () => {
  const nobody = house.desk()
  for (const [name, operation] of all.filter(([, one]) => one.open !== true)) {
    const body = operation.body === undefined ? undefined : {}
    const reply = await nobody.call(METHODS[operation.method], operation.path.replace(':key', key), body)
    expect([name, reply.status, reply.body]).toMatchObject([name, 401, { error: { code: 'signed-out' } }])
  }
})
