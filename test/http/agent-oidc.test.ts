import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createOidc } from '../../src/http/agent-oidc.ts'
import { AgentHouse, Desk } from './agent-house.ts'

const CLIENT = { clientId: 'escotilla', clientSecret: 'a client secret' }
const SECRETS = ['a secret of sixteen']

/** An issuer on loopback that signs whom the test says, and holds the flow to PKCE as a real one does. */
class Issuer {
  url = ''
  claims: Record<string, unknown> = { sub: 'u-1', name: 'Ana Gómez', roles: ['agent'] }
  challenge = ''
  nonce = ''
  readonly #server: Server
  readonly #keys = generateKeyPair('RS256')

  constructor() {
    this.#server = createServer((req, res) => {
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        this.#answer(req.url ?? '', Buffer.concat(chunks).toString()).then(
          ([status, body]) => {
            // Not chained: restify, once loaded, changes what `writeHead` of every server returns.
            res.writeHead(status, { 'content-type': 'application/json' })
            res.end(JSON.stringify(body))
          },
          () => res.destroy(),
        )
      })
    })
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  async #answer(path: string, body: string): Promise<[number, unknown]> {
    const { publicKey, privateKey } = await this.#keys
    switch (path) {
      case '/.well-known/openid-configuration':
        return [
          200,
          {
            issuer: this.url,
            authorization_endpoint: `${this.url}/authorize`,
            token_endpoint: `${this.url}/token`,
            jwks_uri: `${this.url}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            code_challenge_methods_supported: ['S256'],
          },
        ]
      case '/jwks':
        return [200, { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] }]
      case '/token': {
        const verifier = new URLSearchParams(body).get('code_verifier') ?? ''
        const challenge = createHash('sha256').update(verifier).digest('base64url')
        if (challenge !== this.challenge) return [400, { error: 'invalid_grant' }]
        const idToken = await new SignJWT({ nonce: this.nonce, ...this.claims })
          .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
          .setIssuer(this.url)
          .setAudience(CLIENT.clientId)
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(privateKey)
        return [200, { access_token: 'x', token_type: 'Bearer', id_token: idToken, expires_in: 300 }]
      }
      default:
        return [404, {}]
    }
  }
}

let issuer: Issuer
let house: AgentHouse
beforeEach(async () => {
  issuer = new Issuer()
  await issuer.listen()
  house = await AgentHouse.open({
    demo: false,
    oidc: createOidc({
      ...CLIENT,
      issuer: issuer.url,
      publicUrl: 'http://127.0.0.1:1',
      secrets: SECRETS,
      now: Date.now,
      languagesOf: (account) => (account === 'ana@example.com' ? ['es'] : undefined),
    }),
  })
})
afterEach(async () => {
  await house.close()
  await issuer.close()
})

/** Goes to the issuer and comes back, as a browser does. */
async function signIn(over: { state?: string; cookie?: string } = {}) {
  const desk = new Desk(house.url)
  const begin = await desk.get('/session/oidc')
  const to = new URL(begin.headers.get('location') ?? '')
  issuer.challenge = to.searchParams.get('code_challenge') ?? ''
  issuer.nonce = to.searchParams.get('nonce') ?? ''
  const cookie = over.cookie ?? begin.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const state = over.state ?? to.searchParams.get('state') ?? ''
  const back = await desk.call('GET', `/session/oidc/callback?code=c&state=${state}`, undefined, { cookie })
  const session = back.headers.getSetCookie().find((one) => one.startsWith('escotilla_session=ey'))
  desk.cookie = session?.split(';')[0] ?? ''
  return { desk, begin, to, back }
}

test('an agent signs in with the company’s own account, and never shows a password here', async () => {
  const { desk, begin, to, back } = await signIn()
  expect(begin.status).toBe(302)
  expect(to.origin).toBe(issuer.url)
  expect(to.searchParams.get('code_challenge_method')).toBe('S256')
  expect(to.searchParams.get('redirect_uri')).toBe('http://127.0.0.1:1/api/agent/v1/session/oidc/callback')
  expect([back.status, back.headers.get('location')]).toEqual([302, '/agent'])
  expect((await desk.get('/me')).body).toMatchObject({
    id: 'oidc-u-1',
    name: 'Ana Gómez',
    role: 'agent',
    demo: false,
  })
  expect((await desk.get('/session')).body).toMatchObject({ oidcUrl: '/api/agent/v1/session/oidc' })
})

test.each([
  [['supervisor', 'agent'], 'supervisor'],
  ['supervisor', 'supervisor'],
  [['agent', 'printing'], 'agent'],
])('the role comes from the claim: %j is a %s', async (roles, role) => {
  issuer.claims = { ...issuer.claims, roles }
  const { desk } = await signIn()
  expect((await desk.get('/me')).body).toMatchObject({ role })
})

test.each([[['printing']], [undefined], [{}]])(
  'an account with the roles %j is nobody here',
  async (roles) => {
    issuer.claims = { ...issuer.claims, roles }
    const { back } = await signIn()
    expect([back.status, back.body]).toMatchObject([403, { error: { code: 'no-role' } }])
    expect(back.headers.getSetCookie()).toEqual([])
  },
)

test.each([
  [{ languages: ['en-GB', 'fr'] }, ['en']],
  [{ languages: 'es, en' }, ['es', 'en']],
  [{ languages: ['en'], email: 'ana@example.com' }, ['en']],
  [{ email: 'ana@example.com' }, ['es']],
  [{ languages: ['fr'] }, ['es', 'en']],
  [{}, ['es', 'en']],
] as const)('with %j they answer in %j', async (claims, languages) => {
  issuer.claims = { ...issuer.claims, ...claims }
  const { desk } = await signIn()
  expect((await desk.get('/me')).body).toMatchObject({ languages })
})

test('an agent of another language is not given the customer whom somebody there could understand', async () => {
  const head = await house.house.start()
  await house.house.say(head, 'I want to talk to a person please, my internet is down')
  issuer.claims = { ...issuer.claims, languages: ['es'] }
  const spanish = (await signIn()).desk
  await spanish.onDuty()
  issuer.claims = { ...issuer.claims, sub: 'u-2', name: 'Ben Hall', languages: ['en'] }
  const english = (await signIn()).desk
  await english.onDuty()
  expect((await spanish.post('/queue/claim', { id: 'c1' })).status).toBe(204)
  expect((await english.claimNext('c2')).key).toBe((await house.house.caseOf(head))?.key)
})

test('a sign-in that somebody else began is refused', async () => {
  const { back } = await signIn({ state: 'another-state' })
  expect([back.status, back.body]).toMatchObject([401, { error: { code: 'sign-in-refused' } }])
  const bare = await signIn({ cookie: 'escotilla_sign_in=forged' })
  expect([bare.back.status, bare.back.body]).toMatchObject([401, { error: { code: 'sign-in-expired' } }])
})

test('with the issuer away the agent is told to try again', async () => {
  await issuer.close()
  const reply = await new Desk(house.url).get('/session/oidc')
  expect([reply.status, reply.body]).toMatchObject([502, { error: { code: 'sign-in-away' } }])
  await issuer.listen()
})
