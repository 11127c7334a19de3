import { PassThrough } from 'node:stream'
import { afterEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { failure } from '../../src/http/failure.ts'
import { type Readiness, registerHealth } from '../../src/http/health.ts'
import { route } from '../../src/http/routes.ts'
import { createServer, type HttpServer } from '../../src/http/server.ts'

const logged: Record<string, unknown>[] = []
const note = (fields: Record<string, unknown>): void => {
  logged.push(fields)
}
const log = { error: note, warn: note, debug: note }
const fail = failure(log)
let http: HttpServer | undefined

afterEach(async () => {
  await http?.close(1_000)
  http = undefined
  logged.length = 0
})

async function serve(register: (server: HttpServer) => void): Promise<string> {
  http = createServer({ log, secure: false })
  register(http)
  const { port } = await http.listen(0, '127.0.0.1')
  return `http://127.0.0.1:${port}`
}

test('closing lets a request in hand finish, ends what stays open, and takes nothing new', async () => {
  let finish: () => void = () => {}
  let arrived: () => void = () => {}
  const isHere = new Promise<void>((resolve) => {
    arrived = resolve
  })
  let isStreamEnded = false
  const url = await serve(({ server, onClosing }) => {
    onClosing(() => {
      isStreamEnded = true
    })
    route(server, 'get', '/slow', { fail }, async () => {
      arrived()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return { status: 200, body: { done: true } }
    })
  })
  const slow = fetch(`${url}/slow`)
  await isHere
  const closing = http?.close(5_000)
  expect(isStreamEnded).toBe(true)
  await expect(fetch(`${url}/slow`)).rejects.toThrow('fetch failed')
  finish()
  await expect((await slow).json()).resolves.toEqual({ done: true })
  await closing
})

test('what does not finish in time is cut', async () => {
  let arrived: () => void = () => {}
  const isHere = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const url = await serve(({ server }) => {
    route(server, 'get', '/never', { fail }, () => {
      arrived()
      return new Promise(() => {})
    })
  })
  const never = fetch(`${url}/never`).then(
    () => 'answered',
    () => 'cut',
  )
  await isHere
  await http?.close(1)
  await expect(never).resolves.toBe('cut')
})

test('health, readiness by name, and metrics', async () => {
  const store: Readiness = { name: 'store', missing: () => 'the disk is full' }
  const recogniser: Readiness = { name: 'recogniser', missing: () => Promise.reject(new Error('secret')) }
  const parts = [store, recogniser, { name: 'pages', missing: () => undefined }]
  const registry = {
    metrics: () => Promise.resolve('escotilla_asked_not_reached 0\n'),
    contentType: 'text/plain',
  }
  const url = await serve(({ server }) => registerHealth(server, { readiness: parts, registry, fail }))

  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const notReady = await fetch(`${url}/readyz`)
  expect(notReady.status).toBe(503)
  await expect(notReady.json()).resolves.toMatchObject({
    error: { code: 'not-ready' },
    notReady: ['store: the disk is full', 'recogniser: does not answer'],
  })
  parts.length = 0
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  await expect((await fetch(`${url}/metrics`)).text()).resolves.toBe('escotilla_asked_not_reached 0\n')
})

test('requests are logged by their pattern, without address, body or token', async () => {
  const url = await serve(({ server }) => {
    route(
      server,
      'post',
      '/things/:id',
      { fail, body: z.object({ text: z.string() }) },
      ({ params, body }) => ({
        status: 200,
        body: { id: params.id, text: body.text },
      }),
    )
  })
  const answer = await fetch(`${url}/things/anas-id?t=ticket`, {
    method: 'POST',
    headers: { authorization: 'Bearer token' },
    body: '{"text":"mi clave"}',
  })
  await expect(answer.json()).resolves.toEqual({ id: 'anas-id', text: 'mi clave' })
  await http?.close(1_000)
  expect(logged).toEqual([{ method: 'POST', route: '/things/:id', status: 200, ms: expect.any(Number) }])
})

test('a body that is too large is read to its end and refused, and the connection stays good', async () => {
  const url = await serve(({ server }) => {
    route(server, 'post', '/small', { fail, body: z.object({}), limitBytes: 100 }, () => ({ status: 204 }))
  })
  const refused = await fetch(`${url}/small`, { method: 'POST', body: 'x'.repeat(5_000_000) })
  expect(refused.status).toBe(413)
  await expect(refused.json()).resolves.toMatchObject({ error: { code: 'too-large' } })
  expect((await fetch(`${url}/small`, { method: 'POST', body: '{}' })).status).toBe(204)
})

test.each([
  ['did not come in time', 'ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
  ['is none', 'HPE_INVALID_METHOD', '400 Bad Request'],
])('a request that %s is answered so', async (_what, code, status) => {
  await serve(() => undefined)
  const socket = new PassThrough({ encoding: 'utf8' })
  http?.server.server.emit('clientError', Object.assign(new Error(code), { code }), socket)
  expect(String(socket.read()).split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`)
})

test('a port that somebody else has is told in words', async () => {
  const url = await serve(() => {})
  const second = createServer({ log, secure: false })
  await expect(second.listen(Number(new URL(url).port), '127.0.0.1')).rejects.toMatchObject({
    code: 'port-taken',
  })
})
