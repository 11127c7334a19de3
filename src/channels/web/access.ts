import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpFault } from '../../errors.ts'
import type { Grant, Purpose, Tokens } from './tokens.ts'

export interface AccessOptions {
  tokens: Tokens
  /** Origins of the sites that embed the widget, and our own. */
  allowedOrigins: readonly string[]
  /** Demo mode: pages on this machine may do what allowed sites may. */
  demo: boolean
  directLineSecret?: string | undefined
}

/** What Direct Line clients send: `x-ms-bot-agent` comes with every request of Microsoft's. */
const CORS_HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with'
const PREFLIGHT_SECONDS = '7200'

/** Who may do what on the web channel. */
export interface Access {
  allowsOrigin(origin: string): boolean
  /** Lets pages of allowed origins read the answer. */
  openToOrigin(req: IncomingMessage, res: ServerResponse): void
  /** Who asks for a token: a server with the secret, or a page of an allowed site. Throws 403. */
  mayMint(req: IncomingMessage): 'server' | 'page'
  /** The holder of the token in the Authorization header. Throws 401, or 403 as clients expect of expired ones. */
  holder(req: IncomingMessage): Grant
  /** As `holder`, of a token in the address. */
  holderOf(purpose: Purpose, token: string): Grant
  /** Whether the Authorization header holds the server-to-server secret. */
  hasSecret(req: IncomingMessage): boolean
}

export function createAccess(options: AccessOptions): Access {
  const { tokens, demo } = options
  const origins = new Set(options.allowedOrigins)
  const secretDigest = options.directLineSecret === undefined ? undefined : digest(options.directLineSecret)

  function allowsOrigin(origin: string): boolean {
    return origins.has(origin) || (demo && isLoopbackOrigin(origin))
  }

  function hasSecret(req: IncomingMessage): boolean {
    const bearer = bearerOf(req)
    return secretDigest !== undefined && bearer !== undefined && timingSafeEqual(digest(bearer), secretDigest)
  }

  function holderOf(purpose: Purpose, token: string): Grant {
    const verdict = tokens.verify(purpose, token)
    if (verdict.outcome === 'ok') return verdict.grant
    if (verdict.outcome === 'expired') {
      throw new HttpFault(403, 'token-expired', 'the token has expired: get a new one from /tokens/generate')
    }
    throw new HttpFault(403, 'token-invalid', 'the token is not valid: get a new one from /tokens/generate')
  }

  return {
    allowsOrigin,
    hasSecret,
    holderOf,
    openToOrigin(req, res) {
      res.setHeader('vary', 'origin')
      const { origin } = req.headers
      if (origin === undefined || !allowsOrigin(origin)) return
      res.setHeader('access-control-allow-origin', origin)
      if (req.method !== 'OPTIONS') return
      res.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
      res.setHeader('access-control-allow-headers', CORS_HEADERS)
      res.setHeader('access-control-max-age', PREFLIGHT_SECONDS)
    },
    mayMint(req) {
      if (hasSecret(req)) return 'server'
      const { origin } = req.headers
      const isAllowed =
        req.headers.authorization === undefined &&
        (origin === undefined ? demo && isLoopbackAddress(req.socket.remoteAddress) : allowsOrigin(origin))
      if (isAllowed) return 'page'
      throw new HttpFault(
        403,
        'origin-not-allowed',
        'this site may not start conversations: add its origin to ALLOWED_ORIGINS, or send the DIRECT_LINE_SECRET',
      )
    },
    holder(req) {
      const token = bearerOf(req)
      if (token === undefined) {
        throw new HttpFault(401, 'no-token', 'send the token in the header: Authorization: Bearer <token>')
      }
      return holderOf('token', token)
    },
  }
}

function bearerOf(req: IncomingMessage): string | undefined {
  return /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1]
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isLoopbackOrigin(origin: string): boolean {
  return /^https?:\/\/(([a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(origin)
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
