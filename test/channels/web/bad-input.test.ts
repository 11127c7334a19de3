import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ask, Customer } from './client.ts'
import { WebDesk } from './web-desk.ts'

let desk: WebDesk
let ana: Customer

beforeAll(async () => {
  desk = await WebDesk.open()
  ana = await Customer.start(desk)
})
afterAll(async () => {
  await desk.close()
})

const PATHS = ['tokens/generate', 'conversations', 'conversations/:id/activities'] as const

const BAD_BODIES: readonly (readonly [string, string])[] = [
  ['text that is not JSON', 'hola'],
  ['half a document', '{"type":"mess'],
  ['a list', '[1,2,3]'],
  ['a number', '17'],
  ['null', 'null'],
  ['5 MB', JSON.stringify({ type: 'message', text: 'x'.repeat(5_000_000) })],
  ['a nest 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a nest 40 deep', `{"type":"message","value":${'['.repeat(40)}${']'.repeat(40)}}`],
]

const BAD_ACTIVITIES: readonly (readonly [string, object])[] = [
  ['no type', { text: 'hola' }],
  ['a type that is a number', { type: 7, text: 'hola' }],
  ['text that is an object', { type: 'message', text: { a: 1 } }],
  ['nothing said', { type: 'message', text: ' \n\t ' }],
  ['only control characters', { type: 'message', text: '\u0000\u0001' }],
  ['10,001 characters', { type: 'message', text: 'x'.repeat(10_001) }],
  ['an id of 10,000 characters', { type: 'message', text: 'hola', id: 'x'.repeat(10_000) }],
  [
    'an id with control characters',
    { type: 'message', text: 'a', channelData: { clientActivityID: 'a\u0000b' } },
  ],
  ['a client id that is a list', { type: 'message', text: 'a', channelData: { clientActivityID: ['a'] } }],
  [
    'an action that we have not',
    { type: 'message', text: 'a', channelData: { escotilla: { action: 'explode' } } },
  ],
  [
    'a file inside the activity',
    { type: 'message', attachments: [{ contentUrl: 'http://169.254.169.254/' }] },
  ],
  ['a mark of nothing', { type: 'event', name: 'escotilla.read', value: 'all' }],
  ['a mark before the beginning', { type: 'event', name: 'escotilla.read', value: { seq: -1 } }],
]

const urlOf = (path: string): string => `${desk.directLineUrl}/${path.replace(':id', ana.conversationId)}`

test.each(PATHS.flatMap((path) => BAD_BODIES.map(([what, body]) => [path, what, body] as const)))(
  '%s refuses %s in the contract’s words and changes nothing',
  async (path, what, body) => {
    const before = await ana.poll()
    const answer = await ask(urlOf(path), path === 'tokens/generate' ? { body } : { body, token: ana.token })
    expect(answer.status).toBe(what === '5 MB' ? 413 : 400)
    expect(answer.body).toEqual({
      error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.any(String) },
    })
    expect((await ana.poll()).body).toEqual(before.body)
  },
)

test.each(BAD_ACTIVITIES)('an activity with %s is refused and changes nothing', async (_what, activity) => {
  const before = await ana.poll()
  const answer = await ask(`${ana.url}/activities`, { json: activity, token: ana.token })
  expect(answer.status).toBe(400)
  expect(answer.body).toEqual({
    error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.any(String) },
  })
  expect((await ana.poll()).body).toEqual(before.body)
})

test('bytes that are no UTF-8 are refused', async () => {
  const response = await fetch(`${ana.url}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ana.token}` },
    body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  })
  expect(response.status).toBe(400)
})

test.each(['abc', '-5', '1e3', '99999999999999999999', '1;drop', '%00'])(
  'the watermark %s is refused',
  async (watermark) => {
    expect((await ana.poll(watermark)).status).toBe(400)
  },
)

test('activities that nobody here needs are taken and dropped', async () => {
  const before = await ana.poll()
  for (const activity of [
    { type: 'event', name: 'webchat/join', value: { language: 'es' } },
    { type: 'conversationUpdate', membersAdded: [] },
    { type: 'endOfConversation' },
  ]) {
    expect((await ana.post(activity)).status).toBe(200)
  }
  expect((await ana.poll()).body).toEqual(before.body)
})

test('who a message is from is the token’s word alone', async () => {
  await ana.post({ type: 'message', text: 'soy otra', from: { id: 'dl_victim', name: 'Otra', role: 'bot' } })
  const said = (await ana.messages()).find(({ text }) => text === 'soy otra')
  expect(said?.from.id).not.toBe('dl_victim')
  expect(said?.from.role).toBe('user')
})

test.each([
  ['an address that is none', 'GET //[ HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['a Host header that is none', 'GET /v3/directline/conversations HTTP/1.1\r\nHost: a b\r\n\r\n'],
  ['what is not HTTP', 'hola\r\n\r\n'],
  ['a path that does not decode', 'GET /v3/directline/conversations/%E0%A4%A HTTP/1.1\r\nHost: a\r\n\r\n'],
])('%s is answered and the server lives on', async (_what, request) => {
  const socket = connect(desk.port, '127.0.0.1')
  socket.write(request)
  const answer = await new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(data.toString())),
  )
  socket.destroy()
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(answer).toContain('{"error":{"code":"')
  expect((await ana.poll()).status).toBe(200)
})

test('a client that goes away in the middle of its message leaves nothing behind', async () => {
  const before = await ana.poll()
  const socket = connect(desk.port, '127.0.0.1')
  const head = `POST /v3/directline/conversations/${ana.conversationId}/activities HTTP/1.1\r\nHost: a\r\n`
  socket.write(
    `${head}authorization: Bearer ${ana.token}\r\ncontent-length: 500\r\n\r\n{"type":"message","text":"medio`,
  )
  await new Promise((resolve) => setImmediate(resolve))
  socket.destroy()
  expect((await ana.poll()).body).toEqual(before.body)
  expect(desk.logged).toEqual([])
})

test('unknown addresses and methods are refused in the contract’s words', async () => {
  const nowhere = await ask(`${desk.directLineUrl}/nowhere`)
  expect([nowhere.status, nowhere.body.error.code]).toEqual([404, 'not-found'])
  const wrong = await ask(`${desk.directLineUrl}/tokens/generate`, { method: 'DELETE' })
  expect([wrong.status, wrong.body.error.code]).toEqual([405, 'method-not-allowed'])
})
