import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Verb } from '../../src/business/business.ts'
import { HttpBusiness, type HttpBusinessOptions } from '../../src/business/http/http.ts'
import { businessOpenApi } from '../../src/business/openapi.ts'
import { businessContract } from '../contract/business.ts'
import { OddCompany, openSandboxServer } from '../support/company-server.ts'

const TOKEN = 'company-secret-token'

businessContract('over HTTP, against another Escotilla’s sandbox', async () => {
  const server = await openSandboxServer()
  const business = new HttpBusiness({ url: server.url, token: TOKEN })
  return {
    call: (verb, args, id) => business.call(verb, args, { id, signal: new AbortController().signal }),
    close: server.close,
  }
})

describe('the company over HTTP', () => {
  let company: OddCompany
  beforeEach(async () => {
    company = await OddCompany.open()
  })
  afterEach(async () => {
    jest.useRealTimers()
    await company.close()
  })
  const over = (options: Partial<HttpBusinessOptions> = {}) =>
    new HttpBusiness({ url: company.url, token: TOKEN, retryAfterMs: 1, ...options })
  const call = (business: HttpBusiness, verb: Verb, id = 'id-1', signal = new AbortController().signal) =>
    business.call(verb, { account: '445566', endDate: '2026-11-30' }, { id, signal })
  const LINE = { kind: 'ok', ref: 'L-1', data: { lineState: 'up' } }
  const CANCELLED = { kind: 'ok', ref: 'B-1', data: { endDate: '2026-11-30', lastCharge: '10 COP' } }

  test('is asked by a POST of the verb, with the token and the call’s id as the idempotency key', async () => {
    company.says(200, LINE)
    expect(await call(over(), 'check-line')).toEqual(LINE)
    expect(company.seen).toMatchObject([
      { path: '/verbs/check-line', headers: { authorization: `Bearer ${TOKEN}`, 'idempotency-key': 'id-1' } },
    ])
  })

  test('is asked again with the same key where that does no harm', async () => {
    company.answer = (_req, res) => {
      if (company.seen.length < 3) res.destroy()
      else res.end(JSON.stringify(LINE))
    }
    expect(await call(over(), 'check-line')).toEqual(LINE)
    expect(company.seen.map((one) => one.headers['idempotency-key'])).toEqual(['id-1', 'id-1', 'id-1'])
  })

  test('is asked once for what must not be repeated, and then nobody knows', async () => {
    company.answer = (_req, res) => res.destroy()
    expect(await call(over(), 'cancel-service')).toMatchObject({ kind: 'unknown' })
    expect(company.seen).toHaveLength(1)
  })

  test.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'failed'],
    [429, 'failed'],
    [400, 'failed'],
    [401, 'failed'],
    [404, 'failed'],
  ] as const)('a change answered %d is %s', async (status, kind) => {
    company.says(status, { error: { code: 'x', message: 'secret words of the company' } })
    const outcome = await call(over(), 'cancel-service')
    expect(outcome).toMatchObject({ kind })
    expect(JSON.stringify(outcome)).not.toMatch(/secret/)
  })

  test('where nobody listens a change has failed, certainly not carried out', async () => {
    const { url } = company
    await company.close()
    expect(await call(new HttpBusiness({ url, retryAfterMs: 1 }), 'cancel-service')).toEqual({
      kind: 'failed',
      why: 'no connection (ECONNREFUSED)',
    })
    company = await OddCompany.open()
  })

  test('an answer that does not come in time is given up: a change is unknown, a look-up has failed', async () => {
    company.answer = () => undefined
    const business = over({ attemptMs: 20 })
    expect(await call(business, 'cancel-service')).toEqual({
      kind: 'unknown',
      why: 'the company system did not answer in time',
    })
    expect(await call(business, 'check-line')).toMatchObject({ kind: 'failed' })
  })

  test('the caller’s own limit ends a call', async () => {
    const stop = new AbortController()
    company.answer = () => stop.abort()
    expect(await call(over(), 'cancel-service', 'id', stop.signal)).toMatchObject({ kind: 'unknown' })
  })

  test.each([
    ['no JSON', 'oops'],
    ['no union', { done: true }],
    ['no reference', { ...CANCELLED, ref: '' }],
    ['money that is none', { ...CANCELLED, data: { ...CANCELLED.data, lastCharge: 'ten pesos' } }],
    ['a date that is none', { ...CANCELLED, data: { ...CANCELLED.data, endDate: 'soon' } }],
    ['without what is always given', { ...CANCELLED, data: {} }],
  ])('an answer with %s is never taken as done', async (_what, body) => {
    company.says(200, body)
    expect(await call(over(), 'cancel-service')).toMatchObject({ kind: 'unknown' })
  })

  test('a refusal of its own making is passed on; what the verb does not give is dropped', async () => {
    company.says(200, { kind: 'refused', reason: 'on-strike' })
    expect(await call(over(), 'cancel-service')).toEqual({ kind: 'refused', reason: 'on-strike' })
    company.says(200, { ...CANCELLED, data: { ...CANCELLED.data, proven: '999999' } })
    expect(await call(over(), 'cancel-service')).toEqual(CANCELLED)
  })

  test('after failures in a row it is left alone for a while, says so, and is tried again after it', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout', 'performance'],
    })
    const business = over({ breakAfter: 2, restMs: 10_000 })
    company.says(500, {})
    await call(business, 'cancel-service', 'a')
    await call(business, 'cancel-service', 'b')
    expect(await call(business, 'cancel-service', 'c')).toEqual({
      kind: 'failed',
      why: 'the company system is resting',
    })
    expect(company.seen).toHaveLength(2)
    expect(business.note()).toMatch(/failed several times/)
    jest.setSystemTime(Date.now() + 10_001)
    company.says(200, CANCELLED)
    expect(await call(business, 'cancel-service', 'd')).toEqual(CANCELLED)
    expect(business.note()).toBeUndefined()
  })

  test('the token is in no outcome, whatever happens', async () => {
    const outcomes = []
    company.answer = (req, res) => {
      res.statusCode = 400
      res.end(req.headers.authorization)
    }
    outcomes.push(await call(over(), 'cancel-service'))
    company.answer = (_req, res) => {
      res.statusCode = 302
      res.setHeader('location', 'http://127.0.0.1:1/')
      res.end()
    }
    outcomes.push(await call(over(), 'cancel-service'))
    outcomes.push(await call(over({ url: `http://user:${TOKEN}@127.0.0.1:1` }), 'cancel-service'))
    expect(JSON.stringify(outcomes)).not.toContain(TOKEN)
  })
})

describe('the sandbox’s server', () => {
  let server: Awaited<ReturnType<typeof openSandboxServer>>
  beforeEach(async () => {
    server = await openSandboxServer()
  })
  afterEach(() => server.close())
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'idempotency-key': 'k', ...headers },
      body: JSON.stringify(body),
    })

  test('serves the document that it keeps to', async () => {
    const document = await (await fetch(`${server.url}/openapi.json`)).json()
    expect(document).toEqual(JSON.parse(JSON.stringify(businessOpenApi(server.url))))
    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: { '/verbs/cancel-service': { post: { 'x-changes': true, 'x-repeatable': false } } },
    })
  })

  test.each([
    ['/verbs/fly', {}, {}, 404],
    ['/verbs/check-line', { account: '445566' }, { authorization: '' }, 401],
    ['/verbs/check-line', { account: '445566' }, { 'idempotency-key': '' }, 400],
    ['/verbs/check-line', { acount: '445566' }, {}, 400],
  ])('%s with %j %j is %d', async (path, body, headers, status) => {
    expect((await post(path, body, headers)).status).toBe(status)
  })

  test('misbehaves when told to, and stops when told to', async () => {
    const fault = (method: string, body?: unknown) =>
      fetch(`${server.url}/fault`, {
        method,
        headers: { authorization: 'Bearer any' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    expect((await fault('PUT', { kind: 'failing' })).status).toBe(204)
    expect((await post('/verbs/check-line', { account: '445566' })).status).toBe(503)
    expect((await fault('PUT', { kind: 'on fire' })).status).toBe(400)
    expect((await fault('DELETE')).status).toBe(204)
    expect((await post('/verbs/check-line', { account: '445566' })).status).toBe(200)
  })
})
