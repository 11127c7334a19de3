import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { ConversationAnswer, GenerateAnswer, TokenAnswer } from '../../../src/channels/web/activity.ts'
import { StoreAway } from '../../../src/errors.ts'
import { ask, Customer } from './client.ts'
import { WebDesk } from './web-desk.ts'

let desk: WebDesk

beforeEach(async () => {
  desk = await WebDesk.open()
})
afterEach(async () => {
  await desk.close()
})

const claims = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

test('a page gets a token that names its user, and starts a conversation with it once', async () => {
  const generated = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, { method: 'POST' })
  expect(generated.status).toBe(200)
  expect(generated.body.expires_in).toBe(1_800)
  expect(claims(generated.body.token).user).toMatch(/^dl_/)

  const start = (): Promise<{ status: number; body: ConversationAnswer }> =>
    ask<ConversationAnswer>(`${desk.directLineUrl}/conversations`, {
      method: 'POST',
      token: generated.body.token,
    })
  const first = await start()
  const second = await start()
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.body.conversationId).toBe(first.body.conversationId)
  expect(first.body.streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//)
})

test('the language of a conversation is the client’s locale, else the browser’s, else the desk’s', async () => {
  const languages: string[] = []
  const { intake } = desk
  desk.intake = {
    ...intake,
    start: (wanted) => {
      languages.push(wanted.language)
      return intake.start(wanted)
    },
  }
  for (const [locale, browser] of [
    ['en-GB', 'es'],
    [undefined, 'fr;q=0.9,en;q=0.8,es;q=0.7'],
    [undefined, 'fr'],
  ]) {
    const { body } = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, { method: 'POST' })
    await fetch(`${desk.directLineUrl}/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.token}`, 'accept-language': browser ?? '' },
      body: JSON.stringify({ locale }),
    })
  }
  expect(languages).toEqual(['en', 'en', 'es'])
})

test('a customer comes back to the same conversation with the credential that the widget kept', async () => {
  const ana = await Customer.start(desk)
  await ana.say('me cobraron de más', 'c1')
  desk.clock.advance(20 * 24 * 60 * 60 * 1_000)

  const back = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, {
    json: { resume: ana.resume },
  })
  expect(back.body).toMatchObject({ conversationId: ana.conversationId, resumed: true })
  expect(claims(back.body.token).user).toBe(claims(ana.token).user)

  // The new credential counts from now.
  desk.clock.advance(20 * 24 * 60 * 60 * 1_000)
  const again = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, {
    json: { resume: back.body.resume },
  })
  expect(again.body).toMatchObject({ conversationId: ana.conversationId, resumed: true })
})

test.each(['expired', 'forged', 'a token instead'])(
  'a credential that is no good (%s) begins a new conversation and opens no other one',
  async (kind) => {
    const ana = await Customer.start(desk)
    if (kind === 'expired') desk.clock.advance(31 * 24 * 60 * 60 * 1_000)
    const resume = { expired: ana.resume, forged: `${ana.resume}x`, 'a token instead': ana.token }[kind]
    const { status, body } = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, {
      json: { resume },
    })
    expect(status).toBe(200)
    expect(body.resumed).toBe(false)
    expect(body.conversationId).not.toBe(ana.conversationId)
  },
)

test('only allowed sites, this machine in demo mode, and servers with the secret get tokens', async () => {
  const generate = async (init: { origin?: string; token?: string }): Promise<number> =>
    (await ask(`${desk.directLineUrl}/tokens/generate`, { method: 'POST', ...init })).status
  expect(await generate({})).toBe(200)
  expect(await generate({ origin: 'http://localhost:5173' })).toBe(200)
  expect(await generate({ origin: 'https://shop.example' })).toBe(200)
  expect(await generate({ origin: 'https://evil.example' })).toBe(403)
  expect(await generate({ origin: 'http://localhost.evil.example' })).toBe(403)
  expect(await generate({ origin: 'null' })).toBe(403)
  expect(await generate({ token: 'server to server secret'.replaceAll(' ', '') })).toBe(403)

  const production = await WebDesk.open({ demo: false, directLineSecret: 'a-secret-for-servers' })
  const generateThere = async (init: { origin?: string; token?: string }): Promise<number> =>
    (await ask(`${production.directLineUrl}/tokens/generate`, { method: 'POST', ...init })).status
  expect(await generateThere({})).toBe(403)
  expect(await generateThere({ origin: 'http://localhost:5173' })).toBe(403)
  expect(await generateThere({ origin: 'https://shop.example' })).toBe(200)
  expect(await generateThere({ token: 'a-secret-for-servers' })).toBe(200)
  await production.close()
})

test('a page cannot say who its visitor is; a server with the secret can, but not with an id of ours', async () => {
  const served = await WebDesk.open({ directLineSecret: 'a-secret-for-servers' })
  const generate = (user: object, token?: string): ReturnType<typeof ask<GenerateAnswer>> =>
    ask<GenerateAnswer>(`${served.directLineUrl}/tokens/generate`, {
      json: { user },
      ...(token ? { token } : {}),
    })
  const byPage = await generate({ id: 'customer-7', name: 'Ana' })
  expect(claims(byPage.body.token)).toMatchObject({ user: expect.stringMatching(/^dl_/), name: 'Ana' })
  const byServer = await generate({ id: 'customer-7' }, 'a-secret-for-servers')
  expect(claims(byServer.body.token)).toMatchObject({ user: 'customer-7' })
  expect((await generate({ id: 'dl_stolen' }, 'a-secret-for-servers')).status).toBe(400)
  await served.close()
})

test('an expired token is 403, a missing one 401, one of another conversation 403', async () => {
  const ana = await Customer.start(desk)
  const eva = await Customer.start(desk)
  expect((await ask(`${ana.url}/activities`)).status).toBe(401)
  expect((await ask(`${ana.url}/activities`, { token: eva.token })).status).toBe(403)
  expect((await ask(`${ana.url}/activities`, { token: ana.resume })).status).toBe(403)
  expect((await ask(`${ana.url}/activities`, { token: ana.token.replace(/.$/, '') })).status).toBe(403)
  desk.clock.advance(31 * 60 * 1_000)
  const late = await ask(`${ana.url}/activities`, { token: ana.token })
  expect([late.status, late.body.error.code]).toEqual([403, 'token-expired'])
})

test('a token is renewed before it ends, and the new one lasts', async () => {
  const ana = await Customer.start(desk)
  desk.clock.advance(20 * 60 * 1_000)
  const { body } = await ask<TokenAnswer>(`${desk.directLineUrl}/tokens/refresh`, {
    method: 'POST',
    token: ana.token,
  })
  desk.clock.advance(20 * 60 * 1_000)
  expect((await ask(`${ana.url}/activities`, { token: ana.token })).status).toBe(403)
  expect((await ask(`${ana.url}/activities`, { token: body.token })).status).toBe(200)
})

test('a conversation that never began is 404', async () => {
  const { body } = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, { method: 'POST' })
  const url = `${desk.directLineUrl}/conversations/${body.conversationId}`
  expect((await ask(url, { token: body.token })).status).toBe(404)
  const posted = await ask(`${url}/activities`, {
    token: body.token,
    json: { type: 'message', text: 'hola' },
  })
  expect(posted.status).toBe(404)
})

test('the same message five times at once is one message, and each post gets its id', async () => {
  const ana = await Customer.start(desk)
  const answers = await Promise.all(Array.from({ length: 5 }, () => ana.say('hola', 'same-id')))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect((await ana.messages()).map(({ text }) => text)).toEqual([
    'Soy el asistente automático.',
    'hola',
    'eco: hola',
  ])
})

test('a client that names its message by `id` alone is heard once too', async () => {
  const ana = await Customer.start(desk)
  await Promise.all([1, 2].map(() => ana.post({ type: 'message', id: 'abc', text: 'hola' })))
  expect((await ana.messages()).filter(({ text }) => text === 'hola')).toHaveLength(1)
})

test('a poll answers what came after its watermark', async () => {
  const ana = await Customer.start(desk)
  const first = await ana.poll()
  await ana.say('hola', 'c1')
  const second = await ana.poll(first.body.watermark)
  expect(second.body.activities.map((a) => (a.type === 'message' ? a.text : a.type))).toEqual([
    'hola',
    'eco: hola',
  ])
  expect((await ana.poll(second.body.watermark)).body).toEqual({
    activities: [],
    watermark: second.body.watermark,
  })
})

test('a client that polls hears of the header at first and when something happens', async () => {
  const ana = await Customer.start(desk)
  const first = await ana.poll()
  desk.status = { owner: 'queue', caseKey: 'K1', position: 2 }
  await desk.setHead(ana.conversationId, { caseKey: 'K1' })
  await desk.append(ana.conversationId, {
    id: 'e1',
    at: 0,
    kind: 'event',
    name: 'case-opened',
    caseKey: 'K1',
  })
  const second = await ana.poll(first.body.watermark)
  expect(first.body.activities[0]).toMatchObject({
    name: 'escotilla.state',
    channelData: { escotilla: { owner: 'bot' } },
  })
  expect(second.body).toMatchObject({
    activities: [{ name: 'escotilla.state', channelData: { escotilla: { owner: 'queue', position: 2 } } }],
    watermark: '2',
  })
  expect((await ana.poll('2')).body.activities).toEqual([])
})

test('buttons are suggested actions that send their words', async () => {
  const ana = await Customer.start(desk)
  desk.reply = () => ({ text: '¿Cuál?', buttons: [{ label: 'Internet' }, { label: 'Nada de esto' }] })
  await ana.say('cancelar', 'c1')
  expect((await ana.messages()).at(-1)?.suggestedActions).toEqual({
    actions: [
      { type: 'imBack', title: 'Internet', value: 'Internet' },
      { type: 'imBack', title: 'Nada de esto', value: 'Nada de esto' },
    ],
  })
})

test('one tap of the widget is an action, and comes back in the echo', async () => {
  const ana = await Customer.start(desk)
  const inbounds: unknown[] = []
  const { intake } = desk
  desk.intake = {
    ...intake,
    accept: (id, inbound) => {
      inbounds.push(inbound)
      return intake.accept(id, inbound)
    },
  }
  await ana.post({
    type: 'message',
    text: 'Que me llamen',
    channelData: { clientActivityID: 'c1', escotilla: { action: 'call-back', value: 'tomorrow' } },
  })
  expect(inbounds).toEqual([
    {
      messageId: 'c1',
      clientId: 'c1',
      text: 'Que me llamen',
      attachments: [],
      action: 'call-back',
      actionValue: 'tomorrow',
    },
  ])
  expect((await ana.messages())[1]?.channelData?.escotilla).toMatchObject({
    from: 'customer',
    action: 'call-back',
    value: 'tomorrow',
  })
})

test('emoji, right-to-left and 10,000 characters arrive as they were written; control characters don’t', async () => {
  const ana = await Customer.start(desk)
  desk.reply = () => undefined
  const texts = ['👨‍👩‍👧‍👦 ok 👍🏽', 'أريد التحدث إلى شخص', 'ñ'.repeat(10_000), 'una\nlínea\ty otra']
  for (const text of texts) expect((await ana.say(text)).status).toBe(200)
  await ana.say('ho\u0000la\u001b[31m\r\nadiós \ud800')
  expect((await ana.messages()).slice(1).map(({ text }) => text)).toEqual([
    ...texts,
    'hola[31m\nadiós \ufffd',
  ])
})

test('when the store is away the client is told that nothing was stored, and when to try again', async () => {
  const ana = await Customer.start(desk)
  desk.intake = {
    ...desk.intake,
    accept: () => Promise.reject(new StoreAway('the disk is gone')),
  }
  const answer = await ask(`${ana.url}/activities`, {
    token: ana.token,
    json: { type: 'message', text: 'hola' },
  })
  expect(answer.status).toBe(503)
  expect(answer.body.error.code).toBe('not-stored')
  expect(answer.headers.get('retry-after')).toBe('2')
})

test('a fault of ours is 500 without its details, which go to the log without the customer’s words', async () => {
  const ana = await Customer.start(desk)
  desk.intake = { ...desk.intake, accept: () => Promise.reject(new Error('boom in /srv/secret.ts')) }
  const answer = await ask(`${ana.url}/activities`, {
    token: ana.token,
    json: { type: 'message', text: 'mi clave' },
  })
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer.body)).not.toContain('boom')
  expect(JSON.stringify(desk.logged)).toContain('boom')
  expect(JSON.stringify(desk.logged)).not.toContain('mi clave')
  expect(JSON.stringify(desk.logged)).not.toContain(ana.token)
})

test('browsers of allowed sites may call and read errors; those of others may not', async () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${desk.directLineUrl}/conversations/x/activities`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    })
  const allowed = await preflight('https://shop.example')
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
  expect(allowed.headers.get('access-control-allow-headers')).toBe(
    'authorization, content-type, x-ms-bot-agent, x-requested-with',
  )
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  const refused = await ask(`${desk.directLineUrl}/conversations/x/activities`, {
    origin: 'https://shop.example',
  })
  expect(refused.status).toBe(401)
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://shop.example')
})

test('clients that ask for a session id are told that there are none', async () => {
  expect((await ask(`${desk.directLineUrl}/session/getsessionid`)).status).toBe(404)
})

test('a stream needs a ticket of its own that soon ends, from an allowed site', async () => {
  const ana = await Customer.start(desk)
  const withToken = ana.streamUrl.replace(/t=.*/, `t=${ana.token}`)
  await expect(ana.stream(withToken)).rejects.toThrow('403')
  await expect(ana.stream(ana.streamUrl.replace('/stream', '/elsewhere'))).rejects.toThrow('404')
  desk.clock.advance(6 * 60 * 1_000)
  await expect(ana.stream()).rejects.toThrow('403')
})
