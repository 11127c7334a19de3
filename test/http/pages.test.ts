import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'restify'
import { registerPages } from '../../src/http/pages.ts'
import { WIDGET_LIMIT_BYTES } from '../../src/web/build.ts'

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

let dist: string
let demo: Server
let production: Server
let unbuilt: Server

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'escotilla-pages-'))
  await promisify(execFile)(process.execPath, ['src/build.ts', dist])
  mkdirSync(join(dist, 'agent'), { recursive: true })
  writeFileSync(join(dist, 'agent/index.html'), '<!doctype html><title>Console</title>')
  writeFileSync(join(dist, 'agent/console-ABCDEFGH.js'), 'void 0')
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Shop</title>')
  demo = await listen({ dist, demo: true })
  production = await listen({ dist, demo: false })
  unbuilt = await listen({ dist: join(dist, 'nothing-here'), demo: true })
})

afterAll(async () => {
  for (const server of [demo, production, unbuilt]) {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  rmSync(dist, { recursive: true, force: true })
})

describe('the pages', () => {
  test('a site gets the whole widget as one script that any origin may load', async () => {
    const got = await get(production, '/widget.js')
    expect(got.status).toBe(200)
    expect(got.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(got.headers['content-encoding']).toBeUndefined()
  })

  test('the widget travels compressed to those who can read it, and is at most 30 kB', async () => {
    const plain = await get(production, '/widget.js')
    const gzip = await get(production, '/widget.js', { 'accept-encoding': 'gzip, deflate' })
    const br = await get(production, '/widget.js', { 'accept-encoding': 'gzip, br;q=0.9' })
    const refused = await get(production, '/widget.js', { 'accept-encoding': 'br;q=0, gzip;q=0' })
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(refused.body).toEqual(plain.body)
    expect(gzip.body.length).toBeLessThanOrEqual(WIDGET_LIMIT_BYTES)
    expect(new Set([plain, gzip, br].map((got) => got.headers.etag)).size).toBe(3)
  })

  test('agents and supervisors find the console at their addresses', async () => {
    for (const address of ['/agent', '/agent/insights']) {
      const got = await get(production, address)
      expect(got.status).toBe(200)
      expect(got.body.toString()).toContain('<title>Console</title>')
    }
  })

  test('a browser that has the current script is not sent it again', async () => {
    const first = await get(production, '/widget.js')
    const again = await get(production, '/widget.js', { 'if-none-match': `W/${first.headers.etag}` })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    const changed = await get(production, '/widget.js', { 'if-none-match': '"another"' })
    expect(changed.status).toBe(200)
  })

  test('the console runs under a policy that lets no inline script or style run', async () => {
    const got = await get(production, '/agent')
    expect(got.status).toBe(200)
    const policy = String(got.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toMatch(/connect-src 'self' ws:\/\/127\.0\.0\.1:\d+/)
    expect(policy).not.toContain('unsafe')
    expect(got.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': 'no-cache',
    })
  })

  test('a file whose name carries its content hash is kept for a year', async () => {
    const got = await get(production, '/agent/console-ABCDEFGH.js')
    expect(got.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('the demo page is there in demo mode only', async () => {
    expect((await get(demo, '/')).status).toBe(200)
    expect((await get(demo, '/?lang=en')).status).toBe(200)
    expect((await get(production, '/')).status).toBe(404)
  })

  test('HEAD answers the same headers without the body', async () => {
    const got = await get(production, '/widget.js', {}, 'HEAD')
    expect(Number(got.headers['content-length'])).toBeGreaterThan(0)
    expect(got.body).toHaveLength(0)
  })

  test.each([
    '/agent/nothing.js',
    '/agent/../index.html',
    '/agent/%2e%2e/index.html',
    '/agent/index.html.gz',
  ])('%s is an honest 404', async (path) => {
    const got = await get(production, path)
    expect(got.status).toBe(404)
  })

  test('before the build the operator is told which command is missing', async () => {
    const got = await get(unbuilt, '/widget.js')
    expect(got.status).toBe(503)
    expect(JSON.parse(got.body.toString())).toEqual({
      error: { code: 'not-built', message: expect.stringContaining('npm run build') },
    })
  })
})

async function listen(deps: { dist: string; demo: boolean }): Promise<Server> {
  const server = createServer()
  registerPages(server, deps)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function get(
  server: Server,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Got> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    // A connection of its own: one kept alive may be closed by a slow machine just as it is used again.
    request({ agent: false, host: '127.0.0.1', port, path, method, headers }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })
}
