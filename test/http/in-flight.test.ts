import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Next, Request, Response } from 'restify'
import { createServer, type HttpServer } from '../../src/http/server.ts'

const quiet = { error: () => undefined, warn: () => undefined, debug: () => undefined }
let http: HttpServer
let url: string
let answers: (() => void)[]
beforeEach(async () => {
  answers = []
  http = createServer({ log: quiet, secure: false, mostBytesInFlight: 100_000 })
  const hold = (_req: Request, res: Response, next: Next): void => {
    answers.push(() => {
      res.writeHead(204)
      res.end()
      next(false)
    })
  }
  http.server.post('/hold', hold)
  http.server.get('/healthz', (_req: Request, res: Response, next: Next) => {
    res.writeHead(200)
    res.end()
    next(false)
  })
  url = `http://127.0.0.1:${(await http.listen(0, '127.0.0.1')).port}`
})
afterEach(() => http.close(100))

/** Resolves with the status; a body in pieces, whose size nobody knows, when `chunked`. */
function post(
  size: number,
  chunked = false,
): Promise<{ status: number | undefined; again?: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = chunked ? {} : { 'content-length': size }
    const sent = request(`${url}/hold`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode, again: answer.headers['retry-after'] })
    })
    sent.on('error', reject)
    if (chunked) sent.write('x'.repeat(size))
    sent.end(chunked ? '' : 'x'.repeat(size))
  })
}

async function held(n: number): Promise<void> {
  while (answers.length < n) await new Promise((resolve) => setImmediate(resolve))
}

test('requests beyond what may be held in memory are refused with a time to come again, and there is room once others are answered', async () => {
  const first = [post(20_000), post(20_000)]
  await held(2)
  expect(await post(20_000)).toEqual({ status: 503, again: '2' })
  // Its size is not known, so it counts as the largest.
  expect(await post(10, true)).toMatchObject({ status: 503 })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  for (const answer of answers) answer()
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([204, 204])
  const next = post(20_000)
  await held(3)
  answers[2]?.()
  expect((await next).status).toBe(204)
})
