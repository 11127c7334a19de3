import type { IncomingMessage } from 'node:http'
import { jwtVerify, SignJWT } from 'jose'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Identity } from '../cases/desk-presence.ts'
import { HttpFault } from '../errors.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { cookieOf } from './agent-session.ts'

const FLOW_COOKIE = 'escotilla_sign_in'
const FLOW_PATH = '/api/agent/v1/session/oidc'
const FLOW_SECONDS = 600
const AUDIENCE = 'escotilla-sign-in'

const flowShape = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() })

export interface OidcOptions {
  issuer: string
  clientId: string
  clientSecret: string
  /** Where customers and agents reach us: the callback is under it. */
  publicUrl: string
  /** Signs the state of a sign-in that is under way; the same secrets as the sessions. */
  secrets: readonly string[]
  now: () => number
  /** The claim that holds roles, and the roles that mean ours. */
  rolesClaim?: string
  agentRole?: string
  supervisorRole?: string
  /** The claim that holds the languages a person answers in, as tags ("es", "en-GB"). */
  languagesClaim?: string
  /** The languages of accounts that no claim tells of, from `desk.yaml`. */
  languagesOf?: (account: string) => readonly Language[] | undefined
}

/** The company's own sign-in for agents: OpenID Connect, code flow with PKCE. */
export interface OidcSignIn {
  /** Where to send the browser, and the cookie that brings it back. */
  begin(): Promise<{ location: string; cookie: string }>
  /** Who came back. Throws 401 when the flow doesn't hold, 403 without a role here. */
  finish(req: IncomingMessage): Promise<{ identity: Identity; cookie: string }>
}

export function createOidc(options: OidcOptions): OidcSignIn {
  const {
    rolesClaim = 'roles',
    agentRole = 'agent',
    supervisorRole = 'supervisor',
    languagesClaim = 'languages',
    languagesOf = () => undefined,
  } = options
  const keys = options.secrets.map((secret) => new TextEncoder().encode(secret))
  const [signing] = keys
  if (!signing) throw new TypeError('sign-in needs at least one secret')
  const redirectUri = new URL(`${FLOW_PATH}/callback`, options.publicUrl).href
  const secure = redirectUri.startsWith('https:')
  // Lax, not Strict: the browser comes back from the issuer's site.
  const attributes = `Path=${FLOW_PATH}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  let discovered: Promise<oidc.Configuration> | undefined

  /** Found once; a failure is tried again at the next sign-in. */
  function configuration(): Promise<oidc.Configuration> {
    const issuer = new URL(options.issuer)
    discovered ??= oidc
      .discovery(issuer, options.clientId, options.clientSecret, undefined, {
        ...(issuer.protocol === 'http:' && isLoopbackHost(issuer.hostname)
          ? { execute: [oidc.allowInsecureRequests] }
          : {}),
      })
      .catch((thrown: unknown) => {
        discovered = undefined
        throw new HttpFault(502, 'sign-in-away', "the company's sign-in does not answer: try again", thrown)
      })
    return discovered
  }

  async function readFlow(req: IncomingMessage): Promise<z.infer<typeof flowShape> | undefined> {
    const token = cookieOf(req, FLOW_COOKIE) ?? ''
    for (const key of keys) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience: AUDIENCE,
          currentDate: new Date(options.now()),
        })
        return flowShape.safeParse(payload).data
      } catch {
        // Another secret may have signed it.
      }
    }
    return undefined
  }

  function identityOf(claims: oidc.IDToken): Identity {
    const roles = [claims[rolesClaim]].flat()
    const role = roles.includes(supervisorRole)
      ? 'supervisor'
      : roles.includes(agentRole)
        ? 'agent'
        : undefined
    if (!role) {
      throw new HttpFault(
        403,
        'no-role',
        `this account has neither the role ${agentRole} nor ${supervisorRole}`,
      )
    }
    const name = [claims.name, claims.preferred_username, claims.email].find(
      (one): one is string => typeof one === 'string' && one !== '',
    )
    return { id: `oidc-${claims.sub}`, name: name ?? claims.sub, role, languages: languagesIn(claims) }
  }

  /** As the claim says; or as `desk.yaml` does, by the account's e-mail, user name or subject; or all of ours. */
  function languagesIn(claims: oidc.IDToken): Language[] {
    const told = languageTags(claims[languagesClaim])
    if (told.length > 0) return told
    const accounts = [claims.email, claims.preferred_username, claims.sub]
    const listed = accounts.flatMap((one) => (typeof one === 'string' ? [languagesOf(one)] : []))
    return [...(listed.find((one) => one !== undefined) ?? LANGUAGES)]
  }

  return {
    async begin() {
      const config = await configuration()
      const verifier = oidc.randomPKCECodeVerifier()
      const flow = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce() }
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      })
      const now = Math.floor(options.now() / 1000)
      const token = await new SignJWT(flow)
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(AUDIENCE)
        .setExpirationTime(now + FLOW_SECONDS)
        .sign(signing)
      return {
        location: location.href,
        cookie: `${FLOW_COOKIE}=${token}; ${attributes}; Max-Age=${FLOW_SECONDS}`,
      }
    },
    async finish(req) {
      const flow = await readFlow(req)
      if (!flow) throw new HttpFault(401, 'sign-in-expired', 'this sign-in has expired: begin again')
      const config = await configuration()
      const back = new URL(redirectUri)
      back.search = new URL(req.url ?? '/', redirectUri).search
      let tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>
      try {
        tokens = await oidc.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        })
      } catch (thrown) {
        throw new HttpFault(401, 'sign-in-refused', 'the sign-in was not accepted: begin again', thrown)
      }
      const claims = tokens.claims()
      if (!claims) throw new HttpFault(401, 'sign-in-refused', 'the sign-in named nobody: begin again')
      return { identity: identityOf(claims), cookie: `${FLOW_COOKIE}=; ${attributes}; Max-Age=0` }
    },
  }
}

/** The languages of ours among tags, in a list or in one text. */
function languageTags(claim: unknown): Language[] {
  const tags = [claim].flat().flatMap((one) => (typeof one === 'string' ? one.split(/[\s,]+/) : []))
  const primary = new Set(tags.map((tag) => tag.slice(0, 2).toLowerCase()))
  return LANGUAGES.filter((language) => primary.has(language))
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}
