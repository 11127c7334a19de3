import { jwtVerify } from 'jose'
import { z } from 'zod'

/** Who the company's own site says its customer is. */
export interface SignedIdentity {
  account: string
  name?: string
}

const claimsShape = z.object({ sub: z.string().min(1).max(40), name: z.string().max(80).optional() })
/** It vouches for who is on the page now: an older one may be somebody else's. */
const MOST_AGE = '10m'

/**
 * Reads the identity that a company's site signed: a JWT, HS256 with IDENTITY_SECRET, with `aud` "escotilla", `iat`
 * not older than ten minutes, the account number in `sub`, and perhaps `name`. Undefined when it doesn't hold: the
 * customer is then asked, and kept from nothing.
 */
export async function readIdentity(
  secret: string | undefined,
  token: string | null | undefined,
  now: number,
): Promise<SignedIdentity | undefined> {
  if (secret === undefined || !token) return undefined
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: 'escotilla',
      maxTokenAge: MOST_AGE,
      currentDate: new Date(now),
    })
    const { sub, name } = claimsShape.parse(payload)
    return { account: sub, ...(name === undefined ? {} : { name }) }
  } catch {
    return undefined
  }
}
