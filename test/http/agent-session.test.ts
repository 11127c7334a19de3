import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createSessions, isLoopback, SESSION_MS } from '../../src/http/agent-session.ts'
import { AgentHouse, Desk } from './agent-house.ts'

let house: AgentHouse
beforeEach(async () => {
  house = await AgentHouse.open()
})
afterEach(() => house.close())

describe('a session', () => {
  test('is a cookie that no script reads and no other site sends', async () => {
    const reply = await house.desk().post('/session', { demo: 'agent-1' })
    const [cookie = ''] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/^escotilla_session=[\w.-]+; /)
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute)
    expect(reply.text).not.toContain(cookie.slice(0, 60))
  })

  test('ends by itself', async () => {
    const ana = await house.signedIn('agent-1')
    house.house.clock.advance(SESSION_MS - 1_000)
    expect((await ana.get('/queue')).status).toBe(200)
    house.house.clock.advance(2_000)
    expect((await ana.get('/queue')).body).toMatchObject({ error: { code: 'signed-out' } })
  })

  test('that is used is renewed', async () => {
    const ana = await house.signedIn('agent-1')
    expect((await ana.get('/me')).headers.getSetCookie()).toEqual([])
    house.house.clock.advance(2 * 3_600_000)
    expect((await ana.get('/me')).headers.getSetCookie()).toHaveLength(1)
  })

  test('of the company’s own sign-in ends when it said, however much it is used', async () => {
    const now = () => house.house.clock.now()
    const identity = { id: 'agent-1', name: 'Ana', role: 'agent' as const, languages: ['es' as const] }
    const ana = await house.signedIn('agent-1')
    const cookie = await createSessions({ secrets: ['a secret of sixteen'], secure: false, now }).issue(
      identity,
      false,
    )
    ana.cookie = cookie.split(';')[0] ?? ''
    for (let hour = 0; hour < 11; hour += 1) {
      house.house.clock.advance(3_600_000)
      const reply = await ana.get('/me')
      expect([reply.status, reply.headers.getSetCookie()]).toEqual([200, []])
    }
    house.house.clock.advance(3_600_000)
    expect((await ana.get('/me')).status).toBe(401)
  })

  test('that was tampered with is none', async () => {
    const ana = await house.signedIn('agent-1')
    const [head = '', claims = '', signature = ''] = ana.cookie.split('.')
    const forged = Buffer.from(
      Buffer.from(claims, 'base64url').toString().replace('"agent"', '"supervisor"'),
    ).toString('base64url')
    ana.cookie = [head, forged, signature].join('.')
    expect((await ana.get('/me')).status).toBe(401)
    ana.cookie = 'escotilla_session=not-a-token'
    expect((await ana.get('/me')).status).toBe(401)
  })

  test('outlives a change of secrets while the old one still verifies', async () => {
    const now = () => house.house.clock.now()
    const issued = await createSessions({ secrets: ['old secret, sixteen'], secure: true, now }).issue(
      { id: 'a', name: 'A', role: 'agent', languages: ['es'] },
      false,
    )
    const request = { headers: { cookie: issued.split(';')[0] } } as IncomingMessage
    const both = createSessions({
      secrets: ['new secret, sixteen', 'old secret, sixteen'],
      secure: true,
      now,
    })
    const only = createSessions({ secrets: ['new secret, sixteen'], secure: true, now })
    expect(issued).toContain('; Secure')
    expect(await both.read(request)).toMatchObject({ id: 'a', role: 'agent' })
    expect(await only.read(request)).toBeUndefined()
  })

  test('ended by its owner takes them off duty', async () => {
    const ana = await (await house.signedIn('agent-1')).onDuty()
    const reply = await ana.call('DELETE', '/session')
    expect(reply.status).toBe(204)
    expect(reply.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect((await house.house.duty()).agentsAvailable).toBe(0)
  })
})

describe('demo accounts', () => {
  test('are offered and taken on loopback in demo mode', async () => {
    expect((await house.desk().get('/session')).body).toMatchObject({
      company: 'Fibra Andina',
      demoAccounts: [{ id: 'agent-1' }, { id: 'agent-2' }, { id: 'supervisor-1', role: 'supervisor' }],
    })
  })

  test('do not exist outside demo mode', async () => {
    const production = await AgentHouse.open({ demo: false })
    try {
      const desk = new Desk(production.url)
      expect((await desk.get('/session')).body).toMatchObject({ demoAccounts: [] })
      const reply = await desk.post('/session', { demo: 'agent-1' })
      expect([reply.status, reply.body]).toMatchObject([403, { error: { code: 'demo-off' } }])
      expect((await desk.get('/session/oidc')).status).toBe(404)
    } finally {
      await production.close()
    }
  })

  test('are refused to whoever comes through a proxy', async () => {
    const reply = await house
      .desk()
      .call('POST', '/session', { demo: 'agent-1' }, { 'x-forwarded-for': '203.0.113.9' })
    expect([reply.status, reply.body]).toMatchObject([403, { error: { code: 'not-loopback' } }])
  })

  test.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.1.20', false],
    ['::ffff:10.0.0.1', false],
    ['', false],
  ])('an address %j is loopback: %s', (remoteAddress, expected) => {
    const headers = { host: 'localhost:3978' }
    expect(isLoopback({ headers, socket: { remoteAddress } } as unknown as IncomingMessage)).toBe(expected)
  })

  test.each([
    ['localhost:3978', true],
    ['127.0.0.1:3978', true],
    ['[::1]:3978', true],
    ['rebound.example:3978', false],
    ['127.0.0.1.evil.example', false],
  ])('a page that names the host %j means this machine: %s', (host, expected) => {
    const socket = { remoteAddress: '127.0.0.1' }
    expect(isLoopback({ headers: { host }, socket } as unknown as IncomingMessage)).toBe(expected)
  })
})

describe('another site', () => {
  test.each<[string, Record<string, string>]>([
    ['its origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['a look-alike', { origin: 'http://127.0.0.1.evil.example' }],
    ['what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of ours', { 'sec-fetch-site': 'same-site' }],
  ])('can change nothing, known by %s', async (_, headers) => {
    const ana = await house.signedIn('agent-1')
    for (const [method, path, body] of [
      ['PUT', '/presence', { status: 'available' }],
      ['POST', '/queue/claim', { id: 'x' }],
      ['POST', '/session', { demo: 'agent-2' }],
      ['DELETE', '/session', undefined],
      ['POST', '/cases/K7M-4QX/messages', { id: 'x', text: 'x' }],
    ] as const) {
      const reply = await ana.call(method, path, body, headers)
      expect([path, reply.status, reply.body]).toMatchObject([path, 403, { error: { code: 'wrong-origin' } }])
    }
    expect((await ana.get('/me')).body).toMatchObject({ presence: { status: 'away' } })
  })

  test('is not the console itself', async () => {
    const ana = await house.signedIn('agent-1')
    const own = { origin: house.url, 'sec-fetch-site': 'same-origin' }
    expect((await ana.call('PUT', '/presence', { status: 'available' }, own)).status).toBe(200)
  })

  test('is not the address that the operator says is ours', async () => {
    const behind = await AgentHouse.open({ publicUrl: 'https://help.example.com' })
    try {
      const ana = await new Desk(behind.url).signIn('agent-1')
      const headers = { origin: 'https://help.example.com' }
      expect((await ana.call('PUT', '/presence', { status: 'available' }, headers)).status).toBe(200)
    } finally {
      await behind.close()
    }
  })
})
