import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import { customerCodec } from '../../../src/cases/customer.ts'
import { readIdentity } from '../../../src/channels/web/identity.ts'
import { recordKey } from '../../../src/store/keys.ts'
import { identify } from '../../../src/turn/identify.ts'
import { House } from '../../turn/house.ts'

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
