import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'

/**
 * What a signed credential is good for. `token` is Direct Line's own; `stream` opens one WebSocket and `file` reads
 * the conversation's files, both in addresses, where they may be seen, so they can do nothing else; `resume` brings a
 * customer back.
 */
export type Purpose = 'token' | 'stream' | 'file' | 'resume'

/** Seconds. */
export const LIFETIME_S: Readonly<Record<Purpose, number>> = {
  token: 30 * 60,
  stream: 5 * 60,
  file: 24 * 60 * 60,
  resume: 30 * 24 * 60 * 60,
}

/** Who holds a credential, and for which conversation. */
export interface Grant {
  conversationId: string
  userId: string
  userName?: string
  /** The account that the company's site has signed to be this user's; see identity.ts. */
  account?: string
}

export type Verdict = { outcome: 'ok'; grant: Grant } | { outcome: 'expired' } | { outcome: 'invalid' }

export interface Tokens {
  sign(purpose: Purpose, grant: Grant): string
  verify(purpose: Purpose, token: string): Verdict
}

interface Key {
  /** The only header we sign with this key, and the only one we accept: no other algorithm is ever looked at. */
  header: string
  secret: KeyObject
}

/** How many verified tokens are remembered, half a kilobyte each: the same one comes with every message of a visit. */
const REMEMBERED = 1_000

const claimsShape = z.object({
  aud: z.string(),
  conv: z.string(),
  user: z.string(),
  name: z.string().optional(),
  acct: z.string().optional(),
  exp: z.number(),
})

/**
 * JSON Web Tokens, HS256 (RFC 7515 and 7519), of which clients read the claim `user`, as in Azure's. The keys are
 * derived from the session secrets for this use alone, so that an agent's session and a customer's token can never
 * stand in for each other. The first secret signs, all verify.
 *
 * Written out here because every message brings a token and every visit makes four: the HMAC takes microseconds,
 * where WebCrypto's job per signature took a tenth of the server's time.
 */
export function createTokens(options: { secrets: readonly string[]; clock: Clock }): Tokens {
  const { clock } = options
  const keys = options.secrets.map(keyFrom)
  const [signing] = keys
  if (!signing) throw new TypeError('tokens need at least one secret')
  const remembered = new Map<string, { grant: Grant; expiresAt: number }>()

  function remember(token: string, grant: Grant, expiresAt: number): void {
    const oldest = remembered.size < REMEMBERED ? undefined : remembered.keys().next().value
    if (oldest !== undefined) remembered.delete(oldest)
    remembered.set(token, { grant, expiresAt })
  }

  return {
    sign(purpose, grant) {
      const now = Math.floor(clock.now() / 1_000)
      const claims: z.infer<typeof claimsShape> & { iat: number } = {
        aud: purpose,
        conv: grant.conversationId,
        user: grant.userId,
        ...(grant.userName === undefined ? {} : { name: grant.userName }),
        // It vouches for who is there now, and is no part of what is kept for thirty days.
        ...(grant.account === undefined || purpose === 'resume' ? {} : { acct: grant.account }),
        iat: now,
        exp: now + LIFETIME_S[purpose],
      }
      const content = `${signing.header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
      return `${content}.${signatureOf(content, signing).toString('base64url')}`
    },
    verify(purpose, token) {
      const known = purpose === 'token' ? remembered.get(token) : undefined
      if (known)
        return known.expiresAt > clock.now() ? { outcome: 'ok', grant: known.grant } : { outcome: 'expired' }
      const [header, payload, signature, ...more] = token.split('.')
      const key = keys.find((known) => known.header === header)
      if (!key || payload === undefined || signature === undefined || more.length > 0) {
        return { outcome: 'invalid' }
      }
      const given = Buffer.from(signature, 'base64url')
      const right = signatureOf(`${header}.${payload}`, key)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return { outcome: 'invalid' }
      const claims = claimsShape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data
      if (claims?.aud !== purpose) return { outcome: 'invalid' }
      if (claims.exp * 1_000 <= clock.now()) return { outcome: 'expired' }
      const { conv, user, name, acct } = claims
      const grant: Grant = {
        conversationId: conv,
        userId: user,
        ...(name === undefined ? {} : { userName: name }),
        ...(acct === undefined ? {} : { account: acct }),
      }
      if (purpose === 'token') remember(token, grant, claims.exp * 1_000)
      return { outcome: 'ok', grant }
    },
  }
}

function keyFrom(secret: string): Key {
  const derived = createHmac('sha256', secret).update('escotilla direct line').digest()
  // Names the key and says nothing about it.
  const kid = createHash('sha256').update(derived).digest('base64url').slice(0, 8)
  const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid })).toString('base64url')
  return { header, secret: createSecretKey(derived) }
}

function signatureOf(content: string, key: Key): Buffer {
  return createHmac('sha256', key.secret).update(content).digest()
}
