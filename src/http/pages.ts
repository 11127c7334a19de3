import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Next, Request, Response, Server } from 'restify'
import { HttpFault } from '../errors.ts'
import { faultAnswer, send } from './routes.ts'

export interface PagesDeps {
  /** The folder of pages that `npm run build` wrote. */
  dist: string
  /** The demo page at `/` is served in demo mode only. */
  demo: boolean
}

/** A built file, held in memory with its compressed forms: all of them together are a few hundred kilobytes. */
interface Page {
  type: string
  tag: string
  /** The name carries a content hash, so it never changes. */
  immutable: boolean
  forms: { identity: Buffer; gzip?: Buffer; br?: Buffer }
}

type Encoding = keyof Page['forms']

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/**
 * Serves `/` (demo mode), `/widget.js`, `/agent` and its assets. Pages get a content security policy without
 * `unsafe-inline`: what a customer wrote can never run, even if it were ever put into a page as HTML.
 */
export function registerPages(server: Server, deps: PagesDeps): void {
  const pages = loadPages(deps.dist)
  const serve =
    (find: (req: Request) => string) =>
    (req: Request, res: Response, next: Next): void => {
      answer(req, res, pages, find(req))
      next(false)
    }
  const both = (path: string, find: (req: Request) => string): void => {
    server.get(path, serve(find))
    server.head(path, serve(find))
  }
  if (deps.demo) both('/', () => 'index.html')
  if (deps.demo) both('/demo/*', pathOf)
  both('/widget.js', () => 'widget.js')
  both('/agent', () => 'agent/index.html')
  // A supervisor works in the console too: more queues, every case, taking over.
  both('/agent/insights', () => 'agent/index.html')
  both('/agent/*', pathOf)
}

function pathOf(req: Request): string {
  return (req.url ?? '').split('?')[0]?.slice(1) ?? ''
}

function loadPages(dist: string): Map<string, Page> {
  const pages = new Map<string, Page>()
  let files: string[]
  try {
    files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  } catch {
    return pages
  }
  for (const name of files.filter((file) => statSync(join(dist, file)).isFile())) {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)]
    if (!type) continue
    const identity = readFileSync(join(dist, name))
    const gzip = readIfThere(join(dist, `${name}.gz`))
    const br = readIfThere(join(dist, `${name}.br`))
    pages.set(name.split(sep).join('/'), {
      type,
      tag: contentTag(identity),
      immutable: /-[A-Z0-9]{8}\.\w+$/.test(name),
      forms: { identity, ...(gzip && { gzip }), ...(br && { br }) },
    })
  }
  return pages
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function answer(req: Request, res: Response, pages: ReadonlyMap<string, Page>, name: string): void {
  const page = pages.get(name)
  if (!page) {
    const fault = pages.size
      ? new HttpFault(404, 'not-found', 'there is no such page: check the address')
      : new HttpFault(503, 'not-built', 'the pages have not been built: run `npm run build` and start again')
    send(res, faultAnswer(fault))
    return
  }
  const encoding = chooseEncoding(req.headers['accept-encoding'], page)
  // Each form has its own tag: a cache may hold two of them under one address.
  const etag = `"${page.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const body = page.forms[encoding] ?? page.forms.identity
  const headers: Record<string, string> = {
    'content-type': page.type,
    'content-length': String(body.length),
    'cache-control': cacheControl(page, name),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    vary: 'accept-encoding',
    etag,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    ...(page.type.startsWith('text/html') ? pageHeaders(req) : {}),
    // Any site may embed the widget's script; what it may then do is decided where tokens are minted.
    ...(name === 'widget.js'
      ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
      : {}),
  }
  if (isFresh(req.headers['if-none-match'], etag)) {
    const { 'content-length': _, ...rest } = headers
    res.writeHead(304, rest)
    res.end()
    return
  }
  res.writeHead(200, headers)
  res.end(req.method === 'HEAD' ? undefined : body)
}

function cacheControl(page: Page, name: string): string {
  if (page.immutable) return 'public, max-age=31536000, immutable'
  return name === 'widget.js' ? 'public, max-age=300, stale-while-revalidate=86400' : 'no-cache'
}

/**
 * The policy of our own pages. `'self'` covers WebSockets of the same origin in current browsers; the explicit
 * addresses are for those where it does not.
 */
export function pageHeaders(req: Request): Record<string, string> {
  const host = req.headers.host ?? ''
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "media-src 'self' blob: data:",
    `connect-src 'self'${sockets}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
  }
}

/** The smallest form that the client says it can read. */
function chooseEncoding(accept: string | string[] | undefined, page: Page): Encoding {
  const accepted = new Map(
    String(accept ?? '')
      .split(',')
      .map((part) => {
        const [coding = '', ...parameters] = part.trim().toLowerCase().split(';')
        const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
        return [coding.trim(), weight ? Number(weight.slice(2)) : 1] as const
      }),
  )
  for (const coding of ['br', 'gzip'] as const) {
    if (page.forms[coding] && (accepted.get(coding) ?? accepted.get('*') ?? 0) > 0) return coding
  }
  return 'identity'
}

function isFresh(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

/** The beginning of a digest: names this content for caches. */
function contentTag(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
}
