import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import { customerCodec } from '../../../src/cases/customer.ts'
import type { GenerateAnswer } from '../../../src/channels/web/activity.ts'
import { readIdentity } from '../../../src/channels/web/identity.ts'
import { recordKey } from '../../../src/store/keys.ts'
import { identify } from '../../../src/turn/identify.ts'
import { House } from '../../turn/house.ts'
import { ask } from './client.ts'
import { WebDesk } from './web-desk.ts'

const SECRET = 'a secret of the company’s site'
const NOW = Date.UTC(2026, 10, 22, 15)

async function signed(
  claims: Record<string, unknown>,
  options: { secret?: string; at?: number; aud?: string } = {},
) {
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(options.aud ?? 'escotilla')
    .setIssuedAt((options.at ?? NOW) / 1_000)
    .sign(new TextEncoder().encode(options.secret ?? SECRET))
}

test('what the company’s site signed just now says whose account it is', async () => {
  const token = await signed({ sub: '445566', name: 'Lucía' })
  expect(await readIdentity(SECRET, token, NOW)).toEqual({ account: '445566', name: 'Lucía' })
})

test.each([
  ['signed with another secret', { secret: 'another secret altogether' }],
  ['signed an hour ago', { at: NOW - 3_600_000 }],
  ['meant for somebody else', { aud: 'another' }],
])('an identity %s is none', async (_what, options) => {
  expect(await readIdentity(SECRET, await signed({ sub: '445566' }, options), NOW)).toBeUndefined()
})

test('without a secret, without an account or without a signature nobody is identified', async () => {
  expect(await readIdentity(undefined, await signed({ sub: '445566' }), NOW)).toBeUndefined()
  expect(await readIdentity(SECRET, await signed({}), NOW)).toBeUndefined()
  expect(await readIdentity(SECRET, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI0NDU1NjYifQ.', NOW)).toBeUndefined()
})

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

test('who is identified has proven the account, for the bot and for every agent', async () => {
  const head = await house.start()
  await identify(house, head, '445566', 1)
  await identify(house, head, '445566', 2)
  const stored = await house.store.read([recordKey.customer(head.customerId)])
  expect(customerCodec.readable(stored)[0]?.value.facts).toMatchObject({
    account: { value: '445566', source: 'identity', at: 1 },
    proven: { value: '445566', source: 'identity', at: 1 },
  })
})

test('a page of the company gets a token of who is signed in there; whose signature is wrong is anybody, and gets one too', async () => {
  const desk = await WebDesk.open({ identitySecret: SECRET })
  try {
    const generate = async (json: object) => {
      const { status, body: answer } = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, {
        json,
      })
      expect(status).toBe(200)
      return answer
    }
    const identity = (sub: string, secret = SECRET) => signed({ sub }, { secret, at: desk.clock.now() })

    const lucia = await generate({ identity: await identity('445566') })
    expect(lucia).toMatchObject({ identified: true, resumed: false })
    expect(grantOf(lucia)).toMatchObject({ acct: '445566' })
    const forged = await generate({ identity: await identity('445566', 'another secret altogether') })
    expect(forged).toMatchObject({ identified: false })
    expect(grantOf(forged)).not.toHaveProperty('acct')

    // The same browser goes on as the same user; who is signed in there, only the site can say.
    const again = grantOf(await generate({ resume: lucia.resume, identity: await identity('445566') }))
    expect(again).toMatchObject({ user: grantOf(lucia).user, acct: '445566' })
    expect(grantOf(await generate({ resume: lucia.resume }))).not.toHaveProperty('acct')
  } finally {
    await desk.close()
  }
})

/** What the token says of its holder. */
function grantOf({ token }: GenerateAnswer): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
}
