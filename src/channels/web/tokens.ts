import { createHash, createHmac } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
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
}

export type Verdict = { outcome: 'ok'; grant: Grant } | { outcome: 'expired' } | { outcome: 'invalid' }

export interface Tokens {
  sign(purpose: Purpose, grant: Grant): Promise<string>
  /** Answers at once for a token seen before: the same one comes with every message. */
  verify(purpose: Purpose, token: string): Verdict | Promise<Verdict>
}

/** How many verified tokens are remembered: half a kilobyte each. */
const REMEMBERED = 2_000

/**
 * JSON Web Tokens, HS256. The keys are derived from the session secrets for this use alone, so that an agent's session
 * and a customer's token can never stand in for each other. The first secret signs, all verify. Clients read the claim
 * `user`, as in Azure's tokens.
 */
export function createTokens(options: { secrets: readonly string[]; clock: Clock }): Tokens {
  const { clock } = options
  const keys = new Map(options.secrets.map((secret) => keyFrom(secret)))
  const [first] = keys
  if (!first) throw new TypeError('tokens need at least one secret')
  const [signingId, signingKey] = first
  const remembered = new Map<string, { grant: Grant; expiresAt: number }>()

  async function verifyFresh(purpose: Purpose, token: string): Promise<Verdict> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => keys.get(kid ?? '') ?? unknownKey(), {
        algorithms: ['HS256'],
        audience: purpose,
        requiredClaims: ['exp', 'conv', 'user'],
        currentDate: new Date(clock.now()),
      })
      const { conv, user, name, exp } = payload
      if (typeof conv !== 'string' || typeof user !== 'string') return { outcome: 'invalid' }
      const grant: Grant = {
        conversationId: conv,
        userId: user,
        ...(typeof name === 'string' ? { userName: name } : {}),
      }
      if (purpose === 'token') remember(token, grant, (exp ?? 0) * 1_000)
      return { outcome: 'ok', grant }
    } catch (thrown) {
      return { outcome: thrown instanceof errors.JWTExpired ? 'expired' : 'invalid' }
    }
  }

  function remember(token: string, grant: Grant, expiresAt: number): void {
    if (remembered.size >= REMEMBERED) {
      const oldest = remembered.keys().next()
      if (!oldest.done) remembered.delete(oldest.value)
    }
    remembered.set(token, { grant, expiresAt })
  }

  return {
    sign(purpose, grant) {
      const now = Math.floor(clock.now() / 1_000)
      return new SignJWT({
        conv: grant.conversationId,
        user: grant.userId,
        ...(grant.userName === undefined ? {} : { name: grant.userName }),
      })
        .setProtectedHeader({ alg: 'HS256', kid: signingId })
        .setAudience(purpose)
        .setIssuedAt(now)
        .setExpirationTime(now + LIFETIME_S[purpose])
        .sign(signingKey)
    },
    verify(purpose, token) {
      const known = purpose === 'token' ? remembered.get(token) : undefined
      if (!known) return verifyFresh(purpose, token)
      if (known.expiresAt > clock.now()) return { outcome: 'ok', grant: known.grant }
      remembered.delete(token)
      return { outcome: 'expired' }
    },
  }
}

/** The key of a secret, with an id that says nothing about it. */
function keyFrom(secret: string): [string, Uint8Array] {
  const key = createHmac('sha256', secret).update('escotilla direct line').digest()
  return [createHash('sha256').update(key).digest('base64url').slice(0, 8), key]
}

function unknownKey(): never {
  throw new errors.JWSInvalid('signed by an unknown key')
}
