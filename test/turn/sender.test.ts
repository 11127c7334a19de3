import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { reply, resolve } from '../../src/cases/desk.ts'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { setPresence } from '../../src/cases/desk-presence.ts'
import type { PushChannel } from '../../src/channels/channel.ts'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { SEND_ATTEMPTS } from '../../src/turn/sender.ts'
import { ana, onDuty, PERSON, takenBy } from '../cases/people.ts'
import { overStore } from '../support/over-store.ts'
import { until } from '../support/until.ts'
import { echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

/** A channel that keeps what it accepted and refuses as often as it is told to. */
class Pager implements PushChannel {
  readonly channel = 'whatsapp'
  readonly got: string[] = []
  refuse = 0
  tries = 0
  send: PushChannel['send'] = (_head, message) => {
    this.tries += 1
    if (this.refuse > 0) {
      this.refuse -= 1
      return Promise.reject(new Error('429'))
    }
    this.got.push(message.text)
    return Promise.resolve()
  }
}

const empty = async (): Promise<boolean> =>
  (await house.store.rank(indexName.outbox('whatsapp'), 'none')).size === 0

test('what the bot says goes out in order, once', async () => {
  const pager = new Pager()
  const head = await house.start('whatsapp')
  house.worker(echo)
  for (const words of ['uno', 'dos', 'tres']) await house.say(head, words)
  await house.quiet()
  house.sender(pager)
  await until(empty, 'all is sent')
  expect(pager.got).toEqual(['welcome', 'echo: uno', 'echo: dos', 'echo: tres'])
})

test('a refused message is tried again, later each time, and keeps its place', async () => {
  const pager = new Pager()
  pager.refuse = 2
  const head = await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  house.sender(pager)
  await until(() => pager.tries === 1, 'the first try')
  for (const tries of [2, 3]) {
    await until(() => {
      house.clock.advance(500)
      return pager.tries >= tries
    }, `try ${tries}`)
  }
  await until(empty, 'all is sent')
  expect(pager.got).toEqual(['welcome', 'echo: uno'])
})

test('a message that cannot be delivered steps aside, visible to an agent, and the next one goes', async () => {
  const pager = new Pager()
  pager.refuse = SEND_ATTEMPTS
  const head = await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  house.sender(pager)
  await until(async () => {
    house.clock.advance(1_000)
    return await empty()
  }, 'the outbox is empty')
  expect(pager.got).toEqual(['echo: uno'])
  const aside = (await house.lines(head)).filter((line) => line.kind === 'event')
  expect(aside).toMatchObject([{ name: 'not-delivered', data: { why: '429' } }])
  const [delivery] = await house.store.read([recordKey.delivery(head.id)])
  expect(Object.values(JSON.parse(delivery?.body ?? '{}').failed)).toEqual(['429'])
})

test('what the bot said before an agent took over, and no channel has got yet, is withheld', async () => {
  const pager = new Pager()
  const head = await house.start('whatsapp')
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  await house.say(head, 'quiero hablar con una persona')
  const ana = { id: 'agent-1', name: 'Ana', role: 'agent' as const, languages: ['es' as const] }
  await setPresence(house.deskDeps, ana, { status: 'available', capacity: 3 })
  const claimed = await claimNext(house.deskDeps, ana.id, 'claim-1')
  const key = claimed.outcome === 'done' ? claimed.case.key : ''
  await reply(house.deskDeps, key, ana, { id: 'm1', text: 'Soy Ana.' })
  house.sender(pager)
  await until(empty, 'all is sent')
  expect(pager.got).not.toContain('echo: uno')
  expect(pager.got.at(-1)).toBe('Soy Ana.')
})

test('a line of the bot is withheld although the agent came with a new case while the sender was looking', async () => {
  await house.close()
  let meanwhile: (() => Promise<unknown>) | undefined
  house = await House.open((store) =>
    overStore(store, {
      async read(keys) {
        if (meanwhile && keys.some((key) => key.startsWith('case/'))) {
          const happens = meanwhile
          meanwhile = undefined
          await happens()
        }
        return await store.read(keys)
      },
    }),
  )
  const pager = new Pager()
  const head = await house.start('whatsapp')
  await onDuty(house, ana)
  await house.say(head, PERSON)
  const first = await takenBy(house, ana)
  const [outcome, rootCause] = [house.desk.outcomes[0]?.name ?? '', house.desk.rootCauses[0]?.name ?? '']
  await resolve(house.deskDeps, first, ana, { outcome, rootCause })
  const before = house.sender(pager)
  await until(empty, 'what was said until then is sent')
  await before.stop()
  house.clock.advance(8 * 24 * 3_600_000)
  house.worker(echo)
  await house.say(head, 'uno')
  await house.quiet()
  await onDuty(house, ana)
  meanwhile = async () => {
    await house.say(head, PERSON)
    expect(await takenBy(house, ana)).not.toBe(first)
  }
  house.sender(pager)
  await until(empty, 'all is sent')
  expect(pager.got.at(-1)).toContain(ana.name)
  expect(pager.got).not.toContain('echo: uno')
})
