import type { IncomingMessage } from 'node:http'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Identity } from '../cases/desk-presence.ts'
import { HttpFault } from '../errors.ts'
import { LANGUAGES, type Language } from '../language.ts'

export const SESSION_COOKIE = 'escotilla_session'
/** A working day from the sign-in. Only the demo's sessions are renewed on the way. */
export const SESSION_MS = 12 * 3_600_000
const AUDIENCE = 'escotilla-agent'

const claimsShape = z.object({
  sub: z.string(),
  name: z.string(),
  role: z.enum(['agent', 'supervisor']),
  languages: z.array(z.enum(LANGUAGES)),
  demo: z.boolean(),
  iat: z.number(),
  exp: z.number(),
})

/** Who is signed in. */
export interface Session extends Identity {
  demo: boolean
  issuedAt: number
  expiresAt: number
  /** The language of their console, as each request says it; without it they read a case in its customer's. */
  reads?: Language
}

/** Agents' sessions: a signed cookie that no script can read and no other site can send. */
export interface Sessions {
  /** The `Set-Cookie` of a new session. */
  issue(identity: Identity, demo: boolean): Promise<string>
  /** The `Set-Cookie` that ends one. */
  end(): string
  /** Who sent this request; undefined without a valid session. */
  read(req: IncomingMessage): Promise<Session | undefined>
  /** Like `read`. Throws 401. */
  require(req: IncomingMessage): Promise<Session>
}

/**
 * `secrets`: the first signs, all verify, so that a secret can be changed without signing anybody out.
 * `secure`: the cookie is sent over https only.
 */
export function createSessions(options: {
  secrets: readonly string[]
  secure: boolean
  now: () => number
}): Sessions {
  const keys = options.secrets.map((secret) => new TextEncoder().encode(secret))
  const [signing] = keys
  if (!signing) throw new TypeError('sessions need at least one secret')
  const attributes = `Path=/; HttpOnly; SameSite=Strict${options.secure ? '; Secure' : ''}`

  async function read(req: IncomingMessage): Promise<Session | undefined> {
    const token = cookieOf(req, SESSION_COOKIE)
    if (!token) return undefined
    for (const key of keys) {
      const claims = await verified(token, key)
      if (claims) {
        const { sub: id, name, role, languages, demo, iat, exp } = claims
        return { id, name, role, languages, demo, issuedAt: iat * 1000, expiresAt: exp * 1000 }
      }
    }
    return undefined
  }

  async function verified(token: string, key: Uint8Array): Promise<z.infer<typeof claimsShape> | undefined> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        currentDate: new Date(options.now()),
      })
      return claimsShape.safeParse(payload).data
    } catch {
      return undefined
    }
  }

  return {
    async issue({ id, name, role, languages }, demo) {
      const now = Math.floor(options.now() / 1000)
      const token = await new SignJWT({ name, role, languages, demo })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(id)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + SESSION_MS / 1000)
        .sign(signing)
      return `${SESSION_COOKIE}=${token}; ${attributes}; Max-Age=${SESSION_MS / 1000}`
    },
    end: () => `${SESSION_COOKIE}=; ${attributes}; Max-Age=0`,
    read,
    async require(req) {
      const session = await read(req)
      if (!session) throw new HttpFault(401, 'signed-out', 'there is no valid session: sign in')
      return session
    },
  }
}

export function cookieOf(req: IncomingMessage, name: string): string | undefined {
  for (const pair of req.headers.cookie?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return undefined
}

/**
 * Refuses a request that another site made a browser send. A browser names the origin of every request that
 * changes something; a client that names none is no browser, and holds the cookie itself.
 */
export function checkOrigin(req: IncomingMessage, publicUrl: string | undefined): void {
  const { origin, host } = req.headers
  const site = req.headers['sec-fetch-site']
  const fromElsewhere = new HttpFault(
    403,
    'wrong-origin',
    'this request came from another site: use the console',
  )
  if (origin === undefined) {
    if (site === undefined || site === 'same-origin' || site === 'none') return
    throw fromElsewhere
  }
  const own = URL.canParse(origin) ? new URL(origin) : undefined
  const isOurs =
    own !== undefined &&
    (own.host === host || (publicUrl !== undefined && own.origin === new URL(publicUrl).origin))
  if (!isOurs) throw fromElsewhere
}

/** What proxies and tunnels add. */
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

/**
 * Whether the request comes from this machine itself, with no proxy in between, and means it: a page of another site
 * whose name was made to point here still names that site in Host.
 */
export function isLoopback(req: IncomingMessage): boolean {
  const address = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const isProxied = PROXY_HEADERS.some((name) => req.headers[name] !== undefined)
  const isHere = address === '::1' || address.startsWith('127.')
  return isHere && !isProxied && LOOPBACK_HOST.test(req.headers.host ?? '')
}
